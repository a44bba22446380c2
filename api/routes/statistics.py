"""Statistics: figures about councils, other providers, inspections or caseloads."""

from flask import Blueprint

from api import queries
from api.contract import lists, shows
from schemas import Statistic
from schemas.query import StatisticQuery

routes = Blueprint("statistics", __name__)


@routes.get("/v1/statistics")
@lists(StatisticQuery)
def list_statistics(asked):
    """List statistics.

    Figures as printed; `grades` is empty for those that are not about grades.
    `from` and `to` compare the day the article was published.
    """
    return queries.page(asked)


@routes.get("/v1/statistics/<id>")
@shows(Statistic)
def get_statistic(snapshot, id):
    """Get a statistic."""
    return queries.one(snapshot, Statistic, id)
