"""Attacks on the real server: every one gets its status and a sentence, learns nothing, and changes nothing."""

import hashlib
import http.client
import re
import socket
from pathlib import Path
from urllib.parse import quote

import pytest

from api.app import create_app
from api.background.readers import Readers
from fixtures import snapshot
from tests import invented
from tests.api.test_slow_clients import SOON, connect, read_all, slowest_of
from tests.timing import costs_less

SQL = ("' OR '1'='1", "1; DROP TABLE quotes; --", "') UNION SELECT sql FROM sqlite_master --", '" OR ""="', "x' AND randomblob(1e9) --",
       "load_extension('x')", "quotes MATCH '*'", "%' ESCAPE '", "\\'; ATTACH DATABASE 'x' AS y; --", "(SELECT 1)", "CAST(1 AS x)", "NULL")
UNICODE = ("\u202egnal", "ﷺ" * 60, "e\u0301\u0301\u0301" * 60, "İıſßKÅ", "\ufeff\u200b\u00ad", "𝓰𝓸𝓸𝓭", "ǅ", "\u2028\u2029", "ـ" * 90, "👨‍👩‍👧‍👦" * 20, "ＫＥＮＴ",
           "a\u0300" * 100, "\ue000\ufffe\uffff", "׃", "ก็็็็็็็็็็")
PATHS = ("..", "../..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%5c..%5cetc", "%00", "a%00.csv", "%0d%0aX-Injected:%201", "a%0aX-Injected:1", "file:%2f%2f%2fetc%2fpasswd",
         "~root", ".git%2fconfig", "%c0%ae%c0%ae", "%252e%252e", "x" * 8000, "-1", "constructor", "__class__", "{{7*7}}", "${jndi:ldap:a}", "*", "%", "%zz", "kent;a=b",
         "kent%23", "kent%3Fq=1", "/etc/passwd", "//", "NUL", "%E2%80%AE", "%ff%fe", "con.csv")
HEADERS = {
    "Host": ("evil.example", "a b", "a\tb", "[", "x" * 5000, "evil.example/..", "127.0.0.1:99999", "a@b", "<script>", ""),
    "Accept": ("*/*;q=nan", "a/b" * 900, "text/html\t", ";", "application/json;q=1e999", "*/*;q=-1", "\xff"),
    "Accept-Encoding": ("gzip;q=nan", "x" * 5000, "gzip" + ",gzip" * 900, "\xff", "gzip;q=inf"),
    "If-None-Match": ('"' * 3000, "W/" * 2000, "*,*", "\xff", "'"),
    "Range": ("bytes=0-", "bytes=-1", "bytes=9-1", "bytes=0-1," * 500 + "0-1", "x=1", "bytes=" + "9" * 400),
    "X-Forwarded-For": ("127.0.0.1", "' OR 1=1", "x" * 4000), "X-Forwarded-Proto": ("https", "javascript"),
    "X-Forwarded-Host": ("evil.example",), "X-HTTP-Method-Override": ("DELETE",), "X-Original-URL": ("/admin",),
    "X-Request-Id": ("a\tb", "<script>", "x" * 500, "${a}"), "Content-Length": ("-1", "x"), "Transfer-Encoding": ("x",),
    "Cookie": ("a=b; " * 500,), "Origin": ("null", "https://evil.example"), "Expect": ("x",), "Upgrade": ("h2c", "websocket"),
}
TRIED = set()
# What an answer could only know from inside: other words may come back because they were sent.
INSIDE = ("Traceback", "site-packages", "/usr/", "/tmp/", "sqlite3.", "no such column", "syntax error", "werkzeug", "root:x:")
OURS = {404, 405, 406, 410, 413, 414, 415, 416, 422, 429, 500, 503}


@pytest.fixture(scope="module")
def attacked(database, start_server, tmp_path_factory):
    """A server of its own with its snapshot, which is the same afterwards."""
    own = tmp_path_factory.mktemp("attacked") / "facts.sqlite"
    own.write_bytes(database.read_bytes())
    before = hashlib.sha256(own.read_bytes()).hexdigest()
    # What is said of bad requests goes to a file: a pipe that nobody reads would fill.
    said = tmp_path_factory.mktemp("said") / "log"
    with said.open("wb") as log, start_server(own, "--workers", "2", "--log", "off", stdout=log) as (address, _):
        yield address
        assert slowest_of(address, 5) < SOON
    assert b"Traceback" not in said.read_bytes()
    assert hashlib.sha256(own.read_bytes()).hexdigest() == before
    assert [path.name for path in own.parent.iterdir()] == ["facts.sqlite"]
    print(f"{len(TRIED)} attacks")


