"""Measures what requests cost from the socket to the socket, without the noise of a network or of other processes.

`python -m benchmarks.wired FILE` runs gunicorn's worker in this process, for the program and for a bare Flask view that
returns as many bytes, and gives the processor's time of a request. Of each round the lower quartile counts: what a busy
machine adds is left out of both alike. A thread that has to be woken is not part of it.
"""

import os
import selectors
import socket
import sys
import time
from concurrent.futures import Future
from statistics import median, quantiles

from gunicorn.app.base import BaseApplication

from api import app as program
from api.serving.server import SETTINGS
from api.serving.wire import Connection, Lingering
from benchmarks.addresses import KINDS, Addresses
from benchmarks.inside import environ
from benchmarks.peers.bare import create_bare

ROUNDS, EACH, WARM = 7, 300, 60
HERE = ("127.0.0.1", 8000)


class Settled(BaseApplication):
    """The program's settings of gunicorn."""

    def load_config(self):
        """Take them."""
        for name, value in SETTINGS.items():
            self.cfg.set(name, value)


class Threadless:
    """A pool that does at once what it is given, and tells of it at once."""

    def submit(self, work, *told):
        """Do it."""
        done = Future()
        done.set_result(work(*told))
        return done

    def defer(self, call, *told):
        """Tell of it."""
        call(*told)


class Wired:
    """A worker that answers from one application over one connection."""

    def __init__(self, wsgi):
        cfg = Settled().cfg
        log = SETTINGS["logger_class"](cfg)
        self._worker = worker = SETTINGS["worker_class"](0, os.getpid(), [], None, 30, cfg, log)
        # As the worker does when it begins.
        vars(cfg).update({name: getattr(cfg, name) for name in cfg.settings})
        worker.wsgi, worker.poller, worker.nr_conns = wsgi, selectors.DefaultSelector(), 1
        worker.tpool = worker.method_queue = Threadless()
        self._client, server = socket.socketpair()
        for one in (self._client, server):
            one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        self._client.setblocking(False)
        connection = Connection(cfg, server, HERE, HERE, Lingering())
        worker.enqueue_req(connection)

    def cost(self, address, header=""):
        """The microseconds of processor's time of a request."""
        self._client.sendall(f"GET {address} HTTP/1.1\r\nHost: {HERE[0]}:{HERE[1]}\r\n{header}\r\n".encode())
        start = time.thread_time_ns()
        self._worker.wait_for_and_dispatch_events(1)
        spent = time.thread_time_ns() - start
        answer = self._client.recv(1 << 20)
        if answer[9:12] not in (b"200", b"304"):
            raise RuntimeError(f"{address} is answered {answer[:200]}")
        return spent / 1000


def measured(own, bare, addresses, header=""):
    """For each round what a request costs the program and the bare view; the first addresses only warm up."""
    for address in addresses[:WARM]:
        own.cost(address, header)
    share = (len(addresses) - WARM) // ROUNDS
    for start in range(WARM, WARM + share * ROUNDS, share):
        yield [quantiles(costs, n=4)[0] for costs in (
            [own.cost(address, header) for address in addresses[start:start + share]],
            [bare.cost("/v1/canned") for _ in range(share)])]


def main(database):
    """Print a line for each kind of request, in Markdown."""
    program.STDOUT = os.open(os.devnull, os.O_WRONLY)
    app, known = program.create_app(database, log="requests"), Addresses(database)
    own, count = Wired(app), WARM + ROUNDS * EACH
    print(f"Load of the machine: {os.getloadavg()[0]:.1f}", file=sys.stderr)
    print("| µs | own | bare | bare ÷ own |\n| --- | ---: | ---: | ---: |")
    for kind in (*KINDS, "repeated", "304"):
        addresses = known.distinct(kind, count) if kind in KINDS else [known.one(0)] * count
        told = []
        body = b"".join(app(environ(addresses[0]), lambda status, headers, told=told: told.extend(headers)))
        header = f"If-None-Match: {dict(told)['ETag']}\r\n" if kind == "304" else ""
        found = list(measured(own, Wired(create_bare({"canned": body})), addresses, header))
        ratios = sorted(other / each for each, other in found)
        print(f"| {kind} | {median(each for each, _ in found):.0f} | {median(other for _, other in found):.0f} "
              f"| {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}) |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
