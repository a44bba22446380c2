"""The systemd units are ones that systemd understands, are closed, and start the program as it is."""

import re
import shutil
import subprocess

import pytest
import requests

from api.commands.serve import command
from tests.deploy.balanced import wait
from tests.serving import COMMAND, ROOT, free_port

UNITS = sorted((ROOT / "deploy").glob("*.service")) + sorted((ROOT / "deploy").glob("*.timer"))
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
ANALYZE = shutil.which("systemd-analyze")
INSTALLED = "/opt/inspection-facts/.venv/bin/inspection-facts"


def settings(unit):
    """(name, value) for each line of a unit."""
    return re.findall(r"(?m)^(\w+)=(.*)$", unit.read_text(encoding="utf-8"))


@pytest.fixture
def copies(tmp_path):
    """The units in a folder, with a program that is there."""
    if ANALYZE is None:
        pytest.skip("no systemd-analyze on this machine: apt-get install systemd")
    for unit in UNITS:
        name = unit.name.replace("@.", "@8001.")
        (tmp_path / name).write_text(unit.read_text(encoding="utf-8").replace(INSTALLED, "/bin/true"), encoding="utf-8")
    return tmp_path


def test_systemd_finds_nothing_wrong_with_them(copies):
    names = [copies / unit.name.replace("@.", "@8001.") for unit in UNITS]
    done = subprocess.run([ANALYZE, "verify", "--man=no", *names], capture_output=True, text=True, timeout=60)
    said = [line for line in done.stderr.splitlines() if str(copies) in line or "inspection-facts" in line]
    assert done.returncode == 0 and not said, done.stderr


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_services_are_closed(copies, unit):
    """systemd rates the exposure from 0 to 10, a service that closes nothing with 9.6; the threshold is in tenths."""
    name = unit.name.replace("@.", "@8001.")
    call = [ANALYZE, "security", "--offline=yes", "--no-pager", "--threshold=12", copies / name]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and "exposure level" in done.stdout, done.stdout[-400:] + done.stderr


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_services_give_settings_that_the_program_takes(unit):
    known = {option.envvar for option in command.params}
    given = {value.partition("=")[0] for name, value in settings(unit) if name == "Environment"}
    assert "INSPECTION_FACTS_DATABASE" in given <= known | {"PYTHONDONTWRITEBYTECODE"}


def test_what_they_start_serves_what_they_load(tmp_path):
    load, serve = (dict(reversed(settings(unit))) for unit in SERVICES)
    environments = [dict(value.split("=", 1) for name, value in settings(unit) if name == "Environment") for unit in SERVICES]
    port, places = free_port(), {"/var/lib/inspection-facts": str(tmp_path), "/srv/inspection-facts/articles": "fixtures/articles",
                                 INSTALLED: str(COMMAND)}

    def here(text):
        for there, place in (places | {"%i": str(port)}).items():
            text = text.replace(there, place)
        return text
    environments = [{name: here(value) for name, value in each.items()} for each in environments]
    assert subprocess.run(here(load["ExecStart"]).split(), env=environments[0], cwd=ROOT, capture_output=True, timeout=60).returncode == 0
    server = subprocess.Popen(here(serve["ExecStart"]).split(), env=environments[1], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(f"http://127.0.0.1:{port}/readyz")
        assert requests.get(f"http://127.0.0.1:{port}/v1", timeout=9).json()["counts"]["articles"] == 5
    finally:
        server.terminate()
        assert server.wait(40) == 0
