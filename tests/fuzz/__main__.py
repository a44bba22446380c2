"""Coverage-guided fuzzing: `python -m tests.fuzz [TARGET ...] --seconds N` runs each target for its share of N.

Needs atheris (`pip install -e '.[fuzz]'`). What breaks a target is kept in tests/fuzz/found, and is a test from then on.
"""

import argparse
import os
import re
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["fixtures", "schemas", "api"]):
    from tests.fuzz.targets import TARGETS, seeds

FOUND = Path(__file__).parent / "found"
# Slower than this is a defect of its own; libFuzzer ends the run and keeps the input.
SLOWEST_SECONDS, LARGEST_BYTES = 5, 4096
# A shorter run begins with a part of the inputs: they alone would fill it.
LONG = 10


def run(name, seconds, corpus):
    """Fuzz one target in a process of its own; returns (inputs tried, whether it held)."""
    folder = corpus / name
    folder.mkdir(parents=True, exist_ok=True)
    for data in list(seeds(name))[::1 if seconds > LONG else 12]:
        (folder / sha256(data).hexdigest()[:16]).write_bytes(data)
    with tempfile.TemporaryFile("w+", errors="replace") as told:
        child = os.fork()
        if not child:
            os.dup2(told.fileno(), 2)
            fuzz(name, seconds, folder)
        held = os.waitpid(child, 0)[1] == 0
        told.seek(0)
        said = told.read()
    if not held:
        print(said[-4000:], file=sys.stderr)
    return max(map(int, re.findall(r"^(?:#|stat::number_of_executed_units: *)(\d+)", said, re.M)), default=0), held


def fuzz(name, seconds, folder):
    """Fuzz one target here and end the process."""
    FOUND.mkdir(exist_ok=True)
    atheris.Setup([sys.argv[0], str(folder), f"-max_total_time={seconds}", f"-timeout={SLOWEST_SECONDS}",
                   "-rss_limit_mb=2048", f"-max_len={LARGEST_BYTES}", f"-artifact_prefix={FOUND}/{name}-",
                   "-print_final_stats=1"], TARGETS[name])
    atheris.Fuzz()


def main():
    """Fuzz the targets asked for, one after the other; exit 1 if one broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, help="where inputs that reached new code are kept for the next run")
    asked = parser.parse_args()
    if unknown := set(asked.targets) - set(TARGETS):
        parser.error(f"no such target: {', '.join(unknown)}")
    chosen, held = asked.targets or list(TARGETS), True
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        for name in chosen:
            tried, whole = run(name, max(1, asked.seconds // len(chosen)), asked.corpus or Path(folder))
            print(f"{name}: {tried:,} inputs, {'held' if whole else 'broken, see tests/fuzz/found'}", flush=True)
            held = held and whole
    sys.exit(not held)


if __name__ == "__main__":
    main()
