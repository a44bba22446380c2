"""Words as they are compared: marks, case, accents and spaces do not count, a changed word does."""

import re
import unicodedata
from hashlib import blake2b

WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`´][^\W_]+)*")
# An apostrophe within a word: some write it and some do not.
WITHIN = re.compile("['’‘ʼ`´](?<=[^\\W_].)(?=[^\\W_])")
SIGNS = re.compile(r"[^\W_]+")
RUN = 3


def words(text):
    """The words of a text, each as (what is compared, its first character, the one after its last)."""
    if text.isascii():
        # The same as word by word, in half the time.
        return [(found[0].replace("'", "").replace("`", ""), *found.span()) for found in WORD.finditer(text.lower())]
    return [(_plain(found[0]), found.start(), found.end()) for found in WORD.finditer(text)]


def plain(text):
    """What is compared of each word of a text: the first of `words`, in a quarter of the time."""
    if text.isascii():
        return SIGNS.findall((unmarked(text) if "'" in text or "`" in text else text).lower())
    return [_plain(found) for found in WORD.findall(text)]


def unmarked(text):
    """A text whose words have no apostrophes: `dont`, `childrens`."""
    return WITHIN.sub("", text)


def readings(text):
    """A text as it is searched: as it is, and if its words have apostrophes without them too."""
    return text if (other := unmarked(text)) == text else f"{text}\n{other}"


def _plain(word):
    if word.isascii():
        return word.replace("'", "").replace("`", "").lower()
    parted = unicodedata.normalize("NFKD", re.sub("['’‘ʼ`´]", "", word))
    return "".join(sign for sign in parted if not unicodedata.combining(sign)).casefold()


def whole(plain):
    """The key that stands for all words of a text."""
    return _key("whole", plain)


def halves(plain, count):
    """The keys of the first and last half of a text of `count` words that begins and ends like this one."""
    half = count // 2
    return _key("first", plain[:half]), _key("last", plain[max(0, len(plain) - (count - half)):])


def runs(plain):
    """The keys of all runs of three words."""
    return [_key("run", plain[at:at + RUN]) for at in range(len(plain) - RUN + 1)]


def keys(plain):
    """All keys by which a printed text is found again, whole, in part, or with a word changed."""
    return {whole(plain), *(halves(plain, len(plain)) if len(plain) > RUN else ()), *runs(plain)}


def _key(kind, plain):
    text = f"{kind} {' '.join(plain)}".encode()
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big", signed=True)
