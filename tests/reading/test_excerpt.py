"""What papers print between an article's paragraphs parts nothing that the article says."""

import pytest

from fixtures.excerpt import prose
from fixtures.extract import extract
from fixtures.layout import layout
from tests.rules.snippets import article

FIRST = "Kent County Council is among the five rated inadequate in 2019, Ofsted said."
SECOND = "The other two are Luton and Bury."
LINKS = [
    "READ MORE: The changes that inspectors want to see",
    "Support local journalism: subscribe today for £1 a week.",
    "Advertisement",
]
THREE = FIRST.replace("five", "three")


def facts(text):
    return {(one["council"]["id"], one["grade"], one["status"]) for one in extract(article(text, "2019-05-01")).ratings}


@pytest.mark.parametrize("link", LINKS)
def test_a_link_between_two_paragraphs_parts_them_not(link):
    wanted = {(council, "inadequate", "current") for council in ("kent", "luton", "bury")}
    assert facts(f"{THREE}\n\n{SECOND}") == facts(f"{THREE}\n\n{link}\n\n{SECOND}") == wanted


@pytest.mark.parametrize("link", LINKS)
def test_evidence_counts_in_the_whole_text(link):
    whole = article(f"{link}\n\nKent is good\n\n{THREE}\n\n{link}\n\n{SECOND}\n\n{link}", "2019-05-01")
    found = extract(whole)
    spans = [one for rating in found.ratings for one in rating["evidence"]]
    assert len(spans) > 2
    assert all(whole.text[one["start"]:one["end"]] == one["exact"] for one in spans)
    assert any(SECOND in one["exact"] for one in spans)


def test_an_excerpt_holds_what_is_no_furniture():
    whole = article(f"{LINKS[0]}\n\n{FIRST}\n\n{LINKS[1]}\n\n{SECOND}", "2019-05-01")
    told, page = prose(whole, layout(whole.text))
    assert [told.text[one.start:one.end] for one in page.paragraphs] == [FIRST, SECOND]
    assert [told.text[one.start:one.end] for one in page.sentences] == [FIRST, SECOND]
    assert [one.paragraph for one in page.sentences] == [0, 1]


def test_an_article_without_furniture_is_its_own_excerpt():
    whole = article(f"{FIRST}\n\n{SECOND}", "2019-05-01")
    assert prose(whole, layout(whole.text))[0] is whole
