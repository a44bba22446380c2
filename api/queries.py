"""Every SELECT that answers a question, by name; those that look up sets are in lookups.py."""

import json
from itertools import islice

from api import counts, lookups
from api.rows import keeps_sets, rows
from api.sources import SERVED, narrowed
from schemas.parameter import Day, Lifetime
from schemas.record import columns
from schemas.search import KINDS, SPAN
from schemas.summary import Summary

MOST_VALUES = 100
# As bytes it goes into an answer as it is; as text it would be taken apart and put together again.
BYTES = "CAST(t.json AS BLOB)"
# What a citation needs beside the record: who wrote the article that it is from.
SIGNED = "json_insert(t.json, '$.byline', (SELECT a.byline FROM articles AS a WHERE a.id = t.article_id))"
META = "SELECT key, value FROM meta"


def ids(snapshot, table):
    """All ids of a small table."""
    return tuple(row[0] for row in snapshot.select(f"SELECT id FROM [{table}] ORDER BY id"))


def stored(snapshot, table):
    """All records of a small table."""
    return [json.loads(row[0]) for row in snapshot.select(f"SELECT json FROM [{table}] ORDER BY id")]


def one(snapshot, record, id):
    """The stored JSON of a record in bytes, or None."""
    rows = snapshot.select(f"SELECT CAST(json AS BLOB) FROM [{record.table}] WHERE id = ?", (id,))
    return rows[0][0] if rows else None


def byline(snapshot, article):
    """Who wrote an article, or None."""
    rows = snapshot.select("SELECT byline FROM articles WHERE id = ?", (article,))
    return rows[0][0] if rows else None


def everything(snapshot, record):
    """The stored JSON of all records of a type by id, read as they are taken."""
    return (row[0] for row in snapshot.stream(f"SELECT json FROM [{record.table}] ORDER BY id"))


def issues_by_kind(snapshot):
    """How many issues of each kind there are."""
    return snapshot.counts("SELECT kind, count(*) FROM issues GROUP BY kind ORDER BY kind")


def newest(snapshot):
    """The newest days of the data: of publication and of report."""
    return (snapshot.select("SELECT max(published) FROM articles")[0][0],
            snapshot.select("SELECT max(reported) FROM ratings")[0][0])


def until(snapshot):
    """The last day on which an official judgement began to stand: until then the record goes. None if it is empty."""
    return snapshot.select("SELECT max(since) FROM standings")[0][0]


def judged(asked):
    """The ids of the councils that the ratings of a question are about."""
    source, where, values = narrowed(asked)
    rows = asked.snapshot.counts(f"SELECT DISTINCT t.council_id FROM {source}{_where(where)}", values)
    return {row[0] for row in rows}


def one_of(asked, id):
    """The stored JSON of the record of a question that has an id, or None."""
    source, where, values = narrowed(asked)
    rows = asked.snapshot.select(f"SELECT t.json FROM {source}{_where([*where, 't.id = ?'])}", (*values, id))
    return rows[0][0] if rows else None


def total(asked):
    """How many records a question is about."""
    if asked.record is Summary and keeps_sets(asked):
        return len(counts.summary(asked))
    held = rows(asked) if keeps_sets(asked) else None
    if held is not None:
        return len(held)
    source, where, values = narrowed(asked)
    return asked.snapshot.count(f"SELECT count(*) FROM {source}{_where(where)}", values)


def page(asked):
    """The rows (JSON in bytes, id, value sorted by if that is another) of a page, and one more if another page follows.

    Without a limit it is the stored JSON of every record as text, one after the other.
    """
    if asked.limit is None:
        return every(asked)
    wanted = asked.limit + 1
    if keeps_sets(asked):
        if asked.record is Summary:
            return [(counts.text(asked, key, number).encode(), id, number)
                    for key, id, number in islice(_following(asked, counts.summary(asked)), wanted)]
        if rows(asked) is not None:
            return _held(asked, rows(asked), wanted)
    found = []
    for sql, values in phases(asked, BYTES):
        found += asked.snapshot.select(sql, (*values, wanted - len(found)))
        if len(found) >= wanted:
            break
    return found


def _following(asked, made):
    """The rows of a summary that come after the cursor."""
    if asked.after is None:
        return made
    last, last_id = asked.after
    if asked.column == "id":
        return (row for row in made if (row[1] < last_id if asked.descending else row[1] > last_id))
    return (row for row in made if (row[2] == last and row[1] > last_id)
            or (row[2] < last if asked.descending else row[2] > last))


def _held(asked, held, wanted):
    """The first of some rows after the cursor, in the order of the question."""
    table, column, down = asked.record.table, asked.column, asked.descending
    place = lookups.row_of(asked.snapshot, table, asked.after[1]) if asked.after else None
    if column == "id":
        numbers = _next(held, place, wanted, down)
        order = f"t.rowid{' DESC' if down else ''}"
    else:
        after = (asked.after[0], place) if asked.after else None
        days = {field.order: asked.filters[name] for name, field in asked.fields.items()
                if isinstance(field, Day) and field.on == column and name in asked.filters}
        bounds = days.get(">="), days.get("<=")
        numbers = asked.snapshot.sets.first(held, f"{table}.{column}", wanted, down, after, bounds)
        order = f"t.{column} IS NULL, t.{column}{' DESC' if down else ''}, t.rowid"
    marks = ", ".join("?" * len(numbers))
    wants = f"{BYTES}, t.id" if column == "id" else f"{BYTES}, t.id, t.{column}"
    return asked.snapshot.select(f"SELECT {wants} FROM {SERVED.get(asked.record) or f'[{table}]'} AS t "
                                 f"WHERE t.rowid IN ({marks}) ORDER BY {order} LIMIT ?", (*numbers, wanted))


