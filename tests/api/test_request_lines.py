"""Each request is told of in one JSON line, with an id that its answer carries."""

import json
import logging
import re
import shutil
import sys
import time
from pathlib import Path

import pytest
import requests

from api.app import create_app
from api.middleware.lines import Failures, Lines, RequestLines


@pytest.fixture
def lines(database, start_server, tmp_path):
    """Asks a server some things and gives its answers, the lines of its output and those of its errors."""
    def run(*options, ask):
        out, errors = tmp_path / "out", tmp_path / "errors"
        with out.open("wb") as told, errors.open("wb") as said, \
                start_server(database, "--workers", "1", *options, stdout=told, stderr=said) as (address, _):
            answers = [requests.request(*each, timeout=9, **more) for *each, more in ask(address)]
            time.sleep(0.1)
        return answers, [json.loads(line) for line in out.read_text().splitlines()], errors.read_text().splitlines()
    return run


def test_each_request_gives_one_line_with_its_id(lines):
    known = {"X-Request-Id": "from-the-proxy.1"}
    answers, found, errors = lines(ask=lambda address: [
        ("GET", f"{address}/v1/quotes.csv?limit=2", {}), ("GET", f"{address}/v1/quotes/quote-1", {"headers": known}),
        ("GET", f"{address}/v1/quotes/quote-1", {}), ("HEAD", f"{address}/v1", {}), ("GET", f"{address}/no%22%0athing?q=é", {}),
        ("DELETE", f"{address}/v1", {}), ("GET", f"{address}/v1/quotes.ndjson", {"headers": {"Accept-Encoding": "gzip"}}),
    ])
    # A line is written once its answer is sent, so the next one's may come before it.
    order = [answer.headers["X-Request-Id"] for answer in answers]
    found = sorted((line for line in found if line["path"] != "/readyz"), key=lambda line: order.index(line["id"]))
    assert [answer.headers["X-Request-Id"] for answer in answers] == [line["id"] for line in found]
    assert found[1]["id"] == "from-the-proxy.1" and len({line["id"] for line in found}) == len(found)
    assert [line["status"] for line in found] == [answer.status_code for answer in answers]
    assert [line["method"] for line in found] == [answer.request.method for answer in answers]
    assert found[0] | {"path": "/v1/quotes.csv", "query": "limit=2", "route": "/v1/quotes", "kept": False} == found[0]
    assert found[1]["route"] == found[2]["route"] == "/v1/quotes/{id}" and (found[1]["kept"], found[2]["kept"]) == (False, True)
    assert found[4]["path"] == '/no"\nthing' and found[4]["route"] == "none"
    assert all(found[place]["bytes"] == int(answers[place].headers["Content-Length"]) for place in (1, 2, 4))
    for line in found:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line["time"]) and 0 < line["seconds"] < 9
        assert "client" not in line and "127.0.0.1" not in json.dumps(line)
    assert len(errors) == 1 and errors[0].startswith("Serving")


def test_the_address_of_the_client_is_told_only_if_asked_for(lines):
    _, found, _ = lines("--log", "clients", ask=lambda address: [("GET", f"{address}/v1", {})])
    assert found[-1]["client"] == "127.0.0.1"


def test_without_a_log_answers_carry_ids_too(lines):
    answers, found, _ = lines("--log", "off", ask=lambda address: [("GET", f"{address}/v1", {})])
    assert not found and re.fullmatch("[0-9a-f]{16}", answers[0].headers["X-Request-Id"])


@pytest.mark.parametrize("id", ["", "a b", "x" * 65, 'a"b', "é", "a,b"])
def test_an_id_that_is_not_well_formed_is_replaced(database, id):
    answer = create_app(database).test_client().get("/v1", headers={"X-Request-Id": id.encode("utf-8").decode("latin-1")})
    assert re.fullmatch("[0-9a-f]{16}", answer.headers["X-Request-Id"])


def test_an_unforeseen_failure_is_one_line_with_the_id_of_its_request(database, caplog):
    app = create_app(database)

    @app.get("/fails")
    def fails():
        raise ValueError("two\nlines")
    answer = app.test_client().get("/fails", headers={"X-Request-Id": "known-1"})
    assert answer.status_code == 500 and answer.headers["X-Request-Id"] == "known-1"
    line = Failures().format(caplog.records[-1])
    told = json.loads(line)
    assert line.count("\n") == 1 and told["id"] == "known-1" and told["level"] == "error" and "ValueError" in told["traceback"]


def test_a_log_that_nobody_reads_holds_nothing_up_and_its_losses_are_counted(database, start_server):
    """The output is a pipe that is never read: it is full after some 64 KB of lines."""
    with start_server(database, "--workers", "1") as (address, _):
        session = requests.Session()
        asked = [session.get(f"{address}/v1/quotes/quote-1", timeout=5).status_code for _ in range(600)]
        told = session.get(f"{address}/metrics", timeout=5).text
    lost = float(re.search(r"^inspection_facts_log_lines_lost_total (\S+)", told, re.M)[1])
    assert asked == [200] * 600 and 100 < lost < 600


def test_failures_that_nobody_reads_hold_nothing_up(database, start_server, tmp_path):
    """Each bad file in the place of the snapshot is told of, to a pipe that is full; a good one is still found."""
    own = Path(shutil.copy(database, tmp_path / "own.sqlite"))
    good, draft = own.read_bytes(), tmp_path / "draft"
    with start_server(own, "--workers", "1") as (address, _):
        session = requests.Session()
        for turn in range(600):
            draft.write_bytes(good.replace(b'"good"', b'"poor"', 1) if turn % 10 == 9 else good)
            draft.replace(own)
            assert session.get(f"{address}/v1/quotes/quote-1", timeout=5).status_code == 200
        told = session.get(f"{address}/metrics", timeout=5).text
    assert float(re.search(r"^inspection_facts_log_lines_lost_total (\S+)", told, re.M)[1]) > 100


def test_of_a_long_traceback_the_end_is_told():
    def fail(depth):
        if depth:
            fail(depth - 1)
        raise ValueError("é\x01" * 300)
    try:
        fail(50)
    except ValueError:
        record = logging.LogRecord("any", logging.ERROR, "", 0, "%s failed", ("\xff" * 9000,), sys.exc_info())
    line = Failures().format(record)
    assert 2000 < len(line) <= 4096 and json.loads(line)["traceback"].endswith("é\x01")


def test_the_longest_line_fits_into_a_pipe_at_once(monkeypatch):
    written = []
    tell = RequestLines(Lines(1, None), clients=True)
    tell._write = written.append
    environ = {"REQUEST_METHOD": "OPTIONSOPTIONSOPTIONS", "QUERY_STRING": "\x01" * 20_000, "REMOTE_ADDR": "::1" * 15}
    tell.tell(environ, ("i" * 64, "\xff" * 20_000), (200, 10**9, 99.5, "/v1/councils/{id}/ratings", None))
    assert len(written[0]) < 4096 and json.loads(written[0])["kept"] is None


def test_a_closed_log_is_no_failure(tmp_path):
    lost = []
    file = (tmp_path / "log").open("wb")
    lines = Lines(file.fileno(), lambda: lost.append(1))
    lines.write("first\n")
    file.close()
    lines.write("second\n")
    assert lost == [1]
