"""Search: the best matches of all kinds, ranked; what it costs does not grow with the number of matches."""

from bisect import bisect_right
from functools import lru_cache
from itertools import islice, pairwise
from json.encoder import encode_basestring as quoted

from api import queries
from api.marks import folded, marks, places, snippets
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
    named = places(terms, [folded(row[3]) for row in rows])
    ranked = sorted((-_ranked(row[3], marked, scores[row[0] % SPAN]), *row, marked)
                    for row, marked in zip(rows, named, strict=True))
    return _hits(terms, ranked[:limit]), len(held)


def _scores(snapshot, terms, held, titled, limit):
    """The rows to look at, with what each scores if only its text matches: those whose title does, and the best others.

    The others are chosen from the first of each kind, in the order that the snapshot keeps them in.
    """
    asked = sum(len(word) for words, _ in terms for word in words)
    lengths, costs = snapshot.sets.lengths("search.body"), _costs(asked)
    scores = {row: _score(costs[lengths[row]]) for row in titled}
    if len(titled) < limit:
        most, others = max(OF_EACH, limit), []
        places = [held.rank(first - 1) if first else 0 for first in snapshot.kinds]
        for first, end in pairwise((*places, len(held))):
            if first < end:
                others += held[first:min(first + most, end)]
        # As whole numbers they are in order in half the time that pairs take.
        best = sorted([costs[lengths[row]] + row for row in others if row not in scores])[:limit - len(titled)]
        scores |= {cost % SPAN: _score(cost - cost % SPAN) for cost in best}
    return scores


@lru_cache(maxsize=256)
def _costs(asked):
    return Costs(asked)


class Costs(dict):
    """What a text costs of whose letters so many were asked for, by its length: the more of it that is, the less."""

    def __init__(self, asked):
        super().__init__()
        self._asked = asked

    def __missing__(self, length):
        self[length] = (2000 - round(1000 * round(1 + min(0.999, self._asked / (length + 40)), 3))) * SPAN
        return self[length]


def _score(cost):
    """What a text scores: from 1 to 2, the less it costs the more."""
    return (2000 - cost // SPAN) / 1000


def _rowids(snapshot, rows):
    return [(bisect_right(snapshot.kinds, row) - 1) * SPAN + row for row in rows]


def _ranked(title, marked, score):
    """Between 2 and 3 for a match in the title, the more of it the better; else the score given, below 2."""
    return round(2 + sum([end - start for start, end in marked]) / len(title), 3) if marked else score


def _hits(terms, ranked):
    """What is told of rows with what each scores, which is negative there, and where its title is marked."""
    marked = places(terms, [folded(row[5]) for row in ranked])
    shown = snippets([(row[4], row[6], row[5], each) for row, each in zip(ranked, marked, strict=True)])
    return [{"kind": kind, "id": id, "title": title, "snippet": snippet, "score": -score, "link": f"/v1/{kind}s/{id}"}
            for (score, _, kind, id, title, _, _), snippet in zip(ranked, shown, strict=True)]


def text(hit):
    """A match as JSON text: what is no free text needs no quoting, and takes a fifth of the time without."""
    return (f'{{"kind":"{hit["kind"]}","id":"{hit["id"]}","title":{quoted(hit["title"])},'
            f'"snippet":{quoted(hit["snippet"])},"score":{hit["score"]},"link":"{hit["link"]}"}}')
