"""How pages say what records hold: labels for the words of closed lists, dates as they are written, safe addresses."""

import re

from schemas.days import in_words
from schemas.parts import CONTEXT

LABELS = {
    "overall-effectiveness": "Overall effectiveness", "lscb": "Local safeguarding children board",
    "read-from-report": "Read from the report", "not-covered": "Not covered by the record", "isles-of-scilly":
    "Isles of Scilly", "city-of-london": "City of London", "unspecified": "Area not said", "press": "Press",
    "at-least": "At least",
}
# How far a rating can be relied on, for somebody who does not know the words.
TRUST = {
    "press": "It is what the article says; the words it rests on are below.",
    "read-from-report": "A program read it from the inspection report that is named here.",
    "restated": "A later report says so; the report of that inspection itself is not in the record.",
    "unverified": "It was not checked against the inspection report: only a public summary table says so, of which "
                  "about 0.6% of the cells were wrong where they could be checked. Read the report first.",
}
WEB = re.compile(r"https?://[^\s]+$").match


def label(word):
    """A word of a closed list as it is read; of other texts themselves."""
    if not word:
        return "not known"
    return LABELS.get(word) or word[0].upper() + word[1:].replace("-", " ")


def grade(word):
    """A grade as it is read; an official report may give none."""
    return label(word) if word else "No grade given"


def graded(rating):
    """A rating's grade as it is read; one of the annual scale, which is no grade, as it was printed."""
    printed = rating["grade_as_printed"]
    return f"“{printed}”" if printed and not rating["grade"] else grade(rating["grade"])


def trust(word):
    """How far a rating can be relied on, in a sentence."""
    return TRUST[word]


def day(text):
    """A day, month or year as it is written."""
    return in_words(text) if text else "no date"


def web(address):
    """An address if it is one that a page may link, otherwise None: an article may say anything."""
    return address if address and WEB(address) else None


def before(context):
    """The words before what is quoted: those of a record's evidence are cut anywhere."""
    return f"… {context.partition(' ')[2]}" if len(context) == CONTEXT else context


def after(context):
    """The words after what is quoted."""
    return f"{context.rpartition(' ')[0]} …" if len(context) == CONTEXT else context


def years(council):
    """When a council existed, in a few words."""
    start, end = (council[key] and council[key][:4] for key in ("valid_from", "valid_to"))
    if end:
        return f"{start}–{end}" if start else f"until {end}"
    return f"since {start}" if start else "long established"


def share(number):
    """A share as a percentage."""
    return None if number is None else f"{round(number * 100, 1):g}%"


def counted(number, noun):
    """A number of things, the noun in the singular for one."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def roles(speaker):
    """The roles of a speaker, each once: (role, organisation, the ids of the articles that print it)."""
    found = {}
    for each in speaker["roles"]:
        key = each["role"], (each["organisation"] or {}).get("id")
        found.setdefault(key, (each["role"], each["organisation"], []))[2].append(each["article"])
    return list(found.values())


FILTERS = {each.__name__: each for each in (
    counted, label, grade, graded, day, web, years, share, roles, before, after, trust)}
