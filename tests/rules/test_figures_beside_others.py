"""Figures that words set beside others: of an earlier time, of other grades, said loosely."""

import pytest

from tests.rules.snippets import figures_in_full, graded, plain

# (text, its figures)
BEFORE = [
    ("Nine councils are outstanding. In 2015 just two had the grade.",
     {graded("O", 9), graded("O", 2, status="previous")}),
    ("Twelve councils are inadequate, against a peak of 31 in 2016.",
     {graded("I", 12), graded("I", 31, status="previous")}),
    ("Twelve councils are inadequate, compared with the record high of 31 set in 2016.",
     {graded("I", 12), graded("I", 31, status="previous")}),
    ("Fourteen councils are outstanding, up on the nine that held the grade in 2017.",
     {graded("O", 14), graded("O", 9, status="previous")}),
    ("Twelve councils were inadequate (2017: 20).",
     {graded("I", 12), graded("I", 20, status="previous")}),
    ("Some 60% of councils are good or outstanding (51% in 2017-18).",
     {graded("OG", share=0.6, qualifier="about"), graded("OG", share=0.51, status="previous")}),
    ("There were 30 inadequate councils in 2016, and there are 13 today.",
     {graded("I", 30, status="previous"), graded("I", 13)}),
    ("Thirteen councils are failing, down from 22.",
     {graded("I", 13), graded("I", 22, status="previous")}),
    ("Ten boroughs are failing, compared with 14 a year earlier.",
     {graded("I", 10), graded("I", 14, status="previous")}),
    ("There are 13 inadequate councils, a fall of nine on 2017's figure of 22.",
     {graded("I", 13), graded("I", 22, status="previous")}),
    ("Forty-eight per cent of councils were good or better, an improvement on 36 per cent in 2016.",
     {graded("OG", share=0.48), graded("OG", share=0.36, status="previous")}),
    ("Nineteen councils are outstanding. Last year it was 14, and the year before nine.",
     {graded("O", 19), graded("O", 9, status="previous"), graded("O", 14, status="previous")}),
    ("Twelve councils are inadequate. That is six fewer than in March 2018, when 18 had the grade.",
     {graded("I", 12), graded("I", 18, status="previous")}),
    ("Eleven children's services departments are failing, down from last year's total of 17.",
     {graded("I", 11), graded("I", 17, status="previous")}),
    ("The tally of councils rated inadequate stood at 21 last March; it has since dropped to 15.",
     {graded("I", 21, status="previous"), graded("I", 15)}),
    ("Ten local authorities have been rated inadequate under the new framework, against a previous high of 33.",
     {graded("I", 10), graded("I", 33, status="previous")}),
    ("Ofsted judged 8 councils inadequate in 2018-19 (2017-18: 13).",
     {graded("I", 8), graded("I", 13, status="previous")}),
    ("Twelve councils are inadequate. Last year it was a bank holiday that delayed the figures.",
     {graded("I", 12)}),
    ("Kent is failing. Essex is not.",
     set()),
    ("Ofsted says 12 councils are failing children.",
     {graded("I", 12)}),
    ("Forty per cent of councils are failing, Ofsted's figures show.",
     {graded("I", share=0.4)}),
    ("Fourteen councils are failing, a charity claims.",
     {plain("councils", 14)}),
    ("Nine councils were inadequate, against a target of five.",
     {graded("I", 9)}),
    ("Nine councils were inadequate, six fewer than a year ago. In 2016, when 20 were, ministers acted.",
     {graded("I", 9), graded("I", 20, status="previous")}),
    ("Nine councils are inadequate. In 2016 Kent held the grade.",
     {graded("I", 9)}),
    ("Nine councils are outstanding. Two of them held the grade in 2015.",
     {graded("O", 9)}),
]


@pytest.mark.parametrize(("text", "wanted"), BEFORE)
def test_figures_of_an_earlier_time_beside_those_of_now(text, wanted):
    assert figures_in_full(text) == wanted
