"""Measures the program over HTTP beside its peers: `python -m benchmarks --help`.

Each kind of request is asked of each server in turn, round by round, so that whatever else the machine does falls on
all of them alike. Ratios are of processor's time: how many times as long the peer needs for the same request.
"""

import json
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import click

from benchmarks.addresses import KINDS, Addresses
from benchmarks.drive import Missing, drive, free_port, memory
from benchmarks.invent import Invention
from benchmarks.peers import peers
from benchmarks.table import plot, table

COMPARED = ("one", "page", "quotes", "summary", "overview", "facets", "search")
# What is asked again and again: of a bare view as often, since it keeps nothing.
ALWAYS = ("own", "bare", "plain")
# No server here answers more requests a second.
MOST = 4000
REPEATED = {"repeated": "one", "repeated page": "quotes", "zipf": "one", "304": "one"}


@click.command()
@click.option("--quotes", default=10_000, show_default=True, help="How many quotes the invented snapshot holds.")
@click.option("--database", type=click.Path(exists=True), help="A snapshot to measure on instead.")
@click.option("--rounds", default=5, show_default=True)
@click.option("--seconds", default=1, show_default=True, help="How long one run takes at most.")
@click.option("--connections", default=8, show_default=True)
@click.option("--workers", default=1, show_default=True, help="How many processes each server has.")
@click.option("--only", help="The peers to compare with, separated by commas; without it those that are installed.")
@click.option("--kinds", default=",".join((*KINDS, *REPEATED)), help="The kinds of request, separated by commas.")
@click.option("--results", default="build/bench", show_default=True, help="The folder for the figures and the plot.")
def main(quotes, database, rounds, seconds, connections, workers, only, kinds, results):
    """Measure the program beside a bare Flask view and, where they are installed, FastAPI and Datasette."""
    folder = Path(results)
    folder.mkdir(parents=True, exist_ok=True)
    if not database:
        database = folder / f"{quotes}.sqlite"
        if not database.exists():
            Invention(quotes).write(database)
    try:
        found, used = measured(os.path.abspath(database), kinds.split(","), rounds, seconds, connections, workers,
                               chosen(only))
    except Missing as error:
        raise click.ClickException(str(error)) from None
    told = {"quotes": quotes, "rounds": rounds, "seconds": seconds, "connections": connections, "workers": workers}
    runs = {kind: {name: [vars(run) for run in each] for name, each in by.items()} for kind, by in found.items()}
    (folder / "results.json").write_text(json.dumps({"told": told, "memory": used, "runs": runs}), encoding="utf-8")
    click.echo(table(found))
    click.echo(f"Memory of each worker, in MB (PSS): {', '.join(f'{one:.0f}' for one in used)}.")
    if plot(found, folder / "ratios.png"):
        click.echo(f"{folder}/ratios.png shows the ratios.")


def chosen(only):
    """The names of the peers to measure."""
    if only:
        return (*ALWAYS, *(name for name in only.split(",") if name not in ALWAYS))
    from importlib.util import find_spec
    return (*ALWAYS, *(name for name in ("fastapi", "datasette") if find_spec(name)))


def measured(database, kinds, rounds, seconds, connections, workers, names):
    """The runs of each kind by peer, and the memory of the program's workers at the end."""
    known, found = Addresses(database), {}
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        bodies = Path(folder) / "bodies"
        bodies.mkdir()
        # Datasette calls a database after its file.
        (Path(folder) / "facts.db").symlink_to(database)
        running = {}
        all_peers = peers(workers)
        for name in names:
            if name == "bare":
                _fill(bodies, known, running["own"][1])
            port = free_port()
            pid = stack.enter_context(all_peers[name].running(database, port, folder))
            running[name] = (all_peers[name], port, pid)
        for kind in kinds:
            click.echo(f"{kind} ...", err=True)
            found[kind] = _rounds(known, running, kind, rounds, seconds, connections, folder)
        return found, memory(running["own"][2])


def _fill(bodies, known, port):
    """Put an answer of each kind where the bare view finds it: one of middling size."""
    for kind in KINDS:
        answers = [urlopen(f"http://127.0.0.1:{port}{address}").read() for address in known.distinct(kind, 9)]
        (bodies / kind).write_bytes(sorted(answers, key=len)[4])


def _rounds(known, running, kind, rounds, seconds, connections, folder):
    base, found = REPEATED.get(kind, kind), {name: [] for name in running}
    # The peers keep nothing, and are asked what the program was.
    for asked, again in known.rounds(kind, base, seconds * MOST, rounds):
        for name, (peer, port, pid) in running.items():
            if name in ("fastapi", "datasette") and kind not in COMPARED:
                continue
            header = _tag(port, asked[0]) if kind == "304" and name == "own" else None
            told = [peer.address(base, address, known.any_id()) for address in asked]
            found[name].append(
                drive(pid, port, told, seconds, connections, folder, again or name in ALWAYS[1:], header))
    return {name: runs for name, runs in found.items() if runs}


def _tag(port, address):
    """The header of a client that has the answer already."""
    with urlopen(f"http://127.0.0.1:{port}{address}") as answer:
        return f"If-None-Match: {answer.headers['ETag']}"


if __name__ == "__main__":
    main()
