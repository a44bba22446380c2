"""Examples for the OpenAPI document, put together from the examples that the fields declare."""

from marshmallow import fields, validate

from schemas.timeline import AnyOf

# What the declarations leave open because no one value is typical: all of it is invented.
TEXTS = {
    "text": "Children were left waiting too long for help.",
    "exact": "Birmingham city council, which has now failed",
    "prefix": "Inspectors have criticised ",
    "suffix": " to protect its children.",
    "detail": "'Bucks' can mean the present council or the one before it.",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "title": "Inspection of services for children in need of help and protection",
    "grades": "good",
    "aliases": "Birmingham Council",
}

BODIES = {
    "text/plain": "Ofsted rates Invented children's services inadequate\n\n\"We are sorry,\" said Ada Example.\n",
    "application/octet-stream": "Ofsted rates Invented children's services inadequate\n",
    "text/html": "<!doctype html><title>Invented</title><article><p>\"We are sorry,\" said Ada Example.</p></article>",
}
SHAPES = {
    "json": {"id": "birmingham"},
    "csv": "id,name\r\nbirmingham,Birmingham\r\n",
    "ndjson": '{"id":"birmingham","name":"Birmingham"}\n',
    "xlsx": "PK...",
    "jsonld": {"@context": "https://schema.org", "@graph": []},
    "bibtex": "@misc{birmingham,\n  title = {Birmingham City Council}\n}\n",
    "ris": "TY  - DATA\r\nID  - birmingham\r\nER  - \r\n",
    "csl-json": [{"id": "birmingham", "type": "dataset", "title": "Birmingham City Council"}],
}
TYPICAL = {"grade": "inadequate", "area": "help-and-protection"}
USUALLY_NULL = {"document", "inspected", "continued_by", "next", "change", "valid_to", "in_force_to"}
USUALLY_EMPTY = {"former_gss_codes", "predecessors", "successors"}


def of(schema):
    """An example of a schema, in its JSON form."""
    return {each.data_key or key: _value(key, each) for key, each in schema._declared_fields.items()}


def path(record, description):
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
