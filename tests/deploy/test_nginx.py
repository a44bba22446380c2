"""Behind nginx nothing fails and nothing mixes while snapshots are replaced and a replica dies; the cache is exact."""

import gzip
import http.client
import json
import random
import socket
import threading
import time
from collections import Counter

import pytest
import requests

from tests.deploy.balanced import REST, wait

REQUESTS, READERS, PAGERS, ADDRESSES = 12_000, 3, 2, 100
# As browsers and programs write it; the first two are one to the cache.
CODINGS = ("gzip, deflate, br, zstd", "zstd, gzip", "")


def addresses():
    """What readers ask for, the most popular first."""
    found = [f"/v1/quotes?limit={limit}" for limit in range(1, 26)] + [f"/v1/ratings.csv?limit={limit}" for limit in range(1, 26)]
    found += [f"/v1/quotes/quote-{number}" for number in range(25)] + [f"/v1/statistics?limit={limit}" for limit in range(1, 26)]
    random.Random(3).shuffle(found)
    return found[:ADDRESSES]


class Reader:
    """One connection to nginx, opened again when nginx closes it after its thousand requests."""

    def __init__(self, address):
        self._where = address.removeprefix("http://")
        self._connection = http.client.HTTPConnection(self._where, timeout=30)
        self._asked = 0

    def get(self, path, coding=""):
        """(status, headers, text) of an answer, whole."""
        self._asked += 1
        if self._asked % 900 == 0:
            self._connection.close()
        self._connection.request("GET", path, headers={"Accept-Encoding": coding} if coding else {})
        answer = self._connection.getresponse()
        return answer.status, answer.headers, answer.read()


def read(address, seed, share, seen):
    """Ask for addresses as often as they are popular (Zipf)."""
    chance, reader, all_ = random.Random(seed), Reader(address), addresses()
    weights = [1 / (rank + 1) for rank in range(len(all_))]
    for path in chance.choices(all_, weights, k=share):
        try:
            status, headers, _ = reader.get(path, chance.choice(CODINGS))
        except (http.client.HTTPException, OSError) as error:
            seen["failed", repr(error)] += 1
            reader = Reader(address)
            continue
        seen["answered"] += 1
        seen["hit" if headers["Cache-Status"].startswith("nginx; hit") else "miss"] += 1
        if status != 200:
            seen["failed", path, status] += 1


def turn_pages(address, done, seen, walks):
    """Page through all quotes again and again; a cursor that is refused with 410 is begun anew."""
    reader = Reader(address)
    while not done.is_set():
        path, datasets, ids = "/v1/quotes?limit=17", set(), []
        while path:
            status, _, text = reader.get(path)
            if status == 410:
                seen["begun anew"] += 1
                break
            if status != 200:
                seen["failed", path, status] += 1
                break
            page = json.loads(text)
            datasets.add(page["meta"]["dataset"])
            ids += [quote["id"] for quote in page["data"]]
            path = page["links"]["next"]
        else:
            walks.append((frozenset(datasets), len(ids), len(set(ids))))


