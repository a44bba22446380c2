"""What the program is compared with: how each is started, and how each is asked what the program is asked."""

import os
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep
from urllib.parse import parse_qs, urlencode, urlsplit
from urllib.request import urlopen

BIN = Path(sys.executable).parent
SEARCH = "select kind, id, title, body from search where search match :q order by rank limit 20"
SUMMARY = "select grade, framework, count(*) from ratings where council_id in (:a, :b) group by 1, 2"
OVERVIEW = "select grade, framework, count(*) from ratings group by 1, 2"


def told(address):
    """The path and the parameters of one of the program's addresses."""
    parts = urlsplit(address)
    return parts.path.removeprefix("/v1"), {name: values[0] for name, values in parse_qs(parts.query).items()}


def matched(q):
    """A search of the program as SQLite's full-text index takes it."""
    return " ".join(f'"{word.rstrip("*")}"{"*" * word.endswith("*")}' for word in q.split())


def of_fast(kind, address, after):
    """The address at which the FastAPI program answers the same."""
    path, given = told(address)
    return {
        "one": lambda: path, "quotes": lambda: f"/quotes?{urlencode({'after': after})}",
        "page": lambda: "/ratings?" + urlencode({"council": given["council"], "grade": given["grade"],
                                                 "since": given["from"], "limit": 20}),
        "summary": lambda: "/summary?" + urlencode({"council": given["council"]}),
        "overview": lambda: "/overview",
        "facets": lambda: "/facets?" + urlencode({"since": given["from"]}),
        "search": lambda: "/search?" + urlencode({"q": matched(given["q"])}),
    }[kind]()


def of_datasette(kind, address, after):
    """The address at which Datasette answers the same."""
    path, given = told(address)
    return {
        "one": lambda: f"/facts{path}.json?_shape=objects",
        "quotes": lambda: "/facts/quotes.json?" + urlencode({"_size": 50, "_shape": "objects", "_next": after}),
        "page": lambda: "/facts/ratings.json?" + urlencode({
            "council_id": given["council"], "grade": given["grade"], "reported__gte": given["from"], "_size": 20,
            "_shape": "objects"}),
        "summary": lambda: "/facts.json?" + urlencode(dict(zip(
            ("sql", "a", "b"), (SUMMARY, *given["council"].split(",")), strict=True))),
        "overview": lambda: "/facts.json?" + urlencode({"sql": OVERVIEW}),
        "facets": lambda: "/facts/ratings.json?" + urlencode({
            "_facet": "grade", "reported__gte": given["from"], "_size": 1}) + "&_facet=area",
        "search": lambda: "/facts.json?" + urlencode({"sql": SEARCH, "q": matched(given["q"])}),
    }[kind]()


@dataclass
class Peer:
    """A program that is measured: its command, where {port} and {database} stand for themselves, and its settings."""

    name: str
    command: list
    ready: str
    address: object
    environment: dict = field(default_factory=dict)

    @contextmanager
    def running(self, database, port, folder):
        """Its process, while it answers."""
        told = {"port": port, "database": database, "folder": folder}
        settings = os.environ | {name: value.format(**told) for name, value in self.environment.items()}
        process = subprocess.Popen([part.format(**told) for part in self.command], env=settings,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(300):
                if process.poll() is not None:
                    raise RuntimeError(f"{self.name} stopped")
                try:
                    urlopen(f"http://127.0.0.1:{port}{self.ready}", timeout=5).close()
                    break
                except OSError:
                    sleep(0.1)
            yield process.pid
        finally:
            process.terminate()
            process.wait()


def peers(workers):
    """The program itself and those that it is compared with, each with as many workers."""
    return {
        "own": Peer("own", [f"{BIN}/inspection-facts", "serve", "--database", "{database}", "--port", "{port}",
                            "--workers", str(workers)], "/readyz", lambda kind, address, after: address),
        "bare": Peer("bare", [sys.executable, "-m", "benchmarks.peers.gunicorned", "{port}", str(workers)], "/v1/one",
                     lambda kind, address, after: f"/v1/{kind}", {"BODIES": "{folder}/bodies"}),
        "plain": Peer("plain", [sys.executable, "-m", "benchmarks.peers.gunicorned", "{port}", str(workers), "plain"],
                      "/v1/one", lambda kind, address, after: f"/v1/{kind}", {"BODIES": "{folder}/bodies"}),
        "fastapi": Peer("fastapi", [f"{BIN}/uvicorn", "benchmarks.peers.fast:app", "--port", "{port}", "--workers",
                                    str(workers), "--log-level", "error", "--no-access-log"], "/openapi.json", of_fast,
                        {"DATABASE": "{database}"}),
        "datasette": Peer("datasette", [f"{BIN}/datasette", "serve", "-i", "{folder}/facts.db", "-p", "{port}",
                                        "--setting", "sql_time_limit_ms", "60000",
                                        "--setting", "facet_time_limit_ms", "60000"],
                          "/-/versions.json", of_datasette),
    }

