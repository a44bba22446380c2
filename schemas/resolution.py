"""Resolutions: which council a name or a code means on a day."""

from schemas.council import Council
from schemas.parts import day, listed, part, string
from schemas.record import Part


class Resolution(Part):
    """Which council a name or a code means on a day: one, several that it may be, or none, and why."""

    query = string("The name or code asked for.", "Birmingham Council")
    on = day("The day asked about; null for the present.", "2014-06-01", none=True)
    match = part(Council, "The one council that is meant, or null.", none=True)
    candidates = listed(part(Council, "A council."), "Every council that may be meant.")
    reason = string("Why, in a sentence.",
                    "'Birmingham Council' is a name of Birmingham City Council (birmingham), which existed on "
                    "2014-06-01.")
