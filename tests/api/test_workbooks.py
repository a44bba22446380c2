"""A workbook opens as a table to sort and filter, its days as days."""

import io
from datetime import datetime

import pytest
from openpyxl import load_workbook


def sheet(api, address):
    """The first sheet of a workbook, and its rows as dicts."""
    first = load_workbook(io.BytesIO(api.get(address).content)).worksheets[0]
    names, *rows = first.iter_rows()
    return first, [dict(zip((cell.value for cell in names), row, strict=True)) for row in rows]


@pytest.mark.parametrize("address, columns", [
    ("/v1/ratings", ("reported", "article_published")),
    ("/v1/councils", ("valid_from", "valid_to")), ("/v1/frameworks", ("in_force_from",)), ("/v1/articles", ("published",)),
    ("/v1/councils/leeds/timeline", ("date",))])
def test_days_are_days_and_what_is_only_like_one_stays_text(api, address, columns):
    _, rows = sheet(api, f"{address}.xlsx")
    for column in columns:
        for row in rows:
            cell = row[column]
            if cell.is_date:
                assert isinstance(cell.value, datetime) and cell.number_format == "yyyy-mm-dd"
            else:
                assert cell.value is None or len(cell.value) in (4, 7), (column, cell.value)
        assert any(row[column].is_date for row in rows), column


def test_the_columns_can_be_filtered_down_to_the_last_row(api):
    first, rows = sheet(api, "/v1/quotes.xlsx?fields=id,text")
    assert first.auto_filter.ref == f"A1:B{len(rows) + 1}" and first.freeze_panes == "A2"
    empty, none = sheet(api, "/v1/quotes.xlsx?fields=id,text&speaker=nobody-at-all")
    assert not none and empty.auto_filter.ref == "A1:B1"
