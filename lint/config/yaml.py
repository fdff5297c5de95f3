"""YAML that remembers its lines, so that every complaint can name one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from lint import disk
from lint.errors import CopydeskError, Where

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


_TAG = "tag:yaml.org,2002:"
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
        data = self.data
        for key in path:
            data = data[key]
        n = len(path)
        return Marked(data, self.file, {p[n:]: line for p, line in self.lines.items() if p[:n] == path})


def read(file: Path, error: type[CopydeskError]) -> Marked:
    """Reads one YAML file; ``error`` is raised, with file and line, for what is not YAML."""
    try:
        text = disk.text(file)
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
            data = _build(node, (), lines, loader, file, error) if node is not None else None
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


def _build(
    node: yaml.Node,
    path: tuple[object, ...],
    lines: dict[tuple[object, ...], int],
    loader: Any,
    file: Path,
    error: type[CopydeskError],
) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        out: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            where = Where(file, key_node.start_mark.line + 1)
            if not isinstance(key, str | int | float):
                written = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
                hint = f"; put quotation marks around {written}: '{written}'" if written else ""
                raise error(f"a key must be a word{hint}", where)
            if key in out:
                raise error(f"the key ‘{key}’ is here twice; keep one", where)
            lines[(*path, key)] = where.line
            out[key] = _build(value_node, (*path, key), lines, loader, file, error)
        return out
    if isinstance(node, yaml.SequenceNode):
        return [_build(n, (*path, i), lines, loader, file, error) for i, n in enumerate(node.value)]
    return loader.construct_object(node, deep=True)
