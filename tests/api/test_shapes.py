"""The same question holds the same records in every shape; nothing is cut, and a spreadsheet runs nothing."""

import csv
import io
import json
import random
import tracemalloc
from datetime import date
from urllib.parse import urlencode

import pytest
from marshmallow import ValidationError
from openpyxl import load_workbook

from api.formats import citations, tables
from api.app import create_app
from api.formats.citations import bibtex
from api.program import DATA_LICENCE
from api.formats.terms import OWNED
from schemas import RECORDS, Article, Council, Framework, Quote, Rating
from schemas.parameter import Choice, Filter
from schemas.query import QUERIES
from schemas.several import joined, names
from schemas.shape import CITATIONS, CSV, JSONLD, NDJSON, SHAPES, XLSX, paths, shapes_of, table_columns

BY_TABLE = {query.record.table: query for query in QUERIES}


@pytest.fixture(scope="module")
def client(database):
    """The application without a server."""
    return create_app(database).test_client()


def walk(client, path, query):
    """All records that a question has as JSON, page by page."""
    address, found = f"{path}?{urlencode(query)}", []
    while address:
        page = client.get(address).get_json()
        found += page["data"]
        address = page["links"]["next"]
    return found


def table(answer):
    """The rows of a CSV answer as dicts."""
    assert answer.data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"), newline=""), strict=True))


def sheet(answer):
    """The rows of a workbook's first sheet as dicts."""
    first = load_workbook(io.BytesIO(answer.data), read_only=True).worksheets[0]
    names, *rows = first.iter_rows(values_only=True)
    return [dict(zip(names, (str(cell)[:10] if isinstance(cell, date) else cell for cell in row), strict=True)) for row in rows]


READ = {
    CSV: table, XLSX: sheet, NDJSON: lambda answer: [json.loads(line) for line in answer.data.splitlines()],
}


def questions(records, number, seed):
    """Random questions: a collection, some filters with values that occur, an order."""
    chance = random.Random(seed)
    for _ in range(number):
        query = chance.choice(QUERIES)
        asked = {}
        for name, each in query().fields.items():
            if isinstance(each, Choice) and chance.random() < 0.3:
                asked[name] = ",".join(chance.sample(each.words, chance.randint(1, len(each.words))))
        if query in (BY_TABLE["ratings"], BY_TABLE["quotes"]) and chance.random() < 0.3:
            asked["council"] = "leeds,kent,bucks,birmingham,cornwall"
        if query.searched and query.record is not Rating and chance.random() < 0.2:
            asked["q"] = chance.choice(["children's", "safeg*", '"very"', "body", "leeds"])
        asked["sort"] = chance.choice(query().fields["sort"].names)
        yield query.record, asked


@pytest.mark.parametrize("seed", range(10))
def test_the_same_question_holds_the_same_records_in_every_shape(client, records, seed):
    for record, asked in questions(records, 10, seed):
        path = f"/v1/{record.table}"
        expected = walk(client, path, asked | {"limit": 200})
        ids = [each["id"] for each in expected]
        for shape in (CSV, XLSX, NDJSON):
            got = READ[shape](client.get(f"{path}.{shape.endings[0]}?{urlencode(asked)}"))
            assert [row["id"] for row in got] == ids, (shape, asked)
            assert got == expected if shape is NDJSON else same(record, got, expected)
        for shape in CITATIONS:
            text = client.get(f"{path}?{urlencode(asked | {'format': shape.name})}").get_data(as_text=True)
            assert (len(json.loads(text)) if shape.name == "csl-json" else text.count("\nER  - ") if shape.name == "ris"
                    else text.count("\n}\n")) == len(ids)
        if record in (Quote, Rating):
            answer = client.get(path, headers={"Accept": JSONLD.media}, query_string=asked)
            assert [node["identifier"] for node in answer.get_json(force=True)["@graph"]] == ids


