"""Quotes: words somebody said, with who said them."""

from flask import Blueprint

from api import queries
from api.contract import lists, shows
from schemas import Quote
from schemas.query import QuoteQuery

routes = Blueprint("quotes", __name__)


@routes.get("/v1/quotes")
@lists(QuoteQuery)
def list_quotes(asked):
    """List quotes.

    Quotes with their speaker, role and organisation as printed, and the characters of the article they rest on.
    `from` and `to` compare the day the article was published.
    """
    return queries.page(asked)


@routes.get("/v1/quotes/<id>")
@shows(Quote)
def get_quote(snapshot, id):
    """Get a quote."""
    return queries.one(snapshot, Quote, id)


@routes.get("/v1/councils/<id>/quotes")
@lists(QuoteQuery, without=("council",), of_council=True)
def list_council_quotes(asked):
    """List one council's quotes.

    Of a predecessor and its successor that share a name it is the present one.
    """
    return queries.page(asked)
