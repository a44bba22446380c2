"""The pages of checks: what the press said against the official record, the disagreements first."""

from flask import Blueprint, abort

from api import answers
from api.pages.questions import ask, one
from api.pages.sheet import shown
from schemas.check import VERDICTS
from schemas.query import CheckQuery

routes = Blueprint("check_pages", __name__)
ORDER = ("differs", "agrees", "not-covered")


@routes.get("/checks")
@shown("checks.html", CheckQuery)
def get_checks(asked):
    """Checks by verdict, those that differ first."""
    said = {name: ",".join(value) for name, value in asked.filters.items() if name != "verdict"}
    wanted = asked.filters.get("verdict", VERDICTS)
    found = {verdict: ask(asked.snapshot, CheckQuery, verdict=verdict, sort="-published", limit=asked.limit, **said)
             for verdict in ORDER if verdict in wanted}
    return {"found": found, "narrowing": said}


@routes.get("/checks/<id>")
@shown("check.html")
def get_check(asked, id):
    """One check with all its working."""
    check = one(asked.snapshot, "checks", id)
    if check is None:
        abort(404, f"There is no check '{id[:60]}' here; /checks lists them.")
    return {"check": check, "path": f"/v1/checks/{check['id']}", "origin": answers.base()}
