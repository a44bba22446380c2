"""The contract, and a snapshot of invented records."""

import pytest
import yaml
from hypothesis import settings

from fixtures import snapshot
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
