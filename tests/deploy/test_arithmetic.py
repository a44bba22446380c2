"""The sums of docs/scale.md are right."""

import random
import re
from itertools import accumulate
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
ROWS = {name: float(re.sub(r"[^\d.]", "", value)) for name, value in re.findall(r"(?m)^\| ([^|]+) \| (\d[^|]*) \|$", PAGE)}
YEAR, DAY = 365 * 24 * 3600, 24 * 3600


def named(start):
    """The value of the one row whose name begins so."""
    found = [value for name, value in ROWS.items() if name.startswith(start)]
    assert len(found) == 1, start
    return found[0]


def different(asked, addresses):
    """How many different addresses are among those asked for by popularity."""
    weights = list(accumulate(1 / (rank + 1) for rank in range(addresses)))
    return len(set(random.Random(1).choices(range(addresses), cum_weights=weights, k=asked)))


def test_the_sums_are_right():
    requests, addresses, every = named("requests a year"), int(named("addresses")), named("new data every")
    mean, edition = requests / YEAR, requests / YEAR * every
    busiest, made = mean * named("the busiest minute"), different(round(edition), addresses)
    expected = {
        "requests in a second, on average": mean, "requests in a second, in the busiest": busiest,
        "requests to an edition": edition, "different answers": made, "share that nginx": 100 * (1 - made / edition),
        "share with new data once a day": 100 * (1 - different(round(mean * DAY), addresses) / (mean * DAY)),
        "a core's share for nginx, on average": mean * named("an answer that nginx") / 10,
        "a core's share for nginx, in the busiest": busiest * named("an answer that nginx") / 10,
        "a core's share for all replicas": made / every * named("an answer that a replica makes") / 10,
        "cores for replicas": busiest * named("an answer that a replica makes") / 1000,
        "sent in a year": requests * named("an answer with its headers") / 1e12,
        "sent in the busiest minute": busiest * named("an answer with its headers") * 8 / 1e6,
        "disk for a day": made * named("an answer kept on disk") * DAY / every / 1e9,
        "nginx's log of a year": requests * named("a line of nginx's log") / 1e9,
    }
    assert {name: named(name) for name in expected} == {name: pytest.approx(value, rel=0.05) for name, value in expected.items()}
    assert pytest.approx(1000 / named("an answer that nginx"), rel=0.02) == 6600 and "6,600 kept answers" in PAGE
    assert pytest.approx(1 / named("an answer that nginx") * 1000 * YEAR / 1e9, rel=0.02) == 210 and "210 billion" in PAGE
