"""The press held against the record: the five articles, and every rule with a claim it decides and one it leaves."""

import datetime

import pytest

from fixtures.checks import checks
from fixtures.checks.record import OfficialRecord
from fixtures.checks.tolerance import allowed
from fixtures.official import official_ratings
from fixtures.tables import councils
from schemas.check import Check
from tests.official import press_records as press

OVERALL, PROTECTION = press.OVERALL, press.PROTECTION
RECORD = OfficialRecord(councils(), official_ratings())


def checked(ratings=(), statistics=()):
    """The checks of press records against the record."""
    return checks(RECORD, ratings, statistics)


FIVE = checked(press.ratings(), press.statistics())


def of_council(article, council, status="current"):
    """The check of an article's rating of a council."""
    return next(one for one in FIVE if one["article"]["id"] == article and one["claim"]["kind"] == "rating"
                and one["claim"]["council"]["id"] == council and one["claim"]["status"] == status)


def of_figure(article, printed):
    """The check of an article's figure against the record."""
    figures = [one for one in press.statistics() if one["article"]["id"] == article]
    key = next(one["id"] for one in figures if one["as_printed"] == printed)
    return next(one for one in FIVE if one["claim"]["id"] == key and one["claim"]["kind"] == "statistic")


@pytest.mark.parametrize("article,council,status,verdict", [
    *(("002", council, "current", "agrees") for council in (*press.SEVEN, "essex", "cambridgeshire")),
    ("002", "cambridgeshire", "previous", "agrees"), ("002", "essex", "previous", "differs"),
    ("003", "sunderland", "current", "agrees"), ("000", "solihull", "current", "agrees"),
    ("001", "birmingham", "current", "agrees"),
    *(("004", council, "current", "agrees") for council in ("birmingham", "calderdale", "doncaster")),
    *(("004", council, "current", "not-covered") for council in ("cumbria", "northamptonshire")),
])
def test_ratings_of_the_five_articles(article, council, status, verdict):
    """Each rating of the five articles has the verdict that the record allows."""
    assert of_council(article, council, status)["verdict"] == verdict


def test_essex_names_both_inspections():
    """Essex differs because safeguarding was adequate just before, and inadequate only one inspection further back."""
    check = of_council("002", "essex", "previous")
    assert "just before gave Essex adequate for safeguarding (inspected October 2011)" in check["explanation"]
    assert "the one before that gave inadequate (inspected August 2010)" in check["explanation"]
    assert [step["rating"] for step in check["working"] if step["kind"] == "judgement"][1:] == [
        "essex-slac-2009-2011-10-safeguarding", "essex-slac-2009-2010-08-safeguarding"]


@pytest.mark.parametrize("council,grade,area,published,told", [
    ("torbay", "outstanding", "leadership", "2023-05-02",
     "The article says outstanding for leadership; on 2 May 2023 Torbay stood at good for leadership, published 18 May 2022."),
    ("torbay", "good", OVERALL, "2023-05-02", "On 2 May 2023 Torbay stood at good, published 18 May 2022, as the article says."),
    ("birmingham", "inadequate", PROTECTION, "2013-10-15",
     "On 15 October 2013 Birmingham stood at inadequate for overall effectiveness, inspected September 2012, as the article says of help and protection."),
    ("sutton", "good", PROTECTION, "2013-06-20",
     "The article says good for help and protection; on 20 June 2013 Sutton stood at adequate for overall effectiveness, inspected May 2013."),
    ("leeds", "good", "adoption", "2010-11-01", "The record has no judgement of Leeds under any framework by 1 November 2010."),
])
def test_sentences_name_the_area(council, grade, area, published, told):
    """A sentence names the area unless both sides speak of overall effectiveness, and both areas where they differ."""
    assert checked([press.rating("a", council, grade, area, "current", published)])[0]["explanation"] == told


def test_a_present_grade_that_is_not_on_record_is_told():
    """Where the article's present grade is not on record, what came before cannot be told, and the sentence says why."""
    made = [press.rating("a", "kirklees", grade, OVERALL, status, "2022-03-01")
            for grade, status in (("outstanding", "current"), ("good", "previous"))]
    told = next(one["explanation"] for one in checked(made) if one["claim"]["status"] == "previous")
    assert told == "The article's present grade, outstanding, is not on record: Kirklees stood at requires improvement, " \
                   "published 5 August 2019, so it cannot be told which judgement came before."


