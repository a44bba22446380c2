"""Measures how what a request costs grows with the data: `python -m benchmarks.growth SMALL ... LARGE`.

Inside the process, so that only the program counts: the processor's time of each request, of addresses of which none is
asked twice. With `--http` a server of one worker answers each file: told is the processor's time of its threads, and
how long the answer takes to arrive; with `--cold` nothing of a file is in memory when a round begins. The files take
turns, so that whatever else the machine does falls on all of them alike. An answer that holds more costs more: how long
answers are is told beside it, and those as long whatever the file are counted apart.
"""

import os
import tempfile
import threading
from contextlib import ExitStack
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

import click

from api.app import create_app
from benchmarks.addresses import GROWING, Addresses
from benchmarks.drive import free_port, processes
from benchmarks.inside import ask, environ, seconds
from benchmarks.peers import peers

ROUNDS, EACH, WARM = 5, 60, 20
# Answers of which one is not more than so many times as long as the other are compared like with like.
ALIKE, AIM = 1.25, 1.5
# So many microseconds a server may need now and then while nobody asks.
IDLE = 10_000


class Inside:
    """The program in this process."""

    def __init__(self, database):
        self._app = create_app(database)
        ask(self._app, environ("/v1"))
        while threading.active_count() > 1:
            # The file that was opened is being checked, which is no part of a request.
            sleep(0.1)

    def length(self, address):
        """How long an answer is."""
        status, body = ask(self._app, environ(address))
        if not status.startswith("200"):
            raise RuntimeError(f"{address} is answered {status}: {body}")
        return len(body)

    def cost(self, address):
        """The microseconds of processor's time of a request, and how long it took: the same."""
        spent = 1e6 * seconds(self._app, [address])[0]
        return spent, spent


class Served:
    """The program behind a server, asked over one connection."""

    def __init__(self, database, stack):
        port = free_port()
        self._pid = stack.enter_context(peers(1)["own"].running(
            os.path.abspath(database), port, stack.enter_context(tempfile.TemporaryDirectory())))
        self._connection = HTTPConnection("127.0.0.1", port)
        self.length("/v1")
        before = 0
        while self._spent() - before > IDLE:
            # The file that was opened is being checked, which is no part of a request.
            before = self._spent()
            sleep(0.3)

    def length(self, address):
        """How long an answer is."""
        self._connection.request("GET", address)
        try:
            answer = self._connection.getresponse()
        except (RemoteDisconnected, ConnectionResetError):
            # It was idle for too long.
            self._connection.close()
            return self.length(address)
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{address} is answered {answer.status}: {body}")
        return len(body)

    def cost(self, address):
        """The microseconds of processor's time that a request took of the server, and until its answer was there."""
        before, start = self._spent(), perf_counter()
        self.length(address)
        return self._spent() - before, 1e6 * (perf_counter() - start)

    def _spent(self):
        """The microseconds of processor's time that all threads of the workers have had."""
        return sum(int(task.read_text().split()[0]) for one in processes(self._pid)[1:]
                   for task in Path(f"/proc/{one}/task").glob("*/schedstat")) / 1000


def forget(database):
    """Take a file out of the system's memory."""
    with open(database, "rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def measured(databases, opened, kinds, cold=False):
    """For each kind and file the usual length of an answer, and for each round what each request cost."""
    known = [Addresses(database) for database in databases]
    for kind in kinds:
        found = [[] for _ in databases]
        lengths = [median(map(one.length, each.distinct(kind, WARM))) for one, each in zip(opened, known, strict=True)]
        for _ in range(ROUNDS):
            for place, (one, each) in enumerate(zip(opened, known, strict=True)):
                if cold:
                    forget(databases[place])
                one.length("/v1")
                found[place].append([one.cost(address) for address in each.distinct(kind, EACH)])
        yield kind, list(zip(lengths, found, strict=True))


def percentiles(rounds):
    """p25, p50 and p99 of all requests, and the lowest and highest p25 of a round."""
    together = quantiles((one for each in rounds for one in each), n=100)
    lower = sorted(quantiles(each, n=4)[0] for each in rounds)
    return together[24], together[49], together[98], lower[0], lower[-1]


def growth(found, which):
    """How many times as much the last file's p25, p50 and p99 are as the first's, and its answers as long.

    `which` is 0 for the processor's time and 1 for how long it took.
    """
    first, last = (percentiles([[one[which] for one in each] for each in rounds])[:3]
                   for _, rounds in (found[0], found[-1]))
    return [after / before for before, after in zip(first, last, strict=True)], found[-1][0] / found[0][0]


def line(kind, found, which):
    """What a kind costs, in Markdown."""
    told = [percentiles([[one[which] for one in each] for each in rounds]) for _, rounds in found]
    cells = [f"{low:.0f} ({least:.0f} to {most:.0f}) / {middle:.0f} / {late:.0f}, {length / 1000:.1f} kB"
             for (low, middle, late, least, most), (length, _) in zip(told, found, strict=True)]
    ratios, length = growth(found, which)
    return f"| {kind} | {' | '.join(cells)} | {', '.join(f'{each:.2f}' for each in ratios)} | {length:.2f} |"


def verdict(grown):
    """How many kinds keep to the aim at p50 and p99: of those whose answers are as long in each file, and of all."""
    kept = {kind for kind, (ratios, _) in grown.items() if max(ratios[1:]) <= AIM}
    alike = {kind for kind, (_, length) in grown.items() if 1 / ALIKE <= length <= ALIKE}
    return (f"At p50 and p99 within {AIM} times: {len(kept & alike)} of {len(alike)} kinds whose answers are as long, "
            f"{len(kept)} of all {len(grown)}. Longer answers: {', '.join(grown.keys() - alike) or 'none'}.")


@click.command()
@click.argument("databases", nargs=-1, required=True, type=click.Path(exists=True))
@click.option("--http", is_flag=True, help="Ask a server, not the program in this process.")
@click.option("--cold", is_flag=True, help="Begin each round with nothing of a file in memory.")
@click.option("--kinds", default=",".join(GROWING), help="The kinds of request, separated by commas.")
def main(databases, http, cold, kinds):
    """Print a line for each kind, in Markdown; over HTTP a second one tells how long answers took to arrive."""
    named = ["p25 (spread) / p50 / p99 in µs, kB of an answer", *databases, "last ÷ first of each", "of length"]
    print(f"| {' | '.join(named)} |\n| --- |{' ---: |' * (len(named) - 1)}")
    grown = {}
    with ExitStack() as stack:
        opened = [Served(each, stack) if http else Inside(each) for each in databases]
        for kind, found in measured(databases, opened, kinds.split(","), cold):
            print(line(kind, found, 0), flush=True)
            grown[kind] = growth(found, 0)
            if http or cold:
                print(line(f"{kind}, until it arrives", found, 1), flush=True)
    print(verdict(grown))


if __name__ == "__main__":
    main()
