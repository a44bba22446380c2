"""The README and docs tell the truth: every command in them is run, and prints what they say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import served

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
COMMAND = f"{sys.executable} -c 'from api.commands import main; main()'"


def sessions():
    """(command, printed) for each command of each page's sessions."""
    for page in PAGES:
        for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
            for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
                command, _, printed = part.partition("\n")
                yield pytest.param(command, printed, id=f"{page.stem}: {command[:60]}")


@pytest.fixture(scope="module")
def port(shipped):
    with served(shipped, workers=1) as address:
        yield address.rpartition(":")[2]


@pytest.mark.parametrize(("command", "printed"), list(sessions()))
def test_a_command_prints_what_the_page_says(command, printed, port):
    command = command.replace("localhost:8000", f"localhost:{port}").replace(".venv/bin/inspection-facts", COMMAND)
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert found.returncode == 0, found.stderr
    assert lines(found.stdout.lstrip("\ufeff")) == lines(printed)


def lines(text):
    """The lines of a text without spaces at their ends."""
    return [line.rstrip() for line in text.replace("\r\n", "\n").strip("\n").split("\n")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_file_that_a_page_links_is_there(page):
    links = re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert all((page.parent / link).exists() for link in links), links


def test_every_page_is_reached_from_the_readme():
    assert {page.name for page in PAGES[1:]} <= set(re.findall(r"\(docs/([a-z]+\.md)\)", PAGES[0].read_text(encoding="utf-8")))


def test_a_workbook_is_saved_under_its_name(port, tmp_path):
    command = next(line for line in (ROOT / "docs/journalists.md").read_text(encoding="utf-8").splitlines() if "-OJ" in line)
    subprocess.run(command.replace("localhost:8000", f"localhost:{port}"), shell=True, check=True, cwd=tmp_path, capture_output=True)
    assert (tmp_path / "inspection-facts-ratings.xlsx").read_bytes().startswith(b"PK")
