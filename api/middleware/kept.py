"""Keeps finished answers in front of Flask, within a memory bound, for as long as the snapshot stays.

Nothing else in the program keeps answers. What it gives is what the application gave: status, headers and bytes.
"""

import threading
from collections import OrderedDict

from api.middleware.coding import coding
from api.middleware.watch import KEPT, ROUTE
from api.snapshot import SNAPSHOT, Unusable

MOST_BYTES, LARGEST, EACH = 32 * 1024 * 1024, 256 * 1024, 1024
# Of a 304 these are sent again (RFC 9110), and those that every answer carries.
NOT_OF_304 = {"Content-Type", "Content-Length", "Content-Encoding", "Content-Disposition"}


class Kept:
    """A WSGI application that answers from what another answered before."""

    def __init__(self, wsgi, source, most=MOST_BYTES):
        self.wsgi, self._source, self._most = wsgi, source, most
        self._lock = threading.Lock()
        self._clear(None)

    def _clear(self, snapshot):
        self._snapshot, self._answers, self._size = snapshot, OrderedDict(), 0

    def __call__(self, environ, start_response):
        if environ["REQUEST_METHOD"] != "GET" or "HTTP_RANGE" in environ:
            return self.wsgi(environ, start_response)
        try:
            snapshot = self._source.current()
        except Unusable:
            return self.wsgi(environ, start_response)
        environ[SNAPSHOT] = snapshot
        if snapshot is not self._snapshot:
            with self._lock:
                self._clear(snapshot)
        key = (environ["PATH_INFO"], environ.get("QUERY_STRING"), environ.get("HTTP_ACCEPT"), environ.get("HTTP_HOST"),
               environ["wsgi.url_scheme"], coding(environ.get("HTTP_ACCEPT_ENCODING", "")))
        answers = self._answers
        found = answers.get(key)
        if found is None:
            environ[KEPT] = False
            return self._asked(environ, start_response, key, answers)
        tag, headers, body, route = found
        environ[KEPT], environ[ROUTE] = True, route
        known = environ.get("HTTP_IF_NONE_MATCH")
        if known is not None and (tag in known or known.strip() == "*"):
            start_response("304 NOT MODIFIED", [header for header in headers if header[0] not in NOT_OF_304])
            return []
        start_response("200 OK", list(headers))
        return [body]

    def _asked(self, environ, start_response, key, answers):
        """The application's answer, kept if it is whole, small and allowed to be."""
        started = []

        def start(status, headers, *failure):
            started.append((status, headers))
            return start_response(status, headers, *failure)
        chunks = self.wsgi(environ, start)
        status, headers = started[-1] if started else ("", ())
        told = dict(headers)
        length = int(told.get("Content-Length", LARGEST + 1))
        if not status.startswith("200") or length > LARGEST or "no-store" in told.get("Cache-Control", "no-store"):
            return chunks
        body = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
        if len(body) == length and "Accept-Ranges" not in told:
            self._keep(key, answers, (told["ETag"], headers, body, environ.get(ROUTE)))
        return [body]

    def _keep(self, key, answers, answer):
        size = len(answer[2]) + EACH + sum(map(len, filter(None, key)))
        with self._lock:
            # A new snapshot may have arrived while this answer was made from the one before.
            if answers is not self._answers or key in answers:
                return
            answers[key] = answer
            self._size += size
            while self._size > self._most:
                other, gone = answers.popitem(last=False)
                self._size -= len(gone[2]) + EACH + sum(map(len, filter(None, other)))
