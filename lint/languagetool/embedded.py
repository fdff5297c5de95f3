"""LanguageTool in this process: lingotweaker, a port that needs no Java, no download and no server."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from lint.errors import BackendError
from lint.languagetool.backend import Found, guarded, pieces
from lint.span import Units

_REMEMBERED = 20_000
"""Blocks whose answers are kept: the same paragraph is not asked about twice in one run."""
_VARIANTS = {"en-ZA": "en-GB"}
_IN_CODE = frozenset({
    "COMMA_PARENTHESIS_WHITESPACE", "DOUBLE_PUNCTUATION", "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
    "ENGLISH_WORD_REPEAT_RULE", "EN_A_VS_AN", "EN_CONTRACTION_SPELLING", "EN_SPECIFIC_CASE", "EN_UNPAIRED_BRACKETS",
    "EN_UNPAIRED_QUOTES", "EN_WORD_COHERENCY", "SENTENCE_WHITESPACE", "UNLIKELY_OPENING_PUNCTUATION",
    "UPPERCASE_SENTENCE_START", "WHITESPACE_RULE",
})  # fmt: skip
"""Rules that the port has in code; all others stand in its XML files."""
_LOADING = threading.Lock()


class Embedded:
    """An engine with just the rules named. It is loaded (1–2 s) at the first text; many threads may share it."""

    def __init__(self, dialect: str, ids: Collection[str]) -> None:
        self._dialect = dialect
        self._ids = sorted(ids)
        self._engine: Any = None
        self._answers: OrderedDict[str, tuple[Found, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def unknown(self, ids: Collection[str]) -> list[str]:
        return sorted(set(ids) - known_ids())

    def check(self, text: str) -> tuple[Found, ...]:
        with self._lock:
            if text in self._answers:
                self._answers.move_to_end(text)
                return self._answers[text]
        answer = tuple(self._ask(text))
        with self._lock:
            self._answers[text] = answer
            if len(self._answers) > _REMEMBERED:
                self._answers.popitem(last=False)
        return answer

    def _ask(self, text: str) -> list[Found]:
        engine = self._loaded()
        out: list[Found] = []
        for offset, piece in pieces(guarded(text)):
            units = Units(piece, "utf-8")
            try:
                answers = engine.check(piece)
            except (RuntimeError, ValueError) as e:
                raise BackendError(f"LanguageTool gave up: {e}") from e
            for a in answers:
                start, end = units.to_points(a["offset"]), units.to_points(a["offset"] + a["length"])
                found = Found(
                    a["rule_id"], a["sub_id"] or "", a["message"], offset + start, offset + end, tuple(a["suggestions"])
                )
                out.append(found)
        return out

    def _loaded(self) -> Any:
        with _LOADING:
            if self._engine is None:
                try:
                    import lt_py

                    self._engine = lt_py.Engine(
                        "en",
                        variant=_VARIANTS.get(self._dialect, self._dialect),
                        data_dir=str(_data()),
                        enabled_rules=self._ids,
                        enabled_only=True,
                    )
                except (ImportError, RuntimeError, ValueError, OSError) as e:
                    raise BackendError(f"LanguageTool could not be loaded: {e}; reinstall copydesk") from e
            return self._engine


def _data() -> Path:
    import lingotweaker_data_en

    return Path(lingotweaker_data_en.data_dir())


_ID = re.compile(rb"""\bid\s*=\s*["']([A-Za-z0-9_\-]+)["']""")


@cache
def known_ids() -> frozenset[str]:
    """Every rule id of the English data package."""
    ids = set(_IN_CODE)
    for file in (_data() / "en" / "rules").rglob("*.xml"):
        if file.name in ("grammar.xml", "style.xml"):
            ids |= {m.decode() for m in _ID.findall(file.read_bytes())}
    return frozenset(ids)
