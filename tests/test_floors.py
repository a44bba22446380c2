"""The rules do not get worse: every rate over the test articles stays at or above its floor."""

import pytest

from tests.evaluate.__main__ import PARTS, rates, undercut


@pytest.mark.parametrize("part", PARTS)
def test_no_rate_falls_below_its_floor(part):
    found = {name: rates(name)[0] for name in PARTS if name == part} | {name: _perfect() for name in PARTS if name != part}
    assert undercut(found) == []


def _perfect():
    """Rates that no floor exceeds, for the part that is not under test."""
    class Perfect(dict):
        def __missing__(self, name):
            return 1.0
    return Perfect()
