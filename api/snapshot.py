"""The snapshot that is served: opened read-only, kept open, and followed when another file takes its place."""

import logging
import os
import sqlite3
import struct
import threading
import time
from collections import deque
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from api import queries
from api.council_names import CouncilNames
from api.resolver import Resolver
from api.sets import Sets
from schemas.parts import reference
from schemas.indexes import layout
from schemas.seal import sealed
from schemas.search import SPAN
from schemas.succession import carried, lineage

CONNECTIONS = 5
# After so many seconds a file that could not be used is looked at again, though nothing seems to have changed.
PATIENCE = 1
# A file of more bytes than this is checked whole while it is served already: reading it all would take too long.
AT_ONCE = 64 * 1024 * 1024
DAMAGED = "The snapshot is damaged: it is not as it was written."
# Where the environment of a request holds the snapshot that answers it.
SNAPSHOT = "inspection_facts.snapshot"
log = logging.getLogger(__name__)


class Unusable(Exception):
    """A snapshot that cannot be served, with the reason in a sentence that names no path."""


class Snapshot:
    """One snapshot file, whole and unchanging, with the connections to it and what is asked of it all the time."""

    def __init__(self, path):
        self.mark, self.damaged = mark(path), False
        if self.mark is None:
            raise Unusable("There is no snapshot: make one with `inspection-facts load`.")
        self._file = open_whole(path)
        self._idle = deque()
        try:
            for _ in range(CONNECTIONS):
                self._idle.append(connect(path))
            self._check(path)
            self.dataset = self.meta["dataset"]
            councils = queries.stored(self, "councils")
            self.councils = {council["id"]: council for council in councils}
            self.council_names, self.resolver = CouncilNames(councils), Resolver(councils)
            self.modified, self.until = modified(*queries.newest(self)), queries.until(self)
            self.kinds = kinds(queries.beginnings(self))
            self.known = {"frameworks": queries.ids(self, "frameworks")}
        except sqlite3.Error as error:
            raise Unusable("The snapshot cannot be read: it is damaged or is none.") from error
        self.count = lru_cache(maxsize=4096)(self._count)
        self.counts = lru_cache(maxsize=512)(self.select)
        self.sets = Sets(self)
        if self.mark[-1] > AT_ONCE:
            threading.Thread(target=self._check_whole, daemon=True).start()

    def _check(self, path):
        self.meta = dict(self.select(queries.META))
        if self.meta.get("schema") != layout() or "dataset" not in self.meta:
            raise Unusable("The snapshot was written by another version of the program: load the articles again.")
        if self.mark[-1] <= AT_ONCE and not sealed(self._file):
            raise Unusable(DAMAGED)
        if mark(path) != self.mark:
            raise Unusable("The snapshot was replaced while it was opened.")

    def _check_whole(self):
        if not sealed(self._file) and mark(self._file.fileno()) == self.mark:
            self.damaged = True
            log.error("The snapshot is taken out of service: %s", DAMAGED)

    @property
    def intact(self):
        """Whether the file is still as it was opened; one that is replaced as a load does it stays so."""
        return not self.damaged and mark(self._file.fileno()) == self.mark

    def line(self, councils):
        """Councils with every council before them, each once."""
        known = self.councils
        ids = dict.fromkeys(one for council in councils for one in lineage(known[council["id"]], known))
        return tuple(reference(known[one]) for one in ids)

    def carried(self, councils):
        """The ids of councils and of those that legally are them under an older code."""
        known = self.councils
        return tuple(dict.fromkeys(one for council in councils for one in carried(known[council["id"]], known)))

    def select(self, sql, values=()):
        """All rows that a SELECT gives."""
        connection = self._taken()
        try:
            rows = connection.execute(sql, values).fetchall()
        except sqlite3.Error:
            self._hold()
            raise
        finally:
            self._idle.append(connection)
        self._hold()
        return rows

    def _taken(self):
        """The connection that was used last: it has the most at hand."""
        while True:
            try:
                return self._idle.pop()
            except IndexError:
                time.sleep(0.001)

    def _hold(self):
        """Refuse what was read from a file that somebody has written into: it is of no one data set."""
        if not self.intact:
            raise Unusable("The snapshot was changed while it was read.")

    def stream(self, sql, values=()):
        """The rows that a SELECT gives, read as they are taken; until then a connection is kept."""
        connection = self._taken()
        cursor = connection.execute(sql, values)
        try:
            while rows := cursor.fetchmany(200):
                self._hold()
                yield from rows
        finally:
            cursor.close()
            self._idle.append(connection)

    def _count(self, sql, values):
        return self.select(sql, values)[0][0]