@pytest.mark.parametrize("printed,told", [("17 of the fifty", "'17 of the fifty' inadequate; on"), ("some 17", "'some 17' inadequate, of 50; on")])
def test_a_whole_is_named_once(printed, told):
    """A figure's whole is named beside its words, unless they name it themselves."""
    made = press.statistic("a", ("inadequate",), PROTECTION, 17, 50, None, "exact", printed, "2013-09-18")
    check = checked(statistics=[made])[0]
    assert told in check["explanation"] and check["explanation"].endswith("What those two councils were given could decide it.")


def test_gaps_are_named():
    """Where the record has no report of a council the check says so."""
    assert of_council("004", "cumbria")["explanation"].endswith("holds no inspection report of Cumbria County Council.")


@pytest.mark.parametrize("printed,told", [("some 17", "15 of the 48"), ("29", "29 of the 48"), ("four", "4 of the 48")])
def test_child_protection_figures_are_not_covered_by_two(printed, told):
    """17, 29 and 4 of 50 are 15, 29 and 4 of the 48 on record; two councils could decide them."""
    check = of_figure("004", printed)
    assert check["verdict"] == "not-covered"
    assert "of 50" in check["explanation"] and told in check["explanation"] and "those two" in check["explanation"]


@pytest.mark.parametrize("article,printed,verdict", [
    ("000", "nearly half", "agrees"), ("001", "one in seven", "not-covered"), ("001", "20", "not-covered"),
    ("002", "three-quarters", "agrees"), ("002", "Seven", "not-covered"), ("003", "a quarter", "agrees"),
    ("003", "More than a quarter", "not-covered"), ("003", "the majority", "agrees"), ("004", "one in three", "agrees"),
    ("003", "four out of five", "not-covered"),
])
def test_figures_of_the_five_articles(article, printed, verdict):
    """A figure agrees only if no council that the record lacks could change that."""
    assert of_figure(article, printed)["verdict"] == verdict


def test_sums_of_the_five_articles():
    """The parts add up to their wholes, and the shares fit the counts."""
    sums = {step["text"]: one["verdict"] for one in FIVE if one["claim"]["kind"] == "arithmetic"
            for step in one["working"] if step["kind"] == "sum"}
    assert sums == {"7 + 26 + 10 = 43": "agrees", "17 + 0 + 4 + 29 = 50": "agrees",
                    "(7 + 26) / 43 = 76.7%": "agrees", "17 / 50 = 34%": "agrees"}


def test_checks_are_records():
    """Every press rating and figure has one check, with an id of its own, valid and explained in a sentence."""
    assert len({one["id"] for one in FIVE}) == len(FIVE)
    assert {one["claim"]["id"] for one in FIVE} == {one["id"] for one in [*press.ratings(), *press.statistics()]}
    for one in FIVE:
        assert Check().validate(one) == {} and one["working"] and one["explanation"].endswith(".")


def test_without_the_record_only_sums_are_covered():
    """With no official ratings nothing is scored but arithmetic."""
    found = checks(OfficialRecord(councils(), ()), press.ratings(), press.statistics())
    assert {one["verdict"] for one in found if one["claim"]["kind"] != "arithmetic"} == {"not-covered"}


@pytest.mark.parametrize("council,grade,area,published,verdict", [
    ("sunderland", "good", OVERALL, "2016-06-28", "differs"),
    ("sunderland", "inadequate", OVERALL, "2015-07-18", "agrees"),
    ("sunderland", "inadequate", OVERALL, "2015-06-01", "not-covered"),
    ("solihull", "outstanding", OVERALL, "2026-11-01", "not-covered"),
    ("brent", "good", OVERALL, "2026-06-18", "not-covered"),
    ("leeds", "good", OVERALL, "2010-11-01", "not-covered"),
    ("kent", "requires-improvement", PROTECTION, "2014-01-10", "agrees"),
    ("poole", "good", OVERALL, "2016-01-10", "not-covered"),
    ("somerset", "requires-improvement", OVERALL, "2023-05-01", "differs"),
    ("birmingham", "inadequate", OVERALL, None, "not-covered"),
])
def test_present_ratings(council, grade, area, published, verdict):
    """A present grade is held against what stood, or came within a week; gaps are never scored."""
    claim = press.rating("a", council, grade, area, "current", published)
    assert checked([claim])[0]["verdict"] == verdict


