"""Collections give the records that were asked for, each once, in the order asked for."""

import datetime
from urllib.parse import quote, urlencode

import pytest

from fixtures.tables import councils
from schemas import RECORDS, Article, Check, Council, Framework, Issue, Quote, Rating, Speaker, Statistic
from schemas.parameter import Day, Filter, Words
from schemas.query import QUERIES

FILTERS = [(query, name) for query in QUERIES for name, field in query().fields.items() if isinstance(field, Filter)
           and not isinstance(field, Words)]
SORTS = [(query, name) for query in QUERIES for name in query().fields["sort"].names]

# What each filter compares, read from a record by hand: another way to the same answer.
COMPARED = {
    (Council, "region"): lambda r: [r["region"]],
    (Council, "type"): lambda r: [r["type"]],
    (Council, "status"): lambda r: ["abolished" if r["valid_to"] else "current"],
    (Council, "grade"): lambda r: [r["latest"]["grade"]] if r["latest"] else [],
    (Rating, "council"): lambda r: [r["council"]["id"]],
    (Rating, "region"): lambda r: [c["region"] for c in councils() if c["id"] == r["council"]["id"]],
    (Rating, "article"): lambda r: [r["article"]["id"]] if r["article"] else [],
    (Quote, "speaker"): lambda r: [r["speaker"]["id"]] if r["speaker"] else [],
    (Quote, "organisation"): lambda r: [r["organisation"]["id"]] if r["organisation"] else [],
    (Quote, "council"): lambda r: [c["id"] for c in r["councils"]],
    (Quote, "article"): lambda r: [r["article"]["id"]],
    (Statistic, "grade"): lambda r: r["grades"],
    (Statistic, "article"): lambda r: [r["article"]["id"]],
    (Article, "council"): lambda r: [c["id"] for c in r["councils"]],
    (Speaker, "organisation"): lambda r: [role["organisation"]["id"] for role in r["roles"] if role["organisation"]],
    (Speaker, "article"): lambda r: [role["article"] for role in r["roles"]],
    (Framework, "grade"): lambda r: r["grades"],
    (Framework, "area"): lambda r: r["areas"],
    (Check, "kind"): lambda r: [r["claim"]["kind"]],
    (Check, "council"): lambda r: [r["claim"]["council"]["id"]] if r["claim"]["council"] else [],
    (Check, "article"): lambda r: [r["article"]["id"]],
    (Issue, "article"): lambda r: [r["article"]["id"]] if r["article"] else [],
}
GIVEN_AS_IS = {
    Rating: ("grade", "area", "status", "certainty", "source", "trust", "framework"), Quote: ("kind",),
    Statistic: ("subject", "area", "status", "qualifier", "framework"), Article: ("publisher",), Issue: ("kind",),
    Check: ("verdict",),
}
DAYS = {Rating: lambda r: r["reported"], Article: lambda r: r["published"]}
SORTED = {
    (Council, "grade"): lambda r: r["latest"] and r["latest"]["grade"],
    (Rating, "council"): lambda r: r["council"]["name"],
    (Check, "kind"): lambda r: r["claim"]["kind"],
    (Check, "council"): lambda r: r["claim"]["council"] and r["claim"]["council"]["name"],
    (Quote, "speaker"): lambda r: r["speaker"] and r["speaker"]["id"],
    (Quote, "organisation"): lambda r: r["organisation"] and r["organisation"]["id"],
}


def compared(record, name):
    """What a filter compares, as a function from a record to values."""
    if name in GIVEN_AS_IS.get(record, ()):
        return lambda r: [r[name]]
    return COMPARED[record, name]


def published(record):
    """The day of a record that `from` and `to` compare."""
    return DAYS.get(record, lambda r: r["article"] and r["article"]["published"])


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_a_collection_gives_every_record_as_it_was_stored(api, records, record):
    found = api.walk(f"/v1/{record.table}?limit=500")
    assert found == sorted(records.get(record), key=lambda each: each["id"])
    assert all(list(each) == list(record._declared_fields) for each in found)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_a_record_is_found_at_its_own_address(api, records, record):
    for each in records[record][:3]:
        assert api.json(f"/v1/{record.table}/{quote(each['id'])}") == each


