"""Sentences that a saved page ran together are parted; abbreviations, addresses and decimals are not."""

import pytest

from fixtures.clean import clean


@pytest.mark.parametrize(("printed", "cleaned"), [
    ("It failed its children.Ada Quill, the leader, said so.", "It failed its children. Ada Quill, the leader, said so."),
    ("“I was an inspector.“I know that.”", "“I was an inspector. “I know that.”"),
    ("It was “inadequate.”The leader resigned.", "It was “inadequate.” The leader resigned."),
    ("See www.example.org.uk for more.", "See www.example.org.uk for more."),
    ("Read gov.Uk pages.", "Read gov.Uk pages."),
    ("It rose 3.5 points, said J.B. Quill.", "It rose 3.5 points, said J.B. Quill."),
])
def test_run_on_sentences_are_parted_and_nothing_else(printed, cleaned):
    assert clean(printed) == cleaned
