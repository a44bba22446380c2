"""Verify: whether words were printed as a quote, and what was really printed."""

import json
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


class Given:
    """The words of a text, ready to be compared with those of many."""

    def __init__(self, text):
        self.text, self.plain = text, plain(text)
        self.least, self._line, self._bits = LIKE * max(len(self.plain), 4), _line(self.plain), {}
        for place, word in enumerate(self.plain):
            self._bits[word] = self._bits.get(word, 0) | 1 << place

    def within(self, theirs):
        """Whether they are a run of others."""
        return self._line in _line(theirs)

    def shared(self, theirs):
        """How many words both have at most, in the same order: each bit of `left` that is 0 is one of ours found."""
        bits = self._bits
        known = [bits[word] for word in theirs if word in bits]
        if len(known) < self.least:
            return len(known)
        every = left = (1 << len(self.plain)) - 1
        for place in known:
            met = left & place
            left = left + met | left - met
        return len(self.plain) - (left & every).bit_count()


def _line(plain):
    return "\n{}\n".format("\n".join(plain))


def _found(snapshot, text):
    """The verdict on a text, and each match as (id, stored JSON, differences)."""
    given = Given(text)
    rows = queries.printed(snapshot, whole(given.plain), MOST_MATCHES)
    if rows:
        return "exact", [(id, stored, []) for id, _, stored in queries.quotes(snapshot, rows)]
    found = {"partial": [], "altered": []}
    for id, printed, stored in queries.quotes(snapshot, _likely(snapshot, given.plain)):
        verdict, differences = _compared(given, printed)
        if verdict:
            found[verdict].append((id, stored, differences))
    found["altered"].sort(key=lambda match: sum(len(each["given"]) + len(each["printed"]) for each in match[2]))
    return next(((verdict, matches[:MOST_MATCHES]) for verdict, matches in found.items() if matches),
                ("not-found", []))


def _likely(snapshot, ours):
    """The quotes that share most with the words given: a half, one word more or less, or runs of three."""
    asked = [(key, COMPARED, 5) for count in (len(ours) - 1, len(ours), len(ours) + 1) if len(ours) > 3
             for key in halves(ours, count)]
    every = runs(ours)
    asked += [(key, 30, 1) for key in every[::max(1, len(every) // ASKED)]]
    return queries.alike(snapshot, asked, COMPARED)


def _compared(given, printed_text):
    """The verdict on words against one printed text, and the words that differ."""
    ours, theirs = given.plain, plain(printed_text)
    if given.within(theirs):
        return "partial", []
    if given.shared(theirs) < given.least:
        return None, []
    steps = _within(_steps(ours, theirs))
    same = sum(end - start for kind, start, end, _, _ in steps if kind == "equal")
    window = theirs[steps[0][3]:steps[-1][4]] if steps else []
    if same < given.least or sorted(ours) in (sorted(theirs), sorted(window)):
        # Too little of it, or the same words in another order.
        return None, []
    said, printed = words(given.text), words(printed_text)
    return "altered", [{"given": _said(given.text, said, start, end),
                        "printed": _said(printed_text, printed, first, last)}
                       for kind, start, end, first, last in steps if kind != "equal"]


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
