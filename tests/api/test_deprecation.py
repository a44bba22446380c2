"""An address that will go says so in each answer and in the contract."""

from api import queries
from api.app import create_app
from api.contract import shows
from api.deprecation import deprecated
from api.openapi import document
from schemas import Rating


def test_an_address_that_goes_says_when(database):
    app = create_app(database)
    view = deprecated("2030-01-01", "2031-01-01", "/v1/ratings")(shows(Rating)(
        lambda snapshot, id: queries.one(snapshot, Rating, id)))
    view.operation.view.__doc__ = "Get an old rating."
    app.add_url_rule("/v1/old/<id>", "ratings.get_old_rating", view)
    answer = app.test_client().get("/v1/old/rating-1")
    assert answer.status_code == 200 and answer.headers["Deprecation"] == "@1893456000"
    assert answer.headers["Sunset"] == "Wed, 01 Jan 2031 00:00:00 GMT"
    assert '</v1/ratings>; rel="successor-version"' in ", ".join(answer.headers.getlist("Link"))
    assert document(app)["paths"]["/v1/old/{id}"]["get"]["deprecated"] is True


def test_nothing_is_deprecated_by_accident(api, spec):
    assert "Deprecation" not in api.get("/v1/ratings").headers
    assert not [path for path, item in spec["paths"].items() for each in item.values() if each.get("deprecated")]
