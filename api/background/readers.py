"""Hands articles to a process of its own, so that one long text holds up no other request."""

import subprocess
import sys
import threading
from multiprocessing.connection import Pipe

SECONDS = 10
# One article is read while another waits; more would leave too few threads for those who only ask.
WAITING = 2


class Busy(Exception):
    """No answer in time: too many articles at once, or one that takes too long."""


class Readers:
    """The process that reads articles for one worker; started when it is first needed, again when it was lost."""

    def __init__(self, seconds=SECONDS):
        self._seconds = seconds
        self._places = threading.BoundedSemaphore(WAITING)
        self._turn = threading.Lock()
        self._process = self._pipe = None
        self._ready = False

    def ask(self, told, data):
        """The status and text that answer an article, with what is told of it. Raises Busy."""
        if not self._places.acquire(blocking=False):
            raise Busy("Other articles are being read at the moment.")
        try:
            if not self._turn.acquire(timeout=self._seconds):
                raise Busy("Other articles are being read at the moment.")
            try:
                return self._answer(told, data)
            finally:
                self._turn.release()
        finally:
            self._places.release()

    def _answer(self, told, data):
        try:
            self._start()
            if not self._ready:
                # A process that is slow to begin is let begin: begun anew each time it would never be ready.
                if not self._pipe.poll(self._seconds):
                    raise Busy("What reads articles is starting.")
                self._ready = self._pipe.recv()
            self._pipe.send((told, data))
            if not self._pipe.poll(self._seconds):
                self._stop()
                raise Busy(f"This article could not be read within {self._seconds} seconds.")
            return self._pipe.recv()
        except (EOFError, OSError):
            self._stop()
            return 500, ""

    def _start(self):
        if self._process and self._process.poll() is None:
            return
        self._stop()
        self._pipe, other = Pipe()
        with other:
            self._process = subprocess.Popen([sys.executable, "-P", "-m", "api.background.reader",
                                              str(other.fileno())], pass_fds=[other.fileno()], stdin=subprocess.DEVNULL)

    def _stop(self):
        if self._process:
            self._process.kill()
            self._process.wait()
            self._pipe.close()
        self._process = self._pipe = None
        self._ready = False