def same(record, rows, expected):
    """Whether flat rows say what the records say; a guard before a formula and the kind of nothing apart."""
    for row, values in zip(rows, expected, strict=True):
        for name, path in table_columns(record).items():
            value = tables.cell(values, path)
            shown = "" if row[name] is None else row[name]
            assert str("" if value is None else value) in (str(shown), str(shown).removeprefix("'"), f"{shown}.0") \
                or float(value) == float(shown), (name, value, shown)
    return True


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_a_shape_is_chosen_by_ending_then_format_then_accept(api, record):
    path = f"/v1/{record.table}"
    for shape in shapes_of(record, many=True):
        for ending in shape.endings:
            by_ending = api.get(f"{path}.{ending}?limit=1&format=ndjson", headers={"Accept": "text/csv"})
            assert by_ending.headers["Content-Type"].split(";")[0] == shape.media
        by_format = api.get(f"{path}?format={shape.name}", headers={"Accept": "text/csv"})
        by_accept = api.get(path, headers={"Accept": f"{shape.media}, application/json;q=0.5"})
        assert by_format.headers["Content-Type"] == by_accept.headers["Content-Type"]
        assert by_format.headers["Content-Type"].split(";")[0] == shape.media
        if not shape.paged:
            assert f"inspection-facts-{record.table}." in by_format.headers["Content-Disposition"]
        assert 'rel="license"' in by_format.headers["Link"] and by_format.headers["ETag"]
    assert api.get(path, headers={"Accept": "text/html, */*;q=0.1"}).headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("accepted, path, media", [
    ("application/json; charset=utf-8", "/v1/ratings", "application/json"), ("text/csv; charset=utf-8", "/v1/ratings", "text/csv"),
    ("TEXT/CSV;header=present", "/v1/ratings", "text/csv"), ("text/*;q=0.9;x=y, application/json;v=1;q=0.1", "/v1/ratings", "text/csv"),
    ("application/json;charset=utf-8", "/v1", "application/json"), ("application/json; charset=utf-8", "/v1/search?q=leeds", "application/json"),
    ('application/linkset+json; profile="a"', "/.well-known/api-catalog", "application/linkset+json"),
    ("application/zip;x=y", "/v1/exports/inspection-facts.zip", "application/zip")])
def test_parameters_of_a_type_do_not_narrow_it(api, accepted, path, media):
    answer = api.get(path, headers={"Accept": accepted})
    assert answer.status_code == 200 and answer.headers["Content-Type"].split(";")[0] == media
    assert api.get(path, headers={"Accept": "image/png; charset=utf-8"}).status_code == 406


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_any_record_is_cited_and_asked_for_in_part(api, records, record):
    first = min(records[record], key=lambda each: each["id"])
    for shape in shapes_of(record, many=False):
        answer = api.get(f"/v1/{record.table}/{first['id']}.{shape.endings[0]}")
        assert answer.status_code == 200 and first["id"] in answer.text
        tag = answer.headers["ETag"]
        again = api.get(f"/v1/{record.table}/{first['id']}.{shape.endings[0]}", headers={"If-None-Match": tag})
        assert again.status_code == 304
    part = api.json(f"/v1/{record.table}/{first['id']}?fields=id")
    assert part == {"id": first["id"]}


def test_every_shape_has_its_own_etag(api):
    tags = [api.get(f"/v1/quotes?format={shape.name}").headers["ETag"] for shape in SHAPES]
    assert len(set(tags)) == len(SHAPES)


def test_fields_are_those_asked_for_in_that_order(api, records):
    page = api.json("/v1/ratings?fields=grade,council.name,id,evidence.exact&limit=3&source=press")
    for got in page["data"]:
        assert list(got) == ["grade", "council", "id", "evidence"] and list(got["council"]) == ["name"]
        assert all(list(piece) == ["exact"] for piece in got["evidence"])
    lines = api.get("/v1/ratings.csv?fields=grade,council.name,council,id").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "grade,council_name,council_id,council_gss_code,id" and len(lines) == len(records[Rating]) + 1
    assert json.loads(api.get("/v1/ratings.ndjson?fields=id").text.splitlines()[0]).keys() == {"id"}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_every_field_can_be_asked_for(api, record):
    for path in paths(record):
        assert api.get(f"/v1/{record.table}?fields={path}&limit=1").status_code == 200


