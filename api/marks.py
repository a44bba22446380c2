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
APOSTROPHE = re.compile("['’‘ʼ`´]")
# Letters with marks as those without, one for one, so that places stay what they are.
PLAIN = {code: plain for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
         if (plain := unicodedata.normalize("NFD", chr(code))[0]) != chr(code)}
ACCENTED = re.compile("[À-ɏḀ-ỿ]")
# Halves of pairs, which by themselves stand in no text: until all else is escaped they stand for the tags and the end.
OPENED, CLOSED, DONE = "\ud800", "\udc00", "\udc01"
# Between texts that are looked through at once: hardly a term holds a capital, so that few reach over it.
SEAM, NEVER = "\nX\n", (1 << 62, 0)


def marks(match):
    """The terms of a full-text expression: the words of each, and whether the last is only a beginning."""
    return [(words, bool(star)) for text, star in TERM.findall(match) if (words := WORD.findall(folded(text)))]


def folded(text):
    """A text in small letters without accents, of the same length."""
    if text.isascii():
        return text.lower()
    small = (text.translate(PLAIN) if ACCENTED.search(text) else text).lower()
    return small if len(small) == len(text) else text


def places(terms, texts):
    """Where the terms stand in each of several folded texts, as (start, end), none in another.

    Apostrophes may be missing. All texts are looked through at once: one by one that takes several times as long.
    """
    found, number = _places(terms, SEAM.join(texts)), 0
    if not found:
        return [()] * len(texts)
    each, begin, found = [], 0, [*found, NEVER]
    for text in texts:
        end, own = begin + len(text), []
        while found[number][0] < end:
            first, last = found[number]
            number += 1
            if begin <= first and last <= end:
                own.append((first - begin, last - begin))
        each.append(own)
        begin = end + len(SEAM)
    return each


def _places(terms, text):
    found = _stand(terms, text)
    if APOSTROPHE.search(text):
        found += _spanning(terms, text, found)
    found.sort()
    kept, last = [], 0
    for start, end in found:
        if start >= last:
            last = -end
            kept.append((start, last))
    return kept


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
    """Where each of the terms stands, as (start, -end)."""
    found, size = [], len(text)
    for words, star in terms:
        first, plain = words[0], not star and len(words) == 1
        at = text.find(first)
        while at >= 0:
            end = at + len(first)
            if at and text[at - 1].isalnum():
                end = 0
            elif not plain:
                end = _end(words, star, text, end)
            elif end < size and text[end].isalnum():
                end = 0
            if end:
                found.append((at, -end))
            at = text.find(first, end or at + 1)
    return found


def _end(words, star, text, at):
    """Where a term ends whose first word ends at a place, or 0: it does not stand there."""
    for word in words[1:]:
        start = at
        while at < len(text) and not text[at].isalnum():
            at += 1
        if at == start or not text.startswith(word, at):
            return 0
        at += len(word)
    if star:
        at = REST.match(text, at).end()
    return 0 if at < len(text) and text[at].isalnum() else at


def snippets(found):
    """For each (title, where it is marked, text, where that is) the words around the first match, as HTML.

    The matches are marked. If only the title matches, it stands before the text.
    """
    pieces = []
    for title, named, text, marked in found:
        if not marked and named:
            text, marked = f"{title}: {text}", named
        start, end = _window(text, marked[0][0] if marked else 0)
        at = start
        if start:
            pieces.append("… ")
        for first, last in marked:
            if first >= start and last <= end:
                pieces += text[at:first], OPENED, text[first:last], CLOSED
                at = last
        pieces += text[at:end], " …" if end < len(text) else "", DONE
    told = escape("".join(pieces)).replace(OPENED, "<mark>").replace(CLOSED, "</mark>")
    return told.split(DONE)[:-1]


def _window(text, place):
    """Where the words around a place begin and end, cut between words."""
    if len(text) <= LONGEST:
        return 0, len(text)
    start = 0 if place <= AROUND else text.find(" ", place - AROUND, place) + 1
    end = len(text) if len(text) - start <= LONGEST else text.rfind(" ", start, start + LONGEST)
    return start, end if end > place else min(len(text), start + LONGEST)
