"""One article's records as a person, a program or a spreadsheet wants them."""

import csv
import json
import sys

COLUMNS = ("record", "line", "council", "grade", "area", "status", "certainty", "subject", "grades", "count", "of", "share",
           "change", "qualifier", "kind", "text", "speaker", "role", "organisation", "words")


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
    for kind, records in (("rating", found.ratings), ("statistic", found.statistics), ("quote", found.quotes), ("issue", found.issues)):
        for record in records:
            evidence = record["evidence"]
            yield {
                **{key: record.get(key) for key in COLUMNS},
                "record": kind,
                "line": article.text.count("\n\n", 0, evidence[0]["start"]) + 1 if evidence else None,
                "council": (record.get("council") or {}).get("id"),
                "grades": ";".join(record["grades"]) if "grades" in record else None,
                "text": record.get("text") or record.get("detail"),
                "speaker": (record.get("speaker") or {}).get("name"),
                "organisation": (record.get("organisation") or {}).get("name"),
                "words": " […] ".join(piece["exact"] for piece in evidence),
            }


def _csv(article, found):
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in _rows(article, found))


def _cell(value):
    """A spreadsheet would run text that begins like a formula; an apostrophe keeps it text."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t\r" else value


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
    console.print(", ".join(f"{len(records)} {name}" for name, records in counts.items()))


def _said(row):
    """A record in a few words."""
    if row["record"] == "rating":
        marks = [row["area"], *(word for word in (row["status"], row["certainty"]) if word not in ("current", "stated"))]
        return f"{row['council']}: {row['grade']} ({', '.join(marks)})"
    if row["record"] == "statistic":
        return f"{_amount(row)} {row['subject']}{': ' + row['grades'].replace(';', ' or ') if row['grades'] else ''}{' (previous)' if row['status'] == 'previous' else ''}"
    if row["record"] == "quote":
        return f"{row['speaker'] or row['role'] or row['organisation'] or 'unknown'}{', ' + row['role'] if row['speaker'] and row['role'] else ''}{', ' + row['organisation'] if row['organisation'] and (row['speaker'] or row['role']) else ''} ({row['kind']})"
    return f"{row['kind']}: {row['text']}"


def _amount(row):
    if row["change"] is not None:
        value = f"{row['change']:+.1%}"
    elif row["count"] is not None:
        value = f"{row['count']:,}" + (f" of {row['of']:,}" if row["of"] else "") + (f" ({row['share']:.1%})" if row["share"] is not None else "")
    else:
        value = f"{row['share']:.1%}" + (f" of {row['of']:,}" if row["of"] else "")
    return value if row["qualifier"] == "exact" else f"{row['qualifier'].replace('-', ' ')} {value}"


def _short(words, most=160):
    return words if len(words) <= most else words[:most - 1].rsplit(" ", 1)[0] + " …"
