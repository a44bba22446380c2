"""A limit holds over all workers, is told in every answer, and can be left off."""

import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from api.app import create_app
from api.middleware.limits import Limited, Windows, policy
from tests.serving import COMMAND, started


def test_a_request_too_many_is_429_with_when_to_come_again(database):
    client = create_app(database, limit=(3, 3600)).test_client()
    for left in (2, 1, 0):
        answer = client.get("/v1/ratings?limit=1")
        assert answer.status_code == 200 and answer.headers["RateLimit"].startswith(f'"default";r={left};t=')
        assert answer.headers["RateLimit-Policy"] == '"default";q=3;w=3600'
    refused = client.get("/v1/ratings?limit=1")
    assert refused.status_code == 429 and refused.mimetype == "application/problem+json"
    assert 0 < int(refused.headers["Retry-After"]) <= 3600 and "ETag" not in refused.headers
    assert refused.headers["X-Content-Type-Options"] == "nosniff" and "Retry-After" in refused.json["detail"]
    assert client.get("/healthz").status_code == 200
    other = client.get("/v1", environ_base={"REMOTE_ADDR": "192.0.2.1"})
    assert other.status_code == 200


def test_a_new_window_begins_anew(tmp_path):
    now = [1000.0]
    app = Limited(lambda *_: ["ok"], lambda *_: ["refused"], (2, 60), tmp_path, now=lambda: now[0])
    ask = lambda: app({"PATH_INFO": "/", "REMOTE_ADDR": "a"}, None)[0]  # noqa: E731
    assert [ask() for _ in range(3)] == ["ok", "ok", "refused"]
    now[0] += 60
    assert ask() == "ok"


def test_many_clients_are_counted_apart_and_never_too_little(tmp_path):
    counters = Windows(tmp_path, 60)
    for time_ in (1, 2):
        for client in range(2000):
            assert counters.count(f"client {client}", 5) >= time_
    assert sum(counters.count(f"client {client}", 5) == 3 for client in range(2000)) > 1990


def test_the_limit_holds_over_all_workers(database):
    with started(database, "--workers", "3", "--rate-limit", "50/hour", "--log", "off") as (address, _), ThreadPoolExecutor(8) as pool:
        asked = pool.map(lambda _: requests.get(f"{address}/v1", timeout=9), range(80))
        statuses = [answer.status_code for answer in asked]
    assert statuses.count(200) == 50 and statuses.count(429) == 30


def test_without_a_limit_nothing_is_told_of_one(api):
    assert "RateLimit" not in api.get("/v1").headers


@pytest.mark.parametrize("text, meant", [
    ("off", None), ("600/minute", (600, 60)), ("1/second", (1, 1)), ("5000/hour", (5000, 3600)),
])
def test_a_limit_is_read(text, meant):
    assert policy(text) == meant


@pytest.mark.parametrize("text", ["", "600", "0/minute", "-1/minute", "1/day", "x", "1e3/minute", "600/ minute"])
def test_a_bad_limit_is_wrong_usage(text, database):
    with pytest.raises(ValueError):
        policy(text)
    command = [COMMAND, "serve", "--database", database, "--rate-limit", text]
    refused = subprocess.run(command, capture_output=True, text=True)
    assert refused.returncode == 2 and "600/minute" in refused.stderr
