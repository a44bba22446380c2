"""Turns stored records into the text of an answer."""

import json

from api import addresses
from api.coverage import coverage
from api.formats import citations, linked
from schemas.shape import BIBTEX, CSL, JSONLD, RIS
from schemas.stored import encoded


def page(asked, texts, total, cursor, facets=None):
    """A page of records, each in bytes, in its envelope, and the address of the next page or None."""
    following = addresses.following(cursor) if cursor else None
    meta = {"total": total, "limit": asked.limit, "dataset": asked.snapshot.dataset}
    if "council" in asked.fields:
        meta["councils"] = asked.councils
    if "by" in asked.told:
        meta |= {"by": asked.told["by"], "as_of": asked.told.get("as_of"), "area": asked.filters.get("area", ()),
                 "source": asked.filters.get("source", ()), "coverage": coverage(asked)}
    links = {"self": addresses.here(), "next": following}
    counted = f'"facets":{encoded(facets)},' if facets else ""
    rest = f'],"meta":{encoded(meta)},{counted}"links":{encoded(links)}}}'
    return b'{"data":[' + b",".join(texts) + rest.encode(), following


def single(shape, record, values, base, dataset):
    """One record as linked data or as a citation; `base` is where the addresses begin, `dataset` the data's hash."""
    return {
        JSONLD: lambda: encoded({"@context": linked.CONTEXT, **linked.linked(record, values, base)}),
        BIBTEX: lambda: citations.bibtex(citations.cited(record, values, base, dataset)),
        RIS: lambda: citations.ris(citations.cited(record, values, base, dataset)),
        CSL: lambda: encoded([citations.cited(record, values, base, dataset)]),
    }[shape]()


def listed(first, record, turn, texts, last):
    """The pieces of a JSON list of records, each turned into something else, between two texts."""
    between = first
    for text in texts:
        yield between + encoded(turn(record, json.loads(text)))
        between = ","
    yield last if between == "," else first + last


def joined(record, turn, write, texts, between):
    """The pieces of a text of records, one after the other."""
    for text in texts:
        yield write(turn(record, json.loads(text))) + between
