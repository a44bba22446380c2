"""The pictures of the pages in docs/pictures: `make pictures` takes them, and here they are looked at."""

import io
import os
import re

import pytest

from tests.serving import ROOT

Image = pytest.importorskip("PIL.Image", reason="no Pillow: make .venv/test-installed")
FOLDER = ROOT / "docs" / "pictures"
SHOWN = ("front", "council", "reorganised", "abolished", "article", "speaker", "quote", "ratings", "quotes", "statistics",
         "checks", "search")
WIDTHS, TALLEST, COLOURS, MOST_BYTES = (1280, 390), 1600, 64, 2_000_000
FILES = [f"{name}-{width}.png" for name in SHOWN for width in WIDTHS]


@pytest.mark.skipif("PICTURES" not in os.environ, reason="the pictures are taken by make pictures")
def test_take_the_pictures(window, site):
    for width in WIDTHS:
        page = window(width=width)
        for name in SHOWN:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(site.pages[name], wait_until="networkidle")
            tall = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
            page.set_viewport_size({"width": width, "height": tall})
            taken = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
            taken.convert("RGB").quantize(COLOURS).save(FOLDER / f"{name}-{width}.png", optimize=True)


def test_there_is_a_picture_of_each_page_and_no_other():
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(FILES)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


@pytest.mark.parametrize("file", FILES)
def test_a_picture_is_as_wide_as_its_window_and_not_empty(file):
    """No piece of it half a window high is of one colour."""
    with Image.open(FOLDER / file) as picture:
        wide, high = picture.size
        assert wide == int(re.search(r"-(\d+)\.png", file)[1]) and 300 < high <= TALLEST
        pieces = [picture.convert("L").crop((0, top, wide, top + 450)) for top in range(0, high - 450, 225)]
        assert all(dark < 128 < light for dark, light in (piece.getextrema() for piece in pieces))
