"""The front page: what this is, the latest figures as a picture, and what is new."""

from flask import Blueprint

from api import queries
from api.coverage import coverage
from api.pages import pictures
from api.pages.questions import ask
from api.pages.sheet import narrowed, shown
from api.pages.words import day
from schemas import RECORDS
from schemas.inquiry import SummaryQuery
from schemas.query import ArticleQuery, CheckQuery, RatingQuery
from schemas.vocabulary import GRADES

routes = Blueprint("front", __name__)
FIRST_YEAR, OVERALL = 2013, "overall-effectiveness"


@routes.get("/")
@shown("front.html")
def get_front(asked):
    """The front page."""
    snapshot = asked.snapshot
    newest = queries.newest(snapshot)[1]
    standing = stood(snapshot, newest)
    return {
        "counts": {record.table: int(snapshot.meta[f"total.{record.table}"]) for record in RECORDS},
        "standing": standing, "newest": newest, "grades": GRADES, "picture": drawn(standing) if standing else None,
        "articles": ask(snapshot, ArticleQuery, sort="-published", limit=5),
        "judgements": ask(snapshot, RatingQuery, source="official", area=OVERALL, sort="-reported", limit=6),
        "differing": ask(snapshot, CheckQuery, verdict="differs", limit=3),
    }


def stood(snapshot, newest):
    """The overall grades that stood each March and on the newest day of the record: (label, day, counts)."""
    if not newest:
        return []
    days = [f"{year}-03-31" for year in range(FIRST_YEAR, int(newest[:4]) + 1) if f"{year}-03-31" < newest]
    found = []
    for each in [*days, newest]:
        answer = ask(snapshot, SummaryQuery, as_of=each)
        counts = {row["grade"]: row["count"] for row in answer.rows}
        if counts:
            label = each[:4] if each != newest else f"{day(each[:7])[:3]} {each[:4]}"
            found.append((label, each, counts, answer, len(coverage(answer.asked)["missing"])))
    return found


def drawn(standing):
    """The picture of the grades that stood."""
    columns = [(label, {each: number for each, number in counts.items() if each},
                narrowed("/ratings", as_of=each, area=OVERALL, source="official"))
               for label, each, counts, _, _ in standing]
    last = standing[-1][1]
    return pictures.by_year(columns, f"Councils by overall grade each March, and on {day(last)}; the table below "
                                     "holds the same numbers.")
