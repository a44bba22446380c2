"""The page that finds: councils, people, articles, figures and quotes."""

from flask import Blueprint
from markupsafe import Markup
from marshmallow import ValidationError

from api.errors import BadParameters
from api.pages.questions import ask
from api.pages.sheet import narrowed, shown
from api.search import search
from schemas.parameter import Text
from schemas.query import CouncilQuery, Query, SpeakerQuery
from schemas.search import SearchQuery

routes = Blueprint("search_page", __name__)
NOWHERE = {"councils": (), "people": (), "hits": (), "reason": None}


class SearchPageQuery(Query):
    """What the page is asked."""

    q = Text(metadata={"description": "What to look for."})


@routes.get("/search")
@shown("search.html", SearchPageQuery)
def get_search(asked):
    """What is found for the words typed."""
    q = asked.told.get("q", "")
    found = _matches(asked.snapshot, q) if q else NOWHERE
    return {"q": q, "path": narrowed("/v1/search", {"q": q or None})} | found


def _matches(snapshot, q):
    try:
        match = SearchQuery().fields["q"].deserialize(q, "q")
        people = ask(snapshot, SpeakerQuery, q=q, limit=20).rows
        named = ask(snapshot, CouncilQuery, q=q, limit=20).rows
    except (BadParameters, ValidationError):
        return NOWHERE | {"reason": "There is no word in it to look for."}
    meant = snapshot.resolver.resolve(q)
    known = snapshot.councils
    ids = dict.fromkeys([*([meant["match"]["id"]] if meant["match"] else ()),
                         *(one["id"] for one in meant["candidates"]), *(one["id"] for one in named)])
    hits = [hit | {"snippet": Markup(hit["snippet"])} for hit in search(snapshot, match, 50)[0]
            if hit["kind"] != "council"]
    return {"councils": [known[one] for one in ids], "people": people, "hits": hits,
            "reason": meant["reason"] if ids else None}
