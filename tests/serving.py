"""The real server as tests start it, and a client that holds each reply to the contract."""

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from random import SystemRandom
from urllib.parse import urlencode, urlsplit

import requests
from jsonschema_rs import Draft202012, Draft202012Validator, Registry

from schemas.shape import APART, ENDINGS

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).with_name("inspection-facts")


# Each process of tests has ports of its own, below those that the system gives out by itself.
SPAN, FIRST = 2000, 20_000 + 2000 * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


def free_port():
    """A port that nobody has."""
    for port in SystemRandom().sample(range(FIRST, FIRST + SPAN), SPAN):
        with suppress(OSError), socket.socket() as free:
            free.bind(("127.0.0.1", port))
            return port
    raise RuntimeError(f"no port from {FIRST} on is free")


@contextmanager
def served(database, workers=2):
    """The real server on a snapshot: a context that gives its base address."""
    with started(database, "--workers", str(workers)) as (address, _):
        yield address


@contextmanager
def started(database, *options, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more):
    """The real server with options: a context that gives its base address and its process."""
    port = free_port()
    command = [COMMAND, "serve", "--database", database, "--port", str(port), *options]
    process = subprocess.Popen(command, stdout=stdout, stderr=stderr, **more)
    try:
        _wait(f"http://127.0.0.1:{port}/readyz", process)
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait(timeout=40)


def _wait(address, process):
    for _ in range(1300):
        if process.poll() is not None:
            raise RuntimeError(f"the server stopped: {process.stdout.read().decode()}")
        try:
            requests.get(address, timeout=1)
            return
        except requests.RequestException:
            time.sleep(0.03)
    raise RuntimeError("the server did not start")


class Client:
    """Asks the server and holds each reply to the contract."""

    def __init__(self, address, spec):
        self.address = address
        self.spec = spec
        self.session = requests.Session()
        self._registry = Registry([("urn:spec", spec)], draft=Draft202012)
        self._validators = {}

    def ask(self, method, path, **more):
        """A reply, held to the contract. The path is sent as it is."""
        request = requests.Request(method, self.address, **more).prepare()
        request.url = self.address + path
        answer = self.session.send(request, allow_redirects=False, timeout=20)
        self.check(method, path, answer)
        return answer

    def get(self, path, **more):
        """A reply to GET, held to the contract."""
        return self.ask("GET", path, **more)

    def json(self, path):
        """The document at a path that is found."""
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def walk(self, path, **query):
        """All records of a question, page by page; each page tells how many there are. A path may hold a query."""
        address, found, totals = path if "?" in path else f"{path}?{urlencode({'limit': 500} | query)}", [], set()
        while address:
            page = self.json(address)
            found += page["data"]
            totals.add(page["meta"]["total"])
            address = page["links"]["next"]
        assert totals == {len(found)}
        return found

    def check(self, method, path, answer):
        """Refuse a reply that the contract does not allow."""
        for name, value in (("X-Content-Type-Options", "nosniff"), ("Access-Control-Allow-Origin", "*")):
            assert answer.headers.get(name) == value
        template = self.template(path)
        if not answer.content:
            return
        media = answer.headers["Content-Type"].split(";")[0]
        verb = method.lower() if method == "POST" else "get"
        if template is None or verb not in self.spec["paths"][template] or method not in ("GET", "POST"):
            assert media == "application/problem+json"
            self.validate("urn:spec#/components/schemas/Problem", answer.json())
            return
        responses = self.spec["paths"][template][verb]["responses"]
        status = str(answer.status_code)
        pointer = f"urn:spec#/paths/{template.replace('~', '~0').replace('/', '~1')}/{verb}/responses/"
        apart = next((f"{template}.{shape.endings[0]}" for shape in APART if shape.media == media), template)
        if apart != template and not template.endswith(apart[len(template):]):
            # The contract tells of these shapes at addresses of their own.
            return
        found = responses.get(status) or responses["default"]
        pointer = found["$ref"].replace("#", "urn:spec#") if "$ref" in found else pointer + status
        content = self._registry.resolver("urn:spec").lookup(pointer).contents["content"]
        assert media in content, f"{path}: {status} {media} is not in the contract"
        if media.endswith(("/json", "+json")) and content[media]["schema"]:
            where = f"{pointer}/content/{media.replace('/', '~1')}/schema"
            self.validate(where.replace("{", "%7B").replace("}", "%7D"), answer.json())

    def validate(self, where, document):
        """Refuse a document that does not match the schema at a place of the contract."""
        if where not in self._validators:
            self._validators[where] = Draft202012Validator({"$ref": where}, registry=self._registry)
        self._validators[where].validate(document)

    def template(self, path):
        """The path of the contract that an address belongs to, or None."""
        plain = re.sub(rf"^(/v1/.*)\.({'|'.join(ENDINGS)})$", r"\1", urlsplit(path).path.rstrip("/"))
        written = urlsplit(path).path.rstrip("/")
        for template in sorted(self.spec["paths"], key=len, reverse=True):
            pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template))
            if re.fullmatch(pattern, written) or re.fullmatch(pattern, plain):
                return template
        return None
