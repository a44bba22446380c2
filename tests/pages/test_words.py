"""How pages write what records hold."""

from hypothesis import given
from hypothesis import strategies as st

from api.pages.words import after, before, graded
from schemas.parts import CONTEXT


def test_context_is_cut_between_words():
    assert before("Inspectors who visited the council last year "[-CONTEXT:]) == "… who visited the council last year "
    assert after(" at the end of the spring, wrote the department"[:CONTEXT]) == " at the end of the spring, wrote the …"
    assert before("Said ") == "Said " and after(" she said.") == " she said."


def test_a_rating_without_a_grade_shows_what_was_printed():
    assert graded({"grade": None, "grade_as_printed": "performs poorly"}) == "“performs poorly”"
    assert graded({"grade": None, "grade_as_printed": None}) == "No grade given"
    assert graded({"grade": "requires-improvement", "grade_as_printed": "RI"}) == "Requires improvement"


@given(st.text("ab \n", max_size=CONTEXT))
def test_no_word_of_the_context_is_made(text):
    assert text.endswith(before(text).removeprefix("… ")) and text.startswith(after(text).removesuffix(" …"))
