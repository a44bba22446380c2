"""The tables of facts: complete, consistent, and every row a rating record."""

from collections import Counter

import pytest

from fixtures.official import official_ratings
from fixtures.tables import REFERENCE, councils, frameworks, rows
from schemas import Rating
from schemas.vocabulary import AREAS

JUDGEMENTS = rows(REFERENCE / "judgements.csv")
RATINGS = official_ratings()


def test_no_row_is_lost():
    """All judgements of the three sources are there, and the two reports that give no overall grade."""
    assert Counter(row["trust"] for row in JUDGEMENTS) == {"read-from-report": 2296, "restated": 286, "unverified": 265}
    assert [row["council"] for row in JUDGEMENTS if not row["grade"]] == ["brent", "somerset"]


def test_every_row_is_a_rating():
    """Each row gives one rating with an id of its own that holds what the row says."""
    assert len({rating["id"] for rating in RATINGS}) == len(RATINGS) == len(JUDGEMENTS)
    shown = Counter((r["council"]["id"], r["framework"], r["area"], r["grade"], r["grade_as_printed"], r["trust"],
                     r["reported"], r["inspected"]["start"], r["inspected"]["end"]) for r in RATINGS)
    assert shown == Counter(tuple(row[key] for key in (
        "council", "framework", "area", "grade", "grade_as_printed", "trust", "published", "inspected_start",
        "inspected_end")) for row in JUDGEMENTS)


def test_ratings_are_valid():
    """Every official rating is a valid record."""
    schema = Rating()
    assert [errors for rating in RATINGS if (errors := schema.validate(rating))] == []


def test_one_current_rating_for_each_council_and_area():
    """Of one authority and area the newest judgement is current and all before it are previous."""
    current = Counter((r["council"]["id"], r["area"]) for r in RATINGS if r["status"] == "current")
    assert set(current.values()) == {1}


@pytest.mark.parametrize("framework", frameworks(), ids=lambda framework: framework["id"])
def test_judgements_lie_within_their_framework(framework):
    """Inspections lie within their framework's dates, on its scale; the few that do not say so in their notes."""
    own = [row for row in JUDGEMENTS if row["framework"] == framework["id"]]
    odd = [row for row in own if row["grade"] and (
        row["grade"] not in framework["grades"] or row["area"] not in framework["areas"]
        or row["inspected_end"][:7] > (framework["in_force_to"] or "9999")
        or row["inspected_end"] < framework["in_force_from"][:len(row["inspected_end"])])]
    assert [row for row in odd if not row["notes"] and row["area"] != "unspecified"] == []


def test_tables_name_what_exists():
    """The tables beside the judgements name known councils, frameworks and areas."""
    known, in_use = {council["id"] for council in councils()}, {framework["id"] for framework in frameworks()}
    assert {row["council"] for row in JUDGEMENTS} <= known and {row["framework"] for row in JUDGEMENTS} <= in_use
    gaps = rows(REFERENCE / "gaps.csv")
    assert {row["council"] for row in gaps} - {None} <= known and {row["framework"] for row in gaps} - {None} <= in_use
    for row in rows(REFERENCE / "comparable.csv"):
        assert row["framework"] in in_use and row["area"] in AREAS and row["judged_as"] in AREAS
    pairs = {(row["framework"], row["area"]) for row in JUDGEMENTS}
    compared = {(row["framework"], row["judged_as"]) for row in rows(REFERENCE / "comparable.csv")}
    assert pairs <= compared, "every judgement can be held against some claim"
