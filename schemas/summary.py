"""Summaries: how many ratings there are, by grade, region, framework and type of council."""

from schemas.parts import choice, string, whole
from schemas.record import Part
from schemas.vocabulary import COUNCIL_TYPES, GRADES, REGIONS

DIMENSIONS = ("grade", "region", "framework", "type")


class Summary(Part):
    """How many ratings share what they are counted by; what they are not counted by is null."""

    table = "summary"
    noun = "count"

    grade = choice(GRADES, "The grade; null also where an official report gives none.", none=True)
    region = choice(REGIONS, "The council's English region.", none=True)
    framework = string("The id of the inspection framework; null also where it is not known.", "sif-2013", none=True)
    type = choice(COUNCIL_TYPES, "The kind of authority.", none=True)
    count = whole("How many ratings; with `as_of` and one area, how many councils.", 9)
