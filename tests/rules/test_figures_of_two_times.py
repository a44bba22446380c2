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
