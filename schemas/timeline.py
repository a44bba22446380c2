"""Timelines: what is known of a council, in the order it happened."""

from marshmallow import fields

from schemas.parts import CouncilReference, choice, listed, part, string
from schemas.record import Part

ENTRY_KINDS = ("judgement", "rating", "quote", "reorganisation")
EVENTS = ("established", "abolished")


class Reorganisation(Part):
    """A council's first or last day, with the councils that its area came from or went to."""

    id = string("The event's id.", "buckinghamshire-established")
    event = choice(EVENTS, "Whether it is the council's first day or its last.")
    date = string("The day (ISO 8601).", "2020-04-01")
    council = part(CouncilReference, "The council.")
    others = listed(part(CouncilReference, "A council."), "Its predecessors or, for its last day, its successors.")
    continues = fields.Boolean(required=True, metadata={
        "description": "Whether the later authority legally is the earlier one, so that its judgements carry on."})


class Entry(Part):
    """One thing that happened: an official judgement, a press rating, a quote or a reorganisation."""

    date = string("The day or, where no day is known, the month or year (ISO 8601).", "2014-05-23", none=True)
    kind = choice(ENTRY_KINDS, "What the record is.")
    record = fields.Dict(required=True, metadata={
        "description": "The rating, quote or reorganisation, as its own address serves it."})
