"""The figures of /metrics are those of all workers, dead ones too, and Prometheus can read them."""

import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

from api.app import create_app
from api.middleware.counters import EDGES, Counters
from fixtures import snapshot
from tests import invented


def figures(text):
    """Every figure by its name and labels."""
    return {(sample.name.removeprefix("inspection_facts_"), *sample.labels.values()): sample.value
            for family in text_string_to_metric_families(text) for sample in family.samples}


def children(process):
    """The ids of the processes that a process started."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True).stdout
    return [int(line) for line in found.split()]


def asked(address, number):
    """Ask for a page `number` times, each on a connection of its own, so that all workers get some."""
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: requests.get(f"{address}/v1/quotes?limit=1", timeout=9), range(number)))
    assert {answer.status_code for answer in answers} == {200}


def test_requests_to_several_workers_are_all_counted_and_outlive_them(database, start_server):
    with start_server(database, "--workers", "3") as (address, process):
        asked(address, 300)
        workers = children(process.pid)
        assert len(workers) == 3
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        deadline = time.monotonic() + 20
        while len(fresh := set(children(process.pid)) - set(workers)) < 3 and time.monotonic() < deadline:
            time.sleep(0.1)
        assert len(fresh) == 3
        asked(address, 100)
        known = figures(requests.get(f"{address}/metrics", timeout=9).text)
    assert known["requests_total", "/v1/quotes", "200"] == 400
    assert known["request_seconds_count", "/v1/quotes"] == 400
    hits, misses = known["kept_answers_total", "hit"], known["kept_answers_total", "miss"]
    # Each worker misses once, threads of one worker may miss together; the rest is at hand.
    assert hits + misses >= 400 and 6 <= misses < 60


def test_what_is_told_of_requests_and_the_snapshot(database, records):
    client = create_app(database).test_client()
    for address in ("/v1/councils/leeds", "/v1/councils/york", "/v1/ratings?grade=bad", "/nothing"):
        client.get(address).close()
    answer = client.get("/metrics")
    assert answer.content_type == "text/plain; version=0.0.4; charset=utf-8" and answer.headers["Cache-Control"] == "no-store"
    known = figures(answer.text)
    assert known["requests_total", "/v1/councils/{id}", "200"] == 2
    assert known["requests_total", "/v1/ratings", "422"] == known["requests_total", "none", "404"] == 1
    assert known["request_seconds_bucket", "+Inf", "/v1/councils/{id}"] == 2 > 0 < known["request_seconds_sum", "/v1/councils/{id}"]
    dataset = client.get("/v1").get_json()["dataset"]
    assert known["snapshot_info", dataset, client.get("/v1").get_json()["version"]] == 1
    assert 0 <= known["snapshot_age_seconds",] < 3600 and known["ready",] == 1 and known["snapshot_superseded",] == 0
    assert known["snapshot_timestamp_seconds",] == pytest.approx(database.stat().st_mtime)
    told = {record.table: len(values) for record, values in records.items()}
    assert {key[1]: value for key, value in known.items() if key[0] == "records"}.items() >= told.items()
    kinds = {key[1]: value for key, value in known.items() if key[0] == "issues"}
    assert kinds and sum(kinds.values()) == known["records", "issues"]


def test_a_snapshot_that_cannot_be_used_shows(database, tmp_path):
    own = tmp_path / "own.sqlite"
    client = create_app(own).test_client()
    known = figures(client.get("/metrics").text)
    assert known["ready",] == 0 and ("snapshot_age_seconds",) not in known
    snapshot.write(own, invented.records(quotes=3))
    assert figures(client.get("/metrics").text)["ready",] == 1
    own.with_suffix(".bad").write_bytes(b"x" * 8192)
    own.with_suffix(".bad").replace(own)
    known = figures(client.get("/metrics").text)
    assert known["ready",] == 1 and known["snapshot_superseded",] == 1


def test_times_fall_into_their_classes(tmp_path):
    counters = Counters(tmp_path, ["/a"])
    for seconds in (0, EDGES[0], EDGES[0] * 1.01, EDGES[-1], 99):
        counters.answered("/a", 200, seconds)
    counters.answered("/b", 599, 0.1)
    found = {route: (reached, total) for route, reached, total in counters.read().times()}
    assert found["/a"][0] == [2, 3, *[3] * (len(EDGES) - 3), 4, 5]
    assert found["/a"][1] == pytest.approx(sum((EDGES[0], EDGES[0] * 1.01, EDGES[-1], 99)))
    assert set(counters.read().requests()) == {("/a", 200, 5), ("none", "other", 1)}


def test_a_reading_before_the_first_request_is_empty(tmp_path):
    assert not list(Counters(tmp_path, ["/a"]).read().requests())
