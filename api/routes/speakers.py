"""Speakers: people who are quoted by name."""

from flask import Blueprint

from api import queries
from api.contract import lists, shows
from schemas import Speaker
from schemas.query import SpeakerQuery

routes = Blueprint("speakers", __name__)


@routes.get("/v1/speakers")
@lists(SpeakerQuery)
def list_speakers(asked):
    """List speakers.

    Who is quoted by name, over all articles, with the roles they were quoted in.
    """
    return queries.page(asked)


@routes.get("/v1/speakers/<id>")
@shows(Speaker)
def get_speaker(snapshot, id):
    """Get a speaker."""
    return queries.one(snapshot, Speaker, id)
