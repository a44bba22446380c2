"""The decorators that say what an address takes and answers; requests are held to them, and OpenAPI is made from them.

A request is answered in this order: the type asked for, the parameters, the ETag, and only then a query.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from zlib import crc32

from flask import Response, abort, current_app, request
from werkzeug.exceptions import NotFound, RequestEntityTooLarge, ServiceUnavailable, UnsupportedMediaType

from api import cursors, formats, queries
from api.parameters import Form
from api.program import program_version
from api.readers import Busy
from api.snapshot import Unusable
from schemas.query import PageQuery
from schemas.reply import page_of

MISSING = "There is no {noun} '{id}' here."


@dataclass(frozen=True)
class Operation:
    """What one address takes and answers, besides what its view's docstring says."""

    view: Callable
    form: Form
    reply: type | None
    media: tuple = (formats.JSON,)
    path: tuple = ()
    problems: tuple = (406, 422, 500)
    headers: tuple = ("ETag", "Link")
    example: object = None
    method: str = "get"
    body: tuple = ()


def lists(query: type[PageQuery], without=(), of_council=False):
    """A page of a collection; `of_council` for the part of it that is one council's."""
    form = Form(query, without)
    reply = page_of(query.record, "council" in form.fields)
    path, missing = (("id", COUNCIL),) if of_council else (), (404,) if of_council else ()

    def decorate(view):
        @wraps(view)
        def answer(id=None):
            snapshot = ready(answer.operation)
            asked = form.read(snapshot, (present(snapshot, id),) if of_council else ())
            return tagged(snapshot, lambda: _page(asked, view(asked)))
        answer.operation = Operation(view, form, reply, path=path, problems=(*missing, 406, 410, 422, 500, 503))
        return answer
    return decorate


def shows(record, description=None):
    """One record; the view gives its stored JSON, or None if there is none."""
    form = Form()

    def decorate(view):
        @wraps(view)
        def answer(id):
            snapshot = ready(answer.operation)
            form.read(snapshot)
            return tagged(snapshot, lambda: _one(record, id, view(snapshot, id)))
        answer.operation = Operation(view, form, record, problems=(404, 406, 422, 500, 503),
                                     path=(("id", description or f"The {record.noun}'s id."),))
        return answer
    return decorate


def tells(reply, *media, path=(), problems=(), kept="program", example=None):
    """A document about the program; the view gives its text.

    It is `kept` by clients for as long as the "program" or the "data" stays the same, or not at all: None.
    """
    form, media = Form(), media or (formats.JSON,)

    def decorate(view):
        @wraps(view)
        def answer(**where):
            formats.check_accept(media)
            form.read(None)
            if kept is None:
                return _fresh(_document(view(**where), media[0]))
            return tagged(snapshot() if kept == "data" else None, lambda: _document(view(**where), media[0]))
        answer.operation = Operation(view, form, reply, media, path, (*problems, 406, 422, 500),
                                     ("ETag",) if kept else (), example)
        return answer
    return decorate


def takes(query, reply, *media, most):
    """A body of one of the types `media`, of at most `most` bytes; the view gives a status and a text."""
    form = Form(query)

    def decorate(view):
        @wraps(view)
        def answer():
            formats.check_accept((formats.JSON,))
            asked = form.read(None)
            status, text = _read(view, asked.told | {"suffix": _suffix(media)}, _body(most))
            if status != 200:
                abort(status, text or None)
            return _fresh(Response(text, mimetype=formats.JSON))
        answer.operation = Operation(view, form, reply, problems=(406, 413, 415, 422, 500, 503), headers=(),
                                     method="post", body=media)
        return answer
    return decorate


def _suffix(media):
    """The ending of a file of the type that the request's body has."""
    coding = request.headers.get("Content-Encoding", "identity")
    if request.mimetype not in media or coding != "identity":
        named = f"a body of type '{request.mimetype[:60]}'" if request.mimetype else "a body without Content-Type"
        said = named if coding == "identity" else "a body that is compressed"
        raise UnsupportedMediaType(f"This address does not take {said}; it takes {' or '.join(media)}.")
    return ".html" if request.mimetype == "text/html" else ".txt"


def _body(most):
    if (request.content_length or 0) <= most:
        data = request.stream.read(most + 1)
        if len(data) <= most:
            return data
    raise RequestEntityTooLarge(f"The body is larger than the {most} bytes that this address takes.")


def _read(view, told, data):
    try:
        return view(told, data)
    except Busy as error:
        raise ServiceUnavailable(f"{error} Try again later.", retry_after=5) from None


COUNCIL = "A council: its slug, GSS code, DfE code, Ofsted URN or any of its names."


def ready(operation):
    """The snapshot to answer from, once the request's Accept allows an answer."""
    formats.check_accept(operation.media)
    return snapshot()


def snapshot():
    """The snapshot in service; 503 while there is none."""
    try:
        return current_app.extensions["snapshot"].current()
    except Unusable as error:
        raise ServiceUnavailable(str(error), retry_after=5) from None


def present(snapshot, id):
    """The council that a path names; 404 if it is none."""
    council = snapshot.councils.present(id)
    if council is None:
        near = snapshot.councils.suggestion(id)
        said = f"There is no council '{id[:60]}' here"
        raise NotFound(f"{said}; did you mean '{near}'?" if near else f"{said}; /v1/councils lists them.")
    return council


def tagged(snapshot, make):
    """The answer that `make` gives, with its ETag; 304 without making it if the client has it already."""
    dataset = snapshot.dataset[:16] if snapshot else "program"
    where = crc32(f"{formats.path()}?{request.query_string.decode('latin-1')}".encode())
    tag = f"{dataset}-{program_version()}-json-identity-{where:08x}"
    headers = [("ETag", f'"{tag}"'), *KEPT]
    known = request.if_none_match if "HTTP_IF_NONE_MATCH" in request.environ else ()
    if known and not known.star_tag and known.contains_weak(tag):
        return Response(status=304, headers=headers)
    answer = make()
    # A star means whatever there is, so there has to be something first.
    if known and known.star_tag:
        return Response(status=304, headers=headers)
    answer.headers.extend(headers)
    return answer


def _page(asked, rows):
    more, rows = len(rows) > asked.limit, rows[:asked.limit]
    last = [rows[-1][1], rows[-1][0]] if more else None
    cursor = cursors.write(asked.snapshot.dataset, asked.question, last) if more else None
    text, following = formats.page(asked, rows, queries.total(asked), cursor)
    answer = Response(text, mimetype=formats.JSON)
    answer.headers["Link"] = LINKS + (f', <{following}>; rel="next"' if more else "")
    return answer


def _one(record, id, text):
    if text is None:
        raise NotFound(f"There is no {record.noun} '{id[:60]}' here; /v1/{record.table} lists them.")
    answer = Response(text, mimetype=formats.JSON)
    answer.headers["Link"] = LINKS
    return answer


def _document(made, media):
    return made if isinstance(made, Response) else Response(made, mimetype=media)


def _fresh(answer):
    answer.headers["Cache-Control"] = "no-store"
    return answer


KEPT = (("Cache-Control", "public, no-cache"), ("Vary", "Accept, Accept-Encoding"))
LINKS = ('</openapi.yaml>; rel="service-desc"; type="application/yaml", </docs>; rel="service-doc"; type="text/html", '
         '<https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/>; rel="license"')
