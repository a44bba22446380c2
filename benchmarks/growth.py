"""Measures how what a request costs grows with the data: `python -m benchmarks.growth SMALL ... LARGE`.

Inside the process, so that only the program counts: the processor's time of each request, of addresses of which none is
asked twice. The files take turns, so that whatever else the machine does falls on all of them alike. An answer that
holds more costs more: how long answers are is told beside it.
"""

import sys
import threading
from statistics import median, quantiles
from time import sleep

from api.app import create_app
from benchmarks.addresses import GROWING, Addresses
from benchmarks.inside import ask, environ, seconds

ROUNDS, EACH, WARM = 5, 60, 20


def measured(databases):
    """For each kind and file the usual length of an answer and the microseconds of each request of each round."""
    apps = [create_app(database) for database in databases]
    known = [Addresses(database) for database in databases]
    _checked(apps)
    for kind in GROWING:
        found = [[] for _ in databases]
        lengths = [_warmed(app, each.distinct(kind, WARM)) for app, each in zip(apps, known, strict=True)]
        for _ in range(ROUNDS):
            for place, (app, each) in enumerate(zip(apps, known, strict=True)):
                found[place].append([1e6 * one for one in seconds(app, each.distinct(kind, EACH))])
        yield kind, list(zip(lengths, found, strict=True))


def _checked(apps):
    """Wait until the files that are opened have been checked, which is no part of a request."""
    for app in apps:
        ask(app, environ("/v1"))
    while threading.active_count() > 1:
        sleep(0.1)


def _warmed(app, addresses):
    """How long an answer usually is."""
    found = []
    for address in addresses:
        status, body = ask(app, environ(address))
        if not status.startswith("200"):
            raise RuntimeError(f"{address} is answered {status}: {body}")
        found.append(len(body))
    return median(found)


def percentiles(rounds):
    """p25, p50 and p99 of all requests, and the lowest and highest p25 of a round."""
    together = quantiles((one for each in rounds for one in each), n=100)
    lower = sorted(quantiles(each, n=4)[0] for each in rounds)
    return together[24], together[49], together[98], lower[0], lower[-1]


def main(databases):
    """Print a line for each kind, in Markdown."""
    print("| p25 (spread) / p50 / p99 in µs, kB of an answer |", " | ".join(databases), "| last ÷ first of each |")
    print("| --- |", " | ".join("---:" for _ in databases), "| ---: |")
    for kind, found in measured(databases):
        told = [percentiles(rounds) for _, rounds in found]
        cells = [f"{low:.0f} ({least:.0f} to {most:.0f}) / {middle:.0f} / {late:.0f}, {length / 1000:.1f} kB"
                 for (low, middle, late, least, most), (length, _) in zip(told, found, strict=True)]
        ratios = ", ".join(f"{last / first:.2f}" for first, last in zip(told[0][:3], told[-1][:3], strict=True))
        print(f"| {kind} | {' | '.join(cells)} | {ratios} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
