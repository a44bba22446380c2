"""The original articles give what a careful reader takes from them."""

import json

import pytest
from tests.compared import FOLDER, GOLD, NAMES, figure, needs_originals, original, rating
from tests.evaluate.quotes import corpus, measure

LEAST = {"f1": 0.97, "speaker": 0.95, "role": 0.90, "organisation": 0.90}


def reader(name):
    """What a careful reader takes from an original."""
    return json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))


@needs_originals
@pytest.mark.parametrize("name", NAMES)
def test_ratings_are_the_readers(name):
    """The ratings of an original are the reader's, none missed and none more."""
    assert sorted(map(rating, original(name).ratings)) == sorted(map(rating, reader(name)["ratings"]))


@needs_originals
@pytest.mark.parametrize("graded", [True, False], ids=["grades", "other"])
@pytest.mark.parametrize("name", NAMES)
def test_figures_are_the_readers(name, graded):
    """The figures of an original, about grades and about other things, are the reader's, none missed and none more."""
    found, wanted = ([figure(r) for r in records if bool(r["grades"]) == graded]
                     for records in (original(name).statistics, reader(name)["statistics"]))
    assert sorted(found, key=str) == sorted(wanted, key=str)


@needs_originals
@pytest.mark.parametrize("name", NAMES)
def test_councils_are_the_readers(name):
    """The councils that an original names are the reader's; who only advertises under it is none."""
    assert sorted(council["id"] for council in original(name).councils) == sorted(reader(name)["councils"])


@needs_originals
def test_quotes_and_who_said_them_are_the_readers():
    """Direct and mixed quotes, their speakers, roles and organisations agree well enough over all originals."""
    rates, misses = measure(corpus(FOLDER, GOLD))
    assert {key: rates[key] for key in LEAST if rates[key] < LEAST[key]} == {}, misses
