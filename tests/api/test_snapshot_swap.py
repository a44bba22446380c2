"""A new snapshot is picked up without a failed or mixed answer; a bad one is not put in service."""

import shutil
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from api.snapshot import Snapshot, Source, Unusable
from fixtures import snapshot
from schemas import Quote
from schemas.seal import sealed
from tests import invented
from tests.serving import COMMAND

BAD = {
    "nothing": lambda data: b"",
    "cut short": lambda data: data[:-4096],
    "cut in the header": lambda data: data[:50],
    "no SQLite": lambda data: b"x" * 8192,
    "damaged": lambda data: data[:100] + b"\xff" * (len(data) - 100),
    "one bit": lambda data: data[:len(data) // 2] + bytes([data[len(data) // 2] ^ 4]) + data[len(data) // 2 + 1:],
    "one word": lambda data: data.replace(b'"good"', b'"poor"', 1),
    "a bit of the seal": lambda data: data[:61] + bytes([data[61] ^ 1]) + data[62:],
    "a page twice": lambda data: data[:8192] + data[4096:8192] + data[12288:],
}


@pytest.fixture
def own(database, tmp_path):
    """A snapshot of its own for one test."""
    return shutil.copy(database, tmp_path / "own.sqlite")


def replaced(path, data):
    """Another file where `path` was, put there as a load does it."""
    draft = path.with_suffix(".draft")
    draft.write_bytes(data)
    draft.replace(path)


def test_a_new_snapshot_is_served_without_a_failed_or_mixed_answer(own, run_server):
    fewer = invented.records(quotes=7, seed=2)
    with run_server(own) as address:
        first = requests.get(f"{address}/v1/quotes?limit=1", timeout=5).json()
        seen, stop = [], threading.Event()
        threads = [threading.Thread(target=_read_on, args=(address, seen, stop)) for _ in range(4)]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
        dataset = snapshot.write(own, fewer)
        time.sleep(0.7)
        stop.set()
        for thread in threads:
            thread.join()
        assert {(status, data, total) for status, data, total in seen} == {
            (200, first["meta"]["dataset"], first["meta"]["total"]), (200, dataset, 7)}
        outdated = requests.get(address + first["links"]["next"], timeout=5)
        assert outdated.status_code == 410 and "start again" in outdated.json()["detail"]


def _read_on(address, seen, stop):
    session = requests.Session()
    while not stop.is_set():
        answer = session.get(f"{address}/v1/quotes?limit=1&sort={len(seen) % 2 * '-'}id", timeout=5)
        meta = answer.json().get("meta", {})
        seen.append((answer.status_code, meta.get("dataset"), meta.get("total")))


def test_who_pages_while_snapshots_change_gets_whole_pages_or_410(own, run_server):
    """Each of many readers goes from page to page over connections to any worker while the data changes beneath."""
    sizes = (150, 90, 120, 60)
    made = [invented.records(quotes=quotes, seed=seed) for seed, quotes in enumerate(sizes)]
    whole = {snapshot.write(own, records): sorted(quote["id"] for quote in records[Quote]) for records in made}
    late, counts, stop = [], {"whole": 0, "outdated": 0}, threading.Event()

    def page_on(address):
        while not stop.is_set():
            path, ids, dataset = "/v1/quotes?limit=20&sort=id", [], None
            while path:
                answer = requests.get(address + path, timeout=5)
                if answer.status_code == 410:
                    counts["outdated"] += 1
                    break
                page = answer.json()
                dataset = dataset or page["meta"]["dataset"]
                assert answer.status_code == 200 and page["meta"]["dataset"] == dataset
                ids += [quote["id"] for quote in page["data"]]
                path = page["links"]["next"]
            else:
                assert sorted(ids) == whole[dataset] and len(ids) == len(set(ids))
                counts["whole"] += 1

    def watch(address, dataset, since):
        for _ in range(20):
            if requests.get(f"{address}/v1/quotes?limit=1", timeout=5).json()["meta"]["dataset"] != dataset:
                late.append(time.monotonic() - since)

    with run_server(own, workers=3) as address, ThreadPoolExecutor(4) as readers:
        reading = [readers.submit(page_on, address) for _ in range(4)]
        try:
            for turn in range(6):
                time.sleep(0.2)
                watch(address, snapshot.write(own, made[turn % 4]), time.monotonic())
        finally:
            stop.set()
        for each in reading:
            each.result()
    assert max(late, default=0) < 3 and counts["whole"] > 5 and counts["outdated"] > 2, (late, counts)


def test_the_same_data_loaded_again_keeps_cursors_and_etags(own, records, run_server):
    with run_server(own, workers=1) as address:
        first = requests.get(f"{address}/v1/quotes?limit=1", timeout=5)
        snapshot.write(own, records)
        again = requests.get(address + first.json()["links"]["next"], timeout=5)
        assert again.status_code == 200
        known = {"If-None-Match": first.headers["ETag"]}
        assert requests.get(f"{address}/v1/quotes?limit=1", headers=known, timeout=5).status_code == 304


def test_other_data_has_other_etags(own, run_server):
    with run_server(own, workers=1) as address:
        known = {"If-None-Match": requests.get(f"{address}/v1/quotes", timeout=5).headers["ETag"]}
        snapshot.write(own, invented.records(quotes=3))
        assert requests.get(f"{address}/v1/quotes", headers=known, timeout=5).status_code == 200


@pytest.mark.parametrize("harm", BAD)
def test_a_bad_snapshot_is_refused_with_its_reason(own, harm):
    replaced(own, BAD[harm](own.read_bytes()))
    with pytest.raises(Unusable) as refusal:
        Snapshot(own)
    assert str(own) not in str(refusal.value)
    served = subprocess.run([COMMAND, "serve", "--database", own, "--port", "1"], capture_output=True, text=True)
    assert served.returncode == 1 and str(refusal.value) in served.stderr and "Traceback" not in served.stderr


@pytest.mark.parametrize("harm", BAD)
def test_a_bad_snapshot_does_not_replace_a_good_one_in_service(own, harm, caplog):
    source = Source(own)
    good = source.current()
    replaced(own, BAD[harm](own.read_bytes()))
    assert source.current() is good and good.select("SELECT count(*) FROM quotes")[0][0]
    assert source.current() is good and len(caplog.records) == 1
    snapshot.write(own, invented.records(quotes=3))
    assert source.current() is not good and source.current().meta["total.quotes"] == "3"


def test_each_worker_has_the_snapshot_to_go_on_with_when_a_bad_one_takes_its_place(own, run_server):
    with run_server(own, workers=4) as address:
        time.sleep(1)
        replaced(own, BAD["one word"](own.read_bytes()))
        assert {requests.get(f"{address}/v1/quotes?limit=1", timeout=5).status_code for _ in range(40)} == {200}


def test_readiness_says_why_a_bad_snapshot_is_not_in_service(own, run_server, api):
    with run_server(own, workers=1) as address:
        ready = requests.get(f"{address}/readyz", timeout=5).json()
        assert ready["refused"] is None
        whole = own.read_bytes()
        replaced(own, BAD["one word"](whole))
        answer = requests.get(f"{address}/readyz", timeout=5)
        api.check("GET", "/readyz", answer)
        assert answer.json() == ready | {"refused": "The snapshot is damaged: it is not as it was written."}
        replaced(own, whole)
        assert requests.get(f"{address}/readyz", timeout=5).json() == ready


@pytest.mark.parametrize("how", ["copied over", "another copied over", "cut off", "a word written into it"])
def test_a_snapshot_that_is_written_into_is_never_half_served(own, how, run_server, tmp_path):
    """Whoever copies over the file in service, rather than replace it, gets 503 or a whole answer, never a mixture."""
    before = own.read_bytes()
    dataset = snapshot.write(tmp_path / "other.sqlite", invented.records(quotes=400, seed=2))
    after = (tmp_path / "other.sqlite").read_bytes()
    with run_server(own, workers=2) as address:
        first = requests.get(f"{address}/v1/quotes?limit=1", timeout=5).json()["meta"]
        seen, stop = [], threading.Event()
        threads = [threading.Thread(target=_read_on, args=(address, seen, stop)) for _ in range(3)]
        for thread in threads:
            thread.start()
        with open(own, "r+b") as file:
            for piece in range(0, len(after), 1 << 16) if "copied" in how else ():
                file.write((after if "another" in how else before)[piece:piece + (1 << 16)])
                file.flush()
                time.sleep(0.002)
            if "cut" in how:
                file.truncate(8192)
            elif "copied" in how:
                file.truncate(len(after if "another" in how else before))
            else:
                file.seek(before.index(b'"good"'))
                file.write(b'"poor"')
        time.sleep(1.5)
        stop.set()
        for thread in threads:
            thread.join()
        last = requests.get(f"{address}/v1/quotes?limit=1", timeout=5)
    whole = {(200, first["dataset"], first["total"]), (200, dataset, 400), (503, None, None)}
    assert set(seen) <= whole and len(seen) > 50
    assert last.status_code == (200 if "copied" in how else 503)
    assert last.status_code == 503 or last.json()["meta"]["dataset"] == (dataset if "another" in how else first["dataset"])


def test_a_snapshot_of_another_layout_is_refused(own, monkeypatch):
    monkeypatch.setattr("api.snapshot.layout", lambda: "other")
    with pytest.raises(Unusable, match="another version"):
        Snapshot(own)


def test_a_removed_snapshot_stays_in_service_and_a_missing_one_is_503(own, run_server):
    with run_server(own, workers=1) as address:
        own.unlink()
        assert requests.get(f"{address}/v1/quotes", timeout=5).status_code == 200
    source = Source(own)
    with pytest.raises(Unusable, match="There is no snapshot"):
        source.current()
    snapshot.write(own, invented.records(quotes=3))
    assert len(source.current().select(f"SELECT id FROM {Quote.table}")) == 3


def test_without_a_snapshot_data_is_503_and_the_rest_answers(tmp_path):
    from api.app import create_app
    client = create_app(tmp_path / "none.sqlite").test_client()
    for path in ("/v1", "/v1/quotes", "/v1/councils/leeds", "/readyz"):
        answer = client.get(path)
        assert answer.status_code == 503 and answer.headers["Retry-After"] and str(tmp_path) not in answer.text
    for path in ("/healthz", "/openapi.json", "/docs"):
        assert client.get(path).status_code == 200


def test_a_large_snapshot_is_served_at_once_and_checked_behind(own, monkeypatch):
    monkeypatch.setattr("api.snapshot.AT_ONCE", 0)
    asked = threading.Event()
    monkeypatch.setattr("api.snapshot.sealed", lambda file: asked.wait(20) and sealed(file))
    data = own.read_bytes()
    replaced(own, BAD["a bit of the seal"](data))
    source = Source(own)
    served = source.current()
    assert not served.damaged
    asked.set()
    for _ in range(100):
        if served.damaged:
            break
        time.sleep(0.05)
    for _ in range(3):
        with pytest.raises(Unusable, match="damaged"):
            source.current()
    replaced(own, data)
    good = source.current()
    time.sleep(0.3)
    assert source.current() is good and not good.damaged
