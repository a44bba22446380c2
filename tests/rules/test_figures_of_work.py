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
    ("Caseloads average 24, against a target of 18.", {plain(LOADS, 24)}),
    ("The union wants a cap of 20 children for each social worker.", set()),
    ("A union said its members were juggling 30 families each.", {plain(LOADS, 30)}),
    ("Caseloads were high. The council's own figures put the average at 24.", {plain(LOADS, 24)}),
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
LOADS_BEFORE = [
    ("Average caseloads had gone up to 22, from 18 in 2016.", {plain(LOADS, 22), before(LOADS, 18)}),
    ("Caseloads stood at 24, against 18 when inspectors last called.", {plain(LOADS, 24), before(LOADS, 18)}),
    ("Caseloads, which had been averaging 29, are down to 21.", {plain(LOADS, 21), before(LOADS, 29)}),
    ("Social workers have 17 cases each, compared with 26 at the time of the last inspection.",
     {plain(LOADS, 17), before(LOADS, 26)}),
    ("In 2016 a social worker was holding 31 children. Today it's 16, she said.", {plain(LOADS, 16), before(LOADS, 31)}),
    ("Caseloads averaged 24 in May. They have since fallen to 18.", {plain(LOADS, 18), before(LOADS, 24)}),
    ("The council looks after 640 children. There were 580 two years ago.", {plain(CARE, 640), before(CARE, 580)}),
    ("The council looks after 640 children. It has put £2m into hubs, of which there are 17.", {plain(CARE, 640)}),
    ("The average worker has 22 cases. It is 12 miles to the office.", {plain(LOADS, 22)}),
]
LOADS_HELD = [
    ("Inspectors noted high caseloads, averaging 26 in the duty teams.", {plain(LOADS, 26)}),
    ("Personal advisers look after an average of 27 care leavers each, and in one county 41.",
     {plain(LOADS, 27), plain(LOADS, 41)}),
    ("Workers in one team were juggling more than 30 families.", {plain(LOADS, 30, qualifier="more-than")}),
    ("Caseloads are down to 17, and vacancies to 12.", {plain(LOADS, 17)}),
    ("Staff at the home look after three children each.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), LOADS_BEFORE + LOADS_HELD + CARRIED + LOOKED_AFTER + PLANS + ASKED + BESIDE)
def test_figures_of_work(text, wanted):
    assert figures_in_full(text) == wanted
