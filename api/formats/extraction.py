"""One article's records as a person, a program or a spreadsheet wants them."""

import csv
import json
import sys

from api.formats.tables import guarded

COLUMNS = (
    "record", "line", "council", "grade", "area", "status", "certainty", "subject", "grades", "count", "of", "share",
    "change", "qualifier", "kind", "text", "speaker", "role", "organisation", "words",
)


def show(shape, article, found):
    """Print an extraction as `table`, `json` or `csv`."""
    {"table": _table, "json": _json, "csv": _csv}[shape](article, found)


def body(found):
    """The extraction as the API answers it."""
    return {"article": found.article, "ratings": found.ratings, "statistics": found.statistics, "quotes": found.quotes,
            "issues": found.issues}


def _json(article, found):
    print(json.dumps(body(found), ensure_ascii=False, indent=2))


def _rows(article, found):
    """Each record as a flat dict of COLUMNS, in the order of the records."""
    kinds = {"rating": found.ratings, "statistic": found.statistics, "quote": found.quotes, "issue": found.issues}
    for kind, records in kinds.items():
        for record in records:
            evidence = record["evidence"]
            yield {
                **{key: record.get(key) for key in COLUMNS},
                "record": kind,
                "line": article.text.count("\n\n", 0, evidence[0]["start"]) + 1 if evidence else None,
                "council": (record.get("council") or {}).get("id"),
                "grades": ";".join(record["grades"]) if "grades" in record else None,
                "text": record.get("text") or record.get("detail") or _ungraded(record),
                "speaker": (record.get("speaker") or {}).get("name"),
                "organisation": (record.get("organisation") or {}).get("name"),
                "words": " […] ".join(piece["exact"] for piece in evidence),
            }


def _ungraded(record):
    """The printed words of a rating that is no grade of the scale: "performs poorly"."""
    return None if record.get("grade") else record.get("grade_as_printed")


def _csv(article, found):
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: guarded(value) for key, value in row.items()} for row in _rows(article, found))


def _table(article, found):
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table

    console = Console(width=None if sys.stdout.isatty() else 140, highlight=False, markup=False)
    date = article.published or "no date"
    console.print(f"{article.headline or article.id} ({date}), {len(article.text.split())} words", style="bold")
    table = Table(box=SIMPLE, pad_edge=False)
    table.add_column("line", justify="right")
    table.add_column("record")
    table.add_column("what", ratio=2)
    table.add_column("words it rests on", ratio=3)
    for row in _rows(article, found):
        table.add_row(str(row["line"] or ""), row["record"], _said(row), _short(row["words"]))
    console.print(table)
    counts = {"ratings": found.ratings, "statistics": found.statistics, "quotes": found.quotes, "issues": found.issues}
    console.print(", ".join(f"{len(records)} {name if len(records) != 1 else name[:-1]}"
                            for name, records in counts.items()))


def _said(row):
    """A record in a few words."""
    return {"rating": _rating, "statistic": _statistic, "quote": _quote, "issue": _issue}[row["record"]](row)


def _rating(row):
    marks = [row["area"]]
    marks += [word for word in (row["status"], row["certainty"]) if word not in ("current", "stated")]
    return f"{row['council']}: {row['grade'] or row['text']} ({', '.join(marks)})"


def _statistic(row):
    grades = f": {row['grades'].replace(';', ' or ')}" if row["grades"] else ""
    return f"{_amount(row)} {row['subject']}{grades}{' (previous)' if row['status'] == 'previous' else ''}"


def _quote(row):
    who = [part for part in (row["speaker"], row["role"], row["organisation"]) if part]
    return f"{', '.join(who) or 'unknown'} ({row['kind']})"


def _issue(row):
    return f"{row['kind']}: {row['text']}"


def _amount(row):
    if row["change"] is not None:
        value = f"{row['change']:+.1%}"
    else:
        count = f"{row['count']:,}" if row["count"] is not None else None
        share = f"{row['share']:.1%}" if row["share"] is not None else None
        whole = f" of {row['of']:,}" if row["of"] else ""
        value = (count or share) + whole + (f" ({share})" if count and share else "")
    return value if row["qualifier"] == "exact" else f"{row['qualifier'].replace('-', ' ')} {value}"


def _short(words, most=160):
    return words if len(words) <= most else words[:most - 1].rsplit(" ", 1)[0] + " …"
