"""Long and hostile input: read or refused, in time in proportion to its length."""

from contextlib import suppress

import pytest

from fixtures.clean import Unreadable
from fixtures.corpus import article
from fixtures.layout import layout
from tests.timing import in_proportion

SIZE = 100_000
UNITS = {
    "commas": b", ",
    "one line": b"Leeds was rated good. ",
    "short lines": b"Leeds\n",
    "no spaces": b"x",
    "stars": b"*a ",
    "open brackets": b"[",
    "half links": b"a[b](c",
    "half addresses": b"<www.",
    "initials": b"A. ",
    "quotes": b'"A." ',
    "dates": b"1 May 2010 ",
    "lines of dates": b"1 May 2010\n",
    "spaces": b" ",
    "bylines": b"By Aaa Bbb\n",
    "bars": b"a | ",
    "dashes": b"-",
    "bullets": b"- a\n",
    "lone bytes": b"ab\x93",
    "mojibake": "Ã".encode(),
    "names": b"Aaa Bbb ",
    "marks": b"?! ",
    "tags": b"<div>",
    "paragraphs": b"<p>Leeds was rated good.</p>",
    "rows": b"<tr><td>a</td><td>b</td></tr>",
    "lists": b"<ul><li><a>a</a>",
    "spans": b"<span>a</span>",
    "wrapped": b"leeds council was rated good by ofsted in the spring\n",
    "accents": "e\u0301\u0301".encode(),
    "signs": "\u202e".encode(),
    "semicolons": b"a: b;\n",
    "quoted lines": b'"Leeds is good"\n',
}


def read(unit, size, suffix):
    data = b"Leeds " + unit * (size // len(unit))
    with suppress(Unreadable):
        found = article(data, "long", suffix)
        layout(found.text, found.headline)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_ten_times_the_text_takes_about_ten_times_as_long(unit, suffix):
    assert in_proportion(lambda size: read(unit, size, suffix), SIZE // 10, SIZE, limit=2)
