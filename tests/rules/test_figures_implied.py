"""Figures of grades told in other words, and numbers beside a grade that hold none."""

import pytest

from tests.rules.snippets import figures_in_full, graded, plain

ROUNDED, BEFORE = {"qualifier": "rounded"}, {"status": "previous"}
# (text, its figures)
ENOUGH = [
    ("Half of England's councils are still not good enough, Ofsted says.", {graded("RI", share=0.5, **ROUNDED)}),
    ("Fewer than four in ten authorities are up to scratch.", {graded("OG", share=0.4, qualifier="less-than")}),
    ("Half of councils have good services.", {graded("G", share=0.5, **ROUNDED)}),
    ("Half of councils are failing to provide adequate care.", {graded("I", share=0.5, **ROUNDED)}),
    ("Half of councils fail to offer children a good service.", {graded("RI", share=0.5, **ROUNDED)}),
    ("Thirty councils have yet to make the grade.", {graded("RI", 30)}),
    ("Thirty councils fall short of good.", {graded("RI", 30)}),
    ("Thirty councils aren't up to standard.", {graded("RI", 30)}),
    ("Thirty councils say pay is not good enough.", {plain("councils", 30)}),
    ("Thirty children said the food was not good enough.", set()),
    ("A third of councils had been found less than good told us little.", {graded("RI", share=0.3333, **ROUNDED)}),
    ("A third of councils have less than good buildings.", {plain("councils", share=0.3333, **ROUNDED)}),
    ("Of the 29 councils checked since May, eight have flopped.", {graded("I", 8, 29)}),
    ("At the end of May 23 of 96 councils were inadequate. At the same point last year, 11 of 53 had failed.",
     {graded("I", 23, 96), graded("I", 11, 53, status="previous")}),
    ("Ofsted has yet to award any outstanding in this round.", {graded("O", 0)}),
    ("Inspectors have yet to judge any council to be outstanding.", {graded("O", 0)}),
    ("Kent has yet to be rated outstanding, and Ofsted has yet to give it a good.", set()),
    ("Nine councils have failed to reply, and six had failed children.", set()),
    ("Over two-thirds of boroughs fall below the level inspectors expect.",
     {graded("RI", share=0.6667, qualifier="more-than")}),
    ("Nearly a third of services in England are good.", {graded("G", share=0.3333, qualifier="nearly")}),
    ("Seventy councils require improvement and 24, or about one in six, are inadequate.",
     {graded("R", 70), graded("I", 24)}),
    ("Of 99 councils, 49 are good. The other 50 are inadequate – about half.", {graded("G", 49, 99), graded("I", 50, 99)}),
]
SETS = [
    ("Nine councils require improvement, or its predecessor, adequate, at two inspections running.", {
        ("councils", ("requires-improvement", "adequate"), "overall-effectiveness", "current", 9, None, None, None, "exact")}),
    ("Kent is inadequate. Only nine of England's 152 councils were put in that category.", {graded("I", 9, 152)}),
    ("Most primary schools are good.", {graded("G", share=0.5, subject="schools", area=None, qualifier="more-than")}),
    ("Most people are good.", set()),
]
MARKS = [
    ('She said 19 of the 152 councils were inadequate "and it should be none".', {graded("I", 19, 152)}),
    ('She said 19 councils were inadequate "partners" in a play.', {plain("councils", 19)}),
]
TURNED = [
    ("Forty per cent of councils were good in 2015; the figure is now 55 per cent.",
     {graded("G", share=0.4, **BEFORE), graded("G", share=0.55)}),
    ("Forty per cent of councils were good; the figure for homes is 55 per cent.", {graded("G", share=0.4)}),
    ("Twelve councils were inadequate last year and nine are now.", {graded("I", 12, **BEFORE), graded("I", 9)}),
]
NAMED = [
    ("Devon, one of nine councils in the west, was rated outstanding.", set()),
    ("Devon – one of nine councils in the west – was rated outstanding.", set()),
    ("Devon is one of nine councils rated outstanding.", {graded("O", 9)}),
    ("Camden and Islington, two boroughs with much in common, were both rated good.", set()),
    ("In Devon, nine schools, all of them small, were rated good.", {graded("G", 9, subject="schools", area=None)}),
]


@pytest.mark.parametrize(("text", "wanted"), ENOUGH + SETS + MARKS + TURNED + NAMED)
def test_grades_told_in_other_words(text, wanted):
    assert figures_in_full(text) == wanted


def test_good_enough_was_no_grade_while_adequate_was_one():
    assert figures_in_full("Half of councils are good enough.", "2012-06-01") == {plain("councils", share=0.5, **ROUNDED)}
