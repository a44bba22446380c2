"""The contract, a snapshot of invented records, and one of what comes with the project."""

import pytest
import yaml
from hypothesis import settings

from fixtures import snapshot
from fixtures.corpus import SHIPPED
from fixtures.load import load
from tests import invented
from tests.serving import ROOT

# What a test measures is told in its own words; how long an example takes depends on what else the machine does.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


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
def shipped(tmp_path_factory):
    """A snapshot of the articles and the record that come with the project."""
    path = tmp_path_factory.mktemp("shipped") / "facts.sqlite"
    load((SHIPPED,), path)
    return path
