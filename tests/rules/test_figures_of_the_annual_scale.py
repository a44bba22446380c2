"""Figures of the annual ratings of 2009 to 2011, which hold no grade: each text with all its figures."""

import pytest

from tests.rules.snippets import OVERALL, figures_in_full, graded, plain


def yearly(*counts, status="current"):
    """The figures of so many councils of the annual scale."""
    return {plain("councils", count, area=OVERALL, status=status) for count in counts}


# (text, its figures)
SCALE = [
    ('The watchdog\'s scores for 152 councils show eleven run "excellent" services and 94 "good" ones.', yearly(11, 94)),
    ('Ofsted has scored as "poor" the children\'s services of eight council areas.\n\nThe number of failing children\'s '
     "services has gone up from the five named last year.", yearly(8) | yearly(5, status="previous")),
    ("Nine councils were rated poor, up from four last year. Ten were judged excellent, 93 good and 40 adequate.",
     yearly(9, 10, 93, 40) | yearly(4, status="previous")),
    ("Nine councils perform poorly.\n\nThe other 39 authorities were found to be offering adequate provision.",
     yearly(9, 39)),
    ("Ofsted's annual assessment found 12 councils excellent, 93 good, 40 adequate and nine poor.",
     yearly(12, 93, 40, 9)),
    ("Some 16 authorities run excellent services.\n\nYet again most councils offer services that are good or better.",
     {plain("councils", 16, area=OVERALL, qualifier="about"),
      plain("councils", share=0.5, area=OVERALL, qualifier="more-than")}),
    ("Nine councils perform poorly. This autumn three councils were judged inadequate.",
     yearly(9) | {graded("I", 3)}),
    ("With 26 councils giving excellent services to children where they live, it was the best year yet.", yearly(26)),
    ("In all 74 councils are performing well, 34 are giving adequate services and 13 are performing poorly.",
     yearly(74, 34, 13)),
    ('Seven councils were labelled "poor". The tally of failing departments has gone up from the five named last year.',
     yearly(7) | yearly(5, status="previous")),
    ("Nine councils are giving adequate parking spaces to parents.", set()),
    ("Two councils were judged good.", {graded("G", 2)}),
    ("Nine poor families live there, and two councils were judged adequate.", {graded("A", 2)}),
]


@pytest.mark.parametrize(("text", "wanted"), SCALE)
def test_words_of_the_annual_scale_beside_one_another(text, wanted):
    assert figures_in_full(text, "2009-12-10") == wanted


def test_later_the_same_words_are_grades():
    text = "Two councils were judged excellent and 94 good. The other 39 were found to be offering adequate services."
    assert figures_in_full(text, "2013-06-01") == {graded("O", 2), graded("G", 94), graded("A", 39)}
