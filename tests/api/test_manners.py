"""HTTP as clients and caches expect it: methods, ETags, links, other origins, safe headers."""

import http.client
import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import pytest
import requests

from schemas import Article, Rating

EVERY = ("/v1", "/v1/ratings", "/v1/ratings/rating-1", "/v1/councils/leeds", "/v1/councils/leeds/quotes",
         "/openapi.yaml",
         "/openapi.json", "/docs", "/docs/docs.js", "/docs/swagger-ui-bundle.js", "/healthz", "/readyz")
TAGGED = tuple(path for path in EVERY if not path.endswith("z"))


@pytest.mark.parametrize("path", EVERY)
def test_head_is_get_without_the_body(api, path):
    head, got = api.ask("HEAD", path), api.get(path)
    assert head.status_code == 200 and head.content == b""
    for name in ("Content-Type", "Content-Length", "ETag", "Link"):
        assert head.headers.get(name) == got.headers.get(name)


@pytest.mark.parametrize("path", EVERY)
def test_options_says_what_is_allowed_to_every_origin(api, path):
    answer = api.ask("OPTIONS", path, headers={"Origin": "https://app.example", "Access-Control-Request-Method": "GET"})
    assert answer.status_code in (200, 204) and answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("path", ["/v1/nothing", "*", "/*"])
def test_options_of_nothing_is_a_problem_like_any(api, path):
    host, port = api.address.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=10)
    connection.request("OPTIONS", path)
    answer = connection.getresponse()
    assert answer.status == 404 and answer.headers["Content-Type"] == "application/problem+json"
    assert "Allow" not in answer.headers and json.loads(answer.read())["status"] == 404


@pytest.mark.parametrize("path", [*EVERY, "/v1/nothing", "/v1/ratings?grade=bad"])
def test_every_answer_carries_the_safe_headers(api, path):
    headers = api.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'") and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer" and "Permissions-Policy" in headers
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", [*(path for path in EVERY if not path.endswith((".js", ".yaml", ".json"))),
                                  "/v1/ratings.csv", "/v1/ratings/rating-1.ris", "/v1/exports/inspection-facts.zip"])
def test_a_trailing_slash_is_answered_like_the_address_without_it(api, path):
    plain, slashed = api.get(path), api.get(path + "/")
    assert slashed.status_code == 200 and slashed.content == plain.content
    assert slashed.headers.get("ETag") == plain.headers.get("ETag")


@pytest.mark.parametrize("path", TAGGED)
def test_what_the_client_has_is_not_sent_again(api, path):
    tag = api.get(path).headers["ETag"]
    assert tag.startswith('"')
    for known in (tag, f"W/{tag}", f'"other", {tag}', f'W/"a",W/{tag}', "*"):
        answer = api.get(path, headers={"If-None-Match": known})
        assert answer.status_code == 304 and answer.content == b"" and answer.headers["ETag"] == tag
    assert api.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_an_etag_is_no_way_round_a_refusal(api):
    tag = api.get("/v1/ratings").headers["ETag"]
    for known in (tag, "*"):
        assert api.get("/v1/ratings?grade=bad", headers={"If-None-Match": known}).status_code == 422
        assert api.get("/v1/ratings/nothing", headers={"If-None-Match": known}).status_code == 404
        assert api.get("/v1/ratings", headers={"If-None-Match": known, "Accept": "image/png"}).status_code == 406


def test_links_lead_from_page_to_page(api):
    answer = api.get("/v1/quotes?limit=500")
    following = answer.json()["links"]["next"]
    assert f'<{following}>; rel="next"' in answer.headers["Link"] and 'rel="license"' in answer.headers["Link"]
    last = api.get(following)
    assert last.json()["links"] == {"self": following, "next": None} and 'rel="next"' not in last.headers["Link"]


def test_links_hold_nothing_that_the_client_made_up(api):
    answer = api.get("/v1/quotes?limit=1&q=very%3E%3Bx%22", headers={"Host": "evil.example"})
    assert "evil" not in answer.text + str(answer.headers) and "very%3E%3Bx%22" in answer.headers["Link"]


def test_a_connection_is_kept_for_the_next_request(api):
    connection = http.client.HTTPConnection(api.address.removeprefix("http://"), timeout=10)
    connection.request("GET", "/v1")
    connection.getresponse().read()
    kept = connection.sock
    connection.request("GET", "/v1/ratings")
    assert connection.getresponse().status == 200 and connection.sock is kept


def test_answers_are_utf_8_as_it_was_printed(api):
    text = requests.get(f"{api.address}/v1/quotes?q=café&limit=1", timeout=10).content.decode("utf-8")
    assert "café" in text


def test_the_newest_day_of_the_data_is_told_and_the_clock_is_not(api, records):
    days = [each["published"] for each in records[Article]] + [each["reported"] for each in records[Rating]]
    newest = datetime.fromisoformat(max(day for day in days if day)).replace(tzinfo=UTC)
    for path in ("/v1", "/v1/ratings", "/v1/councils/leeds", "/v1/quotes.csv", "/v1/search?q=leeds"):
        assert parsedate_to_datetime(api.get(path).headers["Last-Modified"]) == newest


