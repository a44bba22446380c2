"""Days as records hold them, in ISO 8601; of some only the month or the year is known."""

import datetime
from functools import lru_cache

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")


# The official record has some 600 of them, for every article of their time.
@lru_cache(maxsize=4000)
def in_words(iso):
    """A day, month or year as it is written."""
    year, *rest = iso.split("-")
    words = [MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) > 1 else words)


def shifted(day, days):
    """The day that lies some days after another."""
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
