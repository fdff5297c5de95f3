"""LanguageTool's HTTP API, /v2/check: a form goes out, JSON comes back. UTF-16 lives here and nowhere else.

https://languagetool.org/http-api/
"""

from __future__ import annotations

import re

import msgspec

from lint.errors import BackendError
from lint.languagetool.backend import Found, Wanted
from lint.span import Units

MOST_MATCHES = 10_000
"""More matches for one text (8,000 code points) are a fault of the server, or an attack."""
MOST_SUGGESTIONS = 50
LONGEST = 1_000
"""Characters of a suggestion, or of a message: a sentence or two."""
_HARMFUL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What no server writes into a story: control characters, ends of lines, marks that turn the direction."""


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
        says = f"it says ‘{start}…’" if start else "its answer is empty"
        raise BackendError(f"what answers is not LanguageTool ({says}): {e}") from e
    if answer.warnings.incomplete_results:
        raise BackendError("LanguageTool answered only in part; send it less, or give it more time")
    if len(answer.matches) > MOST_MATCHES:
        raise BackendError(f"LanguageTool found {len(answer.matches):,} things in one text; that is no answer to it")
    units = Units(text, "utf-16")
    end = units.to_units(len(text))
    return tuple(_found(m, units, end) for m in answer.matches)


def _found(m: _Match, units: Units, end: int) -> Found:
    """Raises BackendError for a place that is not in the text (``end``: its length in UTF-16 units)."""
    if not 0 <= m.offset < m.offset + m.length <= end:
        raise BackendError(f"LanguageTool’s answer does not fit the text (offset {m.offset}, length {m.length})")
    start, stop = units.to_points(m.offset), units.to_points(m.offset + m.length)
    if units.to_units(start) > m.offset:  # it begins inside a character, which belongs to it
        start -= 1
    offered = (r.value for r in m.replacements[:MOST_SUGGESTIONS])
    suggestions = tuple(s for s in offered if len(s) <= LONGEST and not _HARMFUL.search(s))
    url = m.rule.urls[0].value if m.rule.urls else ""
    return Found(m.rule.id, m.rule.sub_id, m.message[:LONGEST], start, stop, suggestions, m.rule.category.id, url)
