"""Standings: what stood when. They are looked up for `as_of`, and have no address of their own."""

from schemas.parts import choice, string
from schemas.record import Part
from schemas.vocabulary import AREAS

NO_END = "9999-12-31"


class Standing(Part):
    """An official rating that stood for a council and area, with the first and last day that it did."""

    table = "standings"
    lookups = (("since", "until", "rating_id", "council_id"), ("council_id", "area", "since", "until", "rating_id"))

    council_id = string("The council's slug; the authority that continues the one rated, from that one's first day.")
    area = choice(AREAS, "What was judged.")
    rating_id = string("The rating's id.")
    since = string("The first day that it stood (ISO 8601).")
    until = string(f"The last day that it stood; {NO_END} while it stands.")
