"""A client's connection: what it sends is gathered without waiting, and nobody waits long for it."""

import errno
import os
import re
import socket
from collections import deque
from contextlib import suppress
from time import monotonic

from gunicorn.workers.gthread import TConn

from api.serving.refusals import refusal
from schemas.parameter import Choice, countable
from schemas.query import QUERIES
from schemas.shape import SHAPES

# A head that is longer is refused; of a body so much is gathered before a thread begins to read it.
MOST_HEAD, MOST_BODY = 128 * 1024, 320 * 1024
# A client may make a thread wait for so long in all, in seconds, and longer for what it has read of a long answer.
PATIENCE, SLOWEST_BYTES_A_SECOND = 5, 16 * 1024
LINGER_SECONDS, MOST_LINGERING = 2, 256
PIECE = 64 * 1024
# What a head says of a body; without any of these there is none.
BODY = re.compile(rb"\r\n(?:content-length|transfer-encoding|expect)[ \t]*:", re.I)
LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*(?=\r\n)", re.I)
CHUNKED = re.compile(rb"\r\ntransfer-encoding:[^\r\n]*chunked", re.I)
LAST_CHUNK = re.compile(rb"(?:\A|\n)0+(?:;[^\r\n]*)?\r\n(?:[^\r\n]+\r\n)*\r\n\Z")
MOST_TRAILER = 4096
CONTINUE = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*(?=\r\n)", re.I)
# Filters by words of a closed list: their values are few, and quickly counted.
FEW = b"|".join(sorted({name.encode() for query in QUERIES for name in countable(query)}
                       - {name.encode() for query in QUERIES for name in countable(query)
                          if not isinstance(query._declared_fields[name], Choice)}))
# Records and pages of them, in JSON: what costs little, whoever asks, and is whole when it is answered. Of a large
# snapshot phrases (whatever is no plain word), facets of many values and what stood on a day may take longer.
SHORT = re.compile(rb"GET /(?:healthz|readyz|v1(?:/(?!exports)[^. ?%%]*)?"
                   rb"(?:\?(?![^ ]*(?:format|as_of)=)(?![^ ]*\bq=[A-Za-z0-9+*]*+[^& ])"
                   rb"(?![^ ]*facets=(?!(?:%b)(?:,(?:%b))*[& ]))[^ %%]*)?) HTTP/1" % (FEW, FEW))
ACCEPT = re.compile(rb"\r\naccept:[ \t]*([^\r\n]*?)[ \t]*(?=\r\n)", re.I)
PLAINLY_JSON = re.compile(rb"(?:\*/\*|application/json)?(?:, ?\*/\*)?").fullmatch
NOT_JSON = re.compile(b"json|\\w/\\*|" + b"|".join(re.escape(shape.media.encode()) for shape in SHAPES), re.I)
# No answer to such a request is larger.
MOST_HELD = 64 * 1024 * 1024


class Wire:
    """A socket whose waiting ends: a client that keeps a thread waiting is cut off.

    While it holds, what is to be sent is gathered and nobody waits at all.
    """

    def __init__(self, sock):
        self._sock, self._waited, self._held, self.asked = sock, 0.0, None, b""

    def __getattr__(self, name):
        return getattr(self._sock, name)

    def setblocking(self, flag):
        """Wait with patience or not at all, and begin to count anew."""
        if self._held is not None:
            return
        self._waited = 0.0
        self._sock.settimeout(PATIENCE if flag else 0)

    def hold(self):
        """Gather what is to be sent from now on."""
        self._sock.setblocking(False)
        self._held = []

    def let_go(self):
        """Send what was gathered, as much as goes without waiting; the rest of it."""
        data, self._held = b"".join(self._held), None
        try:
            return memoryview(data)[self._sock.send(data):] if data else b""
        except BlockingIOError:
            return memoryview(data)
        except OSError:
            return b""

    def recv(self, size):
        """Some bytes that the client sent."""
        if self._sock.gettimeout() == 0:
            return self._sock.recv(size)
        return self._within(PATIENCE, self._sock.recv, size)

    def sendall(self, data):
        """Send all bytes, as fast as the client reads them."""
        if self._held is not None:
            if len(data) + sum(map(len, self._held)) > MOST_HELD:
                raise ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))
            self._held.append(data)
            return
        view, sent = memoryview(data), 0
        while sent < len(view):
            sent += self._within(PATIENCE + sent / SLOWEST_BYTES_A_SECOND, self._sock.send, view[sent:])

    def sendfile(self, file, offset=0, count=None):
        """Send a part of a file, as fast as the client reads it."""
        sent = 0
        while sent < count:
            allowed = PATIENCE + sent / SLOWEST_BYTES_A_SECOND
            done = self._within(allowed, self._sock.sendfile, file, offset + sent, min(1 << 20, count - sent))
            if not done:
                break
            sent += done
        return sent

    def _within(self, allowed, call, *told):
        began = monotonic()
        try:
            result = call(*told)
        except TimeoutError:
            raise ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET)) from None
        self._waited += monotonic() - began
        if self._waited > allowed:
            raise ConnectionResetError(errno.ECONNRESET, os.strerror(errno.ECONNRESET))
        return result


