"""What fuzzing found stays found: every input that broke a target once, and what the targets begin with."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, seeds

ROOT = Path(__file__).parents[2]
FOUND = sorted((Path(__file__).parent / "found").glob("*-*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_broke_a_target_once_does_not_again(path):
    TARGETS[path.name.partition("-")[0]](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_on_what_it_begins_with(name):
    begun = list(seeds(name))[::5]
    assert begun
    for data in begun:
        TARGETS[name](data)


@pytest.mark.skipif(not find_spec("atheris"), reason="atheris is not installed: pip install -e '.[fuzz]'")
def test_a_short_run_breaks_nothing(tmp_path):
    done = subprocess.run([sys.executable, "-m", "tests.fuzz", "--seconds", "15", "--corpus", tmp_path], cwd=ROOT,
                          capture_output=True, text=True, timeout=300)
    shutil.rmtree(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    counts = [int(line.split(": ")[1].split()[0].replace(",", "")) for line in done.stdout.splitlines()]
    assert len(counts) == len(TARGETS) and all(counts), done.stdout
