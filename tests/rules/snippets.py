"""Short texts read as articles, and the parts of their reading that the tests of rules look at."""

from fixtures.article import Article
from fixtures.extract import extract
from fixtures.find.councils import mentioned
from fixtures.find.grades import grading
from fixtures.find.grades.place import MARKS, Place
from fixtures.find.grades.usage import use
from fixtures.layout import layout
from fixtures.resolve.grades.reading import Reading
from fixtures.resolve.prose import Prose

LATELY = "2019-06-01"
OVERALL = "overall-effectiveness"


def article(text, published=LATELY):
    """An article of this text."""
    return Article(id="snippet", text=text, published=published)


def prose(text, published=LATELY):
    """The prose of a text."""
    written = article(text, published)
    page = layout(text)
    return Prose(written, page, mentioned.find(text, page, published))


def view(text, published=LATELY):
    """The view of a text's first sentence, with its grades."""
    read = prose(text, published)
    sentence, seen = read.sentences[0], read.seen[0]
    found = grading.find(read.text, read.low, sentence, published, seen)
    return Reading(read)._view(sentence, seen, found)


def last_place(text):
    """The last grade word of a text's last sentence in its place."""
    read = prose(text)
    sentence, before = read.sentences[-1], []
    for match in grading.GRADE.finditer(read.low, sentence.start, sentence.end):
        quoted = read.text[match.start("word") - 1] in MARKS if match.start("word") else False
        place = Place(read.text, read.low, sentence, match, quoted, before.copy(), read.seen[-1])
        used = use(place)
        if used:
            before.append(grading.Grade(*match.span(), (match["word"],), used))
    return place


def ratings(text, published=LATELY):
    """(council, grade, area, status) of each rating of a text."""
    found = extract(article(text, published)).ratings
    return {(one["council"]["id"], one["grade"], one["area"], one["status"]) for one in found}


def held(text, published=LATELY):
    """(council, grade) of each present rating of a text."""
    return {(council, grade) for council, grade, _, status in ratings(text, published) if status == "current"}


def figures(text, published=LATELY):
    """(subject, grades, status, count or share) of each figure of a text."""
    found = extract(article(text, published)).statistics
    values = [one["share"] if one["count"] is None else one["count"] for one in found]
    told = [(one["subject"], tuple(one["grades"]), one["status"]) for one in found]
    return {(*what, value) for what, value in zip(told, values, strict=True)}


def figures_in_full(text, published=LATELY):
    """Each figure of a text with all its fields but the evidence."""
    names = ("area", "status", "count", "of", "share", "change", "qualifier")
    return {(one["subject"], tuple(one["grades"]), *(one[name] for name in names))
            for one in extract(article(text, published)).statistics}


def issues(text, published=LATELY):
    """The kinds of issues of a text."""
    return [one["kind"] for one in extract(article(text, published)).issues]


def graded(grades, count=None, of=None, share=None, **said):
    """A figure of councils that hold grades, as the tests compare it."""
    given = {"subject": "councils", "area": OVERALL, "status": "current", "change": None, "qualifier": "exact"} | said
    names = {"O": "outstanding", "G": "good", "R": "requires-improvement", "A": "adequate", "I": "inadequate"}
    return (given["subject"], tuple(names[letter] for letter in grades), given["area"], given["status"], count, of, share,
            given["change"], given["qualifier"])


def plain(subject, count=None, of=None, share=None, **said):
    """A figure that is about no grade."""
    return graded("", count, of, share, **{"subject": subject, "area": None} | said)
