"""How the cost of work grows with its size: every size is measured in this process, and no time is asserted."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

MOST = 1.6
"""The time may grow as the size to this power, between the two largest sizes: 1 is linear, 2 is quadratic; the rest is
noise of a busy machine."""
HOPELESS = 1.8
"""Beyond this power larger sizes are not tried: they might take hours."""
RELIABLE = 0.005
"""Seconds below which the time of a small size says nothing about whether larger ones are hopeless."""
ROUNDS = 3
"""How often everything is measured before growth is believed. What counts is the least time of each size."""


def power(make: Callable[[int], Any], work: Callable[[Any], object], sizes: Sequence[int]) -> float:
    """The power of the size by which the CPU time of the work grows, between the two largest sizes that can be tried.

    Each size is made by ``make``, which is not measured. Sizes rise, each by the same factor.
    """
    with only_own_objects():
        return _power(make, work, sizes)


def _power(make: Callable[[int], Any], work: Callable[[Any], object], sizes: Sequence[int]) -> float:
    least: dict[int, float] = {}
    for _ in range(ROUNDS):
        found = 0.0
        for before, size in zip((0, *sizes), sizes, strict=False):
            least[size] = min(cpu_seconds(work, make(size)), least.get(size, math.inf))
            if before:
                found = math.log(least[size] / least[before], size / before)
                if found > HOPELESS and least[before] > RELIABLE:
                    break
        if found <= MOST:
            break
    return found


@contextmanager
def only_own_objects() -> Iterator[None]:
    """What was there before is not searched for garbage: thousands of tests leave a heap, and looking through it falls
    to whatever makes many objects, so to the largest size.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def cpu_seconds(work: Callable[[Any], object], made: Any) -> float:
    """CPU time of the work: the best of three, or one that is long."""
    found: list[float] = []
    while len(found) < 3 and sum(found) < 0.2:
        start = time.process_time()
        work(made)
        found.append(time.process_time() - start)
    return min(found)
