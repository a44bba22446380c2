"""Tells a browser of a failure on a page, where a program is told problem+json."""

from urllib.parse import quote

from flask import Response, render_template, request

from api.pages.sheet import HTML, dressed, narrowed

API = ("/v1", "/openapi.", "/docs", "/healthz", "/readyz", "/metrics", "/.well-known/")


def failed(problem):
    """The page of a failure, or None where the client did not ask for HTML or the address is the API's."""
    if request.path.startswith(API) or HTML not in request.headers.get("Accept", ""):
        return None
    bad = {error["name"] for error in problem.get("errors", ())}
    rest = {name: value for name, value in request.args.items() if name[:60] not in bad}
    without = narrowed(quote(request.path), rest) if bad else None
    text = render_template("failure.html", problem=problem, without=without)
    answer = Response(text, problem["status"], mimetype=HTML)
    answer.headers["Vary"] = "Accept"
    return dressed(answer)
