"""Slugs: what ids are made of. Ids are promised to stay, so nothing here may change what a name gives."""

import re
import unicodedata
from functools import lru_cache

# Letters of the Latin alphabets that are no letter with a mark; those taken apart by Unicode need no row.
LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "ng",
    "ŧ": "t", "ĸ": "k", "ə": "e", "ƒ": "f",
})


# One article names the same people and bodies again and again.
@lru_cache(maxsize=10_000)
def slug(name):
    """A name in lower-case ASCII letters, digits and hyphens; nothing if it has no Latin letter and no digit."""
    plain = unicodedata.normalize("NFKD", name.replace("'", "").replace("’", "")).lower().translate(LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
