"""A heuristic as a list of named reasons, the first that holds decides; each can be tested, shown and measured."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

E = TypeVar("E")
V = TypeVar("V")


class Reason(NamedTuple, Generic[E, V]):
    """What it is called, when it holds, and what it then says."""

    name: str
    holds: Callable[[E], bool]
    verdict: V


def first(reasons: Iterable[Reason[E, V]], evidence: E) -> Reason[E, V] | None:
    """The first reason that holds, None where none does."""
    return next((reason for reason in reasons if reason.holds(evidence)), None)


def holds(reasons: Iterable[Reason[E, bool]], evidence: E) -> bool:
    """What the first reason that holds says; no where none does."""
    reason = first(reasons, evidence)
    return reason is not None and reason.verdict
