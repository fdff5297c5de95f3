"""LanguageTool's HTTP API, /v2/check: a form goes out, JSON comes back. UTF-16 lives here and nowhere else.

https://languagetool.org/http-api/
"""

from __future__ import annotations

import msgspec

from lint.errors import BackendError
from lint.languagetool.backend import Found, Wanted
from lint.span import Units


class _Replacement(msgspec.Struct):
    value: str


class _Category(msgspec.Struct):
    id: str = ""


class _Url(msgspec.Struct):
    value: str = ""


class _Rule(msgspec.Struct, rename="camel"):
    id: str
    sub_id: str = ""
    category: _Category = msgspec.field(default_factory=_Category)
    urls: list[_Url] = []


class _Match(msgspec.Struct):
    message: str
    offset: int
    length: int
    rule: _Rule
    replacements: list[_Replacement] = []


class _Warnings(msgspec.Struct, rename="camel"):
    incomplete_results: bool = False


class _Software(msgspec.Struct):
    name: str = ""
    version: str = ""


class _Answer(msgspec.Struct):
    matches: list[_Match]
    software: _Software = msgspec.field(default_factory=_Software)
    warnings: _Warnings = msgspec.field(default_factory=_Warnings)


def form(text: str, language: str, wanted: Wanted) -> dict[str, str]:
    """The fields of a request."""
    fields = {"text": text, "language": language, "enabledOnly": str(not wanted.everything).lower()}
    if wanted.ids:
        fields["enabledRules"] = ",".join(sorted(wanted.ids))
    if wanted.off:
        fields["disabledRules"] = ",".join(sorted(wanted.off))
    return fields


def read(body: bytes, text: str) -> tuple[Found, ...]:
    """The matches of an answer, in code points of ``text``. Raises BackendError for what is no whole answer."""
    try:
        answer = msgspec.json.decode(body, type=_Answer)
    except msgspec.DecodeError as e:
        start = body[:40].decode("utf-8", "replace").strip()
        raise BackendError(f"what answers is not LanguageTool (it says ‘{start}…’): {e}") from e
    if answer.warnings.incomplete_results:
        raise BackendError("LanguageTool answered only in part; send it less, or give it more time")
    units = Units(text, "utf-16")
    return tuple(_found(m, units, len(text)) for m in answer.matches)


def _found(m: _Match, units: Units, length: int) -> Found:
    start, end = (min(max(0, units.to_points(at)), length) for at in (m.offset, m.offset + m.length))
    suggestions = tuple(r.value for r in m.replacements)
    url = m.rule.urls[0].value if m.rule.urls else ""
    return Found(m.rule.id, m.rule.sub_id, m.message, start, end, suggestions, m.rule.category.id, url)
