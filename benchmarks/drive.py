"""Drives a server with wrk and reads what it cost: requests a second, processor's time a request, latencies."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from time import sleep

SCRIPT = Path(__file__).with_name("addresses.lua")
TICK = os.sysconf("SC_CLK_TCK")


class Missing(Exception):
    """wrk is not installed."""


@dataclass
class Run:
    """What one run cost: milliseconds, but `cpu` is microseconds of processor's time for a request."""

    rate: float
    cpu: float
    p50: float
    p99: float
    requests: int


def free_port():
    """A port that nobody has."""
    with socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def processes(pid):
    """A process and all below it."""
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        for task in Path(f"/proc/{found[-1]}/task").glob("*/children"):
            waiting += [int(child) for child in task.read_text().split()]
    return found


def spent(pid):
    """The seconds of processor's time that a process and those below it have had."""
    total = 0
    for one in processes(pid):
        cells = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        total += int(cells[11]) + int(cells[12])
    return total / TICK


def memory(pid):
    """Megabytes that a process alone has, for each process below `pid`: what is shared is shared out (PSS)."""
    found = []
    for one in processes(pid)[1:]:
        match = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{one}/smaps_rollup").read_text(), re.MULTILINE)
        found.append(int(match[1]) / 1024)
    return found


def settle(pid):
    """Wait until a server is done with what nobody waits for any more: it would take the processor from the next."""
    for _ in range(300):
        before = spent(pid)
        sleep(0.2)
        # Of a busy machine it may get little in that time, but more than a tick.
        if spent(pid) - before <= 1 / TICK:
            break


def drive(pid, port, addresses, seconds, connections, folder, again=False, header=None):
    """Ask a server for `addresses`, each once or `again` and again, for so many seconds at most."""
    if not shutil.which("wrk"):
        raise Missing("wrk is needed: apt-get install wrk")
    listed = Path(folder) / f"addresses-{port}"
    listed.write_text("\n".join(addresses) + "\n", encoding="utf-8")
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(SCRIPT),
               *(("-H", header) if header else ()),
               f"http://127.0.0.1:{port}", "--", str(listed), "again" if again else "once"]
    before = spent(pid)
    ran = subprocess.run(command, capture_output=True, text=True)
    if ran.returncode:
        raise RuntimeError(f"wrk failed on {len(addresses)} addresses: {ran.stderr.strip()}")
    told = ran.stdout
    cost = spent(pid) - before
    settle(pid)
    found = json.loads(re.search(r"^RESULT (.*)$", told, re.MULTILINE)[1])
    if found["failed"]:
        raise RuntimeError(f"{found['failed']} of {found['requests']} requests failed, such as {addresses[0]}")
    # Who has answered nothing yet needs at least what it has spent.
    done = max(found["requests"], 1)
    return Run(done / found["seconds"], cost / done * 1e6, found["p50"], found["p99"], found["requests"])
