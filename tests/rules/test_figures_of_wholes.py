"""Of how many a figure is that its own sentence does not say, and what the sentence before counts."""

import pytest

from tests.rules.snippets import figures_in_full, graded, plain

HOMES = "children's homes"


def moved(count, of=None):
    """A figure of councils that went up, went down or stayed."""
    return plain("councils", count, of)


def homes(grades, count=None, of=None, share=None, **said):
    """A figure of children's homes, or others that are inspected, that hold grades."""
    return graded(grades, count, of, share, **{"subject": HOMES, "area": None} | said)


# (text, its figures)
SUMMED = [
    ("Eight councils were inspected in May. One is outstanding, four are good and three are inadequate.",
     {plain("councils", 8), graded("O", 1, 8), graded("G", 4, 8), graded("I", 3, 8)}),
    ("Eight councils were inspected in May. One is outstanding, four are good and two are inadequate.",
     {plain("councils", 8), graded("O", 1, 8), graded("G", 4, 8), graded("I", 2, 8)}),
    ("A look at the region's 12 councils is sobering.\n\nFive are good. Six require improvement. One is inadequate.",
     {graded("G", 5, 12), graded("R", 6, 12), graded("I", 1, 12)}),
    ("Twelve councils are less than good. Seven require improvement and five are inadequate.",
     {graded("RI", 12), graded("R", 7), graded("I", 5)}),
    ("Eleven children's homes were inspected. Six councils are good and five are inadequate.",
     {plain("children's homes", 11), graded("G", 6), graded("I", 5)}),
    ("Nine of the 50 councils are outstanding. A further 30 are good. Eleven require improvement.",
     {graded("O", 9, 50), graded("G", 30, 50), graded("R", 11, 50)}),
    ("Of the fifty councils seen, 17 were rated inadequate. Of the remaining 33 authorities, none were rated as "
     "outstanding, although four were adjudged good with the other 29 found adequate.",
     {graded("I", 17, 50), graded("O", 0), graded("G", 4), graded("A", 29)}),
    ("Three reports are out. Two councils are good and one is inadequate.", {graded("G", 2), graded("I", 1)}),
]
TOLD = [
    ("By June inspectors had seen 80 of the 150 councils. They found 20 of them (25 per cent) to be good.",
     {plain("councils", 80, 150), graded("G", 20, 80, 0.25)}),
    ("That takes the number of councils inspected since 2013 to 66. Of these, 19 are good and none is outstanding.",
     {graded("G", 19, 66), graded("O", 0, 66)}),
    ("The bill came to 66. Of these, 19 councils are good.", {graded("G", 19)}),
    ("The court heard 80 care applications. Of these, 19 councils are good.",
     {plain("care applications", 80), graded("G", 19)}),
    ("Of the 17 councils visited again, nine improved, and three of those are now good.",
     {moved(9, 17), graded("G", 3, 9)}),
    ("Nine of the 60 authorities inspected so far this year, or about one in seven, are outstanding.",
     {graded("O", 9, 60)}),
    ("Thirty of the 60 councils – half of them – are good.", {graded("G", 30, 60)}),
    ("Thirty of the 60 councils, or one in ten, are good.", {graded("G", share=0.1, qualifier="rounded")}),
]
BEHIND = [
    ("Half of the 12 councils rated inadequate are found in the north.",
     {graded("I", 12), graded("I", None, 12, 0.5, qualifier="rounded")}),
    ("Nine of the 12 councils judged inadequate have a new director.", {graded("I", 12)}),
    ("Half the 20 councils inspected were good.", {graded("G", None, 20, 0.5, qualifier="rounded")}),
    ("Half the councils inspected were good.", {graded("G", share=0.5, qualifier="rounded")}),
    ("Nine of the 12 councils were judged inadequate, and three have a new director.", {graded("I", 9, 12)}),
    ("As of today, 31 authorities (20% of the 153) are outstanding.", {graded("O", 31, 153, 0.2)}),
    ("Nine councils, or 16% of the 56 inspected, are outstanding.", {graded("O", 9, 56, 0.16)}),
    ("Nine councils (30% of the 56 inspected) are outstanding.", {graded("O", 9)}),
    ("Of the 51 services for looked after children visited, 30 were good and three inadequate.",
     {graded("G", 30, 51, area="children-in-care-and-care-leavers"),
                                graded("I", 3, 51, area="children-in-care-and-care-leavers")}),
    ("The table shows 60 councils rated good (40%) and 21 inadequate (14%).",
     {graded("G", 60, share=0.4), graded("I", 21, share=0.14)}),
    ("Sixty of the 80 councils are good (40%).", {graded("G", 60, 80)}),
    ("Kent has 12 children's homes, of which 10 are good.",
     {graded("G", 10, 12, subject="children's homes", area=None)}),
]
COUNTED_BEFORE = [
    ("One of the five secure training centres was inadequate. The four other centres were rated good.",
     {homes("I", 1, 5, subject="secure training centres"), homes("G", 4, 5, subject="secure training centres")}),
    ("Three leisure centres shut. The four other centres were rated good.", set()),
    ("Some 83% of the 118 fostering agencies were good. One in six of these services was inadequate.",
     {homes("G", None, 118, 0.83, subject="fostering agencies", qualifier="about"),
      homes("I", share=0.1667, subject="fostering agencies", qualifier="rounded")}),
    ("Half of councils are good.\n\nInspectors visited 1,900 children's homes this year. Eighty per cent were good.",
     {graded("G", share=0.5, qualifier="rounded"), plain("children's homes", 1900),
      graded("G", share=0.8, subject="children's homes", area=None)}),
    ("Ofsted sorted England's 152 councils into groups.", set()),
    ("Ofsted sorted 152 councils into groups.", {plain("councils", 152)}),
    ("Nine councils, nine verdicts\n\nSeven councils were inspected in May, Ofsted said on Tuesday.", {plain("councils", 7)}),
]
MOVED = [
    ("Inspectors have seen 41 councils since May. Of these, 17 improved on their previous grade, six went down and 18 did "
     "not move.", {plain("councils", 41), moved(17, 41), moved(6, 41), moved(18, 41)}),
    ("Ofsted has been back to 24 councils. Of those, 11 got a better grade, four a worse one and nine the same.",
     {plain("councils", 24), moved(11, 24), moved(4, 24), moved(9, 24)}),
    ("Of the 65 authorities inspected so far, she says, 33 have had the same grade as before and 23 a better one.",
     {moved(33, 65), moved(23, 65)}),
    ("Ofsted has returned to 30 councils. Twelve have gone up, five have gone down and 13 are unchanged.",
     {plain("councils", 30), moved(12, 30), moved(5, 30), moved(13, 30)}),
    ("Fourteen councils saw their grade rise and nine saw it fall.", {moved(14), moved(9)}),
    ("Ofsted visited 41 councils. Of these, 17 are in the north and six have lakes.", {plain("councils", 41)}),
    ("Ofsted returned to 30 councils. Fifty improved.", {plain("councils", 30)}),
    ("Councils have changed. Twelve improved and three went down.", set()),
]
ADDED_UP = [
    ("Some 23 councils are outstanding and 70 good, so England's 153 authorities are a mixed lot. Forty-three require "
     "improvement and 17 are inadequate.",
     {graded("O", 23, 153, qualifier="about"), graded("G", 70, 153), graded("R", 43, 153), graded("I", 17, 153)}),
    ("Some 23 councils are outstanding and 70 good, and it spent 153 pounds. Forty-three require improvement.",
     {graded("O", 23, qualifier="about"), graded("G", 70), graded("R", 43)}),
    ("Ofsted has seen 71 councils. Services for care leavers were good or outstanding in 46 per cent (33).",
     {plain("councils", 71), graded("OG", 33, 71, 0.46, area="care-leavers")}),
    ("Ofsted has seen 90 councils. Services for care leavers were good or outstanding in 46 per cent (33).",
     {plain("councils", 90), graded("OG", 33, None, 0.46, area="care-leavers")}),
]
APPOSED = [
    ("Three of the first 29 councils to face the new inspections are good.", {graded("G", 3, 29)}),
    ("Twenty councils are good. Another 76, exactly half of the 152 inspected, require improvement.",
     {graded("G", 20), graded("R", 76, 152, 0.5)}),
    ("Twenty councils are good. A further nine, nearly a third, were inadequate.", {graded("G", 20), graded("I", 9)}),
    ("Ofsted saw 36 councils. Nine, a quarter of the 36 inspected, were inadequate.", {plain("councils", 36), graded("I", 9, 36)}),
    ("Three councils in the same group of 94 were rated inadequate.", {graded("I", 3, 94)}),
    ("Ofsted saw 70 councils. The rest are either good (53 councils, or 35 per cent) or outstanding (three councils).",
     {plain("councils", 70), graded("G", 53, share=0.35), graded("O", 3)}),
    ("Twenty councils are good. The rest are outstanding, an honour held by three.", {graded("G", 20), graded("O", 3)}),
    ("Ofsted rates councils outstanding (1), good (2), requires improvement (3) or inadequate (4).", set()),
    ("Kent was rated good (12 pages).", set()),
    ("A second council and a third, which was rated inadequate, are in Kent.", set()),
]
HEADED = [
    ("Here is how London's councils are rated.\n\nOutstanding (three): Camden, Islington and Hackney.\n\nGood (2): Brent "
     "and Ealing.", {graded("O", 3), graded("G", 2)}),
    ("Kent's grades are in.\n\nLeadership: good (3)\n\nAdoption: inadequate (two)", set()),
]
OTHERS = [
    ("All three of the children's homes that the council runs were rated good.", {homes("G", 3, 3)}),
    ("Inspectors called at two homes this year. Both have been rated good.", {homes("G", 2, 2, subject="homes")}),
    ("Two councils have homes. Both have been rated good.", set()),
    ("Four in five of the borough's children's homes are good.", {homes("G", share=0.8, qualifier="rounded")}),
    ("Of agencies, 94 per cent are good; of children's homes, 79 per cent, against 81 per cent in 2014.",
     {homes("G", share=0.94, subject="agencies"), homes("G", share=0.79), homes("G", share=0.81, status="previous")}),
    ("Some 80% of children's homes are good, against 52% of councils.",
     {homes("G", share=0.8, qualifier="about"), graded("G", share=0.52)}),
    ("Some 80% of children's homes are good, and 52% of councils pay too much.", {homes("G", share=0.8, qualifier="about")}),
    ("Half of councils are good, as are 86 per cent of schools, up from 80 per cent in 2016.",
     {graded("G", share=0.5, qualifier="rounded"), homes("G", share=0.86, subject="schools"),
      homes("G", share=0.8, subject="schools", status="previous")}),
    ("No secure home is inadequate.", {homes("I", 0, subject="secure homes")}),
    ("Most private fostering agencies were good.",
     {homes("G", share=0.5, qualifier="more-than", subject="fostering agencies")}),
]
RESULTS = [
    ("Since May 31 councils have been given their results. Nine are inadequate, 19 adequate and three good.",
     {plain("councils", 31), graded("I", 9, 31), graded("A", 19, 31), graded("G", 3, 31)}),
    ("So far 17 authorities have received their findings and five are good.",
     {plain("councils", 17), graded("G", 5, 17)}),
    ("So far 17 authorities have received their grants and five are good.", {graded("G", 5)}),
    ("Two dozen councils have been inspected. Nine are good.", {plain("councils", 24), graded("G", 9, 24)}),
    ("Nine of the dozen councils are good. Dozens of boroughs are poor.", {graded("G", 9, 12)}),
    ("Of 79 councils inspected, 46 are good. Put differently, 30 moved up a grade, 35 stayed put and 14 went down.",
     {graded("G", 46, 79), moved(30), moved(35), moved(14)}),
    ("House prices in 30 towns improved, nine slipped and six stayed put.", set()),
    ("Of the 21 inspections, eight ended with a better grade than before and three with a worse one.",
     {plain("inspections", 8, 21), plain("inspections", 3, 21)}),
    ("Just over half of councils (45, or 52 per cent) require improvement, and 18 are inadequate.",
     {graded("R", 45, share=0.52), graded("I", 18)}),
    ("Of the 50 councils inspected, 20 are good for adoption, or 40 per cent.",
     {graded("G", 20, 50, 0.4, area="adoption")}),
    ("Eleven of the capital's 33 authorities are outstanding, whereas none of the 14 in the West Midlands is.",
     {graded("O", 11, 33), graded("O", 0, 14)}),
    ("Nine of 33 boroughs are outstanding, while four of the 14 in the West Midlands have new leaders.",
     {graded("O", 9, 33)}),
    ("Kent is the 13th council in England to be rated inadequate since a tougher regime came in, out of 51 visited so far.",
     {graded("I", 13, 51)}),
    ("Thirty-one councils have been inspected, and Medway is the ninth to be found inadequate.",
     {plain("councils", 31), graded("I", 9)}),
    ("Medway's home is the ninth to be found inadequate.", set()),
]
THE_OTHER = [
    ("Of its eight children's homes, seven are good or outstanding; the other requires improvement.",
     {homes("OG", 7, 8), homes("R", 1, 8)}),
    ("The council runs five children's homes. Four are rated good; the fifth is inadequate.",
     {homes("G", 4, 5), homes("I", 1, 5)}),
    ("The council runs four children's homes. Three are good and the fourth, in Blyth, was found to be inadequate.",
     {homes("G", 3, 4), homes("I", 1, 4)}),
    ("Of the nine councils, eight are good. The other is led by Labour, and its services are inadequate.",
     {graded("G", 8, 9)}),
    ("Kent had the same two inspections last year and was judged good in both.", set()),
    ("In Rutland the first three are good.", set()),
    ("The first three councils are good.", {graded("G", 3)}),
    ("Nine of 14 councils in the north are inadequate. In the south it is four out of nine.",
     {graded("I", 9, 14), graded("I", 4, 9)}),
    ("Five out of six councils are good.", {graded("G", share=0.8333, qualifier="rounded")}),
    ("Eighteen of the 74 councils inspected are good. Halton is one of the 18, having been rated good last year.",
     {graded("G", 18, 74)}),
]
TALLIES = [
    ("How councils did. Outstanding: 14 (9%); good: 60 (39%); requires improvement: 57 (38%); inadequate: 21 (14%).",
     {graded("O", 14, share=0.09), graded("G", 60, share=0.39), graded("R", 57, share=0.38), graded("I", 21, share=0.14)}),
    ("Councils in the north\n\nOutstanding 4 20%\n\nGood 6 30%\n\nInadequate 10 50%",
     {graded("O", 4, share=0.2), graded("G", 6, share=0.3), graded("I", 10, share=0.5)}),
    ("Councils in the north\n\nOutstanding 4\n\nGood 6", set()),
    ("For England's councils the score is: outstanding, none; good, six; requires improvement, eleven; inadequate, four.",
     {graded("O", 0), graded("G", 6), graded("R", 11), graded("I", 4)}),
    ("Ofsted has inspected 21 councils. The tally: outstanding, none; good, six; requires improvement, 11; inadequate, four.",
     {plain("councils", 21), graded("O", 0, 21), graded("G", 6, 21), graded("R", 11, 21), graded("I", 4, 21)}),
    ("Kent was good for leadership; good, six councils say, is not enough; good, two said, is.", set()),
    ("Of the 46 councils visited, 41 were less than good: 16 inadequate and 25 in need of improvement.",
     {graded("RI", 41, 46), graded("I", 16, 46), graded("R", 25, 46)}),
    ("Twenty councils are good or better: 15 good and five outstanding.",
     {graded("OG", 20), graded("G", 15, 20), graded("O", 5, 20)}),
]
FEW = [
    ("Five councils learned their grades this week.", set()),
    ("Five councils were inspected this week.", {plain("councils", 5)}),
    ("It took the place of three old councils.", set()),
    ("There were 21 such councils.", set()),
    ("Two in five councils fail the test\n\nOfsted met ministers on Monday, it said.", set()),
]
SEPARATE = [
    ("Since 2013 councils get a separate judgement on care leavers. Of the 94 that have one, 13 are good.",
     {graded("G", 13, 94, area="care-leavers")}),
    ("A series of visits, which look only at how well children are kept safe, is bleaker. Of 46 councils, eight were "
     "inadequate. Fifteen were good.",
     {graded("I", 8, 46, area="help-and-protection"), graded("G", 15, 46, area="help-and-protection")}),
]
PARTED = [
    ("Of the 30 monitoring visits made since June, 22 found progress and eight did not.",
     {plain("monitoring visits", 22, 30), plain("monitoring visits", 8, 30)}),
    ("Of the 30 monitoring visits made since June, 22 were in the north.", {plain("monitoring visits", 30)}),
    ("Inspectors made 48 focused visits, of which nine led to an area for priority action.",
     {plain("focused visits", 48), plain("focused visits", 9, 48)}),
    ("Inspectors made 48 focused visits, of which nine were in Kent.", {plain("focused visits", 48)}),
    ("They turned up at duty desks in unannounced visits. Ofsted made 40 of these by May, and in 12 it found danger.",
     {plain("inspections", 40), plain("inspections", 12, 40)}),
    ("They praised managers. Ofsted spoke to 40 of these by May, and in 12 it found danger.", set()),
    ("Altogether 25 councils improved on their old grade, nine slipped and 14 stayed put.",
     {moved(25), moved(9), moved(14)}),
    ("Twenty councils were seen again; 14 got a better grade and six got the same.",
     {plain("councils", 20), moved(14), moved(6)}),
    ("Altogether 25 councils were told, nine leaders wept and 14 cheered.", {plain("councils", 25)}),
]

