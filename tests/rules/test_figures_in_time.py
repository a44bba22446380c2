"""When a figure held: each text with all its figures, the earlier ones told from the newest."""

import pytest

from tests.rules.snippets import OVERALL, figures_in_full, graded, plain

BEFORE = "previous"
# (text, its figures)
SET_BEFORE = [
    ("Twelve councils are inadequate. At the same point last year 18 were inadequate.",
     {graded("I", 12), graded("I", 18, status=BEFORE)}),
    ("Twelve councils are inadequate. This time last year there were 18.",
     {graded("I", 12), graded("I", 18, status=BEFORE)}),
    ("A year ago 18 councils were inadequate, but now nine are inadequate.",
     {graded("I", 18, status=BEFORE), graded("I", 9)}),
    ("A year ago 18 councils were inadequate, of which nine are in the north.", {graded("I", 18, status=BEFORE)}),
    ("Forty councils are good or better, compared with 31 under the old framework.",
     {graded("OG", 40), graded("OG", 31, status=BEFORE)}),
    ("Four in ten councils are good, against 31 per cent under the single inspection framework.",
     {graded("G", share=0.4, qualifier="rounded"), graded("G", share=0.31, status=BEFORE)}),
    ("Of councils, 62 per cent are good. Under the SIF the figure was 40 per cent.",
     {graded("G", share=0.62), graded("G", share=0.4, status=BEFORE)}),
    ("Under the previous regime 40 councils were good. Under ours 30 councils are good.",
     {graded("G", 40, status=BEFORE), graded("G", 30)}),
    ("Nine councils are inadequate. Last year, after a kinder round, 30 were good.",
     {graded("I", 9), graded("G", 30, status=BEFORE)}),
    ("Last year, after a kinder round, 30 councils were good. Nine were inadequate.", {graded("G", 30), graded("I", 9)}),
    ("Of councils, 46 per cent are good, up from 36 per cent twelve months earlier.",
     {graded("G", share=0.46), graded("G", share=0.36, status=BEFORE)}),
    ("Thirty councils are good, against 19 before the pandemic.", {graded("G", 30), graded("G", 19, status=BEFORE)}),
    ("Half of councils are good or better. In all 30 councils were good or outstanding a year earlier.",
     {graded("OG", share=0.5, qualifier="rounded"), graded("OG", 30, status=BEFORE)}),
    ("Sixty councils were good or outstanding at their first inspection, but by the end that had reached 71.",
     {graded("OG", 60, status=BEFORE), graded("OG", 71)}),
    ("In 2014 just three councils were outstanding. Today there are 11.",
     {graded("O", 3, status=BEFORE), graded("O", 11)}),
    ("In September 40 councils were good. It is the same system.", {graded("G", 40)}),
]
REPORTED = [
    ("She said two-thirds of councils had been judged to be less than good.",
     {graded("RI", share=0.6667, qualifier="rounded")}),
    ("By the spring 12 councils had been rated good.", {graded("G", 12)}),
    ("In 2016, 12 councils had been rated good. There are 40 councils rated good today.",
     {graded("G", 12, status=BEFORE), graded("G", 40)}),
    ("Before the merger 12 councils had previously been rated good.", {graded("G", 12, status=BEFORE)}),
]
SOME = [
    ("Of councils, 41 are outstanding and 12 are inadequate. A year ago there were 33 at the top and 15 at the foot.",
     {graded("O", 41), graded("I", 12), graded("O", 33, status=BEFORE), graded("I", 15, status=BEFORE)}),
    ("Nine of 20 councils inspected this year are good. Of the 40 seen last year 16 were good.",
     {graded("G", 9, 20), graded("G", 16, 40, status=BEFORE)}),
    ("Sixteen of the 40 boroughs assessed last year were good, as were ten of 30 in 2017. Now nine of 20 are good.",
     {graded("G", 9, 20), graded("G", 16, 40, status=BEFORE), graded("G", 10, 30, status=BEFORE)}),
    ("Sixteen of the 40 councils seen last year were good.", {graded("G", 16, 40)}),
    ("Half of councils are rated good. That has grown from a third (34 per cent) in the beginning.",
     {graded("G", share=0.5, qualifier="rounded"), graded("G", share=0.34, status=BEFORE)}),
    ("Just five councils were good while they shared a director, and nine are graded so now.",
     {graded("G", 5, status=BEFORE), graded("G", 9)}),
    ("No council was outstanding in the first year, but by the end six were.",
     {graded("O", 0, status=BEFORE), graded("O", 6)}),
    ("Just two councils were good at first, but now nine are.", {graded("G", 2, status=BEFORE), graded("G", 9)}),
    ("By August 55% of councils were good, up from 50% a year earlier and 36% at the end of the previous cycle.",
     {graded("G", share=0.55), graded("G", share=0.5, status=BEFORE), graded("G", share=0.36, status=BEFORE)}),
    ("Twelve councils are inadequate, down from 20 in 2015, and six homes.",
     {graded("I", 12), graded("I", 20, status=BEFORE)}),
    ("In London 11 of 13 boroughs are good. In the West Midlands it is six out of 14, and in the South West half.",
     {graded("G", 11, 13), graded("G", 6, 14), graded("G", share=0.5, qualifier="rounded")}),
    ("In London 80% of councils are good, but in the south-west only 40%.",
     {graded("G", share=0.8), graded("G", share=0.4)}),
    ("In London 80% of councils are good, and in the north six directors have left.", {graded("G", share=0.8)}),
    ("Just two councils were good, but now nine directors are leaving.", {graded("G", 2)}),
]
DOUBLED = [
    ("The share of top-graded councils is up by half since 2015.", {graded("O", change=0.5, qualifier="rounded")}),
    ("The proportion of inadequate councils is down by a third on 2015, when it was 12%.",
     {graded("I", change=-0.3333, qualifier="rounded"), graded("I", share=0.12, status=BEFORE)}),
    ("The share of inadequate councils has fallen by 5% since 2015.", set()),
    ("The proportion of the budget spent in good councils grew by a third.", set()),
    ("The number of inadequate councils has more than doubled since 2015.",
     {graded("I", change=1.0, qualifier="more-than")}),
    ("In five years the share of authorities graded inadequate has halved.", {graded("I", change=-0.5)}),
    ("The tally of children's services across England judged inadequate almost trebled last year.",
     {graded("I", change=2.0, qualifier="nearly")}),
    ("The share of outstanding boroughs has doubled since 2016, when it was 12%.",
     {graded("O", change=1.0), graded("O", share=0.12, status=BEFORE)}),
    ("The number of councils rated outstanding doubled to 24.", {graded("O", 24)}),
    ("The number of agency staff in councils rated inadequate has doubled.", set()),
    ("The number of homes rated inadequate has doubled, in councils too.", set()),
    ("Councils rated inadequate have doubled their spending.", set()),
]

