"""Issues: what a text seems to say but could not be settled."""

from flask import Blueprint

from api import queries
from api.contract import lists, shows
from schemas import Issue
from schemas.query import IssueQuery

routes = Blueprint("issues", __name__)


@routes.get("/v1/issues")
@lists(IssueQuery)
def list_issues(asked):
    """List issues.

    What could not be settled is kept as data: each doubt with the place in the article.
    `from` and `to` compare the day the article was published.
    """
    return queries.page(asked)


@routes.get("/v1/issues/<id>")
@shows(Issue)
def get_issue(snapshot, id):
    """Get an issue."""
    return queries.one(snapshot, Issue, id)
