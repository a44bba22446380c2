"""Who says what, in short texts of every manner: `spoken.txt`, `roles.txt`, `press.txt`, `posts.txt`, `american.txt` hold
them, all invented, with what must be found."""

from pathlib import Path

import pytest

from fixtures.article import Article
from fixtures.clean import clean
from fixtures.find.councils import mentioned
from fixtures.find.speech.narration import narration
from fixtures.layout import layout
from fixtures.resolve.speech.quotes import quotes
from fixtures.resolve.speech.said.reported import silent

BLOCKS = [block for name in ("spoken", "roles", "press", "posts", "american")
          for block in (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").strip().split("\n---\n")]


def found(text, indirect=False):
    """The quotes of a text as (kind, text, speaker, role, organisation), a dash for what is unknown."""
    page = layout(text)
    records, _ = quotes(Article("spoken", text), page, mentioned.find(text, page))
    return [
        (quote["kind"], quote["text"], *((part["name"] if isinstance(part, dict) else part) or "-" for part in (
            quote["speaker"] or "-", quote["role"], quote["organisation"] or "-")))
        for quote in records if indirect == (quote["kind"] == "indirect")
    ]


@pytest.mark.parametrize("block", BLOCKS, ids=[block[:30] for block in BLOCKS])
def test_quotes_of_a_text(block):
    """The direct and mixed quotes of a text are those written under it, with speaker, role and body."""
    lines = block.split("\n")
    text = clean("\n".join(line for line in lines if not line.startswith("=> ")))
    wanted = [tuple(part.strip() for part in line[3:].split(" | ")) for line in lines if line.startswith("=> ")]
    assert found(text) == wanted


# Marks that hold no quote.
SILENT = [
    "The service was “inadequate” and is now “requires improvement to be good”.",
    "He spoke at the “Getting It Right” conference in York.",
    "A chapter called “Drift and Delay” runs to nine pages.",
    "The so-called “front door” has moved.",
    "Asked whether they should be “hung out to dry”, Jane Moss smiled.",
    "It was “good”.",
    "The homes were found to be “at least satisfactory”.",
    "The film “The Long Road Home” opens on Friday.",
]


@pytest.mark.parametrize("text", SILENT)
def test_marks_without_a_quote(text):
    """Grades, titles, scare quotes, a question's own words and lone words are no quotes."""
    assert found(text) == []


REPORTED = [
    ("Jane Moss, leader of Rutland Council, said that the money had run out.", "the money had run out", "Jane Moss"),
    ("Jane Moss is leader. The money had run out, she said.", "The money had run out", "Jane Moss"),
    ("Mr Patel warned that nobody would come.", "nobody would come", "Patel"),
    ("Ofsted said there was no excuse for it.", "there was no excuse for it", "-"),
    ("Cllr Bo Reed told the meeting that she would not resign.", "she would not resign", "Bo Reed"),
]
UNREPORTED = [
    "Jane Moss said nothing about the money.",
    "It was said that the money had run out.",
    "Jane Moss declined to say whether the money had run out.",
    "The report is said to be ready.",
    "Jane Moss spoke on Tuesday.",
    "Critics said the money had run out.",
    "Jane Moss, leader of Rutland Council, denied that the money had run out.",
]


@pytest.mark.parametrize(("text", "clause", "speaker"), REPORTED)
def test_reported_speech(text, clause, speaker):
    """A clause that a named person or body is said to have said is an indirect quote."""
    assert [(quote[1], quote[2]) for quote in found(text, indirect=True)] == [(clause, speaker)]


@pytest.mark.parametrize("text", UNREPORTED)
def test_what_reports_no_speech(text):
    """Without a clause, or without somebody who said it, there is no indirect quote."""
    assert found(text, indirect=True) == []


def test_who_is_named_is_read_only_where_somebody_may_be_quoted():
    """Without marks and without a verb that reports, nobody is looked for; with a clause behind one, or a tag, they are."""
    dull = "Jane Moss leads Rutland Council. She was told nothing, and the report was published in May."
    texts = [dull, *(f"{dull} {text}" for text, _, _ in REPORTED)]
    assert [silent(narration(text, layout(text).prose(), ())) for text in texts] == [True] + [False] * len(REPORTED)


@pytest.mark.parametrize(("publisher", "organisation"), [
    ("Luton Borough Council", "Luton Borough Council"), ("Luton Daily News", "Luton"), (None, "Luton"),
])
def test_a_release_names_its_council_by_its_publisher(publisher, organisation):
    """A council's release may print its full name only as its publisher; a newspaper's name is no council's."""
    text = clean("Services in Luton are good. The council’s leader, Ann Moss, said: “We did it.”")
    page = layout(text)
    article = Article("release", text, publisher=publisher)
    assert quotes(article, page, mentioned.find(text, page))[0][0]["organisation"]["name"] == organisation


@pytest.mark.parametrize(("published", "organisation"), [
    ("2022-06-01", "Cumbria County Council"), ("2024-06-01", "Cumberland Council"), (None, "Cumbria County Council"),
])
def test_nobody_speaks_for_a_council_that_is_gone(published, organisation):
    """A director whose council is not printed is of the one in office on the day, whichever is named nearer."""
    text = clean("Cumberland Council will replace an older one. Cumbria County Council’s services were good. It is sorry."
                 " “We know,” said Ann Moss, the director of children’s services.")
    page = layout(text)
    article = Article("gone", text, published=published)
    assert quotes(article, page, mentioned.find(text, page, published))[0][0]["organisation"]["name"] == organisation
