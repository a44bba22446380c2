"""Loading cannot lose: whatever happens to a load, the old snapshot stands untouched or the new one is complete."""

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from api.snapshot import Snapshot
from fixtures import draft as drafts
from fixtures import snapshot
from fixtures.corpus import SHIPPED
from fixtures.load import load
from tests.privileges import unprivileged

COMMAND = Path(sys.executable).with_name("inspection-facts")
# `make torture` asks for more.
KILLS = int(os.environ.get("TORTURE_KILLS", "12"))
FRACTIONS = [part / 100 for part in range(4, 100, max(4, 300 // KILLS))]


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    """Two corpora of little text, each with the bytes of the snapshot that it becomes."""
    made = {}
    for name in ("Kent", "Essex"):
        folder = tmp_path_factory.mktemp(name)
        for number in range(9):
            (folder / f"{number}.txt").write_text(f"{name} County Council was rated good by Ofsted.\n" * (number + 1), encoding="utf-8")
        load([folder], folder / "facts.sqlite", official=False)
        made[folder] = digest(folder / "facts.sqlite")
    return made


@pytest.fixture
def target(tmp_path, corpora):
    """A snapshot of the first corpus, by itself in a folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(shutil.copy(next(iter(corpora)) / "facts.sqlite", folder))


def begin(corpus, database, *more, **told):
    """A load that runs."""
    return subprocess.Popen([COMMAND, "load", corpus, "--database", database, "--no-reference", *more], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **told)


def failed(corpus, database, **told):
    """The one line that a load fails with."""
    process = begin(corpus, database, **told)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1 and said.startswith("Error: ") and said.count("\n") == 1, said
    return said


def alone(target):
    """Whether nothing but the snapshot is in its folder."""
    return [path.name for path in target.parent.iterdir()] == [target.name]


def writing(target):
    """Whether a draft is being filled."""
    with suppress(FileNotFoundError):
        return any(path.stat().st_size for path in target.parent.glob(".*.draft/*"))


def test_killed_at_any_moment_the_old_snapshot_stands_or_the_new_one_is_complete(target, corpora):
    chance, survived = random.Random(8), {"old": 0, "new": 0}
    first, second = corpora
    began = time.monotonic()
    begin(second, target).communicate(timeout=60)
    longest = time.monotonic() - began
    for number in range(KILLS):
        corpus = (first, second)[number % 2]
        before = digest(target)
        process = begin(corpus, target)
        if number % 3:
            # Two of three while the snapshot is being written, which takes little of the time.
            while process.poll() is None and not writing(target):
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.4))
        else:
            time.sleep(chance.uniform(0, longest))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=60)
        after = digest(target)
        assert after in (before, corpora[corpus]), f"kill {number} left neither"
        survived["new" if after != before else "old"] += 1
        assert Snapshot(target).meta["dataset"]
    begin(second, target).communicate(timeout=60)
    assert digest(target) == corpora[second] and alone(target)
    print(f"{KILLS} kills: {survived}")
    assert survived["old"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_load_that_is_stopped_says_so_and_leaves_nothing(target, corpora, number):
    before = digest(target)
    for delay in (0.0, 0.02):
        process = begin(list(corpora)[1], target)
        while process.poll() is None and not writing(target):
            time.sleep(0.001)
        time.sleep(delay)
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
        assert alone(target)
        if process.returncode:
            assert process.returncode == 1 and said == f"Error: The load ended early: asked to stop; {target} is untouched.\n"
            assert digest(target) == before
        else:
            assert digest(target) == list(corpora.values())[1]


@pytest.mark.parametrize("fraction", FRACTIONS)
def test_where_the_disk_ends_nothing_is_lost(target, corpora, fraction):
    most, before = int(target.stat().st_size * fraction), digest(target)
    said = failed(list(corpora)[1], target, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    assert f"{target} cannot be written: " in said and "untouched" in said
    assert digest(target) == before and alone(target)


@pytest.mark.skipif(os.getuid() != 0 or sys.platform != "linux", reason="mounting a small file system needs root on Linux")
def test_on_a_full_file_system_nothing_is_lost(tmp_path, corpora):
    first, second = corpora
    size = (first / "facts.sqlite").stat().st_size
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={int(size * 1.5)}", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small file system is not allowed here")
    try:
        target = Path(shutil.copy(first / "facts.sqlite", folder))
        before = digest(target)
        said = failed(second, target)
        assert "full" in said or "No space left" in said
        assert digest(target) == before and alone(target)
    finally:
        subprocess.run(["umount", folder], check=True)


def test_in_a_read_only_folder_nothing_is_lost(target, corpora):
    before = digest(target)
    target.parent.chmod(0o555)
    try:
        said = failed(list(corpora)[1], target, **unprivileged())
    finally:
        target.parent.chmod(0o755)
    assert "Permission denied" in said and digest(target) == before and alone(target)


@pytest.mark.parametrize("name, how", [("missing/facts.sqlite", "No such file or directory"), (".", "it is a folder")])
def test_a_place_that_cannot_be_is_refused_before_anything_is_read(tmp_path, corpora, name, how):
    seen = []
    with pytest.raises(drafts.Unwritable, match=how):
        load([next(iter(corpora))], tmp_path / name, progress=lambda *step: seen.append(step))
    assert not seen


@pytest.mark.parametrize("call", ["os.replace", "os.fsync", "os.fchmod", "os.open", "tempfile.mkdtemp", "fcntl.flock"])
def test_any_call_of_the_system_may_fail(target, call, monkeypatch):
    def broken(*told, **more):
        raise OSError(5, "Input/output error")
    before = digest(target)
    with monkeypatch.context() as patched:
        patched.setattr(f"fixtures.draft.{call}", broken)
        with pytest.raises(drafts.Unwritable, match="Input/output error"):
            snapshot.write(target, {})
    assert digest(target) == before
    snapshot.write(target, {})
    assert alone(target)


def test_two_loads_at_once_both_end_and_one_of_them_stands(target, corpora):
    running = [begin(corpus, target) for corpus in corpora]
    assert [process.communicate(timeout=120) and process.returncode for process in running] == [0, 0]
    assert digest(target) in corpora.values() and alone(target)


def test_the_draft_of_a_load_that_goes_on_is_not_swept_away(target, tmp_path):
    with drafts.place(target) as folder:
        drafts.sweep(target)
        assert folder.exists()
        shutil.copy(target, folder / drafts.WHOLE)
    assert alone(target)


def test_what_a_killed_load_left_goes_and_other_files_stay(target):
    others = [target.parent / name for name in (".other.sqlite.abc.draft", "facts.sqlite.draft", ".facts.sqlite.bak")]
    left = target.parent / f".{target.name}.abc.draft"
    for folder in (*others, left):
        folder.mkdir()
        (folder / drafts.WHOLE).touch()
    snapshot.write(target, {})
    assert all((other / drafts.WHOLE).exists() for other in others) and not left.exists()


def test_a_link_is_no_draft(target, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").touch()
    (target.parent / f".{target.name}.abc.draft").symlink_to(precious)
    snapshot.write(target, {})
    assert (precious / "file").exists()


def test_a_snapshot_of_another_version_is_replaced(target, corpora):
    import sqlite3
    with sqlite3.connect(target) as old:
        old.execute("DROP TABLE meta")
        old.execute("CREATE TABLE newer (x)")
    corpus = list(corpora)[1]
    begin(corpus, target).communicate(timeout=60)
    assert digest(target) == corpora[corpus]


@pytest.fixture
def large(tmp_path):
    """A corpus that several processes read, for some seconds."""
    text = (sorted(SHIPPED.glob("*.txt"))[0]).read_text(encoding="utf-8") * 5
    folder = tmp_path / "large"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def children(process):
    """The ids of the processes that a load reads with, when they are there."""
    # A machine with much else to do takes its time.
    for _ in range(1200):
        found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        # One of them only keeps count of what the others share.
        if len(found) > 2:
            return [int(each) for each in found]
        time.sleep(0.05)
    raise AssertionError("the load started no processes")


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
def test_when_a_load_is_killed_its_processes_end_too(target, large):
    before = digest(target)
    process = begin(large, target, "--workers", "2")
    readers = children(process)
    time.sleep(1)
    process.kill()
    process.wait(timeout=20)
    # One that had only begun to start ends when it has started.
    for _ in range(400):
        if not any(Path(f"/proc/{reader}").exists() for reader in readers):
            break
        time.sleep(0.1)
    assert not [reader for reader in readers if Path(f"/proc/{reader}").exists()]
    assert digest(target) == before


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
def test_when_a_process_of_a_load_is_killed_the_load_says_so(target, large):
    before = digest(target)
    process = begin(large, target, "--workers", "2")
    time.sleep(1)
    os.kill(children(process)[-1], signal.SIGKILL)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1 and said.count("\n") == 1 and "ended from outside" in said
    assert digest(target) == before and alone(target)
