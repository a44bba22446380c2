"""What is answered from sets of rows is what the tables say, for any question."""

import json
import random
from array import array

import pytest
from flask import Flask
from pyroaring import BitMap

from api import queries
from api.parameters import Form
from api.sets import Order
from api.snapshot import Source
from fixtures import snapshot
from schemas.inquiry import SummaryQuery, TimelineQuery
from schemas.parameter import Choice, Day, Filter, Lifetime, Words, countable
from schemas.query import QUERIES
from schemas.sets import STEPS, WIDTH, following, reached
from tests import invented

ASKED = 40


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """A snapshot with so few values that they meet often, and words that many records hold."""
    path = tmp_path_factory.mktemp("sets") / "facts.sqlite"
    snapshot.write(path, invented.records(articles=60, quotes=1500, ratings=900, statistics=400, issues=250))
    return Source(path).current()


def values(opened, form, name, chance):
    """A value that a filter may be given, now and then one that nothing has."""
    field, table = form.fields[name], form.record.table
    if isinstance(field, Words):
        words = ["safeguarding", "children's", '"children\'s services"', "saf*", "café", "leeds", "body", "lea*", "1", "zzz"]
        return " ".join(chance.sample(words, chance.randint(1, 2)))
    if isinstance(field, Day):
        return f"20{chance.randint(9, 20):02}-0{chance.randint(1, 9)}-{chance.randint(10, 28)}"
    if isinstance(field, Choice):
        return ",".join(chance.sample(list(field.words), chance.randint(1, 2)))
    source = field.table or {"summary": "ratings"}.get(table, table)
    known = [row[0] for row in opened.select(f"SELECT DISTINCT {field.on} FROM [{source}] WHERE {field.on} IS NOT NULL")]
    return ",".join(value for value in chance.sample(known, min(len(known), chance.randint(1, 3))) if "," not in value)


def questions(opened, query, chance):
    """Addresses' queries that ask a collection for anything it can be asked."""
    form = Form(query)
    names = [name for name, field in form.fields.items() if isinstance(field, Filter)]
    for _ in range(ASKED):
        told = {name: values(opened, form, name, chance) for name in chance.sample(names, min(len(names), chance.randint(1, 3)))}
        told = {name: value for name, value in told.items() if value}
        if told.get("from", "") > told.get("to", "9999"):
            told["from"], told["to"] = told["to"], told["from"]
        if query is SummaryQuery:
            told["by"] = ",".join(chance.sample(("grade", "region", "framework", "type"), chance.randint(1, 3)))
        yield form, told | {"sort": chance.choice(form.fields["sort"].names), "limit": chance.choice([1, 3, 20, 70])}


def pages(form, told, opened):
    """The total and the rows of the first pages of a question, each begun by the cursor of the one before."""
    from urllib.parse import urlencode

    with Flask("asking").test_request_context(f"/?{urlencode(told)}"):
        asked, found = form.read(opened), []
        for _ in range(4):
            rows = queries.page(asked)
            found += rows[:asked.limit]
            if len(rows) <= asked.limit:
                break
            asked.after = (rows[asked.limit - 1][-1], rows[asked.limit - 1][1])
        asked.after = None
        return queries.total(asked), [(json.loads(row[0]), row[1]) for row in found]


@pytest.mark.parametrize("few", [0, 2000])
@pytest.mark.parametrize("query", [*QUERIES, SummaryQuery, TimelineQuery], ids=lambda query: query.__name__)
def test_the_sets_say_what_the_tables_say(opened, query, few, monkeypatch):
    """Both by spans and by the places of each row's values."""
    monkeypatch.setattr("api.sets.FEW", few)
    chance, found_any = random.Random(query.__name__), 0
    for form, told in questions(opened, query, chance):
        by_sets = pages(form, told, opened)
        with monkeypatch.context() as patched:
            patched.setattr(queries, "keeps_sets", lambda asked: False)
            assert by_sets == pages(form, told, opened), told
        found_any += by_sets[0]
    assert found_any


@pytest.mark.parametrize("singly", [0, 20_000])
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.__name__)
def test_facets_from_sets_are_those_of_the_tables(opened, query, singly, monkeypatch):
    monkeypatch.setattr("api.counts.SINGLY", singly)
    chance, names = random.Random(query.__name__), countable(query)
    for form, told in [(Form(query), {}), *questions(opened, query, chance)][:20]:
        with Flask("asking").test_request_context("/"):
            asked = form.read(opened)
        asked.filters = {name: form.value(name, str(value)) for name, value in told.items()
                         if name in names and name != "council"}
        by_sets = queries.facets(asked, names)
        with monkeypatch.context() as patched:
            patched.setattr(queries, "keeps_sets", lambda asked: False)
            assert by_sets == queries.facets(asked, names), told


