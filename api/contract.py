"""The decorators that say what an address takes and answers; requests are held to them, and OpenAPI is made from them.

A request is answered in this order: the type asked for, the parameters, the ETag, and only then a query.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from flask import Response, abort, request
from werkzeug.exceptions import RequestEntityTooLarge, ServiceUnavailable, UnsupportedMediaType

from api import answers
from api.background.readers import Busy
from api.dispatch import Answer
from api.parameters import Form
from api.shapes import check_accept, chosen
from schemas.parameter import countable
from schemas.query import PageQuery
from schemas.reply import page_of
from schemas.shape import CITATIONS, JSON, Facets, Fields, Format, shapes_of

HEADERS = {"program": ("ETag", "Link"), "data": ("ETag", "Link"), "view": ("ETag", "Link", "Repr-Digest"), None: ()}
COUNCIL = "A council: its slug, GSS code, DfE code, Ofsted URN or any of its names."


@dataclass(frozen=True)
class Operation:
    """What one address takes and answers, besides what its view's docstring says."""

    view: Callable
    form: Form
    reply: type | None
    media: tuple = (JSON.media,)
    shapes: tuple = ()
    path: tuple = ()
    problems: tuple = (406, 422, 500)
    headers: tuple = ("ETag", "Link")
    example: object = None
    method: str = "get"
    body: tuple = ()
    deprecated: bool = False


def lists(query: type[PageQuery], without=(), of_council=False, shapes=()):
    """A page of a collection; `of_council` for the part of it that is one council's.

    What is made for a question has only the `shapes` that are given, and no facets.
    """
    record, words = query.record, () if shapes else countable(query, without)
    shapes = shapes or shapes_of(record, many=True)
    more = {"format": Format(shapes), "fields": Fields(record)} | ({"facets": Facets(words)} if words else {})
    form = Form(query, without, more)
    reply = page_of(record, "council" in form.fields, "by" in form.fields)
    path, missing = (("id", COUNCIL),) if of_council else (), (404,) if of_council else ()

    def decorate(view):
        @wraps(view)
        def answer(id=None):
            shape, snapshot = chosen(shapes), answers.snapshot()
            asked = form.read(snapshot, (answers.present(snapshot, id),) if of_council else (), shape.paged)
            if shape.paged:
                return answers.tagged(snapshot, lambda: answers.page(asked, view(asked)), shape.name)
            asked.cited = shape in CITATIONS
            return answers.tagged(snapshot, lambda: answers.whole(asked, shape, view(asked)), shape.name,
                                  shape in answers.PLACED)
        answer.operation = Operation(view, form, reply, shapes=shapes, path=path,
                                     problems=(*missing, 406, 410, 422, 500, 503))
        return answer
    return decorate


def shows(record, description=None, query=None, named=None):
    """One record; the view gives its stored JSON, or None if there is none.

    With a `query` the view is given the question, otherwise the snapshot. `named` gives the record that another name
    in the address means.
    """
    shapes = shapes_of(record, many=False)
    form = Form(query, more={"format": Format(shapes), "fields": Fields(record)})

    def decorate(view):
        @wraps(view)
        def answer(id):
            shape, snapshot = chosen(shapes), answers.snapshot()
            asked = form.read(snapshot, paged=shape.paged)
            fields, source = asked.told.get("fields"), asked if query else snapshot
            known = named(snapshot, id)["id"] if named else id
            return answers.tagged(
                snapshot, lambda: answers.one(snapshot, record, known, view(source, known), shape, fields),
                shape.name, shape in answers.PLACED)
        answer.operation = Operation(view, form, record, shapes=shapes, problems=(404, 406, 422, 500, 503),
                                     path=(("id", description or f"The {record.noun}'s id."),))
        return answer
    return decorate


def tells(reply, *media, path=(), problems=(), kept="program", placed=False, example=None):
    """A document about the program; the view gives its text.

    It is `kept` by clients for as long as the "program" or the "data" stays the same, or not at all: None; a "view" may
    say so itself. One that is `placed` holds whole addresses.
    """
    form, media = Form(), media or (JSON.media,)

    def decorate(view):
        @wraps(view)
        def answer(**where):
            check_accept(media)
            form.read(None)
            if kept == "view":
                return view(**where)
            if kept is None:
                return answers.fresh(_document(view(**where), media[0]))
            snapshot = answers.snapshot() if kept == "data" else None
            return answers.tagged(snapshot, lambda: _linked(view(**where), media[0]), placed=placed)
        answer.operation = Operation(view, form, reply, media, path=path, problems=(*problems, 406, 422, 500),
                                     headers=HEADERS[kept], example=example)
        return answer
    return decorate


def finds(query, reply):
    """A document made for one question; the view gives its text."""
    form = Form(query)

    def decorate(view):
        @wraps(view)
        def answer():
            check_accept((JSON.media,))
            snapshot = answers.snapshot()
            asked = form.read(snapshot)
            return answers.tagged(snapshot, lambda: _linked(view(asked), JSON.media))
        answer.operation = Operation(view, form, reply, problems=(406, 422, 500, 503))
        return answer
    return decorate


def takes(query, reply, *media, most):
    """A body of one of the types `media`, of at most `most` bytes; the view gives a status and a text."""
    form = Form(query)

    def decorate(view):
        @wraps(view)
        def answer():
            check_accept((JSON.media,))
            asked = form.read(None)
            status, text = _read(view, asked.told | {"suffix": _suffix(media)}, _body(most))
            if status != 200:
                abort(status, text or None)
            return answers.fresh(Answer(text, JSON.media))
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


def _linked(made, media):
    answers.say(("Link", answers.LINKS))
    return _document(made, media)


def _document(made, media):
    typed = f"{media}; charset=utf-8" if media.startswith("text/") else media
    return made if isinstance(made, Response) else Answer(made, typed)
