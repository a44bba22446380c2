"""A Dask cluster reads instead of this machine: the same bytes, also when one of its workers dies."""

import hashlib
import importlib.util
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fixtures import cluster
from fixtures.corpus import SHIPPED
from fixtures.load import load
from fixtures.workers import Stopped
from tests.serving import COMMAND, free_port

DOCS = Path(__file__).parents[2] / "docs" / "loading.md"
DOCUMENTED = re.search(r"```\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.S)[1].splitlines()
needs_dask = pytest.mark.skipif(
    not importlib.util.find_spec("distributed"), reason="Dask is not installed: make dask")


@pytest.fixture(scope="module")
def scheduler():
    """The address of a scheduler with two workers, each a process, started by the commands that the docs give."""
    port = str(free_port())
    started = [subprocess.Popen([COMMAND.with_name("dask"), *command.replace("8786", port).split()[1:], "--no-dashboard"],
                                stderr=subprocess.DEVNULL) for command in DOCUMENTED[:2]]
    yield f"tcp://127.0.0.1:{port}"
    for process in reversed(started):
        process.terminate()
        process.wait(60)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """A folder of 130 articles, a file that is none, and one that is too large."""
    folder = tmp_path_factory.mktemp("corpus")
    for number in range(130):
        (folder / f"article-{number}.txt").write_text(
            f'Exeter Courier number {number}\n\nDevon County Council was rated good by Ofsted.\n\n'
            f'"It took {number} weeks," said Ada Quillfeather.\n', encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    (folder / "large.txt").write_text("word " * 500_000, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def here(corpus, tmp_path_factory):
    """What this machine makes of the articles by itself."""
    path = tmp_path_factory.mktemp("here") / "facts.sqlite"
    load([SHIPPED, corpus], path, skip_bad=True, workers=1)
    return digest(path)


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@needs_dask
def test_a_cluster_gives_the_same_bytes(scheduler, corpus, here, tmp_path):
    target = tmp_path / "facts.sqlite"
    command = DOCUMENTED[2].replace("~/cuttings", f"{SHIPPED} {corpus}").replace("facts.sqlite", str(target))
    command = command.replace("tcp://127.0.0.1:8786", scheduler)
    subprocess.run([COMMAND, *command.split()[1:], "--skip-bad"], check=True, timeout=300, stdout=subprocess.DEVNULL)
    assert digest(target) == here


@needs_dask
def test_a_worker_that_dies_loses_nothing(scheduler, corpus, here, tmp_path):
    killed = []
    with cluster.cluster(scheduler) as pool:
        pool.client.wait_for_workers(2, timeout=120)

        def kill_one(done, total):
            if not killed:
                killed.append(next(iter(pool.client.run(os.getpid).values())))
                os.kill(killed[0], signal.SIGKILL)

        load([SHIPPED, corpus], tmp_path / "facts.sqlite", skip_bad=True, progress=kill_one, pool=pool)
    assert killed
    assert digest(tmp_path / "facts.sqlite") == here


@needs_dask
def test_workers_that_go_by_other_rules_are_refused(scheduler, tmp_path, monkeypatch):
    with cluster.cluster(scheduler) as pool:
        monkeypatch.setattr(cluster, "rules", lambda: "other rules")
        with pytest.raises(Stopped, match="another version"):
            load([SHIPPED], tmp_path / "facts.sqlite", pool=pool)
    assert list(tmp_path.iterdir()) == []


@needs_dask
def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(Stopped, match="no Dask scheduler answers at tcp://127.0.0.1:9"), cluster.cluster("tcp://127.0.0.1:9"):
        pass


def test_processes_here_and_a_cluster_are_not_asked_for_together(tmp_path):
    asked = [COMMAND, "load", "--database", tmp_path / "facts.sqlite", "--workers", "2", "--scheduler", "tcp://127.0.0.1:9"]
    done = subprocess.run(asked, capture_output=True, text=True)
    assert done.returncode == 2 and "--scheduler are its own" in done.stderr


def test_without_dask_it_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Stopped, match="make dask"), cluster.cluster("tcp://127.0.0.1:9"):
        pass


def test_the_rules_of_a_program_change_with_its_tables_and_code(monkeypatch, tmp_path):
    assert len(cluster.rules()) == 64
    (tmp_path / "fixtures").mkdir()
    monkeypatch.setattr(cluster, "__file__", str(tmp_path / "fixtures" / "cluster.py"))
    seen = set()
    for name, text in (("a.py", "x = 1"), ("a.py", "x = 2"), ("b.csv", "name")):
        (tmp_path / "fixtures" / name).write_text(text, encoding="utf-8")
        seen.add(cluster.rules.__wrapped__())
    assert len(seen) == 3