@pytest.mark.parametrize("query, name", FILTERS, ids=lambda value: getattr(value, "__name__", value))
def test_a_filter_gives_what_matches_and_nothing_else(api, records, query, name):
    record, field = query.record, query().fields[name]
    stored = records[record]
    if isinstance(field, Day):
        day, read = "2015-05-15", published(record)
        expected = [r["id"] for r in stored if read(r) and (read(r) >= day if field.order == ">=" else read(r) <= day)]
        asked = {field.data_key: day}
    else:
        read = compared(record, name)
        values = sorted({value for each in stored for value in read(each) if value and "," not in value})[:2]
        expected = [r["id"] for r in stored if set(read(r)) & set(values)]
        asked = {name: ",".join(values)}
    found = [each["id"] for each in api.walk(f"/v1/{record.table}?{urlencode(asked | {'limit': 100})}")]
    assert found == sorted(expected) and found


@pytest.mark.parametrize("query, sort", SORTS, ids=lambda value: getattr(value, "__name__", value))
def test_a_walk_meets_every_record_once_in_order(api, records, query, sort):
    record, name = query.record, sort.removeprefix("-")
    default = published(record) if name == "published" else lambda r: r[name]
    read = SORTED.get((record, name), default)
    known = sorted((r for r in records[record] if read(r) is not None), key=lambda r: r["id"])
    known.sort(key=read, reverse=sort.startswith("-"))
    unknown = sorted((r for r in records[record] if read(r) is None), key=lambda r: r["id"])
    found = api.walk(f"/v1/{record.table}?sort={sort}&limit=37")
    assert [r["id"] for r in found] == [r["id"] for r in known + unknown]


def test_a_walk_of_a_filtered_and_sorted_collection_is_whole(api, records):
    expected = {r["id"] for r in records[Rating] if r["grade"] in ("good", "adequate")}
    found = api.walk("/v1/ratings?grade=good,adequate&sort=-reported&limit=1&from=2000-01-01")
    assert {r["id"] for r in found} == {r["id"] for r in records[Rating] if r["id"] in expected and r["reported"]}


@pytest.mark.parametrize("given, meant", [
    ("birmingham", ["birmingham"]),
    ("E08000025", ["birmingham"]),
    ("e08000025", ["birmingham"]),
    ("330", ["birmingham"]),
    ("BIRMINGHAM CITY COUNCIL", ["birmingham"]),
    ("E08000016", ["barnsley"]),
    ("buckinghamshire", ["buckinghamshire"]),
    ("Buckinghamshire", ["buckinghamshire", "buckinghamshire-county-council"]),
    ("bucks", ["buckinghamshire", "buckinghamshire-county-council"]),
    ("825", ["buckinghamshire", "buckinghamshire-county-council"]),
    ("E10000002", ["buckinghamshire-county-council"]),
    ("Bournemouth, Christchurch and Poole", ["bournemouth-christchurch-and-poole"]),
    ("Bournemouth,christchurch and poole,Kent", ["bournemouth-christchurch-and-poole", "kent"]),
    ("Kent,Bristol, City of,Leeds", ["kent", "bristol", "leeds"]),
    ("Kent,kent,E10000016", ["kent"]),
])
def test_a_council_is_found_by_slug_code_and_name(api, given, meant):
    page = api.json(f"/v1/quotes?{urlencode({'council': given})}")
    assert [council["id"] for council in page["meta"]["councils"]] == meant


