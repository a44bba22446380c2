"""Texts made of what the patterns of the reading rooms match, so that each of them is reached."""

import importlib
import pkgutil
import re
import re._constants as codes
import re._parser as parser

import fixtures.find
import fixtures.resolve
from fixtures.find.patterns.cues import Cue

WORDS = (
    "Ofsted", "the council", "services", "it", "they", "Kent", "Essex", "good", "inadequate", "was", "is", "rated",
    "in", "2015", "three", "adoption", "leadership", "and", "now", "before", "after", "of", "councils", "last", "year")
GRADES = ("good", "inadequate", "outstanding", "requires improvement", "adequate", '"good"')
BEFORE = ("", "Essex ", "The council ", "Ofsted said it ", "In 2015 Leeds and Bury ", "Three councils ")
AFTER = (".", ", it said.", *(f" {grade}." for grade in GRADES), " in Leeds.")
DATES = (None, "2010-03-01", "2012-09-01", "2014-05-05", "2019-06-01", "2024-02-02")
# What is repeated is repeated so often more than it must be; so often a class of letters is a word.
MORE, WORDED = 2, 0.7


def patterns():
    """The patterns of all modules in fixtures/find and fixtures/resolve, by the name of the first that has each."""
    found = {}
    for room in (fixtures.find, fixtures.resolve):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                pattern = value.pattern if isinstance(value, Cue) else value
                if isinstance(pattern, re.Pattern):
                    found.setdefault(pattern, f"{module.name.removeprefix('fixtures.')}.{name}")
    return {name: pattern for pattern, name in found.items()}


def text(pattern, random):
    """Two paragraphs: a council's grade, and a sentence with what a pattern is likely to match."""
    matched = _made(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE), random)
    return (f"Kent Council was rated {random.choice(GRADES)}.\n\n"
            f"{random.choice(BEFORE)}{matched.strip()}{random.choice(AFTER)}\n")


def _made(parts, random):
    return "".join(_part(code, told, random) for code, told in parts)


def _part(code, told, random):
    """What one part of a pattern matches; of what must not stand there, nothing."""
    if code is codes.LITERAL:
        return chr(told)
    if code is codes.BRANCH:
        return _made(random.choice(told[1]), random)
    if code is codes.SUBPATTERN:
        return _made(told[3], random)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return _repeated(*told, random)
    if code is codes.ASSERT and told[0] > 0:
        return _made(told[1], random)
    if code is codes.GROUPREF_EXISTS:
        return _made(told[1], random)
    return _letter(*random.choice(told), random) if code is codes.IN else ""


def _repeated(least, most, parts, random):
    times = random.randint(least, max(least, min(most, least + MORE)))
    if times and len(parts) == 1 and parts[0][0] is codes.IN and random.random() < WORDED:
        return random.choice(WORDS)
    return "".join(_made(parts, random) for _ in range(times))


def _letter(code, told, random):
    """One letter of a class."""
    if code is codes.LITERAL:
        return chr(told)
    if code is codes.RANGE:
        return chr(random.randint(*told))
    if code is codes.CATEGORY:
        return {codes.CATEGORY_DIGIT: "7", codes.CATEGORY_SPACE: " "}.get(told, random.choice("aeot"))
    return random.choice("abc ")
