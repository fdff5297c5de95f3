"""The examples of a rule: those under ``examples:``, and those that its lines carry themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint.config.yaml import Marked
from lint.errors import RuleError, Where
from lint.rule import Example


def examples(marks: Marked, options: Any) -> list[Example]:
    """All examples of a rule; ``options`` are those of its kind.

    Raises RuleError, with file and line, for one that can't be used, and for a rule that has no fault among them or
    nothing that is right.
    """
    found = [*_listed(marks, options.NEEDS_GOOD), *_carried(marks, options)]
    if not found:
        raise RuleError(f"the rule ‘{marks.data.get('id', '?')}’ needs ‘examples:’", marks.where())
    bad = any(e.bad is not None for e in found)
    right = any(e.ok is not None or e.good is not None or e.derived for e in found)
    if not (bad and right):
        raise RuleError("a rule needs at least one ‘bad’ example and one that is right (‘good’ or ‘ok’)", marks.where())
    return found


def _listed(marks: Marked, needs_good: bool) -> Iterator[Example]:
    items = marks.data.get("examples") or []
    if not isinstance(items, list):
        raise RuleError("‘examples’ must be a list", marks.where("examples"))
    for i, item in enumerate(items):
        where = marks.where("examples", i)
        if not isinstance(item, dict) or set(item) not in ({"bad"}, {"bad", "good"}, {"ok"}):
            raise RuleError("an example is ‘bad:’ with or without ‘good:’, or ‘ok:’", where)
        if not all(isinstance(v, str) for v in item.values()):
            raise RuleError("an example must be text; put it in quotes", where)
        if needs_good and set(item) == {"bad"}:
            raise RuleError("say under ‘good:’ how the text reads when it is put right", where)
        yield Example(_marked(item.get("bad"), where), item.get("good"), item.get("ok"), where)


def _carried(marks: Marked, options: Any) -> Iterator[Example]:
    """What the lines of the options prove themselves by."""
    for path, line in options.proven():
        shown = [line.example] if isinstance(line.example, str) else line.example
        if line.good and len(shown) != 1:
            raise RuleError("‘good:’ is one ‘example:’ put right", marks.where(*path, "good"))
        for i, text in enumerate(shown):
            where = marks.where(*path, "example", i)
            yield Example(
                _marked(text, where, "example"),
                line.good or None,
                None,
                where,
                derived=options.NEEDS_GOOD and not line.good,
            )
        for i, text in enumerate([line.ok] if isinstance(line.ok, str) else line.ok):
            yield Example(None, None, text, marks.where(*path, "ok", i))


def _marked(text: str | None, where: Where, key: str = "bad") -> str | None:
    if text is not None and not ("[[" in text and "]]" in text.partition("[[")[2]):
        raise RuleError(f"mark the fault in ‘{key}’ with [[ and ]]", where)
    return text
