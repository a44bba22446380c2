"""The threat model tells the truth: each threat names tests, and each test that it names is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
THREATS = PAGE.partition("## Threats")[2].partition("\n## ")[0]
ROWS = [line for line in THREATS.splitlines() if line.startswith("| ") and not line.startswith(("| threat", "| ---"))]
NAMED = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", PAGE)


def collected(path):
    """The names of the tests that pytest collects from a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


def test_each_threat_names_a_test():
    assert len(ROWS) > 20
    for row in ROWS:
        assert len(row.split(" | ")) == 3 and "`tests/" in row.split(" | ")[2], row


def test_each_test_that_is_named_is_collected():
    assert len(NAMED) > 30
    for path, name in NAMED:
        assert Path(path).name.startswith("test_") and collected(path), path
        assert not name or name in collected(path), f"{path}::{name}"
