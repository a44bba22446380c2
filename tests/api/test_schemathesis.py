"""schemathesis finds nothing: the server does what the contract says, for made-up input good and bad."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import ROOT

HERE = Path(__file__).parent
COMMAND = Path(sys.executable).with_name("st")
# `make fuzz` asks for more.
EXAMPLES = os.environ.get("SCHEMATHESIS_EXAMPLES", "4")


@pytest.mark.skipif(not COMMAND.exists(), reason="schemathesis is not installed: pip install schemathesis")
def test_schemathesis_finds_nothing(api):
    command = [COMMAND, "--config-file", HERE / "schemathesis.toml", "run", ROOT / "openapi.yaml", "--url", api.address,
               "-n", EXAMPLES, "--suppress-health-check", "all", "--no-color"]
    if EXAMPLES == "4":
        command += ["--phases", "examples,coverage,fuzzing", "--generation-deterministic"]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/tmp")
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
