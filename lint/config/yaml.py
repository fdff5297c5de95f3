"""YAML that remembers its lines, so that every complaint can name one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from lint import disk
from lint.errors import CopydeskError, Where

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_TAG = "tag:yaml.org,2002:"
_TEXT = _TAG + "str"
_PLAIN = {
    _TAG + "bool": (r"(?:true|True|TRUE|false|False|FALSE)", "tTfF"),
    _TAG + "int": (r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    _TAG + "float": (r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+", "-+0123456789."),
}
"""What is no word: the pattern of each, and the characters that it may begin with."""


class _Loader(_Base):  # type: ignore[misc]
    """YAML in which on, off, yes and no are words, and so are 12:30, 010, 1_000 and 2024-05-01."""

    yaml_implicit_resolvers = {
        first: [(tag, regexp) for tag, regexp in resolvers if tag not in (*_PLAIN, _TAG + "timestamp")]
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }


for _tag, (_pattern, _first) in _PLAIN.items():
    _Loader.add_implicit_resolver(_tag, re.compile(rf"^{_pattern}$"), list(_first))


_CUT_SHORT = re.compile(
    r"did not find expected (?:',' or|alphabetic|key|node content)|cannot start any token|undefined alias"
)
"""What the parser says where a text in a list or mapping holds a sign that ends it."""
_QUOTE = "; put single quotation marks around a text that begins with a sign or holds one of [ ] { } , : #"

MOST = 1_000_000
"""Bytes of a file of settings or rules: 40 times the longest of copydesk's own. Lists may be longer in files of their
own."""
_FEW = 10_000
"""Parts (keys, values, items) that the shortest file may come to by its aliases."""


@dataclass(frozen=True)
class Marked:
    """Plain data (dict, list, str, int, float, bool, None) and the line of each key and item in it.

    ``lines`` maps a path such as ``(0, "swap", "advisor")`` to a line, 1-based.
    """

    data: Any
    file: Path
    lines: dict[tuple[object, ...], int] = field(default_factory=dict)

    def where(self, *path: object) -> Where:
        """The line of ``path``, or of the nearest thing around it that has one."""
        for end in range(len(path), -1, -1):
            if line := self.lines.get(path[:end]):
                return Where(self.file, line)
        return Where(self.file)

    def at(self, *path: object) -> Marked:
        """The part of this data below ``path``."""
        part = self
        for key in path:
            part = part._parts.get(key) or part._part(key)
        return part

    def _part(self, key: object) -> Marked:
        self._parts[key] = Marked(self.data[key], self.file, self._lines_by_key.get(key, {}))
        return self._parts[key]

    @cached_property
    def _parts(self) -> dict[object, Marked]:
        """What was asked for."""
        return {}

    @cached_property
    def _lines_by_key(self) -> dict[object, dict[tuple[object, ...], int]]:
        """The lines of each part, sorted out once: a file has thousands of them, and each is asked for."""
        out: dict[object, dict[tuple[object, ...], int]] = {}
        for path, line in self.lines.items():
            if path:
                out.setdefault(path[0], {})[path[1:]] = line
        return out

    def items(self) -> list[Marked]:
        """The parts of this data, a list: what ``at`` gives for each, in one pass over the lines."""
        parts = [Marked(item, self.file, {}) for item in self.data]
        for path, line in self.lines.items():
            if path:
                parts[path[0]].lines[path[1:]] = line  # type: ignore[call-overload]
        return parts


def read(file: Path, error: type[CopydeskError]) -> Marked:
    """Reads one YAML file; ``error`` is raised, with file and line, for what is not YAML."""
    try:
        text = disk.text(file, most=MOST)
    except (OSError, UnicodeError) as e:
        raise error(f"can't be read: {getattr(e, 'strerror', None) or e}", Where(file)) from e
    return parse(text, file, error)


def parse(text: str, file: Path, error: type[CopydeskError]) -> Marked:
    """YAML from text; raises ``error``, with file and line, for what can’t be read."""
    lines: dict[tuple[object, ...], int] = {}
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            most = max(_FEW, len(text))
            data = _Builder(lines, loader, file, error, most).build(node) if node is not None else None
        finally:
            loader.dispose()
    except RecursionError as e:
        raise error("is nested too deeply", Where(file)) from e
    except yaml.MarkedYAMLError as e:
        line = e.problem_mark.line + 1 if e.problem_mark else 1
        hint = _QUOTE if _CUT_SHORT.search(str(e.problem)) else ""
        raise error(f"this is not YAML: {e.problem}{hint}", Where(file, line)) from e
    except (yaml.YAMLError, ValueError) as e:
        raise error(f"this is not YAML: {str(e).splitlines()[0]}", Where(file)) from e
    return Marked(data, file, lines)


class _Builder:
    """Plain data from the nodes of a file. An alias gives what it stands for once more, so ``left`` bounds the parts:
    without aliases, no text has more parts than characters."""

    def __init__(
        self, lines: dict[tuple[object, ...], int], loader: Any, file: Path, error: type[CopydeskError], left: int
    ) -> None:
        self._lines, self._loader, self._file, self._error, self._left = lines, loader, file, error, left

    def build(self, node: yaml.Node, path: tuple[object, ...] = ()) -> Any:
        line = node.start_mark.line + 1
        self._lines.setdefault(path, line)
        self._left -= 1
        if self._left < 0:
            says = "aliases (*name) make this too large; write out what they stand for"
            raise self._error(says, Where(self._file, line))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(n, (*path, i)) for i, n in enumerate(node.value)]
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        if node.tag == _TEXT:
            return node.value
        try:
            return self._loader.construct_object(node, deep=True)
        except (ValueError, LookupError, TypeError, AttributeError) as e:  # what is behind a tag is not of its kind
            says = f"‘{node.value}’ is not what its tag says; take the tag ({node.tag}) away"
            raise self._error(says, Where(self._file, node.start_mark.line + 1)) from e

    def _mapping(self, node: yaml.MappingNode, path: tuple[object, ...]) -> dict[Any, Any]:
        out: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node)
            line = key_node.start_mark.line + 1
            if key in out:
                raise self._error(f"the key ‘{key}’ is here twice; keep one", Where(self._file, line))
            self._lines[(*path, key)] = line
            out[key] = self.build(value_node, (*path, key))
        return out

    def _key(self, node: yaml.Node) -> str | int | float:
        scalar = isinstance(node, yaml.ScalarNode)
        key = self._scalar(node) if scalar else None
        if isinstance(key, str | int | float):
            return key
        hint = f"; put quotation marks around {node.value}: '{node.value}'" if scalar and node.value else ""
        raise self._error(f"a key must be a word{hint}", Where(self._file, node.start_mark.line + 1))
