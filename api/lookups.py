"""Every SELECT that looks up sets of rows, or narrows a few rows down."""

import json
import zlib

from schemas.search import SPAN


def value_sets(snapshot, field, key):
    """The sets filed under a key of a field; null is the key of the rows without a value."""
    found = snapshot.select("SELECT rows FROM value_sets WHERE field = ? AND key IS ?", (field, key))
    return [row[0] for row in found]


def span_sets(snapshot, field, number):
    """A span of a column: lowest and highest value, how many rows, which; no row if there is none of that number."""
    return snapshot.select("SELECT low, high, count, rows FROM span_sets WHERE field = ? AND span = ?", (field, number))


def since_set(snapshot, field, step, number):
    """The rows of some values and of those behind them, as `schemas.sets.following` numbers them."""
    return snapshot.select("SELECT rows FROM since_sets WHERE field = ? AND step = ? AND number = ?",
                           (field, step, number))[0][0]


def values(snapshot, field, most, start):
    """The most frequent values of a field with their counts and sets, from the place `start` on."""
    return snapshot.select("SELECT value, count, rows FROM value_sets WHERE field = ? ORDER BY count DESC, value "
                           "LIMIT ? OFFSET ?", (field, most, start))


def reaching(snapshot, field, least):
    """How many values of a field have at least so many rows."""
    return snapshot.count("SELECT count(*) FROM value_sets WHERE field = ? AND count >= ?", (field, least))


def counts(snapshot, field, most):
    """The most frequent values of a field with their counts, over all rows."""
    return snapshot.counts("SELECT value, count FROM value_sets WHERE field = ? ORDER BY count DESC, value LIMIT ?",
                           (field, most))


def top_counts(snapshot, field, by, key):
    """The most frequent values of a field among the rows that hold a key or lie since a day, if counted ahead."""
    found = snapshot.select("SELECT counts FROM top_counts WHERE field = ? AND by = ? AND key IS ?", (field, by, key))
    return [tuple(each) for each in json.loads(zlib.decompress(found[0][0]))] if found else None


def rows_after(snapshot, field, rows, after, down):
    """Those of a few rows that come after (value, row) in the order of a column."""
    table, _, name = field.partition(".")
    marks, beyond = ", ".join("?" * len(rows)), "<" if down else ">"
    return [row[0] for row in snapshot.select(
        f"SELECT rowid FROM [{table}] WHERE rowid IN ({marks}) AND ({name} {beyond} ? OR {name} = ? AND rowid > ?)",
        (*rows, after[0], after[0], after[1]))]


def row_of(snapshot, table, id):
    """The number of the row with an id, or of the last one before it."""
    found = snapshot.select(f"SELECT rowid FROM [{table}] WHERE id <= ? ORDER BY id DESC LIMIT 1", (id,))
    return found[0][0] if found else 0


def matching(snapshot, table, text, star=""):
    """The rows of a full-text table, or of the titles in it (`search.title`), that hold words; a star: or begin so."""
    table, _, column = table.partition(".")
    match = f'{"{title called} : " if column else ""}"{text}"{star}'
    return [row[0] for row in snapshot.select(
        f"SELECT rowid & {SPAN - 1} FROM [{table}] WHERE [{table}] MATCH ?", (match,))]
