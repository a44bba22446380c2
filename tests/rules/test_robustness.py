"""Whatever a text holds, reading it raises nothing, its evidence holds, and its time is in proportion to its length."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.extract import extract
from fixtures.find import areas, figures, grades, place, providers
from fixtures.find.cues import Cue, lowered
from fixtures.resolve import status, vetoes
from tests.rules.snippets import article

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
MODULES = (areas, figures, grades, place, providers, status, vetoes)
CUES = [value for module in MODULES for value in vars(module).values() if isinstance(value, Cue)]


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.pattern.pattern[:24])
def test_every_match_of_a_cue_in_the_short_texts_holds_a_word_it_needs(cue):
    for snippet in SNIPPETS:
        for match in cue.finditer(snippet):
            assert cue.needs is None or any(word in match[0] for word in cue.needs)


ASCII = st.characters(codec="ascii")
# Without look-arounds, so that texts can be made from them; words, branches, repetitions, classes.
PATTERNS = (
    r"good", r"(?:fail(?:ing|ed)?|lost)\s+(?:it|them)?", r"(?:a|an)\s+\d+", r"x?(?:not){1,2}", r"a|bc",
    r"(?P<w>in|of)+ing")


@pytest.mark.parametrize("pattern", PATTERNS)
@given(st.data())
def test_what_a_pattern_needs_is_in_all_that_it_matches(pattern, data):
    cue = Cue(pattern, 0)
    text = data.draw(st.from_regex(cue.pattern, fullmatch=True, alphabet=ASCII))
    assert cue.needs is None or any(word in text for word in cue.needs)


@pytest.mark.parametrize(("pattern", "needs"), [
    (r"good", {"good"}), (r"\w+", None), (r"fail(?:ing|ed)?", {"fail"}), (r"a|bc", None),
    (r"(?:lost|shed)\s+it", {"lost", "shed"})])
def test_the_words_that_a_pattern_needs(pattern, needs):
    assert Cue(pattern, 0).needs == needs


HOSTILE = (
    "good ", "good. ", "good or ", "good (", "1 in 7 ", "Kent, ", "Kent’s ", "(", "a, ", "NHS a ", "from good to ",
    "Kent | good\n", "11 councils good, ", "Kent was rated good. ", "Seven councils were rated good.\n", "the ", "not ",
    "Kent and Essex were good, inadequate respectively ", "the proportion rated good was ", "caseloads 30 ", "A ")


@pytest.mark.parametrize(("unit", "published"), [(unit, "2019-06-01") for unit in HOSTILE])
def test_time_is_in_proportion_to_length(unit, published):
    """Ten seconds are far above what it takes, and far below what a square of the length would."""
    text = (unit * (256_000 // len(unit) + 1))[:256_000]
    began = time.process_time()
    extract(article(text, published))
    assert time.process_time() - began < 10
