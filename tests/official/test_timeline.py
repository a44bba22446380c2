"""A council's timeline is one ordered list of judgements, press ratings, quotes and reorganisations."""

import press_records as press

from fixtures.official import official_ratings
from fixtures.tables import councils
from fixtures.timeline import timeline
from schemas.succession import lineage

COUNCILS = {council["id"]: council for council in councils()}


def entries(*ids):
    """The timeline of councils with the press ratings of the five articles."""
    return timeline([COUNCILS[one] for one in ids], [*official_ratings(), *press.ratings()], [])


def test_entries_are_in_order():
    """Entries come by date, a month before its days, and hold the records themselves."""
    found = entries("birmingham")
    assert [entry["date"] for entry in found] == sorted(entry["date"] for entry in found)
    assert {entry["kind"] for entry in found} == {"reorganisation", "judgement", "rating"}
    assert all(entry["record"]["id"] for entry in found)


def test_lineage_joins_timelines():
    """With its lineage a council's timeline holds its predecessors' days and judgements."""
    line = lineage(COUNCILS["somerset"], COUNCILS)
    found = entries(*line)
    assert {entry["record"]["council"]["id"] for entry in found} == {"somerset", "somerset-county-council"}
    events = [(e["record"]["event"], e["date"]) for e in found if e["kind"] == "reorganisation"]
    assert events == [("established", "1974-04-01"), ("abolished", "2023-03-31"), ("established", "2023-04-01")]
