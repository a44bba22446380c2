"""Timelines: what is known of a council, in the order it happened."""

from flask import Blueprint

from api import queries
from api.contract import lists
from schemas.inquiry import TimelineQuery
from schemas.shape import JSON, TABLES

routes = Blueprint("timeline", __name__)


@routes.get("/v1/councils/<id>/timeline")
@lists(TimelineQuery, without=("council",), of_council=True, shapes=(JSON, *TABLES))
def list_council_timeline(asked):
    """List what is known of one council in the order it happened.

    Its first and last day, official judgements, press ratings and quotes about it, oldest first. What is known to the
    month or year stands before the days in it, what has no date comes last. Ratings of a council that it legally
    continues are among them; `lineage` adds all that is known of its predecessors.
    """
    return queries.page(asked)
