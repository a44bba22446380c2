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
OVER_TIME = [
    ("Calls are growing, with a 118% increase in the past 10 years in the number of serious cases.",
     {plain("cases", change=1.18)}),
    ("There was a 12% rise over five years in the number of children in care.", {plain("children in care", change=0.12)}),
    ("There was a 12% rise over five years in the number of councillors.", set()),
    ("England still has only 14 secure children's homes.", {plain("secure children's homes", 14)}),
    ("The country now has 3,400 children's homes, up from 2,900 in 2022.",
     {plain("children's homes", 3400), plain("children's homes", 2900, status="previous")}),
    ("The company now has 14 children's homes.", set()),
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

# (text, its figures)
LOADS_IN_TURN = [
    ("When he took over the average social worker was holding 33 cases. He has got that down to 21.",
     {plain(LOADS, 21), before(LOADS, 33)}),
    ("When he took over social workers held 33 cases each. They now hold 21.", {plain(LOADS, 21), before(LOADS, 33)}),
    ("A year ago our social workers were carrying 28 cases apiece. That is down to 18, and I want it lower.",
     {plain(LOADS, 18), before(LOADS, 28)}),
    ("Caseloads averaged 24. They now have 12 managers.", {plain(LOADS, 24)}),
    ("Caseloads averaged 24 in May. He has got vacancies down to 18 per cent.", {plain(LOADS, 24)}),
    ("The average caseload is 15. Four years ago it would have been 31.", {plain(LOADS, 15), before(LOADS, 31)}),
    ("The average caseload has crept up from 16 to 21 in two years.", {plain(LOADS, 21), before(LOADS, 16)}),
    ("Caseloads, which touched 38 in the spring, are below 24.",
     {plain(LOADS, 24, qualifier="less-than"), before(LOADS, 38)}),
    ("The average social worker held 16 cases in March, compared with 24 on the day the inspectors left.",
     {plain(LOADS, 16), before(LOADS, 24)}),
    ("Social workers have 16 cases each, against 24 at the time of the inspection.",
     {plain(LOADS, 16), before(LOADS, 24)}),
    ("The council says that the average caseload is now 15, and that it was 31 in 2014.",
     {plain(LOADS, 15), before(LOADS, 31)}),
    ("Workers carry an average of 17 cases, down from 25 a year ago and 31 the year before.",
     {plain(LOADS, 17), before(LOADS, 25), before(LOADS, 31)}),
    ("Social workers had 29 cases on average at the last inspection; now the figure is 18.",
     {plain(LOADS, 18), before(LOADS, 29)}),
    ("Each social worker now has 17 children, where once it was 28.", {plain(LOADS, 17), before(LOADS, 28)}),
    ("She inherited caseloads of 35 and has brought them down to 17.", {plain(LOADS, 17), before(LOADS, 35)}),
    ("The average social worker has 16 cases. In authorities rated inadequate the average is more than 19.",
     {plain(LOADS, 16), plain(LOADS, 19, qualifier="more-than")}),
    ("Managers said that some staff had 34 children each.", {plain(LOADS, 34)}),
    ("Staff at the school teach 30 children each.", set()),
    ("Foster carers look after two children each.", set()),
    ('"I\'ve got 36 kids on my books," one social worker said.', {plain(LOADS, 36)}),
    ("Social workers are short: 140 children have none, against 90 a year ago.", set()),
    ("Nobody's caseload is above 20.", {plain(LOADS, 20, qualifier="at-most")}),
    ("No social worker now has more than 18 cases.", {plain(LOADS, 18, qualifier="at-most")}),
]

LOADS_CHANGED = [
    ("Caseloads, which averaged 24 in June 2016, now stand at 16 on average – a fall of 33.3 per cent.",
     {plain(LOADS, 16), before(LOADS, 24), plain(LOADS, change=-0.333)}),
    ("Caseloads have gone from 28 to 21, down 25 per cent.",
     {plain(LOADS, 21), before(LOADS, 28), plain(LOADS, change=-0.25)}),
    ("Caseloads, which averaged 30 two years ago, are now 20.", {plain(LOADS, 20), before(LOADS, 30)}),
    ("Referrals, which stood at 3,900 in 2016, now number 4,700 – a rise of 20.5 per cent.",
     {plain("referrals", 4700), before("referrals", 3900), plain("referrals", change=0.205)}),
    ("Caseloads are down by a third. Caseloads have fallen by 33.3 per cent, says the report.",
     {plain(LOADS, change=-0.333)}),
    ("The average caseload has been cut by a quarter to 18.", {plain(LOADS, 18, change=-0.25)}),
    ("Caseloads stand at 16 and agency spending has seen a fall of 20 per cent.", {plain(LOADS, 16)}),
    ("The council has cut social workers' caseloads by a third.", {plain(LOADS, change=-0.3333, qualifier="rounded")}),
    ("She has reduced referrals to the front door by 12 per cent.", {plain("referrals", change=-0.12)}),
    ("It plans to cut caseloads by a quarter.", set()),
    ("The council would have cut caseloads by a quarter.", set()),
]
LOADS_THEN = [
    ("Average caseloads in the assessment teams, which stood at 31 when the improvement board first met, are down to 19.",
     {plain(LOADS, 19), before(LOADS, 31)}),
    ("Average caseloads had fallen to 17 since the inspection. At Christmas they stood at 24.",
     {plain(LOADS, 17), before(LOADS, 24)}),
    ("Caseloads average 17. In May they were 23.", {plain(LOADS, 17), before(LOADS, 23)}),
    ("Caseloads stand at 17. When inspectors called they were 23.", {plain(LOADS, 17), before(LOADS, 23)}),
    ("Caseloads had fallen to 17. In the duty team they stood at 24.", {plain(LOADS, 17), plain(LOADS, 24)}),
    ("In one county the typical social worker held 29 cases, in another almost 40.",
     {plain(LOADS, 29), plain(LOADS, 40, qualifier="nearly")}),
    ("A social worker held 29 cases, and in two years nine managers have left.", {plain(LOADS, 29)}),
]


@pytest.mark.parametrize(("text", "wanted"), (
    LOADS_CHANGED + LOADS_THEN + LOADS_BEFORE + LOADS_IN_TURN + LOADS_HELD + CARRIED + LOOKED_AFTER + PLANS
    + OVER_TIME + ASKED + BESIDE))
def test_figures_of_work(text, wanted):
    assert figures_in_full(text) == wanted
