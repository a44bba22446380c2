"""Nobody who is slow, silent or many keeps the others from their answers."""

import http.client
import json
import resource
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
import requests

from api.app import create_app
from api.serving.wire import MOST_HEAD, Connection
from api.serving.worker import ARRIVAL
from schemas.shape import SHAPES

# Far above what an answer takes on a busy machine, far below what waiting for another client would.
SOON = 3


@pytest.fixture(scope="module")
def address(database, run_server):
    """A server of its own, with two workers of four threads."""
    with run_server(database) as address:
        yield address


def connect(address, *, small=False):
    """A connection to the server."""
    host, port = address.removeprefix("http://").split(":")
    sock = socket.socket()
    if small:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    sock.settimeout(ARRIVAL + 15)
    sock.connect((host, int(port)))
    return sock


def read_all(sock):
    """What comes until the server closes, or has closed hard."""
    found = b""
    try:
        while piece := sock.recv(65536):
            found += piece
    except ConnectionResetError:
        pass
    return found


def slowest_of(address, count=30):
    """How long the slowest of some answers takes, each on a connection of its own."""
    taken = []
    for number in range(count):
        began = time.monotonic()
        assert requests.get(f"{address}/v1/quotes?limit=1&sort={number % 2 * '-'}id", timeout=20).status_code == 200
        taken.append(time.monotonic() - began)
    return max(taken)


BEGUN = {
    "nothing": b"",
    "half a line": b"GET /v1/quo",
    "half a head": b"GET /v1/quotes HTTP/1.1\r\nHost: a\r\nX-More: ",
    "half a body": b"POST /v1/extractions HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 200000\r\n\r\nOfsted",
    "half a chunk": b"POST /v1/extractions HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nOf",
    "a body awaited": b"POST /v1/extractions HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n",
    "an answer not closed": b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
}


@pytest.mark.parametrize("begun", BEGUN)
def test_who_begins_and_waits_keeps_nobody_waiting(address, begun):
    with ExitStack() as held:
        for _ in range(80):
            held.enter_context(connect(address)).sendall(BEGUN[begun])
        assert slowest_of(address) < SOON


def test_who_does_not_read_keeps_nobody_waiting_for_long(address):
    with ExitStack() as held:
        for _ in range(40):
            sock = held.enter_context(connect(address, small=True))
            sock.sendall(b"GET /v1/quotes?limit=500 HTTP/1.1\r\nHost: a\r\nAccept-Encoding: identity\r\n\r\n")
        assert slowest_of(address) < SOON


def taking_no(address, file):
    """What comes of a file of which nothing is taken for some time."""
    with connect(address, small=True) as sock:
        sock.sendall(f"GET {file} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
        time.sleep(8)
        return read_all(sock)


def waited(address, begun):
    """What comes of a request that is begun and not ended, and the seconds until it comes."""
    with connect(address) as sock:
        began = time.monotonic()
        sock.sendall(BEGUN[begun])
        return read_all(sock), time.monotonic() - began


FILE = "/v1/exports/inspection-facts.sqlite"


@pytest.fixture(scope="module")
def outwaited(address):
    """What comes to those who wait until the server has had enough of them, all at the same time."""
    requests.get(f"{address}/v1/exports", timeout=60)
    begun = ("nothing", "half a head", "half a body")
    with ThreadPoolExecutor(4) as waiting:
        file = waiting.submit(taking_no, address, FILE)
        return dict(zip(begun, waiting.map(lambda each: waited(address, each), begun), strict=True)) | {"file": file.result()}


def test_who_does_not_read_a_file_is_cut_off(address, outwaited):
    whole = requests.get(f"{address}{FILE}", timeout=20)
    assert len(whole.content) == int(whole.headers["Content-Length"]) > len(outwaited["file"])


@pytest.mark.parametrize("begun", ["half a head", "half a body"])
def test_a_request_that_does_not_arrive_in_time_is_408(outwaited, begun):
    answer, seconds = outwaited[begun]
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 408 Request Timeout") and ARRIVAL - 1 < seconds < ARRIVAL + 5
    assert b"\r\nX-Request-Id: " in head
    check_refusal(head, body, 408, "/v1/quotes" if begun == "half a head" else "/v1/extractions")


def check_refusal(head, body, status, instance):
    """Hold what the server says of a request that it could not read to what it says of any failure."""
    problem = json.loads(body)
    assert (problem["status"], problem["instance"]) == (status, instance) and problem["title"] and problem["detail"]
    told = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:])
    assert told["Content-Type"] == "application/problem+json" and int(told["Content-Length"]) == len(body)
    assert told["Cache-Control"] == "no-store" and told["Access-Control-Allow-Origin"] == "*"
    assert told["X-Content-Type-Options"] == "nosniff" and told["Content-Security-Policy"].startswith("default-src 'none'")
    return told


