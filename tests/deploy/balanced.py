"""Debian's nginx with the project's own file, before two replicas of which each has a snapshot of its own."""

import os
import re
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import requests

from tests.serving import COMMAND, ROOT, free_port

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
# nginx passes over a replica that failed for fail_timeout, a second, even if it is back by then.
REST = 1.2
OUTER = """
{user}daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log warn; worker_processes 1;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/inspection-facts.conf;
}}
"""


class Replica:
    """One server with a snapshot of its own."""

    def __init__(self, database, folder):
        self.port, self.database = free_port(), Path(shutil.copy(database, folder / f"{free_port()}.sqlite"))
        self.process = None

    def start(self):
        """Start the server and wait until it is ready."""
        command = [COMMAND, "serve", "--database", self.database, "--port", str(self.port), "--workers", "1", "--log", "off"]
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
        wait(f"http://127.0.0.1:{self.port}/readyz")

    def take(self, other):
        """Put another snapshot in the place of this one, as a copy from elsewhere comes in."""
        draft = self.database.with_suffix(".draft")
        shutil.copy(other, draft)
        draft.replace(self.database)

    def kill(self):
        """Kill the server and its workers at once."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def wait(address, fits=lambda answer: answer.status_code == 200):
    """Wait until the answer of an address fits."""
    for _ in range(300):
        try:
            if fits(requests.get(address, timeout=9)):
                return
        except requests.RequestException:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer")


@contextmanager
def balanced(replicas, folder):
    """nginx with deploy/nginx.conf before two replicas; only addresses and places are exchanged."""
    port, text = free_port(), (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for before, after in (("8001", replicas[0].port), ("8002", replicas[1].port), ("listen 80;", f"listen 127.0.0.1:{port};"),
                          ("/var/cache/nginx/inspection-facts", folder / "cache"),
                          ("/var/log/nginx/inspection-facts.log", folder / "access.log")):
        assert before in text
        text = text.replace(before, str(after))
    assert not re.search(r"/(etc|var)/(?!nginx/conf)", re.sub(r"(?m)#.*", "", text))
    (folder / "inspection-facts.conf").write_text(text, encoding="utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(OUTER.format(folder=folder, user=user), encoding="utf-8")
    process = subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL)
    try:
        wait(f"http://127.0.0.1:{port}/v1")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(20)
