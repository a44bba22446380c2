"""Extractions: the records of an article that is sent, which is not stored."""

from flask import Blueprint, current_app

from api.contract import takes
from schemas.query import ExtractionQuery
from schemas.reply import Extraction

routes = Blueprint("extractions", __name__)


@routes.post("/v1/extractions")
@takes(ExtractionQuery, Extraction, "text/plain", "text/html", "application/octet-stream", most=256 * 1024)
def extract_article(told, data):
    """Read an article.

    The article in the body, plain text or an HTML page as saved from a browser, gives the records that a load would
    give. Nothing is stored. Bytes of no stated type are taken for the one or the other, by how they begin. What the
    parameters say of the article wins over what is read from it.
    """
    return current_app.extensions["readers"].ask(told, data)
