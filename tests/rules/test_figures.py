"""What a figure says in full: each text with all its figures, among them texts that must give none."""

import pytest

from tests.rules.snippets import OVERALL, figures_in_full, graded, plain

# (text, its figures)
WHOLES = [
    ("Of the 20 councils, nine are good and one is inadequate.", {graded("G", 9, 20), graded("I", 1, 20)}),
    ("Five of the 20 councils are good, three are inadequate.", {graded("G", 5, 20), graded("I", 3, 20)}),
    ("Five of the 20 councils are good. Three are inadequate.", {graded("G", 5, 20), graded("I", 3, 20)}),
    ("Five of the 20 councils are good. None is outstanding.", {graded("G", 5, 20), graded("O", 0, 20)}),
    ("Five of the 20 councils are good. A year ago, 18 were inadequate.",
     {graded("G", 5, 20), graded("I", 18, status="previous")}),
    ("Inspectors saw 20 councils. Of those, nine were rated good.", {plain("councils", 20), graded("G", 9, 20)}),
    ("Inspectors saw 20 councils. Nine of them were rated good.", {plain("councils", 20), graded("G", 9, 20)}),
    ("Inspectors saw 20 councils. Nine were rated good.", {plain("councils", 20), graded("G", 9, 20)}),
    ("Inspectors saw 20 councils. Across England 19 are good.", {plain("councils", 20), graded("G", 19)}),
    ("Inspectors saw 20 councils. Thirty are good.", {plain("councils", 20), graded("G", 30)}),
    ("We have read all 17 reports that are out. Nine councils were judged good and the remaining eight inadequate.",
     {graded("G", 9, 17), graded("I", 8, 17)}),
    ("The region's 12 councils: two good, ten inadequate.", {graded("G", 2, 12), graded("I", 10, 12)}),
    ("The region's 12 councils differ: 20 nationally are good, ten inadequate.", {graded("G", 20), graded("I", 10)}),
    ("Of the region's 12 councils, three are rated good.", {graded("G", 3, 12)}),
    ("Three of the capital's 32 boroughs are rated good.", {graded("G", 3, 32)}),
    ("Sixty per cent of the 20 councils were rated good.", {graded("G", of=20, share=0.6)}),
    ("Exactly half of the 20 councils were rated good.", {graded("G", of=20, share=0.5)}),
    ("Two of the 20 inadequate councils have a new director.", {graded("I", 20)}),
    ("Half of the 20 inadequate councils have a new director.", {graded("I", 20)}),
    ("Half of inadequate councils have a new director.", set()),
    ("Half of councils judged inadequate last year have improved.", set()),
    ("Half of councils are judged inadequate, reports say.", {graded("I", share=0.5, qualifier="rounded")}),
]


@pytest.mark.parametrize(("text", "wanted"), WHOLES)
def test_of_how_many_a_figure_is(text, wanted):
    assert figures_in_full(text) == wanted

# (text, its figures)
TIMES = [
    ("Three years ago 18 councils were rated good.", {graded("G", 18, status="previous")}),
    ("Last year 18 councils were rated good.", {graded("G", 18)}),
    ("Last year 18 councils were rated good. Now 20 councils are rated good.",
     {graded("G", 18, status="previous"), graded("G", 20)}),
    ("In 2016, 18 councils were rated good. Now 20 councils are rated good.",
     {graded("G", 18, status="previous"), graded("G", 20)}),
    ("In March 2019, 20 councils were rated good. Eight boroughs are rated good.", {graded("G", 20), graded("G", 8)}),
    ("There were 18 councils rated good. There are now 20.", {graded("G", 18, status="previous"), graded("G", 20)}),
    ("There are 20 councils rated good. There were 18 in 2016.", {graded("G", 18, status="previous"), graded("G", 20)}),
    ("In 2012, 74% of councils were rated good. By 2017, this had increased to 94%.",
     {graded("G", share=0.74, status="previous"), graded("G", share=0.94)}),
    ("Of councils, 81% were rated good. This is an increase from 79% in March and 75% a year before.",
     {graded("G", share=0.81), graded("G", share=0.79, status="previous"), graded("G", share=0.75, status="previous")}),
    ("The proportion of councils rated good or outstanding has risen from 36% to 40%.",
     {graded("OG", share=0.4), graded("OG", share=0.36, status="previous")}),
    ("The proportion of councils rated inadequate fell from 19% to 15%, while the proportion rated good rose from 36% to 40%.",
     {graded("I", share=0.15), graded("I", share=0.19, status="previous"), graded("G", share=0.4),
      graded("G", share=0.36, status="previous")}),
    ("The percentage of councils rated inadequate had dropped to 12, from 22 in 2018.",
     {graded("I", share=0.12), graded("I", share=0.22, status="previous")}),
    ("The number of councils rated inadequate had dropped to 12, from 22 in 2018.",
     {graded("I", 12), graded("I", 22, status="previous")}),
]