@pytest.mark.parametrize("grades,count,of,share,qualifier,printed,published,verdict", [
    (press.LESS, None, None, 0.5, "nearly", "nearly half", "2026-01-20", "differs"),
    (("good", "outstanding"), None, None, 0.7, "about", "around 70%", "2026-01-20", "agrees"),
    (("inadequate",), 14, 153, None, "exact", "14 of 153", "2026-01-20", "agrees"),
    (("inadequate",), 40, 153, None, "exact", "40 of 153", "2026-01-20", "differs"),
    (("inadequate",), 40, None, None, "exact", "40", "2026-01-20", "not-covered"),
    (("inadequate",), 3, 12, None, "exact", "three of 12", "2026-01-20", "not-covered"),
    (("inadequate",), 30, 50, None, "exact", "30 of 50", "2013-09-18", "differs"),
])
def test_figures(grades, count, of, share, qualifier, printed, published, verdict):
    """A figure differs only where no gap and no other reading of its whole could bear it out."""
    figure = press.statistic("a", grades, OVERALL, count, of, share, qualifier, printed, published)
    assert checked(statistics=[figure])[0]["verdict"] == verdict


@pytest.mark.parametrize("counts,whole,verdict", [
    ((7, 26, 10), 43, "agrees"), ((7, 26, 12), 43, None), ((4, 29, 17, 0), 50, "agrees"),
    ((4, 29, 18, 0), 50, "differs"),
])
def test_parts_against_wholes(counts, whole, verdict):
    """Parts of the whole scale must add up to the whole; of some grades only a sum that fits is worth a check."""
    grades = ("good", "requires-improvement", "inadequate", "outstanding")
    made = [press.statistic("a", (grade,), OVERALL, number, whole if grade == "good" else None, None, "exact",
                            str(number), "2015-03-10") for grade, number in zip(grades, counts, strict=False)]
    found = [one["verdict"] for one in checked(statistics=made) if one["claim"]["kind"] == "arithmetic"]
    assert found == ([verdict] if verdict else [])


@pytest.mark.parametrize("count,of,share,printed,verdict", [
    (46, 94, 0.489, "48.9% (46)", "agrees"), (46, 94, 0.53, "53% (46)", "differs"),
])
def test_shares_against_their_own_counts(count, of, share, printed, verdict):
    """A percentage must be that of the count printed with it."""
    made = press.statistic("a", ("good",), OVERALL, count, of, share, "exact", printed, "2016-06-28")
    found = [one["verdict"] for one in checked(statistics=[made]) if one["claim"]["kind"] == "arithmetic"]
    assert found == [verdict]


@pytest.mark.parametrize("share,qualifier,printed,within,outside", [
    (0.5, "nearly", "nearly half", (0.45, 0.499), (0.449, 0.5)),
    (0.25, "more-than", "more than a quarter", (0.251, 0.9), (0.25,)),
    (1 / 7, "rounded", "one in seven", (1 / 7.4, 1 / 6.6), (1 / 7.6, 1 / 6.4)),
    (0.75, "rounded", "three-quarters", (0.7, 0.8), (0.69, 0.81)),
    (0.53, "exact", "53%", (0.5251, 0.5349), (0.524, 0.536)),
    (0.534, "exact", "53.4%", (0.5336, 0.5344), (0.533, 0.535)),
    (0.3, "about", "about 30%", (0.25, 0.35), (0.24, 0.36)),
    (0.3, "at-most", "at most 30%", (0, 0.3), (0.31,)),
    (0.3, "less-than", "less than 30%", (0, 0.299), (0.3,)),
    (0.3, "at-least", "at least 30%", (0.3, 1), (0.299,)),
])
def test_tolerances(share, qualifier, printed, within, outside):
    """What a printed qualifier allows, and what it does not."""
    span = allowed({"count": None, "share": share, "qualifier": qualifier, "as_printed": printed})
    assert all(map(span.holds, within)) and not any(map(span.holds, outside))


@pytest.mark.parametrize("area", [OVERALL, PROTECTION, "care-leavers", "children-in-care", "safeguarding"])
def test_who_stood_on_a_day_is_counted_once_for_all_days_on_which_the_same_stood(area):
    record, day = OfficialRecord(councils(), official_ratings()), datetime.date(2008, 1, 1)
    while day < datetime.date(2027, 1, 1):
        assert record.population(area, day.isoformat()) == record._population(area, day.isoformat())
        day += datetime.timedelta(days=13)
    for turn in record._turns_of(area):
        first = datetime.date.fromisoformat(turn.rstrip("~"))
        for day in (first, first + datetime.timedelta(days=1), first - datetime.timedelta(days=1)):
            assert record.population(area, day.isoformat()) == record._population(area, day.isoformat())
