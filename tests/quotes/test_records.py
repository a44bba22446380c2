"""Quote records: complete, with evidence that is in the text, ids that last, and doubts as issues."""


import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.article import Article
from fixtures.clean import clean
from fixtures.find.councils import mentioned
from fixtures.layout import layout
from fixtures.resolve.speech.quotes import quotes
from tests.timing import in_proportion
from schemas.issue import Issue
from schemas.quote import Quote

TEXT = clean("""“We are sorry,” said Cllr Ann Bee, leader of Rutland Council. “It will not do.

“It must not happen again.”

Mr Poe, of the Cats' League, said it was "a great pity" and "too late".

"Who goes there?"

The Cats' League said that nobody had asked it.""")


def read(text):
    """(quotes, issues) of a text."""
    page = layout(text)
    return quotes(Article("a-1", text), page, mentioned.find(text, page))


def test_records_are_whole():
    """Every record has every field and passes its schema."""
    records, issues = read(TEXT)
    assert records and not Quote(many=True).validate(records)
    assert not Issue(many=True).validate(issues)


def test_text_is_made_of_its_evidence():
    """Each span is in the text, and the spans in order make the words."""
    quotes = read(TEXT)[0]
    assert quotes
    for quote in quotes:
        spans = quote["evidence"]
        assert all(TEXT[span["start"]:span["end"]] == span["exact"] for span in spans)
        assert quote["text"].replace(" [...] ", " ") == " ".join(span["exact"] for span in spans)


def test_parts_are_joined_as_they_were_apart():
    """Narration between parts leaves its mark, a paragraph's end only a space."""
    first = read(TEXT)[0][0]
    assert first["text"] == "We are sorry, [...] It will not do. It must not happen again."
    assert first["speaker"] == {"id": "ann-bee", "name": "Ann Bee", "honorific": "Cllr"}
    assert [council["id"] for council in first["councils"]] == ["rutland"]


BETWEEN = ("Read more: Bury councillors clash over cuts", "Advertisement", "Sign up to our newsletter here")


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("close, reopen", [("", "“"), ("", ""), ("”", "“")])
def test_what_stands_between_two_paragraphs_of_a_quote_is_no_part_of_it(between, close, reopen):
    """Neither its words nor a mark for them."""
    quote = f"Cllr Ann Bee, leader of Rutland Council, said: “It will not do.{close}"
    records, _ = read(clean(f"{quote}\n\n{between}\n\n{reopen}It must not happen again.”\n\nThe council meets in May."))
    assert [record["text"] for record in records] == ["It will not do. It must not happen again."]
    assert [span["exact"] for span in records[0]["evidence"]] == ["It will not do.", "It must not happen again."]


def test_a_body_does_not_reach_over_the_end_of_a_line():
    records, _ = read(clean("Jobs | Subscribe\n\nTrust verdict is in\n\n“We are glad,” said Ann Bee, chief executive of the trust."))
    assert records[0]["organisation"] is None or "Subscribe" not in records[0]["organisation"]["name"]


def test_ids_last_and_differ():
    """The same text gives the same ids, and no two records share one."""
    ids = [quote["id"] for quote in read(TEXT)[0]]
    assert ids == [quote["id"] for quote in read(TEXT)[0]]
    assert len(set(ids)) == len(ids) and all(identifier.startswith("a-1-q-") for identifier in ids)


def test_a_repeated_fragment_is_one_quote():
    """What a summary and the body both quote is one record, which rests on the body."""
    text = clean("""Summary: the union said it was "sick and tired" of cuts.

The Cats' League said it was "sick and tired" of cuts.""".replace("the union", "the Cats' League"))
    records = [quote for quote in read(text)[0] if quote["kind"] == "mixed"]
    assert len(records) == 1
    assert records[0]["evidence"][0]["start"] > text.index("\n")


def test_nobody_is_no_speaker():
    """Words that nobody is given for are kept without a speaker, and an issue says so."""
    records, issues = read("It rained all day in the town.\n\n“We cannot go on like this for another year.”")
    assert [quote["speaker"] for quote in records] == [None]
    assert [issue["kind"] for issue in issues] == ["unsettled-speaker"]


WORDS = [
    "said", "Jane", "Moss", "Mr", "Cllr", "the", "council", "leader", "of", "who", "and", "“", "”", "‘", "’", '"', "'",
    ",", ".", ":", "\n\n", "Ofsted", "she", "he", "its", "report", "(", ")", "–", "41", "Trust", "for", "asked", "by",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_words_can_be_read(words):
    """No order of words, names, stops and marks is too much, and all evidence is in the text."""
    text = clean(" ".join(words))
    for quote in read(text)[0]:
        assert all(text[span["start"]:span["end"]] == span["exact"] for span in quote["evidence"])


CUT = """Ann Bee, as leader of Rutland Council, said that it was “a great pity” as the report by Ofsted's inspectors, which
found “drift”, said. The council's claim that the visit in March was “too late” is that of Mr Poe, as head of the Cats' League
(CL), in charge of the Labour group and of “front doors” by the Lib Dem MP for Kent as they said that it had “no case” by."""


@pytest.mark.parametrize("mark", ["", "”", "“No,” as", "said that", ", a", " by"])
def test_a_text_may_end_after_any_word(mark):
    """A text that breaks off anywhere is read as far as it goes."""
    words = CUT.split()
    for number in range(1, len(words)):
        text = clean(" ".join(words[:number]) + mark)
        for quote in read(text)[0]:
            assert all(text[span["start"]:span["end"]] == span["exact"] for span in quote["evidence"])


LONG = [
    "said ", "Jane Moss ", "“A b c d,” said Jane Moss. ", "the leader of ", "Council ", "Mr Moss, ", "she said, ", "A ",
    "\"", "leader and ", "Jane Moss, who ", "by the report ", "“x y z w\n\n", "Ofsted said that ", "(Ofsted) ",
    "its chief ",
]


@pytest.mark.parametrize("piece", LONG)
def test_time_is_in_proportion_to_length(piece):
    """Ten times the text takes about ten times as long, whatever it repeats."""
    def read(length):
        text = clean(piece * (length // len(piece)))
        quotes(Article("a", text), layout(text), [])

    assert in_proportion(read, 6_000, 60_000)
