"""Counts the official record of a day straight from its tables, with nothing of the program: count.py FOLDER DAY...

Prints JSON: for each day and area how many councils stood at each grade ("" is a report without a grade).
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def known(row, day):
    """Whether a judgement was known on a day: published by then or, of restated ones, inspected in a month before."""
    if row["published"]:
        return row["published"] <= day
    return row["inspected_end"] < day[:len(row["inspected_end"])]


def count(councils, judgements, day):
    """The grades of all councils existing on a day, by area."""
    authority = {one["id"]: one["id"] for one in councils}
    for one in councils:
        if one["continued_by"] and one["valid_to"] < day:
            authority[one["id"]] = one["continued_by"]
    alive = {one["id"] for one in councils
             if one["valid_from"] <= day and (not one["valid_to"] or day <= one["valid_to"])}
    newest = {}
    for row in judgements:
        key = authority[row["council"]], row["area"]
        when = row["published"] or row["inspected_end"]
        if key[0] in alive and known(row, day) and when > newest.get(key, ("",))[0]:
            newest[key] = when, row["grade"]
    found = {}
    for (_, area), (_, grade) in newest.items():
        found.setdefault(area, Counter())[grade] += 1
    return found


if __name__ == "__main__":
    folder, *days = sys.argv[1:]
    tables = table(Path(folder) / "councils.csv"), table(Path(folder) / "judgements.csv")
    print(json.dumps({day: count(*tables, day) for day in days}))
