"""Search: the best matches of all kinds, ranked; what it costs does not grow with the number of matches."""

import html
import re
import unicodedata
from itertools import islice, takewhile

from api import queries
from api.words import TERM, holding
from schemas.search import SPAN

TITLED, OF_EACH, COUNTED = 20, 12, 100
AROUND, LONGEST = 70, 240
WORD = re.compile(r"[^\W_]+")
# Letters with marks as those without, one for one, so that places stay what they are.
PLAIN = {code: plain for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
         if (plain := unicodedata.normalize("NFD", chr(code))[0]) != chr(code)}


def search(snapshot, match, limit):
    """The best `limit` matches of a full-text expression, and how many there are, counted up to 100."""
    held = holding(snapshot, "search", match)
    if not held:
        match = " ".join(f'"{text}"*' for text, _ in TERM.findall(match))
        held = holding(snapshot, "search", match)
    pattern = marks(match)
    ranked = sorted(_ranked(pattern, row) for row in _candidates(snapshot, match, held))
    return [_hit(pattern, *row, -score) for score, *row in ranked[:limit]], min(len(held), COUNTED)


def _candidates(snapshot, match, held):
    """Those whose title matches, and some of each kind, in the order that the snapshot keeps them in."""
    chosen = set(islice(holding(snapshot, "search.title", match), TITLED)) if held else ()
    starts = snapshot.kinds
    found = []
    for number, (first, end) in enumerate(zip(starts, (*starts[1:], 1 << 32), strict=True)):
        of_kind = takewhile(lambda row, end=end: row < end, held.iter_equal_or_larger(first))
        rows = {*islice(of_kind, OF_EACH), *(row for row in chosen if first <= row < end)}
        found += [number * SPAN + row for row in rows]
    return queries.found(snapshot, found)


def marks(match):
    """A pattern that finds the words of a full-text expression in a folded text."""
    found = []
    for text, star in TERM.findall(match):
        words = [re.escape(word) for word in WORD.findall(folded(text))]
        if words:
            found.append(r"[\W_]+".join(words) + (r"\w*" if star else ""))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(found, key=len, reverse=True))})(?![^\W_])")


def folded(text):
    """A text in small letters without accents, of the same length."""
    small = text.lower() if text.isascii() else text.translate(PLAIN).lower()
    return small if len(small) == len(text) else text


def _ranked(pattern, row):
    """A row with its score and with its folded texts: what is compared to put rows in order comes first.

    The score is between 2 and 3 for a match in the title, the more of it the better; below 2 for one in the text.
    """
    rowid, kind, id, title, body = row
    name, text = folded(title), folded(body)
    if covered := _covered(pattern, name):
        score = round(2 + covered / len(title), 3)
    else:
        score = round(1 + _covered(pattern, text) / (len(body) + 40), 3)
    return -score, rowid, kind, id, title, body, name, text


def _covered(pattern, text):
    return sum(found.end() - found.start() for found in pattern.finditer(text))


def _hit(pattern, rowid, kind, id, title, body, name, text, score):
    return {"kind": kind, "id": id, "title": title, "snippet": snippet(pattern, (title, name), (body, text)),
            "score": score, "link": f"/v1/{kind}s/{id}"}


def snippet(pattern, title, body):
    """The words around the first match, as HTML with the matches marked; if only the title matches, after it.

    `title` and `body` are each a text and the same text folded.
    """
    text, plain = body
    first = pattern.search(plain)
    if not first and (first := pattern.search(title[1])):
        text, plain = (f"{name}: {said}" for name, said in zip(title, body, strict=True))
    start, end = _window(text, first.start() if first else 0)
    pieces, at = ["… " if start else ""], start
    for found in pattern.finditer(plain, start, end):
        pieces += [html.escape(text[at:found.start()]), f"<mark>{html.escape(text[found.start():found.end()])}</mark>"]
        at = found.end()
    return "".join([*pieces, html.escape(text[at:end]), " …" if end < len(text) else ""])


def _window(text, place):
    """Where the words around a place begin and end, cut between words."""
    start = 0 if place <= AROUND or len(text) <= LONGEST else text.find(" ", place - AROUND, place) + 1
    end = len(text) if len(text) - start <= LONGEST else text.rfind(" ", start, start + LONGEST)
    return start, end if end > place else min(len(text), start + LONGEST)
