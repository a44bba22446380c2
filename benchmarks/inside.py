"""Measures what requests cost inside the process: no server and no network, only the processor's time.

`python -m benchmarks.inside FILE` compares each kind of request with a bare Flask view that returns the same bytes.
"""

import io
import sys
import time
from statistics import median
from urllib.parse import unquote

from benchmarks.addresses import KINDS, Addresses
from benchmarks.peers.bare import create_bare

ROUNDS, EACH = 7, 300


def environ(address, **more):
    """What gunicorn gives an application for a GET of an address."""
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET", "PATH_INFO": unquote(path), "QUERY_STRING": query, "RAW_URI": address,
        "SERVER_PROTOCOL": "HTTP/1.1", "SCRIPT_NAME": "", "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000",
        "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1:8000", "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr, "wsgi.version": (1, 0), "wsgi.multithread": True,
        "wsgi.multiprocess": True, "wsgi.run_once": False, **more,
    }


def ask(app, asked):
    """The status and body of an answer."""
    told = []
    chunks = app(asked, lambda status, headers, *failure: told.append(status))
    body = b"".join(chunks)
    getattr(chunks, "close", lambda: None)()
    return told[-1], body


def seconds(app, addresses, **more):
    """The processor's time for each of the addresses."""
    found = []
    for address in addresses:
        asked = environ(address, **more)
        start = time.thread_time_ns()
        ask(app, asked)
        found.append((time.thread_time_ns() - start) / 1e9)
    return found


def compare(app, bare, addresses, rounds=ROUNDS):
    """Median microseconds of both for each round, asked in turn; no address is asked twice."""
    share = len(addresses) // rounds
    results = []
    for number in range(rounds):
        own = seconds(app, addresses[number * share:(number + 1) * share])
        other = seconds(bare, ["/v1/canned"] * share)
        results.append((median(own) * 1e6, median(other) * 1e6))
    return results


def main(database):
    """Print a line for each kind of request."""
    from api.app import create_app

    app, known = create_app(database), Addresses(database)
    print(f"{'':10} {'own µs':>8} {'bare µs':>8} {'ratio':>6}  spread of the ratio")
    for kind in KINDS:
        addresses = known.distinct(kind, ROUNDS * EACH + 50)
        for address in addresses[:50]:
            status, body = ask(app, environ(address))
            assert status.startswith("200"), (address, status, body)
        found = compare(app, create_bare({"canned": body}), addresses[50:])
        ratios = sorted(bare / own for own, bare in found)
        own, bare = (median(values) for values in zip(*found, strict=True))
        print(f"{kind:10} {own:8.1f} {bare:8.1f} {median(ratios):6.2f}  {ratios[0]:.2f} to {ratios[-1]:.2f}"
              f"  ({len(addresses)} addresses, {len(body)} bytes)")


if __name__ == "__main__":
    main(sys.argv[1])
