"""Organisations: bodies that speakers speak for."""

from flask import Blueprint

from api import queries
from api.contract import lists, shows
from schemas import Organisation
from schemas.query import OrganisationQuery

routes = Blueprint("organisations", __name__)


@routes.get("/v1/organisations")
@lists(OrganisationQuery)
def list_organisations(asked):
    """List organisations.

    Bodies that speakers speak for, over all articles.
    """
    return queries.page(asked)


@routes.get("/v1/organisations/<id>")
@shows(Organisation)
def get_organisation(snapshot, id):
    """Get an organisation."""
    return queries.one(snapshot, Organisation, id)
