"""Search: the best matches of all kinds, ranked; what it costs does not grow with the number of matches."""

import re
import unicodedata
from bisect import bisect_right
from html import escape
from itertools import islice, pairwise, takewhile

from api import queries
from api.words import TERM, holding
from schemas.search import SPAN
from schemas.wording import WITHIN, unmarked

# Of so many at least the best are chosen, or of as many as are asked for.
TITLED, OF_EACH = 50, 50
AROUND, LONGEST = 70, 240
WORD = re.compile(r"[^\W_]+")
# Letters with marks as those without, one for one, so that places stay what they are.
PLAIN = {code: plain for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
         if (plain := unicodedata.normalize("NFD", chr(code))[0]) != chr(code)}


def search(snapshot, match, limit):
    """The best `limit` matches of a full-text expression, and how many there are."""
    held = holding(snapshot, "search", match)
    if not held:
        match = " ".join(f'"{text}"*' for text, _ in TERM.findall(match))
        held = holding(snapshot, "search", match)
    terms, scores = marks(match), {}
    if held:
        # Of a few it need not be known beforehand whose title matches: all of them are looked at.
        most = max(TITLED, limit)
        titled = held if len(held) <= most else islice(holding(snapshot, "search.title", match), most)
        scores = _scores(snapshot, terms, held, list(titled), limit)
    rows = queries.found(snapshot, _rowids(snapshot, scores))
    ranked = sorted(_ranked(terms, row, scores[row[0] % SPAN]) for row in rows)
    return [_hit(terms, *row, -score) for score, *row in ranked[:limit]], len(held)


def _scores(snapshot, terms, held, titled, limit):
    """The rows to look at, with what each scores if only its text matches: those whose title does, and the best others.

    The others are chosen from the first of each kind, in the order that the snapshot keeps them in.
    """
    lengths, asked = snapshot.sets.lengths("search.body"), sum(len(word) for words, _ in terms for word in words)
    rows, most = set(titled), max(OF_EACH, limit)
    for first, end in pairwise((*snapshot.kinds, 1 << 32)):
        rows.update(takewhile(lambda row, end=end: row < end, islice(held.iter_equal_or_larger(first), most)))
    scores = {row: round(1 + min(0.999, asked / (lengths[row] + 40)), 3) for row in rows}
    others = sorted((-scores[row], row) for row in rows.difference(titled))[:max(0, limit - len(titled))]
    return {row: scores[row] for row in (*titled, *(row for _, row in others))}


def _rowids(snapshot, rows):
    return [(bisect_right(snapshot.kinds, row) - 1) * SPAN + row for row in rows]


def marks(match):
    """The terms of a full-text expression: the words of each, and whether the last is only a beginning."""
    return [(words, bool(star)) for text, star in TERM.findall(match) if (words := WORD.findall(folded(text)))]


def places(terms, text):
    """Where the terms stand in a folded text, as (start, end), none in another; apostrophes may be missing."""
    found = _stand(terms, text)
    if gone := [each.start() for each in WITHIN.finditer(text)]:
        # Where a place of the text without apostrophes is in the one with them.
        starts = [place - number for number, place in enumerate(gone)]
        found += [(at + bisect_right(starts, at), end - bisect_right(starts, -end - 1))
                  for at, end in _stand(terms, unmarked(text))]
    kept, last = [], 0
    for start, end in sorted(found):
        if start >= last:
            last = -end
            kept.append((start, last))
    return kept


def _stand(terms, text):
    found = []
    for words, star in terms:
        at = text.find(words[0])
        while at >= 0:
            end = _end(words, star, text, at)
            if end:
                found.append((at, -end))
            at = text.find(words[0], max(end, at + 1))
    return found


def _end(words, star, text, at):
    """Where a term ends that may begin at a place, or 0: it does not stand there."""
    if at and text[at - 1].isalnum():
        return 0
    for number, word in enumerate(words):
        start = at
        while number and at < len(text) and not text[at].isalnum():
            at += 1
        if number and (at == start or not text.startswith(word, at)):
            return 0
        at += len(word)
    while star and at < len(text) and (text[at].isalnum() or text[at] == "_"):
        at += 1
    return 0 if at < len(text) and text[at].isalnum() else at


def folded(text):
    """A text in small letters without accents, of the same length."""
    small = text.lower() if text.isascii() else text.translate(PLAIN).lower()
    return small if len(small) == len(text) else text


def _ranked(terms, row, score):
    """A row with its score and with its title folded: what is compared to put rows in order comes first.

    The score is between 2 and 3 for a match in the title, the more of it the better; else the one given, below 2.
    """
    rowid, kind, id, title, body = row
    name = folded(title)
    if covered := sum(end - start for start, end in places(terms, name)):
        score = round(2 + covered / len(title), 3)
    return -score, rowid, kind, id, title, body, name


def _hit(terms, rowid, kind, id, title, body, name, score):
    return {"kind": kind, "id": id, "title": title, "snippet": snippet(terms, (title, name), (body, folded(body))),
            "score": score, "link": f"/v1/{kind}s/{id}"}


def snippet(terms, title, body):
    """The words around the first match, as HTML with the matches marked; if only the title matches, after it.

    `title` and `body` are each a text and the same text folded.
    """
    text, marked = body[0], places(terms, body[1])
    if not marked and (named := places(terms, title[1])):
        text, marked = f"{title[0]}: {text}", named
    start, end = _window(text, marked[0][0] if marked else 0)
    pieces, at = ["… " if start else ""], start
    for first, last in marked:
        if first >= start and last <= end:
            pieces += [escape(text[at:first]), "<mark>", escape(text[first:last]), "</mark>"]
            at = last
    return "".join([*pieces, escape(text[at:end]), " …" if end < len(text) else ""])


def _window(text, place):
    """Where the words around a place begin and end, cut between words."""
    start = 0 if place <= AROUND or len(text) <= LONGEST else text.find(" ", place - AROUND, place) + 1
    end = len(text) if len(text) - start <= LONGEST else text.rfind(" ", start, start + LONGEST)
    return start, end if end > place else min(len(text), start + LONGEST)
