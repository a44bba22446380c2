"""The address that was asked for, as it is written in links."""

import re
from urllib.parse import quote, urlencode

from flask import request

from api.shapes import ending

# What needs no quoting stays as the client wrote it.
SAFE_PATH = re.compile(r"[A-Za-z0-9/_.~-]*").fullmatch
SAFE_QUERY = re.compile(r"[A-Za-z0-9%&=+.,_~*:-]*").fullmatch
CURSOR = re.compile(r"(?:^|&)cursor=[^&]*")


def path(plain=False, environ=None):
    """The address without its query; `plain` without an ending that names its shape."""
    environ = environ or request.environ
    written = environ["PATH_INFO"].rstrip("/")
    if not SAFE_PATH(written):
        written = quote(request.path.rstrip("/"))
    return written if plain else written + ending(environ)


def template(rule):
    """A routing rule as the contract writes it."""
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule)


def here():
    """The whole address."""
    environ = request.environ
    query = _query(environ)
    return f"{path(environ=environ)}?{query}" if query else path(environ=environ)


def following(cursor):
    """The address of the page that a cursor begins."""
    environ = request.environ
    query = CURSOR.sub("", _query(environ)).lstrip("&")
    before = f"{query}&" if query else ""
    return f"{path(environ=environ)}?{before}cursor={cursor}"


def _query(environ):
    query = environ.get("QUERY_STRING", "")
    return query if SAFE_QUERY(query) else urlencode(list(request.args.items()))
