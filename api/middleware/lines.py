"""What the server says while it runs: one JSON line for each request, and one for each thing that went wrong."""

import json
import logging
import os
import select
import threading
import time
from json.encoder import encode_basestring_ascii as written

from api.middleware import process

CHOICES = ("requests", "clients", "off")
# What a pipe that is ready takes whole, in bytes; with the others the line of a request is shorter than that.
LONGEST, LONGEST_PATH, LONGEST_QUERY = 4096, 200, 400
STDERR = 2


class Lines:
    """Writes lines to a file descriptor without ever waiting: a line that nobody takes is lost, and counted."""

    def __init__(self, descriptor, lost):
        self._descriptor, self._lost = descriptor, lost
        self._ready = select.poll()
        self._ready.register(descriptor, select.POLLOUT)
        self._lock = threading.Lock()

    def write(self, line):
        """Write a line, given as text with its end."""
        try:
            with self._lock:
                taken = self._ready.poll(0) and os.write(self._descriptor, line.encode())
        except OSError:
            taken = False
        if not taken:
            self._lost()


class RequestLines:
    """The line of a request; it names the client's address only if that is asked for."""

    def __init__(self, lines, clients=False):
        self._write, self._clients = lines.write, clients
        self._second = 0, ""

    def tell(self, environ, asked, answered):
        """Write the line of a request: `asked` is (id, path), `answered` (status, bytes, seconds, route, kept)."""
        id, path = asked
        status, size, seconds, route, kept = answered
        client = f',"client":{written(environ.get("REMOTE_ADDR", ""))}' if self._clients else ""
        known = "null" if kept is None else "true" if kept else "false"
        self._write(
            f'{{"time":"{self._now()}","id":"{id}","method":{written(environ["REQUEST_METHOD"])},'
            f'"path":{written(path[:LONGEST_PATH])},"query":{written(environ.get("QUERY_STRING", "")[:LONGEST_QUERY])},'
            f'"route":"{route}","status":{status},"bytes":{size},"seconds":{seconds:.6f},"kept":{known},'
            f'"worker":{process.number}{client}}}\n')

    def _now(self):
        now = time.time()
        second, text = self._second
        if second != int(now):
            second = int(now)
            text = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(second))
            self._second = second, text
        return f"{text}.{int((now - second) * 1000):03d}Z"


class Failures(logging.Handler):
    """Writes a logged message to standard error as one JSON line, and does not wait for who reads it."""

    lost = staticmethod(lambda: None)

    def emit(self, record):
        """Write the line, or count it as lost."""
        Lines(STDERR, self.lost).write(self.format(record))

    def format(self, record):
        """The line, with the id of its request if it has one and the end of a traceback, where the failure is."""
        told = {"time": f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(record.created))}.{int(record.msecs):03d}Z",
                "level": record.levelname.lower(), "message": record.getMessage()[:LONGEST_QUERY],
                "worker": record.process}
        if id := getattr(record, "request", None):
            told["id"] = id
        if record.exc_info:
            told["traceback"] = logging.Formatter().formatException(record.exc_info)
        while len(line := json.dumps(told)) >= LONGEST:
            told["traceback"] = told["traceback"][len(line) // 16:]
        return line + "\n"


def count_lost(lost):
    """Have failures that nobody took in time counted: `lost` is called for each."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, Failures):
            handler.lost = lost


def logging_of_failures():
    """The configuration of Python's logging that writes every message to standard error as a line."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "root": {"level": "WARNING", "handlers": ["failures"]},
        "loggers": {"gunicorn.error": {"level": "WARNING", "handlers": ["failures"], "propagate": False}},
        "handlers": {"failures": {"()": Failures}},
    }
