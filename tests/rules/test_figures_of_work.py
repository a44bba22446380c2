"""Caseloads, children in care and enquiries: each text with all its figures."""

import pytest

from tests.rules.snippets import figures_in_full, plain

LOADS, CARE = "caseloads", "children in care"


def before(subject, count):
    """A figure that held before another."""
    return plain(subject, count, status="previous")


# (text, its figures)
CARRIED = [
    ("Caseloads are a worry. The average is 24, down from 31 last spring.", {plain(LOADS, 24), before(LOADS, 31)}),
    ("Caseloads are a worry. The average is 24 days.", set()),
    ("Waiting times are a worry. The average is 24, down from 31.", set()),
    ("Caseloads averaged 21, up from 18.", {plain(LOADS, 21), before(LOADS, 18)}),
    ("Each social worker has an average of 22 children.", {plain(LOADS, 22)}),
    ("The average number of cases per social worker has fallen from 25 to 17.", {plain(LOADS, 17), before(LOADS, 25)}),
    ("What inspectors said\n\n● Social workers had an average of 27 cases; the aim is 18\n\n● Plans came late",
     {plain(LOADS, 27)}),
]
LOOKED_AFTER = [
    ("More than 900 children in Kent are now in care.", {plain(CARE, 900, qualifier="more-than")}),
    ("The county looks after 530 children.", {plain(CARE, 530)}),
    ("The charity looks after 530 children.", set()),
    ("Some 450 young people are looked after by the county.", {plain(CARE, 450, qualifier="about")}),
    ("Some 60 children were in care homes. Some 60 children in Kent were taken to the sea.", set()),
    ("Inspectors spoke to 25 children in care.", set()),
    ("The number of children in its care rose to 700.", {plain(CARE, 700)}),
]
PLANS = [
    ("Some 5,000 children are on child protection plans.", {plain("child protection plans", 5000, qualifier="about")}),
]
ASKED = [
    ("The number of enquiries opened because a child was thought to be in danger has gone up 119 per cent in a decade.",
     {plain("child protection inquiries", change=1.19)}),
    ("The number of enquiries about bins has gone up 119 per cent.", set()),
]
BESIDE = [
    ("The trust has caseloads of 17, against 21 when it took over.", {plain(LOADS, 17), before(LOADS, 21)}),
    ("Caseloads have fallen from 22 to 16 and agency staff from 30 per cent to 12 per cent.",
     {plain(LOADS, 16), before(LOADS, 22)}),
    ("There were 80,850 children in care in March, compared with 78,140 a year earlier.",
     {plain(CARE, 80850), before(CARE, 78140)}),
    ("Inspectors looked at 140 cases and at 12 visits by social workers.", set()),
    ("Social workers looked at 140 cases. A social worker had 31 cases.", {plain(LOADS, 31)}),
]


@pytest.mark.parametrize(("text", "wanted"), CARRIED + LOOKED_AFTER + PLANS + ASKED + BESIDE)
def test_figures_of_work(text, wanted):
    assert figures_in_full(text) == wanted
