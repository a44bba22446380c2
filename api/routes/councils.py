"""Councils: English local authorities with children's-services duties, present or abolished."""

from flask import Blueprint
from werkzeug.exceptions import NotFound

from api import queries
from api.answers import present
from api.contract import COUNCIL, lists, shows
from schemas import Council
from schemas.inquiry import CouncilDayQuery
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
@shows(Council, COUNCIL, CouncilDayQuery, named=present)
def get_council(asked, id):
    """Get a council.

    Of a predecessor and its successor that share a name it is the present one. With `as_of` its `latest` is the
    official overall judgement that stood on that day; a council that did not exist then is not found.
    """
    council = present(asked.snapshot, id)
    text = queries.one_of(asked, council["id"])
    if text is None:
        raise NotFound(f"{council['name']} ({council['id']}) did not exist on {asked.told['as_of']}; "
                       "/v1/councils/resolve says what did.")
    return text
