"""What a text says of itself: headline, byline, publisher and day, in the ways papers print them."""

import pytest

from fixtures.corpus import article
from fixtures.dates import day
from fixtures.details import details

TITLE = "Leeds children's services praised by inspectors"
PROSE = [
    "Children in Leeds are safer than they were on 3 March 2011, inspectors have found after a fortnight in the city.",
    "The council was rated good overall, and its leaders were praised for knowing their families well.",
    "Neighbouring Wakefield, inspected on 9 June 2014, remains under the eye of a commissioner.",
    "Ofsted said that the number of social workers had risen, and that caseloads had come down by a fifth.",
    "A spokesman said that ministers would watch the figures with interest until 1 May 2030.",
]

PRINTED = [
    (["Posted by Una Quill on October 14, 2010"], "Una Quill", "2010-10-14"),
    (["Posted on 20 June 2013 by Una Quill in News, Politics"], "Una Quill", "2013-06-20"),
    (["Words by Una Quill for the Solway Paper", "9 May 2026"], "Una Quill", "2026-05-09"),
    (["2 February 2018 · The Paper · Words: Una Quill"], "Una Quill", "2018-02-02"),
    (["By Una Quill, Local Democracy Reporter | 21st March 2023 | The Paper Online"], "Una Quill", "2023-03-21"),
    (["By Una Quill 19 November 2014"], "Una Quill", "2014-11-19"),
    (["By DERMOT SKIPWORTH", "Published: 10 December 2009"], "DERMOT SKIPWORTH", "2009-12-10"),
    (["By Una Quill and Fergus O'Dowd", "Thursday, 5 November, 2015"], "Una Quill and Fergus O'Dowd", "2015-11-05"),
    (["EXCLUSIVE by Una Quill", "04:12, 3 Jul 2015"], "Una Quill", "2015-07-03"),
    (["Published: 05/11/15"], None, "2015-11-05"),
    (["Published 05.11.2015"], None, "2015-11-05"),
    (["5th Nov 2015"], None, "2015-11-05"),
    (["5th of November 2015"], None, "2015-11-05"),
    (["November 5th, 2015"], None, "2015-11-05"),
    (["5-Nov-2015"], None, "2015-11-05"),
    (["2015-11-05"], None, "2015-11-05"),
    (["By Una Quill", "Last updated 7 November 2015", "Published 5 November 2015"], "Una Quill", "2015-11-05"),
    (["Updated 7 November 2015, first published 5 November 2015"], None, "2015-11-05"),
    (["Updated 3:15pm", "5 November 2015"], None, "2015-11-05"),
    (["EMBARGOED UNTIL 00.01 ON TUESDAY 16 APRIL 2024"], None, "2024-04-16"),
    (["For immediate use: Tuesday 14 June 2011"], None, "2011-06-14"),
    (["The Paper, 22 November 2022"], None, "2022-11-22"),
    (["22 January 2026", "Fergus Quill", "Education correspondent, The Paper"], "Fergus Quill", "2026-01-22"),
    (["12 July 2017 | Long read | by Una Quill"], "Una Quill", "2017-07-12"),
    (["31 February 2015"], None, None),
    ([], None, None),
]


@pytest.mark.parametrize(("lines", "byline", "published"), PRINTED, ids=lambda value: str(value)[:50])
def test_a_head_tells_writer_and_day(lines, byline, published):
    found = details("\n\n".join([TITLE, *lines, *PROSE]))
    assert (found["headline"], found["byline"], found["published"]) == (TITLE, byline, published)


def test_a_foot_tells_the_day_if_it_says_so():
    assert details("\n\n".join([TITLE, *PROSE * 3, "First published: 5 November 2015"]))["published"] == "2015-11-05"
    assert (
        details("\n\n".join([TITLE, *PROSE * 3, "More on this story", "Hull is good", "5 November 2015"]))["published"]
        is None
    )


@pytest.mark.parametrize(("line", "found"), [
    ("Kent rated inadequate", True), ("Leeds outstanding", True), ("Social care", False), ("The Wexcombe Gazette", False),
    ("Leadership: good", False),
])
def test_a_short_line_at_the_head_is_the_headline_if_it_says_a_grade(line, found):
    text = f"{line}\n\nKent County Council was rated inadequate by Ofsted on Tuesday. The council said it was sorry."
    assert details(text)["headline"] == (line if found else None)


@pytest.mark.parametrize("headline", ["Betrayed by Leeds Council Bosses", "Stand by your children, Ofsted says"])
def test_a_headline_with_the_word_by_names_no_writer(headline):
    found = details("\n\n".join([headline, *PROSE]))
    assert (found["headline"], found["byline"]) == (headline, None)


PUBLISHED_BY = [
    (["BBC News", TITLE], "BBC News"),
    ([TITLE, "By Una Quill | The Guardian | 4 May 2016"], "The Guardian"),
    (["NEWS RELEASE", "Shropshire Council, The Shirehall, Abbey Foregate", TITLE], "Shropshire Council"),
    (["Press release", "London Borough of Redbridge", "4 May 2016", TITLE], "London Borough of Redbridge"),
    (["News release", "Issued by Blackpool Council, Tuesday 7 December 2010", TITLE], "Blackpool Council"),
    ([TITLE, "Published by Kent County Council on 3 May 2019"], "Kent County Council"),
    ([TITLE, "From Kent County Council"], None),
    ([TITLE, "Leeds City Council is good"], None),
    ([TITLE], None),
]


@pytest.mark.parametrize(("lines", "publisher"), PUBLISHED_BY, ids=lambda value: str(value)[:40])
def test_a_publisher_is_taken_only_where_the_head_plainly_says_it(lines, publisher):
    assert details("\n\n".join([*lines, *PROSE]))["publisher"] == publisher


NO_DAY = ["", "May 2016", "32 May 2016", "1/2", "2016", "12.5.3", "in 24/7 care", "1.2.34%", "13/13/2013"]


@pytest.mark.parametrize("words", NO_DAY)
def test_what_is_no_day_is_none(words):
    assert day(words) is None


def test_articles_csv_wins_over_metadata_and_metadata_over_text():
    page = (
        f'<html><head><meta property="og:site_name" content="The Page"><meta property="article:published_time" '
        f'content="2016-05-04T10:00:00Z"></head><body><article><h1>{TITLE}</h1><p>By Una Quill</p><p>1 May 2015</p>'
        + "".join(f"<p>{line}</p>" for line in PROSE)
        + "</article></body></html>"
    ).encode()
    found = article(page, "x", ".html", {"publisher": "The Row", "headline": None})
    assert (found.publisher, found.published, found.headline) == ("The Row", "2016-05-04", TITLE)
    assert found.byline == "Una Quill"
