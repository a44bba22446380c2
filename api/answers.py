"""Puts answers together: which snapshot they come from, their ETag, their shape, their links."""

import json
import re
from functools import partial
from zlib import crc32

from flask import Response, current_app, request
from werkzeug.exceptions import NotFound, ServiceUnavailable

from api import addresses, cursors, queries
from api.dispatch import Answer
from api.errors import BadParameters
from api.formats import citations, documents, linked, tables
from api.formats.selection import selected
from api.formats.terms import licence
from api.middleware.coding import CODING
from api.middleware.headers import SAID
from api.program import DATA_LICENCE, NAME, program_version
from api.snapshot import SNAPSHOT, Unusable
from schemas.shape import BIBTEX, CSL, CSV, JSON, JSONLD, NDJSON, RIS, SELECTION, XLSX

KEPT = (("Cache-Control", "public, no-cache"), ("Vary", "Accept, Accept-Encoding"))
LICENCE_LINK = f'<{DATA_LICENCE["url"]}>; rel="license"'
CATALOG = "/.well-known/api-catalog"
LINKS = ('</openapi.yaml>; rel="service-desc"; type="application/yaml", </docs>; rel="service-doc"; type="text/html", '
         f'</openapi.yaml>; rel="describedby", <{CATALOG}>; rel="api-catalog", {LICENCE_LINK}')

# What is well-formed of a header Host: a name, or an address of either kind, and perhaps a port.
HOST = re.compile(r"(?:[A-Za-z0-9._~-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?").fullmatch
# These hold whole addresses, which begin with the host that the client named.
PLACED = frozenset((JSONLD, BIBTEX, RIS, CSL))

UNCHANGED = Answer(b"", status="304 NOT MODIFIED")


def snapshot():
    """The snapshot in service; 503 while there is none."""
    found = request.environ.get(SNAPSHOT)
    if found is not None:
        return found
    try:
        return current_app.extensions["snapshot"].current()
    except Unusable as error:
        raise ServiceUnavailable(str(error), retry_after=5) from None


def present(snapshot, id):
    """The council that a path names; 404 if it is none."""
    council = snapshot.council_names.present(id)
    if council is None:
        near = snapshot.council_names.suggestion(id)
        said = f"There is no council '{id[:60]}' here"
        raise NotFound(f"{said}; did you mean '{near}'?" if near else f"{said}; /v1/councils lists them.")
    return council


def tagged(snapshot, make, shape="document", placed=False):
    """The answer that `make` gives, with its ETag; 304 without making it if the client has it already.

    One that is `placed` holds whole addresses, so it is another for another host.
    """
    dataset = snapshot.dataset[:16] if snapshot else "program"
    environ = request.environ
    where = f"{addresses.path(environ=environ)}?{environ.get('QUERY_STRING', '')}"
    where = crc32((f"{base()}{where}" if placed else where).encode("latin-1", "replace"))
    coding = environ.get(CODING, "identity")
    tag = f"{dataset}-{program_version()}-{shape}-{coding}-{where:08x}"
    known = environ.get("HTTP_IF_NONE_MATCH", "")
    matched = f'"{tag}"' in known
    # A star means whatever there is, so there has to be something first.
    answer = None if matched else make()
    told = environ.setdefault(SAID, [])
    told += (("ETag", f'"{tag}"'), *KEPT, *(snapshot.modified if snapshot else ()))
    return UNCHANGED if matched or known.strip() == "*" else answer


def say(*headers):
    """Give the answer headers: the server adds them, which costs less than Flask's own way."""
    request.environ.setdefault(SAID, []).extend(headers)


def lasting(answer, told):
    """An answer that is kept for as long as `told` says, whatever else is."""
    said = request.environ[SAID]
    said[:] = [("Cache-Control", told) if name == "Cache-Control" else (name, value) for name, value in said]
    return answer


def fresh(answer):
    """An answer that nobody keeps."""
    say(("Cache-Control", "no-store"))
    return answer


