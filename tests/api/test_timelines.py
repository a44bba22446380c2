"""A council's timeline: judgements, press ratings, quotes and reorganisations in one ordered list."""

import csv
import io
from urllib.parse import urlencode

import pytest


ORDER = ("reorganisation", "judgement", "rating", "quote")


def entries(client, council, **query):
    """The timeline of a council, page by page."""
    return client.walk(f"/v1/councils/{council}/timeline", **query)


def placed(entry):
    """What entries are ordered by."""
    return entry["date"] or "9999", ORDER.index(entry["kind"]), entry["record"]["id"]


@pytest.mark.parametrize("council", ["birmingham", "essex", "leeds", "cumbria", "buckinghamshire", "isles-of-scilly"])
def test_entries_are_all_that_is_known_in_order(facts, council):
    found = entries(facts, council, limit=7)
    assert found == sorted(found, key=placed)
    for kind, source in (("judgement", "official"), ("rating", "press")):
        assert [e["record"] for e in found if e["kind"] == kind] == sorted(
            facts.walk("/v1/ratings", council=council, source=source),
            key=lambda r: (r["reported"] or r["inspected"]["end"], r["id"]))
    quotes = facts.walk("/v1/quotes", council=council)
    assert sorted(e["record"]["id"] for e in found if e["kind"] == "quote") == sorted(q["id"] for q in quotes)


def test_birmingham_has_entries_of_every_kind(facts):
    assert {entry["kind"] for entry in entries(facts, "birmingham")} == set(ORDER)


def test_a_timeline_is_a_table_too(facts):
    """One row an entry; a column that its kind does not have is empty."""
    found, flat = entries(facts, "cumbria"), "/v1/councils/cumbria/timeline"
    rows = list(csv.DictReader(io.StringIO(facts.get(f"{flat}.csv").content.decode("utf-8-sig"), newline="")))
    assert [(row["date"], row["kind"], row["record_id"]) for row in rows] == [
        (entry["date"] or "", entry["kind"], entry["record"]["id"]) for entry in found]
    for row, entry in zip(rows, found, strict=True):
        record = entry["record"]
        assert row["record_grade"] == (record.get("grade") or "")
        assert row["record_text"].removeprefix("'") == record.get("text", "")
        assert row["record_continues"] == ("" if "continues" not in record else str(record["continues"]).lower())
    assert facts.get(f"{flat}.xlsx").content.startswith(b"PK")


def test_lineage_joins_the_timelines_of_predecessors(facts):
    """Each entry is there once, also what is about both."""
    own, line = entries(facts, "buckinghamshire"), entries(facts, "buckinghamshire", lineage="true")
    old = entries(facts, "buckinghamshire-county-council")
    assert {placed(entry) for entry in line} == {placed(entry) for entry in [*own, *old]}
    assert len({placed(entry) for entry in line}) == len(line)
    page = facts.json("/v1/councils/bournemouth-christchurch-and-poole/timeline?lineage=true&limit=1")
    assert [one["id"] for one in page["meta"]["councils"]] == [
        "bournemouth-christchurch-and-poole", "bournemouth", "poole"]


def test_ratings_carry_on_in_the_authority_that_continues_a_council(facts):
    own, line = entries(facts, "somerset"), entries(facts, "somerset", lineage="true")
    assert [(e["record"]["event"], e["date"]) for e in own if e["kind"] == "reorganisation"] == [
        ("established", "2023-04-01")]
    assert [(e["record"]["event"], e["date"], e["record"]["continues"]) for e in line
            if e["kind"] == "reorganisation"] == [
        ("established", "1974-04-01", False), ("abolished", "2023-03-31", True), ("established", "2023-04-01", False)]
    assert {e["record"]["id"] for e in line if e["kind"] == "judgement"} \
        == {e["record"]["id"] for e in own if e["kind"] == "judgement"} != set()


@pytest.mark.parametrize("first, last, months", [
    ("2012-09-15", "2012-09-20", {"2012-09"}), ("2012-10-01", "2012-12-31", set()), ("2012-09-30", None, {"2012-09"}),
])
def test_a_month_matches_if_any_of_its_days_does(facts, first, last, months):
    found = entries(facts, "birmingham", **{"from": first} | ({"to": last} if last else {}))
    assert {e["date"] for e in found if e["date"].startswith("2012")} == months
    assert all(e["date"] >= first or e["date"] in months for e in found)


def test_the_newest_can_come_first(facts):
    found = entries(facts, "birmingham", sort="-date", limit=5)
    days = [entry["date"] for entry in found]
    assert days == sorted(days, reverse=True)
    assert entries(facts, "birmingham", sort="-id") == entries(facts, "birmingham")[::-1]


def test_a_timeline_has_lines_of_json_too(facts):
    lines = facts.get(f"/v1/councils/essex/timeline.ndjson?{urlencode({'from': '2014-01-01'})}").text.splitlines()
    assert len(lines) == len(entries(facts, "essex", **{"from": "2014-01-01"}))
