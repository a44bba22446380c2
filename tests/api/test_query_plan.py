"""Every filter and every order of the contract is answered from an index."""

import pytest

from api.conditions import conditions
from api.parameters import Asked, Form
from api.queries import phases
from api.snapshot import Source
from schemas.parameter import Choice, Day, Filter, TypedName, Words
from schemas.query import QUERIES

CASES = [(query, name) for query in QUERIES for name, field in Form(query).fields.items() if isinstance(field, Filter)]


def plan(snapshot, sql, values):
    """What SQLite would do for a SELECT, line by line."""
    return [row[3] for row in snapshot.select(f"EXPLAIN QUERY PLAN {sql}", values)]


@pytest.fixture(scope="module")
def opened(database):
    """The snapshot of invented records."""
    return Source(database).current()


@pytest.mark.parametrize("query, name", CASES, ids=lambda value: getattr(value, "__name__", value))
def test_a_filter_is_looked_up(opened, query, name):
    asked = Asked(opened, query.record, Form(query).fields)
    field = asked.fields[name]
    words = field.words[:1] if isinstance(field, Choice) else ("a",)
    asked.filters[name] = {Words: '"word"', TypedName: '"word"*', Day: "2015-01-01"}.get(type(field), words)
    where, given = conditions(asked)
    steps = plan(opened, f"SELECT count(*) FROM [{query.record.table}] AS t WHERE {' AND '.join(where)}", given)
    assert steps[0].startswith("SEARCH t USING") and not _scans(steps), steps


@pytest.mark.parametrize("query, sort", [(query, sort) for query in QUERIES for sort in query().fields["sort"].names],
                         ids=lambda value: getattr(value, "__name__", value))
@pytest.mark.parametrize("after", [None, ("a", "b"), (None, "b")], ids=["first", "later", "unknown"])
def test_an_order_is_read_from_an_index(opened, query, sort, after):
    asked = Asked(opened, query.record, Form(query).fields, sort=sort, after=after)
    for sql, values in phases(asked):
        steps = plan(opened, sql, (*values, 10))
        assert not _scans(steps) and not any("TEMP B-TREE" in step for step in steps), steps


def _scans(steps):
    indexed = ("USING INDEX", "USING COVERING INDEX", "VIRTUAL TABLE INDEX")
    return [step for step in steps if step.startswith("SCAN") and not any(words in step for words in indexed)]
