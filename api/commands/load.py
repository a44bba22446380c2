"""`load`: reads corpora and writes a snapshot."""

import os
import signal
import sys
from contextlib import contextmanager, nullcontext, suppress

import click

from api.commands import database_option


@click.command()
@click.argument("corpora", nargs=-1, metavar="[CORPUS ...]", type=click.Path())
@database_option("The snapshot to write, in place of one that is there.")
@click.option("--workers", type=click.IntRange(1, 256), help="How many processes read  [default: one a processor].")
@click.option("--scheduler", metavar="ADDRESS",
              help="Let the workers of a Dask scheduler read, such as tcp://host:8786.")
@click.option("--skip-bad", is_flag=True, help="Leave out files that cannot be read, and record an issue for each.")
@click.option("--no-reference", is_flag=True, help="Leave out the official ratings that come with the project.")
def command(corpora, database, workers, scheduler, skip_bad, no_reference):
    """Read corpora, folders of articles, and write a snapshot (default: the articles that come with the project)."""
    from fixtures.cluster import cluster
    from fixtures.corpus import SHIPPED, BadCorpus
    from fixtures.draft import Unwritable
    from fixtures.load import load
    from fixtures.workers import Stopped

    if workers and scheduler:
        raise click.UsageError("--workers are processes of this machine; those of a --scheduler are its own.")
    signal.signal(signal.SIGTERM, _stop)
    before = _standing(database)
    try:
        with cluster(scheduler) if scheduler else nullcontext() as pool, _progress("Reading articles") as step:
            loaded = load(corpora or (SHIPPED,), database, skip_bad, step, not no_reference, workers, pool)
    except (BadCorpus, Stopped, Unwritable) as error:
        raise click.ClickException(str(error)) from None
    except (KeyboardInterrupt, MemoryError) as error:
        reason = "out of memory" if isinstance(error, MemoryError) else "asked to stop"
        result = "untouched" if _standing(database) == before else "the new snapshot, complete"
        raise click.ClickException(f"The load ended early: {reason}; {database} is {result}.") from None
    _print(loaded, database)


@contextmanager
def _progress(label):
    """A function to call with (done, total) that moves a bar; None in a pipe, where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _print(loaded, database):
    for table, total in loaded.totals.items():
        click.echo(f"{table:<14}{total:>8,}")
    for kind, count in sorted(loaded.issues.items()):
        click.echo(f"  issue {kind}: {count}")
    for name, reason in loaded.skipped:
        click.echo(f"  left out {name}: {reason}")
    click.echo(f"{database} holds data set {loaded.dataset[:12]}")


def _stop(number, frame):
    """End as by Ctrl-C, which leaves nothing behind."""
    raise KeyboardInterrupt


def _standing(database):
    """What tells the file that stands there from another, or None."""
    with suppress(OSError):
        found = os.stat(database)
        return found.st_dev, found.st_ino
