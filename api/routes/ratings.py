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

    Ratings that the press reports, each with the characters of the article that it rests on.
    `from` and `to` compare the day it was reported.
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
