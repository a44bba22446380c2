"""A public linter of OpenAPI documents finds nothing in the contract."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
COMMAND = HERE / "node_modules" / ".bin" / "spectral"
ENABLE = "npm ci --prefix tests/clients"
pytestmark = [
    pytest.mark.skipif(not shutil.which("node"), reason=f"Node is not installed; with it and npm: {ENABLE}"),
    pytest.mark.skipif(not COMMAND.exists(), reason=f"Spectral is not installed: {ENABLE}"),
]


def found_in(document, tmp_path):
    """The rules that a document breaks."""
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps({"extends": ["spectral:oas"]}))
    done = subprocess.run([COMMAND, "lint", document, "--ruleset", rules, "--format", "json",
                           "--quiet"], capture_output=True, text=True, timeout=120)
    return {each["code"] for each in json.loads(done.stdout[done.stdout.index("["):] if "[" in done.stdout else "[]")}


def test_the_linter_finds_nothing(tmp_path):
    assert found_in(HERE.parents[1] / "openapi.yaml", tmp_path) == set()


def test_the_linter_would_find_something(tmp_path):
    changed = tmp_path / "openapi.yaml"
    text = (HERE.parents[1] / "openapi.yaml").read_text(encoding="utf-8")
    changed.write_text(text.replace("  contact:\n", "  x-contact:\n"), encoding="utf-8")
    assert found_in(changed, tmp_path) == {"info-contact"}
