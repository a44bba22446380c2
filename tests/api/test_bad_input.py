"""Bad input gets the right status and a sentence that helps, and learns nothing of the machine."""

import http.client
import os
from urllib.parse import urlencode

import pytest
import requests
from flask import abort
from werkzeug.exceptions import TooManyRequests

from api.app import create_app
from api.contract import shows
from schemas import Rating
from schemas.query import QUERIES

SECRETS = ("sqlite", "SELECT", "Traceback", "site-packages", "/home", "/usr", "werkzeug", os.path.expanduser("~") + "/")


def refused(api, query, names, path="/v1/ratings"):
    """The sentences that refuse the parameters of a query, which must be those `names`."""
    answer = api.get(f"{path}?{query}")
    assert answer.status_code == 422, answer.text
    errors = answer.json()["errors"]
    assert [error["name"] for error in errors] == names and all(error["in"] == "query" for error in errors)
    assert not any(secret in answer.text for secret in SECRETS)
    return " ".join(error["detail"] for error in errors)


@pytest.mark.parametrize("query, name, said", [
    ("grade=bad", "grade", "outstanding, good"),
    ("grade=goood", "grade", "did you mean 'good'?"),
    ("grade=Good", "grade", "did you mean 'good'?"),
    ("grade=good,", "grade", "empty"),
    ("grade=good,,inadequate", "grade", "empty"),
    ("grad=good", "grad", "did you mean grade?"),
    ("limit=0", "limit", "from 1 to 500"),
    ("limit=501", "limit", "from 1 to 500"),
    ("limit=1e9", "limit", "from 1 to 500"),
    ("limit=-1", "limit", "from 1 to 500"),
    ("limit=%D9%A3", "limit", "from 1 to 500"),
    ("limit=" + "9" * 5000, "limit", "characters long"),
    ("cursor=zzz", "cursor", "no cursor of this question"),
    ("cursor=%C3%A9", "cursor", "no cursor of this question"),
    ("from=2015-13-01", "from", "2015-03-31"),
    ("from=20150301", "from", "2015-03-31"),
    ("from=2015-W13-2", "from", "2015-03-31"),
    ("as_of=2015-W13-2", "as_of", "2015-03-31"),
    ("to=yesterday", "to", "2015-03-31"),
    ("from=2016-01-02&to=2016-01-01", "from", "after"),
    ("grade=", "grade", "empty"),
    ("grade=%20", "grade", "empty"),
    ("grade", "grade", "empty"),
    ("grade=good&grade=bad", "grade", "more than once"),
    ("grade=%00", "grade", "control character"),
    ("council=%00", "council", "control character"),
    ("council=birmingam", "council", "did you mean 'birmingham'?"),
    ("council=Atlantis", "council", "/v1/councils"),
    ("council=leeds,Atlantis", "council", "Atlantis"),
    ("council=Somersett", "council", "did you mean 'somerset'?"),
    ("framework=sif2013", "framework", "did you mean 'sif-2013'?"),
    ("sort=grades", "sort", "did you mean 'grade'?"),
    ("sort=json", "sort", "reported"),
    ("sort=id;drop", "sort", "reported"),
    ("council=" + "x" * 10_000, "council", "10000 characters long"),
    ("x" * 10_000 + "=1", "x" * 60, "no such parameter"),
    ("grade=" + "good'%20OR%201=1", "grade", "good"),
    ("region=Wessex", "region", "North East"),
])
def test_a_parameter_is_refused_by_name_with_what_was_meant(api, query, name, said):
    assert said in refused(api, query, [name])


@pytest.mark.parametrize("day", ["0001-01-01", "9999-01-01", "9999-12-31"])
def test_any_day_of_the_calendar_may_be_the_first_or_the_last(api, day):
    for path in ("/v1/ratings", "/v1/quotes", "/v1/councils/leeds/timeline", "/v1/summary", "/v1/articles.csv"):
        for name in ("from", "to"):
            assert api.get(f"{path}?{name}={day}").status_code == 200, (path, name)


def test_several_bad_parameters_are_all_named(api):
    refused(api, "grade=bad&limit=0&counsil=leeds&to=x", ["grade", "limit", "counsil", "to"])


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.__name__)
def test_every_parameter_is_refused_empty_repeated_and_with_a_control_character(api, query):
    path = f"/v1/{query.record.table}"
    for name in (each.data_key or key for key, each in query().fields.items()):
        assert "empty" in refused(api, f"{name}=", [name], path)
        assert "more than once" in refused(api, f"{name}=1&{name}=1", [name], path)
        assert "control" in refused(api, f"{name}=a%00b", [name], path)


@pytest.mark.parametrize("text, status", [
    ('"', 422), ("children's", 200), ("*", 422), ("-", 422), ("x" * 10_000, 422), ("col:x", 200), ("AND", 200),
    ("NEAR(a b)", 200), ('"open', 200), ("a OR b", 200), ("'; DROP TABLE quotes; --", 200), ("^a", 200), ("{a b}", 200),
    ("\u202eabc", 200), ("😀", 422), ("ß", 200), ("%", 422), ("\x00", 422), ('a"b"c', 200), ("ﬁ", 200), ("\ud7ff", 422),
])
def test_any_text_can_be_looked_for(api, text, status):
    answer = api.get(f"/v1/quotes?{urlencode({'q': text})}")
    assert answer.status_code == status, answer.text


