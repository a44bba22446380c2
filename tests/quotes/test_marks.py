"""Quotation marks pair as a reader pairs them, and reading them never takes longer than their number allows."""


import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.find.speech.marks import marked
from fixtures.layout import Paragraph
from tests.timing import in_proportion

# A text (paragraphs separated by "\n\n") and the parts inside marks, a passage's own parts joined by " / ".
PAIRED = [
    ('He said "one thing" and "another".', ["one thing", "another"]),
    ("He said “one thing” and ‘another’.", ["one thing", "another"]),
    ("She called it ‘a workers’ paradise’ and left.", ["a workers’ paradise"]),
    ("'It isn't the dogs' fault,' she said.", ["It isn't the dogs' fault,"]),
    ("‘Our nurses’ pay fell,’ he said.", ["Our nurses’ pay fell,"]),
    ("“He told me, ‘Go home,’ and I went.”", ["He told me, ‘Go home,’ and I went."]),
    ("‘He told me, “Go home,” and I went.’", ["He told me, “Go home,” and I went."]),
    ("“You called us “liars”. Well?”", ["You called us “liars”. Well?"]),
    ('"“Sorry” is not enough," she said.', ["“Sorry” is not enough,"]),
    # Marks of one kind opened, of another closed; the next one opened before the last is closed.
    ('"First part.” "Second part.” “Third part."', ["First part.", "Second part.", "Third part."]),
    ('He said: "One thing. "Then another. "And a third.”', ["One thing. / Then another. / And a third."]),
    # One utterance over paragraphs: opened again, not opened again, never closed.
    ("“One.\n\n“Two.\n\n“Three.”", ["One.", "Two.", "Three."]),
    ("“One.\n\nTwo goes on,” she said.", ["One. / Two goes on,"]),
    ("“One.\n\nShe paused there.", ["One."]),
    ("“Two ends.” It’s the twins’ day.", ["Two ends."]),
    ("``Quoted so,'' he said.", ["Quoted so,"]),
    ("«Quoted so», he said.", ["Quoted so"]),
]
# Texts in which nothing is quoted.
UNMARKED = [
    "The workers' union isn't the nurses' union.",
    "It's 'bout time, y'all; the '90s are over.",
    "Rock 'n' roll was the teachers' choice.",
    "A 6\" nail and a 4\" screw",
    "Nothing here.",
    "",
]


def paragraphs(text):
    """The paragraphs of a cleaned text, all of them prose."""
    place, found = 0, []
    for line in text.split("\n\n"):
        found.append(Paragraph(place, place + len(line), "body"))
        place += len(line) + 2
    return found


def inside(text):
    """The words of each passage in marks."""
    return [" / ".join(text[start:end] for start, end in found.parts) for found in marked(text, paragraphs(text))]


@pytest.mark.parametrize(("text", "expected"), PAIRED, ids=[text[:25] for text, _ in PAIRED])
def test_pairs(text, expected):
    """Each passage is what a reader takes to be between marks."""
    assert inside(text) == expected


@pytest.mark.parametrize("text", UNMARKED)
def test_apostrophes_enclose_nothing(text):
    """Apostrophes, inches and nothing at all give no passage."""
    assert inside(text) == []


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="\"'“”‘’`«» aS.,?\n", max_size=80))
def test_any_marks_give_passages_in_order(text):
    """Whatever the marks, passages are in bounds, in order, apart, and made of their parts."""
    text, end = "\n\n".join(line for line in text.split("\n") if line), 0
    for found in marked(text, paragraphs(text)):
        assert end <= found.left <= found.start <= found.end <= found.right <= len(text)
        assert all(found.start <= start < stop <= found.end for start, stop in found.parts)
        end = found.right


@pytest.mark.parametrize("piece", ['"', "'", "“", "’", "‘x", "\"x. ", "x' ", "''", "“x” ", "' x"])
def test_many_marks_take_time_in_proportion(piece):
    """Ten times the marks take about ten times as long."""
    def read(count):
        text = piece * count
        marked(text, paragraphs(text))

    assert in_proportion(read, 4_000, 40_000)
