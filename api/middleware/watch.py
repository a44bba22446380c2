"""Watches requests: gives each an id that its answer carries, counts it, and tells of it in a line."""

import re
from random import getrandbits
from time import perf_counter

from flask import request

from api.addresses import template
from api.middleware.counters import NOWHERE

ID, ROUTE, KEPT = "inspection_facts.id", "inspection_facts.route", "inspection_facts.kept"
WELL_FORMED = re.compile(r"[A-Za-z0-9_.:~-]{1,64}").fullmatch


def note_routes(app):
    """Let an app note the route of each request, and return all routes: a rule and its name in the contract."""
    names = {rule.rule: template(rule.rule) for rule in app.url_map.iter_rules()}

    def note():
        asked = request._get_current_object()
        if asked.url_rule:
            asked.environ[ROUTE] = names.get(asked.url_rule.rule, NOWHERE)
    app.before_request(note)
    return names


class Watched:
    """A WSGI application whose requests are watched. `tell`, if given, is told of each when it is done."""

    def __init__(self, wsgi, counters, tell=None):
        self.wsgi, self._counters, self._tell = wsgi, counters, tell

    def __call__(self, environ, start_response):
        started, path, told = perf_counter(), environ["PATH_INFO"], []
        id = environ.get("HTTP_X_REQUEST_ID")
        if id is None or not WELL_FORMED(id):
            id = f"{getrandbits(64):016x}"
        environ[ID] = id

        def start(status, headers, *failure):
            told[:] = [(status, headers)]
            return start_response(status, [*headers, ("X-Request-Id", id)], *failure)

        def done(size):
            status, seconds = int(told[-1][0][:3]) if told else 500, perf_counter() - started
            route, kept = environ.get(ROUTE, NOWHERE), environ.get(KEPT)
            self._counters.answered(route, status, seconds, kept)
            if self._tell:
                self._tell(environ, (id, path), (status, size, seconds, route, kept))
        try:
            body = self.wsgi(environ, start)
        except Exception:
            done(0)
            raise
        if isinstance(body, list):
            done(sum(map(len, body)))
            return body
        if isinstance(body, environ.get("wsgi.file_wrapper", ())):
            # Wrapped, it would no longer be sent by the system.
            done(int(dict(told[-1][1]).get("Content-Length", 0)))
            return body
        return _Sent(body, done)


class _Sent:
    """A body that says how long it was once it is sent, or given up."""

    def __init__(self, chunks, done):
        self._chunks, self._done, self._size = chunks, done, 0

    def __iter__(self):
        for chunk in self._chunks:
            self._size += len(chunk)
            yield chunk

    def close(self):
        """Close the body."""
        try:
            getattr(self._chunks, "close", lambda: None)()
        finally:
            self._done(self._size)
