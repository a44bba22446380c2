"""What the program depends on is named, pinned, under licences that allow its use, and can be asked about."""

import json
import os
import re
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.dependencies.closure import closure, normal
from tests.dependencies.licences import allowed, licence

ROOT = Path(__file__).parents[2]
INSTALLED = closure()
TOOLS = Path(sys.executable).with_name("pip-audit").exists() and Path(sys.executable).with_name("cyclonedx-py").exists()
needs_tools = pytest.mark.skipif(not TOOLS, reason="no pip-audit and cyclonedx-bom here: make .venv/audit-installed")


def test_the_closure_reaches_what_is_needed_indirectly():
    assert {"flask", "werkzeug", "markupsafe", "lxml"} <= set(INSTALLED) and "pytest" not in INSTALLED
    assert "pytest" in closure(extras=("test",))


@pytest.mark.parametrize("name", closure(extras=("test",)))
def test_every_dependency_may_be_used(name):
    found = licence(closure(extras=("test",))[name] if name not in INSTALLED else INSTALLED[name])
    assert allowed(found), f"{name}: {found}"


@pytest.mark.parametrize("expression, may", [
    ("MIT", True), ("Apache-2.0 OR GPL-3.0-only", True), ("MIT AND (Apache-2.0 OR BSD-3-Clause)", True),
    ("GPL-3.0-or-later", False), ("MIT AND GPL-2.0-only", False), ("AGPL-3.0-only", False), ("unknown: ask us", False), ("", False),
])
def test_what_may_be_used(expression, may):
    assert allowed(expression) is may


def test_the_page_of_licences_is_true():
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"(?m)^\| ([a-z0-9-]+) \| (.+) \|$", page))
    # Other versions of Python need a few others.
    assert {name: told.get(name) for name in INSTALLED} == {name: licence(each) for name, each in INSTALLED.items()}
    assert len(set(told) - set(INSTALLED)) <= 6


def test_every_dependency_is_pinned_as_it_is_installed():
    pinned = dict(line.split("==") for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").split())
    pinned = {normal(name): version for name, version in pinned.items()}
    needed = {name: each.version for name, each in closure(extras=("test",)).items() if name != "pip"}
    assert {name: pinned.get(name) for name in needed} == needed


class Advisories(BaseHTTPRequestHandler):
    """An invented advisory service: one package has a weakness."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        found = []
        if asked["package"]["name"] == self.server.bad:
            found = [{"id": "INVENTED-1", "summary": "Invented.", "affected": [{
                "package": {"ecosystem": "PyPI", "name": self.server.bad},
                "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "99.0"}]}]}]}]
        body = json.dumps({"vulns": found} if found else {}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Say nothing."""


def audited(url):
    """A finished audit by the service at an address."""
    return subprocess.run([sys.executable, "-m", "tests.dependencies.audit"], cwd=ROOT, capture_output=True, text=True, timeout=120,
                          env=os.environ | {"AUDIT_OSV_URL": url})


@needs_tools
@pytest.mark.parametrize("bad, status, says", [(None, 0, r"^\d\d packages, 0 known"), ("werkzeug", 1, r"(?s)^werkzeug [\d.]+: INVENTED-1 \(fixed in 99.0\).* 1 known")])
def test_the_audit_says_what_a_service_knows(bad, status, says):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Advisories)
    server.bad = bad
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        done = audited(f"http://127.0.0.1:{server.server_port}/v1/query")
    finally:
        server.shutdown()
        server.server_close()
    assert done.returncode == status and re.search(says, done.stdout), done.stdout + done.stderr


@needs_tools
def test_the_audit_without_a_service_is_neither_good_nor_bad():
    done = audited("http://127.0.0.1:1/v1/query")
    assert done.returncode == 3 and not done.stdout and "http://127.0.0.1:1/v1/query could not be asked" in done.stderr
    assert "Nothing was learnt about the" in done.stderr and "Traceback" not in done.stderr


@needs_tools
def test_the_bill_of_materials_holds_what_is_served_and_nothing_else():
    from tests.dependencies.sbom import bill

    made = bill()
    found = {normal(each["name"]): each for each in made["components"]}
    assert made["bomFormat"] == "CycloneDX" and made["metadata"]["component"]["name"] == "inspection-facts"
    assert {name: each["version"] for name, each in found.items()} == {name: each.version for name, each in INSTALLED.items()}
    assert all(normal(each["purl"].partition("@")[0]) == normal(f"pkg:pypi/{name}") and each["licenses"] for name, each in found.items())
    edges = {each["ref"]: each["dependsOn"] for each in made["dependencies"]}
    assert found["werkzeug"]["bom-ref"] in edges[found["flask"]["bom-ref"]]
    assert str(ROOT) not in json.dumps(made)