@pytest.fixture
def load(cluster):
    """A load on nginx in threads: what was seen, whole walks, and a function that waits for so many answers."""
    address, _ = cluster
    seen, walks, done = Counter(), [], threading.Event()
    readers = [threading.Thread(target=read, args=(address, seed, REQUESTS // READERS, seen)) for seed in range(READERS)]
    pagers = [threading.Thread(target=turn_pages, args=(address, done, seen, walks)) for _ in range(PAGERS)]

    def until(share):
        while seen["answered"] < share * (REQUESTS // READERS * READERS) and any(thread.is_alive() for thread in readers):
            time.sleep(0.01)
    for thread in readers + pagers:
        thread.start()
    yield seen, walks, until
    done.set()
    for thread in readers + pagers:
        thread.join(30)


def test_nothing_fails_or_mixes_while_snapshots_change_and_a_replica_dies(cluster, editions, load):
    (address, (one, other)), (seen, walks, until) = cluster, load
    second = editions[1]
    until(0.3)
    one.take(second[0])
    until(0.34)
    other.take(second[0])
    until(0.7)
    # A fast machine has answered so many before a replica has looked for another snapshot.
    wait(f"{address}/v1", lambda answer: answer.json()["dataset"] == second[1])
    other.kill()
    until(1)
    for _ in range(300):
        if len(set(walks)) >= len(editions):
            break
        time.sleep(0.1)
    assert not {key: count for key, count in seen.items() if key[0] == "failed"}, seen
    assert set(walks) == {(frozenset({edition[1]}), edition[2], edition[2]) for edition in editions}
    assert seen["answered"] == REQUESTS // READERS * READERS and seen["hit"] >= 0.95 * seen["answered"], seen
    print(f"\n{dict(seen)}, {len(walks)} walks")


def test_the_cache_keeps_apart_what_differs_and_together_what_does_not(cluster):
    address, _ = cluster
    reader, path = Reader(address), "/v1/quotes?limit=60"
    found = {coding: reader.get(path, coding) for coding in (*CODINGS, "gzip", "br;q=0.5, gzip")}
    assert [headers.get("Content-Encoding", "") for _, headers, _ in found.values()] == ["zstd", "zstd", "", "gzip", "gzip"]
    assert [headers["Cache-Status"] for _, headers, _ in found.values()] == [
        "nginx; fwd=miss", "nginx; hit", "nginx; fwd=miss", "nginx; fwd=miss", "nginx; hit"]
    assert gzip.decompress(found["gzip"][2]) == found[""][2]
    table = requests.get(address + path, headers={"Accept": "text/csv"}, timeout=9)
    assert table.headers["Content-Type"].startswith("text/csv") and table.headers["Cache-Status"] == "nginx; fwd=miss"
    known = {"If-None-Match": found["gzip"][1]["ETag"], "Accept-Encoding": "gzip"}
    again = requests.get(address + path, headers=known, timeout=9)
    assert again.status_code == 304 and again.headers["Cache-Status"] == "nginx; hit"
    assert requests.head(address + path, headers={"Accept-Encoding": "gzip"}, timeout=9).headers["ETag"] == known["If-None-Match"]
    ids = [requests.get(address + path, timeout=9).headers["X-Request-Id"] for _ in range(2)]
    assert len(set(ids)) == 2 and all(len(id) == 32 for id in ids)


def test_a_new_snapshot_is_seen_within_two_seconds_and_what_is_asked_of_the_old_is_gone(cluster, editions):
    address, replicas = cluster
    before = requests.get(f"{address}/v1/quotes?limit=39", timeout=9).json()
    for replica in replicas:
        replica.take(editions[1][0])
    time.sleep(2.1)
    after = requests.get(f"{address}/v1/quotes?limit=39", timeout=9).json()
    assert (before["meta"]["dataset"], after["meta"]["dataset"]) == (editions[0][1], editions[1][1])
    assert requests.get(address + before["links"]["next"], timeout=9).status_code == 410


def test_while_replicas_differ_a_cursor_finds_the_one_that_knows_it(cluster, editions):
    address, (one, _) = cluster
    before = requests.get(f"{address}/v1/quotes?limit=39", timeout=9).json()["links"]["next"]
    one.take(editions[1][0])
    after = requests.get(f"http://127.0.0.1:{one.port}/v1/quotes?limit=39", timeout=9).json()["links"]["next"]
    for cursor, edition in ((before, editions[0]), (after, editions[1])):
        for extra in range(6):
            page = requests.get(f"{address}{cursor}", headers={"Accept": f"application/json, a/b{extra}"}, timeout=9)
            assert page.status_code == 200 and page.json()["meta"]["dataset"] == edition[1]


def test_a_replica_that_came_back_is_asked_for_its_cursors_again(cluster, editions):
    address, (one, other) = cluster
    before = requests.get(f"{address}/v1/quotes?limit=38", timeout=9).json()["links"]["next"]
    other.kill()
    one.take(editions[1][0])
    wait(f"{address}{before}", lambda answer: answer.status_code == 410)
    other.start()
    time.sleep(REST)
    for extra in range(6):
        page = requests.get(f"{address}{before}", headers={"Accept": f"application/json, b/c{extra}"}, timeout=9)
        assert page.status_code == 200 and page.json()["meta"]["dataset"] == editions[0][1]


def test_with_no_replica_what_is_kept_is_answered_and_the_rest_is_503(cluster):
    address, replicas = cluster
    kept = requests.get(f"{address}/v1/quotes?limit=44", timeout=9)
    for replica in replicas:
        replica.kill()
    time.sleep(2.1)
    assert requests.get(f"{address}/v1/quotes?limit=44", timeout=9).content == kept.content
    for path in ("/v1/quotes?limit=45", "/readyz", "/v1/exports/inspection-facts.sqlite"):
        gone = requests.get(address + path, timeout=9)
        assert gone.status_code == 503 and gone.headers["Content-Type"] == "application/problem+json" and gone.json()["status"] == 503
        assert gone.headers["Retry-After"] and gone.headers["X-Request-Id"]


def test_what_the_program_answers_itself_reaches_it(cluster):
    address, _ = cluster
    long = requests.get(f"{address}/v1/search?q={'x' * 10_000}", timeout=9)
    assert long.status_code == 422 and long.headers["Content-Type"] == "application/problem+json"
    large = requests.post(f"{address}/v1/extractions", data=b"x" * 5_000_000, headers={"Content-Type": "text/plain"}, timeout=20)
    assert large.status_code == 413 and large.json()["status"] == 413
    part = requests.get(f"{address}/v1/exports/inspection-facts.sqlite", headers={"Range": "bytes=0-15"}, timeout=20)
    assert part.status_code == 206 and part.content == b"SQLite format 3\0"
    assert requests.get(f"{address}/metrics", timeout=9).status_code == 404
    read_ = requests.post(f"{address}/v1/extractions", data="Leeds was rated good by Ofsted.", timeout=20, headers={"Content-Type": "text/plain"})
    assert read_.status_code == 200


def test_pages_that_never_change_are_kept_too(cluster):
    address, _ = cluster
    for path in ("/openapi.yaml", "/docs"):
        said = [requests.get(address + path, timeout=9).headers["Cache-Status"] for _ in range(2)]
        assert said == ["nginx; fwd=miss", "nginx; hit"]


def test_a_replica_that_answers_no_longer_is_passed_over(cluster):
    """One that hangs up in the middle of the request line is like one that was killed."""
    address, (one, _) = cluster
    one.kill()
    with opened(one.port) as door:
        door.settimeout(0.2)
        stop = threading.Event()

        def hang_up():
            while not stop.is_set():
                try:
                    door.accept()[0].close()
                except TimeoutError:
                    continue
        thread = threading.Thread(target=hang_up)
        thread.start()
        try:
            assert {requests.get(f"{address}/v1/quotes?limit={n}", timeout=9).status_code for n in range(100, 140)} == {200}
        finally:
            stop.set()
            thread.join()


def opened(port):
    """A door at a port, as soon as those who were killed there are gone."""
    for _ in range(100):
        try:
            return socket.create_server(("127.0.0.1", port))
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"port {port} is taken")
