"""The application: made for one database, with nothing kept outside it."""

from flask import request
from werkzeug.exceptions import TooManyRequests

from api import errors, pages, shapes, watch
from api.coding import coded
from api.counters import Counters
from api.dispatch import Api
from api.exports import Exports
from api.headers import EVERYWHERE, POLICY, PREFLIGHT
from api.kept import Kept
from api.limits import REFUSED, Limited
from api.lines import Lines, RequestLines
from api.readers import Readers
from api.routes import NOUNS
from api.snapshot import Source

STDOUT = 1


def create_app(database, folder=None, limit=None, log="off"):
    """The application that serves the snapshot at the path `database`, whichever file stands there.

    What it has to write it writes to the private `folder`, by default one of its own. With a `limit`, a number of
    requests and of seconds, a client that asks more often is refused. `log` is one of the words of api/lines.py.
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
    counters = app.extensions["counters"] = Counters(folder, dict.fromkeys(watch.naming(app).values()))
    if log == "off":
        return watch.Watched(wsgi, counters)
    lines = Lines(STDOUT, lambda: counters.happened("line_lost"))
    return watch.Watched(wsgi, counters, RequestLines(lines, log == "clients").tell)


def refuse():
    """Refuse a request that is one too many."""
    if REFUSED in request.environ:
        raise TooManyRequests(retry_after=request.environ[REFUSED])


def allowed(headers):
    """The headers of an answer to OPTIONS, with what other origins may send."""
    told = dict(headers)
    methods = ", ".join(sorted(told.get("Allow", "").split(", ")))
    kept = [(name, value) for name, value in headers if name not in ("Allow", "Content-Type")]
    return [*kept, *PREFLIGHT.items(), ("Allow", methods), ("Access-Control-Allow-Methods", methods)]


def headed(wsgi):
    """A WSGI application whose every answer carries the same headers; set in Flask they took half of a request."""
    everywhere = tuple(EVERYWHERE.items())
    with_policy = (*everywhere, *POLICY)

    def answered(environ, start_response):
        def start(status, headers, *failure):
            if environ["REQUEST_METHOD"] == "OPTIONS" and status.startswith("2"):
                headers = allowed(headers)
            # A 304 leaves the page the policy that it came with.
            own = status.startswith("304") or "Content-Security-Policy" in dict(headers)
            told = [*headers, *environ.get(errors.SAID, ()), *(everywhere if own else with_policy)]
            return start_response(status, told, *failure)
        return wsgi(environ, start)
    return answered
