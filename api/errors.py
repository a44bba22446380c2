"""Every failure becomes one problem+json body here (RFC 9457)."""

import json
import logging
from http import HTTPStatus
from urllib.parse import quote

from flask import Response, current_app, request
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable, UnprocessableEntity

from api.middleware.headers import SAID
from api.middleware.watch import ID
from api.snapshot import Unusable
from schemas.suggestion import meant

MEDIA = "application/problem+json"
# As RFC 9110 has them; what Python calls these has changed with its version.
TITLES = {413: "Content Too Large", 414: "URI Too Long", 416: "Range Not Satisfiable", 422: "Unprocessable Content"}
DETAILS = {
    404: "There is nothing at this address; /v1 says what there is.",
    405: "This method cannot be used here; the header Allow lists those that can.",
    406: "This address cannot answer in a type that the header Accept allows.",
    413: "The body is larger than this address takes.",
    414: "The address is longer than any that is answered here.",
    415: "This address does not take a body of this type.",
    416: "The file has no such part; the header Content-Range says how long it is.",
    429: "These are too many requests; the header Retry-After says when to go on.",
    500: "Something went wrong here; it has been logged.",
    503: "There is no data to answer from at the moment.",
}
MOST_TAKEN_IN, PIECE = 16 * 1024 * 1024, 64 * 1024
log = logging.getLogger(__name__)


class BadParameters(UnprocessableEntity):
    """Parameters that are refused, each with its name and what is wrong."""

    def __init__(self, errors):
        names = ", ".join(error["name"] for error in errors)
        noun = "parameter" if len(errors) == 1 else "parameters"
        super().__init__(f"The {noun} {names} cannot be understood.")
        self.errors = errors


def register(app, page):
    """Answer every failure of the app in the one form, or as the HTML that `page` makes of it for a browser."""
    app.extensions["page_of_failure"] = page
    app.register_error_handler(HTTPException, problem)
    app.register_error_handler(Unusable, unusable)
    app.register_error_handler(Exception, failure)


def unusable(error):
    """The snapshot was lost while it was read."""
    return problem(ServiceUnavailable(str(error), retry_after=5))


def failure(error):
    """An unforeseen failure: logged whole, told without its cause."""
    log.error("%s %s failed", request.method, request.path, exc_info=error,
              extra={"request": request.environ.get(ID)})
    return problem(InternalServerError())


def problem(error):
    """The answer to a failure; headers such as Allow and Retry-After stay."""
    body = {
        "type": "about:blank",
        "title": TITLES.get(error.code) or HTTPStatus(error.code).phrase,
        "status": error.code,
        "detail": _detail(error),
        "instance": quote(request.path)[:2000],
    }
    if isinstance(error, BadParameters):
        body["errors"] = error.errors
    answer = current_app.extensions["page_of_failure"](body) or Response(
        json.dumps(body, ensure_ascii=False), error.code, mimetype=MEDIA)
    for name, value in error.get_headers(request.environ):
        if name.lower() not in ("content-type", "content-length"):
            answer.headers[name] = _sorted(value) if name == "Allow" else value
    answer.headers["Cache-Control"] = "no-store"
    request.environ.pop(SAID, None)
    _taken_in()
    return answer


def _taken_in():
    """Read what is left of a refused body: a client still sending it would see a broken connection, not the answer."""
    for _ in range(MOST_TAKEN_IN // PIECE if "CONTENT_LENGTH" in request.environ else 0):
        if len(request.environ["wsgi.input"].read(PIECE)) < PIECE:
            break


def _sorted(methods):
    return ", ".join(sorted(methods.split(", ")))


def _detail(error):
    if error is request.routing_exception and error.code == 404:
        return _nowhere()
    said = error.description if error.description != type(error).description else None
    return said or DETAILS.get(error.code) or HTTPStatus(error.code).description or HTTPStatus(error.code).phrase


def _nowhere():
    fixed = [rule.rule for rule in current_app.url_map.iter_rules() if not rule.arguments]
    near = meant(request.path, fixed)
    return f"There is nothing at this address; did you mean {near}?" if near else DETAILS[404]
