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
# The rows whose values lie between two, halved again and again: the halves of span n are 2n and 2n + 1. Span 0 holds
# the values in order, of days or where they are few enough; if they are, the place of each row's value too.
SPANS = "CREATE TABLE span_sets (field TEXT, span INTEGER, low, high, count INTEGER, rows BLOB)"
# Of the days in order: the rows of the one at a place and of those behind it. Of step 0 they go up to the next place
# that WIDTH divides; those of step 1 go on by WIDTH days at a time to the next that its square divides; those of the
# last step by its square at a time to the end. The rows of a day and of all behind it are those of a set of each step.
SINCE = "CREATE TABLE since_sets (field TEXT, step INTEGER, number INTEGER, rows BLOB)"
TABLES = (VALUES, SPANS, SINCE)
# Of tables of many rows: the most frequent values of a column of many, with their counts, among the rows that hold a
# key of another, or that lie since a day. Only where many rows do.
TOPS = "CREATE TABLE top_counts (field TEXT, by TEXT, key TEXT, counts BLOB)"
TOPS_INDEX = "CREATE UNIQUE INDEX top_counts_key ON top_counts (field, by, key)"
MANY_ROWS, MANY_VALUES, MANY_HELD, MOST_COUNTED = 100_000, 100, 2000, 100
INDEXES = (
    "CREATE INDEX value_sets_key ON value_sets (field, key)",
    "CREATE INDEX value_sets_count ON value_sets (field, count DESC, value)",
    "CREATE UNIQUE INDEX span_sets_span ON span_sets (field, span)",
    "CREATE UNIQUE INDEX since_sets_number ON since_sets (field, step, number)",
)
WIDTH, STEPS = 16, 3
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
    """(table, column) of each order, and of each span of days, whose values are kept in order too."""
    found = {(query.record.table, name): None for query in (*QUERIES, TimelineQuery)
             for field in query._declared_fields.values() if isinstance(field, Sort)
             for name in field.columns.values() if name != "id"}
    return tuple(found | dict.fromkeys(dated()))


def following(place, count):
    """(step, number) of the sets whose rows are those of the value at a place of `count` and of all behind it."""
    for step in range(STEPS):
        last = step == STEPS - 1
        if place * WIDTH ** step >= count:
            return
        if last or place % WIDTH:
            yield step, place
            place += WIDTH - 1
        place //= WIDTH


def reached(step, number, count):
    """The place behind the last value of a set of `following`."""
    behind = count if step == STEPS - 1 else (number // WIDTH + 1) * WIDTH ** (step + 1)
    return min(behind, count)


@cache
def dated():
    """(table, column) of each span of days."""
    return tuple({(query.record.table, field.on): None for query in (*QUERIES, TimelineQuery)
                  for field in query._declared_fields.values() if isinstance(field, Day)})


@cache
def tables():
    """The tables whose rows have to stand in the order of their ids."""
    return tuple(dict.fromkeys(query.record.table for query in (*QUERIES, TimelineQuery)))


def frequent(counted):
    """What puts (value, count) in order: the most frequent first, of those as frequent the unknown, then by value."""
    value, number = counted
    return -number, value is not None, value or ""


def folded(text):
    """A text as it is compared where capitals do not count: SQLite's NOCASE, which knows those of ASCII."""
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)
