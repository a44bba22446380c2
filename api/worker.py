"""gunicorn's worker with threads, made so that who is slow or idle keeps no thread, and who comes late no door."""

import errno
import selectors
import signal
import time
from functools import partial

from gunicorn.arbiter import Arbiter
from gunicorn.workers.gthread import ThreadWorker

from api.wire import Connection, Lingering

# How long a request may take to arrive whole, in seconds.
ARRIVAL = 10
# When so much of the room for connections is taken, the one that has been idle longest has to go.
CROWDED = 0.9


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


class Worker(ThreadWorker):
    """A worker whose threads begin on a request when all of it is there; until then nobody waits for it.

    gunicorn's own gives each new connection a thread, which waits for what may never come. When this one stops, it
    takes in those who already wait at its door and then shuts it; gunicorn's own keeps it open until its last answer is
    sent: who comes meanwhile waits, and is then thrown out.
    """

    def init_process(self):
        """Begin to work."""
        self._lingering = Lingering()
        super().init_process()

    def init_signals(self):
        """Listen to signals, those first that came before."""
        super().init_signals()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPPING)

    def accept(self, listener):
        """Take a connection in."""
        try:
            sock, client = listener.accept()
        except OSError as error:
            if error.errno in (errno.EMFILE, errno.ENFILE):
                self._make_room()
            elif error.errno not in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                raise
            return
        self.nr_conns += 1
        self.enqueue_req(Connection(self.cfg, sock, client, listener.getsockname(), self._lingering))
        if self.nr_conns > self.worker_connections * CROWDED:
            self._make_room()

    def enqueue_req(self, conn):
        """Gather a connection's next request, and give it to a thread when it is whole."""
        conn.take_back()
        conn.timeout = time.monotonic() + ARRIVAL
        whole = conn.gather()
        if whole is None:
            self.pending_conns.append(conn)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))
        else:
            self._settle(conn, whole)

    def on_pending_socket_readable(self, conn, client):
        """Take in more of a request."""
        whole = conn.gather()
        if whole is not None:
            self.poller.unregister(client)
            self.pending_conns.remove(conn)
            self._settle(conn, whole)

    def _settle(self, conn, whole):
        if whole:
            conn.hand_over()
            super().enqueue_req(conn)
        else:
            self.nr_conns -= 1
            conn.close()

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
            for listener in self.sockets:
                self._take_in(listener)
                listener.close()

    def _take_in(self, listener):
        known = None
        while known != self.nr_conns:
            known = self.nr_conns
            self.accept(listener)