def ask(address, path, method="GET", headers=None, body=None):
    """(status, headers, text) of the answer to a request that is sent as it is written, with no mending."""
    TRIED.add((method, path, str(headers)))
    host, port = address.removeprefix("http://").split(":")
    given = {"Host": host} | (headers or {})
    head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in given.items())
    with socket.create_connection((host, int(port)), timeout=20) as sock:
        sock.sendall(f"{head}Connection: close\r\n\r\n".encode("latin-1") + (body or b""))
        answer = http.client.HTTPResponse(sock, method=method)
        answer.begin()
        return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")


def check(status, headers, text, statuses):
    """Hold an answer to what any answer to an attack must be."""
    assert status in statuses, (status, text[:300])
    assert not any(name.lower().startswith("x-injected") for name in headers) and "Set-Cookie" not in headers
    assert status < 400 or not any(secret in text for secret in INSIDE), text[:300]
    if status in OURS:
        assert headers["Content-Type"] in ("application/problem+json", "text/html; charset=utf-8") and headers["X-Content-Type-Options"] == "nosniff"


def operations(spec):
    """(address of the contract, the names of its parameters) of every operation."""
    for template, verbs in spec["paths"].items():
        told = [*verbs.get("parameters", []), *verbs.get("get", {}).get("parameters", [])]
        yield template, [each["name"] for each in told if each.get("in") == "query"]


def test_sql_and_unicode_in_every_parameter(attacked, spec):
    for template, names in operations(spec):
        path = re.sub(r"\{\w+\}", "kent", template)
        for number, name in enumerate(names):
            for text in (SQL[number % len(SQL)], SQL[(number + 5) % len(SQL)], UNICODE[number % len(UNICODE)]):
                status, headers, body = ask(attacked, f"{path}?{name}={quote(text)}")
                check(status, headers, body, {200, 404, 405, 406, 422})
    status, _, body = ask(attacked, "/v1/quotes?limit=1")
    assert status == 200 and '"total"' in body


@pytest.mark.parametrize("text", SQL)
def test_sql_is_looked_for_as_words_and_run_nowhere(attacked, text):
    for path in ("/v1/quotes?q=", "/v1/search?q=", "/v1/councils/resolve?q=", "/v1/verify?quote=", "/v1/councils?q="):
        check(*ask(attacked, path + quote(text)), {200, 422})


def test_path_tricks_lead_nowhere(attacked, spec):
    for template in spec["paths"]:
        for trick in PATHS if "{" in template else PATHS[:9]:
            path = re.sub(r"\{\w+\}", lambda _, trick=trick: trick, template, count=1) if "{" in template else f"{template}/{trick}"
            status, headers, text = ask(attacked, re.sub(r"\{\w+\}", "x", path))
            assert "root:" not in text
            check(status, headers, text, {200, 400, 404, 405, 406, 414, 422})


@pytest.mark.parametrize("name", HEADERS)
def test_headers_change_nothing(attacked, name):
    for value in HEADERS[name]:
        for path in ("/v1/ratings?limit=1", "/.well-known/api-catalog", "/docs", "/v1/exports/inspection-facts.zip", "/nothing"):
            status, headers, text = ask(attacked, path, headers={name: value})
            check(status, headers, text, {200, 206, 400, 404, 406, 416, 417, 431, 501, 503})
            if path.startswith("/v1/ratings"):
                assert "evil" not in text + str(headers)


@pytest.mark.parametrize("line", [
    b"GET /v1 HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", b"GET /v1 HTTP/9.9\r\nHost: a\r\n\r\n", b"GET\x00/v1 HTTP/1.1\r\nHost: a\r\n\r\n", b"\r\n\r\n\r\n\r\n",
    b"GET /v1\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 9 + b"\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET /v1 HTTP/1.1\r\nHost : a\r\n\r\n",
    b"POST /v1/extractions HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n",
    b"POST /v1/extractions HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 30\r\n\r\nabcGET /x HTTP/1.1\r\n\r\n",
    b"GET http://evil.example/v1 HTTP/1.1\r\nHost: a\r\n\r\n", b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", b"CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET /v1 HTTP/1.1\r\n" + b"X: y\r\n" * 300 + b"\r\n", b"GET /v1 HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 60_000 + b"\r\n\r\n"])