def page(asked, rows):
    """A page of a collection as JSON."""
    more, rows = len(rows) > asked.limit, rows[:asked.limit]
    last = [rows[-1][-1], rows[-1][1]] if more else None
    cursor = cursors.write(asked.snapshot.dataset, asked.question, last) if more else None
    chosen, facets = asked.told.get("fields"), asked.told.get("facets")
    texts = [row[0] for row in rows]
    if chosen:
        texts = [text.encode() for text in selected(texts, chosen)]
    counted = queries.facets(asked, facets) if facets else None
    text, following = documents.page(asked, texts, queries.total(asked), cursor, counted)
    answer = Answer(text, SELECTION if chosen else JSON.media)
    own = f'{LINKS}, <{_canonical(asked)}>; rel="canonical"'
    say(("Link", f'{own}, <{following}>; rel="next"' if more else own))
    return answer


def _canonical(asked):
    """The address of a whole collection, or of the part of it that is one council's."""
    path = addresses.path(plain=True)
    return f"/v1/councils/{asked.councils[0]['id']}/{path.rpartition('/')[2]}" if request.view_args else path


def whole(asked, shape, texts):
    """All records of a collection in a shape without pages."""
    record, chosen = asked.record, asked.told.get("fields")
    say(("Link", f'{LINKS}, <{_canonical(asked)}>; rel="canonical"'))
    if shape is XLSX:
        return _sent(record.table, shape, _workbook(asked, texts))
    cited = partial(citations.cited, base=base(), dataset=asked.snapshot.dataset)
    made = {
        # A table that was saved has lost its header fields, so it carries the licence itself.
        CSV: lambda: tables.write_csv(record, texts, chosen, terms=None if chosen else licence),
        NDJSON: lambda: tables.write_lines(selected(texts, chosen) if chosen else texts),
        JSONLD: lambda: documents.listed(linked.OPENING, record, partial(linked.linked, base=base()), texts, "]}"),
        BIBTEX: lambda: documents.joined(record, cited, citations.bibtex, texts, "\n"),
        RIS: lambda: documents.joined(record, cited, citations.ris, texts, "\r\n"),
        CSL: lambda: documents.listed("[", record, cited, texts, "]"),
    }[shape]()
    return _sent(record.table, shape, made)


def _workbook(asked, texts):
    try:
        if (total := queries.total(asked)) > tables.MOST_ROWS:
            raise tables.TooMuch(f"A sheet holds {tables.MOST_ROWS:,} records, these are {total:,}; ask for csv.")
        return tables.write_workbook(asked.record, texts, asked.snapshot.dataset, asked.told.get("fields"))
    except tables.TooMuch as error:
        raise BadParameters([{"in": "query", "name": "format", "detail": str(error)}]) from None


def one(snapshot, record, id, text, shape, chosen):
    """One record in a shape; 404 if there is none."""
    if text is None:
        raise NotFound(f"There is no {record.noun} '{id[:60]}' here; /v1/{record.table} lists them.")
    if shape is JSON:
        body, media = (next(selected([text], chosen)), SELECTION) if chosen else (text, JSON.media)
        answer = Answer(body, media)
    else:
        answer = _sent(id, shape, documents.single(
            shape, record, signed(snapshot, json.loads(text)), base(), snapshot.dataset))
    own = f"/v1/{record.table}/{id}"
    say(("Link", f'{LINKS}, <{own}>; rel="canonical", <{own}>; rel="cite-as"'))
    return answer


def signed(snapshot, values):
    """A record with the byline of the article that gave it."""
    return {"byline": queries.byline(snapshot, values["article"]["id"])} | values if values.get("article") else values


def base():
    """Where the addresses of this API begin, as the client wrote it; nothing if that is no host."""
    environ = request.environ
    host = environ.get("HTTP_HOST", "")
    return f"{environ['wsgi.url_scheme']}://{host}" if HOST(host) else ""


def _sent(name, shape, body):
    """An answer that a browser saves as a file."""
    media = f"{shape.media}; charset=utf-8" if shape.media.startswith("text/") else shape.media
    answer = Response(body, content_type=media, direct_passthrough=shape is XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{NAME}-{name}.{shape.endings[0]}"'
    return answer
