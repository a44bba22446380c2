"""What work costs a processor, judged so that a busy machine does not fail it."""

import gc
import time

TRIES = 3


def seconds(work):
    """The processor's time one run of `work` takes, without that of collecting what earlier tests left."""
    gc.collect()
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


def in_proportion(work, small, large, most=3):
    """Whether `work(large)` takes at most `most` times as long as `large / small` times `work(small)`."""
    return any(seconds(lambda: work(large)) < most * large / small * seconds(lambda: work(small)) + 0.2 for _ in range(TRIES))
