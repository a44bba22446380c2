"""Counts by sets of rows: facets and summaries, whose cost does not grow with the number of records."""

import json
from collections import Counter
from functools import lru_cache
from itertools import count
from operator import itemgetter

from api import lookups
from api.rows import counted_of, rows
from schemas.parameter import Day, Lifetime, Names, Words
from schemas.sets import MOST_COUNTED, column, folded, frequent
from schemas.stored import encoded
from schemas.summary import DIMENSIONS
from schemas.vocabulary import GRADES

FIELDS = {"grade": "ratings.grade", "region": "ratings.councils.region", "framework": "ratings.framework",
          "type": "ratings.councils.type"}
# Values are looked at in steps, the most frequent first, as long as they can be among the most; no field of a summary
# has more of them than MOST.
STEP, MOST = 100, 1000
# To look at so many rows one by one costs as much as to meet the set of one value.
SINGLY = 20
SCALE = " ".join(GRADES)
NAMES = [(name, json.dumps(name)) for name in DIMENSIONS]


def facet(asked, field, most):
    """The `most` most frequent values of a filter over the rows of a question, each with its count."""
    record, held, snapshot = counted_of(asked), rows(asked), asked.snapshot
    name = column(record, field).field
    if isinstance(field, Lifetime):
        return _lifetimes(snapshot, record, field, name, held)
    if held is None:
        return lookups.counts(snapshot, name, most)
    by, key = _only(asked, record)
    kept = lookups.top_counts(snapshot, name, by, key) if by and most == MOST_COUNTED else None
    return kept or _most_frequent(snapshot, name, held, most)


def _only(asked, record):
    """The column and the key of the one filter of a question that has no other, if it leaves the rows of one set."""
    if len(asked.filters) != 1:
        return None, None
    (name, value), = asked.filters.items()
    field = asked.fields[name]
    if isinstance(field, Day):
        by = f"{record.table}.{field.on}"
        return (by, asked.snapshot.sets.day_from(by, value)) if field.order == ">=" else (None, None)
    if isinstance(field, Words | Lifetime) or len(value) != 1:
        return None, None
    return column(record, field).field, folded(value[0]) if isinstance(field, Names) else value[0]


def _most_frequent(snapshot, name, held, most):
    order, found = snapshot.sets.order(name), []
    for start in count(0, STEP):
        values = snapshot.sets.values(name, STEP, start)
        if order and len(held) <= SINGLY * len(values):
            return _singly(order, held, most)
        found += [(value, both) for value, _, each in values if (both := held.intersection_cardinality(each))]
        least = _least([both for _, both in found], most)
        # What comes later has no more rows than the last one here.
        if len(values) < STEP or values[-1][1] < least:
            return sorted((each for each in found if each[1] >= least), key=frequent)[:most]
        if order and not start and len(held) <= SINGLY * lookups.reaching(snapshot, name, least):
            return _singly(order, held, most)


def _singly(order, held, most):
    """The same, by the value of each row."""
    # Of one row `itemgetter` would give no tuple.
    numbers = Counter(itemgetter(0, 0, *held.to_array())(order.places))
    numbers[0] -= 2
    least = max(1, _least(numbers.values(), most))
    return sorted(((order.values[place - 1] if place else None, number) for place, number in numbers.items()
                   if number >= least), key=frequent)[:most]


def _least(numbers, most):
    """The smallest of the `most` largest numbers, 0 if there are fewer."""
    return sorted(numbers, reverse=True)[most - 1] if len(numbers) >= most else 0


def _lifetimes(snapshot, record, field, name, held):
    current = snapshot.sets.rows(name, [None])
    ended = snapshot.sets.known(f"{record.table}.{field.on}")
    counts = [(word, len(each) if held is None else held.intersection_cardinality(each))
              for word, each in (("current", current), ("abolished", ended))]
    return sorted((each for each in counts if each[1]), key=frequent)


def summary(asked):
    """The rows of a summary in order: (values by which it counts, id, count); made once."""
    if not hasattr(asked, "counted"):
        by = asked.told["by"]
        asked.counted = _in_order(asked, [(key, _ordered(by, key), number) for key, number in _counted(asked)])
    return asked.counted


def _counted(asked):
    """How many rows there are of each combination of values that there is."""
    sets, parts = asked.snapshot.sets, [((), rows(asked))]
    for last in range(len(asked.told["by"]) - 1, -1, -1):
        values = sets.values(FIELDS[asked.told["by"][-1 - last]], MOST, 0)
        join = _number if not last else _both
        parts = [((*key, value), part) for key, held in parts for value, total, each in values
                 if (part := join(held, each, total))]
    return parts


def _both(held, each, total):
    return each if held is None else held & each


def _number(held, each, total):
    return total if held is None else held.intersection_cardinality(each)


def _in_order(asked, found):
    found.sort(key=lambda row: row[1], reverse=asked.sort == "-id")
    if asked.column == "count":
        found.sort(key=lambda row: row[2], reverse=asked.descending)
    return found


def text(asked, key, number):
    """A row of a summary as JSON text."""
    return f"{_begun(asked.told['by'], key)}{number}}}"


@lru_cache(maxsize=16_384)
def _begun(by, key):
    """A row up to its count."""
    told = dict(zip(by, key, strict=True))
    return f'{{{",".join([f"{name}:{encoded(told.get(known))}" for known, name in NAMES])},"count":'


@lru_cache(maxsize=16_384)
def _ordered(by, key):
    """What a row is ordered by; the unknown is last in each of the fields that it is counted by."""
    return "".join([f"{SCALE.index(value) + 1 if value else 99:02d} " if name == "grade" else f"{value or '~'} "
                    for name, value in zip(by, key, strict=True)])