@pytest.mark.parametrize("path", [
    "/v1/councils/../../etc/passwd", "/v1/councils/..%2F..%2Fetc%2Fpasswd", "/v1/ratings/%00", "/v1/ratings/nothing",
    "/v1/councils/Atlantis", "/v1/councils/Atlantis/ratings", "/v1/councils/%00", "/v1/councils/" + "x" * 5000,
    "/v1//ratings", "/v2", "/v1/ratings/a/b", "/favicon.ico", "/static/x", "/docs/..%2Fdocs.html", "/docs/__init__.py",
    "/v1/ratings.pdf", "/v1/ratings.jsonl2", "/v1/councils/leeds.csv", "/v1/councils.jsonld", "/docs.csv",
    "/metric", "/v1/%E2%80%AE", "/v1/%FF",
])
def test_what_is_not_there_is_404(api, path):
    answer = api.get(path)
    assert answer.status_code == 404 and len(answer.json()["detail"]) > 20
    assert not any(secret in answer.text for secret in SECRETS)


def test_a_path_is_not_followed_out_of_the_api(api):
    connection = http.client.HTTPConnection(api.address.removeprefix("http://"), timeout=10)
    for path in ("/v1/councils/../../etc/passwd", "/docs/../../../etc/passwd", "/docs/%2e%2e/%2e%2e/etc/passwd"):
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status == 404 and b"root:" not in answer.read()


def test_a_near_miss_is_told_what_is_near(api):
    assert "did you mean /v1/ratings?" in api.get("/v1/rating").json()["detail"]
    assert "did you mean 'birmingham'?" in api.get("/v1/councils/birmingam").json()["detail"]


@pytest.mark.parametrize("method", ["DELETE", "POST", "PUT", "PATCH", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/v1/ratings", "/v1", "/docs", "/healthz", "/v1/councils/leeds"])
def test_other_methods_are_405_with_allow(api, method, path):
    answer = api.ask(method, path)
    assert answer.status_code == 405 and answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert "Allow" in answer.json()["detail"]


def test_a_body_of_5_mb_is_answered(api):
    answer = requests.post(f"{api.address}/v1/ratings", data=b"x" * 5_000_000, timeout=20)
    assert answer.status_code == 405 and answer.json()["status"] == 405


@pytest.mark.parametrize("accept, status", [
    ("image/png", 406), ("audio/mpeg", 406), ("application/json;q=0", 406), ("*/*", 200), ("application/*", 200),
    ("", 200),
    ("text/html,application/xhtml+xml,*/*;q=0.8", 200), ("application/json", 200), ("nonsense", 406), (";;,", 406),
])
def test_only_what_can_be_answered_is_accepted(api, accept, status):
    for path in ("/v1/ratings", "/v1/councils/leeds", "/v1", "/healthz", "/openapi.json"):
        answer = api.get(path, headers={"Accept": accept})
        assert answer.status_code == status, path


def test_a_query_of_10_000_characters_reaches_the_program(api):
    assert api.get("/v1/quotes?q=" + "x" * 10_000).json()["errors"][0]["name"] == "q"
    assert api.get("/v1/quotes?q=" + "x" * 40_000).status_code == 414


def test_what_takes_no_parameters_refuses_them_by_name(api):
    for path in ("/v1", "/v1/councils/leeds", "/healthz", "/readyz", "/docs", "/openapi.yaml", "/docs/docs.js"):
        refused(api, "x=1", ["x"], path)


def test_a_cursor_goes_on_with_its_own_question_only(api):
    cursor = api.json("/v1/ratings?limit=1&sort=grade")["links"]["next"].split("cursor=")[1]
    assert api.get(f"/v1/ratings?sort=grade&cursor={cursor}").status_code == 200
    for other in ("sort=-grade", "sort=id", "sort=grade&grade=good"):
        refused(api, f"{other}&cursor={cursor}", ["cursor"])
    refused(api, f"sort=area&cursor={cursor}", ["cursor"], "/v1/statistics")
    for changed in (cursor[:-1], cursor + "A", cursor[::-1], cursor.swapcase()):
        refused(api, f"sort=grade&cursor={changed}", ["cursor"])


def test_what_is_not_http_is_refused_without_harm(api):
    connection = http.client.HTTPConnection(api.address.removeprefix("http://"), timeout=10)
    connection.putrequest("GET", "/v1", skip_host=True)
    connection.putheader("Host", "a", "b")
    connection.endheaders()
    assert connection.getresponse().status in (200, 400)
    assert api.get("/healthz").status_code == 200


@pytest.mark.parametrize("code", [400, 404, 405, 406, 409, 410, 413, 414, 415, 422, 429, 500, 501, 503])
def test_every_status_has_the_one_body(database, code):
    app = create_app(database)
    app.add_url_rule("/broken", "broken", lambda: abort(code))
    answer = app.test_client().get("/broken")
    assert answer.status_code == code and answer.mimetype == "application/problem+json"
    assert answer.json["status"] == code and answer.json["instance"] == "/broken" and len(answer.json["detail"]) > 15


def test_retry_after_stays(database):
    def busy():
        raise TooManyRequests(retry_after=7)
    app = create_app(database)
    app.add_url_rule("/busy", "busy", busy)
    assert app.test_client().get("/busy").headers["Retry-After"] == "7"


def test_an_unforeseen_failure_says_nothing_of_its_cause(database, caplog):
    app = create_app(database)
    view = shows(Rating)(lambda snapshot, id: 1 / 0)
    app.add_url_rule("/v1/zero/<id>", "zero", view)
    answer = app.test_client().get("/v1/zero/1")
    assert answer.status_code == 500 and "division" not in answer.text and "ZeroDivisionError" in caplog.text
