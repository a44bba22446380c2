"""Summaries add up to the ratings that the same filters give, and say what they count."""

import random
from collections import Counter
from itertools import permutations
from urllib.parse import urlencode

import pytest

from fixtures.tables import councils
from schemas.summary import DIMENSIONS

COUNCILS = {council["id"]: council for council in councils()}
QUESTIONS = [
    {}, {"as_of": "2018-12-31"}, {"as_of": "2015-03-31", "area": "leadership"}, {"source": "press"},
    {"region": "London"}, {"as_of": "2024-01-01", "council": "Somerset"}, {"trust": "restated,unverified"},
    {"framework": "slac-2009"}, {"from": "2014-01-01", "to": "2014-12-31"}, {"article": "004-bf617010d5f81dd4"},
    {"as_of": "2024-01-01", "source": "press"}, {"council": "buckinghamshire", "lineage": "true"},
]


def read(rating, name, day):
    """What a rating is counted under."""
    if name in ("grade", "framework"):
        return rating[name]
    council = COUNCILS[rating["council"]["id"]]
    # On a day after its last, what stood for a council stood for the authority that continues it.
    if day and council["valid_to"] and council["valid_to"] < day:
        council = COUNCILS[council["continued_by"]["id"]]
    return council[name]


@pytest.mark.parametrize("question", QUESTIONS, ids=urlencode)
def test_counts_are_those_of_the_ratings(facts, question):
    """For every way to count, each row is the number of ratings of its kind."""
    day = question.get("as_of")
    implied = {"area": "overall-effectiveness", "source": "official"} if day else {}
    ratings = facts.walk("/v1/ratings", **(implied | question))
    chance = random.Random(repr(question))
    for by in chance.sample([p for n in range(1, 5) for p in permutations(DIMENSIONS, n)], 9):
        expected = Counter(tuple(read(one, name, day) if name in by else None for name in DIMENSIONS)
                           for one in ratings)
        found = facts.walk("/v1/summary", by=",".join(by), limit=chance.choice([3, 50, 500]), **question)
        assert {tuple(row[name] for name in DIMENSIONS): row["count"] for row in found} == expected


def test_a_table_of_two_comes_in_the_order_of_the_scale(facts):
    rows = facts.walk("/v1/summary", by="grade,region", as_of="2018-12-31")
    scale = list(dict.fromkeys(row["grade"] for row in rows))
    assert scale == [grade for grade in ("outstanding", "good", "requires-improvement", "adequate", "inadequate")
                     if grade in scale]
    assert [row["region"] for row in rows if row["grade"] == "good"] == sorted(
        row["region"] for row in rows if row["grade"] == "good")


def test_meta_says_what_is_counted(facts):
    meta = facts.json("/v1/summary?by=type,grade&as_of=2018-12-31")["meta"]
    assert (meta["by"], meta["as_of"]) == (["type", "grade"], "2018-12-31")
    assert (meta["area"], meta["source"]) == (["overall-effectiveness"], ["official"])
    meta = facts.json("/v1/summary")["meta"]
    assert (meta["by"], meta["as_of"], meta["area"], meta["source"]) == (["grade"], None, [], [])
    meta = facts.json("/v1/summary?as_of=2018-12-31&area=leadership,adoption&council=Bucks")["meta"]
    assert meta["area"] == ["leadership", "adoption"] and len(meta["councils"]) == 2


@pytest.mark.parametrize("question", [
    {"as_of": "2016-06-28", "region": "North West"}, {"as_of": "2016-06-28", "grade": "inadequate"},
    {"as_of": "2019-12-01", "area": "leadership"}, {"as_of": "2016-06-28", "framework": "sif-2013"},
    {"as_of": "2024-01-01", "council": "somerset,cumberland,cumbria"}, {"as_of": "2099-01-01"},
], ids=urlencode)
def test_meta_says_which_councils_the_counts_leave_out(facts, question):
    """Those that existed are those judged and those named as missing; what was judged is counted, whatever its grade."""
    meta = facts.json("/v1/summary?" + urlencode(question))["meta"]
    coverage, ratings = meta["coverage"], {key: value for key, value in question.items() if key != "grade"}
    there = {one["id"]: one for one in facts.walk("/v1/councils", as_of=question["as_of"], limit=500)}
    if "region" in question:
        there = {key: one for key, one in there.items() if one["region"] == question["region"]}
    if "council" in question:
        there = {key: one for key, one in there.items() if key in {one["id"] for one in meta["councils"]}}
    implied = {"area": "overall-effectiveness", "source": "official"}
    counts = facts.walk("/v1/summary", by="grade", **ratings)
    missing = {one["id"] for one in coverage["missing"]}
    assert missing <= set(there) and coverage["existing"] == len(there)
    assert coverage["judged"] == sum(row["count"] for row in counts) == len(there) - len(missing)
    held = {one["council"]["id"] for one in facts.walk("/v1/ratings", **(implied | ratings))}
    assert not missing & held
    assert coverage["until"] == facts.walk("/v1/ratings", source="official", sort="-reported")[0]["reported"]


def test_without_a_day_there_is_no_coverage(facts):
    assert facts.json("/v1/summary")["meta"]["coverage"] is None
    names = {one["id"] for one in facts.json("/v1/summary?as_of=2016-06-28&region=North+West")["meta"]["coverage"]["missing"]}
    assert "cumbria" in names


def test_rows_can_be_ordered_by_their_count(facts):
    counts = [row["count"] for row in facts.walk("/v1/summary", by="region,type", sort="-count", limit=4)]
    assert counts == sorted(counts, reverse=True) and len(counts) > 10


def test_a_summary_is_a_table_for_spreadsheets_too(facts):
    lines = facts.get("/v1/summary.csv?by=region&as_of=2018-12-31").text.lstrip("\ufeff").splitlines()
    assert lines[0] == "grade,region,framework,type,count,licence" and lines[1].startswith(",East Midlands,,,")