def test_what_is_counted_ahead_is_what_the_tables_say(tmp_path, monkeypatch):
    """Of few records too, and so that of most values only a part is among the most frequent."""
    for place in ("fixtures.tops.MANY_ROWS", "fixtures.tops.MANY_VALUES", "fixtures.tops.MANY_HELD"):
        monkeypatch.setattr(place, 2)
    for place in ("fixtures.tops.MOST_COUNTED", "api.counts.MOST_COUNTED", "api.queries.MOST_VALUES"):
        monkeypatch.setattr(place, 4)
    snapshot.write(tmp_path / "facts.sqlite", invented.records(articles=40, quotes=500, ratings=300, statistics=200, issues=90))
    opened = Source(tmp_path / "facts.sqlite").current()
    monkeypatch.setattr("api.counts._most_frequent", lambda *told: [])
    chance = random.Random(3)
    for query in QUERIES:
        form, names, ahead = Form(query), countable(query), 0
        for name in [name for name, field in form.fields.items() if isinstance(field, Filter) and name != "to"] * 3:
            text = values(opened, form, name, chance).split(",")[0]
            if not text or isinstance(form.fields[name], Words | Lifetime):
                continue
            with Flask("asking").test_request_context("/"):
                asked = form.read(opened)
            asked.filters = {name: form.value(name, text)}
            by_sets = queries.facets(asked, names)
            with monkeypatch.context() as patched:
                patched.setattr(queries, "keeps_sets", lambda asked: False)
                by_tables = queries.facets(asked, names)
            for each in names:
                if by_sets[each]:
                    assert by_sets[each] == by_tables[each], (name, text, each)
                    ahead += 1
        assert ahead or opened.select(f"SELECT count(*) FROM [{query.record.table}]")[0][0] < 10, query


def test_a_lifetime_is_counted_by_its_words(opened):
    with Flask("asking").test_request_context("/"):
        form = Form(QUERIES[0])
        asked = form.read(opened)
    assert isinstance(form.fields["status"], Lifetime)
    assert {each["value"] for each in queries.facets(asked, ("status",))["status"]} == {"current", "abolished"}


def test_rows_stand_in_the_order_of_their_ids(opened):
    for query in (*QUERIES, TimelineQuery):
        ids = [row[0] for row in opened.select(f"SELECT id FROM [{query.record.table}] ORDER BY rowid")]
        assert ids == sorted(ids) and opened.select(f"SELECT max(rowid) FROM [{query.record.table}]")[0][0] == len(ids)


def test_entries_of_timelines_lead_to_the_records_that_they_name(opened):
    rows = opened.select("SELECT e.rating_id, r.id, e.quote_id, q.id, e.json IS NULL, e.record_row FROM timeline AS e "
                         "LEFT JOIN ratings AS r ON r.rowid = e.record_row LEFT JOIN quotes AS q ON q.rowid = e.record_row")
    assert {kind: sum(bool(row[place]) for row in rows) > 50 for kind, place in (("rating", 0), ("quote", 2))} == {"rating": True, "quote": True}
    for rating, rating_there, quote, quote_there, pointing, place in rows:
        assert rating == rating_there if rating else quote == quote_there if quote else not pointing and place is None


@pytest.mark.parametrize("count", [0, 1, 15, 16, 17, 255, 256, 257, 5000])
def test_the_sets_of_a_day_and_all_behind_it_leave_none_out_and_hold_none_twice(count):
    for place in range(count + 1):
        told = list(following(place, count))
        assert len(told) <= STEPS and [step for step, _ in told] == sorted({step for step, _ in told})
        ends = [place]
        for step, number in told:
            assert number * WIDTH**step == ends[-1]
            ends.append(reached(step, number, count))
        assert ends[-1] == count


def test_frequent_words_have_sets_and_what_they_hold_is_what_the_index_finds(opened):
    from api.words import holding

    assert opened.sets.word("quotes_words", "safeguarding") and opened.sets.word("quotes_words", "saf*")
    assert opened.sets.word("quotes_words", "zzz") == BitMap()
    for match in ('"safeguarding"', '"saf"*', '"children\'s"', '"s"*', '"inspector\'s" "services"', '"and"', '"zzz"'):
        found = {row[0] for row in opened.select("SELECT rowid FROM quotes_words WHERE quotes_words MATCH ?", (match,))}
        assert set(holding(opened, "quotes_words", match)) == found, match


@pytest.mark.parametrize("down", [False, True])
def test_an_order_goes_on_behind_any_value(down):
    order, rows = Order([3, 5, 9], array("H", [0, 2, 1, 0, 2, 3, 0])), BitMap(range(1, 7))
    values = {1: 5, 2: 3, 4: 5, 5: 9}
    in_order = sorted(rows, key=lambda row: (row not in values, (-1 if down else 1) * values.get(row, 0), row))
    assert list(order.first(rows, 3, down, None)) == sorted(in_order[:3])
    for value, row in [(each, row) for each in (1, 3, 4, 5, 7, 9, 11, None) for row in range(8)]:
        found = set(order.first(rows, 9, down, (value, row)))
        for other in rows:
            if value is None or other not in values:
                behind = other not in values and (value is not None or other > row)
            else:
                behind = values[other] < value if down and values[other] != value else (values[other], other) > (value, row)
            assert (other in found) == behind, (value, row, other)
