"""The pages of one record: a quote, rating or statistic with its evidence, an article, a speaker."""

from flask import Blueprint, abort, request

from api import answers
from api.formats import citations
from api.pages.questions import MOST, RECORDS, ask, one
from api.pages.sheet import shown
from api.pages.words import day
from schemas.query import CheckQuery, QuoteQuery, RatingQuery, StatisticQuery

routes = Blueprint("record_pages", __name__)


def _found(snapshot, table, id):
    """A record, with where its data is and how it is cited; 404 if there is none."""
    values, record = one(snapshot, table, id), RECORDS[table]
    if values is None:
        abort(404, f"There is no {record.noun} '{id[:60]}' here; /{table} lists them.")
    return {"record": values, "noun": record.noun, "path": f"/v1/{table}/{values['id']}", "origin": answers.base(),
            "cited": citation(record, values, snapshot.dataset)}


@routes.get("/quotes/<id>")
@shown("quote.html")
def get_quote(asked, id):
    """A quote: the words, who said them and in what role, and where they stand."""
    return _found(asked.snapshot, "quotes", id)


@routes.get("/ratings/<id>")
@shown("rating.html")
def get_rating(asked, id):
    """A rating, with the report or the words it rests on."""
    found = _found(asked.snapshot, "ratings", id)
    press = found["record"]["source"] == "press"
    return found | {"check": one(asked.snapshot, "checks", f"{id}-check") if press else None}


@routes.get("/statistics/<id>")
@shown("statistic.html")
def get_statistic(asked, id):
    """A figure, with the words it rests on."""
    return _found(asked.snapshot, "statistics", id) | {"check": one(asked.snapshot, "checks", f"{id}-check")}


@routes.get("/articles/<id>")
@shown("article.html")
def get_article(asked, id):
    """An article: what it gave, with the evidence; never its text."""
    found = _found(asked.snapshot, "articles", id)
    asking = {"ratings": RatingQuery, "statistics": StatisticQuery, "quotes": QuoteQuery, "checks": CheckQuery}
    answers = {name: ask(asked.snapshot, query, article=id, limit=MOST) for name, query in asking.items()}
    for name in ("ratings", "statistics", "quotes"):
        answers[name].rows.sort(key=_place)
    return found | answers


def _place(values):
    """Where in the article a record begins: a reader follows the text, not the order of ids."""
    return values["evidence"][0]["start"] if values["evidence"] else 0


@routes.get("/speakers/<id>")
@shown("speaker.html")
def get_speaker(asked, id):
    """A speaker: in which roles they were quoted, and what they said."""
    found = _found(asked.snapshot, "speakers", id)
    return found | {"quotes": ask(asked.snapshot, QuoteQuery, speaker=id, sort="-published", limit=100)}


def citation(record, values, dataset):
    """A citation as a reader writes it: what was read, who published it and when, and where this page is."""
    item = citations.cited(record, answers.signed(answers.snapshot(), values), answers.base(), dataset)
    author = item["author"][0]["literal"] if "author" in item else None
    source = item.get("container-title") or item.get("publisher")
    parts = [author if author != source else None, f"“{item['title']}”", source, _issued(item),
             item["URL"] if "issued" in item else None]
    said = ", ".join(part for part in parts if part)
    note = f"{item['note']}. " if item.get("note") else ""
    return f"{note}{said}. As recorded by inspection-facts, {answers.base()}{request.path}, " \
           f"data set {dataset[:citations.STATED]}"


def _issued(item):
    if "issued" not in item:
        return None
    return day("-".join(f"{part:02}" for part in item["issued"]["date-parts"][0]))
