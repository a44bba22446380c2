"""A snapshot of invented records, served by gunicorn; every reply is held to openapi.yaml as it comes in."""

import json

import pytest
import yaml

from fixtures import snapshot
from tests import invented
from tests.serving import ROOT, Client, served, started


@pytest.fixture(scope="session")
def spec():
    """The committed contract."""
    return yaml.safe_load((ROOT / "openapi.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def records():
    """The invented records, by type."""
    return invented.records()


@pytest.fixture(scope="session")
def database(records, tmp_path_factory):
    """A snapshot of the invented records."""
    path = tmp_path_factory.mktemp("snapshot") / "facts.sqlite"
    snapshot.write(path, records)
    return path


@pytest.fixture(scope="session")
def run_server():
    """Starts the real server on a snapshot: a context that gives its base address."""
    return served


@pytest.fixture(scope="session")
def api(database, spec):
    """A client of a server of the invented records."""
    with served(database) as address:
        yield Client(address, spec)


@pytest.fixture(scope="session")
def start_server():
    """Starts the real server with options: a context that gives its base address and its process."""
    return started


def pytest_make_parametrize_id(config, val, argname):
    """Show long values shortened."""
    return json.dumps(val)[:60] if isinstance(val, str) else None
