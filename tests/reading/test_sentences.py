"""Where sentences end, and the stops that end none."""

import pytest

from fixtures.sentences import sentences

SPLIT = [
    ["Leeds was rated good.", "Hull was not."],
    ["Cllr. J. Smith of St. Helens met Dr. Brown.", "He left."],
    ["It came from No. 10 on Oct. 5.", "Nobody knew."],
    ["“We are good,” she said.", "“We will be better.”", "He agreed."],
    ["“Why?” Cllr Smith asked.", "Nobody spoke."],
    ["“Why?”", "The council has a plan."],
    ["Caseloads fell by 2.5 per cent to 17.5.", "That is good."],
    ["(It was good in 2010.)", "Now it is not."],
    ["They waited… and waited.", "Then it came."],
    ["It is over!", "Is it?", "Yes."],
    ["The U.K. average is 60%.", "Leeds has 70%."],
    ["It was rated good, i.e. not inadequate."],
    ["e.g. Leeds and Mr. Brown, vs. Hull."],
]


@pytest.mark.parametrize("wanted", SPLIT, ids=lambda wanted: wanted[0])
def test_a_paragraph_is_split_at_the_ends_of_its_sentences(wanted):
    text = " ".join(wanted)
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == wanted


def test_paragraphs_run_together_in_copying_come_apart():
    text = "Leeds was rated good.Hull council was not. See www.ofsted.gov.uk for more."
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == [
        "Leeds was rated good.",
        "Hull council was not.",
        "See www.ofsted.gov.uk for more.",
    ]


@pytest.mark.parametrize("mark", ["1. ", "(2) ", "12) ", "a) "])
def test_the_number_of_a_list_item_is_in_no_sentence(mark):
    text = f"{mark}Leeds was rated good. Hull was not."
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == [
        "Leeds was rated good.",
        "Hull was not.",
    ]
