"""Runs a command without the powers of root, which may write where permissions say that nobody may."""

import ctypes
import os
import subprocess
import sys
from functools import cache

DROP_FROM_BOUND = 24
LAST_CAPABILITY = 63


@cache
def unprivileged():
    """What makes subprocess start a command without privileges, as keywords; as nobody where Python can be reached."""
    if os.getuid():
        return {}
    nobody = {"user": "nobody", "group": "nogroup", "extra_groups": []}
    try:
        subprocess.run([sys.executable, "-c", "import flask"], check=True, capture_output=True, **nobody)
        return nobody
    except (OSError, subprocess.CalledProcessError, KeyError):
        return {"preexec_fn": _powerless}


def _powerless():
    """root in name only: after the next exec no capability is left, and permissions count."""
    for number in range(LAST_CAPABILITY + 1):
        ctypes.CDLL(None).prctl(DROP_FROM_BOUND, number, 0, 0, 0)
