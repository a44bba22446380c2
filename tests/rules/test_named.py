"""Which councils an article names: as authorities, or as places that stand for them."""

import pytest

from fixtures.extract import extract
from tests.rules.snippets import article

ABOUT = "Kent County Council has been told by Ofsted that its children's services are inadequate.\n\n"
STAND = (
    ("Derby and Salford join it there.", {"derby", "salford"}),
    ("Rutland declined to comment.", {"rutland"}),
    ("Reports are expected on Trafford and Bexley next month.", {"trafford", "bexley"}),
    ("Ms Doe was poached from Wigan.", {"wigan"}),
    ("She used to be a director at Stockport.", {"stockport"}),
)
PLACES = (
    "She lives near Derby with her sons.", "He told a conference in Manchester and Leeds that it was sad.",
    "She lectures at the University of Sheffield.", "A mother from Salford said it was sad.",
    "The MP for Wigan was sad.", "Bury MP Jane Doe was sad.", "Derby mother Jane Doe and her sons moved to Leeds.",
)


@pytest.mark.parametrize("text, councils", STAND)
def test_a_place_that_does_something_or_is_told_of_stands_for_its_council(text, councils):
    assert {council["id"] for council in extract(article(ABOUT + text)).councils} == councils | {"kent"}


@pytest.mark.parametrize("text", PLACES)
def test_a_place_where_something_is_or_somebody_comes_from_is_no_council(text):
    assert {council["id"] for council in extract(article(ABOUT + text)).councils} == {"kent"}


def test_places_in_an_article_on_no_council_are_none():
    assert not extract(article("Derby beat Reading on Saturday. Leeds lost to Hull.")).councils
