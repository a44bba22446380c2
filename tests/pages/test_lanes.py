"""Timelines are laid out so that no mark lies over another."""


import pytest

from api.pages.lanes import MARK, WIDE, laid_out, when
from api.pages.pictures import timeline


def entry(kind, date, id="a", area="leadership", **more):
    """An entry as the API gives it, invented."""
    record = {"id": id, "area": area, "grade": "good", "grade_as_printed": "good",
              "status": "current", "trust": "press", "reported": date, "article":
              {"id": id, "publisher": None}, "council": {"id": "x", "name": "Wexcombe"}, "document": {"title": "A report"},
              "date": date, "event": "established"}
    return {"date": date, "kind": kind, "record": record | more}


@pytest.mark.parametrize("date, year", [("2014-01-01", 2014.0), ("2014-07-01", 2014.5), ("2014-03", 2014.204),
                                        ("2014", 2014.5), ("2014-12-31", 2014.997)])
def test_a_date_stands_where_it_lies_in_its_year(date, year):
    assert when(date) == pytest.approx(year, abs=0.001)


def test_marks_too_near_stand_in_rows_and_press_below_the_record():
    lanes, marks, changes, span, rows = laid_out([
        entry("rating", "2014-06-20", "p"), entry("judgement", "2014-05-01", "b"), entry("judgement", "2014-05-01", "c"),
        entry("judgement", "2019-05-01", "d"), entry("quote", "2016-01-01", "q"), entry("quote", "2016-01-01", "q"),
        entry("reorganisation", "2020-04-01"), entry("reorganisation", "1974-04-01"), entry("quote", None, "n")])
    assert lanes == [("Leadership", 0), ("What was said", 3)] and rows == 4
    assert [(row, kind) for _, row, _, kind, _, _ in marks] == [
        (0, "official"), (1, "official"), (0, "official"), (2, "press"), (3, "said")]
    assert changes == [(2020.25, "1 April 2020: Wexcombe began")] and span == (2014, 2021)


def test_nothing_dated_is_no_picture():
    assert laid_out([entry("reorganisation", "1974-04-01"), entry("rating", None)]) is None


def test_every_council_of_the_record_has_a_timeline_without_overlap(site):
    """In no row do two marks come closer than they are wide, and each is drawn with its words and its way on."""
    councils = site.session.get(f"{site.address}/v1/councils?limit=500").json()["data"]
    drawn = 0
    for council in councils:
        address = f"{site.address}/v1/councils/{council['id']}/timeline?lineage=true&limit=500"
        found = laid_out(site.session.get(address).json()["data"])
        if not found:
            continue
        _, marks, changes, span, rows = found
        gap = MARK * (span[1] - span[0]) / WIDE
        for row in range(rows):
            years = sorted(year for year, at, *_ in marks if at == row)
            assert years and all(b - a >= gap for a, b in zip(years, years[1:], strict=False)), council["id"]
        svg = timeline(*found, "A timeline.")
        assert svg.count('<title class="words"') == svg.count('class="mark-link"') == len(marks)
        assert svg.count("<title>") == len(changes)
        assert "<style" not in svg and "<script" not in svg and " style=" not in svg and " id=" not in svg
        drawn += 1
    assert drawn > 140
