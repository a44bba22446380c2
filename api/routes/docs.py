"""The page to read and try the API; it needs no other site and no script inside the page."""

from importlib.resources import files

from flask import Blueprint, abort, make_response

from api.contract import tells

routes = Blueprint("docs", __name__)
TYPES = {"css": "text/css", "js": "text/javascript", "png": "image/png"}
SWAGGER = files("flask_swagger_ui") / "dist"
OWN = files("api") / "static"
ASSETS = {
    "swagger-ui.css": SWAGGER, "swagger-ui-bundle.js": SWAGGER, "favicon-32x32.png": SWAGGER, "docs.js": OWN,
    "docs.css": OWN,
}
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "base-uri 'none'; form-action 'none'; frame-ancestors 'none'")


@routes.get("/docs")
@tells(None, "text/html", example="<!doctype html>")
def get_docs():
    """Get a page to read and try this API.

    It needs no other site.
    """
    answer = make_response((OWN / "docs.html").read_text(encoding="utf-8"))
    answer.headers["Content-Security-Policy"] = POLICY
    return answer


@routes.get("/docs/<file>")
@tells(None, *TYPES.values(), path=(("file", "A file that the page is made of.", *ASSETS),), problems=(404,),
       example="/* ... */")
def get_docs_file(file):
    """Get a file that the page is made of."""
    if file not in ASSETS:
        abort(404, f"The page has no such file; it has {', '.join(ASSETS)}.")
    answer = make_response((ASSETS[file] / file).read_bytes())
    answer.mimetype = TYPES[file.rpartition(".")[2]]
    return answer
