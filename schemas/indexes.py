"""The indexes and full-text tables of a snapshot, which follow from what can be asked; a hash of how it is laid out."""

import hashlib

from schemas import DERIVED, RECORDS
from schemas.parameter import Filter, Sort
from schemas.query import QUERIES
from schemas.record import children, columns

# One more whenever what is written into these tables changes, though their columns do not.
EDITION = 7


def indexes():
    """The indexes of a snapshot, as table and columns in SQL: one for each filter, two for each way to sort."""
    found = set()
    for query in QUERIES:
        for field in query._declared_fields.values():
            if isinstance(field, Filter) and field.on:
                found |= set(_filter_indexes(query.record.table, field))
            if isinstance(field, Sort):
                found |= {(query.record.table, (f"{column}{way}", "id"))
                          for column in field.columns.values() if column != "id" for way in ("", " DESC")}
    found |= {(table.table, terms) for table in DERIVED for terms in table.lookups}
    return sorted(found)


def _filter_indexes(table, field):
    yield field.table or table, (field.on + field.collate, field.key or "id")
    if field.by != "id":
        yield table, (field.by, "id")


def searches():
    """The full-text indexes of a snapshot: record type, name, and the flat columns and lists that are searched."""
    for query in QUERIES:
        if query.searched:
            flat = tuple(name for name in columns(query.record) if name in query.searched)
            lists = tuple(child for child in children(query.record) if child.field in query.searched)
            yield query.record, f"{query.record.table}_words", flat, lists


def layout():
    """A hash of the snapshot's tables and indexes: a program refuses a snapshot that was laid out otherwise."""
    tables = [(record.table, list(columns(record)), [(c.name, list(c.columns)) for c in children(record)])
              for record in RECORDS]
    tables += [(table.table, list(columns(table))) for table in DERIVED]
    searched = [(name, flat, [child.name for child in lists]) for _, name, flat, lists in searches()]
    return hashlib.sha256(repr((EDITION, tables, indexes(), searched)).encode()).hexdigest()[:16]