def _next(held, place, wanted, down):
    """The first numbers after a place, or the last before it."""
    if not down:
        return list(islice(held.iter_equal_or_larger(0 if place is None else place + 1), wanted))
    before = len(held) if place is None else held.rank(place - 1) if place else 0
    return list(held[max(0, before - wanted):before])


def every(asked):
    """The stored JSON of all records of a question, read as they are taken."""
    for sql, values in phases(asked, SIGNED if asked.cited and "article_id" in columns(asked.record) else "t.json"):
        for row in asked.snapshot.stream(sql, (*values, -1)):
            yield row[0]


def facets(asked, names):
    """The most frequent values of each of the filters `names`, over all records of a question."""
    return {name: [{"value": value, "count": count} for value, count in _counts(asked, asked.fields[name])]
            for name in names}


def _counts(asked, field):
    if keeps_sets(asked):
        return counts.facet(asked, field, MOST_VALUES)
    source, where, values = narrowed(asked)
    return asked.snapshot.counts(_counting(source, field, where), values)


def _counting(source, field, where):
    value = f"t.{field.on}"
    if field.table:
        source, value = f"{source} LEFT JOIN [{field.table}] AS f ON f.{field.key} = t.{field.by}", f"f.{field.on}"
    if isinstance(field, Lifetime):
        value = f"CASE WHEN {value} IS NULL THEN 'current' ELSE 'abolished' END"
    return (f"SELECT {value}, count(DISTINCT t.id) FROM {source}{_where(where)} GROUP BY 1 "
            f"ORDER BY 2 DESC, 1 LIMIT {MOST_VALUES}")


def phases(asked, json="t.json"):
    """The SELECTs that give a page one after the other, each of which seeks its first row in an index.

    A page that is ordered by a column goes on with the rows of the same value as the last row before it, then those
    beyond it, then those without a value. The last placeholder of each is the number of rows.
    """
    source, where, values = narrowed(asked)
    column, down = asked.column, asked.descending
    beyond, way = ("<", " DESC") if down else (">", "")
    last, last_id = asked.after or (None, None)
    if column == "id":
        after = ["t.id " + beyond + " ?"] if asked.after else []
        yield _select(asked, json, source, where + after, f"t.id{way}"), (*values, *([last_id] if after else []))
        return
    ordered = f"t.{column}{way}, t.id"
    if asked.after and last is not None:
        yield _select(asked, json, source, [*where, f"t.{column} = ?", "t.id > ?"], "t.id"), (*values, last, last_id)
        yield _select(asked, json, source, [*where, f"t.{column} {beyond} ?"], ordered), (*values, last)
    elif not asked.after:
        yield _select(asked, json, source, [*where, f"t.{column} IS NOT NULL"], ordered), values
    after = ["t.id > ?"] if asked.after and last is None else []
    rest = (*values, *([last_id] if after else []))
    yield _select(asked, json, source, [*where, f"t.{column} IS NULL", *after], "t.id"), rest


def _select(asked, json, source, where, ordered):
    wanted = f"{json}, t.id" if asked.column == "id" else f"{json}, t.id, t.{asked.column}"
    return f"SELECT {wanted} FROM {source}{_where(where)} ORDER BY {ordered} LIMIT ?"


def _where(terms):
    return f" WHERE {' AND '.join(terms)}" if terms else ""


def found(snapshot, numbers):
    """The records of the search with some rowids: rowid, kind, id, title, text."""
    marks = ", ".join("?" * len(numbers))
    # The table behind the index: through the index each costs twice as much.
    return snapshot.select(f"SELECT id, c0, c1, c2, c3 FROM search_content WHERE id IN ({marks})", tuple(numbers))


def beginnings(snapshot):
    """The rowid of the first record of each kind of the search, or None."""
    return [snapshot.select("SELECT rowid FROM search WHERE rowid >= ? AND rowid < ? ORDER BY rowid LIMIT 1",
                            (number * SPAN, (number + 1) * SPAN)) for number in range(len(KINDS))]


def printed(snapshot, key, most):
    """The numbers of quotes that hold words with a key."""
    return [row[0] for row in snapshot.select("SELECT quote FROM printed WHERE key = ? LIMIT ?", (key, most))]


def alike(snapshot, asked, wanted):
    """The numbers of the quotes that weigh most: for each (key, most, weight) `most` at most that hold the key do."""
    each = "SELECT quote, ? AS weight FROM (SELECT quote FROM printed WHERE key = ? LIMIT ?)"
    held = " UNION ALL ".join([each] * len(asked))
    return [row[0] for row in snapshot.select(
        f"SELECT quote FROM ({held}) GROUP BY quote ORDER BY sum(weight) DESC, quote LIMIT ?",
        (*(value for key, most, weight in asked for value in (weight, key, most)), wanted))] if asked else []


def quotes(snapshot, numbers):
    """The id, the text and the stored JSON of quotes, in the order asked for."""
    marks = ", ".join("?" * len(numbers))
    found = snapshot.select(f"SELECT rowid, id, text, json FROM quotes WHERE rowid IN ({marks})", tuple(numbers))
    rows = {number: rest for number, *rest in found}
    return [rows[number] for number in numbers]