@pytest.mark.parametrize(("text", "wanted"), TIMES)
def test_when_a_figure_held(text, wanted):
    assert figures_in_full(text) == wanted

CARE, PROTECTION, LEADERSHIP = "care-leavers", "help-and-protection", "leadership"
# (text, its figures)
ABOUT = [
    ("More than half of councils were rated good or outstanding for leadership.",
     {graded("OG", share=0.5, qualifier="more-than", area=LEADERSHIP)}),
    ("Nine councils were rated good for the experiences of care leavers, and only two outstanding.",
     {graded("G", 9, area=CARE), graded("O", 2, area=CARE)}),
    ("Nine councils were rated good for care leavers. Two were outstanding.",
     {graded("G", 9, area=CARE), graded("O", 2, area=CARE)}),
    ("Nine councils were rated good for care leavers. Two were inadequate overall.",
     {graded("G", 9, area=CARE), graded("I", 2)}),
    ("Nine councils were rated good for care leavers. Two councils were inadequate.",
     {graded("G", 9, area=CARE), graded("I", 2)}),
    ("On safeguarding, the picture was bleaker. Eight councils were inadequate.", {graded("I", 8, area=PROTECTION)}),
    ("Safeguarding matters. Eight councils were inadequate.", {graded("I", 8)}),
    ("Care leavers fared best, with 60 councils rated good and 21 outstanding.",
     {graded("G", 60, area=CARE), graded("O", 21, area=CARE)}),
    ("Nine councils were rated good for care leavers, and one in four councils was inadequate on that measure.",
     {graded("G", 9, area=CARE), graded("I", share=0.25, qualifier="rounded", area=CARE)}),
    ("No council was judged outstanding in its overall effectiveness of services for care leavers.",
     {graded("O", 0, area=CARE)}),
    ("Of 31 inspections of councils, twelve were rated inadequate.", {graded("I", 12, 31), plain("inspections", 31)}),
    ("Of the first 11 inspections, three were rated good and one was inadequate.",
     {graded("G", 3, 11), graded("I", 1, 11), plain("inspections", 11)}),
    ("Secure homes remain weak. Three of the 13 are good, none is outstanding.",
     {graded("G", 3, 13, subject="secure homes", area=None), graded("O", 0, 13, subject="secure homes", area=None)}),
    ("Inspectors saw children's homes too. Of the 13 homes, three are good.",
     {graded("G", 3, 13, subject="children's homes", area=None)}),
    ("Care homes were inspected too. Of the 13 homes, three are good.",
     {graded("G", 3, 13, subject="care homes", area=None)}),
]


@pytest.mark.parametrize(("text", "wanted"), ABOUT)
def test_what_a_figure_is_about(text, wanted):
    assert figures_in_full(text) == wanted

