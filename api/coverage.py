"""How much of a day the record covers: which councils existed then, and of which of them it knows a judgement."""

from dataclasses import replace

from api import queries
from schemas import Rating
from schemas.parts import reference
from schemas.succession import existed

PLACES = ("region", "council")


def coverage(asked):
    """What the answer about a day leaves out, or None where no day was asked for.

    `existing` counts the councils that existed then where the question looks, `judged` those of them with a judgement
    that fits it, whatever its grade; `missing` names the others, and `until` is the last day that the record knows.
    """
    day = asked.told.get("as_of")
    if day is None:
        return None
    known = asked.snapshot.councils
    there = [one for one, council in known.items() if existed(council, day) and _meant(asked, council)]
    filters = {key: value for key, value in asked.filters.items() if key != "grade"}
    judged = queries.judged(replace(asked, record=Rating, filters=filters))
    missing = [reference(known[one]) for one in there if one not in judged]
    return {"existing": len(there), "judged": len(there) - len(missing), "missing": missing,
            "until": asked.snapshot.until}


def _meant(asked, council):
    """Whether a question about places looks at a council."""
    filters = asked.filters
    return ("region" not in filters or council["region"] in filters["region"]) \
        and ("council" not in filters or council["id"] in filters["council"])