@pytest.mark.parametrize("lines, status", [
    (b"X-A: b\r\n" * 150, 431), (b"X-A: " + b"b" * 20_000 + b"\r\n", 431), (b"Broken\r\n", 400), (b"X: a\r\n b\r\n", 400),
    (b"Transfer-Encoding: x\r\n", 501), (b"Content-Length: x\r\n", 400), (b"Expect: x\r\n", 417)])
def test_a_head_that_cannot_be_read_is_a_problem_like_any(address, lines, status):
    with connect(address) as sock:
        sock.sendall(b"GET /v1/quotes?limit=1 HTTP/1.1\r\nHost: a\r\nX-Request-Id: mine-1\r\n" + lines + b"\r\n")
        head, _, body = read_all(sock).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 %d " % status)
        assert check_refusal(head, body, status, "/v1/quotes")["X-Request-Id"] == "mine-1"


def test_who_never_begins_is_closed_without_a_word(outwaited):
    answer, seconds = outwaited["nothing"]
    assert answer == b"" and ARRIVAL - 1 < seconds < ARRIVAL + 5


def test_an_endless_head_is_431(address):
    with connect(address) as sock:
        for _ in range(MOST_HEAD // 1000 + 70):
            try:
                sock.sendall(b"X-More: " + b"x" * 1000 + b"\r\n")
            except OSError:
                break
        answer = read_all(sock)
        assert answer == b"" or answer.startswith(b"HTTP/1.1 431") and json.loads(answer.partition(b"\r\n\r\n")[2])["status"] == 431
    assert slowest_of(address, 3) < SOON


def test_thousands_of_connections_leave_room_for_one_more(address):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4000 if hard == resource.RLIM_INFINITY else min(4000, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    try:
        with ExitStack() as held:
            for number in range(wanted - 500):
                held.enter_context(connect(address)).sendall(b"" if number % 2 else b"GET / HT")
                if number % 500 == 0:
                    assert slowest_of(address, 3) < SOON
            assert slowest_of(address) < SOON
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_requests_sent_at_once_are_answered_in_turn(address):
    with connect(address) as sock:
        sock.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n" * 40 + b"GET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        answer = read_all(sock)
        assert answer.count(b"HTTP/1.1 200 OK") == 41 and answer.rstrip().endswith(b"}") and b'"ready"' in answer


@pytest.mark.parametrize("head, body", [
    (b"", b""), (b"Content-Length: 21\r\n", b"GET /x HTTP/1.1\r\na: b"),
    (b"transfer-encoding: chunked\r\n", b"3\r\nGET\r\n0\r\n\r\n")])
def test_a_body_that_nobody_reads_is_not_taken_for_the_next_request(address, head, body):
    asked = b"GET /v1/frameworks?limit=%d HTTP/1.1\r\nHost: a\r\n"
    with connect(address) as sock:
        for number in (1, 2, 3):
            sock.sendall(asked % number + head + (b"Connection: close\r\n" if number == 3 else b"") + b"\r\n" + body)
        answered = read_all(sock)
    assert answered.count(b"HTTP/1.1 200 OK") == answered.count(b"HTTP/1.1 ") == 3
    assert all(b"/v1/frameworks?limit=%d" % number in answered for number in (1, 2, 3))


def test_a_request_in_single_bytes_is_answered(address):
    with connect(address) as sock:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n":
            sock.sendall(bytes([byte]))
        assert read_all(sock).startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize("end", [b"0\r\n\r\n", b"000;last\r\nX-After: 1\r\n\r\n"])
def test_a_body_in_chunks_is_read_as_soon_as_it_is_whole(address, end):
    with connect(address) as sock:
        sock.sendall(BEGUN["half a chunk"].replace(b"40\r\nOf", b""))
        for piece in (b"1d\r\nOfsted rated ", b"Leeds inadequate.\r\n", end):
            time.sleep(0.05)
            sock.sendall(piece)
        began = time.monotonic()
        answer = sock.recv(65536)
        assert answer.startswith(b"HTTP/1.1 ") and time.monotonic() - began < SOON


def test_who_asks_whether_to_go_on_is_told_so(address):
    with connect(address) as sock:
        sock.sendall(BEGUN["a body awaited"])
        assert sock.recv(65536).startswith(b"HTTP/1.1 100 Continue\r\n\r\n")
        sock.sendall(b"Ofsted is")
        connection = http.client.HTTPResponse(sock, method="POST")
        connection.begin()
        assert connection.status == 200


SHORT = ("/v1", "/v1/quotes", "/v1/quotes/", "/v1/councils/leeds/timeline?from=2015-01-01", "/v1/search?q=children+hom*&limit=3", "/healthz",
         "/v1/ratings?facets=grade,area&limit=1", "/v1/ratings?status=current&facets=region")
LONG = ("/v1/exports/inspection-facts.sqlite", "/v1/exports", "/v1/ratings?limit=1&as_of=2015-01-01", "/v1/quotes?facets=speaker",
        "/v1/ratings?facets=grade,council", "/v1/ratings?facets=council,grade&limit=1", "/v1/issues?facets=kind", "/v1/ratings?facets=",
        "/v1/ratings?facets=grade&facets=article", "/v1/ratings?facets=grade%2Cspeaker",
        "/v1/search?q=children's", "/v1/search?limit=3&q=%22the+to%22", "/v1/quotes?q=a_b", "/v1/quotes?q=a.b&limit=1", "/v1/quotes?%71=a", "/docs", "/openapi.yaml",
        "/metrics", *(f"/v1/quotes.{ending}" for shape in SHAPES for ending in shape.endings),
        *(f"/v1/quotes?sort=id&format={shape.name}" for shape in SHAPES))
OF_OTHER_TYPES = [f"{one}{more}" for shape in SHAPES if not shape.paged for one in (shape.media, shape.media.split("/")[0] + "/*")
                  for more in ("", ", application/json;q=0, */*;q=0.1", ", */*")]
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8"


def is_short(target, *headers, method="GET"):
    """Whether a request is answered without a thread."""
    conn = Connection.__new__(Connection)
    conn._held = bytearray("\r\n".join([f"{method} {target} HTTP/1.1", "Host: a", *headers, "", ""]).encode())
    return conn._is_whole() and conn.is_short()


def test_only_what_is_short_is_answered_without_a_thread(database):
    assert all(is_short(target, *(f"Accept: {each}" for each in accepted)) for target in SHORT
               for accepted in ((), ("*/*",), ("application/json",), (BROWSER,), ("application/json, */*",)))
    assert not any(map(is_short, LONG))
    assert not any(is_short("/v1/quotes", f"ACCEPT: {accepted}") for accepted in OF_OTHER_TYPES)
    assert not is_short("/v1/quotes", "Accept: */*", "Accept: text/csv")
    assert not any(is_short("/v1/quotes", method=method) for method in ("HEAD", "POST", "OPTIONS"))
    assert not is_short("/v1/quotes", "Content-Length: 3") and not is_short("/v1/quotes", "Transfer-Encoding: chunked")


def test_what_is_answered_without_a_thread_is_never_a_stream(database):
    """A stream would keep all others waiting for as long as its client reads."""
    from benchmarks.inside import environ

    app = create_app(database)
    for target in SHORT:
        for accepted in ("*/*", "application/json", BROWSER, *OF_OTHER_TYPES):
            told = []
            app(environ(target, HTTP_ACCEPT=accepted), lambda status, headers, told=told: told.extend(headers))
            assert not is_short(target, f"Accept: {accepted}") or "Content-Length" in dict(told), (target, accepted)


def test_the_rest_of_an_answer_that_nobody_takes_is_sent_when_somebody_does(address):
    with connect(address, small=True) as sock:
        sock.sendall(b"GET /v1/quotes?limit=500 HTTP/1.1\r\nHost: a\r\n\r\n")
        time.sleep(1)
        sock.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        first, _, rest = read_all(sock).partition(b"\r\n\r\n")
        length = int(first.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        assert length > 200_000 and json.loads(rest[:length])["data"] and rest[length:].startswith(b"HTTP/1.1 200 OK")
