"""The texts of the figure tests printed otherwise: in other nouns, numbers, paragraphs, below a heading.

`unlike_figures.txt` holds those that then read otherwise, by the change: where the change alters the sense, and where a
rule does not reach. It may get shorter: `python -m tests.rules.test_figure_variants` writes what it holds now.
"""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from tests.rules.snippets import figures_in_full
from tests.rules.test_variants import ENDS, GRADE, SENTENCE

HERE = Path(__file__).parent
LIST = HERE / "unlike_figures.txt"
SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMERAL = {name: str(number) for number, name in enumerate(SMALL, 2)}
NAME = {number: name for name, number in NUMERAL.items()}
HOLDERS = r"(?:councils|authorities|local authorities)"
VERBS = r"(?= (?:were|are|have|had|now)\b)"
GRADED = r"(?=[“‘\"']?(?:good|outstanding|inadequate|adequate))"
FIRST = (r"\A(?=[^\n]*\Z)(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Only|Just|More|Nearly|About|Half|Most|A|Of"
         r"|The|No|None|In)\b")
CHANGES = {
    "numerals": [(rf"(?<!-)\b({'|'.join(SMALL)})\b(?!-)", lambda match: NUMERAL[match[1].lower()], re.IGNORECASE)],
    "words": [(r"(?<![\d.,£/-])\b([2-9]|1[0-2])\b(?![\d.,%:/-]?\d|[%-]| (?:per ?cent|[A-Z]))",
               lambda match: NAME[match[1]])],
    "authorities": [(r"(?<!local )\bcouncils\b", "authorities"), (r"\bCouncils\b", "Authorities")],
    "local authorities": [(r"(?<!local )\bcouncils\b", "local authorities")],
    "judged": [(r"\brated\b", "judged")],
    "deemed": [(r"\b(?:rated|judged)\b", "deemed")],
    "found to be": [(rf"\b(were|was|been) (?:rated|judged) (?:as )?{GRADED}", r"\1 found to be ")],
    "rated as": [(rf"\b(rated|judged) {GRADED}", r"\1 as ")],
    "per cent": [(r"(\d)%", r"\1 per cent")],
    "marked": [(rf"(?<![\w\"“‘’'-])({GRADE}){ENDS}(?!\w)", r"‘\1’")],
    "capital": [(rf"(?<=[\w,:] )({GRADE}){ENDS}", lambda match: match[1].title())],
    "in England": [(rf"\b({HOLDERS}){VERBS}", r"\1 in England")],
    "English": [(rf"(?<!local )(?<!English )\b({HOLDERS}){VERBS}", r"English \1")],
    "have been": [(rf"\b({HOLDERS}) were (?=rated|judged|graded|found)", r"\1 have been ")],
    "paragraphs": [(SENTENCE, r"\1\n\n")],
    "have": [(rf"\b({HOLDERS}) are (?:rated |judged )?({GRADE})(?=[.,;])", r"\1 have \2 services")],
    "LAs": [(r"(?<!local )\b[Cc]ouncils\b", "LAs")],
    "but": [(FIRST, lambda match: "But " + match[0].lower())],
    "said": [(FIRST, lambda match: "Ofsted said that " + match[0].lower())],
    "nationally": [(FIRST, lambda match: "Nationally, " + match[0].lower())],
    "more": [(r"\Z", "\n\nMembers will discuss the report next month.")],
    "heading": [(r"\A(?=[^\n]*\Z)", "Report on children’s services published\n\nBy Jo Marlow\n\n")],
    "opening": [(r"\A", "The minister answered questions in parliament.\n\n")],
}


@cache
def rows():
    """(text, its figures) of all tests of figures that are lists of such rows."""
    return tuple(_rows())


def _rows():
    for path in sorted(HERE.glob("test_figures*.py")):
        for test in vars(import_module(f"tests.rules.{path.stem}")).values():
            for mark in getattr(test, "pytestmark", ()):
                if mark.name == "parametrize" and mark.args[0] == ("text", "wanted"):
                    # Some rows are read with another date than these.
                    yield from (row for row in mark.args[1] if figures_in_full(row[0]) == row[1])


def unlike(change):
    """The texts of which a change alters what is read."""
    found = set()
    for text, wanted in rows():
        printed = text
        for pattern, words, *flags in CHANGES[change]:
            printed = re.sub(pattern, words, printed, flags=flags[0] if flags else 0)
        if printed != text and figures_in_full(printed) != wanted:
            found.add(text.replace("\n", " / "))
    return found


def listed():
    found = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        change, _, text = line.partition(": ")
        found.setdefault(change, set()).add(text)
    return found


@pytest.mark.parametrize("change", CHANGES)
def test_figures_are_the_same_however_they_are_printed(change):
    assert unlike(change) <= listed().get(change, set())


if __name__ == "__main__":
    LIST.write_text("".join(
        f"{change}: {text}\n" for change in CHANGES for text in sorted(unlike(change))), encoding="utf-8")
