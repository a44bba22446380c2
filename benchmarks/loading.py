"""Times `load` and measures its memory on corpora of growing size; `make bench-load` prints the table.

Each round is a process of its own. Processor time is counted, not the clock, so that what else runs matters less: all
of it for articles a second and core; for rows a second only that of the process which writes, with its indexes, search
and timelines. Memory is the most that this process held, and the most that any of those that read did.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks import articles
from fixtures.load import load

COUNTS = [int(count) for count in os.environ.get("COUNTS", "1000 10000 100000").split()]
SIZE = int(os.environ.get("SIZE", "4000"))
ROUNDS = int(os.environ.get("ROUNDS", "5"))
COLUMNS = {"articles": 10, "articles/s/core": 22, "rows/s": 26, "writer MB": 16, "reader MB": 16, "seconds": 18}


def main():
    """Print a line for each size: the median of all rounds, and the lowest and highest."""
    print(f"Articles of about {SIZE:,} characters; median (lowest-highest) of {ROUNDS}; {os.cpu_count()} processors")
    print("".join(name.rjust(width) for name, width in COLUMNS.items()))
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            articles.write(Path(folder) / "corpus", count, SIZE)
            rounds = [_apart(folder) for _ in range(ROUNDS)]
        cells = [f"{count:,}", *(_spread([each[name] for each in rounds]) for name in list(COLUMNS)[1:])]
        print("".join(cell.rjust(width) for cell, width in zip(cells, COLUMNS.values(), strict=True)), flush=True)


def _apart(folder):
    """One round in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.loading", f"{folder}/corpus", f"{folder}/facts.sqlite"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def one_round(corpus, database):
    """Load a corpus and say what it took."""
    before, start = time.process_time(), time.perf_counter()
    loaded = load([corpus], database)
    own = time.process_time() - before
    readers = resource.getrusage(resource.RUSAGE_CHILDREN)
    connection = sqlite3.connect(database)
    tables = [name for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
              if "fts5" not in sql and not name.startswith("sqlite_") and not _of_search(name)]
    rows = sum(connection.execute(f"SELECT count(*) FROM [{name}]").fetchone()[0] for name in tables)
    return {
        "articles/s/core": loaded.totals["articles"] / (own + readers.ru_utime + readers.ru_stime),
        "rows/s": rows / own, "seconds": time.perf_counter() - start,
        "writer MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "reader MB": readers.ru_maxrss / 1024,
    }


def _of_search(name):
    """Whether a table is one of those that SQLite keeps for a full-text index."""
    return name.endswith(("_data", "_idx", "_content", "_docsize", "_config"))


def _spread(values):
    return f"{median(values):,.0f} ({min(values):,.0f}-{max(values):,.0f})"


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(one_round(*sys.argv[1:])))
    else:
        main()
