"""The commands say in one line what is wrong, and none loads another's code."""

import os
import signal
import socket
import subprocess
import sys
import time

import requests

from tests.serving import COMMAND, free_port


def run(*arguments):
    """A finished run of the command."""
    return subprocess.run([COMMAND, *arguments], capture_output=True, text=True, timeout=30)


def loaded(code):
    """The modules that a piece of Python loads."""
    code = f"import sys\n{code}\nprint(' '.join(sys.modules))"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


def test_serving_loads_no_loader_and_the_loader_no_flask():
    serving = loaded("import api.commands.serve, api.serving.server")
    assert not {name for name in serving if name.startswith(("fixtures", "sqlite_utils", "trafilatura", "ftfy"))}
    assert "api.background.reader" not in serving and "fixtures" not in loaded("import api.app")
    loading = loaded("import api.commands, api.background.reader, fixtures.extract, fixtures.snapshot, schemas.query")
    assert not {"flask", "gunicorn", "werkzeug"} & loading


def test_help_names_the_commands():
    shown = run("--help")
    assert shown.returncode == 0 and {"serve", "openapi"} <= set(shown.stdout.split())
    assert run("serve", "--help").returncode == 0
    assert run("--version").stdout.startswith("inspection-facts")


def test_wrong_usage_is_2(database):
    for arguments in (("nothing",), ("serve",), ("serve", "--database", database, "--port", "x"),
                      ("serve", "--database", database, "--port", "70000"),
                      ("serve", "--database", database, "--workers", "0")):
        assert run(*arguments).returncode == 2


def test_a_taken_port_is_refused_in_one_line(database):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        refused = run("serve", "--database", database, "--port", str(taken.getsockname()[1]))
    assert refused.returncode == 1 and "Cannot listen" in refused.stderr and "Traceback" not in refused.stderr


def test_a_port_that_another_server_shares_is_refused(database, run_server):
    with run_server(database, workers=1) as address:
        refused = run("serve", "--database", database, "--port", address.rpartition(":")[2])
        assert refused.returncode == 1 and "Cannot listen" in refused.stderr


def test_a_missing_snapshot_is_refused(tmp_path):
    refused = run("serve", "--database", tmp_path / "none.sqlite")
    assert refused.returncode == 1
    assert refused.stderr == (f"Error: {tmp_path / 'none.sqlite'}: "
                              "There is no snapshot: make one with `inspection-facts load`.\n")


def test_the_server_stops_when_it_is_told(database):
    port = free_port()
    process = subprocess.Popen([COMMAND, "serve", "--database", database, "--port", str(port), "--workers", "2"],
                               stderr=subprocess.PIPE, text=True)
    for _ in range(100):
        try:
            assert requests.get(f"http://127.0.0.1:{port}/healthz", timeout=1).status_code == 200
            break
        except requests.ConnectionError:
            time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=15) == 0
    assert "Traceback" not in process.stderr.read()


# A server whose workers take two seconds to begin, and say when they do.
SLOW = """
import sys, time
from api.serving import server, worker

def begin(self, really=worker.Worker.init_process):
    print("forked", flush=True)
    time.sleep(2)
    really(self)

worker.Worker.init_process = begin
server.serve(sys.argv[1], "127.0.0.1", int(sys.argv[2]), 2)
"""


def test_a_worker_that_is_told_to_stop_before_it_listens_stops(database):
    process = subprocess.Popen([sys.executable, "-c", SLOW, database, str(free_port())], stdout=subprocess.PIPE, text=True)
    assert [process.stdout.readline() for _ in range(2)] == ["forked\n"] * 2
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=40) == 0 and time.monotonic() - began < 10


def test_a_table_of_one_article_runs_no_formula():
    text = "Kent council was rated good.\n\n“＝SUM of all we did,” said Ada Example, its leader.\n"
    told = subprocess.run([COMMAND, "extract", "-", "--format", "csv"], input=text.encode(), capture_output=True, check=True)
    assert "\"'＝SUM of all we did,\"" in told.stdout.decode()


def test_what_cannot_be_printed_is_said_in_one_line(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Zoë said “Leeds” was rated good.", encoding="utf-8")
    with open("/dev/full", "w") as full:
        for arguments in (("openapi",), ("extract", article), ("extract", article, "--format", "text")):
            told = subprocess.run([COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, timeout=30)
            assert (told.returncode, told.stderr) == (1, "Error: the output cannot be written: No space left on device\n")
    told = subprocess.run([COMMAND, "extract", article, "--format", "json"], capture_output=True, text=True, timeout=30,
                          env=os.environ | {"PYTHONIOENCODING": "latin-1"})
    assert told.returncode == 1 and told.stderr.count("\n") == 1 and "PYTHONIOENCODING=utf-8" in told.stderr


def test_what_has_no_end_is_refused():
    endless = run("extract", "/dev/zero")
    assert endless.returncode == 1 and "larger than 2 MB" in endless.stderr


def test_extract_shows_the_printed_words_of_a_rating_without_a_grade(tmp_path):
    article = tmp_path / "one.txt"
    article.write_text("In its annual ratings Ofsted said that services for children in Calderdale perform poorly.\n")
    table = run("extract", article, "--published", "2009-12-10").stdout
    assert "calderdale: perform poorly (overall-effectiveness)" in table and "None" not in table
    row = run("extract", article, "--published", "2009-12-10", "--format", "csv").stdout.splitlines()[1]
    assert ",calderdale,,overall-effectiveness," in row and ",perform poorly," in row
