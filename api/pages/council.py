"""The page of a council: what it is and was, what was judged and reported of it, who spoke about it."""

from flask import Blueprint, redirect

from api import answers, queries
from api.pages import pictures
from api.pages.questions import ask, of_council
from api.pages.sheet import shown
from api.pages.words import day, grade, label
from schemas.inquiry import TimelineQuery
from schemas.query import CheckQuery, QuoteQuery, RatingQuery

routes = Blueprint("council_page", __name__)
# What is judged of nearly every council comes first, the rest as it is found.
FIRST_LANES = ("overall-effectiveness", "help-and-protection", "safeguarding", "leadership", "children-looked-after",
               "children-in-care-and-care-leavers", "children-in-care", "care-leavers", "adoption", "lscb")
MARKED = ("judgement", "rating", "quote")


@routes.get("/councils/<id>")
@shown("council.html")
def get_council(asked, id):
    """A council, by any of its names and codes."""
    snapshot = asked.snapshot
    short = answers.present(snapshot, id)
    if short["id"] != id:
        return redirect(f"/councils/{short['id']}")
    known = snapshot.naming.councils
    council = known[id]
    events = of_council(snapshot, TimelineQuery, short, "timeline", lineage="true", limit=500)
    then = council["valid_to"] or queries.newest(snapshot)[1]
    return {
        "council": council, "events": events, "then": then, "picture": drawn(council, events.rows),
        "family": {way: [known[one["id"]] for one in council[way]] for way in ("predecessors", "successors")},
        "standing": ask(snapshot, RatingQuery, council=id, as_of=then, sort="area", limit=100) if then else None,
        "quotes": ask(snapshot, QuoteQuery, council=id, sort="-published", limit=100),
        "checks": ask(snapshot, CheckQuery, council=id, sort="-verdict", limit=100),
    }


def drawn(council, entries):
    """The picture of a timeline, or None where it has nothing to show."""
    dated = [entry for entry in entries if entry["date"] and entry["kind"] in MARKED]
    if not dated:
        return None
    areas = {entry["record"]["area"] for entry in dated if entry["kind"] != "quote"}
    lanes = [area for area in FIRST_LANES if area in areas] + sorted(areas - set(FIRST_LANES))
    labels = [label(area) for area in lanes]
    if any(entry["kind"] == "quote" for entry in dated):
        labels.append("What was said")
    first = min(when(entry["date"]) for entry in dated)
    changes = [entry for entry in entries if entry["kind"] == "reorganisation" and when(entry["date"]) > first - 1]
    years = [when(entry["date"]) for entry in [*dated, *changes]]
    marks = [(when(entry["date"]), _lane(entry, lanes), entry["record"].get("grade"), _kind(entry),
              words(entry), _address(entry)) for entry in _spread(dated)]
    lines = sorted({when(entry["date"]) for entry in changes})
    return pictures.timeline(labels, marks, lines, (int(min(years)), int(max(years)) + 1),
                             f"What was judged and reported of {council['name']}, by area and year; the table below "
                             "holds the same.")


def _spread(entries):
    """One mark for all quotes of an article: they stand on one day."""
    seen = set()
    for entry in entries:
        key = entry["record"]["article"]["id"] if entry["kind"] == "quote" else entry["record"]["id"]
        if (entry["kind"], key) not in seen:
            seen.add((entry["kind"], key))
            yield entry


def when(date):
    """A date as a number of years; a month or year stands at its middle."""
    year, *rest = (int(part) for part in date.split("-"))
    month, day_of = [*rest, 7, 15][:2] if len(rest) < 2 else rest
    return round(year + (month - 1) / 12 + (day_of - 1) / 372, 3)


def _lane(entry, lanes):
    if entry["kind"] == "quote":
        return len(lanes)
    # Press reports stand a little below the judgements of their area.
    return lanes.index(entry["record"]["area"]) + (0.3 if entry["kind"] == "rating" else 0)


def _kind(entry):
    return {"judgement": "official", "rating": "press", "quote": "said"}[entry["kind"]]


def _address(entry):
    if entry["kind"] == "quote":
        return f"/articles/{entry['record']['article']['id']}#quotes"
    return f"/ratings/{entry['record']['id']}"


def words(entry):
    """What a mark stands for, in a sentence that names its source."""
    record = entry["record"]
    if entry["kind"] == "quote":
        source = record["article"]["publisher"] or "an article"
        return f"{day(entry['date'])}: quoted in {source}"
    said = f"{record['council']['name']}: {grade(record['grade']).lower()} for {label(record['area']).lower()}"
    if entry["kind"] == "rating":
        before = ", as an earlier grade" if record["status"] == "previous" else ""
        return f"{day(entry['date'])}, {record['article']['publisher'] or 'press'} reports {said}{before}"
    known = "published" if record["reported"] else "inspected"
    return f"{day(entry['date'])}, {known}: {said}; {record['document']['title']}"