THEN_AND_NOW = [
    ("Twelve councils were inadequate; the tally has since risen to 15.",
     {graded("I", 12, status=BEFORE), graded("I", 15)}),
    ("In London 11 of 13 boroughs are good; in the north-east the number is six.",
     {graded("G", 11, 13), graded("G", 6)}),
    ("Half of councils are good. For schools the percentage is 86 per cent.",
     {graded("G", share=0.5, qualifier="rounded"), graded("G", share=0.86, subject="schools", area=None)}),
    ("In August 2016, 36% of councils were rated good or outstanding; by this August it was 48%.",
     {graded("OG", share=0.36, status=BEFORE), graded("OG", share=0.48)}),
    ("In March 2017, 40 councils were inadequate; two years later it was 21.",
     {graded("I", 40, status=BEFORE), graded("I", 21)}),
    ("In March 2017, 40 councils were inadequate; two years later a minister left.", {graded("I", 40)}),
    ("The share of councils judged inadequate, 22% two years ago, is now 13%.",
     {graded("I", share=0.22, status=BEFORE), graded("I", share=0.13)}),
    ("The proportion of councils rated good or better, which was 36% in 2017, has reached 48%.",
     {graded("OG", share=0.36, status=BEFORE), graded("OG", share=0.48)}),
    ("Just over a third of councils were at least good, compared with 27% at the halfway stage.",
     {graded("OG", share=0.3333, qualifier="more-than"), graded("OG", share=0.27, status=BEFORE)}),
    ("Under the inspections of 2009 to 2012, fewer than one in seven councils was inadequate.",
     {graded("I", share=0.1429, qualifier="less-than", status=BEFORE)}),
    ("Under the inspections of 2018 to 2022, nine councils are inadequate.",
     {graded("I", 9)}),
    ("Forty councils are good. Under the SIF, only 36 per cent of the same 79 had been good.",
     {graded("G", 40), graded("G", None, 79, 0.36, status=BEFORE)}),
    ("Nine of the 20 boroughs are good. Only four of the 20 reached that standard in 2015.",
     {graded("G", 9, 20), graded("G", 4, 20, status=BEFORE)}),
]
NOW_AND_THEN = [
    ("In 2017, three councils were judged inadequate, but twelve months on there are nine.",
     {graded("I", 3, status=BEFORE), graded("I", 9)}),
    ("Three councils were judged inadequate in 2016, but two years on the number is nine.",
     {graded("I", 3, status=BEFORE), graded("I", 9)}),
    ("In 2017 nine councils were inadequate, and two years on there were still six.",
     {graded("I", 9, status=BEFORE), graded("I", 6)}),
    ("In 2017 there were nine inadequate councils. Two years on there are six.",
     {graded("I", 9, status=BEFORE), graded("I", 6)}),
    ("Some 40% of councils are good. The proportion had been 31% in 2017, but three of the 20 seen this year are outstanding.",
     {graded("G", share=0.4, qualifier="about"), graded("G", share=0.31, status=BEFORE), graded("O", 3, 20)}),
    ("Forty per cent of councils are good. While the rate had crept up to 24% by May 2017, it has risen fast since, with good "
     "grades overall going to nine of the 17 seen this year.",
     {graded("G", share=0.4), graded("G", share=0.24, status=BEFORE), graded("G", 9, 17)}),
    ("Twelve councils are outstanding. Seven of these were formerly good.",
     {graded("O", 12), graded("G", 7, status=BEFORE)}),
    ("Forty per cent of councils are good. The share had reached 22% by last spring, and has leapt since then.",
     {graded("G", share=0.4), graded("G", share=0.22, status=BEFORE)}),
    ("Forty per cent of councils are good. The number of schools rated good stood at 31% in 2017, and nine are inadequate.",
     {graded("G", share=0.4), graded("G", share=0.31, subject="schools", area=None),
      graded("I", 9, subject="schools", area=None)}),
    ("In 2016 not one council was outstanding overall and this year there are three.",
     {graded("O", 0, status=BEFORE), graded("O", 3)}),
    ("In 2016, 20 councils were inadequate; this year there are nine.",
     {graded("I", 20, status=BEFORE), graded("I", 9)}),
    ("Two years ago 20 councils were inadequate, while today the number is nine.",
     {graded("I", 20, status=BEFORE), graded("I", 9)}),
    ("At the start of the year 20 councils were inadequate and there are now nine.",
     {graded("I", 20, status=BEFORE), graded("I", 9)}),
    ("Last year 20 councils were inadequate, and this year there are nine, three of them in London.",
     {graded("I", 20, status=BEFORE), graded("I", 9)}),
    ("This year nine councils are inadequate and in 2017 there were six.",
     {graded("I", 9), graded("I", 6, status=BEFORE)}),
    ("In 2016, 20 councils were inadequate and this year there are three new ministers.", {graded("I", 20)}),
    ("In 2016, 20 councils were inadequate, and this year there are nine fewer.", {graded("I", 20)}),
]
FROM = [
    ("Inadequate councils are down from 17 to 12, while 80 require improvement.",
     {graded("I", 12), graded("I", 17, status=BEFORE), graded("R", 80)}),
    ("Good or outstanding councils have risen from 70 to 84, the report says.",
     {graded("OG", 84), graded("OG", 70, status=BEFORE)}),
    ("Councils rated good rose to 84 from 70.", {graded("G", 84), graded("G", 70, status=BEFORE)}),
    ("There has been a rise in outstanding councils, from 20 to 31.", {graded("O", 31), graded("O", 20, status=BEFORE)}),
    ("Inadequate schools have gone from 20 per cent to 12 per cent.",
     {graded("I", share=0.12, subject="schools", area=None),
      graded("I", share=0.2, subject="schools", area=None, status=BEFORE)}),
    ("A council moved its inadequate services from 20 sites to 12.", set()),
    ("The gap between good schools went from 20 to 12 points.", set()),
    ("There are 16 councils rated inadequate today. In March there were 19.",
     {graded("I", 16), graded("I", 19, status=BEFORE)}),
    ("The number of councils rated good is at a record high of 94.", {graded("G", 94)}),
    ("The proportion of inadequate councils has halved since 2018, from 14% to 7%.",
     {graded("I", share=0.07), graded("I", share=0.14, status=BEFORE)}),
    ("Councils judged inadequate fell from 21 to 10 over the same period.",
     {graded("I", 10), graded("I", 21, status=BEFORE)}),
    ("In 2018, 21 councils were inadequate, a figure that has since fallen to 10.",
     {graded("I", 21, status=BEFORE), graded("I", 10)}),
    ("Some 52% of councils were good, up from 43% the previous year.",
     {graded("G", share=0.52, qualifier="about"), graded("G", share=0.43, status=BEFORE)}),
    ("There were 21 authorities rated inadequate in March, compared with 28 in August.",
     {graded("I", 21), graded("I", 28, status=BEFORE)}),
    ("The number of inadequate councils has fallen from a peak of 31 in 2017 to 21.",
     {graded("I", 21), graded("I", 31, status=BEFORE)}),
    ("Eight local authorities inspected were downgraded after their latest inspection, while 12 improved.",
     {plain("councils", 8), plain("councils", 12)}),
    ("Of those councils previously judged inadequate, eight in ten have improved.",
     {plain("councils", share=0.8, qualifier="rounded")}),
]
LISTED = [
    ("The list of councils whose work to keep children from harm is thought inadequate has more than doubled, from three a "
     "year ago to seven.", {graded("I", 7, area="help-and-protection"),
                            graded("I", 3, area="help-and-protection", status=BEFORE)}),
    ("The list of inadequate councils has shrunk to nine, from 14 last year.",
     {graded("I", 9), graded("I", 14, status=BEFORE)}),
    ("The ranks of outstanding authorities have swollen to 31.", {graded("O", 31)}),
    ("Membership of the club of authorities rated outstanding stands at just five.", {graded("O", 5)}),
    ("The list of councils rated inadequate includes three in the north.", set()),
]
REPLACED = [
    ("Between April and June 2017 a third of councils were inadequate. This year it is a fifth.",
     {graded("I", share=0.3333, qualifier="rounded", status=BEFORE), graded("I", share=0.2, qualifier="rounded")}),
    ("In the last three months of 2017, 42% of councils were inadequate.\n\nOf the 23 inspected this year seven were "
     "inadequate.", {graded("I", share=0.42, status=BEFORE), graded("I", 7, 23)}),
    ("Over the winter of 2016 half the councils were good. Sixty per cent were good this spring.",
     {graded("G", share=0.5, qualifier="rounded", status=BEFORE), graded("G", share=0.6)}),
    ("In late 2017 a third of councils were good. Now half are good.",
     {graded("G", share=0.3333, qualifier="rounded", status=BEFORE), graded("G", share=0.5, qualifier="rounded")}),
    ("In the first months of 2019 nine councils were inadequate and 20 good.", {graded("I", 9), graded("G", 20)}),
    ("Forty councils are good. Before the pandemic 41 per cent required improvement.",
     {graded("G", 40), graded("R", share=0.41, status=BEFORE)}),
    ("Nine councils are inadequate. Before the new framework 12 councils were inadequate.",
     {graded("I", 9), graded("I", 12, status=BEFORE)}),
    ("Before the pandemic nine councils were inadequate.", {graded("I", 9)}),
    ("Seven in ten councils are good. Under the joint inspections that the programme replaced, it was four in ten.",
     {graded("G", share=0.7, qualifier="rounded"), graded("G", share=0.4, qualifier="rounded", status=BEFORE)}),
    ("Seven in ten councils are good. Under the inspections that replaced them, it was four in ten.",
     {graded("G", share=0.7, qualifier="rounded"), graded("G", share=0.4, qualifier="rounded")}),
    ("The number of councils whose services are good has gone up to 58, compared with 53 a year ago.",
     {graded("G", 58), graded("G", 53, status=BEFORE)}),
]
NO_LONGER = [
    ("Of the 30 councils rated inadequate since 2013, 22 are no longer inadequate.",
     {graded("I", 30), graded("OGR", 22, 30)}),
    ("Ofsted inspected 12 councils. Eight of these are no longer rated inadequate.",
     {plain("councils", 12), graded("OGR", 8, 12)}),
    ("In 70% of the country's authorities services are not inadequate.", {graded("OGR", share=0.7)}),
    ("Three councils are no longer outstanding.", set()),
    ("Nine councils said that their leisure centres are not inadequate.", set()),
]

