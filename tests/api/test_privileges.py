"""The server needs nothing but to read its snapshot and one private folder to write in."""

import json
import os
from pathlib import Path

import pytest
import requests

from tests.privileges import unprivileged
from tests.serving import started

QUIET = ("--workers", "2", "--log", "off")
# What Python tells of each process: what it opens to write, whom it calls, what it removes.
WATCHER = """
import os, sys
PLACE = os.environ["WATCHED"]
def watch(event, told):
    if event == "open" and told[0] and not isinstance(told[0], int):
        if isinstance(told[1], str) and set(told[1]) & set("wax+") or told[2] & 3:
            note("write", os.fsdecode(told[0]))
    elif event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        note("call", repr(told[1] if event == "socket.connect" else told[0]))
    elif event in ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.chmod", "os.symlink", "os.link"):
        note("write", os.fsdecode(told[1 if event in ("os.link", "os.symlink") else 0]))
def note(kind, what):
    if what != PLACE and not what.startswith(("/dev/", "/proc/")):
        handle = os.open(PLACE, os.O_WRONLY | os.O_APPEND)
        os.write(handle, f"{kind} {what}\\n".encode())
        os.close(handle)
sys.addaudithook(watch)
"""
ARTICLE = {"data": "Ofsted rated Leeds council inadequate.", "headers": {"Content-Type": "text/plain"}, "timeout": 60}


def use(address):
    """Ask for all sorts of things, each of which must work."""
    for path in ("/v1", "/v1/quotes?limit=5", "/v1/ratings.csv", "/v1/quotes.xlsx", "/v1/search?q=leeds", "/docs", "/openapi.yaml", "/metrics", "/v1/exports"):
        assert requests.get(address + path, timeout=60).status_code == 200, path
    assert requests.post(f"{address}/v1/extractions", **ARTICLE).json()["ratings"]


@pytest.fixture
def shut(database, tmp_path):
    """A snapshot that can only be read, in a folder that can only be read."""
    folder = tmp_path / "shut"
    folder.mkdir()
    own = folder / "facts.sqlite"
    own.write_bytes(database.read_bytes())
    for parent in (*tmp_path.parents, tmp_path):
        if parent != Path("/") and parent.stat().st_uid == os.getuid() and "pytest" in parent.name:
            parent.chmod(0o755)
    own.chmod(0o444)
    folder.chmod(0o555)
    yield own
    folder.chmod(0o755)


def test_it_serves_from_a_read_only_folder_without_privileges(shut):
    with started(shut, *QUIET, cwd="/", **unprivileged()) as (address, _):
        use(address)
    assert [path.name for path in shut.parent.iterdir()] == ["facts.sqlite"]


def test_it_writes_only_in_its_private_folder_and_calls_nobody(shut, tmp_path):
    watched, private, hook = tmp_path / "watched", tmp_path / "private", tmp_path / "hook"
    for folder in (private, hook):
        folder.mkdir()
    watched.touch()
    (hook / "sitecustomize.py").write_text(WATCHER, encoding="utf-8")
    told = os.environ | {"WATCHED": str(watched), "TMPDIR": str(private), "PYTHONPATH": str(hook), "PYTHONDONTWRITEBYTECODE": "1"}
    with started(shut, *QUIET, env=told, cwd="/") as (address, _):
        use(address)
    notes = [line.split(" ", 1) for line in watched.read_text(encoding="utf-8").splitlines()]
    written = {what for kind, what in notes if kind == "write"}
    assert any(what.startswith(str(private)) for what in written), "the watcher saw nothing"
    assert not [what for what in written if not what.startswith(str(private)) and what.startswith("/")], json.dumps(sorted(written))
    called = {what for kind, what in notes if kind == "call"}
    assert not [what for what in called if "127.0.0.1" not in what], called
    assert not list(private.iterdir())
