"""The sets of rows that a snapshot keeps ready, and what is made of them: which rows a question is about, in order."""

import json
import threading
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from pyroaring import BitMap

from api import lookups
from schemas.sets import LEAF, following

MOST_BYTES = 32 * 1024 * 1024
MISSING = object()
# How a bitmap holds numbers of which the first 16 bits are the same.
CONTAINERS = "array", "run", "bitset"
# So many rows are looked at one by one: that costs less than to meet them with spans.
FEW = 300
# A span is taken to hold more rows than are wanted if it holds so many times as many were they spread evenly.
MUCH = 4
# So many rows are met with several sets at once rather than with each of them.
DENSE = 20_000
# What has no value is ordered behind all places.
UNKNOWN = 1 << 17


@dataclass
class Span:
    """The rows whose values in a column lie from `low` to `high`."""

    number: int
    low: object
    high: object
    count: int
    rows: BitMap

    @property
    def halved(self):
        """Whether it has halves."""
        return self.count > LEAF and self.low != self.high


@dataclass
class Order:
    """The values of a column in order, and the place of each row's value among them, from 1 on; 0 for none."""

    values: list
    places: array

    def first(self, rows, wanted, down, after):
        """What `Sets.first` gives."""
        numbers, sign = rows.to_array(), -1 if down else 1
        found = sorted([(sign * place if place else UNKNOWN, row)
                        for row, place in zip(numbers, self._places(numbers), strict=False)])
        start = bisect_right(found, (self._key(after[0], sign), after[1])) if after else 0
        return BitMap([row for _, row in found[start:start + wanted]])

    def _places(self, numbers):
        """The places of some rows, and one more: of a single row `itemgetter` would give no tuple."""
        return itemgetter(*numbers, 0, 0)(self.places)

    def _key(self, value, sign):
        """What a value is ordered by; one that no row has stands between two that some have."""
        if value is None:
            return UNKNOWN
        place = bisect_left(self.values, value)
        return sign * (place + 1 if self.values[place:place + 1] == [value] else place + 0.5)


