"""Measures how what a request costs grows with the data: `python -m benchmarks.growth SMALL ... LARGE`.

Inside the process, so that only the program counts: the processor's time of each request, of addresses of which none is
asked twice. The files take turns, so that whatever else the machine does falls on all of them alike.
"""

import sys
from statistics import median, quantiles

from api.app import create_app
from benchmarks.addresses import GROWING, Addresses
from benchmarks.inside import ask, environ, seconds

ROUNDS, EACH = 5, 60


def measured(databases):
    """For each kind and file the microseconds of each request of each round."""
    apps = [create_app(database) for database in databases]
    known = [Addresses(database) for database in databases]
    for kind in GROWING:
        found = [[] for _ in databases]
        for app, each in zip(apps, known, strict=True):
            for address in each.distinct(kind, 20):
                status, body = ask(app, environ(address))
                if not status.startswith("200"):
                    raise RuntimeError(f"{address} is answered {status}: {body}")
        for _ in range(ROUNDS):
            for place, (app, each) in enumerate(zip(apps, known, strict=True)):
                found[place].append([1e6 * one for one in seconds(app, each.distinct(kind, EACH))])
        yield kind, found


def percentiles(rounds):
    """p50 and p99 of all requests, and the lowest and highest p50 of a round."""
    together = quantiles((one for each in rounds for one in each), n=100)
    middles = sorted(median(each) for each in rounds)
    return together[49], together[98], middles[0], middles[-1]


def main(databases):
    """Print a line for each kind, in Markdown."""
    print("| p50 / p99 in µs (spread of p50) |", " | ".join(databases), "| last ÷ first at p50, p99 |")
    print("| --- |", " | ".join("---:" for _ in databases), "| ---: |")
    for kind, found in measured(databases):
        told = [percentiles(rounds) for rounds in found]
        cells = [f"{middle:.0f} / {late:.0f} ({low:.0f} to {high:.0f})" for middle, late, low, high in told]
        print(f"| {kind} | {' | '.join(cells)} | {told[-1][0] / told[0][0]:.2f}, {told[-1][1] / told[0][1]:.2f} |",
              flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
