"""What stood on a day: equal to an independent count, and its edges."""

import json
import random
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from fixtures.official import official_ratings
from fixtures.standings import standings
from fixtures.tables import REFERENCE, councils
from schemas.succession import carried, lineage, predecessors, successors
from tests.timing import costs_less

COUNCILS = {council["id"]: council for council in councils()}
RATINGS = {rating["id"]: rating for rating in official_ratings()}
STANDINGS = standings(councils(), RATINGS.values())
START, DAYS = date(2009, 6, 1), 6400
OVERALL = "overall-effectiveness"
# Counted by hand from the table: the grades of each framework's overall judgements that stood on a day.
BY_HAND = {
    ("2012-10-15", "child-protection-2012"): {"inadequate": 3, "adequate": 3},
    ("2014-02-20", "sif-2013"): {"good": 2, "requires-improvement": 1, "inadequate": 1},
    ("2014-03-21", "sif-2013"): {"good": 5, "requires-improvement": 4, "inadequate": 2},
    ("2014-04-22", "sif-2013"): {"good": 6, "requires-improvement": 4, "inadequate": 2},
    ("2018-05-25", "ilacs-2018"): {"good": 1, "requires-improvement": 1},
}


def as_of(day, standings):
    """The standings in effect on a day."""
    return [one for one in standings if one.since <= day and (one.until is None or day <= one.until)]


def stood(day, area=OVERALL):
    """The ratings that stood on a day, by council."""
    return {one.council: RATINGS[one.rating] for one in as_of(day, STANDINGS) if one.area == area}


def test_counts_equal_an_independent_script():
    """For 50 random days the counts of every area equal those of a script that imports nothing of the program."""
    chance = random.Random(4)
    days = sorted({(START + timedelta(chance.randrange(DAYS))).isoformat() for _ in range(50)})
    script = Path(__file__).parent / "count.py"
    told = subprocess.run([sys.executable, "-S", "-E", script, REFERENCE, *days], capture_output=True, check=True)
    for day, areas in json.loads(told.stdout).items():
        found = {}
        for one in as_of(day, STANDINGS):
            found.setdefault(one.area, Counter())[RATINGS[one.rating]["grade"] or ""] += 1
        assert found == areas, day


@pytest.mark.parametrize("day,framework", BY_HAND)
def test_counts_equal_those_made_by_hand(day, framework):
    """The counts of five days equal those made by hand."""
    found = Counter(rating["grade"] for rating in stood(day).values() if rating["framework"] == framework)
    assert found == BY_HAND[day, framework]


def test_the_march_2015_record():
    """Nine councils were inadequate by the framework of 2013 on 31 March 2015, the seven of 10 March among them."""
    found = {one for one, rating in stood("2015-03-31").items()
             if rating["grade"] == "inadequate" and rating["framework"] == "sif-2013"}
    assert found == {"birmingham", "buckinghamshire-county-council", "coventry", "knowsley", "manchester", "rotherham",
                     "slough", "leicester", "somerset-county-council"}


def test_a_judgement_stands_from_its_publication():
    """Inspectors left Sunderland on 4 June 2015; what they found stands from 20 July."""
    assert "sunderland" not in stood("2015-07-19")
    assert stood("2015-07-20")["sunderland"]["grade"] == "inadequate"


def test_a_restated_judgement_stands_from_the_month_after():
    """Of a restated judgement only the month is known: it stands when that is over; of a year, when that is over."""
    assert "birmingham" not in stood("2012-09-30") and stood("2012-10-01")["birmingham"]["trust"] == "restated"
    assert "calderdale" not in stood("2012-12-31") and "calderdale" in stood("2013-01-01")


def test_a_report_read_first_hand_stands_before_one_restated():
    """Kent's inspection of July 2013 is told twice; from the day of its report the report stands."""
    assert stood("2013-10-01", "children-looked-after")["kent"]["trust"] == "read-from-report"


def test_judgements_carry_on_where_the_council_legally_does():
    """Somerset's grade of 2022 stands for the county until it ends, then for the council that continues it."""
    before, after = stood("2023-03-31"), stood("2023-04-01")
    assert "somerset" not in before and "somerset-county-council" not in after
    assert before["somerset-county-council"] == after["somerset"]


def test_nothing_carries_on_after_a_merger_or_a_new_body():
    """Buckinghamshire had a grade until it was replaced; the new council had none until its own report."""
    assert "buckinghamshire-county-council" in stood("2020-03-31")
    assert not {"buckinghamshire-county-council", "buckinghamshire"} & set(stood("2020-04-01"))


def test_a_report_without_an_overall_grade_ends_the_one_before():
    """Brent's report of June 2026 gives no overall grade: none stands, and the areas keep theirs."""
    assert stood("2026-06-16")["brent"]["grade"] and stood("2026-06-17")["brent"]["grade"] is None
    assert stood("2026-06-17", "leadership")["brent"]["grade"] == "good"


def test_lineage():
    """Predecessors and successors are followed over every step; only legal heirs carry judgements."""
    assert lineage(COUNCILS["bournemouth-christchurch-and-poole"], COUNCILS) == [
        "bournemouth-christchurch-and-poole", "bournemouth", "poole"]
    assert successors(COUNCILS["cheshire"], COUNCILS) == ["cheshire-east", "cheshire-west-and-chester"]
    assert predecessors(COUNCILS["birmingham"], COUNCILS) == []
    assert carried(COUNCILS["somerset"], COUNCILS) == ["somerset", "somerset-county-council"]
    assert carried(COUNCILS["buckinghamshire"], COUNCILS) == ["buckinghamshire"]


def test_reading_the_record_is_quick():
    """Reading the whole record and its standings takes well under a second."""
    def read(_):
        official_ratings.cache_clear()
        standings(councils(), official_ratings())

    assert costs_less(read, 1)
