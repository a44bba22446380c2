"""Summaries: how many ratings there are, by grade, region, framework and type of council."""

from flask import Blueprint

from api import queries
from api.contract import lists
from schemas.inquiry import SummaryQuery
from schemas.shape import CSV, JSON, NDJSON, XLSX

routes = Blueprint("summary", __name__)


@routes.get("/v1/summary")
@lists(SummaryQuery, shapes=(JSON, CSV, NDJSON, XLSX))
def get_summary(asked):
    """Count ratings.

    How many of the ratings that `/v1/ratings` gives for the same filters share a grade, a region, a framework, a type
    of council or several of them; the counts add up to its total, and what none has is left out.

    With `as_of` it counts what stood on that day. Unless they are given, `area` is then overall-effectiveness and
    `source` official, so that each council counts once; `meta` says so. Without `as_of` every source, area and date is
    counted that the filters leave.

    The record has gaps, so a count of a day can be too low: `meta.coverage` says how many councils existed then, which
    of them have no judgement on record that fits the filters, and until which day the record goes.

    The rows are in the order of `by`, grades from outstanding to inadequate and then those without one; `sort=-count`
    begins with the largest.
    """
    return queries.page(asked)
