"""Writes records as tables: CSV, NDJSON and Excel workbooks, row after row, however many there are."""

import csv
import io
import json
import tempfile
from datetime import datetime

from api.formats.terms import licences
from api.program import ATTRIBUTION, DATA_LICENCE, NAME
from schemas.parameter import DAY
from schemas.shape import table_columns

BETWEEN = " | "
MOST_ROWS, MOST_TEXT = 1_048_575, 32_767
# A spreadsheet would run a cell that begins so as a formula.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
AT_ONCE = 500
# The fields whose days a workbook holds as days.
DATED = frozenset(("reported", "published", "valid_from", "valid_to", "in_force_from", "in_force_to", "start", "end",
                   "date"))
FIRST_DAY = "1900-03-01"
EPOCH = "2000-01-01T00:00:00"


class TooMuch(Exception):
    """More than a sheet holds, with what helps."""


def header(record, chosen=None):
    """The columns of a table of records, with the path of the field that each shows."""
    every = table_columns(record)
    if chosen is None:
        return every
    paths = [tuple(path.split(".")) for path in chosen]
    return {name: path for part in paths for name, path in every.items() if path[:len(part)] == part}


def cell(values, path):
    """The value of a field in a record; those of a list stand in one cell."""
    for number, key in enumerate(path):
        if isinstance(values, list):
            return BETWEEN.join("" if (inner := cell(item, path[number:])) is None else str(inner) for item in values)
        if values is None:
            return None
        # What is one of several types has not the fields of the others.
        values = values.get(key)
    if isinstance(values, bool):
        return str(values).lower()
    return BETWEEN.join(map(str, values)) if isinstance(values, list) else values


def guarded(value):
    """A cell's value, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def write_csv(record, rows, chosen=None, mark="\ufeff", terms=None):
    """CSV (RFC 4180) in pieces of UTF-8; Excel needs the byte order mark to read it as that.

    `terms` gives what the last column, `licence`, says of a record.
    """
    columns = header(record, chosen)
    paths = tuple(columns.values())
    page = io.StringIO()
    page.write(mark)
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow([*columns, *(["licence"] if terms else [])])
    for number, text in enumerate(rows, 1):
        values = json.loads(text)
        last = [terms(record, values)] if terms else []
        writer.writerow([guarded(cell(values, path)) for path in paths] + last)
        if number % AT_ONCE == 0:
            yield _taken(page)
    yield _taken(page)


def _taken(page):
    text = page.getvalue()
    page.seek(0)
    page.truncate()
    return text.encode()


def write_lines(rows):
    """NDJSON in pieces of UTF-8."""
    page = []
    for text in rows:
        page.append(text)
        if len(page) == AT_ONCE:
            yield ("\n".join(page) + "\n").encode()
            page = []
    if page:
        yield ("\n".join(page) + "\n").encode()


def write_workbook(record, rows, dataset, chosen=None):
    """An Excel workbook as a file to read: the records, and a second sheet that says where they are from.

    Raises TooMuch if a text is longer than a cell holds.
    """
    from xlsxwriter import Workbook

    file = tempfile.TemporaryFile()  # noqa: SIM115
    settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                "strings_to_numbers": False}
    book = Workbook(file, settings)
    book.set_properties({"title": f"{NAME}: {record.table}", "comments": ATTRIBUTION,
                         "created": datetime.fromisoformat(EPOCH)})
    sheet = book.add_worksheet(record.table)
    sheet.freeze_panes(1, 0)
    columns, days, number = header(record, chosen), book.add_format({"num_format": "yyyy-mm-dd"}), 0
    sheet.write_row(0, 0, list(columns), book.add_format({"bold": True}))
    paths = tuple(columns.values())
    for number, text in enumerate(rows, 1):
        _write_row(sheet, number, json.loads(text), paths, days)
    sheet.autofilter(0, 0, number, len(columns) - 1)
    about = book.add_worksheet("about")
    for number, pair in enumerate((("source", f"{NAME}, /v1/{record.table}"), ("dataset", dataset),
                                   *(("licence", each["title"]) for each in licences(record)),
                                   ("licence_url", DATA_LICENCE["url"]), ("attribution", ATTRIBUTION))):
        about.write_row(number, 0, pair)
    book.close()
    file.seek(0)
    return file


def _write_row(sheet, number, values, paths, days):
    for column, path in enumerate(paths):
        value = cell(values, path)
        if isinstance(value, str):
            # A month or a year alone is no day, and before 1900 a sheet has none.
            if path[-1] in DATED and DAY.fullmatch(value) and value >= FIRST_DAY:
                sheet.write_datetime(number, column, datetime.fromisoformat(value), days)
                continue
            if len(value) > MOST_TEXT:
                raise TooMuch(f"A record holds more text than a cell of a sheet; ask for csv ({value[:60]} ...).")
            sheet.write_string(number, column, value)
        elif value is not None:
            sheet.write_number(number, column, value)
