"""Marks findings in lines of code that no markup calls code: their signs and spaces are not those of prose."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from lint.config.settings import Config
from lint.document import Document
from lint.finding import Finding
from lint.rule import Category, Rule
from lint.span import Span

LONGEST = 300
"""So many code points before and after a finding are looked at for the ends of its line."""
_CODE = re.compile(
    r"""
    ^\s*(?:\$\ |\#include\b|(?:sudo|echo|git|chmod|chown|grep|export)\ )   # a command
    | \$[A-Za-z_({]                                # a variable
    | [=!]=|[=-]>|<-|&&|\|\||::|:=|\+=             # an operator
    | (?:^|[\s"'(])-?[A-Z]?\.\.?/                  # a path: ../include, -I../include
    | \s--?[A-Za-z][\w-]*(?:[=\s].*)?\s--?[A-Za-z]    # two options
    | \b\w+\(\s                                    # a call: print( name )
    | \bfunction\s*\w*\(|\bclass\s\w+\s?[:({]
    | \w\s?=\s?[\w"'\[(]                           # x = a
    | (?:^|\s)do$|[{}\\]\s*$|\);\s*$|;\s*(?:do|then)\b
    """,
    re.VERBOSE,
)


class Code:
    """Punctuation in a line of code is suppressed."""

    def __init__(self, config: Config, rules: Mapping[str, Rule]) -> None:
        pass

    def mark(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        """Suppresses findings about punctuation in a line that has the signs of a command or a program."""
        return [_marked(f, document.source) for f in findings]


def _marked(f: Finding, source: str) -> Finding:
    if f.suppressed is None and f.category is Category.PUNCTUATION and is_code(_line(source, f.place.span)):
        return dataclasses.replace(f, suppressed="in a line of code")
    return f


_MARKUP = re.compile(r"<[^<>]*>|\]\([^()]*\)|\{[%{:][^{}]*\}+|\bhttps?://\S+")


def is_code(line: str) -> bool:
    """Whether a line has signs that prose has not, but for its markup and addresses."""
    return _CODE.search(_MARKUP.sub(" ", line)) is not None


def _line(source: str, span: Span) -> str:
    """The line around a finding, or as much of it as is near."""
    start = source.rfind("\n", max(0, span.start - LONGEST), span.start) + 1 or max(0, span.start - LONGEST)
    end = source.find("\n", span.end, span.end + LONGEST)
    return source[start : end if end >= 0 else span.end + LONGEST].strip("\r")