@pytest.mark.parametrize("query, name, said", [
    ("format=xslx", "format", "did you mean 'xlsx'"), ("format=", "format", "empty"), ("fields=", "fields", "empty"),
    ("fields=grad", "fields", "did you mean 'grade'"), ("fields=json", "fields", "a field"),
    ("fields=council.nam", "fields", "council.name"), ("facets=grad", "facets", "did you mean 'grade'"),
    ("facets=reported", "facets", "can be counted"), ("format=csv&cursor=x", "cursor", "no pages"),
    ("format=csv&facets=grade", "facets", "JSON"), ("format=csv&grade=bad", "grade", "outstanding"),
    ("format=jsonld&limit=0", "limit", "500"),
])
def test_bad_shapes_are_refused_by_name(api, query, name, said):
    answer = api.get(f"/v1/ratings?{query}")
    assert answer.status_code == 422 and answer.headers["Content-Type"] == "application/problem+json"
    assert [error["name"] for error in answer.json()["errors"]] == [name]
    assert said in answer.json()["errors"][0]["detail"]


def test_a_limit_cuts_no_table(api, records):
    assert len(table_of(api, "/v1/quotes.csv?limit=3")) == len(records[Quote])


def table_of(api, address):
    """The rows of a CSV address."""
    return list(csv.DictReader(io.StringIO(api.get(address).content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.__name__)
def test_facets_count_what_the_filters_leave(client, query):
    path = f"/v1/{query.record.table}"
    for name, each in query().fields.items():
        if not isinstance(each, Filter) or not each.on or name in ("since", "until"):
            continue
        counted = client.get(f"{path}?facets={name}&limit=1").get_json()["facets"][name]
        assert counted and counted == sorted(counted, key=lambda c: -c["count"]) and len(counted) <= 100
        for facet in [facet for facet in counted if facet["value"]][:4]:
            value = f'"{facet["value"]}"' if "," in facet["value"] else facet["value"]
            total = client.get(f"{path}?{urlencode({name: value, 'limit': 1})}").get_json()["meta"]["total"]
            assert total == facet["count"], (name, facet)


@pytest.mark.parametrize("text, values", [
    ("The Invented Times", ["The Invented Times"]), ('"Gazette, The"', ["Gazette, The"]),
    ('Courier of Nowhere, "gazette, the"', ["Courier of Nowhere", "Gazette, The"])])
def test_a_name_with_a_comma_is_a_filter_in_quotation_marks(client, text, values):
    found = client.get("/v1/articles", query_string={"publisher": text, "limit": 500}).get_json()["data"]
    assert {each["publisher"] for each in found} == set(values)
    assert names(joined(values)) == tuple(values)


def test_names_are_written_and_read_alike():
    for values in (["a", "b"], ["a, b", "c"], ['"a" b'], ['a "b" c'], ['say "x, y"'], ["d'e"]):
        assert names(joined(values)) == tuple(values)
    for text in ("", ",", '""', "a,,b"):
        with pytest.raises(ValidationError):
            names(text)


@pytest.mark.parametrize("address, written", [
    ("https://a.example/x_y%20z?a=b&c=d#e~f", "https://a.example/x_y%20z?a=b&c=d#e~f"),
    ("https://a.example/{x}\\y z", "https://a.example/%7Bx%7D%5Cy%20z")])
def test_an_address_stands_in_bibtex_as_it_is(address, written):
    text = bibtex({"id": "a", "type": "dataset", "title": "50% & more", "URL": address, "source": "b"})
    assert f"url = {{{written}}}" in text and "title = {50\\% \\& more}" in text


def test_a_citation_names_who_wrote_the_article(client, records):
    by = {each["id"]: each["byline"] for each in records[Article]}
    ratings = sorted((each for each in records[Rating] if each["article"]), key=lambda each: each["id"])
    cited = {item["id"]: item for item in client.get("/v1/ratings?source=press&format=csl-json").get_json(force=True)}
    assert len(cited) == len(ratings)
    for rating in ratings:
        byline = by[rating["article"]["id"]]
        assert cited[rating["id"]].get("author") == ([{"literal": byline}] if byline else None)
    for rating in ratings[:9]:
        alone = client.get(f"/v1/ratings/{rating['id']}.csl-json").get_json(force=True)
        assert alone == [cited[rating["id"]]]
    signed = next(each["id"] for each in records[Article] if each["byline"])
    assert "author = {Ann Other}" in client.get(f"/v1/articles/{signed}.bib").text


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_a_saved_table_still_says_under_which_licence(api, record):
    rows = table_of(api, f"/v1/{record.table}.csv")
    assert rows and list(rows[0]) == [*table_columns(record), "licence"]
    for row in rows:
        official = record in (Council, Framework) or record is Rating and row["source"] == "official"
        assert row["licence"] == (DATA_LICENCE["url"] if official else OWNED)
    assert "licence" not in table_of(api, f"/v1/{record.table}.csv?fields=id")[0]


def test_a_table_of_both_says_whose_each_row_is(api):
    for row in table_of(api, "/v1/councils/birmingham/timeline.csv"):
        assert row["licence"] == (DATA_LICENCE["url"] if row["kind"] in ("judgement", "reorganisation") else OWNED)
    assert all("license" not in node for node in api.get("/v1/quotes?format=jsonld").json()["@graph"])


def test_a_citation_says_which_data_and_how_far_it_goes(api, records):
    """The data set's hash stands in each; reported speech is in no marks, and what was not checked says so."""
    dataset = api.json("/v1")["dataset"]
    kinds = {each["kind"]: each for each in records[Quote]}
    doubtful = {each["trust"]: each for each in records[Rating]}
    for shape in CITATIONS:
        def cited(record, values, shape=shape):
            return api.get(f"/v1/{record.table}/{values['id']}?format={shape.name}").text
        for record in RECORDS:
            assert f"data set {dataset[:12]}" in cited(record, records[record][0])
        assert "“" in cited(Quote, kinds["direct"])
        assert "“" not in cited(Quote, kinds["indirect"]) and "not word for word" in cited(Quote, kinds["indirect"])
        assert "as a later report restates it" in cited(Rating, doubtful["restated"])
        assert "not checked" not in cited(Rating, doubtful["press"])


def test_a_rating_that_was_not_checked_is_cited_as_such():
    rating = {"id": "a", "council": {"name": "Kent"}, "grade": "good", "area": "leadership", "status": "current",
              "trust": "unverified", "reported": "2026-01-02", "document": {"title": "Kent", "url": None}}
    item = citations.cited(Rating, rating, "https://facts.example", "ab" * 32)
    assert "unverified: not checked against the inspection report" in item["note"] and item["version"] == "ab" * 32
    assert item["note"] in citations.bibtex(item) and item["note"] in citations.ris(item)


def test_what_looks_like_a_formula_is_text():
    for text in ("=1+1", "+1", "-1", "@x", "\tx", "\r=x", "＝1"):
        assert tables.guarded(text) == f"'{text}"
    assert tables.guarded(-0.12) == -0.12 and tables.guarded("a=b") == "a=b" and tables.guarded(None) is None


def test_more_than_a_sheet_holds_is_refused_with_a_pointer_to_csv(client, monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 5)
    answer = client.get("/v1/quotes.xlsx")
    assert answer.status_code == 422 and "csv" in answer.get_json(force=True)["errors"][0]["detail"]


def test_memory_stays_flat_however_many_rows_there_are():
    text = json.dumps(dict.fromkeys(Rating._declared_fields) | {"id": "x" * 50, "evidence": []})
    peaks = []
    for number in (1_000, 10_000):
        tracemalloc.start()
        for _ in tables.write_csv(Rating, (text for _ in range(number))):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.2
