"""Bytes as text: encodings, what no reader sees, and lines that a program wrapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures.clean import MAX_BYTES, Unreadable, clean, decode

QUOTED = "“We can’t wait,” said Cllr Zoë Brontë – twice."

DECODED = {
    "UTF-8": QUOTED.encode(),
    "UTF-8 with a byte order mark": b"\xef\xbb\xbf" + QUOTED.encode(),
    "UTF-16, little end first": b"\xff\xfe" + QUOTED.encode("utf-16-le"),
    "UTF-16, big end first": b"\xfe\xff" + QUOTED.encode("utf-16-be"),
    "Windows-1252": QUOTED.encode("cp1252"),
    "UTF-8 with a word of Windows-1252 pasted in": QUOTED.encode().replace("’".encode(), b"\x92"),
    "UTF-8 read as Windows-1252 and saved again": QUOTED.encode()
    .decode("cp1252", errors="ignore")
    .encode()
    .replace("â€ said".encode(), "â€\x9d said".encode()),
}


@pytest.mark.parametrize("data", DECODED.values(), ids=DECODED.keys())
def test_the_same_text_is_read_from_any_encoding(data):
    assert clean(decode(data)) == QUOTED


REFUSED = {
    b"": "no words",
    b" \n\t\r\n ": "no words",
    b"," * 1_000_000: "no words",
    b"12 345\n": "no words",
    b"a" * (MAX_BYTES + 1): "2 MB",
    b"%PDF-1.4\nLeeds": "PDF",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"PK\x03\x04word": "zip",
    b"{\\rtf1 Leeds}": "RTF",
    b"Leeds\0\0\0Council": "binary",
    bytes(range(256)) * 40: "binary",
    b"\xff\xd8\xff\xe0": "JPEG",
    b"\xd0\xcf\x11\xe0": "Word",
    b"GIF89a": "GIF",
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.items(), ids=lambda value: repr(value[:12]))
def test_what_is_no_text_is_refused_by_name(data, reason):
    with pytest.raises(Unreadable, match=reason):
        decode(data)


SEEN = [
    ("Leeds\r\n\r\nwas rated\r\n", "Leeds\n\nwas rated"),
    ("Leeds\rCouncil", "Leeds\n\nCouncil"),
    ("\u202bLeeds\u202c \u200fCoun\u00adcil\ufeff", "Leeds Council"),
    ("in\u200badequate", "inadequate"),
    ("one\u00a0in\u2009seven\t councils", "one in seven councils"),
    ("page one\x0cpage two", "page one\n\npage two"),
    ("Zoe\u0308 Bronte\u0308", "Zoë Brontë"),
    ("Ofsted <https://a.example/b?c=d> said", "Ofsted said"),
    ("fewer than <10 of >5", "fewer than <10 of >5"),
    ("â€œGoodâ€\x9d, itâ€™s", "“Good”, it’s"),
    ('"straight" and “curly” and ‘single’ stay', '"straight" and “curly” and ‘single’ stay'),
    ("Â£3m and 50Â°", "£3m and 50°"),
    ("PÂRIS, château", "PÂRIS, château"),
    ("&quot;Good&quot; isn&#39;t &pound;3m&nbsp;&ndash; it&rsquo;s", '"Good" isn\'t £3m – it’s'),
    ("Smith &amp; Sons, &amp;#8220;twice&amp;quot; and &amp;amp;", 'Smith & Sons, “twice" and &'),
    ("Q&A; R&D &c; a&b;", "Q&A; R&D &c; a&b;"),
]


@pytest.mark.parametrize(("given", "wanted"), SEEN)
def test_what_no_reader_sees_goes_and_the_rest_stays(given, wanted):
    assert clean(given) == wanted


WRAPPED = """\
REPORT COMMENDS WORK TO KEEP CHILDREN SAFE
By Bernadette Quill
4 May 2016

