"""Whose the words of a record are: the official facts are under an open licence, the press's are not."""

from api.program import DATA_LICENCE
from schemas import Article, Organisation, Speaker

# What is read from articles has no licence here: NOTICE says the same.
OWNED = "no open licence: the words are the publisher's and the speaker's"
PRESS = (Article, Speaker, Organisation)
OPEN = {"name": "OGL-UK-3.0", "title": DATA_LICENCE["name"], "path": DATA_LICENCE["url"]}
CLOSED = {"name": "other-closed", "title": OWNED}


def licence(record, values):
    """The address of the licence that a record is under, or that it is under none: it was read from an article."""
    inner = values.get("record") or values
    official = "article" not in inner or inner.get("document")
    return DATA_LICENCE["url"] if official and record not in PRESS else OWNED


def licences(record):
    """The licences that records of a type are under, as a data package names them."""
    if record in PRESS:
        return [CLOSED]
    if "article" not in record._declared_fields:
        return [OPEN]
    return [OPEN, CLOSED] if "document" in record._declared_fields else [CLOSED]