class Sets:
    """The sets of one snapshot; those asked for last are kept unpacked, within a memory bound.

    When half of the bound is reached, what was not asked for since the other half was is forgotten.
    """

    def __init__(self, snapshot):
        self._snapshot = snapshot
        self._kept, self._before, self._size = {}, {}, 0
        self._lock = threading.Lock()

    def rows(self, field, keys):
        """The rows that hold any of the values that `keys` stand for."""
        found = [self._held((field, key), lambda key=key: self._of_key(field, key)) for key in keys]
        return found[0] if len(found) == 1 else BitMap.union(*found)

    def word(self, table, word):
        """The rows of a full-text table, or of the titles in one, that hold a word; with a star, one that begins so."""
        return self._held((table, word), lambda: self._of_word(table, word))

    def _of_word(self, table, word):
        kept = lookups.value_sets(self._snapshot, table, word)
        if kept:
            return BitMap.deserialize(kept[0])
        return BitMap(lookups.matching(self._snapshot, table, word.rstrip("*"), "*" * word.endswith("*")))

    def _of_key(self, field, key):
        found = [BitMap.deserialize(rows) for rows in lookups.value_sets(self._snapshot, field, key)]
        return BitMap.union(*found) if found else BitMap()

    def values(self, field, most, start):
        """The most frequent values of a field from the place `start` on, each as (value, count, rows)."""
        return self._held((field, most, start), lambda: [
            (value, count, BitMap.deserialize(rows))
            for value, count, rows in lookups.values(self._snapshot, field, most, start)])

    def span(self, field, number):
        """A span of a column, or None if there is none of that number."""
        return self._held((field, number, "span"), lambda: next(
            (Span(number, *told, BitMap.deserialize(rows))
             for *told, rows in lookups.span_sets(self._snapshot, field, number)), None))

    def order(self, field):
        """The order of a column, or None: it has too many values or none."""
        order = self._order(field)
        return order if order and order.places else None

    def _order(self, field):
        return self._held((field, 0, "order"), lambda: next(
            (Order(json.loads(values), array("H", places))
             for values, _, _, places in lookups.span_sets(self._snapshot, field, 0)), None))

    def lengths(self, field):
        """How long the text of each row is, by its number."""
        return self._held((field, 0, "lengths"), lambda: array("H", lookups.span_sets(self._snapshot, field, 0)[0][3]))

    def _held(self, key, make):
        made = self._kept.get(key, MISSING)
        if made is not MISSING:
            return made
        made = self._before.get(key, MISSING)
        if made is MISSING:
            made = make()
        size = _size(made)
        with self._lock:
            self._size += size
            if self._size > MOST_BYTES // 2:
                self._before, self._kept, self._size = self._kept, {}, size
            self._kept[key] = made
        return made

    def known(self, field):
        """The rows that have a value in a column."""
        root = self.span(field, 1)
        return root.rows if root else BitMap()

    def day_from(self, field, first):
        """The first day of a column that is not before another, or None."""
        order = self._order(field)
        place = bisect_left(order.values, first) if order else 0
        return order.values[place] if order and place < len(order.values) else None

    def between(self, field, first, last, rows=None):
        """The rows whose day lies from `first` to `last`, None for no bound; of `rows` if given."""
        order = self._order(field)
        if order is None:
            return BitMap()
        values = order.values
        start = bisect_left(values, first) if first is not None else 0
        end = bisect_right(values, last) if last is not None else len(values)
        found = self._since(field, start, len(values), rows)
        return found - self._since(field, end, len(values), found) if end < len(values) else found

    def _since(self, field, place, count, rows):
        """The rows of the value at a place and of all behind it; of `rows` if given."""
        parts = [self._held((field, *told, "since"), lambda told=told: BitMap.deserialize(
            lookups.since_set(self._snapshot, field, *told))) for told in following(place, count)]
        if rows is not None and len(rows) < DENSE:
            parts = [part & rows for part in parts]
        found = parts[0] if len(parts) == 1 else BitMap.union(BitMap(), *parts)
        return found if rows is None or len(rows) < DENSE else found & rows

    def first(self, rows, field, wanted, down, after=None, bounds=(None, None)):
        """Some of `rows`, among them the first `wanted` by a column; only those after (value, row) if given.

        Rows of one value are in the order of their numbers, those without a value last. With a value of None in
        `after` only such are left. `bounds` are what all values are known to lie between.
        """
        if len(rows) <= FEW and (order := self.order(field)):
            return order.first(rows, wanted, down, after)
        found, root = BitMap(), self.span(field, 1)
        known = after is None or after[0] is not None
        waiting = [1] if root and known else []
        while waiting and len(found) < wanted:
            span = self.span(field, waiting.pop())
            if self._passed(span, down, after, *bounds) or not rows.intersect(span.rows):
                continue
            touched, left = after is not None and span.low <= after[0] <= span.high, wanted - len(found)
            # To count what is in it takes long where it is much, as it then likely is.
            if span.halved and (touched or span.count * len(rows) > MUCH * left * root.count
                                or rows.intersection_cardinality(span.rows) > left):
                waiting += [2 * span.number, 2 * span.number + 1] if down else [2 * span.number + 1, 2 * span.number]
            else:
                held = rows & span.rows
                found |= self._leaf(held, field, span, left, down, after if touched else None) \
                    if touched or len(held) > left else held
        if len(found) < wanted:
            rest = rows - root.rows if root else rows
            start = after[1] + 1 if after and after[0] is None else 0
            found |= BitMap(islice(rest.iter_equal_or_larger(start), wanted))
        return found

    @staticmethod
    def _passed(span, down, after, low, high):
        if low is not None and span.high < low or high is not None and span.low > high:
            return True
        if after is None or after[0] is None:
            return False
        return span.low > after[0] if down else span.high < after[0]

    def _leaf(self, rows, field, span, wanted, down, after):
        """The first rows of a span that is not halved; some more where the places of its values are not known."""
        if span.low == span.high:
            return BitMap(islice(rows.iter_equal_or_larger(after[1] + 1 if after else 0), wanted))
        if order := self.order(field):
            return order.first(rows, wanted, down, after)
        return BitMap(lookups.rows_after(self._snapshot, field, rows, after, down)) if after else rows


def _size(made):
    """About how many bytes something takes."""
    if isinstance(made, list):
        return sum(_size(rows) for _, _, rows in made)
    if isinstance(made, array):
        return 2 * len(made)
    if isinstance(made, Order):
        return 2 * len(made.places) + 100 * len(made.values)
    if made is None:
        return 200
    told = (made.rows if isinstance(made, Span) else made).get_statistics()
    return 300 + 64 * told["n_containers"] + sum(told[f"n_bytes_{kind}_containers"] for kind in CONTAINERS)
