"""Which rows a question is about, worked out from the sets that the snapshot keeps."""

from functools import singledispatch

from api.words import holding
from schemas import Rating
from schemas.parameter import Day, Filter, Lifetime, Names, Words
from schemas.sets import column, folded, tables
from schemas.summary import Summary


def keeps_sets(asked):
    """Whether a question can be answered from sets: what stood on a day has none."""
    return asked.record is not None and "as_of" not in asked.told and counted_of(asked).table in tables()


def counted_of(asked):
    """The record type whose rows a question is about; a summary is about ratings."""
    return Rating if asked.record is Summary else asked.record


def rows(asked):
    """The rows that the filters of a question leave, or None for all of them; worked out once."""
    # No field of Asked: a question made by `replace` from this one has other rows.
    if not hasattr(asked, "sifted"):
        asked.sifted = _sifted(asked)
    return asked.sifted


def _sifted(asked):
    record, found, days = counted_of(asked), [], {}
    for name, value in asked.filters.items():
        field = asked.fields[name]
        if isinstance(field, Day):
            days.setdefault(field.on, {})[field.order] = value
        elif (held := sifted(field, value, record, asked.snapshot)) is not None:
            found.append(held)
    found.sort(key=len)
    left = found[0] if found else None
    for other in found[1:]:
        left = left & other
    for on, bounds in days.items():
        left = asked.snapshot.sets.between(f"{record.table}.{on}", bounds.get(">="), bounds.get("<="), left)
    return left


@singledispatch
def sifted(field, value, record, snapshot):
    """The rows that one filter leaves, or None for all of them."""
    raise TypeError(f"No rows are known for {type(field).__name__}")


@sifted.register
def _(field: Filter, value, record, snapshot):
    return snapshot.sets.rows(column(record, field).field, value)


@sifted.register
def _(field: Names, value, record, snapshot):
    return snapshot.sets.rows(column(record, field).field, [folded(each) for each in value])


@sifted.register
def _(field: Lifetime, value, record, snapshot):
    if len(value) > 1:
        return None
    if value[0] == "current":
        return snapshot.sets.rows(column(record, field).field, [None])
    return snapshot.sets.known(f"{record.table}.{field.on}")


@sifted.register
def _(field: Words, value, record, snapshot):
    return holding(snapshot, f"{record.table}_words", value)
