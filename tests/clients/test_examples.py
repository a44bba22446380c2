"""The examples for frontends and for authors of clients work as they stand in the docs."""

import functools
import http.server
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.browser import ARGUMENTS, CHROMIUM
from tests.serving import ROOT

DOCS = ROOT / "docs"
PACKAGES = Path(__file__).parent / "node_modules"


def blocks(address):
    """The code of clients.md by language, the server's address put in."""
    text = (DOCS / "clients.md").read_text(encoding="utf-8").replace("http://localhost:8000", address)
    found = {}
    for language, code in re.findall(r"```(\w+)\n(.*?)```", text, re.S):
        found.setdefault(language, []).append(code)
    return found


def run(command, folder):
    """What a command prints; it must succeed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_python_client_of_the_docs_works(address, tmp_path):
    code = blocks(address)
    tool, *options = code["sh"][0].split()
    run([Path(sys.executable).with_name(tool), *options], tmp_path)
    (tmp_path / "main.py").write_text(code["python"][0])
    assert 0 < len(run([sys.executable, "main.py"], tmp_path).splitlines()) <= 2


@pytest.mark.skipif(not PACKAGES.is_dir() or not shutil.which("node"), reason="with Node: npm ci --prefix tests/clients")
def test_the_typescript_client_of_the_docs_works(address, tmp_path):
    code = blocks(address)
    (tmp_path / "node_modules").symlink_to(PACKAGES)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    tool, *options = code["sh"][1].split()
    run([PACKAGES / ".bin" / tool, *options], tmp_path)
    (tmp_path / "main.ts").write_text(code["ts"][0])
    run([PACKAGES / ".bin" / "tsc", "--strict", "--noUncheckedIndexedAccess", "--target", "es2022", "--module", "nodenext",
         "--skipLibCheck", "--lib", "es2022,dom", "main.ts"], tmp_path)
    assert 0 < len(run(["node", "main.js"], tmp_path).splitlines()) <= 2


@pytest.fixture
def elsewhere():
    """The docs, served from another origin."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=DOCS)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium")
def test_a_page_from_another_origin_reads_the_api(address, elsewhere):
    sync = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install playwright")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        page, said = browser.new_page(), []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{elsewhere}/page.html?server={address}")
        page.wait_for_selector("#ratings tr")
        assert "Birmingham" in page.inner_text("#told") and said == []
        page.fill("#council", "Leedz")
        page.press("#council", "Enter")
        page.wait_for_function("document.querySelectorAll('#ratings tr').length === 0")
        page.wait_for_function("!document.querySelector('#told').textContent.includes('ratings of')")
        assert "did you mean 'leeds'?" in page.inner_text("#told")
        browser.close()
