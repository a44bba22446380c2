"""The articles that come with the project give the records of the originals, in other words than theirs."""

import re
from pathlib import Path

import pytest
from tests.compared import FOLDER, NAMES, digest, figure, needs_originals, original, quote, rating

from fixtures.corpus import SHIPPED, sources

WORD = re.compile(r"[a-z0-9']+")
QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?|‘[^’]{12,}’")
RUN = 10
ROW = ("publisher", "headline", "byline", "published", "url")


def test_every_article_that_is_shipped_is_compared():
    """No digest is left out of the comparison, and each says that it is one."""
    shipped = sources(SHIPPED)
    assert [source.path.stem for source in shipped] == NAMES
    assert {source.stated["rendition"] for source in shipped} == {"digest"}


@needs_originals
def test_digests_state_what_the_originals_state():
    """Publisher, headline, byline, date and address are those of the original."""
    stated = [{s.name: [s.stated[key] for key in ROW] for s in sources(folder)} for folder in (SHIPPED, FOLDER)]
    assert stated[0] == stated[1]


@needs_originals
@pytest.mark.parametrize("name", NAMES)
def test_digest_gives_the_ratings_of_its_original(name):
    """Ratings agree in all but id, evidence, article and the words of the grade."""
    more = ("source", "trust", "framework", "reported")
    found, wanted = ([rating(r, more) for r in give(name).ratings] for give in (digest, original))
    assert sorted(found) == sorted(wanted)


@needs_originals
@pytest.mark.parametrize("name", NAMES)
def test_digest_gives_the_figures_of_its_original(name):
    """Statistics agree in all but id, evidence, article and the words of the figure."""
    found, wanted = ([figure(r, ("framework",)) for r in give(name).statistics] for give in (digest, original))
    assert sorted(found, key=str) == sorted(wanted, key=str)


@needs_originals
@pytest.mark.parametrize("name", NAMES)
def test_digest_gives_the_quotes_of_its_original(name):
    """Direct and mixed quotes agree in words, speaker, role, organisation and kind."""
    found, wanted = ([quote(r) for r in give(name).quotes if r["kind"] != "indirect"] for give in (digest, original))
    assert sorted(found, key=str) == sorted(wanted, key=str)


@needs_originals
def test_digests_share_no_run_of_ten_words_with_the_originals():
    """Outside quotation marks no ten words stand in the order of an original."""
    prose = set()
    for path in Path(FOLDER).glob("*.txt"):
        for piece in QUOTED.split(path.read_text(encoding="utf-8")):
            prose |= _runs(piece)
    assert prose and NAMES
    for name in NAMES:
        text = (SHIPPED / f"{name}.txt").read_text(encoding="utf-8")
        assert not _runs(QUOTED.sub(" ", text)) & prose, name


def _runs(text):
    """The runs of ten words in a text."""
    words = WORD.findall(text.lower().replace("’", "'"))
    return {tuple(words[place:place + RUN]) for place in range(len(words) - RUN + 1)}