WHILE_IT_WAS = [
    ("While the rate had climbed to 24% by March 2017, it has gone up fast, with outstanding grades going to nine councils.",
     {graded("O", share=0.24, status=BEFORE), graded("O", 9)}),
    ("Although the figure was 16% in 2015, almost a third of councils are now rated outstanding.",
     {graded("O", share=0.16, status=BEFORE), graded("O", share=0.3333, qualifier="nearly")}),
    ("While the vacancy rate had climbed to 24% by March 2017, nine councils were rated outstanding.", {graded("O", 9)}),
]
WENT_UP = [
    ("A year ago three councils were inadequate, but this time that went up to nine.",
     {graded("I", 3, status=BEFORE), graded("I", 9)}),
    ("In 2017, three councils were judged inadequate, and this time it was nine.",
     {graded("I", 3, status=BEFORE), graded("I", 9)}),
    ("The number of inadequate councils has gone up from the five named last year.", {graded("I", 5, status=BEFORE)}),
    ("The number of outstanding councils has risen from eight in 2017.", {graded("O", 8, status=BEFORE)}),
    ("The number of failing councils has risen from five to nine.", {graded("I", 5, status=BEFORE), graded("I", 9)}),
    ("The number of failing schools has risen from five to nine. Kent council said so.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), (
    SET_BEFORE + REPORTED + SOME + DOUBLED + THEN_AND_NOW + NO_LONGER + REPLACED + NOW_AND_THEN + FROM + LISTED + WENT_UP + WHILE_IT_WAS))
