"""The page of a council: what it is and was, what was judged and reported of it, who spoke about it."""

from flask import Blueprint, redirect

from api import answers, queries
from api.pages import lanes, pictures
from api.pages.questions import MOST, ask, of_council
from api.pages.sheet import shown
from schemas.inquiry import TimelineQuery
from schemas.query import CheckQuery, QuoteQuery, RatingQuery

routes = Blueprint("council_page", __name__)

@routes.get("/councils/<id>")
@shown("council.html")
def get_council(asked, id):
    """A council, by any of its names and codes."""
    snapshot = asked.snapshot
    short = answers.present(snapshot, id)
    if short["id"] != id:
        return redirect(f"/councils/{short['id']}")
    known = snapshot.councils
    council = known[id]
    events = of_council(snapshot, TimelineQuery, short, "timeline", lineage="true", sort="-date", limit=MOST)
    then = council["valid_to"] or queries.newest(snapshot)[1]
    return {
        "council": council, "events": events, "then": then, "picture": drawn(council, events.rows),
        "family": {way: [known[one["id"]] for one in council[way]] for way in ("predecessors", "successors")},
        "standing": standing(snapshot, id, then) if then else None,
        "quotes": ask(snapshot, QuoteQuery, council=id, sort="-published", limit=100),
        "checks": ask(snapshot, CheckQuery, council=id, sort="verdict", limit=100),
    }


def standing(snapshot, id, day):
    """The official ratings that stood on a day, newest first; of a restated one only the inspection has a date."""
    answer = ask(snapshot, RatingQuery, council=id, as_of=day, limit=100)
    answer.rows.sort(key=lambda one: lanes.rank(one["area"]))
    answer.rows.sort(key=lambda one: one["reported"] or one["inspected"]["end"], reverse=True)
    return answer


def drawn(council, entries):
    """The picture of a timeline, or None where it has nothing to show."""
    found = lanes.laid_out(entries)
    return pictures.timeline(*found, f"What was judged and reported of {council['name']}, by area and year; the table "
                                     "below holds the same.") if found else None
