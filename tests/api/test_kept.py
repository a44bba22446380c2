"""Finished answers are kept within a bound, are what the application gave, and go when the snapshot does."""

import gzip
import shutil

import brotli
import pytest

from api.app import create_app
from api.middleware.coding import coding, zstd
from api.middleware.kept import EACH, Kept
from fixtures import snapshot
from tests import invented

ADDRESSES = ("/v1", "/v1/ratings?grade=good&limit=3", "/v1/quotes.csv", "/v1/quotes/quote-1", "/v1/search?q=leeds",
             "/v1/councils.ndjson", "/v1/ratings.jsonld", "/openapi.yaml", "/docs", "/v1/ratings?grade=bad",
             "/v1/nothing")
READ = {"zstd": zstd.decompress, "br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}


@pytest.fixture
def own(database, tmp_path):
    """A snapshot of its own for one test."""
    return shutil.copy(database, tmp_path / "own.sqlite")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("name", READ)
def test_a_kept_and_a_compressed_answer_is_the_same(database, address, name):
    app = create_app(database)
    plain = create_app(database).test_client().get(address)
    client = app.test_client()
    for _ in range(2):
        answer = client.get(address, headers={"Accept-Encoding": name})
        assert READ[answer.headers.get("Content-Encoding", "identity")](answer.data) == plain.data
        assert answer.status_code == plain.status_code and answer.content_type == plain.content_type
        if len(plain.data) > 2000:
            assert answer.headers.get("Content-Encoding", "identity") == name
        head = client.head(address, headers={"Accept-Encoding": name})
        assert head.data == b"" and head.headers.get("ETag") == answer.headers.get("ETag")
        tag = answer.headers.get("ETag")
        if tag:
            again = client.get(address, headers={"Accept-Encoding": name, "If-None-Match": tag})
            assert again.status_code == 304 and again.headers["ETag"] == tag and not again.data


def test_every_coding_has_its_own_etag(database):
    client = create_app(database).test_client()
    tags = {client.get("/v1/quotes", headers={"Accept-Encoding": name}).headers["ETag"] for name in READ}
    assert len(tags) == len(READ)
    assert all("Accept-Encoding" in client.get(path).headers["Vary"] for path in ("/v1", "/v1/quotes.csv", "/docs"))


@pytest.mark.parametrize("accepted, best", [
    ("", "identity"), ("gzip", "gzip"), ("gzip, br", "br"), ("gzip, deflate, br, zstd", "zstd"), ("*", "zstd"),
    ("br;q=0.1, gzip;q=0.9", "gzip"), ("zstd;q=0, *;q=0.5", "br"), ("identity", "identity"), ("deflate", "identity"),
    ("gzip;q=0", "identity"), ("gzip;q=x", "identity"), (";;,", "identity"), ("GZIP", "gzip"),
    ("identity;q=1, gzip;q=0.5", "identity"),
])
def test_the_best_coding_is_chosen(accepted, best):
    assert coding(accepted) == best


def test_a_new_snapshot_drops_what_was_kept(own):
    client = create_app(own).test_client()
    before = client.get("/v1/quotes?limit=1").get_json()
    assert client.get("/v1/quotes?limit=1").get_json() == before
    dataset = snapshot.write(own, invented.records(quotes=7, seed=2))
    after = client.get("/v1/quotes?limit=1").get_json()
    assert after["meta"]["dataset"] == dataset and after["meta"]["total"] == 7


def test_memory_is_bounded_and_the_oldest_go_first(database):
    app = create_app(database)
    app.wsgi_app.wsgi = kept = Kept(app.extensions["kept"].wsgi, app.extensions["snapshot"], most=20 * EACH)
    client = app.test_client()
    for number in range(100):
        client.get(f"/v1/quotes/quote-{number}")
        assert kept._size <= 20 * EACH
    paths = [key[0] for key in kept._answers]
    assert "/v1/quotes/quote-99" in paths and "/v1/quotes/quote-0" not in paths and 5 < len(paths) < 20
    assert kept._size == sum(len(found[2]) + EACH + sum(len(part or "") for part in key)
                             for key, found in kept._answers.items())


def test_failures_and_what_is_fresh_are_not_kept(database):
    app = create_app(database)
    client = app.test_client()
    for address in ("/healthz", "/readyz", "/v1/nothing", "/v1/ratings?grade=bad", "/v1/quotes.xlsx"):
        client.get(address)
    assert not app.extensions["kept"]._answers


def test_another_accept_gets_another_answer(database):
    client = create_app(database).test_client()
    assert client.get("/v1/quotes?limit=1").mimetype == "application/json"
    assert client.get("/v1/quotes?limit=1", headers={"Accept": "text/csv"}).mimetype == "text/csv"
    assert client.get("/v1/quotes?limit=1", headers={"Accept": "image/png"}).status_code == 406


def test_what_is_said_of_an_address_is_kept_by_its_scheme(database):
    client = create_app(database).test_client()
    for scheme in ("http", "https", "http"):
        answer = client.get("/.well-known/api-catalog", base_url=f"{scheme}://facts.example")
        assert answer.get_json()["linkset"][0]["anchor"] == f"{scheme}://facts.example/v1"
