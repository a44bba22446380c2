"""Measures the quotes that the rules find against a careful reader's, article by article."""

import json
import re
import sys
from collections import Counter
from itertools import product
from pathlib import Path

from fixtures.corpus import read, sources
from fixtures.find.councils import mentioned
from fixtures.layout import layout
from fixtures.resolve.speech.quotes import quotes

WORD = re.compile(r"[^\W_]+")
ENOUGH = 0.8


def tokens(text):
    """The words of a text in lower case, apostrophes and marks left out."""
    return WORD.findall(text.replace("[...]", " ").replace("'", "").replace("’", "").lower())


def overlap(one, other):
    """The share of words that two texts have in common, as F1."""
    first, second = Counter(tokens(one)), Counter(tokens(other))
    common = sum((first & second).values())
    return 2 * common / (sum(first.values()) + sum(second.values())) if common else 0.0


def matched(gold, found):
    """The best one-to-one pairs of a gold and a found quote whose words agree well enough."""
    scored = [(overlap(g["text"], f["text"]), i, j) for (i, g), (j, f) in product(enumerate(gold), enumerate(found))]
    pairs, left, right = [], set(), set()
    for score, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if score >= ENOUGH and i not in left and j not in right:
            pairs.append((gold[i], found[j]))
            left.add(i)
            right.add(j)
    return pairs, [g for i, g in enumerate(gold) if i not in left], [f for j, f in enumerate(found) if j not in right]


def named(value):
    """A name or role with its case, article and apostrophes left out; what is null stays None."""
    return " ".join(word for word in tokens(value) if word not in ("the", "a", "an")) if value else None


def extracted(article):
    """The direct and mixed quotes of an article, flattened as the gold is."""
    page = layout(article.text, article.headline)
    found, _ = quotes(article, page, mentioned.find(article.text, page, article.published))
    return [
        {
            "kind": quote["kind"], "text": quote["text"], "role": quote["role"],
            "speaker": quote["speaker"] and quote["speaker"]["name"],
            "organisation": quote["organisation"] and quote["organisation"]["name"],
        }
        for quote in found if quote["kind"] != "indirect"
    ]


def measure(articles):
    """Counts over pairs of (article, gold quotes), with a list of what was missed, invented or given to another."""
    counts, misses = Counter(), []
    for article, gold in articles:
        pairs, missed, extra = matched(gold, extracted(article))
        counts["pairs"] += len(pairs)
        counts["gold"] += len(gold)
        counts["found"] += len(pairs) + len(extra)
        misses += [(article.id, "missed", quote, None) for quote in missed]
        misses += [(article.id, "extra", quote, None) for quote in extra]
        for wanted, got in pairs:
            counts["kind"] += wanted["kind"] == got["kind"]
            for field in [name for name in ("speaker", "role", "organisation") if name in wanted]:
                right = named(wanted[field]) == named(got[field])
                counts[field] += right
                if not right:
                    misses.append((article.id, field, wanted, got))
    return rates(counts), misses


def rates(counts):
    """Precision, recall and F1 of the quotes, and the share of found ones with the right speaker, role, body, kind."""
    precision = counts["pairs"] / counts["found"] if counts["found"] else 0.0
    recall = counts["pairs"] / counts["gold"] if counts["gold"] else 0.0
    whole = precision + recall
    shares = {field: counts[field] / max(1, counts["pairs"]) for field in ("speaker", "role", "organisation", "kind")}
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / whole if whole else 0.0, **shares,
            "gold": counts["gold"], "found": counts["found"]}


def corpus(folder, answers=None):
    """(article, gold quotes) of a corpus whose answers stand beside its articles, or in another folder."""
    for source in sources(folder):
        path = Path(answers or folder) / f"{source.path.stem}.json"
        if path.is_file():
            yield read(source), json.loads(path.read_text(encoding="utf-8"))["quotes"]


def main(folder, answers=None):
    """Prints the rates and the misses of one corpus."""
    result, misses = measure(corpus(folder, answers))
    for identifier, kind, wanted, got in misses:
        shown = [identifier, kind, wanted["text"][:60]]
        shown += [f"{wanted[kind]} <- {got[kind]}"] if got else [str(wanted["speaker"])]
        print(" | ".join(shown))
    shown = (f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in result.items())
    print("  ".join(shown))


if __name__ == "__main__":
    main(*sys.argv[1:])
