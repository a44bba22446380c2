"""A quotation is checked against what was printed: exact, altered with the words that differ, partial or not found."""

import random
from urllib.parse import urlencode

import pytest

from api.app import create_app
from api.snapshot import Source
from api.verify import verify
from fixtures import snapshot
from schemas import Article, Quote
from schemas.wording import words

PRINTED = (
    "Children were left waiting too long for help, and the council's leaders didn't know it.",
    "It’s absolutely essential that every part of the education and care system is working full steam ahead.",
    "We are sorry [...] and we will do better",
    "The café was well-run; the children’s homes were not, and nobody (least of all “the leaders”) said so in time.",
    "Too slow",
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory, records):
    """A snapshot of a few quotes that read like real ones, and many more."""
    article = {key: records[Article][0][key] for key in
               ("id", "headline", "publisher", "published", "url", "rendition")}
    chance = random.Random(5)
    stock = [f"word{number}" for number in range(300)] + ["the", "of", "and", "to", "is"] * 6
    made = [" ".join(chance.choices(stock, k=chance.randint(6, 40))) for _ in range(800)]
    quotes = [{"id": f"q-{number}", "text": text, "kind": "direct", "speaker": None, "role": None, "organisation": None,
               "councils": [], "article": article, "evidence": []} for number, text in enumerate([*PRINTED, *made])]
    path = tmp_path_factory.mktemp("verify") / "facts.sqlite"
    snapshot.write(path, records | {Quote: quotes})
    return Source(path).current(), quotes


def verdict(opened, text):
    """The verdict on a text."""
    return verify(opened[0], text)["verdict"]


def test_each_printed_quote_is_exact(opened):
    for quote in opened[1]:
        found = verify(opened[0], quote["text"])
        assert found["verdict"] == "exact" and quote["id"] in {match["quote"]["id"] for match in found["matches"]}
        assert all(match["differences"] == [] for match in found["matches"])


def test_each_changed_word_is_named(opened):
    chance = random.Random(6)
    for quote in opened[1]:
        found = words(quote["text"])
        if len(found) < 6:
            continue
        _, start, end = found[chance.randrange(len(found))]
        changed = f"{quote['text'][:start]}elephant{quote['text'][end:]}"
        answer = verify(opened[0], changed)
        assert answer["verdict"] == "altered", changed
        assert answer["matches"][0]["quote"]["id"] == quote["id"]
        assert answer["matches"][0]["differences"] == [{"given": "elephant", "printed": quote["text"][start:end]}]


def test_each_shuffled_quote_is_not_found(opened):
    chance = random.Random(7)
    for quote in opened[1]:
        found = [quote["text"][start:end] for _, start, end in words(quote["text"])]
        mixed = chance.sample(found, len(found))
        if len(found) >= 6 and mixed != found:
            assert verdict(opened, " ".join(mixed)) == "not-found"


def test_each_run_of_words_is_partial(opened):
    chance = random.Random(8)
    for quote in opened[1]:
        found = words(quote["text"])
        if len(found) > 6:
            start = chance.randrange(len(found) - 4)
            text = quote["text"][found[start][1]:found[start + 3][2]]
            assert verdict(opened, text) == "partial", text


@pytest.mark.parametrize("text, expected, differences", [
    ("children WERE left waiting — too long for help and the councils leaders didnt know it", "exact", []),
    ("It's absolutely essential that every part of the education and care system is working full steam ahead", "exact",
     []),
    ("We are sorry and we will do better", "exact", []),
    ("The cafe was well run", "partial", []),
    ("Children were left waiting too long for help, and the council's leaders knew it.", "altered",
     [{"given": "knew", "printed": "didn't know"}]),
    ("Children were left waiting far too long for help, and the council's leaders didn't know it.", "altered",
     [{"given": "far", "printed": ""}]),
    ("Children were left waiting long for help, and the council's leaders didn't know it.", "altered",
     [{"given": "", "printed": "too"}]),
    ("left waiting too short for help, and the council's", "altered", [{"given": "short", "printed": "long"}]),
    ("too fast", "not-found", []), ("Something that nobody ever said to anyone", "not-found", []),
    ("?!", "not-found", []), ("Too slow", "exact", []),
])
def test_what_counts_as_the_same(opened, text, expected, differences):
    found = verify(opened[0], text)
    assert found["verdict"] == expected
    if expected == "altered":
        assert found["matches"][0]["differences"] == differences


def test_the_answer_names_speaker_article_and_link(api, records):
    quote = max(records[Quote], key=lambda each: (each["speaker"] is not None, len(each["text"])))
    found = api.json("/v1/verify?" + urlencode({"quote": quote["text"]}))
    assert found["verdict"] == "exact"
    match = found["matches"][0]
    assert set(match["quote"]) == set(quote) and match["link"] == f"/v1/quotes/{match['quote']['id']}"
    assert api.json(match["link"]) == match["quote"]


@pytest.mark.parametrize("query, status", [
    ("", 422), ("quote=", 422), ("quote=%00", 422), ("q=x", 422), ("quote=" + "a+" * 900, 422),
    ("quote=%F0%9F%98%80", 422),
    ("quote=%22", 422), ("quote=...", 422), ("quote=x", 200), ("quote=" + "x" * 4001, 422), ("quote=" + "a+" * 500, 200),
])
def test_any_text_is_answered_or_refused(api, query, status):
    answer = api.get(f"/v1/verify?{query}")
    assert answer.status_code == status and (status == 200 or answer.json()["errors"][0]["name"] in ("quote", "q"))


def test_it_is_found_over_http_too(database):
    client = create_app(database).test_client()
    found = client.get("/v1/verify?quote=nothing+like+this+was+said").get_json()
    assert found == {"verdict": "not-found", "matches": []}
