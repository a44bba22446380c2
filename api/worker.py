"""gunicorn's worker with threads, which lets nobody in any more once it is told to stop."""

from gunicorn.workers.gthread import ThreadWorker


class Worker(ThreadWorker):
    """A worker that, when it stops, takes in those who already wait at its door and then shuts it.

    gunicorn's own keeps the door open until its last answer is sent: who comes meanwhile waits, and is then thrown out.
    """

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
