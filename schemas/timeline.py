"""Timelines: what is known of a council, in the order it happened."""

from marshmallow import fields, validate

from schemas.parts import CouncilReference, choice, day, listed, part, string, whole
from schemas.quote import Quote
from schemas.rating import Rating
from schemas.record import Part

ENTRY_KINDS = ("judgement", "rating", "quote", "reorganisation")
EVENTS = ("established", "abolished")


class Reorganisation(Part):
    """A council's first or last day, with the councils that its area came from or went to."""

    id = string("The event's id.", "buckinghamshire-established")
    event = choice(EVENTS, "Whether it is the council's first day or its last.")
    date = day("The day.", "2020-04-01")
    council = part(CouncilReference, "The council.")
    others = listed(part(CouncilReference, "A council."), "Its predecessors or, for its last day, its successors.")
    continues = fields.Boolean(required=True, metadata={
        "description": "Whether the later authority legally is the earlier one, so that its judgements carry on.",
        "example": False})


class AnyOf(fields.Raw):
    """A record of one of several types."""

    def __init__(self, schemas, description):
        super().__init__(required=True, metadata={"description": description})
        self.schemas = schemas


class TimelineEntry(Part):
    """One thing that happened: an official judgement, a press rating, a quote or a reorganisation."""

    table = "timeline"
    noun = "entry"

    date = string("The day or, where no day is known, the month or year (ISO 8601).", "2016-06-28", none=True)
    kind = string("What the record is.", "rating", validate=validate.OneOf(ENTRY_KINDS))
    record = AnyOf((Rating, Quote, Reorganisation), "The record, as its own address serves it.")


class TimelineRow(Part):
    """An entry as it is stored: where it stands in the order, and where its record is."""

    table = "timeline"
    lookups = (("date", "id"), ("date DESC", "id"), ("starts", "id"), ("ends", "id"))

    id = string("What orders the entries: the date, the kind and the record's id.")
    date = string("The day, month or year.", none=True)
    kind = choice(ENTRY_KINDS, "What the record is.")
    starts = string("The first day that it may have been.", none=True)
    ends = string("The last day that it may have been.", none=True)
    rating_id = string("The rating, if it is one.", none=True)
    quote_id = string("The quote, if it is one.", none=True)
    record_row = whole("The number of that rating's or quote's row.", none=True)
    json = string("The record itself, if it is neither.", none=True)


class TimelineCouncil(Part):
    """A council in whose timeline an entry stands."""

    table = "timeline_councils"
    lookups = (("council_id", "entry_id"),)

    entry_id = string("The entry.")
    council_id = string("The council.")
