"""Checks: what the press says, held against the official record and against itself."""

from flask import Blueprint

from api import queries
from api.contract import lists, shows
from schemas import Check
from schemas.query import CheckQuery

routes = Blueprint("checks", __name__)


@routes.get("/v1/checks")
@lists(CheckQuery)
def list_checks(asked):
    """List checks.

    Each press rating and each press figure held against the official record, and the sums of each article, with the
    working. A claim is never scored on missing data: where gaps of the record could decide it the verdict is
    not-covered, and the explanation names the gap.
    """
    return queries.page(asked)


@routes.get("/v1/checks/<id>")
@shows(Check)
def get_check(snapshot, id):
    """Get a check."""
    return queries.one(snapshot, Check, id)
