"""What the program depends on, directly or not, as it is installed here."""

import re
from importlib.metadata import distribution

from packaging.requirements import Requirement

PROGRAM = "inspection-facts"


def closure(name=PROGRAM, extras=()):
    """The distributions that a distribution with some extras needs, by their normal names; without itself."""
    waiting, seen, found = [(normal(name), frozenset(extras))], set(), {}
    while waiting:
        each = waiting.pop()
        if each not in seen:
            seen.add(each)
            found[each[0]] = distribution(each[0])
            waiting += _needed(found[each[0]], each[1])
    found.pop(normal(name))
    return dict(sorted(found.items()))


def normal(name):
    """The one way of writing a distribution's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _needed(installed, extras):
    for needed in map(Requirement, installed.requires or ()):
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield normal(needed.name), frozenset(needed.extras)
