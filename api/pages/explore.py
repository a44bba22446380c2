"""Explore: a collection with its filters in the address, counts beside each choice, a table that sorts, a picture."""

import json
from dataclasses import dataclass, replace

from flask import Blueprint, redirect, request

from api import cursors, queries
from api.coverage import coverage
from api.pages import pictures
from api.pages.questions import Answered
from api.pages.sheet import narrowed, shown
from api.pages.words import day, label
from schemas import Framework, Organisation, Rating, Speaker
from schemas.parameter import Day
from schemas.query import ArticleQuery, CouncilQuery, QuoteQuery, RatingQuery, SpeakerQuery, StatisticQuery
from schemas.several import joined
from schemas.vocabulary import GRADES

routes = Blueprint("explore", __name__)
MOST_CHOICES, MOST_BARS = 12, 10
NAMED = {"speaker": Speaker, "organisation": Organisation, "framework": Framework}
PRINTED = ("publisher", "subject")
TYPED = ("q", "council", "from", "to", "as_of")


@dataclass(frozen=True)
class Collection:
    """What the page of a collection shows: filters with counts, those that a picture counts by, columns and sorts."""

    query: type
    title: str
    facets: tuple
    pictured: tuple
    columns: tuple
    usual: str = ""


COLLECTIONS = {each.query.record.table: each for each in (
    Collection(RatingQuery, "Ratings", ("grade", "area", "source", "region", "framework", "status", "certainty"),
               ("grade", "area", "region"),
               (("Council", "council"), ("Grade", "grade"), ("Area", "area"), ("Reported", "reported"),
                ("Source", None)), "?sort=-reported"),
    Collection(QuoteQuery, "Quotes", ("speaker", "organisation", "kind"), ("organisation", "speaker", "kind"),
               (("Words", None), ("Speaker", "speaker"), ("For", "organisation"), ("Published", "published")),
               "?sort=-published"),
    Collection(StatisticQuery, "Statistics", ("subject", "grade", "qualifier", "status", "area"),
               ("subject", "grade", "qualifier"),
               (("As printed", None), ("Of what", "subject"), ("Grades", None), ("Count", "count"), ("Share", "share"),
                ("Published", "published")), "?sort=-published"),
    Collection(CouncilQuery, "Councils", ("grade", "region", "type", "status"), ("grade", "region", "type"),
               (("Council", "name"), ("Latest overall grade", "grade"), ("Region", "region"), ("Kind", "type"),
                ("Codes", None)), "?sort=name"),
    Collection(ArticleQuery, "Articles", ("publisher",), ("publisher",),
               (("Headline", "headline"), ("Publisher", "publisher"), ("Published", "published"), ("Records", None)),
               "?sort=-published"),
    Collection(SpeakerQuery, "People", ("organisation",), ("organisation",),
               (("Name", "name"), ("Roles", None), ("Quotes", "quotes")), "?sort=-quotes"),
)}


@routes.get("/explore")
def get_explore():
    """The first collection."""
    return redirect(narrowed("/ratings", request.args.to_dict()))


def _page(collection):
    """The view of a collection."""
    @shown("explore.html", collection.query)
    def get_collection(asked):
        return looked_at(collection, asked)
    return get_collection


for table, collection in COLLECTIONS.items():
    routes.add_url_rule(f"/{table}", f"list_{table}", _page(collection))


def looked_at(collection, asked):
    """What the page of a collection shows."""
    said = request.args.to_dict()
    found = Answered(asked, f"/v1/{asked.record.table}", said)
    table = asked.record.table
    facets = [(name, choices(asked, said, name)) for name in collection.facets]
    following = cursors.write(asked.snapshot.dataset, asked.question, found.last) if found.more else None
    return {
        "collection": collection, "collections": COLLECTIONS, "table": table, "found": found, "said": said,
        "facets": facets, "sorted": asked.sort, "typed": [name for name in TYPED if name in asked.fields],
        "days": [name for name, each in asked.fields.items() if isinstance(each, Day)] + ["as_of"],
        "next": narrowed(f"/{table}", said, cursor=following) if following else None,
        "kept": {name: value for name, value in said.items() if name not in (*TYPED, "cursor")},
        "coverage": coverage(asked) if asked.record is Rating else None,
        "picture": drawn(collection, asked, said), "chosen": chosen(collection, asked, said),
    }


def choices(asked, said, name):
    """The choices of a filter: (value, label, count, whether it is chosen, the address that chooses it or not)."""
    chosen = asked.filters.get(name, ())
    others = replace(asked, filters={key: value for key, value in asked.filters.items() if key != name})
    found = counted(others, name, MOST_CHOICES)
    named = names(asked.snapshot, name, [value for value, _ in found])
    return [(value, named[value], count, value in chosen, _toggled(asked, said, name, value, chosen))
            for value, count in found]


def counted(asked, name, most):
    """The values of a filter with how many records have them: grades by the scale, all else by how many."""
    found = [(row["value"], row["count"]) for row in queries.facets(asked, (name,))[name] if row["value"] is not None]
    return sorted(found, key=lambda pair: GRADES.index(pair[0])) if name == "grade" else found[:most]


def names(snapshot, filter, values):
    """What the values of a filter are called: ids as their records are, words of closed lists by their labels."""
    if filter in NAMED:
        found = {value: queries.one(snapshot, NAMED[filter], value) for value in values}
        return {value: json.loads(text)["name"] if text else value for value, text in found.items()}
    return {value: value if filter in PRINTED else label(value) for value in values}


def _toggled(asked, said, name, value, chosen):
    left = [other for other in chosen if other != value] if value in chosen else [*chosen, value]
    return narrowed(f"/{asked.record.table}", said, **{name: joined(left) or None, "cursor": None})


def chosen(collection, asked, said):
    """The filters that are set: (name, what it is set to, the address without it)."""
    found = []
    for name, values in said.items():
        if name in asked.filters or name in ("as_of", "lineage"):
            shown = values
            if name in collection.facets:
                shown = ", ".join(names(asked.snapshot, name, asked.filters[name]).values())
            elif name == "as_of":
                shown = day(values)
            elif name == "council":
                shown = ", ".join(council["name"] for council in asked.councils)
            found.append((name, shown, narrowed(f"/{asked.record.table}", said, **{name: None, "cursor": None})))
    return found


def drawn(collection, asked, said):
    """The picture of what is shown, counted by the first filter that is not set."""
    name = next((each for each in collection.pictured if each not in asked.filters), collection.pictured[0])
    found = counted(asked, name, MOST_BARS)
    if not found:
        return None
    called = names(asked.snapshot, name, [value for value, _ in found])
    bars = [(called[value], count, narrowed(f"/{asked.record.table}", said, **{name: joined([value]), "cursor": None}),
             f"grade-{value}" if name == "grade" else "plain") for value, count in found]
    return {"svg": pictures.bars(bars, f"{collection.title} by {name}; the table below holds the same numbers."),
            "name": name, "rows": [(called[value], count) for value, count in found]}
