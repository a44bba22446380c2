"""What search and verify are asked and answer, and the tables that they look things up in."""

from schemas.parameter import Limit, Quotation, Words
from schemas.parts import choice, listed, number, part, string, whole
from schemas.query import Query
from schemas.quote import Quote
from schemas.record import Part

KINDS = ("council", "article", "statistic", "quote")
# The rows of each kind stand together, so that each can be looked at by itself.
SPAN = 1 << 40
VERDICTS = ("exact", "altered", "partial", "not-found")
# `called` and `said` are title and body without apostrophes; `said` of a quote also for whom and as what.
SEARCH = """\
CREATE VIRTUAL TABLE search USING fts5(
    kind UNINDEXED, id UNINDEXED, title, body, called, said, prefix='1 2 3',
    tokenize='unicode61 remove_diacritics 2')"""
PRINTED = "CREATE TABLE printed (key INTEGER, quote INTEGER, PRIMARY KEY (key, quote)) WITHOUT ROWID"
TABLES = (SEARCH, PRINTED)


class SearchQuery(Query):
    """What a search is asked."""

    q = Words('What to look for: all of the words, "in quotation marks" as a phrase, with * as a beginning. '
              "If nothing holds the words, those that begin so are looked for.", on=None, required=True,
              example="children's services")
    limit = Limit()


class VerifyQuery(Query):
    """What is asked about a quotation."""

    quote = Quotation(required=True, metadata={
        "description": "The words to look for among those that are printed; marks, case and spaces do not matter. They "
                       "are looked for in quotes of every kind: look at the `kind` of the quote that matched.",
        "example": "children were left waiting too long for help"})


class Hit(Part):
    """A record that a search found."""

    kind = choice(KINDS, "The type of the record.")
    id = string("Its id.", "birmingham")
    title = string("What it is called: a council's name, a headline, who is quoted, a figure as printed.", "Birmingham")
    snippet = string("The words around what was found, as HTML: the matches are in `<mark>`, all else is escaped.",
                     "<mark>Birmingham</mark> City Council")
    score = number("How well it fits; only to be compared within one answer.", 3.0, none=False)
    link = string("The record's address.", "/v1/councils/birmingham")


class SearchMeta(Part):
    """What was searched."""

    total = whole("How many were found in all, whatever `limit` says.", 1)
    limit = whole("How many are given at most.", 50)
    dataset = string("The data set's hash: it changes when any record does.", "5f0c3a9e")


class SearchLinks(Part):
    """Where this answer is."""

    self = string("The address of this answer.", "/v1/search?q=birmingham")
    next = string("Always null: what follows the best is best reached by a narrower search.", None, none=True)


class Search(Part):
    """The best matches of a search."""

    data = listed(part(Hit, "A match."), "The matches, best first.")
    meta = part(SearchMeta, "What was searched.")
    links = part(SearchLinks, "Where this answer is.")


class Difference(Part):
    """Words that differ."""

    given = string("The words given; empty where some are missing.", "delay")
    printed = string("The words printed; empty where some were added.", "decay")


class Match(Part):
    """A printed quote that the words were compared with."""

    quote = part(Quote, "The quote as it was printed, with its speaker and article. Where its `kind` is indirect "
                        "the words are those of whoever reported them, not the speaker's, whatever the verdict.")
    link = string("The quote's address.", "/v1/quotes/003-382a58e98ad6cf3d-q-1f0c2a9b")
    differences = listed(part(Difference, "A difference."), "Where the words differ; empty if they do not.")


class Verification(Part):
    """Whether words were printed as a quote."""

    verdict = choice(VERDICTS, "Exact: all words of a quote; partial: a run of its words; altered: some words differ; "
                               "not-found: in no quote on record here, which does not mean that it was never said.")
    matches = listed(part(Match, "A match."), "The quotes that the verdict rests on, at most ten; empty if not found.")
