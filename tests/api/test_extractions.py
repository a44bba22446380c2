"""An article that is sent gives the records that a load would give, is not stored, and holds nobody up."""

import os
import signal
import threading
import time
from dataclasses import asdict

import pytest
import requests

from api.background.readers import Busy, Readers
from fixtures.corpus import SHIPPED, article
from fixtures.extract import extract

PLAIN = {"Content-Type": "text/plain"}
ADDRESS = "/v1/extractions"


def send(api, data, query="", **headers):
    """The answer to an article."""
    return api.ask("POST", ADDRESS + query, data=data, headers=PLAIN | headers)


@pytest.mark.parametrize("path", sorted(SHIPPED.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_gives_what_a_load_gives(api, path):
    answer = send(api, path.read_bytes(), f"?name={path.stem}")
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    found = asdict(extract(article(path.read_bytes(), path.stem)))
    found.pop("councils")
    assert answer.json() == found


def test_what_is_told_of_an_article_wins(api):
    told = "?name=a-name&published=2016-06-28&headline=A+headline&publisher=A+paper&url=https%3A%2F%2Fpaper.example"
    found = send(api, "Ofsted rated Leeds inadequate.", told).json()["article"]
    assert found == {"id": "a-name", "headline": "A headline", "publisher": "A paper", "published": "2016-06-28",
                     "url": "https://paper.example", "rendition": "original"}


def test_html_is_read(api):
    told = "".join(f"<p>On day {day} of their visit the inspectors talked to {day} families.</p>" for day in range(20))
    said = "<p>Ofsted rated Leeds council inadequate.</p>"
    page = f"<!doctype html><body><article><h1>A report</h1>{said}{told}</article>"
    answer = api.ask("POST", ADDRESS, data=page, headers={"Content-Type": "text/html; charset=utf-8"})
    assert [rating["council"]["id"] for rating in answer.json()["ratings"]] == ["leeds"]


def test_nothing_is_stored(api):
    before = api.json("/v1")["counts"]
    assert send(api, "Ofsted rated Leeds inadequate.").json()["ratings"]
    assert api.json("/v1")["counts"] == before


@pytest.mark.parametrize("data, headers, status", [
    (b"", {}, 422), (b"  \n", {}, 422), (b"\x00\x01\x02" * 99, {}, 422), (b"x" * (256 * 1024 + 1), {}, 413),
    (b"x" * 5_000_000, {}, 413), (b"word " * 50_000, {}, 200), (b"{}", {"Content-Type": "application/json"}, 415),
    (b"x", {"Content-Type": ""}, 415), (b"x", {"Content-Encoding": "gzip"}, 415), (b"x", {"Accept": "text/csv"}, 406),
    (b"\xef\xbb\xbfOfsted\r\nrated \x93Leeds\x94", {}, 200), (b"," * 262_144, {}, 422),
])
def test_a_body_is_read_or_refused(api, data, headers, status):
    answer = send(api, data, **headers)
    assert answer.status_code == status, answer.text


def test_a_long_body_sent_in_pieces_is_refused(api):
    answer = requests.post(api.address + ADDRESS, data=(b"word " * 1000 for _ in range(100)), headers=PLAIN, timeout=20)
    assert answer.status_code == 413


@pytest.mark.parametrize("query, name", [
    ("?published=yesterday", "published"), ("?publishd=2016-06-28", "publishd"), ("?rendition=copy", "rendition"),
    ("?name=", "name"), ("?name=---", "name"), ("?url=javascript:1", "url"), ("?url=ftp://a.example/b", "url"), ('?url=https://a.example/"', "url"), ("?headline=a%00", "headline"),
])
def test_bad_parameters_are_refused_by_name(api, query, name):
    assert [error["name"] for error in send(api, "Leeds", query).json()["errors"]] == [name]


def test_only_post_is_taken(api):
    for method in ("GET", "HEAD", "PUT", "DELETE"):
        assert api.ask(method, ADDRESS).headers["Allow"] == "OPTIONS, POST"
    answer = api.ask("OPTIONS", ADDRESS)
    assert answer.headers["Access-Control-Allow-Methods"] == "OPTIONS, POST"
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]


def test_long_articles_do_not_hold_up_those_who_ask(api):
    text = ("Ofsted rated Leeds inadequate. " * 8000).encode()
    statuses = []
    threads = [threading.Thread(target=lambda: statuses.append(send(api, text).status_code)) for _ in range(12)]
    for thread in threads:
        thread.start()
    slowest = 0
    while any(thread.is_alive() for thread in threads):
        begun = time.perf_counter()
        assert requests.get(f"{api.address}/healthz", timeout=5).status_code == 200
        slowest = max(slowest, time.perf_counter() - begun)
        time.sleep(0.02)
    assert set(statuses) <= {200, 422, 503} and slowest < 4


def test_one_that_takes_too_long_is_given_up_and_the_next_is_read():
    readers = Readers()
    assert readers.ask({"suffix": ".txt"}, b"Ofsted rated Leeds good.")[0] == 200
    readers._seconds = 1
    os.kill(readers._process.pid, signal.SIGSTOP)
    with pytest.raises(Busy):
        readers.ask({"suffix": ".txt"}, b"Ofsted rated Leeds good.")
    readers._seconds = 10
    assert readers.ask({"suffix": ".txt"}, b"Ofsted rated Leeds good.")[0] == 200
    os.kill(readers._process.pid, signal.SIGKILL)
    readers._process.wait()
    assert readers.ask({"suffix": ".txt"}, b"Ofsted rated Leeds good.")[0] == 200
    readers._stop()
