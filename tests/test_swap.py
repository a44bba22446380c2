"""No rule knows an article, a council or a person: exchange every name, and the records follow and nothing else changes."""

import os
import re
from pathlib import Path

import pytest

from fixtures.article import Article
from fixtures.corpus import SHIPPED, read, sources
from fixtures.extract import extract
from fixtures.tables import councils

ORIGINALS = os.environ.get("ORIGINALS")
CORPORA = [SHIPPED] + ([Path(ORIGINALS)] if ORIGINALS else [])
ARTICLES = [pytest.param(read(source), id=f"{corpus.name}-{source.name}") for corpus in CORPORA for source in sources(corpus)]
# Each council becomes one whose names have the same forms, so that only the name can make a difference.
PLACES = {"Birmingham": "Sheffield", "Buckinghamshire": "Lancashire", "Coventry": "Salford", "Knowsley": "Wirral", "Manchester": "Leeds",
          "Rotherham": "Trafford", "Slough": "Luton", "Essex": "Surrey", "Cambridgeshire": "Staffordshire", "Rochdale": "Sefton",
          "Oxfordshire": "Suffolk", "Sunderland": "Wakefield", "Solihull": "Tameside", "Calderdale": "Kirklees", "Doncaster": "Barnsley",
          "Cumbria": "Kent", "Northamptonshire": "Hampshire"}
PEOPLE = {"Amanda": "Philippa", "Spielman": "Thornbury", "Michael": "Gerald", "Wilshaw": "Pemberley", "Debbie": "Hattie", "Jones": "Oakhanger",
          "David": "Lionel", "Simmonds": "Farrowdale", "Dave": "Clive", "Hill": "Quarmby", "Roy": "Neville", "Perry": "Ashcombe",
          "Andrew": "Rupert", "Webb": "Lindale", "Martin": "Edmund", "Reeves": "Hollingsworth"}


def exchanged(text):
    """The text with every council and person exchanged, longest names first."""
    names = PLACES | PEOPLE
    pattern = re.compile("|".join(rf"\b{name}\b" for name in sorted(names, key=len, reverse=True)))
    return pattern.sub(lambda found: names[found[0]], text)


def told(article, swap=False):
    """What the records of an article say, without ids and places; `swap` exchanges the names in them."""
    change = exchanged if swap else (lambda text: text)
    found = extract(article)
    names = {council["id"]: council["name"] for council in councils()}
    ratings = {(change(names[r["council"]["id"]]), r["grade"], r["area"], r["status"], r["certainty"]) for r in found.ratings}
    figures = [(s["subject"], tuple(s["grades"]), s["area"], s["status"], s["count"], s["of"], s["share"], s["change"], s["qualifier"]) for s in found.statistics]
    quotes = [(change(q["text"]), q["kind"], q["speaker"] and change(q["speaker"]["name"]), q["role"] and change(q["role"]),
               q["organisation"] and change(q["organisation"]["name"])) for q in found.quotes]
    return ratings, figures, quotes, {change(council["name"]) for council in found.councils}, [issue["kind"] for issue in found.issues]


@pytest.mark.parametrize("article", ARTICLES)
def test_the_records_follow_the_names_and_nothing_else_changes(article):
    other = Article(article.id, exchanged(article.text), exchanged(article.headline or "") or None, published=article.published)
    assert told(other) == told(article, swap=True)


@pytest.mark.parametrize("article", ARTICLES)
def test_every_piece_of_evidence_is_the_characters_it_points_to(article):
    found = extract(article)
    for record in [*found.ratings, *found.statistics, *found.quotes, *found.issues]:
        assert record["evidence"], record["id"]
        for piece in record["evidence"]:
            assert article.text[piece["start"]:piece["end"]] == piece["exact"] != ""
