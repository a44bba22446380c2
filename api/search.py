"""Search: the best matches of all kinds, ranked; what it costs does not grow with the number of matches."""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import islice, pairwise
from json.encoder import encode_basestring as quoted

from api import queries
from api.marks import CLOSED, OPENED, marked, marks, snippets
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
    titles = marked(terms, [row[3] for row in rows])
    ranked = sorted([(-_ranked(row[3], title, scores[row[0] % SPAN]), *row, title)
                     for row, title in zip(rows, titles, strict=True)])
    return _hits(terms, ranked[:limit]), len(held)


def _scores(snapshot, terms, held, titled, limit):
    """The rows to look at, with what each scores if only its text matches: those whose title does, and the best others.

    The others are chosen from the first of each kind, in the order that the snapshot keeps them in.
    """
    asked = sum(len(word) for words, _ in terms for word in words)
    lengths, scores, chosen = snapshot.sets.lengths("search.body"), _by_length(asked), dict.fromkeys(titled)
    if len(chosen) < min(limit, len(held)):
        others = [row for row in _first(snapshot, held, max(OF_EACH, limit)) if row not in chosen]
        others.sort(key=lambda row: scores[lengths[row]], reverse=True)
        chosen |= dict.fromkeys(others[:limit - len(chosen)])
    return {row: scores[lengths[row]] for row in chosen}


def _first(snapshot, held, most):
    """The first rows of each kind."""
    found = []
    for first, end in pairwise((*snapshot.kinds, 1 << 32)):
        if first < end:
            rows = list(islice(held.iter_equal_or_larger(first), most))
            found += rows[:bisect_left(rows, end)]
    return found


@lru_cache(maxsize=256)
def _by_length(asked):
    return Scores(asked)


class Scores(dict):
    """What a text scores of whose letters so many were asked for, by its length: from 1 on, the more of it the more."""

    def __init__(self, asked):
        super().__init__()
        self._asked = asked

    def __missing__(self, length):
        self[length] = round(1 + min(0.999, self._asked / (length + 40)), 3)
        return self[length]


def _rowids(snapshot, rows):
    return [(bisect_right(snapshot.kinds, row) - 1) * SPAN + row for row in rows]


def _ranked(title, marked, score):
    """Between 2 and 3 for a match in the title, the more of it the better; else the score given, below 2."""
    if title == marked:
        return score
    return round(2 + sum([piece.index(CLOSED) for piece in marked.split(OPENED)[1:]]) / len(title), 3)


def _hits(terms, ranked):
    """What is told of rows, each with what it scores, which is negative there, and with its title marked."""
    texts = marked(terms, [row[5] for row in ranked])
    shown = snippets([(row[6], text) for row, text in zip(ranked, texts, strict=True)])
    return [{"kind": kind, "id": id, "title": title, "snippet": snippet, "score": -score, "link": f"/v1/{kind}s/{id}"}
            for (score, _, kind, id, title, _, _), snippet in zip(ranked, shown, strict=True)]


def text(hit):
    """A match as JSON text: what is no free text needs no quoting, and takes a fifth of the time without."""
    return (f'{{"kind":"{hit["kind"]}","id":"{hit["id"]}","title":{quoted(hit["title"])},'
            f'"snippet":{quoted(hit["snippet"])},"score":{hit["score"]},"link":"{hit["link"]}"}}')
