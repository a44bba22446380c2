"""Short texts with the records that a careful reader takes from them; the ones still misread are listed by line."""

import json
from pathlib import Path

import pytest

from fixtures.extract import extract
from tests.evaluate.records import figure_key
from tests.rules.snippets import article

HERE = Path(__file__).parent
MISREAD = frozenset((HERE / "misread.txt").read_text(encoding="utf-8").split())


def snippets():
    for path in sorted(HERE.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield pytest.param(json.loads(line), f"{path.stem}:{number}", id=f"{path.stem}:{number}")


@pytest.mark.parametrize(("snippet", "name"), list(snippets()))
def test_records_of_a_short_text(snippet, name):
    found = extract(article(snippet["text"], snippet["published"]))
    ratings = {(one["council"]["id"], one["grade"], one["area"], one["status"]) for one in found.ratings}
    right = ratings == {tuple(one[:4]) for one in snippet["ratings"]} and (
        {figure_key(one) for one in found.statistics} == {figure_key(one) for one in snippet["statistics"]})
    assert right == (name not in MISREAD), "it is read well now" if right else (
        ratings, found.statistics)


@pytest.mark.parametrize(("text", "grade"), [
    ("Suffolk has jumped two grades from requires improvement.", "outstanding"),
    ("Suffolk dropped a grade from good.", "requires-improvement")])
def test_a_grade_told_in_steps_is_implied(text, grade):
    found = extract(article(text)).ratings
    assert [(one["grade"], one["certainty"]) for one in found if one["status"] == "current"] == [(grade, "implied")]
