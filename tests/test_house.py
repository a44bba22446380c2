"""The house: who may import whom, how large a room may be, and what no code may know."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for room in ("api", "schemas", "fixtures") for path in (ROOT / room).rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 310, 31
# Rooms of the API that may reach into the loader: commands, and the process that reads an article that is sent.
MAY_LOAD = ("api/commands/", "api/background/reader.py")
# Rooms of the API that hold SQL; `words` takes texts apart in a table of its own.
MAY_SELECT = ("api/queries.py", "api/lookups.py", "api/sources.py", "api/conditions.py", "api/words.py")


def imported(path):
    """The modules that a file imports, inside its functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def top(module):
    return module.split(".")[0]


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_go_one_way(path):
    rooms = {top(module) for module in imported(path)}
    room = top(name(path).replace("/", "."))
    if room == "schemas":
        assert not rooms & {"api", "fixtures", "flask", "sqlite3", "sqlite_utils"}
    if room == "fixtures":
        assert not rooms & {"api", "flask", "gunicorn"}
    if room == "api" and not name(path).startswith(MAY_LOAD):
        assert "fixtures" not in rooms


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_sql_stands_in_few_rooms(path):
    if name(path).startswith("api/") and name(path) not in MAY_SELECT:
        assert not re.search(r"\b(SELECT|INSERT|UPDATE|DELETE)\b .*\b(FROM|INTO|SET)\b", path.read_text(encoding="utf-8"))


def test_every_room_is_installed():
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    assert sorted(packages) == sorted({path.parent.relative_to(ROOT).as_posix().replace("/", ".") for path in MODULES})


@pytest.mark.parametrize("path", [path for path in MODULES if "fixtures/find" in name(path)], ids=name)
def test_finding_does_not_know_resolving(path):
    assert not [module for module in imported(path) if module.startswith("fixtures.resolve")]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_can_be_read_in_one_sitting(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_room_has_a_name_that_says_nothing(path):
    assert not set(path.stem.split("_")) & {"utils", "helpers", "common", "base", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_class_and_public_function_says_what_it_is(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in [tree, *ast.walk(tree)]:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and (node.name.startswith("_") or node.name == "Meta"):
            continue
        if isinstance(node, ast.Module | ast.ClassDef) or isinstance(node, ast.FunctionDef) and node in tree.body:
            assert ast.get_docstring(node) or not node.body, getattr(node, "name", "module")


def test_no_code_knows_a_speaker_of_an_article_by_name():
    import csv
    import json

    from fixtures.tables import councils

    people = set()
    for path in (ROOT / "tests" / "originals").glob("*.json"):
        people |= {quote["speaker"] for quote in json.loads(path.read_text(encoding="utf-8"))["quotes"] if quote["speaker"]}
    surnames = {person.split()[-1] for person in people}
    assert len(surnames) > 5
    names = {council["name"] for council in councils()}
    for path in MODULES:
        strings = [node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        words = set(re.findall(r"[A-Z][a-z]+", " ".join(strings)))
        assert not (words & surnames) - {"Hill", "Jones", "Perry", "Webb"} or name(path).startswith("api/examples"), name(path)
    for table in (ROOT / "fixtures" / "vocabulary").glob("*.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            cells = {cell for row in csv.reader(file) for cell in row}
        assert not cells & people, table.name
    assert names
