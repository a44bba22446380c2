"""The house: who may import whom, how large a room may be, and what no code may know."""

import ast
import csv
import json
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from fixtures.tables import councils

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for room in ("api", "schemas", "fixtures") for path in (ROOT / room).rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_LINE = 310, 31, 120
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


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_lines_are_short(path):
    # ruff lets a line pass that is one long string without a space.
    assert max(map(len, path.read_text(encoding="utf-8").splitlines()), default=0) <= LONGEST_LINE


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_patterns_of_cleaned_text_write_a_space_as_a_space(path):
    if name(path).startswith(("fixtures/find/", "fixtures/resolve/")):
        assert not re.search(r"\\s[+*]", path.read_text(encoding="utf-8"))


def test_every_room_is_installed():
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    assert sorted(packages) == sorted({path.parent.relative_to(ROOT).as_posix().replace("/", ".") for path in MODULES})


@pytest.mark.parametrize("path", [path for path in MODULES if name(path).startswith("fixtures/")], ids=name)
def test_nothing_that_is_made_for_an_article_holds_what_holds_it(path):
    """Python would have to look for both, and a load lets it look seldom: memory would grow with the articles."""
    assert not re.search(r"self\.\w+ = .*\b[A-Z]\w*\(self[,)]", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [path for path in MODULES if "fixtures/find" in name(path)], ids=name)
def test_finding_does_not_know_resolving(path):
    assert not [module for module in imported(path) if module.startswith("fixtures.resolve")]


@pytest.mark.parametrize("half, other", [("grades", "speech"), ("speech", "grades")])
def test_who_holds_a_grade_and_who_said_what_know_nothing_of_each_other(half, other):
    paths = [path for path in MODULES if f"fixtures/resolve/{half}/" in name(path)]
    assert paths and not [path for path in paths for module in imported(path) if module.startswith(f"fixtures.resolve.{other}")]


ROOMS = sorted(path for place in ("find", "resolve/grades", "resolve/speech") for path in (ROOT / "fixtures" / place).glob("*/__init__.py"))


@pytest.mark.parametrize("path", ROOMS, ids=name)
def test_a_room_says_which_rooms_beside_it_it_imports(path):
    room = path.parent
    beside = f"fixtures.{room.parent.relative_to(ROOT / 'fixtures').as_posix().replace('/', '.')}."
    reached = {module for file in room.glob("*.py") for module in imported(file) if module.startswith(beside)}
    says = re.search(r"Imports\s([^.]+)\.$", ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))))
    assert {module.removeprefix(beside).split(".")[0] for module in reached} - {room.name} == set(re.findall(r"`(\w+)`", says[1]))


def test_a_room_imports_only_rooms_above_it_in_the_table():
    """So no two of them import each other."""
    table = re.findall(r"^\| `((?:find|resolve)/[a-z/]*)/` \|", (ROOT / "docs" / "house.md").read_text(encoding="utf-8"), re.M)
    assert {f"fixtures/{room}/__init__.py" for room in table} == {name(path) for path in ROOMS} | {f"fixtures/resolve/{half}/__init__.py" for half in ("grades", "speech")}
    rooms = [f"fixtures.{room.replace('/', '.')}" for room in table]
    for place, room in enumerate(rooms):
        for path in (ROOT / room.replace(".", "/")).glob("*.py"):
            met = [max((one for one in rooms if f"{module}.".startswith(f"{one}.")), key=len, default=room) for module in imported(path)]
            assert set(met) <= set(rooms[:place + 1]), name(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_room_can_be_read_in_one_sitting(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_gives_a_name_twice(path):
    given = [target for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign)
             for one in node.targets for target in (one.elts if isinstance(one, ast.Tuple) else [one])]
    names = [target.id for target in given if isinstance(target, ast.Name)]
    assert len(names) == len(set(names)), sorted(names)


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


@cache
def spoken_for():
    """Everybody who is quoted in the articles that the rules were made on."""
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "tests" / "originals").glob("*.json")]
    return {quote["speaker"] for gold in golds for quote in gold["quotes"] if quote["speaker"]}


def texts(path):
    """The strings of a file's code, without what only describes it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    described = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body and isinstance(node.body[0], ast.Expr)}
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_code_knows_a_speaker_of_an_article_by_name(path):
    surnames = {person.split()[-1] for person in spoken_for()}
    assert len(surnames) > 5 and not surnames & set(re.findall(r"[A-Z][a-z]+", " ".join(texts(path))))


@pytest.mark.parametrize("path", [path for path in MODULES if name(path).startswith("fixtures/")], ids=name)
def test_no_rule_knows_a_council_by_name(path):
    named = "|".join(re.escape(council["name"]) for council in councils())
    assert not re.findall(rf"\b(?:{named})\b", "\n".join(texts(path)))


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "vocabulary").glob("*.csv")), ids=name)
def test_no_table_says_anything_twice(path):
    rows = path.read_text(encoding="utf-8").splitlines()
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("path", sorted((ROOT / "fixtures" / "vocabulary").glob("*.csv")), ids=name)
def test_no_table_knows_a_speaker_of_an_article_by_name(path):
    with path.open(encoding="utf-8", newline="") as file:
        assert not {cell for row in csv.reader(file) for cell in row} & spoken_for()
