"""Frameworks: the rules and scales that inspectors judged by."""

from flask import Blueprint

from api import queries
from api.contract import lists, shows
from schemas import Framework
from schemas.query import FrameworkQuery

routes = Blueprint("frameworks", __name__)


@routes.get("/v1/frameworks")
@lists(FrameworkQuery)
def list_frameworks(asked):
    """List frameworks.

    Inspection frameworks with the dates they were in force, their scale and their judgement areas.
    """
    return queries.page(asked)


@routes.get("/v1/frameworks/<id>")
@shows(Framework)
def get_framework(snapshot, id):
    """Get a framework."""
    return queries.one(snapshot, Framework, id)
