"""Every SELECT of the program, by name."""

import json
from functools import singledispatch

from schemas.parameter import Day, Filter, Lifetime, Words

MOST_VALUES = 100
META = "SELECT key, value FROM meta"


def ids(snapshot, table):
    """All ids of a small table."""
    return tuple(row[0] for row in snapshot.select(f"SELECT id FROM [{table}] ORDER BY id"))


def stored(snapshot, table):
    """All records of a small table."""
    return [json.loads(row[0]) for row in snapshot.select(f"SELECT json FROM [{table}] ORDER BY id")]


def one(snapshot, record, id):
    """The stored JSON of a record, or None."""
    rows = snapshot.select(f"SELECT json FROM [{record.table}] WHERE id = ?", (id,))
    return rows[0][0] if rows else None


def total(asked):
    """How many records a question is about, kept for as long as the snapshot is."""
    where, values = conditions(asked)
    return asked.snapshot.count(f"SELECT count(*) FROM [{asked.record.table}] AS t{_where(where)}", values)


def page(asked):
    """The rows (id, value sorted by, stored JSON) of a page, and one more where another page follows.

    Without a limit it is the stored JSON of every record, one after the other.
    """
    if asked.limit is None:
        return every(asked)
    rows, wanted = [], asked.limit + 1
    for sql, values in phases(asked):
        rows += asked.snapshot.select(sql, (*values, wanted - len(rows)))
        if len(rows) >= wanted:
            break
    return rows


def every(asked):
    """The stored JSON of all records of a question, read as they are taken."""
    for sql, values in phases(asked):
        for row in asked.snapshot.stream(sql, (*values, -1)):
            yield row[2]


def facets(asked, names):
    """The most frequent values of each of the filters `names`, over all records of a question."""
    where, values = conditions(asked)
    return {name: [{"value": value, "count": count} for value, count in asked.snapshot.counts(
        _counting(asked.record, asked.fields[name], where), values)] for name in names}


def _counting(record, field, where):
    source, value = f"[{record.table}] AS t", f"t.{field.on}"
    if field.table:
        source, value = f"{source} LEFT JOIN [{field.table}] AS f ON f.{field.key} = t.{field.by}", f"f.{field.on}"
    if isinstance(field, Lifetime):
        value = f"CASE WHEN {value} IS NULL THEN 'current' ELSE 'abolished' END"
    return (f"SELECT {value}, count(DISTINCT t.id) FROM {source}{_where(where)} GROUP BY 1 "
            f"ORDER BY 2 DESC, 1 LIMIT {MOST_VALUES}")


def phases(asked):
    """The SELECTs that give a page one after the other, each of which seeks its first row in an index.

    A page that is ordered by a column goes on with the rows of the same value as the last row before it, then those
    beyond it, then those without a value. The last placeholder of each is the number of rows.
    """
    where, values = conditions(asked)
    column, down = asked.column, asked.descending
    beyond, way = ("<", " DESC") if down else (">", "")
    last, last_id = asked.after or (None, None)
    if column == "id":
        after = ["t.id " + beyond + " ?"] if asked.after else []
        yield _select(asked, where + after, f"t.id{way}"), (*values, *([last_id] if after else []))
        return
    ordered = f"t.{column}{way}, t.id"
    if asked.after and last is not None:
        yield _select(asked, [*where, f"t.{column} = ?", "t.id > ?"], "t.id"), (*values, last, last_id)
        yield _select(asked, [*where, f"t.{column} {beyond} ?"], ordered), (*values, last)
    elif not asked.after:
        yield _select(asked, [*where, f"t.{column} IS NOT NULL"], ordered), values
    after = ["t.id > ?"] if asked.after and last is None else []
    yield _select(asked, [*where, f"t.{column} IS NULL", *after], "t.id"), (*values, *([last_id] if after else []))


def _select(asked, where, ordered):
    return (f"SELECT t.id, t.{asked.column}, t.json FROM [{asked.record.table}] AS t{_where(where)} "
            f"ORDER BY {ordered} LIMIT ?")


def _where(terms):
    return f" WHERE {' AND '.join(terms)}" if terms else ""


def conditions(asked):
    """The terms of a question's WHERE, and their values."""
    terms, values = [], []
    for name, value in asked.filters.items():
        term, given = condition(asked.fields[name], value, asked.record)
        if term:
            terms.append(term)
            values += given
    return terms, tuple(values)


@singledispatch
def condition(field, value, record):
    """The term of one filter, and its values."""
    raise TypeError(f"No condition is known for {type(field).__name__}")


@condition.register
def _(field: Filter, value, record):
    marks = ", ".join("?" * len(value))
    if field.table is None:
        return f"t.{field.on}{field.collate} IN ({marks})", value
    inner = f"SELECT {field.key} FROM [{field.table}] WHERE {field.on}{field.collate} IN ({marks})"
    return f"t.{field.by} IN ({inner})", value


@condition.register
def _(field: Lifetime, value, record):
    if len(value) > 1:
        return "", ()
    return f"t.{field.on} IS {'NOT ' if value[0] == 'abolished' else ''}NULL", ()


@condition.register
def _(field: Day, value, record):
    return f"t.{field.on} {field.order} ?", (value,)


@condition.register
def _(field: Words, value, record):
    name = f"{record.table}_words"
    return f"t.id IN (SELECT id FROM [{name}] WHERE [{name}] MATCH ?)", (value,)


def found(snapshot, match, most, first=0, last=1 << 62):
    """The first records that a full-text expression matches between two rowids: rowid, kind, id, title, text."""
    return snapshot.select("SELECT rowid, kind, id, title, body FROM search WHERE search MATCH ? AND rowid BETWEEN ? "
                           "AND ? LIMIT ?", (match, first, last, most))


def matching(snapshot, match, most):
    """The numbers of the first records that a full-text expression matches."""
    return snapshot.select("SELECT rowid FROM search WHERE search MATCH ? LIMIT ?", (match, most))


def printed(snapshot, key, most):
    """The numbers of quotes that hold words with a key."""
    return [row[0] for row in snapshot.select("SELECT quote FROM printed WHERE key = ? LIMIT ?", (key, most))]


def quotes(snapshot, numbers):
    """The number and stored JSON of quotes, in the order asked for."""
    marks = ", ".join("?" * len(numbers))
    rows = dict(snapshot.select(f"SELECT rowid, json FROM quotes WHERE rowid IN ({marks})", tuple(numbers)))
    return [(number, rows[number]) for number in numbers]