def test_the_catalogue_leads_to_contract_docs_and_status(api):
    answer = api.get("/.well-known/api-catalog")
    assert answer.headers["Content-Type"].startswith("application/linkset+json; profile=")
    entry = answer.json()["linkset"][0]
    assert entry["anchor"] == f"{api.address}/v1"
    for relation in ("service-desc", "service-doc", "status"):
        for link in entry[relation]:
            assert requests.get(link["href"], timeout=9).status_code == 200
    assert '</.well-known/api-catalog>; rel="api-catalog"' in api.get("/v1/ratings").headers["Link"]


def test_links_lead_on(api):
    link = api.get("/v1/ratings?limit=1").headers["Link"]
    for relation in ("next", "service-desc", "service-doc", "describedby", "license", "api-catalog"):
        assert f'rel="{relation}"' in link
    link = api.get("/v1/ratings/rating-1.ris").headers["Link"]
    assert '</v1/ratings/rating-1>; rel="canonical"' in link and '</v1/ratings/rating-1>; rel="cite-as"' in link


@pytest.mark.parametrize("path", ["/v1", "/v1/search?q=leeds", "/v1/verify?quote=a+b+c+d", "/v1/exports", "/v1/councils/resolve?q=leeds",
                                  "/v1/councils/leeds/timeline", "/v1/quotes.csv", "/v1/exports/inspection-facts.zip"])
def test_every_answer_from_the_data_leads_to_its_contract_and_licence(api, path):
    link = api.get(path).headers["Link"]
    assert 'rel="describedby"' in link and 'rel="license"' in link


@pytest.mark.parametrize("path, own", [
    ("/v1/councils/825", "/v1/councils/buckinghamshire"), ("/v1/councils/Birmingham", "/v1/councils/birmingham"),
    ("/v1/councils/E08000025.bib", "/v1/councils/birmingham"), ("/v1/councils/leeds/?as_of=2015-01-01", "/v1/councils/leeds"),
    ("/v1/ratings?grade=good", "/v1/ratings"), ("/v1/quotes.csv", "/v1/quotes"), ("/v1/summary?by=grade", "/v1/summary"),
    ("/v1/councils/825/ratings?limit=1", "/v1/councils/buckinghamshire/ratings"),
    ("/v1/councils/Leeds/timeline?lineage=true", "/v1/councils/leeds/timeline")])
def test_the_canonical_address_is_that_of_the_record_whatever_it_was_called(api, path, own):
    link = api.get(path).headers["Link"]
    assert f'<{own}>; rel="canonical"' in link and link.count("canonical") == 1
    assert "cite-as" not in link or f'<{own}>; rel="cite-as"' in link


PLACED = ("/v1/ratings/rating-1.bib", "/v1/ratings/rating-1.ris", "/v1/ratings/rating-1.csl-json", "/v1/ratings/rating-1.jsonld",
          "/v1/quotes.bib", "/v1/quotes.ris", "/v1/quotes?format=csl-json", "/v1/quotes.jsonld", "/.well-known/api-catalog")


@pytest.mark.parametrize("path", PLACED)
def test_what_holds_whole_addresses_is_another_for_another_host(api, path):
    here, there = (api.get(path, headers={"Host": host}) for host in ("one.example", "two.example:8443"))
    assert "http://one.example/" in here.text and "http://two.example:8443/" in there.text and "one.example" not in there.text
    assert here.headers["ETag"] != there.headers["ETag"]
    kept = {"Host": "two.example:8443", "If-None-Match": here.headers["ETag"]}
    assert api.get(path, headers=kept).status_code == 200
    assert api.get(path, headers=kept | {"If-None-Match": there.headers["ETag"]}).status_code == 304


@pytest.mark.parametrize("host", ["a b", "<script>", "a@b", "evil.example/..", "[", "a:b", "a:1:2", "é"])
def test_what_is_no_host_reaches_no_answer(api, host):
    for path in (*PLACED, "/v1/ratings"):
        answer = requests.get(api.address + path, headers={"Host": host.encode("latin-1")}, timeout=10)
        assert answer.status_code == 400 or answer.status_code == 200 and f"//{host}" not in answer.text, path


def test_linked_data_names_whole_addresses(api):
    page = api.get("/v1/quotes.jsonld").json()["@graph"]
    first = page[0]
    assert requests.get(first["@id"], timeout=9).json()["id"] == first["identifier"]
    assert all(node["isPartOf"]["@id"].startswith(f"{api.address}/v1/articles/") for node in page)


def test_a_list_of_files_has_the_form_of_a_collection(api):
    page = api.json("/v1/exports")
    assert page["meta"]["total"] == page["meta"]["limit"] == len(page["data"])
    assert page["links"] == {"self": "/v1/exports", "next": None}


@pytest.mark.parametrize("query", ["f%6Frmat=csl-json", "format=csl%2Djson", "format=csl%2Djson&grade=%67ood"])
def test_what_is_written_in_percent_means_the_same(api, query):
    assert api.get(f"/v1/ratings?{query}").headers["Content-Type"] == "application/vnd.citationstyles.csl+json"
    assert api.get("/v1/quotes?q=%26format=csv").headers["Content-Type"] == "application/json"


def test_chosen_fields_may_be_asked_for_by_their_type(api):
    only = {"Accept": "application/vnd.inspection-facts.selection"}
    for path in ("/v1/ratings", "/v1/councils/leeds", "/v1/councils/leeds/timeline"):
        answer = api.get(f"{path}?fields={'date' if 'timeline' in path else 'id'}", headers=only)
        assert answer.status_code == 200 and answer.headers["Content-Type"] == only["Accept"]
        assert api.get(path, headers=only).status_code == 406
