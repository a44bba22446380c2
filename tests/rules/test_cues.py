"""A cue finds all that its pattern finds, though it is compared only with words that begin as it can."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import fixtures
from fixtures.find.patterns import cues, needs

OPENINGS = [
    (r"\b(?:good|bad)\b", "gb"),
    (r"\b(?:very\s+)?good", "vg"),
    (r"\b(?:(?:not|never)\s+){0,2}?(?!x)well", "nw"),
    (r"\b(?:[aeiou]x|[“\"]q)", "aeiou“\""),
    (r"\b(?P<year>(?:19|20)\d\d)", "12"),
    (r"\bup|\bdown", "ud"),
    (r"\b\w+ing", ""),
    (r"\b(?:good)?", ""),
    (r"\b[^a]b", ""),
    (r"(?<=x )Its|, as", "iI,"),
]


@pytest.mark.parametrize(("pattern", "letters"), OPENINGS)
def test_it_is_known_what_a_pattern_begins_with(pattern, letters):
    """Of each part that may come first one letter; nothing where a match may begin with anything."""
    assert needs.beginnings(re.compile(pattern)) == frozenset(letters)


# What a cue puts before its pattern.
LED = re.compile(r"(?:\\b)?\(\?=\[(?:\\.|[^\]])*\]\)(?=\(\?:)")
TEXTS = sorted((Path(__file__).parents[1] / "articles" / "tuned").glob("*.txt"))[::8]


def _cues():
    names = [module.name for module in pkgutil.walk_packages(fixtures.__path__, "fixtures.")]
    found = (value for name in names for value in vars(importlib.import_module(name)).values())
    return {cue.pattern.pattern: cue for cue in found if isinstance(cue, cues.Cue)}.values()


def test_no_match_is_lost():
    """In whole articles each cue that is led finds what it would find by itself."""
    led = {cue: re.compile(LED.sub("", cue.pattern.pattern, count=1), cue.pattern.flags) for cue in _cues()
           if LED.match(cue.pattern.pattern)}
    assert len(led) > 20 and TEXTS
    read = [path.read_text(encoding="utf-8") for path in TEXTS]
    for text in read + [text.lower() for text in read]:
        for cue, plain in led.items():
            assert [found.span() for found in cue.finditer(text)] == [found.span() for found in plain.finditer(text)]


# What may stand before a grade, in so many words that hardly a sentence lacks all of them.
WITHOUT_NEEDS = {"WITH", "NEXT", "FEW", "LABELLED", "NUMBERED", "FEW_RATINGS"}


def test_a_cue_is_not_tried_in_every_sentence():
    """One alternative that needs no word makes a long pattern be tried everywhere: it belongs in a cue of its own."""
    names = [module.name for module in pkgutil.walk_packages(fixtures.__path__, "fixtures.")]
    rooms = [vars(importlib.import_module(name)).items() for name in names]
    eager = {name for room in rooms for name, cue in room if isinstance(cue, cues.Cue) and not cue.needs}
    assert eager <= WITHOUT_NEEDS
