"""Which rows hold words: frequent ones by the sets that the snapshot keeps, others by looking among the words."""

import re
import sqlite3
import threading
from functools import lru_cache

from pyroaring import BitMap

from api import lookups

TERM = re.compile(r'"([^"]*)"(\*?)')


class Tokens:
    """Takes texts apart into words exactly as the full-text tables do."""

    def __init__(self):
        self._connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._connection.execute("CREATE VIRTUAL TABLE told USING fts5(t, tokenize='unicode61 remove_diacritics 2')")
        self._connection.execute("CREATE VIRTUAL TABLE taken USING fts5vocab(told, instance)")
        self._lock = threading.Lock()
        self.of = lru_cache(maxsize=4096)(self._of)

    def _of(self, text):
        plain = text.rstrip("*")
        if plain.isascii() and plain.isalnum():
            return (plain.lower(),)
        with self._lock:
            self._connection.execute("DELETE FROM told")
            self._connection.execute("INSERT INTO told VALUES (?)", (text,))
            return tuple(row[0] for row in self._connection.execute("SELECT term FROM taken ORDER BY offset"))


TOKENS = Tokens()


def holding(snapshot, table, match):
    """The rows of a full-text table, or of one column of it (`table.column`), that a text of `Words` matches.

    What this costs grows with the rarest of the words, except for a phrase whose words are all frequent.
    """
    found = [_term(snapshot, table, text, star) for text, star in TERM.findall(match)]
    found.sort(key=len)
    rows = found[0]
    for other in found[1:]:
        rows = rows & other
    return rows


def _term(snapshot, table, text, star):
    words = TOKENS.of(text)
    if len(words) == 1:
        return snapshot.sets.word(table, words[0] + star)
    return BitMap(lookups.matching(snapshot, table, text, star))
