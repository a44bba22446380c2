"""Record types, declared once: validation, SQLite tables, JSON and OpenAPI come from these declarations."""

from schemas.article import Article
from schemas.check import Check
from schemas.council import Council
from schemas.framework import Framework
from schemas.issue import Issue
from schemas.organisation import Organisation
from schemas.quote import Quote
from schemas.rating import Rating
from schemas.record import check_declaration
from schemas.speaker import Speaker
from schemas.standing import Standing
from schemas.statistic import Statistic
from schemas.timeline import TimelineCouncil, TimelineRow

RECORDS = (Council, Rating, Quote, Statistic, Article, Speaker, Organisation, Framework, Issue, Check)
# Tables that are made of the records, to be asked quickly.
DERIVED = (Standing, TimelineRow, TimelineCouncil)

for _record in RECORDS:
    check_declaration(_record)

__all__ = [
    "DERIVED", "RECORDS", "Article", "Check", "Council", "Framework", "Issue", "Organisation", "Quote", "Rating",
    "Speaker", "Standing", "Statistic", "TimelineCouncil", "TimelineRow",
]
