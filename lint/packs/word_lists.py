"""The lists of words that the rules of a file may name: its own, and those of its pack."""

from __future__ import annotations

from collections.abc import Iterator

from lint.config.yaml import Marked
from lint.errors import RuleError, Where
from lint.matching import syntax
from lint.matching.syntax import PatternError
from lint.matching.word_lists import NAME, masked, resolve
from lint.packs.pack import Pack

KEY = "lists"


def lists_for(marks: Marked, pack: Pack) -> dict[str, str]:
    """The pattern that each list stands for; of two with one name, the file's own goes before the pack's.

    ``marks``: a file of rules; ``pack``: the pack that it belongs to. Raises RuleError, with file and line, for a list
    that can't be used.
    """
    words: dict[str, list[str]] = {}
    places: dict[str, Where] = {}
    for table in (*([pack.lists] if pack.lists else ()), *_of_file(marks)):
        for name, items in _checked(table):
            words[name], places[name] = items, table.where(name)
    resolved = {}
    for name in words:
        try:
            resolved[name] = resolve(name, words)
        except PatternError as e:
            raise RuleError(str(e), places[name]) from e
    return resolved


def _of_file(marks: Marked) -> Iterator[Marked]:
    for i, item in enumerate(marks.data if isinstance(marks.data, list) else ()):
        if is_lists(item):
            yield marks.at(i, KEY)


def is_lists(item: object) -> bool:
    """Whether an item of a file of rules is no rule, but the lists that its rules name."""
    return isinstance(item, dict) and set(item) == {KEY}


def _checked(table: Marked) -> Iterator[tuple[str, list[str]]]:
    """The name of each list, and its words."""
    if not isinstance(table.data, dict):
        raise RuleError("write a name and its words for each list: lists: {vehicle: [car, lorry]}", table.where())
    for name, items in table.data.items():
        if not NAME.fullmatch(str(name)):
            raise RuleError(f"‘{name}’ can't be a list’s name; write letters, digits, - and _", table.where(name))
        if not isinstance(items, list) or not items:
            raise RuleError(f"write the words of the list: {name}: [one, another]", table.where(name))
        for i, item in enumerate(items):
            _check_word(item, table.where(name, i))
        yield str(name), items


def _check_word(item: object, where: Where) -> None:
    if not isinstance(item, str) or not item:
        raise RuleError(f"‘{item}’ is not text; put quotation marks around it", where)
    try:
        syntax.read(masked(item))
    except PatternError as e:
        raise RuleError(f"‘{item}’ is not a valid pattern: {e}", where) from e
