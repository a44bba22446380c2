"""Saved web pages: every paragraph and row of the article, none of what stands around it, and what the metadata say."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.clean import Unreadable
from fixtures.corpus import article
from fixtures.extract import extract

TITLE = "Leeds children's services praised by inspectors"
PROSE = [
    "Leeds City Council was rated good overall by Ofsted on Thursday, up from requires improvement in 2015.",
    "“We are proud of the staff who did this,” said Cllr Una Okafor, the council's cabinet member for children.",
    "Neighbouring Wakefield Council is inadequate, and a commissioner has been sent to run its services.",
    "Of the 40 councils inspected so far, 12 are good and three are outstanding, figures show.",
]
AROUND = [
    '<nav><a href="/hull">Hull rated inadequate</a></nav>',
    '<div class="cookie-banner"><p>We use cookies, and "you agree".</p></div>',
    '<div class="advert"><p>Advertisement</p><p>Kent County Council is "outstanding" and hiring.</p></div>',
    "<aside><p>Bolton Council was rated inadequate.</p></aside>",
    '<div class="newsletter-signup"><p>“The one email I open,” said a reader.</p><form>Sign up</form></div>',
    '<section class="related-articles"><ul><li><a href="/b">Bury rated inadequate</a></li></ul></section>',
    '<p class="promo"><strong>Read more:</strong> <a href="/c">Hull plunges from outstanding to inadequate</a></p>',
    '<p><a href="/d">Bradford trust is inadequate</a></p>',
    '<figure><img src="a.png"><figcaption>Sefton Council is “in crisis” (Image: PA)</figcaption></figure>',
    '<blockquote class="pull-quote">“We are proud”</blockquote>',
    '<div id="comments"><h3>2 Comments</h3><div class="comment"><p>Surrey Council is inadequate.</p></div></div>',
    '<div class="share-bar"><ul><li>Facebook</li><li>Email</li></ul></div>',
    '<span class="visually-hidden">Dudley is inadequate</span>',
    '<script>var text = "Walsall Council was rated inadequate";</script>',
    "<footer><p>Registered in Solihull, rated inadequate.</p></footer>",
]


def page(*inner, head="", before="", after=""):
    blocks = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in inner)
    start = f"<!doctype html><html><head><title>{TITLE} | The Paper</title>{head}</head>"
    main = f'<div class="content-wrap related-enabled"><article><h1>{TITLE}</h1>{blocks}</article></div>'
    return f'{start}<body class="has-sidebar with-ads">{before}{main}{after}</body></html>'.encode()


def lines(data):
    return article(data, "page", ".html").text.split("\n\n")


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_an_article_is_left_out_wherever_it_stands(around):
    assert lines(page(*PROSE[:2], around, *PROSE[2:])) == [TITLE, *PROSE]
    assert lines(page(*PROSE, before=around)) == [TITLE, *PROSE]
    assert lines(page(*PROSE, after=around)) == [TITLE, *PROSE]


def test_rows_lists_headings_and_quotations_are_kept():
    table = (
        "<table><caption>Results</caption><tr><th>Authority</th><th>Overall</th></tr>"
        '<tr><td><a href="/h">Hounslow</a></td><td>Good</td></tr></table>'
    )
    listed = '<p>Two were good:</p><ul><li><a href="/x">Leeds</a></li><li><p>Hull</p></li></ul>'
    found = lines(
        page(
            *PROSE,
            table,
            listed,
            "<h2>‘No fix’</h2>",
            "<blockquote><p>“It is good.”</p></blockquote>",
            "<div>Bare text in a box<br>and a line after it</div>",
        )
    )
    assert found[len(PROSE) + 1 :] == [
        "Results",
        "Authority | Overall",
        "Hounslow | Good",
        "Two were good:",
        "• Leeds",
        "• Hull",
        "‘No fix’",
        "“It is good.”",
        "Bare text in a box",
        "and a line after it",
    ]


def test_a_table_that_only_lays_out_a_page_is_read_as_paragraphs():
    inner = "".join(f"<p>{line}</p>" for line in PROSE)
    row = f"<tr><td><a href='/'>Home</a></td><td><h1>{TITLE}</h1>{inner}</td></tr>"
    data = f"<html><body><table>{row}</table></body></html>"
    assert lines(data.encode()) == [TITLE, *PROSE]


def test_words_split_by_inline_marks_stay_whole():
    assert lines(page('<a href="/s">Stafford</a>shire was <b>rated</b>\n   good by <em>Ofsted</em>.', *PROSE))[1] == (
        "Staffordshire was rated good by Ofsted."
    )


def test_the_same_records_come_from_a_page_as_from_its_text():
    from_page = extract(article(page(*PROSE, *AROUND), "one", ".html", {"published": "2018-05-03"}))
    from_text = extract(article("\n\n".join([TITLE, *PROSE]).encode(), "one", ".txt", {"published": "2018-05-03"}))
    for records in ("ratings", "statistics", "quotes", "issues", "councils"):
        assert getattr(from_page, records) == getattr(from_text, records)
    assert from_page.ratings and from_page.quotes and from_page.statistics


LAID_OUT = [
    "<table><tr><td><h1>{title}</h1>{prose}</td></tr></table>",
    "<table><tr><td><table><tr><td><h2>{title}</h2>{prose}</td></tr></table></td></tr></table>",
    "<table><tr><td><ul><li><a href=/a>Kent rated inadequate</a></li></ul></td><td><h1>{title}</h1>{prose}</td></tr></table>",
]


@pytest.mark.parametrize("layout", LAID_OUT)
def test_a_page_that_a_table_lays_out_loses_no_paragraph(layout):
    laid_out = layout.format(title=TITLE, prose="".join(f"<p>{each}</p>" for each in PROSE))
    found = article(f"<html><head><title>{TITLE}</title></head><body>{laid_out}</body></html>".encode(), "one", ".html")
    assert found.text.split("\n\n") == [TITLE, *PROSE]


LINKED = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2016-05-04T09:00:00Z",'
    '"dateModified":"2016-05-09T09:00:00Z","author":{"@type":"Person","name":"Una Quill"}}</script>'
)
DAYS = [
    (LINKED, "", "2016-05-04"),
    (
        '<meta name="modified" content="2016-05-09"><meta property="article:published_time" content="2016-05-04">',
        "",
        "2016-05-04",
    ),
    ('<meta name="OriginalPublicationDate" content="2016/05/04 09:00:00">', "", "2016-05-04"),
    (
        "",
        '<time class="updated" datetime="2016-05-09">9 May</time> <time datetime="2016-05-04T09:00">4 May</time>',
        "2016-05-04",
    ),
    ("", "<p>Published 4 May 2016</p>", "2016-05-04"),
    ('<meta name="date" content="tomorrow">', "", None),
]


@pytest.mark.parametrize(("head", "inner", "published"), DAYS)
def test_the_day_is_that_of_publication(head, inner, published):
    after = '<aside><time datetime="2011-01-01">1 January 2011</time></aside>'
    assert (
        article(page(*([inner] if inner else []), *PROSE, head=head, after=after), "page", ".html").published
        == published
    )


def test_headline_byline_publisher_and_address_come_from_metadata():
    head = (
        LINKED
        + '<meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://paper.example/leeds">'
    )
    found = article(page(*PROSE, head=head), "page", ".html")
    assert (found.headline, found.byline, found.publisher, found.url) == (
        TITLE,
        "Una Quill",
        "The Paper",
        "https://paper.example/leeds",
    )


def test_the_address_that_a_browser_notes_when_it_saves_a_page_is_kept():
    data = page(*PROSE).replace(b"<html>", b"<!-- saved from url=(0027)https://paper.example/saved -->\n<html>")
    assert article(data, "page", ".html").url == "https://paper.example/saved"


def test_a_page_is_known_by_its_beginning_whatever_its_name():
    assert article(page(*PROSE), "page", ".txt").text.split("\n\n") == [TITLE, *PROSE]


NOT_ARTICLES = [
    b"<html></html>",
    b"<!doctype html><html><body></body></html>",
    b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
    b"<html><body><script>alert('Leeds')</script></body></html>",
    b"<html>" + b"<div>" * 100_000,
]


@pytest.mark.parametrize("data", NOT_ARTICLES, ids=range(len(NOT_ARTICLES)))
def test_a_page_without_an_article_is_refused(data):
    with pytest.raises(Unreadable):
        article(data, "page", ".html")


BROKEN = [
    page(*PROSE)[:-30],
    page(*PROSE).replace(b"</p>", b""),
    page(*PROSE).replace(b"</div>", b"</table></span>"),
    b"<html><body><p>" + b"</p><p>".join(line.encode("cp1252") for line in PROSE),
    page(*PROSE).replace(b"<article>", b"<article <<>"),
]


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_broken_markup_still_gives_the_prose(data):
    assert [line for line in lines(data) if line in PROSE] == PROSE


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4000), st.integers(0, 200), st.binary(max_size=20))
def test_a_page_with_any_hole_is_read_or_refused(place, length, filling):
    data = page(*PROSE, *AROUND, head=LINKED)
    with suppress(Unreadable):
        article(data[:place] + filling + data[place + length :], "page", ".html")
