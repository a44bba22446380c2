"""gunicorn, set up from code."""

import os
import shutil
import socket
import tempfile
from contextlib import suppress

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from api import pages
from api.app import create_app
from api.middleware.lines import logging_of_failures
from api.serving.worker import Master, Worker
from api.snapshot import CONNECTIONS, Snapshot, Unusable


def opened(worker):
    """Open the snapshot before the first request: if a bad one takes its place, each worker has it to go on with."""
    with suppress(Unusable):
        worker.app.wsgi().extensions["snapshot"].current()


class Log(Logger):
    """gunicorn's log, without what it makes of each request: api/middleware/lines.py tells of those."""

    def access(self, resp, req, environ, request_time):
        """Say nothing."""


SETTINGS = {
    # Threads answer what is long; each has a connection to the snapshot, and so has the worker itself.
    "worker_class": Worker,
    "threads": CONNECTIONS - 1,
    "logger_class": Log,
    # Each worker listens by itself, so that the system spreads connections over them; without it one often idles.
    "reuse_port": True,
    # A longer request line would be answered by gunicorn in HTML. Any number above 8190 is taken for 8190 there.
    "limit_request_line": 0,
    "keepalive": 15,
    "preload_app": True,
    "loglevel": "warning",
    "logconfig_dict": logging_of_failures(),
    # gunicorn's control socket would be a file to write; nothing here needs it.
    "control_socket_disable": True,
}


class Server(BaseApplication):
    """gunicorn serving one snapshot file."""

    def __init__(self, database, folder, limit, log, **given):
        self._asked, self._given = (database, folder, limit, log), given
        super().__init__()

    def load_config(self):
        """Take the settings of this file and those given, none from the environment."""
        for name, value in (SETTINGS | self._given | {"post_worker_init": opened}).items():
            self.cfg.set(name, value)

    def run(self):
        """Serve until told to stop."""
        Master(self).run()

    def load(self):
        """The application, made once before the workers are forked; it opens the snapshot after."""
        app = create_app(*self._asked)
        pages.warm(app)
        return app


def check(database, host, port):
    """Raises Unusable for a bad snapshot and OSError for an address that is taken."""
    Snapshot(database)
    _check_free(host, port)


def serve(database, host, port, workers, limit=None, log="off", stop_within=30):
    """Serve until told to stop, then for `stop_within` seconds at most."""
    # All that serving writes, it writes here; the workers share it, and each passes this way when it ends.
    folder, master = tempfile.mkdtemp(prefix="inspection-facts-"), os.getpid()
    try:
        bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        Server(database, folder, limit, log, bind=bind, workers=workers, graceful_timeout=stop_within).run()
    finally:
        if os.getpid() == master:
            shutil.rmtree(folder, ignore_errors=True)


def _check_free(host, port):
    """Refuse an address that another server has: with a shared port the two would answer in turns."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind, protocol) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind(address)
