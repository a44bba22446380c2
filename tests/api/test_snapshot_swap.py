"""A new snapshot is picked up without a failed or mixed answer; a bad one is not put in service."""

import shutil
import subprocess
import threading
import time

import invented
import pytest
import requests
from conftest import COMMAND

from api.snapshot import Snapshot, Source, Unusable
from fixtures import snapshot
from schemas import Quote

BAD = {
    "nothing": lambda data: b"",
    "cut short": lambda data: data[:-4096],
    "cut in the header": lambda data: data[:50],
    "no SQLite": lambda data: b"x" * 8192,
    "damaged": lambda data: data[:100] + b"\xff" * (len(data) - 100),
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
        answer = session.get(f"{address}/v1/quotes?limit=1", timeout=5)
        meta = answer.json().get("meta", {})
        seen.append((answer.status_code, meta.get("dataset"), meta.get("total")))


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
