"""Articles: one text that was loaded. Its text itself is never served, only evidence."""

from schemas.parts import CouncilReference, choice, day, listed, part, string, whole
from schemas.record import Record
from schemas.vocabulary import RENDITIONS


class Article(Record):
    """One text that was loaded."""

    table = "articles"
    noun = "article"

    id = string("The article's slug, from its file's name.", "003-382a58e98ad6cf3d")
    headline = string("The headline.", "Council told to improve", none=True)
    publisher = string("Who published it.", "The Guardian", none=True)
    byline = string("Who wrote it, as printed.", none=True)
    published = day("The day of publication.", "2016-06-28", none=True)
    url = string("Where it was published.", none=True)
    rendition = choice(RENDITIONS, "Whether the loaded text is the publisher's own or a digest of it.")
    sha256 = string("SHA-256 of the cleaned text in UTF-8, in hexadecimal.")
    words = whole("Words in the cleaned text.", 640)
    councils = listed(part(CouncilReference, "A council."), "Councils that it names, rated or not, never from adverts.")
    ratings = whole("How many ratings it gave.", 1)
    statistics = whole("How many statistics it gave.", 5)
    quotes = whole("How many quotes it gave.", 9)
    issues = whole("How many issues it gave.", 0)
