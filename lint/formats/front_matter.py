"""Front matter: the fields at the head of a Markdown file, of which those that are prose are read.

What only looks like front matter, because two rules stand at the top of a story, is left to Markdown; what means to be
front matter and is broken is read line by line, and a note says so.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from lint.formats.builder import Builder
from lint.span import Span

_FENCED = re.compile(r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n(?P<body>.*?)^(?P=fence)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_PROSE_KEYS = ("title", "description", "summary", "standfirst", "headline")
_LINE = {
    "---": re.compile(r"(?P<key>[\w.-]+)[ \t]*:(?:[ \t]+(?P<value>.*))?$"),
    "+++": re.compile(r"(?P<key>[\w.-]+)[ \t]*=[ \t]*(?P<value>.*)$"),
}
"""A line of each sort of front matter, whether or not the value is right."""
_DIRECTIVE = re.compile(r"^copydesk-ignore[ \t]*[:=][^\r\n]*(?:\r?\n(?:[ \t]+\S|-[ \t]|\])[^\r\n]*)*", re.M)
"""Says which rules are off in the file; it is kept with the comments."""
_BELOW = re.compile(r"[ \t#\-\]}]|\Z")
"""How a line begins that belongs to the field above it, or is a remark."""
_BLOCK_MARK = re.compile(r"[|>][-+\d]*[ \t]*(?:#.*)?$")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)|\(at end of document\)")
_ESCAPE = re.compile(r"''|\\[\"'\\]")


_BRACKET = re.compile(r"[\[\]{}]")
DEEPEST = 50
"""As deep as lists and fields in brackets may be nested in front matter; people nest two or three."""
Field = tuple[str, Span]
"""A key, and where its value stands in the body of the front matter."""


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why front matter can't be read as what it should be, and where in its body."""

    at: int
    reason: str


def read(builder: Builder) -> int:
    """Reads the front matter, where there is some, and returns where the text below it begins."""
    source = builder.source
    front = _FENCED.match(source)
    found = _fields(front["body"], front["fence"]) if front else None
    if front is None or found is None:
        return 1 if source.startswith("\ufeff") else 0
    at = front.start("body")
    if isinstance(found, _Fault):
        language = "YAML" if front["fence"] == "---" else "TOML"
        builder.note(
            at + found.at,
            f"this front matter is not {language} ({found.reason}), so only its title and description, line by line, "
            "are read; put quotation marks around the value",
        )
        found = list(_by_line(front["body"], front["fence"]))
    builder.comments += (Span(at + m.start(), at + m.end()) for m in _DIRECTIVE.finditer(front["body"]))
    for key, span in found:
        _field(builder, key, Span(at + span.start, at + span.end))
    return front.end()


def _fields(body: str, fence: str) -> Sequence[Field] | _Fault | None:
    """The fields that are prose; None when the body is text between two rules."""
    found = (_yaml if fence == "---" else _toml)(body)
    return None if isinstance(found, _Fault) and not _looks_right(body, fence) else found


def _looks_right(body: str, fence: str) -> bool:
    """Whether each line of what is broken still looks like one of front matter, and one at least has a text."""
    lines = body.splitlines()
    fields = [_LINE[fence].match(line) for line in lines]
    if not all(field or (i and _BELOW.match(line)) for i, (line, field) in enumerate(zip(lines, fields, strict=True))):
        return False
    return "" not in (line.strip() for line in lines) and any(f["key"] in _PROSE_KEYS for f in fields if f)


def _by_line(body: str, fence: str) -> Iterator[Field]:
    key, start, at = "", 0, 0
    for line in body.splitlines(keepends=True):
        if (m := _LINE[fence].match(line.rstrip())) is not None:
            if key in _PROSE_KEYS:
                yield key, _unquoted(body, start, at)
            key, start = m["key"], at + m.start("value")
            if m["value"] and _BLOCK_MARK.match(m["value"]):
                start = at + len(line)
        at += len(line)
    if key in _PROSE_KEYS:
        yield key, _unquoted(body, start, at)


def _unquoted(body: str, start: int, end: int) -> Span:
    """A value without the quotation marks and white space at its edges."""
    text = body[start:end]
    return Span(start + len(text) - len(text.lstrip("\"' \t\r\n")), start + len(text.rstrip("\"' \t\r\n")))


# ---- YAML ----------------------------------------------------------------------------------------


def _yaml(body: str) -> Sequence[Field] | _Fault:
    node = _composed(body)
    if isinstance(node, _Fault):
        return node
    if node is None and not body.strip():
        return ()
    if not isinstance(node, yaml.MappingNode):
        return _Fault(0, "it has no fields")
    fields = ((key.value, scalar) for key, value in node.value for scalar in _scalars(value))
    return [(key, _value(body, scalar)) for key, scalar in fields if key in _PROSE_KEYS and scalar.value.strip()]


def _composed(body: str) -> yaml.Node | _Fault | None:
    if _is_deep(body):
        return _Fault(0, "it is nested too deeply")
    try:
        return yaml.compose(body, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as e:
        reason = "it has a second colon" if str(e.problem).startswith("mapping values") else str(e.problem)
        return _Fault(e.problem_mark.index if e.problem_mark else 0, reason)
    except yaml.reader.ReaderError as e:
        return _Fault(e.position, "it holds a character that YAML does not allow")
    except (yaml.YAMLError, RecursionError, ValueError):
        return _Fault(0, "it can't be read")


def _is_deep(body: str) -> bool:
    """Whether lists in brackets hold one another so deep that reading them would take long."""
    depth = 0
    for m in _BRACKET.finditer(body):
        depth += 1 if m[0] in "[{" else -1
        if depth > DEEPEST:
            return True
    return False


def _scalars(value: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """A text, or the texts of a list."""
    for node in value.value if isinstance(value, yaml.SequenceNode) else (value,):
        if isinstance(node, yaml.ScalarNode):
            yield node


def _value(body: str, scalar: yaml.ScalarNode) -> Span:
    start, end = scalar.start_mark.index, scalar.end_mark.index
    if scalar.style in ("'", '"'):
        return Span(start + 1, end - 1)
    return Span(body.find("\n", start) + 1 if scalar.style in ("|", ">") else start, end)


# ---- TOML ----------------------------------------------------------------------------------------

_TOML = re.compile(
    r"""^(?P<key>\w+)[ \t]*=[ \t]*(?P<quote>\"{3}|'{3}|["'])(?P<value>(?:(?!(?P=quote))(?:\\.|.))*)(?P=quote)""",
    re.M | re.S,
)


def _toml(body: str) -> Sequence[Field] | _Fault:
    try:
        tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as e:
        where = _AT_LINE.search(str(e))
        line = int(where[1]) if where and where[1] else 1
        at = len("".join(body.splitlines(keepends=True)[: line - 1]))
        return _Fault(at, _AT_LINE.sub("", str(e)).strip().lower())
    return [(m["key"], Span(*m.span("value"))) for m in _TOML.finditer(body) if m["key"] in _PROSE_KEYS]


# ---- what is read --------------------------------------------------------------------------------


def _field(builder: Builder, key: str, span: Span) -> None:
    builder.begin(f"frontmatter.{key}")
    at = span.start
    for m in _ESCAPE.finditer(builder.source, *span):
        builder.text(at, m.start())
        builder.render(m.start(), m.end(), m[0][-1])
        at = m.end()
    builder.text(at, span.end)
    builder.end()
