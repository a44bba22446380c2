"""A council's timeline is one ordered list of judgements, press ratings, quotes and reorganisations."""

import json
import sqlite3

import pytest

from fixtures import snapshot
from fixtures.official import official_ratings
from fixtures.tables import councils
from schemas import Council, Rating
from schemas.succession import lineage
from tests.official import press_records as press

COUNCILS = {council["id"]: council for council in councils()}
ENTRIES = """
SELECT t.date, t.kind, coalesce(t.json, r.json) FROM timeline AS t LEFT JOIN ratings AS r ON r.id = t.rating_id
WHERE t.id IN (SELECT entry_id FROM timeline_councils WHERE council_id IN (SELECT value FROM json_each(?)))
ORDER BY t.id"""


@pytest.fixture(scope="module")
def entries(tmp_path_factory):
    """A function that gives the timeline of councils with the press ratings of the five articles."""
    path = tmp_path_factory.mktemp("timeline") / "facts.sqlite"
    snapshot.write(path, {Council: councils(), Rating: [*official_ratings(), *press.ratings()]})
    connection = sqlite3.connect(path)
    return lambda *ids: [{"date": date, "kind": kind, "record": json.loads(record)}
                         for date, kind, record in connection.execute(ENTRIES, (json.dumps(ids),))]


def test_entries_are_in_order(entries):
    """Entries come by date, a month before its days, and hold the records themselves."""
    found = entries("birmingham")
    assert [entry["date"] for entry in found] == sorted(entry["date"] for entry in found)
    assert {entry["kind"] for entry in found} == {"reorganisation", "judgement", "rating"}
    assert all(entry["record"]["id"] for entry in found)


def test_lineage_joins_timelines(entries):
    """With its lineage a council's timeline holds its predecessors' days and judgements."""
    line = lineage(COUNCILS["somerset"], COUNCILS)
    found = entries(*line)
    assert {entry["record"]["council"]["id"] for entry in found} == {"somerset", "somerset-county-council"}
    events = [(e["record"]["event"], e["date"]) for e in found if e["kind"] == "reorganisation"]
    assert events == [("established", "1974-04-01"), ("abolished", "2023-03-31"), ("established", "2023-04-01")]
