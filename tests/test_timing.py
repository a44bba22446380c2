"""What judges times tells growth with the square of a length from growth with the length."""

import pytest

from tests.timing import costs_less, in_proportion


def line(size):
    for _ in range(size):
        sum(range(100))


def square(size):
    for _ in range(size * size // 20_000):
        sum(range(100))


@pytest.mark.parametrize("work, held", [(line, True), (square, False)])
def test_a_square_is_not_in_proportion(work, held):
    assert in_proportion(work, 8_000, 80_000) is held


def test_what_takes_longer_than_it_may_is_told():
    assert in_proportion(line, 8_000, 80_000, limit=60) and not in_proportion(line, 8_000, 80_000, limit=0.001)
    assert costs_less(lambda _: line(1_000), 60) and not costs_less(lambda _: line(1_000), 0)
