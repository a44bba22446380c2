"""Speakers: people who are quoted by name."""

from schemas.parts import NamedReference, listed, part, string, whole
from schemas.record import Part, Record


class SpeakerRole(Part):
    """A role in which an article quotes a speaker."""

    role = string("The role as printed.", "chief inspector", none=True)
    organisation = part(NamedReference, "The body they spoke for.", none=True)
    article = string("The article's id.", "003-382a58e98ad6cf3d")


class Speaker(Record):
    """Who is quoted by name, over all articles."""

    table = "speakers"
    noun = "speaker"

    id = string("The speaker's slug, without honorific.", "ada-example")
    name = string("The fullest name printed.", "Ada Example")
    honorific = string("The title printed before the name.", "Dame", none=True)
    roles = listed(part(SpeakerRole, "A role."), "The roles they were quoted in, each with its article.")
    quotes = whole("How many quotes are theirs.", 3)
