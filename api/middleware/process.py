"""Which process this is, without asking the system for each request."""

import os

number = os.getpid()


def _forked():
    global number
    number = os.getpid()


os.register_at_fork(after_in_child=_forked)
