"""Work done on several things at once, with what comes of it in their order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

_AHEAD = 64
"""How many things are under way at most: enough to keep the threads busy, few enough to hold in memory."""
_MOST_THREADS = 8
"""Beyond these, threads only wait for one another."""
T = TypeVar("T")
R = TypeVar("R")


def in_order(work: Callable[[T], R], items: Iterable[T], jobs: int | None = None) -> Iterator[R]:
    """What the work makes of each item, in their order; ``jobs``: threads, by default as many as there are cores."""
    jobs = jobs or min(_MOST_THREADS, os.cpu_count() or 1)
    if jobs == 1:
        yield from map(work, items)
        return
    pool = ThreadPoolExecutor(jobs)
    waiting: list[Future[R]] = []
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= _AHEAD:
                yield waiting.pop(0).result()
        while waiting:
            yield waiting.pop(0).result()
    finally:  # after Ctrl-C nobody waits for what is still being checked
        pool.shutdown(wait=False, cancel_futures=True)
