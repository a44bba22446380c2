"""Limits how many requests a client makes, counted over all workers in one small file of the private folder."""

import fcntl
import mmap
import re
import struct
import tempfile
import threading
import time
from hashlib import blake2b

from flask import request
from werkzeug.exceptions import TooManyRequests

REFUSED = "inspection_facts.refused"
UNITS = {"second": 1, "minute": 60, "hour": 3600}
WRITTEN = re.compile(r"([1-9]\d{0,8})/(second|minute|hour)").fullmatch
SLOT = struct.Struct("=QII")
SLOTS, TRIED = 16_384, 4
FREE = ("/healthz", "/readyz", "/metrics")


def policy(text):
    """A limit such as `600/minute` as requests and seconds, or None for `off`. Raises ValueError."""
    if text == "off":
        return None
    written = WRITTEN(text)
    if not written:
        raise ValueError("must be off or a number of requests such as 600/minute, 10/second, 5000/hour")
    return int(written[1]), UNITS[written[2]]


class Windows:
    """How many requests each client made in the present window; made before the workers are, which then share it."""

    def __init__(self, folder, seconds):
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115
        self._file.truncate(SLOT.size * SLOTS)
        self._memory = mmap.mmap(self._file.fileno(), SLOT.size * SLOTS)
        self._lock = threading.Lock()
        self._seconds = seconds
        self._secret = blake2b(str(time.time_ns()).encode()).digest()[:16]

    def count(self, client, now):
        """How many requests a client has made in the window of `now`, this one included."""
        mark = int.from_bytes(blake2b(client.encode(), digest_size=8, key=self._secret).digest(), "big") or 1
        window = int(now // self._seconds) % 0xFFFFFFFF + 1
        with self._lock:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                place, made = self._slot(mark, window)
                SLOT.pack_into(self._memory, place, mark, window, min(made + 1, 0xFFFFFFFF))
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)
        return made + 1

    def _slot(self, mark, window):
        """The place of a client and its count; where all places are taken by others it shares the first."""
        free = None
        for step in range(TRIED):
            place = (mark + step) % SLOTS * SLOT.size
            other, when, made = SLOT.unpack_from(self._memory, place)
            if when == window and other == mark:
                return place, made
            if free is None and when != window:
                free = place
        if free is None:
            place = mark % SLOTS * SLOT.size
            return place, SLOT.unpack_from(self._memory, place)[2]
        return free, 0


class Limited:
    """A WSGI application that lets each client ask `most` times in `seconds`; the rest is passed to `refusing`."""

    def __init__(self, wsgi, refusing, limit, folder, now=time.time):
        self._wsgi, self._refusing, self._now = wsgi, refusing, now
        self._most, self._seconds = limit
        self._windows = Windows(folder, self._seconds)

    def __call__(self, environ, start_response):
        if environ["PATH_INFO"] in FREE:
            return self._wsgi(environ, start_response)
        now = self._now()
        made = self._windows.count(environ.get("REMOTE_ADDR", ""), now)
        ends = int(self._seconds - now % self._seconds) + 1
        told = [("RateLimit-Policy", f'"default";q={self._most};w={self._seconds}'),
                ("RateLimit", f'"default";r={max(0, self._most - made)};t={ends}')]

        def start(status, headers, *failure):
            return start_response(status, [*headers, *told], *failure)
        if made <= self._most:
            return self._wsgi(environ, start)
        environ[REFUSED] = ends
        return self._refusing(environ, start)


def refuse():
    """Refuse a request that is one too many, before Flask looks for its view."""
    if REFUSED in request.environ:
        raise TooManyRequests(retry_after=request.environ[REFUSED])
