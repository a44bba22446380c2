"""In which area the grades that figures count are held: each text with all its figures."""

import pytest

from tests.rules.snippets import OVERALL, figures_in_full, graded, plain, ratings

SAFE, LED, ADOPTED, LEFT = "help-and-protection", "leadership", "adoption", "care-leavers"
SPRING = "2026-06-01"

# (text, its figures)
SOMEWHERE = [
    ("Since April, 14 councils have been inspected. Nine of them got at least one outstanding and two at least one "
     "inadequate.", {plain("councils", 14), graded("O", 9, 14, area=None), graded("I", 2, 14, area=None)}),
    ("Nine councils received at least one inadequate judgement.", {graded("I", 9, area=None)}),
    ("Of the 20 councils inspected, eight had at least one good grade.", {graded("G", 8, 20, area=None)}),
    ("Half of councils have one or more inadequate judgements.",
     {graded("I", share=0.5, qualifier="rounded", area=None)}),
    ("Thirty-one councils are outstanding in at least one category.", {graded("O", 31, area=None)}),
    ("Three of the 11 councils have an inadequate in at least one area.", {graded("I", 3, 11, area=None)}),
    ("At least one council is outstanding.", {graded("O", 1, qualifier="at-least")}),
    ("At least one inadequate council has a new director.", {graded("I", 1, qualifier="at-least")}),
    ("There are councils in the north too; at least nine require improvement.", {graded("R", 9, qualifier="at-least")}),
]
POINTED_AT = [
    ("For leadership, 52 councils are outstanding, but for help and protection only 33.",
     {graded("O", 52, area=LED), graded("O", 33, area=SAFE)}),
    ("For care leavers 23 councils were inadequate, and for adoption just two.",
     {graded("I", 23, area=LEFT), graded("I", 2, area=ADOPTED)}),
    ("On leadership 52 councils are outstanding, on adoption 33 and on care leavers just 12.",
     {graded("O", 52, area=LED), graded("O", 33, area=ADOPTED), graded("O", 12, area=LEFT)}),
    ("On leadership 52 councils are good, but on adoption only 33 are inadequate.",
     {graded("G", 52, area=LED), graded("I", 33, area=ADOPTED)}),
    ("Leadership, which is graded apart, looks much the same. Fourteen councils were inadequate on that score and only "
     "six good.", {graded("I", 14, area=LED), graded("G", 6, area=LED)}),
    ("It is the mark for keeping children safe that darkens the picture. Eight councils were inadequate on that measure, "
     "up from five.", {graded("I", 8, area=SAFE), graded("I", 5, area=SAFE, status="previous")}),
    ("Help and protection is the hardest thing to get right. Nine authorities were judged inadequate on it.",
     {graded("I", 9, area=SAFE)}),
    ("The judgement on care leavers is the newest. Nine councils were inadequate for it; two are good overall.",
     {graded("I", 9, area=LEFT), graded("G", 2)}),
    ("Adoption is another country. Nearly nine in ten services were good or outstanding, and just three were inadequate.",
     {graded("OG", share=0.9, qualifier="nearly", area=ADOPTED), graded("I", 3, area=ADOPTED)}),
    ("The data show that the area of weakest performance among local authorities is child protection, with 20 "
     "departments being judged inadequate and 34 as requiring improvement.",
     {graded("I", 20, area=SAFE), graded("R", 34, area=SAFE)}),
    ("The report found that adoption is dear. Nine councils are inadequate.", {graded("I", 9)}),
    ("Leadership matters most, she said. Nine councils are inadequate.", {graded("I", 9)}),
    ("Adoption and leadership are both new. Nine councils were inadequate on that score.", {graded("I", 9)}),
]
IN_TURN = [
    ("Almost a quarter of authorities were outstanding for leadership, but 12 were inadequate. For help and protection the "
     "equivalent figures are nine and ten.",
     {graded("O", share=0.25, qualifier="nearly", area=LED), graded("I", 12, area=LED), graded("O", 9, area=SAFE),
      graded("I", 10, area=SAFE)}),
    ("Nine councils are good and ten inadequate. For care leavers the figures are rising.",
     {graded("G", 9), graded("I", 10)}),
    ("Nine councils are good and ten inadequate. For care leavers and adoption the figures are 12 and four.",
     {graded("G", 9), graded("I", 10)}),
]
AMONG_OTHERS = [
    ("Among the 30 poorest councils that were seen, seven are good. Among the 30 richest, eight are.",
     {graded("G", 7, 30), graded("G", 8, 30)}),
    ("Twenty councils are good. Among the 30 largest the proportion is one in five.",
     {graded("G", 20), graded("G", share=0.2, qualifier="rounded")}),
    ("A third of small councils are inadequate. Of the 30 largest, only two are.",
     {graded("I", share=0.3333, qualifier="rounded"), graded("I", 2, 30)}),
    ("Twenty councils are good. Among the 30 largest, eight are run by one party.", {graded("G", 20)}),
    ("From schools to youth clubs, no council has been called inadequate, and almost three-quarters are good.",
     {graded("I", 0), graded("G", share=0.75, qualifier="nearly")}),
]


@pytest.mark.parametrize(("text", "wanted"), SOMEWHERE + POINTED_AT + IN_TURN + AMONG_OTHERS)
def test_figures_of_areas(text, wanted):
    assert figures_in_full(text, "2019-06-01") == wanted


@pytest.mark.parametrize("text", [
    "Kent got at least one outstanding.",
    "Three councils, Kent, Essex and Devon, were given at least one inadequate grade.",
    "Three of the 11 councils, Kent, Essex and Devon, have an inadequate in at least one area.",
])
def test_a_grade_of_some_area_is_no_rating(text):
    assert ratings(text, SPRING) == set()


def test_at_least_one_good_home_is_no_grade_of_the_council():
    text = "Kent, where at least one good home has closed, is inadequate."
    assert ratings(text, SPRING) == {("kent", "inadequate", OVERALL, "current")}


def test_children_s_services_as_a_whole_are_no_child_protection():
    text = "Child protection inspections found nine councils inadequate. Three were inadequate in children's services as a whole."
    told = figures_in_full(text, "2013-01-14")
    assert told == {graded("I", 9, area="help-and-protection"), graded("I", 3)}