def test_what_is_set_before_a_newer_figure(text, wanted):
    assert figures_in_full(text) == wanted


def test_the_single_inspection_framework_is_an_earlier_one_once_it_ended():
    text = "Of councils, 62 per cent are good. Under the SIF the figure for the north was 40 per cent."
    assert {one[3] for one in figures_in_full(text, "2016-06-01")} == {"current"}
    assert {one[3] for one in figures_in_full(text, "2019-06-01")} == {"current", BEFORE}


def test_a_run_of_the_annual_scale_is_read_whole():
    text = "Ofsted rated 10 councils as performing excellently, 98 well, 37 adequately and seven poorly."
    assert {one[4] for one in figures_in_full(text, "2010-12-09")} == {10, 98, 37, 7}


def test_what_the_headline_says_too_is_counted_once():
    text = ("Nine councils performing poorly\n\nOfsted sorted the 152 children's services authorities into bands. Ten were "
            "found to perform excellently, 93 performed well, 40 adequately and nine poorly.")
    assert {(one[4], one[5]) for one in figures_in_full(text, "2009-12-03")} == {(10, 152), (93, 152), (40, 152), (9, 152)}


def test_the_annual_scale_is_of_the_whole_and_of_no_grade():
    text = "Ten councils perform excellently and nine poorly. Last year four were judged inadequate."
    ten, nine = (plain("councils", count, area=OVERALL) for count in (10, 9))
    assert figures_in_full(text, "2009-12-02") == {ten, nine, graded("I", 4, status=BEFORE)}


def test_the_top_rating_behind_one_of_the_annual_scale_is_of_that():
    text = ("Nine councils perform poorly.\n\nSome 23 authorities were awarded the top rating, against eight in 2009. Of the "
            "ten councils that performed poorly last year, four have moved up a band.")
    nine, ten, many, eight = (plain("councils", count, area=OVERALL, **said) for count, said in (
        (9, {}), (10, {"status": BEFORE}), (23, {"qualifier": "about"}), (8, {"status": BEFORE})))
    assert figures_in_full(text, "2010-12-10") == {nine, ten, many, eight, plain("councils", 4, 10)}
    assert figures_in_full("Three councils were given the top rating.", "2010-12-10") == {graded("O", 3)}
