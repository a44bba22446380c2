"""Whatever is asked, the answer is a page or a problem, never a failure."""

import json
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api import cursors
from api.app import create_app
from api.council_names import CouncilNames
from fixtures.tables import councils
from schemas.slug import slug
from schemas.query import QUERIES

STORED = st.text(st.characters(codec="utf-8"))
TABLES = [query.record.table for query in QUERIES]
NAMES = sorted({field.data_key or key for query in QUERIES for key, field in query().fields.items()})
VALUES = st.one_of(
    st.text(max_size=40), st.sampled_from(["good", "current", "leeds", "Bucks", "2015-01-01", "-id", "id", "7", "a,b"]),
    st.integers().map(str),
)


@pytest.fixture(scope="module")
def client(database):
    """The application without a server: the same code, fast enough for thousands of questions."""
    return create_app(database).test_client()


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(TABLES), st.lists(st.tuples(st.sampled_from(NAMES) | st.text(max_size=9), VALUES), max_size=4))
def test_any_query_is_answered_or_refused_by_name(client, table, query):
    answer = client.get(f"/v1/{table}?{urlencode(query, errors='surrogatepass')}")
    assert answer.status_code in (200, 422), answer.text
    document = json.loads(answer.data)
    if answer.status_code == 422:
        given_names = {name[:60] for name, _ in query}
        assert document["errors"] and all(error["name"] in given_names for error in document["errors"])


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_in_a_query_are_answered_or_refused(client, raw):
    text = quote(raw, safe="&=%+,;\"'")
    assert client.get("/v1/quotes", query_string=text).status_code in (200, 422)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_an_id(client, text):
    assert client.get(f"/v1/councils/{quote(text, errors='replace', safe='')}").status_code in (200, 404)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_accept_header_is_answered_or_406(client, text):
    accept = text.encode("latin-1", "ignore").decode("latin-1").replace("\n", "").replace("\r", "")
    assert client.get("/healthz", headers={"Accept": accept}).status_code in (200, 406)


@given(STORED, STORED, st.one_of(st.none(), STORED, st.integers()), STORED)
def test_a_cursor_comes_back_as_it_was_written(dataset, question, value, id):
    text = cursors.write(dataset, question, [value, id])
    assert cursors.read(dataset, question, text) == (value, id)


@given(st.text(max_size=120))
def test_any_text_is_a_cursor_or_is_refused(text):
    with pytest.raises((cursors.Foreign, cursors.Outdated)):
        cursors.read("data", "question", text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(councils()), min_size=1, max_size=5))
def test_any_list_of_names_is_taken_apart_rightly(chosen):
    found, unknown = CouncilNames(councils()).any_of(",".join(council["name"] for council in chosen))
    assert unknown is None and {council["id"] for council in chosen} <= {council["id"] for council in found}
    assert {council["name"] for council in found} == {council["name"] for council in chosen}


@given(st.text())
def test_a_slug_is_a_slug_of_itself(text):
    assert slug(slug(text)) == slug(text)
