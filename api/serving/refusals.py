"""What a client is told whose request never reaches the application: the same as with any failure of it."""

import json
import re
from http import HTTPStatus
from random import getrandbits
from urllib.parse import quote

from gunicorn.http import errors as http

from api.errors import DETAILS, MEDIA, TITLES
from api.middleware.headers import EVERYWHERE, POLICY
from api.middleware.watch import WELL_FORMED

SAYING = DETAILS | {
    400: "This is not HTTP as it is read here.",
    408: "The request did not arrive in time.",
    417: "What the header Expect asks for cannot be done.",
    431: "The head of the request is longer, or has more fields, than any that is read here.",
    501: "This transfer coding is not read here.",
}
# The first that an error is one of decides.
STATUSES = {
    http.LimitRequestHeaders: 431, http.LimitRequestLine: 414, http.ExpectationFailed: 417,
    http.UnsupportedTransferCoding: 501, http.InvalidRequestLine: 400, http.InvalidRequestMethod: 400,
    http.InvalidHTTPVersion: 400, http.InvalidHeader: 400, http.InvalidHeaderName: 400, http.ObsoleteFolding: 400,
    http.InvalidSchemeHeaders: 400, http.InvalidH2CPreface: 400, http.InvalidChunkSize: 400,
    http.ChunkMissingTerminator: 400, http.InvalidChunkExtension: 400,
}
TARGET = re.compile(rb"[A-Z]+ (/[^ ?\r\n]*)").match
GIVEN_ID = re.compile(rb"\r\nx-request-id:[ \t]*([^\r\n]*?)[ \t]*\r\n", re.I)


def status_of(error):
    """The status that a request earns whose reading failed; None if the failure is not the client's."""
    return next((status for kind, status in STATUSES.items() if isinstance(error, kind)), None)


def refusal(status, head):
    """The bytes of the answer to a request of which `head`, as far as it came, is known."""
    target, id = TARGET(head), GIVEN_ID.search(head, 0, 16_384)
    id = id[1].decode("latin-1") if id else ""
    title = TITLES.get(status) or HTTPStatus(status).phrase
    body = json.dumps({
        "type": "about:blank", "title": title, "status": status, "detail": SAYING[status],
        "instance": quote(target[1][:2000], safe="/%") if target else "/",
    }).encode()
    headers = {
        "Content-Type": MEDIA, "Content-Length": len(body), "Cache-Control": "no-store", **EVERYWHERE, **dict(POLICY),
        "X-Request-Id": id if WELL_FORMED(id) else f"{getrandbits(64):016x}", "Connection": "close",
    }
    told = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {title}\r\n{told}\r\n".encode() + body
