"""A snapshot of invented records, served by gunicorn; every reply is held to openapi.yaml as it comes in."""

import json

import pytest

from tests.serving import Client, served, started


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
def facts(shipped, spec):
    """A client of a server of the articles and the record that come with the project."""
    with served(shipped) as address:
        yield Client(address, spec)


@pytest.fixture(scope="session")
def start_server():
    """Starts the real server with options: a context that gives its base address and its process."""
    return started


def pytest_make_parametrize_id(config, val, argname):
    """Show long values shortened."""
    return json.dumps(val)[:60] if isinstance(val, str) else None
