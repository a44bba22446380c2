"""Record types, declared once: validation, SQLite tables, JSON and OpenAPI come from these declarations."""

from schemas.article import Article
from schemas.council import Council
from schemas.framework import Framework
from schemas.issue import Issue
from schemas.organisation import Organisation
from schemas.quote import Quote
from schemas.rating import Rating
from schemas.record import check
from schemas.speaker import Speaker
from schemas.statistic import Statistic

RECORDS = (Council, Rating, Quote, Statistic, Article, Speaker, Organisation, Framework, Issue)

for _record in RECORDS:
    check(_record)

__all__ = [
    "RECORDS", "Article", "Council", "Framework", "Issue", "Organisation", "Quote", "Rating", "Speaker", "Statistic",
]