BEGUN = [
    ("Half of the 18 councils graded since the new inspections began in January are good or better.",
     {graded("OG", None, 18, 0.5, qualifier="rounded")}),
    ("Ten of the 18 councils inspected since the framework came in are good.", {graded("G", 10, 18)}),
    ("After the funding began to shrink the cuts were inadequate.", set()),
    ("Three-quarters of the councils inspected under a tougher regime have been told that their services for vulnerable "
     "children are not good enough.", {graded("RI", share=0.75, qualifier="rounded")}),
    ("Four councils failing to keep children safe, says Ofsted", {graded("I", 4, area="help-and-protection")}),
    ("So far this year 21 councils have had full inspections, and about two-thirds of them are good.",
     {plain("councils", 21), graded("G", None, 21, 0.6667, qualifier="about")}),
    ("Nine of the 16 inadequate councils lie in the south-east.", {graded("I", 16), graded("I", 9, 16)}),
    ("Nine of the 16 inadequate councils are run by commissioners.", {graded("I", 16)}),
]
ACROSS = [
    ("Across all 60 authorities inspected in the period, just over a quarter were rated good, with two rated outstanding.",
     {graded("G", None, 60, 0.25, qualifier="more-than"), graded("O", 2, 60)}),
    ("Across all 12 boroughs, three homes were rated good.", {graded("G", 3, subject="homes", area=None)}),
]
AMONG = [
    ("Of the 14 councils that are now inadequate, 11 lie in the poorer half.", {graded("I", 14), graded("I", 11, 14)}),
    ("Of the 16 authorities with the lowest grade, five are in London.", {graded("I", 16), graded("I", 5, 16)}),
    ("Half of the 46 outstanding councils are to be found in just two of England's nine regions.",
     {graded("O", 46), graded("O", of=46, share=0.5, qualifier="rounded")}),
    ("So far 12 of 27 councils were rated outstanding. Of the 12 given an outstanding grade in May, five - Bury, Kent, Hull, "
     "Derby and Essex - did better than at their last inspection.", {graded("O", 12, 27), graded("O", 5, 12)}),
    ("Of the 12 councils rated outstanding, five improved on their previous inspection.",
     {graded("O", 12), graded("O", 5, 12)}),
    ("Of the eight outstanding councils, five are counties.", {graded("O", 8), graded("O", 5, 8)}),
    ("Of the 26 councils found inadequate, 11 had been warned by their own staff.", {graded("I", 26), moved(11, 26)}),
    ("Of the 14 councils that are inadequate, six are run by commissioners.", {graded("I", 14), moved(6, 14)}),
    ("Of the 14 councils that are inadequate, 11 managers have gone.", {graded("I", 14)}),
    ("Five years ago 68 of our 150 councils were good or outstanding. Now 84 (56 per cent) are.",
     {graded("OG", 68, 150, status="previous"), graded("OG", 84, 150, 0.56)}),
    ("Five years ago 68 councils were good or outstanding. Now more than half are.",
     {graded("OG", 68, status="previous"), graded("OG", share=0.5, qualifier="more-than")}),
    ("A year ago nine councils were inadequate. Now 12 are in debt.", {graded("I", 9, status="previous")}),
    ("In the leafiest places 73 per cent of councils are good; among the poorest it is 37 per cent.",
     {graded("G", share=0.73), graded("G", share=0.37)}),
]
SINCE = [
    ("Ofsted has failed 11 councils. Four of the 11 have since been judged good, four require improvement and three are "
     "inadequate.", {plain("councils", 11), graded("G", 4, 11), graded("R", 4, 11), graded("I", 3, 11)}),
    ("Some 20 councils were inadequate in 2016. Four have since been judged good.",
     {graded("I", 20, qualifier="about"), graded("G", 4)}),
    ("Two councils have left since Kent was judged good.", set()),
    ("Ofsted found 31 councils inadequate. Seventeen have improved. Of these, eleven require improvement, five are good "
     "and one is outstanding.",
     {graded("I", 31), moved(17, 31), graded("R", 11, 17), graded("G", 5, 17), graded("O", 1, 17)}),
    ("Ofsted has looked hard at 43 authorities; 30 needed to improve and 13 were good. None was outstanding.",
     {plain("councils", 43), graded("R", 30, 43), graded("G", 13, 43), graded("O", 0, 43)}),
    ("Of the 150 councils, 80 are good or outstanding. Eighteen are outstanding. Fifty require improvement and 20 are "
     "inadequate.", {graded("OG", 80, 150), graded("O", 18, 150), graded("R", 50, 150), graded("I", 20, 150)}),
    ("Requires improvement is by far the commonest verdict, given to 43 of the 88 councils (49%).",
     {graded("R", 43, 88, 0.49)}),
]


@pytest.mark.parametrize(("text", "wanted"), (
    BEGUN + ACROSS + AMONG + SINCE + ADDED_UP + APPOSED + HEADED + OTHERS + RESULTS + THE_OTHER + TALLIES + FEW
    + SEPARATE + MOVED + PARTED + SUMMED + TOLD + BEHIND + COUNTED_BEFORE))
def test_what_the_sentence_before_says_of_a_figure(text, wanted):
    assert figures_in_full(text) == wanted
