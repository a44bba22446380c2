"""Sets of rows that a snapshot keeps ready: the rows of each value of each filter, of spans of each order, of words.

A row's number is its place in the order of ids. With them what a question costs does not grow with what it finds.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from schemas.inquiry import TimelineQuery
from schemas.parameter import Day, Filter, Sort
from schemas.query import QUERIES

# The key is what a filter looks for: the value, in small letters where capitals do not count.
VALUES = "CREATE TABLE value_sets (field TEXT, key TEXT, value TEXT, count INTEGER, rows BLOB)"
# The rows whose values lie between two, halved again and again: the halves of span n are 2n and 2n + 1. Span 0 of a
# column of few enough values holds them, in order, and the place of each row's value among them.
SPANS = "CREATE TABLE span_sets (field TEXT, span INTEGER, low, high, count INTEGER, rows BLOB)"
TABLES = (VALUES, SPANS)
INDEXES = (
    "CREATE INDEX value_sets_key ON value_sets (field, key)",
    "CREATE INDEX value_sets_count ON value_sets (field, count DESC, value)",
    "CREATE UNIQUE INDEX span_sets_span ON span_sets (field, span)",
)
# A span of no more rows than this is not halved.
LEAF = 64
# With more values than this a column has no span 0; a place has two bytes.
MOST_VALUES = 65_535
# Words that more records than this hold have sets; those of others are looked up among the words.
COMMON = 200


@dataclass(frozen=True)
class Column:
    """A column that sets are made of: one of the records' table, or one of another table joined to it."""

    table: str
    on: str
    other: str | None = None
    key: str | None = None
    by: str = "id"
    folded: bool = False

    @cached_property
    def field(self):
        """What the sets are filed under."""
        return ".".join(filter(None, (self.table, self.other, self.on)))


@cache
def column(record, field):
    """The column that a filter of a record type looks at."""
    return Column(record.table, field.on, field.table, field.key, field.by, bool(field.collate))


@cache
def valued():
    """The columns whose values have sets."""
    found = {column(query.record, field): None for query in (*QUERIES, TimelineQuery)
             for field in query._declared_fields.values()
             if isinstance(field, Filter) and field.on and not isinstance(field, Day)}
    return (*found, Column("ratings", "type", "councils", "id", "council_id"))


@cache
def ordered():
    """(table, column) of each order and each span of days."""
    found = {}
    for query in (*QUERIES, TimelineQuery):
        for field in query._declared_fields.values():
            names = field.columns.values() if isinstance(field, Sort) else [field.on] if isinstance(field, Day) else ()
            found |= {(query.record.table, name): None for name in names if name != "id"}
    return tuple(found)


@cache
def tables():
    """The tables whose rows have to stand in the order of their ids."""
    return tuple(dict.fromkeys(query.record.table for query in (*QUERIES, TimelineQuery)))


def folded(text):
    """A text as it is compared where capitals do not count: SQLite's NOCASE, which knows those of ASCII."""
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)
