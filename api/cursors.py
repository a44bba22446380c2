"""Cursors: where a page ended, as a text that can only be used to go on with the same question to the same data."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from hashlib import blake2b

CHECK, MARK = 6, 8
ENCODER = json.JSONEncoder(separators=(",", ":"))


class Foreign(Exception):
    """A text that is no cursor, or one of another question."""


class Outdated(Exception):
    """A cursor of another data set."""


def write(dataset, question, last):
    """The cursor after the row `last` (the value sorted by, id) of the question's page."""
    body = _mark(dataset) + _mark(question) + ENCODER.encode(last).encode()
    return urlsafe_b64encode(_check(body) + body).decode().rstrip("=")


def read(dataset, question, text):
    """The row that a cursor stands after. Raises Foreign or Outdated."""
    try:
        raw = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except ValueError:
        raise Foreign from None
    check, body = raw[:CHECK], raw[CHECK:]
    if check != _check(body) or urlsafe_b64encode(raw).decode().rstrip("=") != text:
        raise Foreign
    if body[:MARK] != _mark(dataset):
        raise Outdated
    if body[MARK:2 * MARK] != _mark(question):
        raise Foreign
    value, id = json.loads(body[2 * MARK:])
    return value, id


def _check(body):
    return blake2b(body, digest_size=CHECK, key=b"inspection-facts cursor").digest()


@lru_cache(maxsize=256)
def _mark(text):
    return blake2b(text.encode(), digest_size=MARK).digest()
