"""Keeps of a record only the fields that were asked for."""

import json

from schemas.stored import encoded


def selected(texts, paths):
    """Stored records with the fields at `paths` only, in that order."""
    wanted = tree(paths)
    for text in texts:
        yield encoded(pick(json.loads(text), wanted))


def tree(paths):
    """Paths with dots as nested dicts; None stands for a whole field."""
    found = {}
    for path in paths:
        *parts, last = path.split(".")
        place = found
        for part in parts:
            place = place.setdefault(part, {})
            if place is None:
                break
        else:
            place[last] = None
    return found


def pick(values, wanted):
    """What a tree of fields leaves of a record; a list keeps all its items, null stays null."""
    if wanted is None or values is None:
        return values
    if isinstance(values, list):
        return [pick(item, wanted) for item in values]
    return {key: pick(values[key], inner) for key, inner in wanted.items()}
