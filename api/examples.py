"""Examples for the OpenAPI document, put together from the examples that the fields declare."""

import json

from marshmallow import fields, validate

from api.formats import documents
from schemas.reply import Meta
from schemas.shape import JSONLD
from schemas.timeline import AnyOf

# What the declarations leave open because no one value is typical: all of it is invented.
TEXTS = {
    "text": "Children were left waiting too long for help.",
    "exact": "Birmingham city council, which has now failed",
    "prefix": "The report is plain: ",
    "suffix": " for the protection of its children.",
    "detail": "'Bucks' can mean the present council or the one before it.",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "title": "Inspection of services for children in need of help and protection",
    "grades": "good",
    "aliases": "Birmingham Council",
    "former_gss_codes": "E06000001",
}

BODIES = {
    "text/plain": "Ofsted rates Invented children's services inadequate\n\n\"We are sorry,\" said Ada Example.\n",
    "application/octet-stream": "Ofsted rates Invented children's services inadequate\n",
    "text/html": "<!doctype html><title>Invented</title><article><p>\"We are sorry,\" said Ada Example.</p></article>",
}
TYPICAL = {"grade": "inadequate", "area": "help-and-protection", "type": "metropolitan-district",
           "region": "West Midlands"}
# What is particular to one schema, so that the members of an example tell of the same thing.
PARTICULAR = {
    ("LatestRating", "grade"): "good",
    ("LatestRating", "source"): "official",
    ("LatestRating", "trust"): "read-from-report",
    ("Summary", "region"): None,
    ("Summary", "framework"): None,
    ("Summary", "type"): None,
    ("SummaryMeta", "councils"): [],
    ("SummaryMeta", "area"): ["overall-effectiveness"],
    ("SummaryMeta", "source"): ["official"],
    ("Statistic", "evidence"): [{"exact": "17 of the 50", "prefix": "Inspectors rated ",
                                 "suffix": " councils outstanding.", "start": 310, "end": 322}],
    ("Issue", "evidence"): [{"exact": "Bucks", "prefix": "Inspectors criticised ", "suffix": " for its delays.",
                             "start": 120, "end": 125}],
    ("Quote", "evidence"): [{"exact": TEXTS["text"], "prefix": "\u201c", "suffix": "\u201d said Dame Ada Example.",
                             "start": 420, "end": 465}],
}
USUALLY_NULL = {"document", "inspected", "continued_by", "next", "change", "valid_to", "in_force_to"}
USUALLY_EMPTY = {"former_gss_codes", "predecessors", "successors"}


def of(schema):
    """An example of a schema, in its JSON form."""
    name = (schema if isinstance(schema, type) else type(schema)).__name__
    return {each.data_key or key: PARTICULAR[name, key] if (name, key) in PARTICULAR else _value(key, each)
            for key, each in schema._declared_fields.items()}


def reply(schema, address):
    """An example of what an address answers; a page is without what only a parameter asks for."""
    made = of(schema)
    if "facets" in made:
        del made["facets"]
        made["links"]["self"] = f"{address.replace('{id}', 'birmingham')}?limit={made['meta']['limit']}"
    return made


def shaped(schema, shape):
    """An example of a record in a shape, or of a page's records."""
    listed = schema._declared_fields.get("data")
    record = type(listed.inner.schema) if listed else schema
    made = json.loads(documents.single(shape, record, of(record), "https://facts.example",
                                       Meta._declared_fields["dataset"].metadata["example"]))
    return {"@context": made.pop("@context"), "@graph": [made]} if listed and shape is JSONLD else made


def path(record):
    """An example of the id in a record's address."""
    return of(record)["id"] if "id" in getattr(record, "_declared_fields", {}) else "birmingham"


def _value(key, each):
    if isinstance(each, AnyOf):
        return of(each.schemas[0])
    if isinstance(each, fields.Dict):
        return each.metadata["example"]
    if key in TYPICAL and not isinstance(each, fields.List):
        return TYPICAL[key]
    if key in USUALLY_NULL and each.allow_none:
        return None
    if isinstance(each, fields.Nested):
        return of(type(each.schema))
    if isinstance(each, fields.List):
        return [] if key in USUALLY_EMPTY else [_value(key, each.inner)]
    if "example" in each.metadata:
        return each.metadata["example"]
    if each.allow_none and key not in TEXTS:
        return None
    words = next((test.choices for test in each.validators if isinstance(test, validate.OneOf)), None)
    return words[0] if words else TEXTS.get(key) or each.metadata["description"]
