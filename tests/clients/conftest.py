"""The server of the invented records, and all that the contract lets a client ask it."""

import pytest

from tests.serving import served

PLACES = {"councils": "leeds", "docs": "docs.js", "exports": "inspection-facts.zip"}


@pytest.fixture(scope="session")
def address(database):
    """Where the server of the invented records is."""
    with served(database) as found:
        yield found


@pytest.fixture(scope="session")
def operations(spec, records):
    """All operations of the contract: path, method, operation, and the id of something that is there."""
    first = {record.table: values[0]["id"] for record, values in records.items()}
    found = []
    for path, item in spec["paths"].items():
        noun = next((part for part in path.split("/") if part in first or part in PLACES), "")
        found += [(path, method, operation, PLACES.get(noun) or first.get(noun)) for method, operation in item.items()]
    assert len(found) > 30
    return found
