"""The official record as the API serves it: what stood when, counts, councils that survive reorganisation."""

import csv
import json
import random
import subprocess
import sys
import time
from collections import Counter
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest

from fixtures.corpus import SHIPPED
from fixtures.load import load
from tests.serving import ROOT

REFERENCE = ROOT / "fixtures" / "reference"
OVERALL = "overall-effectiveness"
START, DAYS = date(2009, 6, 1), 6400
# Counted by hand from the table: the grades of one framework's overall judgements that stood on a day.
BY_HAND = {
    ("2012-10-15", "child-protection-2012"): {"inadequate": 3, "adequate": 3},
    ("2014-02-20", "sif-2013"): {"good": 2, "requires-improvement": 1, "inadequate": 1},
    ("2014-03-21", "sif-2013"): {"good": 5, "requires-improvement": 4, "inadequate": 2},
    ("2014-04-22", "sif-2013"): {"good": 6, "requires-improvement": 4, "inadequate": 2},
    ("2018-05-25", "ilacs-2018"): {"good": 1, "requires-improvement": 1},
}
SEVEN = {"birmingham", "buckinghamshire-county-council", "coventry", "knowsley", "manchester", "rotherham", "slough"}


def rows(name):
    """A table of the record, read with nothing of the program."""
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stood(facts, day, area=OVERALL, **more):
    """The grades that stood on a day, by council as the rating names it."""
    return {one["council"]["id"]: one for one in facts.walk("/v1/ratings", as_of=day, area=area, **more)}


def counts(facts, **query):
    """A summary by grade, as the independent script gives it."""
    return {row["grade"] or "": row["count"] for row in facts.json(f"/v1/summary?{urlencode(query)}")["data"]}


def test_counts_equal_an_independent_script(facts):
    """For 50 random days the counts of every area equal those of a script that imports nothing of the program."""
    chance = random.Random(44)
    days = sorted({(START + timedelta(chance.randrange(DAYS))).isoformat() for _ in range(50)} | {"2009-06-01"})
    script = ROOT / "tests" / "official" / "count.py"
    told = subprocess.run([sys.executable, "-S", "-E", script, REFERENCE, *days], capture_output=True, check=True)
    for day, areas in json.loads(told.stdout).items():
        found = {}
        for one in facts.walk("/v1/ratings", as_of=day):
            found.setdefault(one["area"], Counter())[one["grade"] or ""] += 1
        assert found == areas, day
        assert counts(facts, as_of=day) == areas.get(OVERALL, {})
        latest = Counter(one["latest"]["grade"] or "" for one in facts.walk("/v1/councils", as_of=day) if one["latest"])
        assert latest == areas.get(OVERALL, {}), day
        for area in chance.sample(sorted(areas), min(3, len(areas))):
            assert counts(facts, as_of=day, area=area) == areas[area], (day, area)


@pytest.mark.parametrize("day, framework", BY_HAND)
def test_counts_equal_those_made_by_hand(facts, day, framework):
    assert counts(facts, as_of=day, framework=framework) == BY_HAND[day, framework]


def test_every_row_of_the_record_is_reached(facts):
    """Each row of the tables is served, found by its own council, framework, area, trust and grade."""
    judgements = rows("judgements.csv")
    wanted = Counter((r["council"], r["framework"], r["area"], r["trust"], r["grade"] or None, r["published"] or None,
                      r["inspected_end"]) for r in judgements)
    found = Counter()
    for framework, trust in {(r["framework"], r["trust"]) for r in judgements}:
        for one in facts.walk("/v1/ratings", source="official", framework=framework, trust=trust):
            assert (one["framework"], one["trust"], one["source"]) == (framework, trust, "official")
            found[one["council"]["id"], framework, one["area"], trust, one["grade"], one["reported"],
                  one["inspected"]["end"]] += 1
    assert found == wanted
    assert {one["id"] for one in facts.walk("/v1/councils")} == {one["id"] for one in rows("councils.csv")}
    assert {one["id"] for one in facts.walk("/v1/frameworks")} == {one["id"] for one in rows("frameworks.csv")}


def test_an_official_rating_says_where_it_is_from(facts):
    one = facts.json("/v1/ratings/birmingham-sif-2013-2014-05-23-overall-effectiveness")
    assert (one["reported"], one["inspected"]["end"], one["document"]["page"]) == ("2014-05-23", "2014-04-09", 1)
    assert one["document"]["url"].startswith("https://") and one["document"]["title"] and one["evidence"] == []


def test_every_code_and_name_resolves(facts):
    """Each slug, code, name and alias of a council is it, on a day when it existed."""
    for council in facts.walk("/v1/councils"):
        day = council["valid_to"] or council["valid_from"] or "2026-01-01"
        codes = (council["gss_code"], council["dfe_code"], council["ofsted_urn"], *council["former_gss_codes"])
        for called in {council["id"], council["name"], council["official_name"], *council["aliases"], *codes} - {None}:
            found = facts.json(f"/v1/councils/resolve?{urlencode({'q': called, 'on': day})}")
            assert found["match"] and found["match"]["id"] == council["id"], found["reason"]


@pytest.mark.parametrize("query, on, match, candidates", [
    ("Bucks County Council", "2014-06-01", "buckinghamshire-county-council", 1),
    ("Bucks", None, "buckinghamshire", 2), ("Atlantis", None, None, 0), ("80442", "2019-01-01",
                                                                         "buckinghamshire-county-council", 1),
    ("Bournemouth", "2022-01-01", None, 2), ("Cheshire", "2015-01-01", None, 3), ("Leicester County Council", None,
                                                                                 None, 2),
])
def test_the_resolver_answers_one_several_or_none_and_why(facts, query, on, match, candidates):
    found = facts.json(f"/v1/councils/resolve?{urlencode({'q': query} | ({'on': on} if on else {}))}")
    assert (found["query"], found["on"], len(found["candidates"])) == (query, on, candidates)
    assert (found["match"] or {}).get("id") == match and found["reason"].endswith(".")


