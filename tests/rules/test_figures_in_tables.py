"""Tables of numbers: how many councils or homes have each grade, column by column or row by row."""

import pytest

from tests.rules.snippets import figures_in_full, graded, ratings

BEFORE = {"status": "previous"}


def table(*lines):
    """A text of these lines, each a paragraph."""
    return "\n\n".join(lines)


# (text, its figures)
TABLES = [
    (table("Councils by newest overall judgement, per cent", " | Good or outstanding | Requires improvement or inadequate | All",
           "Least deprived fifth | 73 | 27 | 100", "Most deprived fifth | 37 | 63 | 100"),
     {graded("OG", share=0.73), graded("RI", share=0.27), graded("OG", share=0.37), graded("RI", share=0.63)}),
    (table("How councils were rated, by region.", "Region | Outstanding | Good | Inadequate", "North East | 4 | 5 | 1",
           "London | 8 | 17 | 2"),
     {graded("O", 4), graded("G", 5), graded("I", 1), graded("O", 8), graded("G", 17), graded("I", 2)}),
    (table("Ratings of local authorities (%)", "Year | Good or better | Inadequate", "2015 | 25% | 26%", "2019 | 48% | 14%"),
     {graded("OG", share=0.25, **BEFORE), graded("I", share=0.26, **BEFORE), graded("OG", share=0.48),
      graded("I", share=0.14)}),
    (table("How local authorities were judged.", "Grade | 2015 | 2019", "Outstanding | 2% | 9%", "Good | 23% | 39%",
           "Inadequate | 25% | 14%"),
     {graded("O", share=0.02, **BEFORE), graded("O", share=0.09), graded("G", share=0.23, **BEFORE),
      graded("G", share=0.39), graded("I", share=0.25, **BEFORE), graded("I", share=0.14)}),
    (table("Children's homes in the county.", "| Outstanding | Good | Inadequate |", "| 3 | 9 | 1 |"),
     {graded(letter, count, subject="children's homes", area=None) for letter, count in (("O", 3), ("G", 9), ("I", 1))}),
    (table("Councils and pay.", "Council | Good days | Pay", "Kent | 4 | 30"), set()),
    (table("Kent County Council", "Area | Good | Requires improvement", "Leadership | x | ", "Care leavers | | x"), set()),
]


@pytest.mark.parametrize(("text", "wanted"), TABLES)
def test_figures_in_tables(text, wanted):
    assert figures_in_full(text) == wanted


def test_a_table_of_the_grades_of_one_council_holds_no_figure():
    text = table("How Kent was judged.", "Area | 2015 | 2019", "Leadership | Good | Outstanding", "Care leavers | Good | Good")
    assert not figures_in_full(text)
    assert len(ratings(text)) == 4
