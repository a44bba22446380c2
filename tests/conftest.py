"""The contract, and a snapshot of invented records."""

import pytest
import yaml

from fixtures import snapshot
from tests import invented
from tests.serving import ROOT


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
