"""Figures of earlier times as statistics and reports print them beside those of the day: each text with all of them."""

import pytest

from tests.rules.snippets import figures_in_full, graded, plain

BEFORE = "previous"
# (text, its figures)
TIMES = [
    ("At 31 March 2024, 70% of homes were good or better; this was a small drop from the year before (73%).",
     {graded("OG", share=0.7, subject="homes", area=None),
      graded("OG", share=0.73, subject="homes", area=None, status=BEFORE)}),
    ("In the year to March, 7% of homes got an inadequate judgement which was slightly up on the year before (6%).",
     {graded("I", share=0.06, subject="homes", area=None, status=BEFORE),
      graded("I", share=0.07, subject="homes", area=None)}),
    ("As at 31 March 2016, there were 2,088 active children's homes – a rise of 41 homes on 31 March 2015 (2,047).",
     {plain("children's homes", 2047, status=BEFORE), plain("children's homes", 2088)}),
    ("There were 2,171 children's homes, of all types, a 4% rise on the previous year (2,088).",
     {plain("children's homes", 2088, status=BEFORE), plain("children's homes", 2171, change=0.04)}),
    ("The proportion of councils judged good or outstanding was 61%, which is up on the first round (54%).",
     {graded("OG", share=0.54, status=BEFORE), graded("OG", share=0.61)}),
    ("The proportion of councils judged inadequate was 6%, compared with 2019 (13%).",
     {graded("I", share=0.06), graded("I", share=0.13, status=BEFORE)}),
    ("Twelve councils are rated inadequate, fewer than last year (18).",
     {graded("I", 12), graded("I", 18, status=BEFORE)}),
    ("Some 61% of councils are good or outstanding, higher than in the North West (54%).",
     {graded("OG", share=0.61, qualifier="about")}),
    ("Of councils, 58% held good or outstanding in the judgement of impact of leaders, against 40% after the first "
     "round of the framework.",
     {graded("OG", share=0.4, area="leadership", status=BEFORE), graded("OG", share=0.58, area="leadership")}),
    ("The proportion of councils judged good or outstanding went up to 50%. After each council's first round it was "
     "37%.",
     {graded("OG", share=0.37, status=BEFORE), graded("OG", share=0.5)}),
    ("The share of councils with a good judgement for help and protection has grown to 39%. After each council's "
     "first round it was 29%.",
     {graded("G", share=0.29, area="help-and-protection", status=BEFORE),
      graded("G", share=0.39, area="help-and-protection")}),
    ('"At present, 51% of local authorities are judged good or outstanding. That is better than a year ago, when 47% '
     'were good or outstanding," said the report.',
     {graded("OG", share=0.47, status=BEFORE), graded("OG", share=0.51)}),
    ("Ofsted said 69 per cent of councils were good or outstanding - which is worse than last year, too, when 75 per "
     "cent were given one of the top two grades.",
     {graded("OG", share=0.69), graded("OG", share=0.75, status=BEFORE)}),
    ("Six councils are inadequate – a year ago the same round of checks said just one was inadequate.",
     {graded("I", 1, status=BEFORE), graded("I", 6)}),
    ("In 2012 councils ran three in ten homes (30 per cent) but this is now down to just over a fifth (21 per cent).",
     {plain("homes", share=0.21), plain("homes", share=0.3, status=BEFORE)}),
    ("As at 31 March 2016, LAs ran 21% of children's homes, down from 23% last year and 27% as at 31 March 2012.",
     {plain("children's homes", share=0.21), plain("children's homes", share=0.23, status=BEFORE),
      plain("children's homes", share=0.27, status=BEFORE)}),
    ("Figures show that there were 2,094 homes open in England. This is a three per cent rise on the 2,033 of the "
     "year before.",
     {plain("homes", 2033, status=BEFORE), plain("homes", 2094)}),
    ("LAs have cut the number of children's homes they run by 5%, from 438 as at 31 March 2016 to 416 as at 31 March "
     "2017.",
     {plain("children's homes", 416), plain("children's homes", 438, status=BEFORE),
      plain("children's homes", change=-0.05)}),
    ("There were 400 children's homes, down from 420.",
     {plain("children's homes", 400), plain("children's homes", 420, status=BEFORE)}),
    ("There are 31 councils providing good services, half as many again as in the year before.",
     {graded("G", 31, change=0.5)}),
    ("Nine councils are inadequate, twice as many as last year.",
     {graded("I", 9, change=1.0)}),
    ("Nine councils are inadequate, three times the number in 2019.",
     {graded("I", 9, change=2.0)}),
    ("Nine councils are inadequate, a third fewer than a year ago.",
     {graded("I", 9, change=-0.3333)}),
    ("Twenty councils are good, double last year's number.",
     {graded("G", 20, change=1.0)}),
    ("There were 2,094 homes open in England. This is a three per cent rise on the 2,033 of the year before.",
     {plain("homes", 2033, status=BEFORE), plain("homes", 2094)}),
    ("There were 2,094 homes open in England in March. That compares with 2,033 a year earlier.",
     {plain("homes", 2033, status=BEFORE), plain("homes", 2094)}),
]


@pytest.mark.parametrize(("text", "wanted"), TIMES)
def test_the_figures_of_two_times(text, wanted):
    assert figures_in_full(text) == wanted


