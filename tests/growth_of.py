"""How work grows with a text, in seconds of the processor: for tests of what must not grow with its square."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from itertools import chain

MOST_TIME = 1.7
"""The exponent that is still taken for n·log n; quadratic work has 2."""
QUICK = 0.02
"""Seconds below which the clock proves nothing, and nothing is slow."""
_RUNS = 3


def exponent(less: float, more: float) -> float:
    """How work grows when a text becomes four times as long: 1 is linear, 2 quadratic."""
    return math.log(more / max(less, 1e-9), 4)


def grows_too_fast(work: Callable[[int], object], n: int) -> bool:
    """Whether work on 4n takes more time than it may beside work on n.

    What else the machine does makes work slower and never quicker: of several runs the quickest counts. So the long
    work is run again only where it was too slow.
    """
    first = _seconds(work, 4 * n)
    if first < QUICK:
        return False
    less = min(_seconds(work, n) for _ in range(_RUNS))
    again = (_seconds(work, 4 * n) for _ in range(_RUNS - 1))
    return all(exponent(less, more) > MOST_TIME for more in chain([first], again))


def _seconds(work: Callable[[int], object], n: int) -> float:
    start = time.process_time()
    work(n)
    return time.process_time() - start
