"""LanguageTool in this process: lingotweaker, a port that needs no Java, no download and no server."""

from __future__ import annotations

import importlib
import importlib.util
import re
import threading
from collections import OrderedDict
from collections.abc import Collection
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from lint.errors import BackendError, CopydeskError
from lint.languagetool.backend import Found, Wanted, guarded, pieces
from lint.span import Units

_REMEMBERED = 20_000
"""Blocks whose answers are kept: the same paragraph is not asked about twice in one run."""
EXTRAS = ("de",)
"""Languages besides English that the port has data for; each is an extra of copydesk."""
_VARIANTS = {"en-ZA": "en-GB"}
_IN_CODE = frozenset({
    "COMMA_PARENTHESIS_WHITESPACE", "DOUBLE_PUNCTUATION", "ENGLISH_WORD_REPEAT_BEGINNING_RULE",
    "ENGLISH_WORD_REPEAT_RULE", "EN_A_VS_AN", "EN_CONTRACTION_SPELLING", "EN_SPECIFIC_CASE", "EN_UNPAIRED_BRACKETS",
    "EN_UNPAIRED_QUOTES", "EN_WORD_COHERENCY", "SENTENCE_WHITESPACE", "UNLIKELY_OPENING_PUNCTUATION",
    "UPPERCASE_SENTENCE_START", "WHITESPACE_RULE",
})  # fmt: skip
"""Rules that the port has in code; all others stand in its XML files."""
_LOADING = threading.Lock()
_LATEST = 2
"""Engines that stay loaded, some 260 MB each: a program that makes its linter anew has the last one at once."""


class Embedded:
    """An engine with just the rules that are wanted. It is loaded (1–2 s) at the first text.

    Raises CopydeskError where the language's data are not installed.
    """

    at_once = 0

    def __init__(self, language: str, wanted: Wanted) -> None:
        self._language = language.partition("-")[0]
        if not importlib.util.find_spec(_package(self._language)):
            extra = f"run: pip install 'copydesk[{self._language}]', or " if self._language in EXTRAS else ""
            raise CopydeskError(
                f"the embedded LanguageTool does not speak {language}; {extra}use a server: --languagetool local"
            )
        self._variant = _VARIANTS.get(language, language)
        self._wanted = wanted
        self._engine: Any = None
        self._answers: OrderedDict[str, tuple[Found, ...]] = OrderedDict()
        self._lock = threading.Lock()

    def unknown(self, ids: Collection[str]) -> list[str]:
        """Those of ``ids`` that the English data have no rule for; of other languages nothing is known."""
        return sorted(set(ids) - known_ids()) if self._language == "en" else []

    def check(self, text: str) -> tuple[Found, ...]:
        """What the engine finds, in code points; the latest answers are remembered.

        Raises BackendError where the engine breaks on the text.
        """
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
                if not self._wanted.has(a["rule_id"]):
                    continue  # the port runs some of its rules in code even when they are off
                start, end = units.to_points(a["offset"]), units.to_points(a["offset"] + a["length"])
                where = (offset + start, offset + end)
                said = (tuple(a["suggestions"]), a["category_id"])
                out.append(Found(a["rule_id"], a["sub_id"] or "", a["message"], *where, *said))
        return out

    def _loaded(self) -> Any:
        with _LOADING:
            if self._engine is None:
                self._engine = _engine(self._language, self._variant, self._wanted)
            return self._engine


@lru_cache(maxsize=_LATEST)
def _engine(language: str, variant: str, wanted: Wanted) -> Any:
    try:
        import lt_py

        return lt_py.Engine(
            language,
            variant=variant if "-" in variant else None,
            data_dir=str(data(language)),
            enabled_rules=sorted(wanted.ids),
            disabled_rules=sorted(wanted.off),
            enabled_only=not wanted.everything,
        )
    except (ImportError, RuntimeError, ValueError, OSError) as e:
        raise BackendError(f"LanguageTool could not be loaded: {e}; reinstall copydesk") from e


def _package(language: str) -> str:
    return f"lingotweaker_data_{language}"


def data(language: str) -> Path:
    """The folder of a language's data package."""
    return Path(importlib.import_module(_package(language)).data_dir())


_ID = re.compile(rb"""\bid\s*=\s*["']([A-Za-z0-9_\-]+)["']""")


@cache
def known_ids() -> frozenset[str]:
    """Every rule id of the English data package."""
    ids = set(_IN_CODE)
    for file in (data("en") / "en" / "rules").rglob("*.xml"):
        if file.name in ("grammar.xml", "style.xml"):
            ids |= {m.decode() for m in _ID.findall(file.read_bytes())}
    return frozenset(ids)
