"""A progress bar on a terminal, and none in a pipe."""

import sys
from contextlib import contextmanager


@contextmanager
def progress(label):
    """A function to call with (done, total), or None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
