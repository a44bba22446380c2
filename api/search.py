"""Search: the best matches of all kinds, ranked; what it costs does not grow with the number of matches."""

from bisect import bisect_right
from functools import lru_cache
from itertools import islice, pairwise

from api import queries
from api.marks import folded, marks, places, snippet
from api.words import TERM, holding
from schemas.search import SPAN

# Of so many at least the best are chosen, or of as many as are asked for.
TITLED, OF_EACH = 50, 50


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
    scores = {row: _score(asked, lengths[row]) for row in titled}
    if len(titled) < limit:
        most, others = max(OF_EACH, limit), []
        places = [held.rank(first - 1) if first else 0 for first in snapshot.kinds]
        for first, end in pairwise((*places, len(held))):
            others += held[first:min(first + most, end)]
        best = sorted((-_score(asked, lengths[row]), row) for row in others if row not in scores)
        scores |= {row: -score for score, row in best[:limit - len(titled)]}
    return scores


@lru_cache(maxsize=16_384)
def _score(asked, length):
    """What a text scores: the more of it was asked for, the more."""
    return round(1 + min(0.999, asked / (length + 40)), 3)


def _rowids(snapshot, rows):
    return [(bisect_right(snapshot.kinds, row) - 1) * SPAN + row for row in rows]


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
