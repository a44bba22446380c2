"""Marks the words that were looked for: where they stand in a text, and the part of it around them as HTML."""

import re
import unicodedata
from bisect import bisect_right
from html import escape
from itertools import pairwise

from api.words import TERM
from schemas.wording import WITHIN

AROUND, LONGEST = 70, 240
WORD = re.compile(r"[^\W_]+")
# The letters, digits and low lines from a place on.
REST = re.compile(r"\w*")
APOSTROPHES = "'’‘ʼ`´"
# Letters with marks as those without, one for one, so that places stay what they are.
PLAIN = {code: plain for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
         if (plain := unicodedata.normalize("NFD", chr(code))[0]) != chr(code)}
ACCENTED = re.compile("[À-ɏḀ-ỿ]")
# Halves of pairs, which by themselves stand in no text: where a match begins and ends, and the seam between two texts.
OPENED, CLOSED, SEAM = "\ud800", "\udc00", "\udc01"
EITHER = re.compile(f"[{OPENED}{CLOSED}]")


def marks(match):
    """The terms of a full-text expression: the words of each, and whether the last is only a beginning."""
    return [(words, bool(star)) for text, star in TERM.findall(match) if (words := WORD.findall(folded(text)))]


def folded(text):
    """A text in small letters without accents, of the same length."""
    if text.isascii():
        return text.lower()
    small = (text.translate(PLAIN) if ACCENTED.search(text) else text).lower()
    return small if len(small) == len(text) else text


def marked(terms, texts):
    """Several texts in which OPENED and CLOSED stand around what the terms match; apostrophes may be missing.

    All texts are looked through at once: one by one that takes several times as long.
    """
    # A seam at both ends too: then all that a word is compared with is in the text.
    whole, pieces, at = SEAM.join(["", *texts, ""]), [], 0
    for start, end in _places(terms, SEAM.join(["", *map(folded, texts), ""])):
        if start >= at:
            pieces += whole[at:start], OPENED, whole[start:-end], CLOSED
            at = -end
    pieces.append(whole[at:])
    return "".join(pieces).split(SEAM)[1:-1] if texts else []


def _places(terms, text):
    """Where the terms stand, as (start, -end) in order: of those that begin at one place the longest first."""
    found = _stand(terms, text)
    if any(each in text for each in APOSTROPHES):
        found += _spanning(terms, text, found)
    found.sort()
    return found


def _spanning(terms, text, found):
    """Where the terms stand in a text whose words have lost their apostrophes, as places of the text that has them."""
    gone = [each.start() for each in WITHIN.finditer(text)]
    bare = "".join([text[start + 1:end] for start, end in pairwise((-1, *gone, len(text)))])
    # Where an apostrophe stood in the text without it.
    seams = [place - number for number, place in enumerate(gone)]
    # Nothing is new unless a word lies over one, or a beginning that was found goes on over one.
    goes_on = any(star for _, star in terms) and not {-end for _, end in found}.isdisjoint(gone)
    if not goes_on and not any(bare.find(word, max(0, seam - len(word) + 1), seam + len(word) - 1) >= 0
                               for words, _ in terms for word in words for seam in seams):
        return []
    return [(at + bisect_right(seams, at), end - bisect_right(seams, -end - 1)) for at, end in _stand(terms, bare)]


def _stand(terms, text):
    """Where each of the terms stands in a text that begins and ends with a seam, as (start, -end)."""
    found = []
    for words, star in terms:
        first, size, plain = words[0], len(words[0]), not star and len(words) == 1
        at = text.find(first)
        while at >= 0:
            end = at + size
            if text[at - 1].isalnum():
                end = 0
            elif not plain:
                end = _end(words, star, text, end)
            elif text[end].isalnum():
                end = 0
            if end:
                found.append((at, -end))
            at = text.find(first, end or at + 1)
    return found


def _end(words, star, text, at):
    """Where a term ends whose first word ends at a place, or 0: it does not stand there."""
    for word in words[1:]:
        start = at
        while not text[at].isalnum() and text[at] != SEAM:
            at += 1
        if at == start or not text.startswith(word, at):
            return 0
        at += len(word)
    if star:
        at = REST.match(text, at).end()
    return 0 if text[at].isalnum() else at


def snippets(found):
    """For each title and text, both marked, the words around the first match as HTML.

    If only the title matches, it stands before the text.
    """
    pieces = [text if OPENED in text or OPENED not in title else f"{title}: {text}" for title, text in found]
    told = escape(SEAM.join([text if len(text) <= LONGEST else _around(text) for text in pieces]))
    return told.replace(OPENED, "<mark>").replace(CLOSED, "</mark>").split(SEAM) if pieces else []


def _around(text):
    """The part of a marked text around its first mark; a match that is cut off is not marked."""
    plain = EITHER.sub("", text)
    start, end = _window(plain, max(0, text.find(OPENED)))
    pieces, at = ["… "] if start else [], start
    for number, piece in enumerate(EITHER.split(text[start:])):
        # Those between an OPENED and a CLOSED have odd numbers.
        whole = at + len(piece) <= end
        pieces += (OPENED, piece, CLOSED) if number % 2 and whole else (piece[:end - at],)
        at += len(piece)
        if at >= end:
            break
    return "".join(pieces) + (" …" if end < len(plain) else "")


def _window(text, place):
    """Where the words around a place begin and end, cut between words."""
    if len(text) <= LONGEST:
        return 0, len(text)
    start = 0 if place <= AROUND else text.find(" ", place - AROUND, place) + 1
    end = len(text) if len(text) - start <= LONGEST else text.rfind(" ", start, start + LONGEST)
    return start, end if end > place else min(len(text), start + LONGEST)
