"""Lines by what stands around them: heads, lists, tables, tails; and what holds of any page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures.clean import clean
from fixtures.layout import layout
from tests.reading.printed import BODY, HEAD, kind_of, kinds


@pytest.mark.parametrize(
    "line", ["'Not good enough'", "Share of the blame", "Loss of jobs", "How the scale works", "SHAMBLES"]
)
def test_a_cross_head_is_a_title_and_the_prose_after_it_goes_on(line):
    found = dict(kinds(*HEAD, *BODY[:4], line, *BODY[4:]))
    assert found[line] == "title"
    assert [found[body] for body in BODY] == ["body"] * len(BODY)


HEADS = {
    "byline and date apart": [
        ("H", "headline"),
        ("By Una Quill, Education Editor", "byline"),
        ("Wednesday 17 December 2008", "byline"),
    ],
    "posted by": [("H", "headline"), ("Posted by Una Quill on October 14, 2010", "byline")],
    "posted on": [("H", "headline"), ("Posted on 20 June 2013 by Una Quill in News, Politics", "byline")],
    "words by": [("H", "headline"), ("Words by Una Quill for the Paper", "byline"), ("9 May 2026", "byline")],
    "in one line": [("H", "headline"), ("2 February 2018 · The Paper · Words: Una Quill", "byline")],
    "a name by itself": [
        ("H", "headline"),
        ("22 January 2026", "byline"),
        ("Fergus Quill", "byline"),
        ("Education correspondent, The Paper", "byline"),
    ],
    "section before": [
        ("News | Children's services", "title"),
        ("By Una Quill 19 November 2014", "byline"),
        ("H", "headline"),
    ],
    "exclusive": [("H", "headline"), ("EXCLUSIVE by Una Quill", "byline"), ("04:12, 3 Jul 2015", "byline")],
    "release": [("NEWS RELEASE", "title"), ("For immediate use: Tuesday 14 June 2011", "byline"), ("H", "headline")],
    "updated": [("H", "headline"), ("Published 4 May 2016", "byline"), ("Updated 3:15pm", "byline")],
    "a headline in capitals with BY": [
        ("BETRAYED BY THE PEOPLE PAID TO PROTECT THEM", "headline"),
        ("By UNA QUILL", "byline"),
    ],
    "a date inside the headline's words": [
        ("H", "headline"),
        ("Inspectors who came in May 2016 were shocked", "title"),
    ],
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_headlines_and_bylines_as_papers_print_them(head):
    wanted = [(line.replace("H", HEAD[0]) if line == "H" else line, kind) for line, kind in head]
    assert kinds(*[line for line, _ in wanted], *BODY)[: len(wanted)] == wanted


def test_the_headline_that_metadata_gives_is_found_whatever_its_marks():
    found = kinds("The Paper", "‘Shame’ of Leeds services", *BODY, headline="'Shame' of Leeds services")
    assert found[1][1] == "headline"


def test_a_list_after_a_colon_and_the_rows_of_a_table_are_items():
    listed = ["Leeds", "Hull and East Riding", "York"]
    found = dict(
        kinds(*HEAD, *BODY[:3], "Three councils were good:", *listed, *BODY[3:], "Leeds | Good", "Hull | Inadequate")
    )
    assert {found[line] for line in (*listed, "Leeds | Good", "Hull | Inadequate")} == {"item"}
    assert found["Three councils were good:"] == "body"


def test_after_related_topics_titles_are_furniture_until_prose_goes_on():
    found = dict(kinds(*HEAD, *BODY[:2], "Related topics", "Leeds", "Wakefield rated inadequate", *BODY[2:]))
    assert found["Wakefield rated inadequate"] == "furniture"
    assert found[BODY[2]] == "body"


TAILS = {
    "most read": ["MOST READ IN NEWS", "SLAMMED Hull nursery closed after rats found", "Bolton rated good"],
    "more on this story": ["More on this story", "Wakefield keeps its good rating", "Published", "12 December 2025"],
    "comments": [
        "3 Comments",
        "Leedsman",
        "They are inadequate, full stop. Hull is outstanding by comparison.",
        "AnnK",
        "“Leave them alone,” said my sister, who works there.",
    ],
    "jobs": [
        "Children's services jobs",
        "Team Manager",
        "Wiltshire Council",
        "£44,019 - £46,701",
        "We were rated good and we intend to stay that way. Trowbridge, Wiltshire",
        "Recruiter: Wiltshire Council",
    ],
    "after a rule": [
        "---",
        "Una Quill is a registered social worker who worked for Hull when it was inadequate.",
        "NEXT: Five walks with a good pub at the end",
    ],
    "an advert": ["ADVERTISEMENT", "Could you foster? Croydon is looking for outstanding people like you. Call today."],
}


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS.keys())
def test_nothing_in_the_tail_of_a_page_is_body(tail):
    found = kinds(*HEAD, *BODY, *tail)
    assert {kind for line, kind in found if line in tail} == {"furniture"}
    assert [kind for line, kind in found if line in BODY] == ["body"] * len(BODY)


def test_a_rubric_called_comment_above_the_writer_ends_nothing():
    notices = ["Your browser is out of date", "You seem to have cookies turned off, so this page may look odd to you.",
               "We take it that you agree to our cookies, to keep you logged in.", "You may move to something newer."]
    found = dict(kinds(*notices, HEAD[0], "• Comment", "17 November 2015", "By Una Quill", *BODY))
    assert {found[line] for line in BODY} == {"body"}
    assert found[notices[2]] == "furniture"


def test_a_link_called_comment_right_below_the_headline_ends_nothing():
    notices = ["This browser is not supported any more", "Cookies seem to be switched off here.", "Learn more",
               "For the best of this site we suggest that you move to another browser, or to a newer version."]
    found = dict(kinds(*notices, HEAD[0], "• Comment", *BODY))
    assert {found[line] for line in BODY} == {"body"}
    assert {found[line] for line in notices} == {"furniture"}
    assert found[HEAD[0]] == "headline"


def test_an_advert_that_was_left_out_takes_no_prose_with_it():
    assert kind_of("Advertisement") == "furniture"
    assert dict(kinds(*HEAD, *BODY[:4], "Advertisement", *BODY[4:]))[BODY[4]] == "body"


def test_notes_to_editors_are_read():
    found = dict(
        kinds(
            *HEAD, *BODY, "ENDS", "Notes to editors", "1. Leeds was graded good overall.", "Adoption was outstanding."
        )
    )
    assert found["1. Leeds was graded good overall."] == "item"
    assert found["Adoption was outstanding."] == "body"


def test_section_breaks_of_a_long_read_cut_nothing_off():
    found = kinds(
        *HEAD, *BODY, "* * *", *[line.replace("the", "that") for line in BODY], "* * *", "She went home at last."
    )
    assert found[-1][1] == "body"


def test_a_pull_quote_and_a_paragraph_printed_twice_are_read_once():
    pulled = "“We are proud of the staff who did this.”"
    found = kinds(*HEAD, *BODY[:4], pulled, *BODY[4:], BODY[1])
    assert dict(found)[pulled] == "furniture"
    assert [kind for line, kind in found if line == BODY[1]] == ["body", "furniture"]


TEASED = [
    "Hull crisis: the £37,000 problem image",
    "Hull crisis: the £37,000 problem",
    "Una Quill argues that Hull is inadequate.",
]


def test_a_teaser_with_its_lead_is_furniture():
    assert {kind for line, kind in kinds(*HEAD, *BODY, *TEASED) if line in TEASED} == {"furniture"}


def test_a_lead_that_breaks_off_behind_another_byline_is_furniture():
    lead = "Leaders who had held out said “the numbers have beaten us” ..."
    assert dict(kinds(*HEAD, *BODY, "Two more back merger", "By Jo Penn | 6 May 2026", lead))[lead] == "furniture"
    assert dict(kinds(*HEAD, lead, *BODY))[lead] == dict(kinds(*HEAD, *BODY, lead))[lead] == "body"


def test_what_follows_a_caption_printed_twice_is_the_articles():
    caption = "Ada Thwaite said she was proud"
    found = dict(kinds(*HEAD, BODY[0], caption, caption, *BODY[1:]))
    assert found[caption] == "furniture"
    assert found[BODY[1]] == "body"


PARTS = [
    "The £37,000 question",
    "Read more",
    "Comments",
    "Related topics",
    "---",
    "“Quote.”",
    "By Una Quill",
    "4 May 2016",
    "Jobs",
    "Leeds was rated good. It was glad.",
    "one: ",
    "a | b",
    "• item",
    "1. Item",
    "Advertisement",
    "x",
    "?",
    "“Why?” Cllr Smith asked.",
    "Mr. J. Smith of No. 10 said so... He did.",
]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PARTS), max_size=30).map("\n\n".join),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300),
).map(clean)


@given(TEXTS)
def test_paragraphs_cover_every_character_but_line_ends_once(text):
    page = layout(text)
    covered = [place for found in page.paragraphs for place in range(found.start, found.end)]
    assert covered == [place for place, character in enumerate(text) if character != "\n"]
    assert {found.kind for found in page.paragraphs} <= {
        "body",
        "item",
        "title",
        "headline",
        "caption",
        "byline",
        "furniture",
    }


@given(TEXTS)
def test_sentences_are_in_order_apart_and_within_their_paragraph(text):
    page, last = layout(text), 0
    for sentence in page.sentences:
        paragraph = page.paragraphs[sentence.paragraph]
        assert last <= sentence.start < sentence.end <= paragraph.end
        assert paragraph.start <= sentence.start
        last = sentence.end


def test_lines_behind_round_and_square_marks_are_items():
    for mark in "●■○□":
        page = layout(f"Kent is good, Ofsted said on Tuesday.\n\n{mark} Plans came late\n\n{mark} Visits were made")
        assert [one.kind for one in page.paragraphs][-2:] == ["item", "item"]
