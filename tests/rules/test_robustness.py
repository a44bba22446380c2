"""Whatever a text holds, reading it raises nothing, its evidence holds, and its time is in proportion to its length."""

import json
import os
import re
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures import known
from fixtures.extract import extract
from fixtures.find.councils import providers
from fixtures.find.figures import quantities
from fixtures.find.grades import areas, grading, place
from fixtures.find.patterns import cues
from fixtures.find.patterns.cues import WORD, Cue, lowered, seen
from fixtures.find.patterns.needs import needed
from fixtures.layout import Sentence
from fixtures.resolve.grades.times import status
from fixtures.resolve.grades.vetoes import unheld
from fixtures.words import alternatives
from tests.rules import matching
from tests.rules.snippets import article
from tests.timing import in_proportion

# The words, marks and letters of a genre text, one by one.
WORDS = re.findall(r"\S+", """
good inadequate outstanding requires improvement adequate RI Kent Essex Dorset Reading council councils the The it its
services was were is rated judged from to in for and or of by not hopes 43 seven half 10% one nine schools leadership
adoption safeguarding up last year 2015 previously respectively both failing caseloads referrals rose Ofsted said
which , . ; : ( ) - – “ ” ' " | • é İ ſ ß""")
TEXT = st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=60).map(" ".join)
DATES = st.sampled_from([None, "2010-03-01", "2012-09-01", "2014-05-05", "2019-06-01", "2024-02-02"])


@settings(max_examples=300, deadline=None)
@given(TEXT, DATES)
def test_any_text_is_read_and_its_evidence_holds(text, published):
    found = extract(article(text, published))
    for record in [*found.ratings, *found.statistics, *found.issues]:
        for evidence in record["evidence"]:
            assert text[evidence["start"]:evidence["end"]] == evidence["exact"]
    for records in (found.ratings, found.statistics, found.quotes, found.issues):
        assert len({record["id"] for record in records}) == len(records)


# How many texts are made for each pattern; `make fuzz` makes more.
EXAMPLES = int(os.environ.get("PATTERN_EXAMPLES", "3"))


def test_what_any_pattern_matches_is_read():
    """Each rule is reached with the words that it looks for, and a little of what may stand around them."""
    found = matching.patterns()
    assert len(found) > 1000
    for name, pattern in found.items():
        random = Random(name)
        for _ in range(EXAMPLES):
            text, published = matching.text(pattern, random), random.choice(matching.DATES)
            try:
                extract(article(text, published))
            except Exception as error:
                raise AssertionError(f"{name}: {text!r} of {published}") from error


@pytest.mark.parametrize("text", [
    "Kent was rated good.\n\nLondon has the highest share of good councils, at 79%. The West Midlands has the lowest, at 21%.\n",
    "Kent was rated good.\n\nThree councils good for its work with children parents parents in Leeds.\n"])
def test_what_once_broke_it_is_read(text):
    extract(article(text, "2019-09-30"))


def test_two_areas_contradicted_in_one_sentence_are_two_issues():
    found = extract(article(
        "Inspectors found that Kent County Council was good overall, while its leadership was rated inadequate.\n\n"
        "Inspectors found that Kent County Council was inadequate overall, while its leadership was rated good.\n"))
    assert [issue["kind"] for issue in found.issues] == ["conflicting-grades"] * 2
    assert len({issue["id"] for issue in found.issues}) == 2


@given(st.text())
def test_lower_case_keeps_every_place(text):
    assert len(lowered(text)) == len(text)


SNIPPETS = [lowered(json.loads(line)["text"]) for path in sorted(Path(__file__).parent.glob("*.jsonl"))
            for line in path.read_text(encoding="utf-8").splitlines()]
MODULES = (areas, quantities, grading, place, providers, status, unheld)
CUES = [value for module in MODULES for value in vars(module).values() if isinstance(value, Cue)]


def meets(words, needs):
    """Whether some words hold a piece of each set that is needed."""
    spaced = "".join(f" {word} " for word in words)
    return all(any(piece in spaced for piece in pieces) for pieces in needs)


def words_of(text, match):
    """The words that a match holds or cuts."""
    return [word[0] for word in WORD.finditer(text) if word.start() < match.end() and match.start() < word.end()]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.pattern.pattern[:24])