def test_the_march_2015_record(facts):
    """The question of the issue: who was inadequate on 31 March 2015; by the framework of 2013 they were nine."""
    path = f"/v1/ratings?source=official&area={OVERALL}&grade=inadequate&as_of=2015-03-31"
    assert {one["council"]["id"] for one in facts.json(path)["data"]} > SEVEN
    found = {one["council"]["id"] for one in facts.json(f"{path}&framework=sif-2013")["data"]}
    assert found == SEVEN | {"leicester", "somerset-county-council"}


def test_a_judgement_stands_from_its_publication(facts):
    """Inspectors left Sunderland on 4 June 2015; what they found stands from 20 July."""
    assert "sunderland" not in stood(facts, "2015-07-19", council="sunderland")
    assert stood(facts, "2015-07-20")["sunderland"]["grade"] == "inadequate"


def test_a_restated_judgement_stands_from_the_month_after(facts):
    assert "birmingham" not in stood(facts, "2012-09-30") and "birmingham" in stood(facts, "2012-10-01")


def test_an_abolished_council_stands_to_its_last_day(facts):
    """Its judgements carry on where the council legally does, and nowhere else."""
    last, after = stood(facts, "2023-03-31"), stood(facts, "2023-04-01", region="South West")
    assert last["somerset-county-council"] == after["somerset-county-council"]
    old = stood(facts, "2023-03-31", council="somerset-county-council")
    assert old and not stood(facts, "2023-03-31", council="somerset")
    assert stood(facts, "2023-04-01", council="somerset") == old
    assert not stood(facts, "2023-04-01", council="somerset-county-council")
    assert stood(facts, "2020-03-31", council="buckinghamshire-county-council")
    assert not stood(facts, "2020-04-01", council="buckinghamshire")
    assert stood(facts, "2020-04-01", council="buckinghamshire", lineage="true") == {}


def test_a_report_without_an_overall_grade_ends_the_one_before(facts):
    assert stood(facts, "2026-06-16")["brent"]["grade"] and stood(facts, "2026-06-17")["brent"]["grade"] is None
    council = next(one for one in facts.walk("/v1/councils", as_of="2026-06-17") if one["id"] == "brent")
    assert council["latest"]["grade"] is None and council["latest"]["source"] == "official"


def test_councils_of_a_day(facts):
    """Only those that existed, each with what stood as its latest; the filters and the order look at that."""
    found = facts.walk("/v1/councils", as_of="2019-03-31")
    assert {"bournemouth", "poole"} < {one["id"] for one in found}
    assert "bournemouth-christchurch-and-poole" not in {one["id"] for one in found}
    then = {one["id"]: one["latest"] for one in found}
    assert {one: latest["id"] for one, latest in then.items() if latest} == {
        one: rating["id"] for one, rating in stood(facts, "2019-03-31").items()}
    poor = facts.walk("/v1/councils", as_of="2019-03-31", grade="inadequate", sort="-name")
    assert {one["id"] for one in poor} == {one for one, latest in then.items()
                                          if latest and latest["grade"] == "inadequate"}
    assert facts.walk("/v1/councils", as_of="2019-03-31", limit=7, sort="-grade")[0]["latest"]["grade"] \
        == "requires-improvement"
    assert {one: facts.json(f"/v1/councils/{one}?as_of=2019-03-31")["latest"] for one in list(then)[::20]} == {
        one: then[one] for one in list(then)[::20]}
    gone = facts.get("/v1/councils/bournemouth?as_of=2019-04-01")
    assert gone.status_code == 404 and "did not exist on 2019-04-01" in gone.json()["detail"]
    carried = next(one for one in facts.walk("/v1/councils", as_of="2025-01-01") if one["id"] == "somerset")["latest"]
    assert carried["source"] == "official" and carried["id"].startswith("somerset-county-council-")


def test_ratings_carry_on_and_lineage_follows_what_does_not(facts):
    """Somerset is legally the county council before it; Buckinghamshire is a new body."""
    def holders(council, **more):
        page = facts.json(f"/v1/ratings?{urlencode({'council': council, 'limit': 500} | more)}")
        return {one["council"]["id"] for one in page["data"]}, [one["id"] for one in page["meta"]["councils"]]

    both = ["somerset", "somerset-county-council"]
    assert holders("somerset") == (set(both), ["somerset"])
    assert holders("somerset", lineage="true") == (set(both), both)
    assert holders("buckinghamshire")[0] == {"buckinghamshire"}
    assert holders("buckinghamshire", lineage="true")[0] == {"buckinghamshire", "buckinghamshire-county-council"}
    assert holders("buckinghamshire-county-council", lineage="true")[0] == {"buckinghamshire-county-council"}
    assert facts.walk("/v1/councils/buckinghamshire/ratings", lineage="true") \
        == facts.walk("/v1/ratings", council="buckinghamshire", lineage="true")


def test_the_record_costs_little_to_load(tmp_path):
    """Loading with the reference takes under 3 seconds longer than without."""
    took = []
    for official in (True, False):
        start = time.perf_counter()
        load((SHIPPED,), tmp_path / "facts.sqlite", official=official)
        took.append(time.perf_counter() - start)
    assert took[0] - took[1] < 3


def test_frameworks_say_how_their_scales_changed(facts):
    found = {one["id"]: one for one in facts.walk("/v1/frameworks")}
    assert "requires improvement" in found["child-protection-2012"]["notes"]
    assert {"apa", "annual-rating-2009"} < set(found) and found["sif-2013"]["in_force_from"] == "2013-11-01"
