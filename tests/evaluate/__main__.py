"""`make evaluate`: precision, recall and F1 over the test articles, against the floors that may not be undercut.

`--misses` lists what the tuned part misses; what the parts held out miss is never listed, so that no rule is made for
it. `--set-floors` writes the present rates as the new floors, lower ones too: a deliberate act.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.evaluate import quotes, records

ARTICLES = Path(__file__).parent.parent / "articles"
FLOORS = Path(__file__).parent / "floors.json"
PARTS = ("tuned", "held-out", "outside", "general")
# News of American politics, which the rules were not made for: only who says what is measured.
SPOKEN = ("quotes precision", "quotes recall", "quotes f1", "quotes speaker", "quotes kind", "quotes gold", "quotes found")
# Rates may differ by a quote or two between changes that mean no harm.
SLACK = 0.005


def rates(part):
    """({measure: rate}, misses) of one part of the test articles."""
    pairs = list(records.answers(ARTICLES / part))
    if part == "general":
        said, misread = quotes.measure((article, gold["quotes"]) for article, gold in pairs)
        return {name: said[name.split(" ")[1]] for name in SPOKEN}, misread
    kinds, misses = records.measure(pairs)
    said, misread = quotes.measure((article, gold["quotes"]) for article, gold in pairs)
    found = {f"{kind} {name}": value for kind, values in kinds.items() for name, value in values.items()}
    found |= {f"quotes {name}": value for name, value in said.items()}
    return found, misses + misread


def main():
    """Print the rates of all parts, and fail if one is below its floor."""
    options = argparse.ArgumentParser(prog="make evaluate", description=__doc__)
    options.add_argument("--misses", action="store_true", help="list what the tuned part misses")
    options.add_argument("--set-floors", action="store_true", help="write the present rates as the floors")
    chosen = options.parse_args()
    found = {}
    for part in PARTS:
        found[part], misses = rates(part)
        _print(part, found[part])
        if chosen.misses and part == "tuned":
            print("\n".join(map(str, misses)))
    if chosen.set_floors:
        FLOORS.write_text(json.dumps(floors_of(found), indent=2) + "\n", encoding="utf-8")
    below = undercut(found)
    print("\n".join(below) or "Every rate is at or above its floor.")
    sys.exit(bool(below))


def floors_of(found):
    """The rates that are kept as floors: every share, no count."""
    return {part: {name: round(value, 3) for name, value in values.items() if isinstance(value, float)} for part, values in found.items()}


def undercut(found):
    """A line for each rate that is below its floor."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return [
        f"{part} {name}: {found[part][name]:.3f} is below the floor of {floor:.3f}"
        for part, values in floors.items() for name, floor in values.items() if found[part][name] < floor - SLACK
    ]


def _print(part, values):
    print(f"{part}:")
    for kind in ("ratings", "figures", "councils", "quotes"):
        shown = [f"{name.split(' ', 1)[1]} {value:.3f}" if isinstance(value, float) else f"{name.split(' ', 1)[1]} {value}"
                 for name, value in values.items() if name.startswith(kind)]
        if not shown:
            continue
        print(f"  {kind:<9}", "  ".join(shown))


if __name__ == "__main__":
    main()
