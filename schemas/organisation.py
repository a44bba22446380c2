"""Organisations: bodies that speakers speak for."""

from schemas.parts import listed, string, whole
from schemas.record import Record


class Organisation(Record):
    """A body that speakers speak for, over all articles."""

    table = "organisations"
    noun = "organisation"

    id = string("The organisation's slug.", "ofsted")
    name = string("The fullest name printed.", "Ofsted")
    aliases = listed(string("A name.", "The Office for Standards in Education"),
                     "Other names that articles print for it.")
    quotes = whole("How many quotes speak for it.", 12)
