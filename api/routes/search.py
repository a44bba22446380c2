"""Search: one ranked list of councils, quotes, statistics and articles; and whether words were printed as a quote."""

from flask import Blueprint

from api import addresses
from api.contract import finds
from api.search import search, text
from api.verify import told
from schemas.search import Search, SearchQuery, Verification, VerifyQuery
from schemas.stored import encoded

routes = Blueprint("search", __name__)


@routes.get("/v1/search")
@finds(SearchQuery, Search)
def search_all(asked):
    """Search councils, articles, statistics and quotes.

    The best first: what is called so before what only says so, and of those equally good the newest. Accents, capitals
    and apostrophes do not matter. Quotes are found by who said them, as what and for whom too.
    """
    hits, total = search(asked.snapshot, asked.filters["q"], asked.limit)
    meta = {"total": total, "limit": asked.limit, "dataset": asked.snapshot.dataset}
    rest = encoded({"meta": meta, "links": {"self": addresses.here(), "next": None}})
    return f'{{"data":[{",".join(map(text, hits))}],{rest[1:]}'


@routes.get("/v1/verify")
@finds(VerifyQuery, Verification)
def verify_quote(asked):
    """Say whether words were printed as a quote.

    Exact, altered with the words that differ and what was really printed, partial for a run of at least three of its
    words, or not found. Marks, capitals, accents and spaces do not matter; a changed word does.

    The verdict is on words on record here. Exact words of a quote whose `kind` is indirect are those of the writer who
    reports it (of a digest, ours): never print them in quotation marks. Not found means that no article that was loaded
    prints them, not that they were never said.
    """
    return told(asked.snapshot, asked.told["quote"])
