"""The original articles, which the project may not ship, and what tests compare of the records they give."""

import os
import re
from pathlib import Path

import pytest

from fixtures.corpus import SHIPPED, read, sources
from fixtures.extract import extract

FOLDER = os.environ.get("ORIGINALS")
GOLD = Path(__file__).parent / "originals"
NAMES = sorted(path.stem for path in GOLD.glob("*.json"))
RATING = ("grade", "area", "status", "certainty")
FIGURE = ("subject", "area", "status", "count", "of", "share", "change", "qualifier")
WORD = re.compile(r"[^\W_]+")
LINKS = frozenset(("the", "a", "of", "for", "and"))
needs_originals = pytest.mark.skipif(not FOLDER, reason="needs the original articles: make test ORIGINALS=DIR")


def original(name):
    """What the original of this name gives."""
    return _records(FOLDER, name)


def digest(name):
    """What the digest of this name gives."""
    return _records(SHIPPED, name)


def _records(folder, name):
    return next(extract(read(source)) for source in sources(folder) if source.path.stem == name)


def rating(record, more=()):
    """A rating, from the program or a reader, as what must agree."""
    council = record["council"]
    return (council if isinstance(council, str) else council["id"], *(record[key] for key in (*RATING, *more)))


def figure(record, more=()):
    """A statistic, from the program or a reader, as what must agree; its grades are in no order."""
    return (tuple(sorted(record["grades"])), *(record[key] for key in (*FIGURE, *more)))


def quote(record):
    """A quote of the program as what must agree, its marks and apostrophes normalised."""
    speaker, body = (record[key] and record[key]["name"] for key in ("speaker", "organisation"))
    return record["kind"], _plain(record["text"]).rstrip(","), speaker, _role(record["role"], body), body


def _role(role, body):
    """The words of a role in no order, without those of the body: "board of the LGA" is "the LGA's board"."""
    return role and tuple(sorted(_words(role) - _words(body or "")))


def _words(text):
    return set(WORD.findall(_plain(text).replace("'s ", " ").lower())) - LINKS


def _plain(text):
    return re.sub("[“”]", '"', re.sub("[‘’]", "'", text))