@pytest.mark.parametrize("given, meant", [
    ("birmingham", "birmingham"), ("Birmingham", "birmingham"), ("E08000025", "birmingham"),
    ("Bucks", "buckinghamshire"),
    ("825", "buckinghamshire"), ("E10000002", "buckinghamshire-county-council"),
    ("Bournemouth, Christchurch and Poole", "bournemouth-christchurch-and-poole"),
])
@pytest.mark.parametrize("part", ["", "/ratings", "/quotes"])
def test_a_path_means_one_council(api, given, meant, part):
    found = api.json(f"/v1/councils/{quote(given)}{part}")
    assert (found["id"] if not part else found["meta"]["councils"][0]["id"]) == meant


def test_the_parts_of_a_council_are_those_of_the_collections(api):
    for part in ("ratings", "quotes"):
        own = api.walk(f"/v1/councils/leeds/{part}?sort=-id")
        assert own == api.walk(f"/v1/{part}?council=leeds&sort=-id") and (own or part == "ratings")


@pytest.mark.parametrize("text, holds", [
    ("children's", "children's"), ("cafe", "café"), ("CAFÉ", "café"), ("safeg*", "safeguarding"), ("AND", "AND"),
    ('"very"', '"very"'), ("x:y", "x:y"), ("inspector’s", "inspector's"), ("not", "not"),
])
def test_words_are_looked_for_as_they_are_typed(api, records, text, holds):
    found = {quote["id"] for quote in api.walk(f"/v1/quotes?{urlencode({'q': text})}&limit=500")}
    assert found == {each["id"] for each in records[Quote] if holds in each["text"].split()}


def test_all_words_must_be_there_and_phrases_in_order(api, records):
    both = api.walk("/v1/quotes?q=improved+slowly&limit=500")
    phrase = api.walk(f"/v1/quotes?{urlencode({'q': chr(34) + 'improved slowly' + chr(34)})}&limit=500")
    assert {q["id"] for q in both} == {q["id"] for q in records[Quote]
                                       if {"improved", "slowly"} <= set(q["text"].split())}
    assert {q["id"] for q in phrase} == {q["id"] for q in records[Quote] if "improved slowly" in q["text"]}
    assert 0 < len(phrase) < len(both)


def test_councils_are_looked_for_by_all_their_names(api):
    assert [c["id"] for c in api.walk("/v1/councils?q=birming*")] == ["birmingham"]
    assert {c["id"] for c in api.walk("/v1/councils?q=bucks")} == {"buckinghamshire", "buckinghamshire-county-council"}


def test_names_and_ids_are_read_in_capitals_or_not(api):
    assert api.json("/v1/articles?publisher=the+invented+times")["meta"]["total"]
    assert api.json("/v1/quotes?speaker=Ann+Other+3")["data"] == api.json("/v1/quotes?speaker=ann-other-3")["data"]


def test_the_entry_page_counts_every_record_type_and_links_to_it(api, records):
    entry = api.json("/v1")
    assert entry["counts"] == {record.table: len(records[record]) for record in RECORDS}
    assert all(api.get(link).status_code == 200 for link in entry["links"].values())
    assert entry["dataset"] == api.json("/v1/ratings")["meta"]["dataset"] == api.json("/readyz")["dataset"]


def test_days_are_compared_from_first_to_last(api, records):
    day = next(r["reported"] for r in records[Rating] if r["reported"])
    found = api.json(f"/v1/ratings?from={day}&to={day}&limit=500")["data"]
    assert {r["reported"] for r in found} == {datetime.date.fromisoformat(day).isoformat()}


def test_an_organisation_is_known_by_its_other_names(api):
    assert [each["id"] for each in api.json("/v1/organisations?q=the+body+3")["data"]] == ["body-3"]


def test_frameworks_are_found_by_every_word_of_their_scales(api):
    counted = api.json("/v1/frameworks?facets=grade&limit=1")["facets"]["grade"]
    assert {"performs well", "requires-improvement"} < {each["value"] for each in counted}
    for each in counted:
        assert len(api.walk("/v1/frameworks?" + urlencode({"grade": each["value"]}))) == each["count"]