def test_every_match_of_a_cue_in_the_short_texts_holds_the_words_it_needs(cue):
    for snippet in SNIPPETS:
        for match in cue.finditer(snippet):
            assert meets(words_of(snippet, match), cue.needs)
            assert cue.within(seen(snippet, [Sentence(0, len(snippet), 0)])[0])


ASCII = st.characters(codec="ascii")
# Without look-arounds, so that texts can be made from them; words, branches, repetitions, classes.
PATTERNS = (
    r"good", r"(?:fail(?:ing|ed)?|lost)\s+(?:it|them)?", r"(?:a|an)\s+\d+", r"x?(?:not){1,2}", r"a|bc",
    r"(?P<w>in|of)+ing", r"\bor\b(?:\W+[a-z]+){2,3} (?:end|stop)\b", r"(?:\bto)?(?:\s+be"
    r"|['’]s)\b", r"[.,]up(?:on)?\s*[()]",
    r"\b(?:the\s+)?(?:an?\s){0,2}end(?: it)?\b", r"r(?:at(?:e|ing)|un)s?\b", r"(?<![\w-])(?:in|on)(?!\w)(?:\s|$)")


@pytest.mark.parametrize("pattern", PATTERNS)
@given(st.data())
def test_what_a_pattern_needs_is_in_all_that_it_matches(pattern, data):
    text = data.draw(st.from_regex(re.compile(pattern), fullmatch=True, alphabet=ASCII))
    before, after = (data.draw(st.sampled_from(("", " ", "x", "("))) for _ in range(2))
    within = before + text + after
    for match in re.finditer(pattern, within):
        assert meets(words_of(within, match), needed(re.compile(pattern)))


@pytest.mark.parametrize(("pattern", "needs"), [
    (r"good", [{"good"}]), (r"\w+", []), (r"fail(?:ing|ed)?", [{"fail"}]), (r"a|\w", []), (r"\bfail", [{" fail"}]),
    (r"(?:lost|shed)\s+it\b", [{"lost ", "shed "}, {" it "}]), (r"\b(?:up|down)\b", [{" up ", " down "}]),
    (r"(?<!\w)in-house(?!\w)", [{" house "}, {" in "}]), (r"(?:x\s)?good\b", [{"good "}]),
    (r"\b(?:x\s)?good\b", [{" good "}]), (r"\br(?:at(?:e|ing)|un)\b", [{" rate ", " rating ", " run "}]),
    (r"\bgood(?:\s+now)?\b", [{" good "}])])
def test_the_words_that_a_pattern_needs(pattern, needs):
    assert sorted(map(sorted, needed(re.compile(pattern)))) == sorted(map(sorted, needs))


# Words of a table have single spaces between them, and none around them.
SHORT = st.text("ab .(", min_size=1, max_size=4).map(lambda word: " ".join(word.split())).filter(bool)


@given(st.lists(SHORT, min_size=1, max_size=8), st.text("ab .(", max_size=8), st.sampled_from(("", r"\b", "b")))
def test_what_words_begin_with_alike_is_written_once_and_changes_no_match(words, text, after):
    plain = "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
    together, apart = re.match(f"{alternatives(words)}{after}", text), re.match(f"(?:{plain}){after}", text)
    assert (together and together.span()) == (apart and apart.span())


def test_only_so_many_words_of_texts_are_kept_and_no_long_ones(monkeypatch):
    monkeypatch.setattr(known, "MOST", 3)
    met = cues.Met()
    assert [met[word] > 0 for word in ("good", "xyz", "good", "(good,", "“inadequate”", "x" * 60 + "-good")] == [
        True, False, True, True, True, True]
    assert list(met) == ["“inadequate”"]


HOSTILE = (
    "good ", "good. ", "good or ", "good (", "1 in 7 ", "Kent, ", "Kent’s ", "(", "a, ", "NHS a ", "from good to ",
    "Kent | good\n", "11 councils good, ", "Kent was rated good. ", "Seven councils were rated good.\n", "the ", "not ",
    "Kent and Essex were good, inadequate respectively ", "the proportion rated good was ", "caseloads 30 ", "A ")


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_in_proportion_to_length(unit):
    def read(size):
        extract(article((unit * (size // len(unit) + 1))[:size], "2019-06-01"))

    assert in_proportion(read, 6_400, 64_000, limit=2.5)
