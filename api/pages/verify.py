"""The page that says whether words were printed as a quote, and what was really printed."""

from flask import Blueprint

from api.pages.sheet import narrowed, shown
from api.verify import pieces, verify
from schemas.parameter import Quotation
from schemas.query import Query

routes = Blueprint("verify_page", __name__)


class VerifyPageQuery(Query):
    """What the page is asked."""

    quote = Quotation()


@routes.get("/verify")
@shown("verify.html", VerifyPageQuery)
def get_verify(asked):
    """The verdict on words, with the printed quotes that it rests on."""
    said, snapshot = asked.told.get("quote", ""), asked.snapshot
    found = verify(snapshot, said) if said else {"verdict": None, "matches": []}
    altered = found["verdict"] == "altered"
    matches = [(match["quote"], pieces(said, match["quote"]["text"]) if altered else [(match["quote"]["text"], False)],
                match["differences"]) for match in found["matches"]]
    return {"said": said, "verdict": found["verdict"], "matches": matches,
            "path": narrowed("/v1/verify", {"quote": said or None}),
            "held": {name: int(snapshot.meta[f"total.{name}"]) for name in ("quotes", "articles")}}