def test_what_is_hardly_http_is_answered_once_or_dropped(attacked, line):
    TRIED.add(line)
    with connect(attacked) as sock:
        sock.sendall(line)
        sock.shutdown(socket.SHUT_WR)
        answer = read_all(sock)
    assert answer.count(b"HTTP/1.1 ") <= 1 and b" 500 " not in answer[:40] and b"Traceback" not in answer


@pytest.mark.parametrize("kind, body, statuses", [
    ("application/json", b"[" * 200_000, {415}), ("application/json", b'{"a":' * 50_000, {415}), ("text/xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", {415}),
    ("text/html", b"<div>" * 50_000, {200, 422, 503}), ("text/html", b"<!DOCTYPE a [" + b"<!ENTITY b '&c;&c;'>" * 9000 + b"]>", {200, 422, 503}),
    ("text/html", b"<a " + b"b=c " * 60_000, {200, 422, 503}), ("text/html", b"<base href='file:///etc/passwd'><img src='http://127.0.0.1:9/'><p>Leeds was rated good.", {200, 422}),
    ("text/plain", b"\x1f\x8b\x08\x00" + b"\0" * 999, {422}), ("text/plain", "“".encode() * 80_000, {200, 422, 503}), ("text/plain", b"(" * 250_000, {422}),
    ("text/plain", "İ".encode() * 120_000, {200, 422, 503}), ("text/plain", ("ﷺ" * 80_000).encode(), {200, 422, 503}), ("multipart/form-data; boundary=a", b"--a\r\n" * 9000, {415}),
])
def test_bodies_made_to_harm_are_read_or_refused(attacked, kind, body, statuses):
    for coding in ({}, {"Content-Encoding": "gzip"}):
        headers = {"Content-Type": kind, "Content-Length": str(len(body))} | coding
        check(*ask(attacked, "/v1/extractions", "POST", headers, body), statuses if not coding else {415})


HARD = ("Leeds\n", "Kent | good\n", "<p>Leeds was rated good.</p>")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads the time of a process from /proc")
@pytest.mark.parametrize("unit", HARD)
def test_no_article_takes_more_than_a_second_of_a_processor(unit):
    readers = Readers(seconds=60)
    readers.ask({"suffix": ".txt"}, b"Ofsted rated Leeds good.")
    began = ticks(readers)
    try:
        status, said = readers.ask({"suffix": ".html" if "<" in unit else ".txt"}, b"Leeds " + unit.encode() * (262_000 // len(unit.encode())))
        assert status in (200, 422), said
        assert ticks(readers) - began < 1.6
        assert readers.ask({"suffix": ".txt"}, b"Ofsted rated Leeds good.")[0] == 200
    finally:
        readers._stop()


def ticks(readers):
    """The seconds of a processor that the process that reads has taken."""
    fields = Path(f"/proc/{readers._process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """The application on a larger snapshot, without a server."""
    path = tmp_path_factory.mktemp("large") / "facts.sqlite"
    snapshot.write(path, invented.records(quotes=6000))
    client = create_app(path).test_client()
    client.get("/v1/quotes")
    return client


LONG = ("a " * 100, "x" * 200, '"' * 200, '"a b" ' * 33, "* " * 60, "a* b* c* d* e* f* g* h*", "e" * 60 + "*", "children* " * 20, "-a " * 60, "𝓰" * 100)


@pytest.mark.parametrize("text", LONG)
def test_no_question_takes_more_than_a_second_of_a_processor(large, text):
    for path in ("/v1/quotes?q=", "/v1/search?q=", "/v1/councils/resolve?q=", "/v1/verify?quote=", "/v1/councils?q=", "/v1/speakers?q=", "/v1/quotes?speaker=", "/v1/ratings?council="):
        for times in (1, 18):
            def ask(number, path=path, times=times):
                answer = large.get(path + quote(text * times + " b" * number))
                assert answer.status_code in (200, 404, 414, 422), answer.text

            assert costs_less(ask, 1), path


def test_many_values_and_all_filters_at_once_take_no_second(large):
    councils = ",".join(council["id"] for council in large.get("/v1/councils?limit=500").json["data"])
    for query in (f"council={councils[:9000]}", "grade=good,inadequate&sort=-grade", "facets=grade,area,region,status,source",
                  "council=" + "somerset," * 300 + "kent"):
        def ask(number, query=query):
            assert large.get(f"/v1/ratings?{query}&limit={500 - number}").status_code in (200, 422)

        assert costs_less(ask, 1), query[:60]
