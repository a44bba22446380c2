"""Councils: English local authorities with children's-services duties, present or abolished."""

from flask import Blueprint

from api import queries
from api.answers import present
from api.contract import COUNCIL, lists, shows
from schemas import Council
from schemas.query import CouncilQuery

routes = Blueprint("councils", __name__)


@routes.get("/v1/councils")
@lists(CouncilQuery)
def list_councils(asked):
    """List councils.

    All English councils with children's-services duties, those that articles name and those they do not.
    With `as_of` those that existed on that day, and as `latest` the official overall judgement that stood then.
    `status` still says whether they exist now.
    """
    return queries.page(asked)


@routes.get("/v1/councils/<id>")
@shows(Council, COUNCIL)
def get_council(snapshot, id):
    """Get a council.

    Of a predecessor and its successor that share a name it is the present one.
    """
    return queries.one(snapshot, Council, present(snapshot, id)["id"])
