"""A day of use in small: `python -m tests.soak --minutes 10` mixes all sorts of requests while snapshots are swapped.

Prints what was asked and answered, with the workers' memory and the times; exit 1 if anything failed, grew or slowed.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote

import requests

from fixtures import snapshot
from tests import invented
from tests.serving import COMMAND, free_port

READERS, SWAP_SECONDS, LOOK_SECONDS = 4, 3, 5
# The first part only fills what is kept.
WARM = 0.25
MOST_GROWTH, MOST_SLOWER = 1.2, 2.0
ARTICLE = "Ofsted rated PLACE council inadequate. “We are sorry,” said Ann Example, director of children's services.\n" * 5


class Use:
    """Readers that ask all sorts of things, and what came of it."""

    def __init__(self, address, datasets):
        self.address, self.datasets = address, datasets
        self.stop = threading.Event()
        self.seen, self.wrong, self.taken = Counter(), [], []

    def read_on(self, seed):
        """Ask until told to stop."""
        chance, session = random.Random(seed), requests.Session()
        while not self.stop.is_set():
            method, path, told = self._question(chance)
            began = time.monotonic()
            try:
                answer = session.request(method, self.address + path, timeout=30, **told)
            except requests.RequestException as error:
                self.wrong.append(f"{method} {path}: {error!r}")
                continue
            self.taken.append((began, time.monotonic() - began))
            self._judge(method, path, answer)

    def _question(self, chance):
        word = chance.choice(["care", "council", "children", "good", "xyzzy", str(chance.randrange(10**6))])
        return chance.choice([
            ("GET", f"/v1/quotes?limit={chance.randint(1, 500)}", {}),
            ("GET", f"/v1/ratings?grade={chance.choice(['good', 'inadequate', 'good,outstanding'])}&sort=-reported", {}),
            ("GET", f"/v1/quotes?q={word}&limit=5", {}),
            ("GET", f"/v1/search?q={word}", {}),
            ("GET", f"/v1/verify?quote={quote(word + ' ' + word)}", {}),
            ("GET", f"/v1/quotes/quote-{chance.randrange(300)}", {}),
            ("GET", "/v1/statistics.csv", {}),
            ("GET", "/v1/councils?limit=500", {"headers": {"Accept-Encoding": chance.choice(["gzip", "br", "zstd"])}}),
            ("GET", "/v1", {"headers": {"If-None-Match": "*"}}),
            ("HEAD", "/v1/ratings", {}),
            ("GET", f"/v1/ratings?grade={word}", {}),
            ("GET", f"/v1/{word}", {}),
            ("GET", "/readyz", {}),
            ("POST", "/v1/extractions", {"data": ARTICLE.replace("PLACE", chance.choice(["Leeds", "Kent"])),
                                         "headers": {"Content-Type": "text/plain"}}),
        ])

    def _judge(self, method, path, answer):
        self.seen[answer.status_code] += 1
        busy = answer.status_code == 503 and path == "/v1/extractions"
        if answer.status_code >= 500 and not busy:
            self.wrong.append(f"{method} {path}: {answer.status_code} {answer.text[:200]}")
        if answer.status_code == 200 and answer.content and "json" in answer.headers["Content-Type"]:
            found = answer.json()
            dataset = found.get("dataset") or (found.get("meta") or {}).get("dataset")
            if dataset and dataset not in self.datasets:
                self.wrong.append(f"{method} {path}: of data set {dataset}")


def serve(database):
    """A server of a snapshot with two workers, and its address."""
    port = free_port()
    server = subprocess.Popen([COMMAND, "serve", "--database", database, "--port", str(port), "--workers", "2", "--log", "off"])
    for _ in range(200):
        try:
            requests.get(f"http://127.0.0.1:{port}/readyz", timeout=5)
            return server, f"http://127.0.0.1:{port}"
        except requests.ConnectionError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")


def memory(pid):
    """The megabytes that a process and those it started hold, shared pages counted in each."""
    family, total = [pid], 0
    while family:
        one = family.pop()
        try:
            family += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
            total += int(next(line for line in Path(f"/proc/{one}/status").read_text().splitlines() if "VmRSS" in line).split()[1])
        except (OSError, StopIteration):
            continue
    return total // 1024


def swap(made, database, turn):
    """Replace the snapshot as a load does; each fifth time by one that is damaged."""
    draft = database.with_suffix(".draft")
    shutil.copyfile(made[turn % len(made)], draft)
    if turn % 5 == 4:
        with draft.open("r+b") as file:
            file.seek(draft.stat().st_size // 2)
            file.write(b"damage" * 99)
    draft.replace(database)


def run(minutes, folder):
    """Use a server for so long; prints what came of it and returns what was wrong."""
    made = [folder / f"{number}.sqlite" for number in range(4)]
    datasets = {snapshot.write(path, invented.records(quotes=300 + 40 * number, seed=number))
                for number, path in enumerate(made)}
    database = Path(shutil.copy(made[0], folder / "facts.sqlite"))
    server, address = serve(database)
    use, held, swaps = Use(address, datasets), [], 0
    threads = [threading.Thread(target=use.read_on, args=(number,)) for number in range(READERS)]
    began = time.monotonic()
    try:
        for thread in threads:
            thread.start()
        looked = began
        while time.monotonic() - began < minutes * 60:
            time.sleep(SWAP_SECONDS)
            swaps += 1
            swap(made, database, swaps)
            if time.monotonic() - looked > LOOK_SECONDS:
                looked = time.monotonic()
                held.append(memory(server.pid))
    finally:
        use.stop.set()
        for thread in threads:
            thread.join()
        server.terminate()
        server.wait(timeout=60)
    return report(use, held, swaps, time.monotonic() - began, began)


def report(use, held, swaps, seconds, began):
    """Print what came of it; returns what was wrong."""
    middle = began + seconds * (WARM + (1 - WARM) / 2)
    parts = [[took for at, took in use.taken if begins <= at < ends]
             for begins, ends in ((began + seconds * WARM, middle), (middle, began + seconds))]
    slow = [quantiles(part, n=100) for part in parts]
    steady = held[int(len(held) * WARM):]
    half = len(steady) // 2
    print(f"{sum(use.seen.values()):,} requests in {seconds:.0f} s, {swaps} swaps, each fifth damaged; by status:",
          ", ".join(f"{status} {count:,}" for status, count in sorted(use.seen.items())))
    for name, part, found in zip(("first half", "second half"), parts, slow, strict=True):
        print(f"{name}: {len(part):,} requests, p50 {found[49] * 1000:.1f} ms, p99 {found[98] * 1000:.1f} ms")
    print(f"memory of all processes, MB: first half {max(steady[:half])} at most, second half {max(steady[half:])}")
    if max(steady[half:]) > MOST_GROWTH * max(steady[:half]):
        use.wrong.append("memory grew")
    if slow[1][98] > MOST_SLOWER * slow[0][98] + 0.05:
        use.wrong.append("the slowest answers became slower")
    return use.wrong


def main():
    """Soak, and say what was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        wrong = run(parser.parse_args().minutes, Path(folder))
    print(*(wrong[:20] or ["nothing was wrong"]), sep="\n")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
