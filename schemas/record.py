"""What every record type shares: one flat row, a list is a child table, unknown is null, no key is ever missing."""

from dataclasses import dataclass
from functools import cache

from marshmallow import EXCLUDE, Schema, fields

SQL_TYPES = {fields.Integer: int, fields.Float: float, fields.Boolean: int}


class Part(Schema):
    """A piece of a record that has no address of its own."""

    class Meta:
        # A reply may grow: a client that validates must not fail on a field added later.
        unknown = EXCLUDE


class Record(Part):
    """A record with an `id`, a table and an address; `table` and `noun` name it, its fields say the rest."""

    table = ""
    noun = ""


def check_declaration(record):
    """Refuse a bad definition at import: every field is required and says what it is."""
    if not record.table or not record.noun or "id" not in record._declared_fields:
        raise TypeError(f"{record.__name__} needs a table, a noun and an id field")
    for key, field in record._declared_fields.items():
        if not field.required:
            raise TypeError(f"{record.__name__}.{key} must be required: unknown is null, never a missing key")
        if not isinstance(field, (fields.Nested, fields.List)) and "description" not in field.metadata:
            raise TypeError(f"{record.__name__}.{key} has no description")


@dataclass(frozen=True)
class ChildTable:
    """The table that a list of a record becomes: `<table>_<field>`, a row for each item, in order."""

    name: str
    key: str
    field: str
    columns: dict
    scalar: bool


def columns(schema):
    """The flat columns of a schema's fields, name to Python type; nested parts become `part_field`."""
    found = {}
    for key, field in schema._declared_fields.items():
        if isinstance(field, fields.Nested):
            found |= {f"{key}_{name}": kind for name, kind in columns(field.schema.__class__).items()}
        elif not isinstance(field, fields.List):
            found[key] = next((kind for cls, kind in SQL_TYPES.items() if isinstance(field, cls)), str)
    return found


@cache
def children(record):
    """The child tables of a record type, one for each of its lists."""
    found = []
    for key, field in record._declared_fields.items():
        if isinstance(field, fields.List):
            scalar = not isinstance(field.inner, fields.Nested)
            inner = {"value": str} if scalar else columns(field.inner.schema.__class__)
            found.append(ChildTable(f"{record.table}_{key}", f"{record.noun}_id", key, inner, scalar))
    return found


def cells(schema, values):
    """A record in its JSON form as one flat row, in the order of `columns`; lists are left out."""
    row = []
    _fill(row, _plan(schema), values)
    return row


@cache
def _plan(schema):
    """For each field that is in the flat row its key and, where it is a part, how many cells it has and their plan."""
    plan = []
    for key, field in schema._declared_fields.items():
        if isinstance(field, fields.Nested):
            part = field.schema.__class__
            plan.append((key, len(columns(part)), _plan(part)))
        elif not isinstance(field, fields.List):
            plan.append((key, 1, None))
    return tuple(plan)


def _fill(row, plan, values):
    for key, width, inner in plan:
        value = values[key]
        if inner is None:
            row.append(value)
        elif value is None:
            row += [None] * width
        else:
            _fill(row, inner, value)


def child_rows(child, record, values):
    """The rows of one child table for a record in its JSON form: its id, the position, and the cells of each item."""
    items = values[child.field]
    if child.scalar:
        return [(values["id"], position, item) for position, item in enumerate(items)]
    part = record._declared_fields[child.field].inner.schema.__class__
    return [(values["id"], position, *cells(part, item)) for position, item in enumerate(items)]
