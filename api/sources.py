"""What a question is asked of: the table of its records, or what is made of the snapshot for it."""

from api.conditions import conditions
from schemas import Council, Rating
from schemas.council import LatestRating
from schemas.record import columns
from schemas.summary import DIMENSIONS, Summary
from schemas.timeline import TimelineEntry
from schemas.vocabulary import GRADES

OVERALL = "overall-effectiveness"
DAY = "s.since <= ? AND s.until >= ?"
TIMELINE = """\
(SELECT e.rowid AS rowid,
        e.id, e.date, e.starts, e.ends, '{"date":' || json_quote(e.date) || ',"kind":"' || e.kind || '","record":'
        || coalesce(e.json, r.json, q.json) || '}' AS json
 FROM timeline AS e LEFT JOIN ratings AS r ON e.rating_id IS NOT NULL AND r.rowid = e.record_row
                    LEFT JOIN quotes AS q ON e.quote_id IS NOT NULL AND q.rowid = e.record_row)"""
# What the rows of a question are served from where that is not their table.
SERVED = {TimelineEntry: TIMELINE}
COUNTED = {"grade": "t.grade", "region": "c.region", "framework": "t.framework", "type": "c.type"}


def narrowed(asked):
    """The FROM of a question, its table called t, the terms of its WHERE, and the values of both."""
    terms, given = conditions(asked)
    if asked.record is Summary:
        source, values = _counted(asked, terms, given)
        return source, [], values
    source, values = _source(asked)
    return f"{source} AS t", terms, (*values, *given)


def _source(asked):
    day = asked.told.get("as_of")
    if asked.record is TimelineEntry:
        return TIMELINE, ()
    if day and asked.record is Council:
        return COUNCILS_THEN, (day,) * 4
    if day:
        return RATINGS_THEN, (day,) * 2
    return f"[{Rating.table if asked.record is Summary else asked.record.table}]", ()


def _ratings_then():
    """Ratings that stood on a day, each as that of the council which it stood for then."""
    fields = ("s.council_id" if name == "council_id" else f"r.{name}" for name in (*columns(Rating), "json"))
    return f"(SELECT {', '.join(fields)} FROM standings AS s JOIN ratings AS r ON r.id = s.rating_id WHERE {DAY})"


def _councils_then():
    """Councils that existed on a day, each with the overall rating that stood for it as its latest."""
    latest = [name for name in columns(Council) if name.startswith("latest_")]
    fields = [f"r.{name.removeprefix('latest_')} AS {name}" if name in latest else f"c.{name}"
              for name in columns(Council)]
    pairs = ", ".join(f"'{key}', r.{key}" for key in LatestRating._declared_fields)
    made = f"json_set(c.json, '$.latest', CASE WHEN r.id IS NULL THEN NULL ELSE json_object({pairs}) END)"
    return (f"(SELECT {', '.join(fields)}, {made} AS json FROM councils AS c LEFT JOIN standings AS s "
            f"ON s.council_id = c.id AND s.area = '{OVERALL}' AND {DAY} LEFT JOIN ratings AS r ON r.id = s.rating_id "
            "WHERE coalesce(c.valid_from, '') <= ? AND coalesce(c.valid_to, '9999') >= ?)")


RATINGS_THEN, COUNCILS_THEN = _ratings_then(), _councils_then()


def _counted(asked, terms, given):
    """Ratings counted by what was asked; the id puts rows in the order of the scale, then of the alphabet."""
    source, values = _source(asked)
    by = asked.told["by"]
    pairs = ", ".join(f"'{name}', {COUNTED[name] if name in by else 'NULL'}" for name in DIMENSIONS)
    where = f" WHERE {' AND '.join(terms)}" if terms else ""
    places = " JOIN councils AS c ON c.id = t.council_id" if {"region", "type"} & set(by) else ""
    return (f"(SELECT {' || '.join(map(_ordered, by))} AS id, count(*) AS count, "
            f"json_object({pairs}, 'count', count(*)) AS json FROM {source} AS t{places}{where} "
            f"GROUP BY {', '.join(COUNTED[name] for name in by)}) AS t"), (*values, *given)


def _ordered(name):
    """What a row is ordered by in one of the fields that it is counted by; the unknown is last."""
    if name == "grade":
        return f"printf('%02d ', coalesce(nullif(instr('{' '.join(GRADES)}', t.grade), 0), 99))"
    return f"coalesce({COUNTED[name]}, '~') || ' '"
