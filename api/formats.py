"""Turns rows into the text of an answer."""

import json
from urllib.parse import quote, urlencode

from flask import request
from werkzeug.exceptions import NotAcceptable

JSON = "application/json"


def check_accept(media):
    """Refuse a request whose Accept allows none of the media types that its address has."""
    accepted = request.headers.get("Accept")
    if accepted and "*/*" not in accepted and not request.accept_mimetypes.best_match(media):
        raise NotAcceptable(f"This address answers {' or '.join(media)}; the header Accept allows neither.")


def encoded(document):
    """A document as JSON text, its keys in the order given."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def page(asked, rows, total, cursor):
    """A page of stored records in its envelope, and the address of the next page or None."""
    args = [(name, values[0]) for name, values in request.args.lists() if name != "cursor"]
    following = _address([*args, ("cursor", cursor)]) if cursor else None
    meta = {"total": total, "limit": asked.limit, "dataset": asked.snapshot.dataset}
    if "council" in asked.fields:
        meta["councils"] = asked.councils
    links = {"self": _address(request.args.items()), "next": following}
    data = ",".join([row[2] for row in rows])
    return f'{{"data":[{data}],"meta":{encoded(meta)},"links":{encoded(links)}}}', following


def _address(args):
    query = urlencode(list(args))
    return f"{path()}?{query}" if query else path()


def path():
    """The address asked for, as it is written in a link."""
    return quote(request.path.rstrip("/"))
