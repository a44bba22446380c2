"""Ratings: one council, one grade, one judgement area, as one source reports it."""

from flask import Blueprint

from api import queries
from api.contract import lists, shows
from schemas import Rating
from schemas.query import RatingQuery

routes = Blueprint("ratings", __name__)


@routes.get("/v1/ratings")
@lists(RatingQuery)
def list_ratings(asked):
    """List ratings.

    Ratings that the press reports, each with the characters of the article that it rests on, and official judgements,
    each with its report and page. `from` and `to` compare the day it was reported.

    With `as_of` only official judgements that stood on that day: the newest that was published by then of each council
    that existed and each area, whatever framework it was given under. A restated judgement, whose day of publication is
    not known, stands from the day after the month or year of its inspection. A report without an overall grade ends the
    grade before it. A council's ratings carry on in the authority that legally continues it; after a merger, a split or
    a new body they do not, and `lineage` follows them.
    """
    return queries.page(asked)


@routes.get("/v1/ratings/<id>")
@shows(Rating)
def get_rating(snapshot, id):
    """Get a rating."""
    return queries.one(snapshot, Rating, id)


@routes.get("/v1/councils/<id>/ratings")
@lists(RatingQuery, without=("council", "region"), of_council=True)
def list_council_ratings(asked):
    """List one council's ratings.

    Of a predecessor and its successor that share a name it is the present one.
    """
    return queries.page(asked)
