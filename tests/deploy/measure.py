"""What an answer costs, in processor time: `make bench-deploy` prints the figures that docs/scale.md rests on.

Processor time, for it says the same on a busy machine. The snapshot is of the articles and the record that come with the
project; the addresses are what readers ask for: councils, their ratings and timelines, single records, searches, sums.
"""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.deploy import balanced

ROUNDS, PART, ASKED = 3, 250, 3000
CODINGS = "gzip, deflate, br, zstd"


def processes(parent):
    """The processes that a process started."""
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True).stdout
    return [int(line) for line in found.split()]


def spent(pids):
    """The processor time of some processes, in seconds."""
    times = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13] for pid in pids]
    return sum(int(part) for both in times for part in both) / os.sysconf("SC_CLK_TCK")


def memory(pids):
    """The memory of some processes, shared parts counted once, in MB."""
    lines = [line for pid in pids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def ask(address, paths):
    """Ask for each path; the mean number of bytes of an answer, headers and body."""
    connection, size = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60), 0
    for number, path in enumerate(paths):
        if number % 900 == 899:
            connection.close()
        connection.request("GET", path, headers={"Accept-Encoding": CODINGS})
        answer = connection.getresponse()
        size += len(str(answer.headers)) + len(answer.read())
        assert answer.status == 200, path
    return size / len(paths)


def addresses(address):
    """What readers ask for, in an order by chance."""
    def ids(table, limit):
        connection.request("GET", f"/v1/{table}?limit={limit}")
        return [each["id"] for each in json.loads(connection.getresponse().read())["data"]]
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
    councils = ids("councils", 160)
    found = [f"/v1/councils/{id}{part}" for id in councils for part in ("", "/ratings", "/timeline")]
    found += [f"/v1/ratings?council={id}&limit=20" for id in councils] + [f"/v1/search?q={id.split('-')[0]}" for id in councils[:80]]
    found += [f"/v1/ratings/{id}" for id in ids("ratings", 150)] + [f"/v1/quotes/{id}" for id in ids("quotes", 40)]
    found += [f"/v1/summary?by=grade,region&as_of=20{year}-03-31" for year in range(10, 26)]
    random.Random(1).shuffle(found)
    return found


def main():
    """Measure and print."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(tempfile.mkdtemp(prefix="measure-"))
    subprocess.run([balanced.COMMAND, "load", "--database", folder / "facts.sqlite"], check=True, stdout=subprocess.DEVNULL)
    replicas = [balanced.Replica(folder / "facts.sqlite", folder) for _ in range(2)]
    try:
        for replica in replicas:
            replica.start()
        with balanced.balanced(replicas, folder) as address:
            measure(address, replicas, folder)
    finally:
        for replica in replicas:
            if replica.process:
                replica.kill()


def measure(address, replicas, folder):
    """The figures, each as often as ROUNDS says."""
    workers, direct = processes(replicas[0].process.pid), f"http://127.0.0.1:{replicas[0].port}"
    paths = addresses(direct)
    print(f"{len(paths)} addresses")
    for number in range(ROUNDS):
        part = paths[number * PART:(number + 1) * PART]
        before = spent(workers)
        ask(direct, part)
        made = spent(workers) - before
        ask(direct, part * 6)
        again = spent(workers) - before - made
        print(f"replica: {made / len(part) * 1000:.2f} ms an answer made, {again / len(part) / 6 * 1000:.2f} ms one kept")
    ask(address, paths)
    proxies = processes(int((folder / "nginx.pid").read_text()))
    for number in range(ROUNDS):
        before = spent(proxies)
        size = ask(address, random.Random(number).choices(paths, [1 / (rank + 1) for rank in range(len(paths))], k=ASKED))
        print(f"nginx: {(spent(proxies) - before) / ASKED * 1000:.3f} ms an answer kept, {size:.0f} bytes with headers")
    kept = [path for path in (folder / "cache").rglob("*") if path.is_file()]
    print(f"kept on disk: {sum(path.stat().st_blocks for path in kept) * 512 / len(kept):.0f} bytes an answer")
    print(f"log: {(folder / 'access.log').stat().st_size / len((folder / 'access.log').read_text().splitlines()):.0f} bytes a line")
    print(f"memory: nginx {memory(proxies):.0f} MB, a replica {memory([replicas[0].process.pid, *workers]):.0f} MB")


if __name__ == "__main__":
    main()
