"""What the pages load: a stylesheet that others keep, one of our own, scripts; an address changes with its file."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from flask import Blueprint, Response, abort

from api import answers

routes = Blueprint("assets", __name__)
TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
STATIC = files("api.pages") / "static"
ASSETS = {
    "pico.css": "pico/pico.classless.min.css", "pages.css": "pages.css", "search.js": "search.js",
    "picture.js": "picture.js", "copy.js": "copy.js", "icon.svg": "icon.svg",
}
FOREVER = "public, max-age=31536000, immutable"


@cache
def content(name):
    """The bytes of a file."""
    return (STATIC / ASSETS[name]).read_bytes()


@cache
def asset(name):
    """The address of a file."""
    return f"/assets/{sha256(content(name)).hexdigest()[:12]}/{name}"


@routes.get("/assets/<edition>/<name>")
def get_asset(edition, name):
    """A file that pages load; that of another edition is not found."""
    if name not in ASSETS or asset(name) != f"/assets/{edition}/{name}":
        abort(404, "The pages have no such file.")
    answer = answers.tagged(None, lambda: Response(content(name), mimetype=TYPES[name.rpartition(".")[2]]), "asset")
    return answers.lasting(answer, FOREVER)
