"""How many councils, homes and visits there are, and of what share of them something is told: each text with all its
figures."""

import pytest

from tests.rules.snippets import figures_in_full, graded, plain

COUNCILS, HOMES, VISITS = "councils", "children's homes", "inspections"


def homes(count=None, of=None, share=None, **said):
    """A figure of children's homes that is about no grade."""
    return plain(HOMES, count, of, share, **said)


# (text, its figures)
IN_SO_MANY = [
    ("Leadership was good in 12 councils, but in five it was inadequate.",
     {graded("G", 12, area="leadership"), graded("I", 5, area="leadership")}),
    ("Just six councils were rated good for adoption, and in another nine they required improvement.",
     {graded("G", 6, area="adoption"), graded("R", 9, area="adoption")}),
    ("Of these councils, adoption is good in eight towns and outstanding in four.",
     {graded("G", 8, area="adoption"), graded("O", 4, area="adoption")}),
    ("Kent was rated good. In three areas it was inadequate.", set()),
    ("Thirty per cent of boroughs have watched their grade drop, and 12 per cent have seen theirs improve.",
     {plain(COUNCILS, share=0.3), plain(COUNCILS, share=0.12)}),
    ("The union reckons that 30% of those visited this year got a worse grade, and only 12% a better one.",
     {plain(COUNCILS, share=0.3), plain(COUNCILS, share=0.12)}),
    ("Ofsted inspected 50 councils last year, with a fifth slipping back and half staying where they were.",
     {plain(COUNCILS, 50), plain(COUNCILS, of=50, share=0.5, qualifier="rounded"),
      plain(COUNCILS, of=50, share=0.2, qualifier="rounded")}),
    ("Attendance improved at 50 schools, with half of pupils falling behind.", set()),
    ("All but two of the capital's 32 boroughs are rated good.", {graded("G", 30, 32)}),
    ("All but two councils were rated good.", set()),
    ("Some 4% (60 homes) of children's homes were inadequate.",
     {graded("I", 60, share=0.04, subject=HOMES, area=None)}),
    ("Only 37 of more than 2,000 children's homes were inadequate.",
     {graded("I", 37, 2000, subject=HOMES, area=None)}),
    ("It took Derby three inspections, and the plan is reviewed after 50 inspections.", set()),
    ("The ratings place each of 152 authorities on a scale.", set()),
    ("Fewer than a third of councils are good. Of the 35 councils inspected, ten were good.", {graded("G", 10, 35)}),
    ("Ten councils worried the inspectors, who say six of the ten now have a plan.", {plain(COUNCILS, 10)}),
    ("Ofsted inspected ten councils. Notices have been served on six of the ten.",
     {plain(COUNCILS, 10), plain(COUNCILS, 6, 10)}),
    ("Ofsted inspected ten councils. Kent was one of the ten. Two of the ten directors have gone.",
     {plain(COUNCILS, 10)}),
    ("Of the nine councils, seven had been told to act after a visit.", {plain(COUNCILS, 7, 9)}),
    ("Of the nine councillors, seven voted for the plan.", set()),
    ("Ofsted inspected 20 councils this spring, nine of which were told to act at once.",
     {plain(COUNCILS, 20), plain(COUNCILS, 9, 20)}),
    ("The number of councils in intervention has fallen to 16, from 21 a year ago.",
     {plain(COUNCILS, 16), plain(COUNCILS, 21, status="previous")}),
    ("The number of councils with a deficit stands at 40.", set()),
    ("Kent was one of six authorities seen in March. Three of the six went up, two stood still and one dropped.",
     {plain(COUNCILS, 3, 6), plain(COUNCILS, 2, 6), plain(COUNCILS, 1, 6)}),
    ("Kent is only the third council in England to be judged outstanding.", {graded("O", 3)}),
    ("Devon is the 22nd authority to be found inadequate of the 90 inspected so far.", {graded("I", 22, 90)}),
    ("Kent has become the twenty-first county to be rated outstanding for leadership.", {graded("O", 21, area="leadership")}),
    ("Kent is the fifth council to be rated good this year.", set()),
    ("Kent has become the third council in a month to be judged inadequate.", set()),
    ("Kent was judged inadequate for the fourth time.", set()),
    ("Kent is the fourth council to be inspected and was rated good.", set()),
]
# (text, its figures)
INSPECTED = [
    ("Ofsted has visited 24 local authorities without warning, eight of which must act straight away.",
     {plain(COUNCILS, 24), plain(COUNCILS, 8, 24)}),
    ("Ofsted has inspected 24 councils so far, of which six were told to act.",
     {plain(COUNCILS, 24), plain(COUNCILS, 6, 24)}),
    ("Nine councils were visited. None of the nine was told to act at once.",
     {plain(COUNCILS, 9), plain(COUNCILS, 0, 9)}),
    ("With Essex and Kent, rated good last time, 52 authorities in all have been inspected.", {plain(COUNCILS, 52)}),
    ("More than a third seen so far have dropped a grade on their last result.",
     {plain(COUNCILS, share=0.3333, qualifier="more-than")}),
    ("By June 120 councils had been inspected; 70 were good and nine inadequate.",
     {plain(COUNCILS, 120), graded("G", 70, 120), graded("I", 9, 120)}),
    ("Inspectors said 14 authorities had so far been seen and five had been rated inadequate.",
     {plain(COUNCILS, 14), graded("I", 5, 14)}),
    ("Ofsted visited 31 councils last year, and six were judged inadequate.", {plain(COUNCILS, 31), graded("I", 6, 31)}),
    ("Four councils were inspected in May.", {plain(COUNCILS, 4)}),
    ("Four councils have new directors since May.", set()),
    ("She has lived in five boroughs, and it replaced three authorities.", set()),
    ("A leader of one of the nine councils was angry.", set()),
    ("The four councils that were inspected have learned.", set()),
    ("Ofsted has published 90 of the 152 reports due by spring.", {plain(VISITS, 90, 152)}),
    ("The council has published 90 reports on its website.", set()),
    ("Inspectors have carried out 36 such visits since May.", {plain(VISITS, 36)}),
    ("Ofsted made 61 full and short inspections in the year, compared with 44 the year before.",
     {plain(VISITS, 61), plain(VISITS, 44, status="previous")}),
    ("Social workers made 36 visits a week, and the council paid for 60 visits.", set()),
]
SHARES = [
    ("A fifth of the country's children's homes are in the north-west.", {homes(share=0.2, qualifier="rounded")}),
    ("Firms own 81% of England's children's homes.", {homes(share=0.81)}),
    ("Almost a third of children's homes in England are in the North West, and 5 per cent of homes were rated inadequate.",
     {homes(share=0.3333, qualifier="nearly"), graded("I", share=0.05, subject=HOMES, area=None)}),
    ("Children's homes are a worry. There were 2,410 in May, up 9% in a year, but a fifth of them are in the north-east, "
     "and just 4% in London.",
     {homes(2410, change=0.09), homes(share=0.2, qualifier="rounded"), homes(share=0.04)}),
    ("Ofsted counts children's homes. The total stood at 1,870 in March, down 3% on a year before.",
     {homes(1870, change=-0.03)}),
    ("Some 70 per cent of children's homes are good, but there are more of them: 3,100, up 6pc, and nine in 10 are run for profit.",
     {graded("G", share=0.7, subject=HOMES, area=None, qualifier="about"), homes(3100, change=0.06),
      homes(share=0.9, qualifier="rounded")}),
    ("Four in five children's homes are good. Three-quarters are run for profit.",
     {graded("G", share=0.8, subject=HOMES, area=None, qualifier="rounded"), homes(share=0.75, qualifier="rounded")}),
    ("Four in five schools are good. Cafes are run for profit.",
     {graded("G", share=0.8, subject="schools", area=None, qualifier="rounded")}),
    ("The report is about children's homes. Their number grew by 9 per cent in a year.", {homes(change=0.09)}),
    ("The report is about social workers. Their number fell by 9 per cent.", set()),
    ("Much of the report is about children's homes, of which there are now more than 3,000.",
     {homes(3000, qualifier="more-than")}),
    ("What people noticed was the monitoring visits, of which there were six.", {plain("monitoring visits", 6)}),
    ("The council of Kent runs inspections of its libraries, of which there are 30.", set()),
    ("Half of children's homes could close.", set()),
    ("Eighty per cent of children's homes are good, a rise of two points, while half were so in London.",
     {graded("G", share=0.8, subject=HOMES, area=None)}),
    ("Rents rose. There were 2,410 in May, up 9% in a year.", set()),
    ("A quarter of the borough's budget is spent on children's homes.", set()),
]
# What is said loosely first, and exactly after.
WENT = [
    ("Services slipped in 12 of the 40 areas examined.", {plain("councils", 12, 40)}),
    ("Services slipped in a third of areas examined.", {plain("councils", share=0.3333, qualifier="rounded")}),
    ("Half of those reviewed this year got a worse grade.", {plain("councils", share=0.5, qualifier="rounded")}),
    ("Children's services have dropped a grade in 41 per cent of the areas inspected by Ofsted. By contrast just 14 per cent "
     "of authorities have climbed, leaving 45 per cent where they were.",
     {plain("councils", share=0.41), plain("councils", share=0.14), plain("councils", share=0.45)}),
    ("Services have improved in 12 of the 40 councils visited and got worse in nine.",
     {plain("councils", 12, 40), plain("councils", 9, 40)}),
    ("Grades went down in 41% of the councils inspected, up in 14% and stayed put in 45%.",
     {plain("councils", share=0.41), plain("councils", share=0.14), plain("councils", share=0.45)}),
    ("Some 30% of councils went down a grade, leaving 70% no worse off.",
     {plain("councils", share=0.3, qualifier="about"), plain("councils", share=0.7)}),
    ("Pay has fallen in three areas and risen in two.", set()),
    ("Half of councils went down a grade, leaving 70 parents angry.", {plain("councils", share=0.5, qualifier="rounded")}),
]
THROUGH = [
    ("The number of councils reviewed under the framework has reached 46.", {plain("councils", 46)}),
    ("With Luton and York, until now rated good, 46 authorities have now been through the process.",
     {plain("councils", 46)}),
    ("The tally of councils inspected rises to 46.", {plain("councils", 46)}),
    ("That brings the number of councils inspected under the single framework to 46.", {plain("councils", 46)}),
    ("The number of councils inspected has reached 46, and nine are good.", {graded("G", 9, 46)}),
    ("Two more authorities joined the list. Four in ten have dropped a grade since the old framework.",
     {plain("councils", share=0.4, qualifier="rounded")}),
    ("Ofsted has inspected 44 councils. A third have gone down a grade and one in ten has gone up.",
     {plain("councils", 44), plain("councils", share=0.3333, qualifier="rounded"),
      plain("councils", share=0.1, qualifier="rounded")}),
    ("Four in ten social workers have dropped a grade since the council cut pay.", set()),
    ("Schools are worse. Four in ten have dropped a grade.", set()),
]
WAITING = [
    ("Nine councils in the north are good. Five more are waiting to hear.", {graded("G", 9), plain("councils", 5)}),
    ("Nine councils are good. A further three are awaiting their reports.", {graded("G", 9), plain("councils", 3)}),
    ("Results for the remaining five councils have been held back.", {plain("councils", 5)}),
    ("Nine councils are good. Verdicts on six more are awaited.", {graded("G", 9), plain("councils", 6)}),
    ("Nine councils are good. Five more social workers are waiting to hear.", {graded("G", 9)}),
    ("Nine councils are good. Results for the remaining five schools will be out in May.", {graded("G", 9)}),
]
SHUT = [
    ("The council has also closed one of its four children's homes, which inspectors had criticised.", {homes(1, 4)}),
    ("Two of the county's five children's homes have been shut.", {homes(2, 5)}),
    ("It plans to close two of its six children's homes.", set()),
    ("The council will have closed two of its four children's homes by May.", set()),
    ("She manages one of its four children's homes.", set()),
]
IN_PLACES = [
    ("Two dozen councils across the country have been inspected. Nine are good.", {plain(COUNCILS, 24), graded("G", 9, 24)}),
    ("So far 17 authorities in England have received their verdicts and five are good.",
     {plain(COUNCILS, 17), graded("G", 5, 17)}),
    ("Results for the remaining five councils in the east have been held back.", {plain(COUNCILS, 5)}),
    ("The council runs six children's homes, all of which are rated good or outstanding.",
     {graded("OG", 6, 6, subject=HOMES, area=None)}),
    ("Now 44 out of 153 authorities are outstanding, their share having risen from the 14% of 2021.",
     {graded("O", 44, 153), graded("O", share=0.14, status="previous")}),
]
PRINTED_OTHERWISE = [
    ("2 dozen councils hold the 2 highest ratings.", {graded("OG", 24)}),
    ("Neither of the 2 local authorities inspected was good.", {graded("G", 0, 2)}),
    ("Three councils are no longer 'Outstanding'.", set()),
    ("Three councils are no longer Good.", set()),
    ("Of those local authorities previously judged ‘inadequate’, eight in ten have improved.",
     {plain(COUNCILS, share=0.8, qualifier="rounded")}),
]
RANKED = [
    ("Figures for adoption put Norfolk 128th out of 150 local authorities.", set()),
    ("Essex is in 98th place among 152 councils.", set()),
    ("It was the seventh worst of the 152 councils for speed.", set()),
    ("Kent came bottom of 150 authorities in the table.", set()),
    ("Just 12 of the 150 local authorities missed the target.", {plain(COUNCILS, 12, 150)}),
]
LOOSE = [
    ("More than half of councils are good or better, Ofsted says.\n\nBy June 57% of councils were good or better.",
     {graded("OG", share=0.57)}),
    ("Almost one in five councils were inadequate, a report says.\n\nOf the 152 councils, 28 were inadequate and 60 good.",
     {graded("I", 28, 152), graded("G", 60, 152)}),
    ("More than half of councils are good.\n\nOf the 152 councils, 28 are inadequate and 40 good.",
     {graded("G", share=0.5, qualifier="more-than"), graded("I", 28, 152), graded("G", 40, 152)}),
    ("Of the 152 councils, 60 are good.\n\nIn the north, four in ten councils are good.",
     {graded("G", 60, 152), graded("G", share=0.4, qualifier="rounded")}),
    ("About a third of councils are good, a report says.\n\nIn the west, nine of the 12 councils are good.",
     {graded("G", share=0.3333, qualifier="about"), graded("G", 9, 12)}),
    ("Three in ten councils are outstanding, a paper says.\n\nSo far 45 of the 150 councils (30%) are outstanding.",
     {graded("O", 45, 150, 0.3)}),
    ("One in eight authorities is inadequate\n\nSome 18 authorities (12%) were rated inadequate.",
     {graded("I", 18, share=0.12)}),
    ("Most councils are rated good, a report says.\n\nIt says 58% of councils are rated good.", {graded("G", share=0.58)}),
    ("Most councils are rated good, a report says.\n\nIt says 88% of councils are rated good.",
     {graded("G", share=0.5, qualifier="more-than"), graded("G", share=0.88)}),
    ("More than 30 councils are inadequate, a report says.\n\nOf the 152 councils, 33 are inadequate.",
     {graded("I", 33, 152)}),
    ("More than 30 councils are inadequate, a report says.\n\nOf the 152 councils, 43 are inadequate.",
     {graded("I", 30, qualifier="more-than"), graded("I", 43, 152)}),
    ("In all 18 councils were rated inadequate, making up 12% of those in England.", {graded("I", 18, share=0.12)}),
]


@pytest.mark.parametrize(("text", "wanted"), (
    PRINTED_OTHERWISE + IN_PLACES + SHUT + RANKED + IN_SO_MANY + INSPECTED + SHARES + LOOSE + WENT + THROUGH
    + WAITING))
def test_what_is_counted(text, wanted):
    assert figures_in_full(text) == wanted
