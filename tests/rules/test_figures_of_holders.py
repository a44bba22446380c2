"""Who holds the grades that a figure counts: the only one of so many, all who share a grade, and people who were asked."""

import pytest

from tests.rules.snippets import figures_in_full, graded, plain

SEEN = "Of the 61 councils inspected since April, 19 are outstanding.\n\n"
# (text, its figures)
SOLE = [
    ("Bradford, where a trust is in charge, is the only one of West Yorkshire's five councils to be inadequate.",
     {graded("I", 1, 5)}),
    ("Kent was the only one of the six councils inspected that month to be rated good.", {graded("G", 1, 6)}),
    ("The only one of the ten London boroughs visited to come out as outstanding was Bexley.", {graded("O", 1, 10)}),
    ("Only one of the nine councils in the region is good.", {graded("G", 1, 9)}),
    ("Just one of the 15 authorities inspected was rated outstanding.", {graded("O", 1, 15)}),
    ("Only one of the region's nine councils has been rated outstanding.", {graded("O", 1, 9)}),
    ("Kent is one of the nine councils rated outstanding.", {graded("O", 9)}),
    ("Essex is one of the east's 11 councils to be good.", {graded("G", 11)}),
    ("Wigan is one of only two of the ten councils nearby to be rated outstanding.", {graded("O", 2, 10)}),
    ("Kent is the only one of the nine councils rated inadequate to have improved.", {graded("I", 9)}),
]
SHARED = [
    ("Wigan is outstanding, a judgement that only two of the ten councils in Greater Manchester can boast.",
     {graded("O", 2, 10)}),
    ("Leeds was judged outstanding for care leavers, a mark that just six of the 60 councils inspected have been given.",
     {graded("O", 6, 60, area="care-leavers")}),
    ("Wigan is outstanding – a rating shared by only seven of the 152 councils in England.", {graded("O", 7, 152)}),
    ("It was rated good, a rating which fewer than half of councils can claim.",
     {graded("G", share=0.5, qualifier="less-than")}),
    ("Kent was rated inadequate, a fate that has befallen 20 councils since 2013.", {graded("I", 20)}),
    ("Wigan is outstanding, a judgement that only two other councils in London can match.", set()),
    ("Derby was called good, a word that only five of its staff had heard.", set()),
    ("It was good, one of three grades that it was given.", set()),
    ("Its leadership is outstanding, a mark that two of its three directors had sought.", set()),
]
WHATEVER = [
    ("There is no council, outstanding ones included, without something to mend.", set()),
    ("No council rated good or outstanding can rest.", set()),
    ("No council was rated good or outstanding.", {graded("OG", 0)}),
    ("Nearly half of the children in the richest two-fifths of authorities live in a good or outstanding one.", set()),
    ("The poorest fifth of councils are four times as likely to be inadequate.", set()),
    ("Child protection was where councils did worst, with one in four departments inadequate.",
     {graded("I", share=0.25, area="help-and-protection", qualifier="rounded")}),
    ("Cornwall Council was one of 28 authorities to hold the outstanding judgement out of 150 that had been visited.",
     {graded("O", 28, 150)}),
    ("Kent is one of 28 authorities rated good overall out of 150 in England.", {graded("G", 28, 150)}),
    ("Nine councils were judged good out of hours.", {graded("G", 9)}),
]
TOTALS = [
    ("Five more councils became outstanding in the year, taking the total to 14.", {graded("O", 5), graded("O", 14)}),
    ("Kent was rated outstanding, bringing the number of councils with the grade to nine.", {graded("O", 9)}),
    ("Kent and Essex were rated outstanding this week, which takes the tally to 14.", {graded("O", 14)}),
    ("This week's reports bring to 31 the number of councils rated inadequate.", {graded("I", 31)}),
    ("Kent was rated good, bringing the number of visits to nine.", set()),
    ("The council was fined twice, bringing the total to 14.", set()),
    ("It takes to 46 the number of homes it runs; Kent is good.", set()),
    ("Kent is the 22nd local authority to be rated inadequate since 2013.", {graded("I", 22)}),
]
GROUPS = [
    ("Three authorities in the north-east are part of a group of just five nationwide to win the highest grade.",
     {graded("O", 3), graded("O", 5)}),
    ("Two London boroughs are among only six authorities in England to be judged outstanding.",
     {graded("O", 2), graded("O", 6)}),
    ("Four of the 12 councils in the east are now among the 20 rated inadequate.", {graded("I", 4, 12), graded("I", 20)}),
    ("Kent is part of a group of just five nationwide to be rated outstanding.", {graded("O", 5)}),
    ("Leeds joins a select band of only seven in the country to be rated outstanding.", {graded("O", 7)}),
    ("The council is part of an elite group of just 20 authorities nationwide to achieve an outstanding judgement.",
     {graded("O", 20)}),
    ("The council is part of a group of 12 authorities that wants to be rated good.", set()),
    ("Three councils in the north are among those rated inadequate.", set()),
    ("Devon is good, with just three others in the south west rated outstanding.", {graded("O", 3)}),
    ("Devon is one of six councils in the south west to be rated good, with a mere two others there given a pair of "
     "outstanding judgements.", {graded("G", 6), graded("O", 2, area=None)}),
]
TURNED = [
    ("Nine councils that were inadequate are now good, while three that were good have become inadequate.",
     {graded("G", 9), graded("I", 3)}),
    ("Of the 80 councils seen, 26 per cent got the lowest rating, with a further 49 per cent told they require improvement.",
     {graded("I", None, 80, 0.26), graded("R", None, 80, 0.49)}),
    ("In nine councils leadership was good and in four inadequate.",
     {graded("G", 9, area="leadership"), graded("I", 4, area="leadership")}),
    ("Neither of the two councils inspected was good.", {graded("G", 0, 2)}),
    ("Children in more than half of England's local authorities are not receiving good enough services.",
     {graded("RI", share=0.5, qualifier="more-than")}),
    ("A fifth of areas had inadequate services.", {graded("I", share=0.2, qualifier="rounded")}),
    ("Kent was good in a fifth of its areas.", set()),
]
NTH = [
    ("Leeds has become the seventh council to be judged outstanding under the framework brought in last January.",
     {graded("O", 7)}),
    ("Hull is the 12th authority to be found inadequate under the tougher inspections that Ofsted started last autumn.",
     {graded("I", 12)}),
    ("Leeds has become the seventh council to be judged outstanding this year under the new framework.", set()),
    ("Leeds is the fifth authority in six months to be rated good under the framework that began in 2018.", set()),
    ("Only the third council nationally to be rated outstanding, Bromley was praised.", {graded("O", 3)}),
    ("Essex, the seventh council judged outstanding since 2018, was praised.", {graded("O", 7)}),
    ("It is the fourth London borough to be rated outstanding.", {graded("O", 4)}),
    ("Hull is the tenth council to have its services rated inadequate.", {graded("I", 10)}),
    ("Barking was the fourth council whose children's services were rated inadequate.", {graded("I", 4)}),
    ("Leeds is the sixth council whose director has left, and it is good.", set()),
]
FEW = [
    ("The borough is one of only four in the North East to reach ‘good’ overall.", {graded("G", 4)}),
    ("Leeds is one of just six in the region to attain an outstanding rating.", {graded("O", 6)}),
    ("The authority is among just nine nationally to be rated outstanding overall.", {graded("O", 9)}),
    ("That makes Hull one of eight in the country to be inadequate for leadership.",
     {graded("I", 8, area="leadership")}),
    ("The school is one of only four in the borough to be judged good.", set()),
    ("Its nursery is among just nine nationally to be rated outstanding.", set()),
    ("Its adoption agency is one of only four in the country to be judged outstanding.", set()),
]
OFFERED = [
    ("Nine councils have an 'outstanding', and Kent is one of only 38 in England and Wales to have a good.",
     {graded("O", 9), graded("G", 38)}),
    ("Seven in ten departments have landed in the two lower grades.", {graded("RI", share=0.7, qualifier="rounded")}),
    ("Thirty councils hold one of the two higher ratings.", {graded("OG", 30)}),
    ("It has jumped, with the top overall grade given to nine of the 27 authorities.", {graded("O", 9, 27)}),
    ("Half of the 20 top-rated authorities lie in London.",
     {graded("O", 20), graded("O", None, 20, 0.5, qualifier="rounded")}),
    ("Top-rated authorities such as Kent and Essex spend more.", set()),
    ("Most children's services in England are good.", {graded("G", share=0.5, qualifier="more-than")}),
    ("Ofsted's scores for 152 councils show eleven run outstanding services and 94 good ones.",
     {graded("O", 11), graded("G", 94)}),
    ("Figures for 152 authorities show that eleven provide inadequate services.", {graded("I", 11)}),
    ("The other 39 authorities were found to be offering good services.", {graded("G", 39)}),
    ("Some 39 authorities were judged to provide good provision.", {graded("G", 39, qualifier="about")}),
    ("Nine boroughs have joined up to offer good services.", set()),
    ("Inspectors have judged inadequate the services of nine authorities.", {graded("I", 9)}),
    ("Ofsted has rated as outstanding the children's services of eight council areas.", {graded("O", 8)}),
]
MANY_TIMES = [
    ("Ofsted says 16 councils are outstanding, twice the number for the year before.", {graded("O", 16, change=1.0)}),
    ("Nine councils were rated inadequate - three times the figure a year ago.", {graded("I", 9, change=2.0)}),
    ("Six councils were rated inadequate, half the number of last year.", {graded("I", 6, change=-0.5)}),
    ("Some 12 councils are inadequate, twice as many as in the capital.", {graded("I", 12, qualifier="about")}),
    ('More than two-thirds of councils now hold a "good" or an "outstanding" for adoption.',
     {graded("OG", share=0.6667, qualifier="more-than", area="adoption")}),
    ("Some 31 out of 152 councils are under orders from the Department for Education after being rated inadequate.",
     {graded("I", 31, 152, qualifier="about")}),
    ("Out of the 56 inspections, 17 authorities were judged good and nine inadequate.",
     {graded("G", 17, 56), graded("I", 9, 56)}),
    ("Of the 56 inspections carried out last year, 17 councils were judged good.",
     {graded("G", 17, 56), plain("inspections", 56)}),
]
ASKED = [
    (f"{SEEN}In a survey for the inspection all 33 of those who replied called the support excellent or good.", None),
    (f"{SEEN}Of the 40 parents who answered a survey in Kent, 31 said the support was good.", None),
    (f"{SEEN}Eight in ten of those who filled in the form rated their worker good or excellent.", None),
    (f"{SEEN}Two-thirds of respondents thought the service good, and 12% found it inadequate.", None),
    (f"{SEEN}Asked about their social worker, 34 said she was good and five that she was inadequate.", None),
    (f"{SEEN}Kent's report has two: good for children in care, requires improvement for care leavers.", None),
    (f"{SEEN}Kent was given two: good for adoption and inadequate for leadership.", None),
    (f"{SEEN}Of those that replied to a survey, nine are good.", graded("G", 9, 61)),
]


@pytest.mark.parametrize(("text", "wanted"), (
    GROUPS + SOLE + SHARED + WHATEVER + TOTALS + TURNED + NTH + FEW + OFFERED + MANY_TIMES))
def test_who_holds_the_grades_of_a_figure(text, wanted):
    assert figures_in_full(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), ASKED)
def test_people_who_were_asked_and_lists_of_grades_hold_none(text, wanted):
    assert figures_in_full(text) == {graded("O", 19, 61), wanted} - {None}