class Connection(TConn):
    """A connection whose requests are gathered as they arrive, and handed to a thread when they are whole."""

    def __init__(self, cfg, sock, client, server, lingering):
        super().__init__(cfg, Wire(sock), client, server)
        self._lingering = lingering
        # Whether the request that was gathered last has no body.
        self.bodiless = False
        self._begin(b"")

    def _begin(self, held):
        self._held, self._told_to_go_on = bytearray(held), False

    def gather(self):
        """Take in what has arrived: True once a request is whole, False if there will be none, else None."""
        while not self._is_whole():
            try:
                piece = self.sock.recv(PIECE)
            except (BlockingIOError, InterruptedError):
                return self._refuse(431) if self._endless() else None
            except OSError:
                return False
            if not piece:
                return False
            self._held += piece
        return True

    def is_short(self):
        """Whether the request that was gathered asks for what costs little and is answered whole."""
        held = self._held
        end = held.find(b"\r\n\r\n") + 4
        if not SHORT.match(held) or not self.bodiless:
            return False
        accepted = ACCEPT.findall(held, 0, end)
        return not accepted or len(accepted) == 1 and bool(
            PLAINLY_JSON(accepted[0]) or accepted[0].find(b"*/*") >= 0 and not NOT_JSON.search(accepted[0]))

    def hand_over(self):
        """Give what was gathered to the parser."""
        self.init()
        # Should the parser refuse it, what is said of that names what was asked for.
        self.sock.asked = bytes(self._held)
        self.parser.unreader.unread(self.sock.asked)
        self._begin(b"")

    def take_back(self):
        """Gather anew; what the parser has read of the next request is part of it."""
        if self.parser:
            self._begin(self.parser.unreader.take_buffered())
        self.sock.setblocking(False)

    def give_up(self):
        """Close a connection whose request did not arrive in time, and say so if it had begun."""
        if self._held:
            self._refuse(408)
        self.close()

    def _is_whole(self):
        held = self._held
        end = held.find(b"\r\n\r\n") + 4
        if end < 4:
            return False
        self.bodiless = not BODY.search(held, 0, end)
        if self.bodiless:
            return True
        if CONTINUE.search(held, 0, end) and not self._told_to_go_on:
            self._told_to_go_on = self._say(b"HTTP/1.1 100 Continue\r\n\r\n")
        if CHUNKED.search(held, 0, end):
            return len(held) - end >= MOST_BODY or bool(LAST_CHUNK.search(held[max(end, len(held) - MOST_TRAILER):]))
        length = LENGTH.search(held, 0, end)
        return not length or len(held) - end >= min(int(length[1]), MOST_BODY)

    def _endless(self):
        return len(self._held) > MOST_HEAD and b"\r\n\r\n" not in self._held

    def _refuse(self, status):
        self._say(refusal(status, bytes(self._held)))
        return False

    def _say(self, words):
        with suppress(OSError):
            self.sock.send(words)
        return True

    def close(self, graceful=False):
        """Close it; gracefully the client is given a moment to do so first, for which nobody waits."""
        if graceful:
            self._lingering.add(self.sock)
        else:
            super().close()


class Lingering:
    """Connections on which all is said: a client that is still sending would else lose the answer."""

    def __init__(self):
        self._waiting = deque()

    def add(self, sock):
        """Say that there is no more to come, and close it later."""
        try:
            sock.shutdown(socket.SHUT_WR)
            sock.setblocking(False)
        except OSError:
            sock.close()
            return
        self._waiting.append((monotonic() + LINGER_SECONDS, sock))
        if len(self._waiting) > MOST_LINGERING:
            self.close()

    def close(self, most=MOST_LINGERING):
        """Close those whose client is done or whose time is up, and the oldest where there are more than `most`."""
        now, kept = monotonic(), deque()
        for until, sock in self._waiting:
            if now < until and not _done(sock):
                kept.append((until, sock))
            else:
                sock.close()
        while len(kept) > most:
            kept.popleft()[1].close()
        self._waiting = kept


def _done(sock):
    try:
        return not sock.recv(PIECE)
    except (BlockingIOError, InterruptedError):
        return False
    except OSError:
        return True
