"""Asks what the API can be asked, for a page: the records, how many there are, and where the same is as data."""

import json
from dataclasses import dataclass, field
from functools import cached_property

from api import queries
from api.pages.sheet import narrowed
from api.parameters import Form
from schemas import Article, Check, Council, Quote, Rating, Speaker, Statistic
from schemas.inquiry import SummaryQuery, TimelineQuery
from schemas.query import (
    ArticleQuery, CheckQuery, CouncilQuery, QuoteQuery, RatingQuery, SpeakerQuery, StatisticQuery,
)

MOST = 500
FORMS = {query: Form(query) for query in (
    ArticleQuery, CheckQuery, CouncilQuery, QuoteQuery, RatingQuery, SpeakerQuery, StatisticQuery, SummaryQuery,
    TimelineQuery)}
RECORDS = {record.table: record for record in (Article, Check, Council, Quote, Rating, Speaker, Statistic)}


@dataclass
class Answered:
    """The answer to a question, with the address at which the API answers the same."""

    asked: object
    path: str
    said: dict
    limit: int = field(init=False)

    def __post_init__(self):
        self.limit = self.asked.limit

    @cached_property
    def _found(self):
        return queries.page(self.asked)

    @cached_property
    def rows(self):
        """The records of the page."""
        return [json.loads(row[0]) for row in self._found[:self.limit]]

    @property
    def more(self):
        """Whether another page follows."""
        return len(self._found) > self.limit

    @property
    def last(self):
        """What the next page begins after: the value sorted by and the id of the last record."""
        row = self._found[self.limit - 1]
        return [row[-1], row[1]]

    @cached_property
    def total(self):
        """How many records there are on all pages."""
        return queries.total(self.asked)

    @property
    def json(self):
        """The address of the same records as JSON."""
        return narrowed(self.path, self.said)

    @property
    def csv(self):
        """The address of all records of the question as CSV."""
        return self.whole("csv")

    def whole(self, ending):
        """The address of all records of the question in a shape without pages."""
        said = {name: value for name, value in self.said.items() if name not in ("limit", "cursor")}
        return narrowed(f"{self.path}.{ending}", said)


def ask(snapshot, query, **said):
    """The answer to a question that a page asks by itself; `from_` stands for `from`."""
    said = {name.rstrip("_"): str(value) for name, value in said.items()}
    asked = FORMS[query].understood(snapshot, {name: [value] for name, value in said.items()})
    return Answered(asked, f"/v1/{asked.record.table}", said)


def of_council(snapshot, query, council, part, **said):
    """The answer to a question about one council, asked at its address."""
    said = {name: str(value) for name, value in said.items()}
    asked = FORMS[query].understood(snapshot, {name: [value] for name, value in said.items()}, (council,))
    return Answered(asked, f"/v1/councils/{council['id']}/{part}", said)


def one(snapshot, table, id):
    """A record, or None."""
    text = queries.one(snapshot, RECORDS[table], id)
    return json.loads(text) if text else None
