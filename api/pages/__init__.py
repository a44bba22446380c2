"""The pages that people read in a browser: the API's addresses without `/v1`, answered from the same questions."""

from api.pages import assets, checks, council, explore, front, record, search, verify
from api.pages.failures import failed as failed
from api.pages.sheet import TEMPLATES, furnish

PAGES = (front, council, explore, record, checks, search, verify, assets)


def register(app):
    """Add the pages to an application."""
    furnish(app)
    for module in PAGES:
        app.register_blueprint(module.routes)


def warm(app):
    """Compile the templates, which takes longer than any page: before there are workers, so that no reader waits."""
    for name in TEMPLATES:
        app.jinja_env.get_template(name)
