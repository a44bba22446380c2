"""The README tells the truth: every command in it is run, and prints what it says."""

import re
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND = f"{sys.executable} -c 'from api.commands import main; main()'"


def sessions():
    """(command, printed) for each command of the README's sessions."""
    for block in re.findall(r"```console\n(.*?)```", README, re.S):
        for part in block.split("$ ")[1:]:
            command, _, printed = part.partition("\n")
            yield pytest.param(command, printed, id=command[:60])


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    database = tmp_path_factory.mktemp("readme") / "facts.sqlite"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    subprocess.run(f"{COMMAND} load --database {database}", shell=True, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    server = subprocess.Popen(f"exec {COMMAND} serve --database {database} --port {number} --workers 1", shell=True, cwd=ROOT)
    for _ in range(100):
        try:
            requests.get(f"http://127.0.0.1:{number}/readyz", timeout=1)
            break
        except requests.ConnectionError:
            time.sleep(0.1)
    yield number
    server.terminate()
    server.wait(10)


@pytest.mark.parametrize(("command", "printed"), list(sessions()))
def test_a_command_prints_what_the_readme_says(command, printed, port):
    command = command.replace("localhost:8000", f"localhost:{port}").replace(".venv/bin/inspection-facts", COMMAND)
    found = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert found.returncode == 0, found.stderr
    assert lines(found.stdout.lstrip("\ufeff")) == lines(printed)


def lines(text):
    """The lines of a text without spaces at their ends."""
    return [line.rstrip() for line in text.replace("\r\n", "\n").strip("\n").split("\n")]


def test_every_file_that_the_readme_links_is_there():
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links and all((ROOT / link).exists() for link in links), links