# What stands behind a number: where those are, whom a number includes, and what became of them.
BESIDE = [
    ("The share of LAs at inadequate has fallen from 23% to 20%.",
     {graded("I", share=0.2), graded("I", share=0.23, status=BEFORE)}),
    ("The share of LAs at good or outstanding for overall effectiveness was 61%.",
     {graded("OG", share=0.61)}),
    ("The share of councils at good or outstanding was 61%. The share at inadequate had halved, to 6%.",
     {graded("I", share=0.06), graded("OG", share=0.61)}),
    ("Twelve councils are at good.",
     {graded("G", 12)}),
    ("There are 12 councils at outstanding and 30 at requires improvement.",
     {graded("O", 12), graded("R", 30)}),
    ("The council looks at good practice in 12 councils.",
     {plain("councils", 12)}),
    ("At good schools, 12 councils run clubs.",
     {plain("councils", 12)}),
    ("At the end of the year 52% of councils were 'good' or 'outstanding', as against 34% when 2016 closed.",
     {graded("OG", share=0.34, status=BEFORE), graded("OG", share=0.52)}),
    ("Three councils got inadequate for their children's services overall, where there were none last year.",
     {graded("I", 0, status=BEFORE), graded("I", 3)}),
    ("In the midlands 79% of homes were good or better. The south had 71% and the north 68%.",
     {graded("OG", share=0.68, subject="homes", area=None), graded("OG", share=0.71, subject="homes", area=None),
      graded("OG", share=0.79, subject="homes", area=None)}),
    ("In the midlands 79% of councils were good or better, while the south had 71%.",
     {graded("OG", share=0.71), graded("OG", share=0.79)}),
    ("In the South East 74% of councils are good. The south has 71 children's homes.",
     {graded("G", share=0.74)}),
    ("In the South East 74% of councils are good. The North West has 20 homes for every 100 children.",
     {graded("G", share=0.74)}),
    ("Twelve councils were rated good, including four which had been inadequate.",
     {graded("G", 12), graded("I", 4, status=BEFORE)}),
    ("Twelve councils were rated good or better, including three that were rated outstanding.",
     {graded("O", 3), graded("OG", 12)}),
    ("Seven councils were inadequate overall, including six judged inadequate for leadership.",
     {graded("I", 6, 7, area="leadership"), graded("I", 7)}),
    ("Of the 26 homes found inadequate and then inspected again, 21 improved.",
     {graded("I", 26, subject="homes", area=None), plain("homes", 21, 26)}),
    ("Most homes judged inadequate in their first full inspection did better the next time.",
     {plain("homes", share=0.5, qualifier="more-than")}),
    ("Three quarters of the authorities that once were inadequate did better when inspectors came back.",
     {plain("councils", share=0.75, qualifier="rounded")}),
    ("Of the 38 inspected, 53 per cent have lifted their rating compared to the previous inspection and 37 per cent "
     "have held it.",
     {plain("councils", of=38, share=0.37), plain("councils", of=38, share=0.53)}),
    ("So far, around 55 per cent of councils inspected in this way have raised their grade. Fewer than one in ten "
     "have dropped.",
     {plain("councils", share=0.1, qualifier="less-than"), plain("councils", share=0.55, qualifier="about")}),
    ("Just four councils have been downgraded since last February.",
     {plain("councils", 4)}),
    ("Of 38 councils, 20 have lifted their rating and 14 have held it.",
     {plain("councils", 14, 38), plain("councils", 20, 38), plain("councils", 38)}),
    ("Five local authorities, though, have made little headway.",
     {plain("councils", 5)}),
    ("This year 19 councils have raised their overall performance, with 8 going from adequate to good.",
     {graded("G", 8), plain("councils", 19)}),
    ("In total, 21 councils have been inspected: 15 under the standard model (those that were rated 'Requires "
     "Improvement' or 'Inadequate' last time) and six under the short one (those that were judged 'Good' or "
     "'Outstanding' last time).",
     {graded("OG", 6, 21, status=BEFORE), graded("RI", 15, 21, status=BEFORE), plain("councils", 21)}),
    ("Just four councils - Oldham, Croydon, Plymouth and Stockport - have been downgraded since last February.",
     {plain("councils", 4)}),
    ("Twelve councils (Oldham and Croydon among them) have improved.",
     {plain("councils", 12)}),
    ("On 31 March 2017, the tally of children's homes, of every type, was 2,171, a 4% rise on the previous year "
     "(2,088).",
     {plain("children's homes", 2088, status=BEFORE), plain("children's homes", 2171, change=0.04)}),
    ("In March the number of homes stood at 2,171, a rise of 4%.",
     {plain("homes", 2171, change=0.04)}),
    ("There were 318 fostering agencies in England. Of these, 291 have been inspected and 20 have not.",
     {plain("fostering agencies", 20, 318), plain("fostering agencies", 291, 318), plain("fostering agencies", 318)}),
    ("There were 60 councils inspected. Of these, 29 had been visited before.",
     {plain("councils", 29, 60), plain("councils", 60)}),
]


@pytest.mark.parametrize(("text", "wanted"), BESIDE)
def test_the_figures_beside_one(text, wanted):
    assert figures_in_full(text) == wanted
