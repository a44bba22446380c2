"""Verify: whether words were printed as a quote, and what was really printed."""

import json
from collections import Counter
from difflib import SequenceMatcher
from itertools import groupby

from api import queries
from schemas.stored import encoded
from schemas.wording import halves, plain, runs, whole, words

MOST_MATCHES, COMPARED, ASKED = 10, 8, 60
LIKE = 0.66


def verify(snapshot, text):
    """The verdict on a text, and the printed quotes that it rests on."""
    return json.loads(told(snapshot, text))


def told(snapshot, text):
    """The same as JSON text: the quotes as they are stored."""
    verdict, matches = _found(snapshot, text)
    each = [f'{{"quote":{stored},"link":"/v1/quotes/{id}","differences":{encoded(differences)}}}'
            for id, stored, differences in matches]
    return f'{{"verdict":"{verdict}","matches":[{",".join(each)}]}}'


def _found(snapshot, text):
    """The verdict on a text, and each match as (id, stored JSON, differences)."""
    ours = plain(text)
    rows = queries.printed(snapshot, whole(ours), MOST_MATCHES)
    if rows:
        return "exact", [(id, stored, []) for id, _, stored in queries.quotes(snapshot, rows)]
    found = {"partial": [], "altered": []}
    for id, printed, stored in queries.quotes(snapshot, _likely(snapshot, ours)):
        verdict, differences = _compared(text, ours, printed)
        if verdict:
            found[verdict].append((id, stored, differences))
    found["altered"].sort(key=lambda match: sum(len(each["given"]) + len(each["printed"]) for each in match[2]))
    return next(((verdict, matches[:MOST_MATCHES]) for verdict, matches in found.items() if matches),
                ("not-found", []))


def _likely(snapshot, ours):
    """The quotes that share most with the words given: a half, one word more or less, or runs of three."""
    asked = [(key, COMPARED, 5) for count in (len(ours) - 1, len(ours), len(ours) + 1) if len(ours) > 3
             for key in halves(ours, count)]
    every, votes = runs(ours), Counter()
    asked += [(key, 30, 1) for key in every[::max(1, len(every) // ASKED)]]
    for row, weight in queries.alike(snapshot, asked):
        votes[row] += weight
    return [row for row, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:COMPARED]]


def _compared(text, ours, printed_text):
    """The verdict on words against one printed text, and the words that differ."""
    theirs, least = plain(printed_text), LIKE * max(len(ours), 4)
    if "\n{}\n".format("\n".join(ours)) in "\n{}\n".format("\n".join(theirs)):
        return "partial", []
    if _shared(ours, theirs) < least:
        return None, []
    steps = _within(_steps(ours, theirs))
    same = sum(end - start for kind, start, end, _, _ in steps if kind == "equal")
    window = theirs[steps[0][3]:steps[-1][4]] if steps else []
    if same < least or sorted(ours) in (sorted(theirs), sorted(window)):
        # Too little of it, or the same words in another order.
        return None, []
    given, printed = words(text), words(printed_text)
    return "altered", [{"given": _said(text, given, start, end), "printed": _said(printed_text, printed, first, last)}
                       for kind, start, end, first, last in steps if kind != "equal"]


def _shared(ours, theirs):
    """How many words two texts share at most, in the same order: each bit of `left` that is 0 is one of ours found."""
    places = {}
    for place, word in enumerate(ours):
        places[word] = places.get(word, 0) | 1 << place
    every = left = (1 << len(ours)) - 1
    for place in [places[word] for word in theirs if word in places]:
        met = left & place
        left = left + met | left - met
    return len(ours) - (left & every).bit_count()


def pieces(given_text, printed_text):
    """A printed text in pieces: (characters, whether their words differ from those given)."""
    printed = words(printed_text)
    steps = _within(_steps([word for word, _, _ in words(given_text)], [word for word, _, _ in printed]))
    found, at = [], 0
    for kind, _, _, first, last in steps:
        if kind != "equal" and last > first:
            start, end = printed[first][1], printed[last - 1][2]
            found += [(printed_text[at:start], False), (printed_text[start:end], True)]
            at = end
    return [*found, (printed_text[at:], False)]


def _within(steps):
    """Steps without what is only printed before and after the words given: they are a part of it."""
    while steps and steps[0][0] == "insert":
        steps.pop(0)
    while steps and steps[-1][0] == "insert":
        steps.pop()
    return steps


def _steps(ours, theirs):
    """What makes of the printed words those given; where both are as many, word for word if that explains most."""
    if len(ours) == len(theirs):
        same = [one == other for one, other in zip(ours, theirs, strict=True)]
        if sum(same) > LIKE * len(same):
            return [("equal" if kind else "replace", group[0], group[-1] + 1, group[0], group[-1] + 1)
                    for kind, run in groupby(range(len(same)), same.__getitem__) for group in [list(run)]]
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _said(text, found, start, end):
    """The characters of a run of words."""
    return text[found[start][1]:found[end - 1][2]] if end > start else ""
