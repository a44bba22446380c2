"""Saved pages of every make of website give the records that their text gives, with nothing from around it."""

import html
from pathlib import Path

import pytest

from fixtures.corpus import article
from fixtures.extract import extract

ARTICLES = sorted((Path(__file__).parents[1] / "articles" / "tuned").glob("*.txt"))
MAKES = sorted((Path(__file__).parent / "makes").glob("*.html"))
DAY = "2016-05-05"
STATED = {"published": DAY, "publisher": "The Paper"}


def filled(make, headline, paragraphs):
    """A page of a make: each of its places for a part of the text takes an equal share of the paragraphs."""
    page = make.read_text(encoding="utf-8")
    markup = page.partition("<!-- paragraph: ")[2].partition(" -->")[0]
    number = page.count("{{part ")
    ends = _ends(paragraphs, number)
    for part in range(number):
        inside = paragraphs[ends[part]:ends[part + 1]]
        page = page.replace(f"{{{{part {part + 1}}}}}", "\n".join(markup.format(html.escape(p, quote=False)) for p in inside))
    return page.replace("{{headline}}", html.escape(headline)).replace("{{day}}", DAY)


def _ends(paragraphs, number):
    """Where the parts of a text end: nobody puts an advert between a colon and what it announces."""
    ends = [0]
    for part in range(1, number):
        end = max(ends[-1], len(paragraphs) * part // number)
        while end and end < len(paragraphs) and not paragraphs[end - 1].endswith((".", "”", '"', "’")):
            end += 1
        ends.append(end)
    return [*ends, len(paragraphs)]


def paragraphs_of(path):
    """(headline, paragraphs) of a test article, without the lines between them."""
    text = path.read_text(encoding="utf-8").strip()
    blocks = text.split("\n\n") if text.count("\n\n") > 4 else text.split("\n")
    blocks = [" ".join(block.split()) for block in blocks if block.strip()]
    body = next(n for n, block in enumerate(blocks[1:], 1) if len(block) > 90)
    return blocks[0], blocks[body:]


def facts(found):
    """What a reader takes from an extraction, wherever it stands in the text."""
    ratings = {(each["council"]["id"], each["grade"], each["area"], each["status"]) for each in found.ratings}
    figures = {(each["subject"], *each["grades"], each["count"], each["of"], each["share"]) for each in found.statistics}
    quotes = {(each["text"], str(each["speaker"]), each["role"], str(each["organisation"])) for each in found.quotes
              if each["kind"] != "indirect" and len(each["text"].split()) > 6}
    return ratings, figures, quotes


@pytest.mark.parametrize("number", range(len(ARTICLES)), ids=[path.stem for path in ARTICLES])
def test_a_page_gives_what_its_text_gives(number):
    headline, paragraphs = paragraphs_of(ARTICLES[number])
    text = "\n\n".join([headline, *paragraphs])
    expected = facts(extract(article(text.encode(), "one", ".txt", STATED)))
    for make in (MAKES[number % len(MAKES)], MAKES[(number // 2 + 3) % len(MAKES)]):
        page = article(filled(make, headline, paragraphs).encode(), "one", ".html", STATED)
        assert facts(extract(page)) == expected, make.stem


@pytest.mark.parametrize("make", MAKES, ids=lambda make: make.stem)
def test_the_day_of_publication_is_found(make):
    page = filled(make, "Leeds rated good", ["Leeds City Council was rated good by Ofsted on Thursday."] * 9)
    assert article(page.encode(), "one", ".html").published == DAY
