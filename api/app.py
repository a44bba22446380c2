"""The application: made for one database, with nothing kept outside it."""

from functools import partial

from api import errors, pages, shapes
from api.background.exports import Exports
from api.background.readers import Readers
from api.dispatch import Api
from api.middleware import watch
from api.middleware.coding import coded
from api.middleware.counters import Counters
from api.middleware.headers import headed
from api.middleware.kept import Kept
from api.middleware.limits import Limited, refuse
from api.middleware.lines import Lines, RequestLines, count_lost
from api.routes import NOUNS
from api.snapshot import Source

STDOUT = 1


def create_app(database, folder=None, limit=None, log="off"):
    """The application that serves the snapshot at the path `database`, whichever file stands there.

    What it has to write it writes to the private `folder`, by default one of its own. With a `limit`, a number of
    requests and of seconds, a client that asks more often is refused. `log` is one of the CHOICES of
    api/middleware/lines.py.
    """
    app = Api("api", static_folder=None, template_folder="pages/templates")
    # Answered as they are: a redirect would cost a round trip and answer in HTML.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    app.extensions["snapshot"] = Source(database)
    app.extensions["exports"] = Exports(database, folder)
    app.extensions["readers"] = Readers()
    app.extensions["nouns"] = {module.routes.name: module for module in NOUNS}
    for module in NOUNS:
        app.register_blueprint(module.routes)
    pages.register(app)
    errors.register(app, pages.failed)
    kept = app.extensions["kept"] = Kept(headed(coded(shapes.parted(app.wsgi_app))), app.extensions["snapshot"])
    if limit:
        app.before_request(refuse)
    limited = Limited(kept, kept.wsgi, limit, folder) if limit else kept
    app.wsgi_app = _watched(app, limited, folder, log)
    app.freeze()
    return app


def _watched(app, wsgi, folder, log):
    counters = app.extensions["counters"] = Counters(folder, dict.fromkeys(watch.note_routes(app).values()))
    lost = partial(counters.happened, "line_lost")
    count_lost(lost)
    if log == "off":
        return watch.Watched(wsgi, counters)
    lines = Lines(STDOUT, lost)
    return watch.Watched(wsgi, counters, RequestLines(lines, log == "clients").tell)
