"""Every setting is documented as it is, can be given in the environment, and a bad one is refused in one line."""

import os
import re
import subprocess
import time

import pytest
import requests

from api.commands.serve import command
from tests.serving import COMMAND, ROOT

TABLE = [line.strip("| ").split(" | ") for line in (ROOT / "docs" / "operating.md").read_text(encoding="utf-8").splitlines()
         if line.startswith("| `--")]
BAD = {
    "PORT": ("x", "0", "70000", "80.5"), "WORKERS": ("0", "-1", "many", "1000"), "RATE_LIMIT": ("600", "0/minute"),
    "LOG": ("on", "REQUEST"), "STOP_WITHIN": ("0", "soon"),
}


def refused(arguments=(), **settings):
    """The one line with which `serve` refuses to start."""
    environment = os.environ | {f"INSPECTION_FACTS_{name}": value for name, value in settings.items()}
    done = subprocess.run([COMMAND, "serve", *arguments], env=environment, capture_output=True, text=True, timeout=30)
    assert done.returncode == 2 and not done.stdout and len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


def test_the_table_of_settings_is_what_the_program_takes():
    told = []
    for option in command.params:
        default = option.show_default if isinstance(option.show_default, str) else option.default
        told.append([f"`{option.opts[0]}`", f"`{option.envvar}`", "needed" if option.required else str(default), option.help])
    assert told == TABLE


@pytest.mark.parametrize("name, value", [(name, value) for name, values in BAD.items() for value in values])
def test_a_bad_value_is_refused_by_its_name(name, value):
    line = refused(DATABASE="facts.sqlite", **{name: value})
    assert f"INSPECTION_FACTS_{name}" in line and (value in line or "must be" in line)


def test_a_setting_that_there_is_not_is_refused_with_what_was_meant():
    assert "did you mean INSPECTION_FACTS_WORKERS?" in refused(DATABASE="facts.sqlite", WORKER="2")
    assert "INSPECTION_FACTS_HOST" in refused(DATABASE="facts.sqlite", VERBOSITY="2")


def test_without_a_database_it_says_what_is_missing():
    assert "INSPECTION_FACTS_DATABASE" in refused()


def test_settings_in_the_environment_hold_and_options_win(database, start_server, tmp_path):
    environment = os.environ | {"INSPECTION_FACTS_WORKERS": "3", "INSPECTION_FACTS_RATE_LIMIT": "7/hour",
                                "INSPECTION_FACTS_LOG": "off", "INSPECTION_FACTS_PORT": "1"}
    with start_server(database, env=environment) as (address, process):
        assert requests.get(f"{address}/v1", timeout=5).headers["RateLimit-Policy"] == '"default";q=7;w=3600'
        command = ["ps", "-o", "pid=", "--ppid", str(process.pid)]
        deadline = time.monotonic() + 10
        # One worker answers before the others are made.
        while len(workers := subprocess.check_output(command, text=True).split()) < 3 and time.monotonic() < deadline:
            time.sleep(0.1)
        assert len(workers) == 3
    assert re.fullmatch(rb"Serving .*\n", process.stdout.read())


def test_commands_take_the_database_from_the_environment(tmp_path):
    environment = os.environ | {"INSPECTION_FACTS_DATABASE": str(tmp_path / "facts.sqlite")}
    for arguments in (["load", "--no-reference"], ["verify", "fixtures/articles"], ["export", tmp_path / "all"]):
        done = subprocess.run([COMMAND, *arguments], env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