# (text, its figures)
BESIDE = [
    ("In the north three of 23 councils are rated good, against one of 12 in the south.",
     {graded("G", 3, 23), graded("G", 1, 12)}),
    ("Nationally 59% of councils are rated good, compared with 90% in London.",
     {graded("G", share=0.59), graded("G", share=0.9)}),
    ("Nationally 59% of councils are rated good, compared with 50% in 2016.",
     {graded("G", share=0.59), graded("G", share=0.5, status="previous")}),
    ("Nine of 23 councils inspected were rated good, as were eight of the 43 seen before.",
     {graded("G", 9, 23), graded("G", 8, 43)}),
    ("Just 97 per cent of nurseries are rated good, as are 86 per cent of schools.",
     {graded("G", share=0.97, subject="nurseries", area=None), graded("G", share=0.86, subject="schools", area=None)}),
    ("Half of councils are rated good. In all, 51% of councils are rated good.", {graded("G", share=0.51)}),
    ("Nearly half of councils are rated good. In London, 51% of councils are rated good.",
     {graded("G", share=0.5, qualifier="nearly"), graded("G", share=0.51)}),
    ("More than three-quarters of the 20 councils inspected (79%) were rated good.", {graded("G", of=20, share=0.79)}),
]
GRADED = [
    ("A quarter of councils are in the bottom two grades, inspectors say.",
     {graded("RI", share=0.25, qualifier="rounded")}),
    ("Twenty councils hold the two highest ratings.", {graded("OG", 20)}),
    ("Half of councils provide outstanding children's services.", {graded("O", share=0.5, qualifier="rounded")}),
    ("Thirty councils were judged inadequate or only adequate.", {
        ("councils", ("adequate", "inadequate"), OVERALL, "current", 30, None, None, None, "exact")}),
    ("Nine councils are rated good, none of them outstanding.", {graded("G", 9), graded("O", 0)}),
    ("No London borough is rated inadequate.", {graded("I", 0)}),
    ("Nobody should be rated inadequate. No one should be rated good.", set()),
    ("Four councils require improvement in all areas.", set()),
    ("Three councils are rated inadequate for anything.", set()),
    ("He had seen 42 'inadequate' organisations.", set()),
    ("Some 25+% of councils were rated inadequate.", set()),
    ("Of 43 councils, seven were inadequate, with a further 26 requiring improvement.",
     {graded("I", 7, 43), graded("R", 26, 43)}),
]
WORKED = [
    ("Referrals fell 8 per cent to 3,410.", {plain("referrals", 3410, change=-0.08)}),
    ("Referrals rose by 3 per cent and now stand at 655,630.", {plain("referrals", 655630, change=0.03)}),
    ("Referrals rose by 3 per cent. Children in care fell to 531.",
     {plain("referrals", change=0.03), plain("children in care", 531)}),
    ("There were 2,460 children's homes on the register, a rise of 7%.", {plain("children's homes", 2460, change=0.07)}),
    ("There were 2,460 children's homes on the register, a rise of 74 homes.", {plain("children's homes", 2460)}),
    ("Nine children's homes in Kent were painted.", set()),
    ("The number of children's homes rated good rose by 9%.", set()),
    ("Social workers rose from 345 to 368 while average caseloads fell from 19 to 17.",
     {plain("caseloads", 17), plain("caseloads", 19, status="previous")}),
    ("At least 45 councils were inspected, up from 38 in 2015.",
     {plain("councils", 45, qualifier="at-least"), plain("councils", 38, status="previous")}),
    ("There were 412 children on child protection plans.", {plain("child protection plans", 412)}),
]


@pytest.mark.parametrize(("text", "wanted"), BESIDE + GRADED + WORKED)
def test_figures_beside_others_of_ranks_and_of_work(text, wanted):
    assert figures_in_full(text) == wanted

ADOPTION = "adoption"
# (text, its figures)
AREAS = [
    ("Nine councils were rated good for adoption and four for leadership.",
     {graded("G", 9, area=ADOPTION), graded("G", 4, area=LEADERSHIP)}),
    ("Nine councils were rated good for adoption and four schools for leadership.", {graded("G", 9, area=ADOPTION)}),
    ("Nine councils were rated good for adoption; for leadership the figure was four.",
     {graded("G", 9, area=ADOPTION), graded("G", 4, area=LEADERSHIP)}),
    ("Overall, nine councils were rated good. For adoption it was 12.", {graded("G", 9), graded("G", 12, area=ADOPTION)}),
    ("The weakest area was adoption, where nine councils were inadequate and 30 required improvement.",
     {graded("I", 9, area=ADOPTION), graded("R", 30, area=ADOPTION)}),
]
BRACKETS = [
    ("Good ratings went to 97 councils, which is 64 per cent of the total.", {graded("G", 97, share=0.64)}),
    ("Nine councils (64 per cent of all councils) were rated good.", {graded("G", 9, share=0.64)}),
    ("Some 97 councils -- 64 per cent -- were rated good.", {graded("G", 97, share=0.64)}),
    ("Nine councils are rated good, 20 inadequate.", {graded("G", 9), graded("I", 20)}),
]


@pytest.mark.parametrize(("text", "wanted"), AREAS + BRACKETS)
def test_other_areas_and_figures_said_twice(text, wanted):
    assert figures_in_full(text) == wanted


@pytest.mark.parametrize(("text", "wanted"), [
    ("Last year four councils were rated inadequate, but this year that rose to eight.",
     {graded("I", 4, status="previous"), graded("I", 8)}),
    ("Nine councils were rated good for leadership, including three rated inadequate overall.",
     {graded("G", 9, area=LEADERSHIP), graded("I", 3, 9)}),
    ("At the 327 children's homes that teach, teaching was judged inadequate in around half of cases.", set()),
    ("At the 327 children's homes that teach, nine were judged inadequate.",
     {graded("I", 9, subject="children's homes", area=None)}),
])
def test_figures_of_a_part_are_none(text, wanted):
    assert figures_in_full(text) == wanted