"Every child in Shropshire deserves to grow up safe, and today's
report tells us that for the great majority we are getting it
right," said the cabinet member for children, as Ofsted published
its findings.
The council's fostering service is inspected by itself, and it is good.

The report asks the council and its partners to:

  * make sure that every looked after child has an up-to-date
    health plan
  * offer care leavers a wider choice of housing

| Leeds | Good |
| Hull  | Requires improvement |

Caseloads now average 17 for each social worker, compared with 24
in 2009.
"""


def test_wrapped_lines_are_joined_and_lists_headings_and_tables_are_not():
    lines = clean(WRAPPED).split("\n\n")
    assert lines[:3] == ["REPORT COMMENDS WORK TO KEEP CHILDREN SAFE", "By Bernadette Quill", "4 May 2016"]
    assert lines[3].startswith('"Every child') and "getting it right," in lines[3]
    assert "* make sure that every looked after child has an up-to-date health plan" in lines
    assert "* offer care leavers a wider choice of housing" in lines
    assert "| Leeds | Good |" in lines
    assert lines[-1] == "Caseloads now average 17 for each social worker, compared with 24 in 2009."


PROSE = (
    "Inspectors found that too many children wait too long for help and that managers do not always know which "
    "cases are drifting, although there are signs of recent progress in the front door team and in the way that "
    "partners share what they know about families who are in trouble with the police or with their landlords."
)


@pytest.mark.parametrize("width", [45, 60, 66, 72, 80, 100, 120])
def test_prose_wrapped_at_any_width_is_one_paragraph(width):
    lines, line = [], ""
    for word in PROSE.split():
        if len(line) + 1 + len(word) > width:
            lines, line = [*lines, line], ""
        line = f"{line} {word}".strip()
    wrapped = "\n".join([*lines, line])
    assert clean(f"{wrapped}\n\n{wrapped}\n") == f"{PROSE}\n\n{PROSE}"


SEPARATE = [
    "Leeds was rated good by inspectors in March.\nHull was rated inadequate in the same month.\n"
    "York awaits a visit from Ofsted later this year.\nBradford has a trust that runs its services now.\n"
    "Kirklees came out of intervention last spring.",
    "Birmingham\nBuckinghamshire\nCoventry\nKnowsley\nManchester\nRotherham\nSlough",
    "He said: “It is good.\n“It will be better.\n“It is not outstanding yet, and we all know that.\n“We go on.”",
]


@pytest.mark.parametrize("text", SEPARATE)
def test_paragraphs_of_one_line_are_not_joined(text):
    assert clean(text) == text.replace("\n", "\n\n")


MARKED = [
    ("# Adoption team hailed", "Adoption team hailed"),
    ('a *good* and **very good** [service](/a "b")', "a good and very good service"),
    ('> "They came first."', '"They came first."'),
    ("| Area | Grade |\n| --- | --- |\n| **Overall** | Good |", "Area | Grade\n\nOverall | Good"),
    ("[![A picture](a.png)](/b)", "A picture"),
    ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
]


@pytest.mark.parametrize(("given", "wanted"), MARKED)
def test_markdown_loses_its_marks(given, wanted):
    assert clean(given, markdown=True) == wanted


PRINTED = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)
TYPED = st.text(alphabet="aA1.\n\r\t “\"'-|<>*By\u200b\u0301\u00a0\x85\x0c", max_size=200)


MISREAD = st.text(alphabet="ÃÂâï\x80\x85\x93\x99\x9d€™œ”¢½¿a \n.", max_size=12)


@given(st.one_of(PRINTED, TYPED, MISREAD))
def test_cleaning_again_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once


@given(st.one_of(PRINTED, TYPED))
def test_a_cleaned_text_holds_no_controls_and_no_blank_ends(text):
    cleaned = clean(text)
    assert not any(character < " " and character != "\n" or "\x7f" <= character <= "\x9f" for character in cleaned)
    assert all(line == line.strip() and "  " not in line for line in cleaned.split("\n"))
    assert "\n\n\n" not in cleaned