class Source:
    """Hands out the snapshot that stands at a path now; a damaged newcomer is logged and not put in service."""

    def __init__(self, path):
        self.path = str(Path(path))
        self._lock = threading.Lock()
        self._snapshot = None
        self._seen = None
        self._tried = -PATIENCE
        # Why the file that stands there is not in service, if it is not.
        self.refused = None

    def current(self):
        """The snapshot to answer from. Raises Unusable while there is none."""
        now, held = mark(self.path), self._snapshot
        if held is not None and now == held.mark == self._seen and not held.damaged:
            return held
        if self._is_news(now) and self._lock.acquire(blocking=self._snapshot is None):
            # While one thread opens the newcomer the others go on with what they have.
            try:
                if self._is_news(now):
                    self._follow(now)
            finally:
                self._lock.release()
        snapshot = self._snapshot
        if snapshot is None or not snapshot.intact:
            damaged = snapshot is not None and snapshot.damaged
            raise Unusable(DAMAGED if damaged else self.refused or "The snapshot is being changed.")
        return snapshot

    def _is_news(self, now):
        """Whether to look at the file: it is another, or nothing can be served and a second has gone by."""
        held = self._snapshot
        # One that was found damaged stays so.
        usable = held is not None and (held.intact or held.damaged and held.mark == now)
        return now != self._seen or not usable and time.monotonic() - self._tried > PATIENCE

    def _follow(self, now):
        self._tried = time.monotonic()
        try:
            self._snapshot = Snapshot(self.path)
            self._seen, self.refused = self._snapshot.mark, None
        except Unusable as error:
            if (now, str(error)) == (self._seen, self.refused):
                return
            self._seen, self.refused = now, str(error)
            log.error("The snapshot is not put in service: %s", error)


def kinds(beginnings):
    """The number of the first record of each kind of the search; a kind without records begins where the next does."""
    found, after = [], 1 << 32
    for rows in reversed(beginnings):
        after = rows[0][0] % SPAN if rows else after
        found.append(after)
    return found[::-1]


def modified(*days):
    """The header Last-Modified for data whose newest days these are: it changes with the data, never with the clock."""
    known = [day for day in days if day and len(day) == 10]
    if not known:
        return ()
    newest = datetime.fromisoformat(max(known)).replace(tzinfo=UTC)
    return (("Last-Modified", format_datetime(newest, usegmt=True)),)


def mark(path):
    """What tells one snapshot file, at a path or open, from another that takes its place, or None."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


def open_whole(path):
    """The file, open for reading; refuses what is no SQLite file or was cut short, from its first hundred bytes."""
    try:
        file = open(path, "rb")  # noqa: SIM115
        header = file.read(100)
        size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise Unusable("The snapshot cannot be opened.") from error
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise Unusable("The snapshot is no SQLite file.")
    (page_size,), (pages,) = struct.unpack(">H", header[16:18]), struct.unpack(">I", header[28:32])
    if size != (65536 if page_size == 1 else page_size) * pages:
        raise Unusable("The snapshot is cut short.")
    return file


def connect(path):
    """A read-only connection to a file that never changes."""
    address = f"file:{quote(str(Path(path).absolute()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(
        address, uri=True, check_same_thread=False, isolation_level=None, cached_statements=512)
    # Twice the speed of a page of quotes at the usual 2 MB; each connection may use it.
    connection.execute("PRAGMA cache_size = -6000")
    return connection
