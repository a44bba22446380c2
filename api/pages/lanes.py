"""Lays the entries of a timeline out in lanes and rows, so that no mark lies over another."""

from api.pages.words import day, graded, label

# What is judged of nearly every council comes first, the rest as it is found.
FIRST_LANES = ("overall-effectiveness", "help-and-protection", "safeguarding", "leadership", "children-looked-after",
               "children-in-care-and-care-leavers", "children-in-care", "care-leavers", "adoption", "lscb")
KINDS = {"judgement": "official", "rating": "press", "quote": "said"}
SAID = "What was said"
# The width of the part of the picture that marks stand in, and of a mark with the space around it.
WIDE, MARK = 690, 28


def laid_out(entries):
    """What pictures.timeline takes: lanes, marks, changes, the first and last year, how many rows; None for nothing."""
    dated = list(_once(entry for entry in entries if entry["date"] and entry["kind"] in KINDS))
    if not dated:
        return None
    first = min(when(entry["date"]) for entry in dated)
    changes = {when(entry["date"]): happened(entry["record"]) for entry in entries
               if entry["kind"] == "reorganisation" and when(entry["date"]) > first - 1}
    years = [*(when(entry["date"]) for entry in dated), *changes]
    span = int(min(years)), int(max(years)) + 1
    gap, lanes, marks, row = MARK * (span[1] - span[0]) / WIDE, [], [], 0
    for name in _lanes(dated):
        lanes.append((SAID if name == SAID else label(name), row))
        # Press reports stand in rows below the judgements of their area.
        for kind in KINDS:
            held = [entry for entry in dated if entry["kind"] == kind and _lane(entry) == name]
            placed, used = _rows(held, gap)
            marks += [(when(entry["date"]), row + at, entry["record"].get("grade"), KINDS[kind], words(entry),
                       address(entry)) for entry, at in placed]
            row += used
    return lanes, marks, sorted(changes.items()), span, row


def rank(area):
    """What areas are ordered by."""
    return (FIRST_LANES.index(area) if area in FIRST_LANES else len(FIRST_LANES)), area


def _once(entries):
    """One mark for all quotes of an article: they stand on one day."""
    seen = set()
    for entry in entries:
        said = entry["kind"] == "quote"
        key = said, (entry["record"]["article"] if said else entry["record"])["id"]
        if key not in seen:
            seen.add(key)
            yield entry


def _lane(entry):
    return SAID if entry["kind"] == "quote" else entry["record"]["area"]


def _lanes(entries):
    found = {_lane(entry) for entry in entries}
    return [*sorted(found - {SAID}, key=rank), *(found & {SAID})]


def _rows(entries, gap):
    """Each entry with the first row whose last mark is far enough away, and how many rows there are."""
    ends, placed = [], []
    for entry in sorted(entries, key=lambda one: when(one["date"])):
        year = when(entry["date"])
        at = next((number for number, end in enumerate(ends) if year - end >= gap), len(ends))
        ends[at:at + 1] = [year]
        placed.append((entry, at))
    return placed, len(ends)


def when(date):
    """A date as a number of years; a month or year stands at its middle."""
    year, *rest = (int(part) for part in date.split("-"))
    month, day_of = rest if len(rest) == 2 else (*rest, 15) if rest else (7, 1)
    return round(year + (month - 1) / 12 + (day_of - 1) / 372, 3)


def address(entry):
    """The page that a mark leads to."""
    if entry["kind"] == "quote":
        return f"/articles/{entry['record']['article']['id']}#quotes"
    return f"/ratings/{entry['record']['id']}"


def happened(change):
    """What a council's first or last day was, in a few words."""
    event = "began" if change["event"] == "established" else "ended"
    return f"{day(change['date'])}: {change['council']['name']} {event}"


def words(entry):
    """What a mark stands for, in a sentence that names its source."""
    record = entry["record"]
    if entry["kind"] == "quote":
        return f"{day(entry['date'])}: quoted in {record['article']['publisher'] or 'an article'}"
    said = f"{record['council']['name']}: {graded(record).lower()} for {label(record['area']).lower()}"
    if entry["kind"] == "rating":
        before = ", as an earlier grade" if record["status"] == "previous" else ""
        return f"{day(entry['date'])}, {record['article']['publisher'] or 'press'} reports {said}{before}"
    known = "published" if record["reported"] else "inspected"
    doubt = f" ({record['trust']})" if record["trust"] in ("unverified", "restated") else ""
    return f"{day(entry['date'])}, {known}: {said}{doubt}; {record['document']['title']}"
