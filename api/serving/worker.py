"""gunicorn's worker with threads, made so that who is slow or idle keeps no thread, and who comes late no door."""

import errno
import selectors
import signal
import time
from contextlib import suppress
from functools import partial

from gunicorn.arbiter import Arbiter
from gunicorn.workers.gthread import ThreadWorker

from api.serving.refusals import refusal, status_of
from api.serving.wire import Connection, Lingering

# How long a request may take to arrive whole, in seconds.
ARRIVAL = 10
# When so much of the room for connections is taken, the one that has been idle longest has to go.
CROWDED = 0.9
# What tells a worker to stop.
STOPPING = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)


class Master(Arbiter):
    """The process that starts workers and stops them.

    A worker that is told to stop before it listens to signals hears of it when it does. gunicorn's own never would: its
    first moments are spent with the handlers of the master, which then waits for it in vain.
    """

    def spawn_worker(self):
        """Start a worker; what it is told meanwhile waits for it."""
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
        try:
            return super().spawn_worker()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)


class Done:
    """What became of a request that was answered at once, in the form of a future."""

    def __init__(self, result):
        self._result = result

    def result(self):
        """Whether the connection is kept."""
        return self._result

    def cancelled(self):
        """It was not."""
        return False


class Worker(ThreadWorker):
    """A worker that begins on a request when all of it is there; until then nobody waits for it.

    Short requests it answers at once: to hand one to a thread and back costs more than most answers. What a slow client
    has not taken of such an answer is sent by a thread. All others are answered by threads.

    gunicorn's own gives each new connection a thread, which waits for what may never come. When this one stops, it
    takes in those who already wait at its door and then shuts it; gunicorn's own keeps it open until its last answer is
    sent: who comes meanwhile waits, and is then thrown out.
    """

    def init_process(self):
        """Begin to work."""
        self._lingering = Lingering()
        # The settings stand still from here on; some are asked for twenty times a request, each time by a search.
        vars(self.cfg).update({name: getattr(self.cfg, name) for name in self.cfg.settings})
        super().init_process()

    def init_signals(self):
        """Listen to signals, those first that came before."""
        super().init_signals()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)

    def accept(self, listener):
        """Take a connection in; whether there was one."""
        try:
            sock, client = listener.accept()
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                self._make_room()
            elif error.errno not in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                raise
            return False
        self.nr_conns += 1
        self._begin(Connection(self.cfg, sock, client, listener.getsockname(), self._lingering), self.alive)
        if self.nr_conns > self.worker_connections * CROWDED:
            self._make_room()
        return True

    def enqueue_req(self, conn):
        """Gather a request that was sent along with the one before; a thread answers it, so that all get a turn."""
        self._begin(conn, at_once=False)

    def on_client_socket_readable(self, conn, client):
        """Gather the next request of a connection that was kept; one that stays so is listened to all the time."""
        if _closed(client):
            return
        self.keepalived_conns.remove(conn)
        conn.take_back()
        whole = conn.gather()
        if not whole or not conn.is_short():
            self.poller.unregister(client)
            self._go_on(conn, whole)
            return
        kept, rest = self._answered(conn)
        if kept and not rest and not conn.parser.unreader.buf.getvalue():
            conn.set_timeout()
            self.keepalived_conns.append(conn)
        else:
            self.poller.unregister(client)
            self._finish(conn, kept, rest)

    def _begin(self, conn, at_once=True):
        conn.take_back()
        self._go_on(conn, conn.gather(), at_once)

    def _go_on(self, conn, whole, at_once=True):
        if whole is None:
            conn.timeout = time.monotonic() + ARRIVAL
            self.pending_conns.append(conn)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))
        else:
            self._settle(conn, whole, at_once)

    def on_pending_socket_readable(self, conn, client):
        """Take in more of a request."""
        if _closed(client):
            return
        whole = conn.gather()
        if whole is not None:
            self.poller.unregister(client)
            self.pending_conns.remove(conn)
            self._settle(conn, whole)

    def _settle(self, conn, whole, at_once=True):
        if not whole:
            self.nr_conns -= 1
            conn.close()
        elif at_once and conn.is_short():
            self._finish(conn, *self._answered(conn))
        else:
            conn.hand_over()
            super().enqueue_req(conn)

    def _answered(self, conn):
        """Answer a request; whether the connection is kept, and what could not be sent at once."""
        conn.sock.hold()
        conn.hand_over()
        return self.handle(conn), conn.sock.let_go()

    def _keepalive_after(self, conn, keepalive):
        """Whether the connection is kept; where there was no body, nothing of one has to be looked for."""
        if conn.bodiless:
            conn.parser.mesg = None
        return super()._keepalive_after(conn, keepalive)

    def _finish(self, conn, kept, rest):
        if rest:
            sending = self.tpool.submit(self._send, conn, rest, kept)
            sending.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, conn, done))
        else:
            self.finish_request(conn, Done(kept))

    def handle_error(self, request, client, address, error):
        """Answer a request that cannot be read like one that fails.

        It is not logged: nobody who sends such requests may fill a log, or wait for one that is not read.
        """
        status = status_of(error)
        if status is None:
            super().handle_error(request, client, address, error)
            return
        with suppress(OSError):
            client.sendall(refusal(status, client.asked))

    @staticmethod
    def _send(conn, rest, kept):
        """Send the rest of an answer, as fast as the client reads it; whether the connection is kept."""
        conn.sock.setblocking(True)
        try:
            conn.sock.sendall(rest)
        except OSError:
            return False
        return kept

    def murder_pending(self):
        """Close connections whose request did not arrive in time, and those on which all is said."""
        now = time.monotonic()
        while self.pending_conns and self.pending_conns[0].timeout <= now:
            self._close_oldest(self.pending_conns)
        self._lingering.close()

    def _make_room(self):
        """Close the connection that has been idle longest."""
        waiting = self.keepalived_conns or self.pending_conns
        if waiting:
            self._close_oldest(waiting)
        else:
            self._lingering.close()

    def _close_oldest(self, waiting):
        conn = waiting.popleft()
        self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.give_up()

    def _cap_keepalive(self, deadline):
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def set_accept_enabled(self, enabled):
        """Begin or stop to take connections in."""
        super().set_accept_enabled(enabled)
        if not self.alive:
            # The end of the loop stops it once more where a stop came in the midst of it: what is closed has no socket.
            for listener in (one for one in self.sockets if one.sock):
                while self.accept(listener):
                    pass
                listener.close()


def _closed(sock):
    """Whether it was closed to make room after the system had told that it can be read."""
    return sock.fileno() < 0
