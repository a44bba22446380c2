"""Measures the ratings and figures that the rules find against a careful reader's, article by article."""

import json
from collections import Counter
from pathlib import Path

from fixtures.corpus import read, sources
from fixtures.extract import extract


def rating_key(rating, council):
    """What must be right of a rating."""
    return council, rating["grade"], rating["area"], rating["status"]


def figure_key(figure):
    """What must be right of a figure: its grades, its time and its value."""
    value = figure["count"] if figure["count"] is not None else figure["share"] and round(figure["share"], 2)
    change = figure.get("change")
    return tuple(sorted(figure["grades"])), figure["status"], value, change and round(change, 2)


def fields(figure):
    """What else must be right of a figure: what it counts, in which area, of how many, and how exactly."""
    shown = figure["share"] is not None and figure["count"] is not None
    return figure["subject"], figure["area"], figure["of"], figure["qualifier"], shown


def answers(folder):
    """(article, gold records) of a corpus whose answers stand beside its articles."""
    for source in sources(folder):
        path = Path(folder) / f"{source.path.stem}.json"
        if path.is_file():
            yield read(source), json.loads(path.read_text(encoding="utf-8"))


def measure(pairs):
    """(rates by kind, misses) over pairs of article and gold: precision, recall and F1 of ratings, figures, councils; of
    the figures that are right, how many are so in every field."""
    counts, misses = Counter(), []
    for article, gold in pairs:
        found = extract(article)
        kinds = {
            "ratings": ({rating_key(rating, rating["council"]["id"]) for rating in found.ratings},
                        {rating_key(rating, rating["council"]) for rating in gold["ratings"]}),
            "figures": ({figure_key(figure) for figure in found.statistics}, {figure_key(figure) for figure in gold["statistics"]}),
            "councils": ({council["id"] for council in found.councils}, set(gold["councils"])),
        }
        told, read = ({figure_key(one): fields(one) for one in figures}
                      for figures in (gold["statistics"], found.statistics))
        counts["figures", "in full"] += sum(told[key] == read[key] for key in told.keys() & read.keys())
        for kind, (got, wanted) in kinds.items():
            counts.update({(kind, "right"): len(got & wanted), (kind, "found"): len(got), (kind, "gold"): len(wanted)})
            misses += [(article.id, kind, "extra", item) for item in sorted(got - wanted, key=str)]
            misses += [(article.id, kind, "missed", item) for item in sorted(wanted - got, key=str)]
    rates = {kind: _rates(counts, kind) for kind in ("ratings", "figures", "councils")}
    rates["figures"]["fields"] = counts["figures", "in full"] / max(counts["figures", "right"], 1)
    return rates, misses


def _rates(counts, kind):
    right, found, gold = (counts[kind, name] for name in ("right", "found", "gold"))
    precision, recall = right / found if found else 1.0, right / gold if gold else 1.0
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall) if right else 0.0,
            "gold": gold, "found": found}
