"""Told to stop under load, the server answers everyone who is in and refuses everyone who comes."""

import http.client
import json
import logging
import signal
import socket
import threading
import time
from collections import Counter

import requests
from gunicorn.config import Config
from gunicorn.sock import TCPSocket

from api.serving.worker import Worker

CLIENTS = 12


def told(address):
    """The host and port of an address."""
    host, _, port = address.removeprefix("http://").rpartition(":")
    return host, int(port)


def ask(port, path, seen):
    """Ask again and again, each time on a connection of its own, until nobody opens."""
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.connect()
        except ConnectionRefusedError:
            seen["refused"] += 1
            return
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            seen["whole" if len(answer.read()) == int(answer.headers["Content-Length"]) else "cut", answer.status] += 1
        except ConnectionResetError:
            seen["met the door as it shut"] += 1
        except (http.client.HTTPException, OSError) as error:
            seen[repr(error)] += 1
        finally:
            connection.close()


def ask_on(port, path, seen):
    """Ask again and again on one connection, until the server says that it will close it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        while True:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            seen["whole", answer.status] += 1
            if answer.getheader("Connection") == "close":
                seen["told to close"] += 1
                return
    except (http.client.HTTPException, OSError) as error:
        seen[repr(error)] += 1
    finally:
        connection.close()


def test_who_is_in_is_answered_and_who_comes_is_refused(database, start_server):
    seen = Counter()
    with start_server(database, "--workers", "2") as (address, process):
        port = told(address)[1]
        threads = [threading.Thread(target=work, args=(port, f"/v1/quotes?limit=500&sort={order}id", seen))
                   for order in ("", "-") for work in (ask, ask_on) for _ in range(CLIENTS // 4)]
        for thread in threads:
            thread.start()
        time.sleep(1)
        before = sum(seen.values())
        process.send_signal(signal.SIGTERM)
        for thread in threads:
            thread.join(20)
        assert not any(thread.is_alive() for thread in threads)
        assert process.wait(20) == 0
    # Whom the system lets in between a worker's last look and the closing of its socket, it turns away itself.
    assert seen.pop("met the door as it shut", 0) <= 2, seen
    assert set(seen) == {("whole", 200), "refused", "told to close"}, seen
    assert seen["refused"] == seen["told to close"] == CLIENTS // 2 and before > 50


def test_a_request_that_is_half_sent_is_answered_while_newcomers_are_refused(database, start_server):
    with start_server(database, "--workers", "1") as (address, process):
        where = told(address)
        half, idle = socket.create_connection(where), requests.Session()
        assert idle.get(f"{address}/v1", timeout=5).status_code == 200
        half.sendall(b"GET /v1/councils/leeds HTTP/1.1\r\nHost: x\r\n")
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        time.sleep(0.7)
        with socket.socket() as late:
            assert late.connect_ex(where) != 0
        half.sendall(b"\r\n")
        answer = http.client.HTTPResponse(half)
        answer.begin()
        assert answer.status == 200 and json.loads(answer.read())["id"] == "leeds"
        assert answer.getheader("Connection") == "close"
        assert process.wait(20) == 0


def test_it_waits_no_longer_than_it_may(database, start_server):
    with start_server(database, "--workers", "1", "--stop-within", "1") as (address, process), \
            socket.create_connection(told(address)) as never:
        never.sendall(b"GET /v1 HTTP/1.1\r\n")
        time.sleep(0.3)
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        assert time.monotonic() - begun < 5


def test_a_worker_may_close_its_door_twice():
    # The stop may come while the loop is closing it.
    worker = object.__new__(Worker)
    worker.alive, worker._accepting, worker.sockets = False, False, [TCPSocket(("127.0.0.1", 0), Config(), logging)]
    worker.set_accept_enabled(False)
    assert worker.sockets[0].sock is None
    worker.set_accept_enabled(False)
