"""Chooses the shape of an answer: by the ending of the address, by `format`, by the header Accept, in that order."""

import re
from functools import lru_cache
from urllib.parse import parse_qs

from flask import request
from werkzeug.datastructures import MIMEAccept
from werkzeug.exceptions import NotAcceptable, NotFound
from werkzeug.http import parse_accept_header

from schemas.shape import ENDINGS, JSON, SELECTION

FILES = "/v1/exports/"
ENDING = "inspection_facts.ending"
FORMAT = re.compile(r"(?:^|&)format=([^&]+)")


def parted(wsgi):
    """A WSGI application that is asked for an address without its ending, and told the ending apart."""
    def answered(environ, start_response):
        path, dot, ending = environ["PATH_INFO"].rpartition(".")
        ending = ending.rstrip("/")
        if dot and ending in ENDINGS and path.startswith("/v1/") and not path.startswith(FILES):
            environ["PATH_INFO"] = path
            environ[ENDING] = ending
        return wsgi(environ, start_response)
    return answered


def ending(environ):
    """The ending that the address asked for was written with, or nothing."""
    found = environ.get(ENDING)
    return f".{found}" if found else ""


def chosen(shapes):
    """The one of `shapes` that the request asks for. Raises NotFound or NotAcceptable.

    A `format` that is unknown is refused with the other parameters.
    """
    environ = request.environ
    if ENDING in environ:
        shape = ENDINGS[environ[ENDING]]
        if shape not in shapes:
            raise NotFound(f"This address has no form with the ending .{environ[ENDING]}.")
        return shape
    query = environ.get("QUERY_STRING", "")
    named = parse_qs(query).get("format") if "%" in query else FORMAT.findall(query)
    if named:
        return next((shape for shape in shapes if shape.name == named[0]), JSON)
    accepted = environ.get("HTTP_ACCEPT")
    if not accepted:
        return shapes[0]
    media = tuple(shape.media for shape in shapes)
    place = _accepted(accepted, (*media, SELECTION) if "fields=" in query else media)
    return shapes[place] if place < len(shapes) else JSON


def check_accept(media):
    """Refuse a request whose Accept allows none of the media types that its address has."""
    if ENDING in request.environ:
        raise NotFound("This address has no form with an ending.")
    accepted = request.environ.get("HTTP_ACCEPT")
    if accepted:
        _accepted(accepted, media)


@lru_cache(maxsize=1024)
def _accepted(accepted, media):
    """The place of the best of `media` that an Accept header allows."""
    # What else a client says of a type, such as its charset, does not narrow it.
    allowed = [(said.partition(";")[0].strip(), weight) for said, weight in parse_accept_header(accepted, MIMEAccept)]
    best = MIMEAccept(allowed).best_match(media)
    if best is None and "*/*" not in accepted:
        raise NotAcceptable(f"This address answers {' or '.join(media)}; the header Accept allows none of them.")
    return media.index(best) if best else 0
