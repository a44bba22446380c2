"""What work costs a processor, judged so that a busy machine does not fail it."""

import gc
import math
import time

TRIES = 3
# Less than this is lost in what a processor does besides.
SPARE = 0.05


def seconds(work):
    """The processor's time one run of `work` takes, without that of collecting what earlier tests left."""
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def costs_less(work, limit):
    """Whether one of a few runs of `work(number)` takes less than `limit` seconds.

    Neighbours slow some runs, a slow rule slows all. The number is for work whose result is kept, so that it can differ.
    """
    return any(seconds(lambda number=number: work(number)) < limit for number in range(TRIES))


def in_proportion(work, small, large, most=3, limit=math.inf):
    """Whether `work(large)` takes at most `most` times as long as `large / small` times `work(small)`, and under `limit` seconds.

    With sizes ten times apart a square of the length shows in short texts too: it takes a hundred times as long.
    """
    def holds():
        took = seconds(lambda: work(large))
        return took < limit and took < most * large / small * seconds(lambda: work(small)) + SPARE

    return any(holds() for _ in range(TRIES))
