"""article: a or an before code, by the sound of its first word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.document import DUMMY, Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.rule import Rule
from lint.span import Span
from lint.text.casing import cased


class Options(Base, frozen=True):
    """No keys of its own."""


_ARTICLE = re.compile(rf"(?<![\w-])(an?) (?={DUMMY})", re.IGNORECASE)
_CODE = re.compile(r"(?:`+|<(?:code|kbd|samp|tt|var)\b[^>]*>)\s*(?P<hump>[A-Z]?[a-z]{2,})(?![a-z])")
"""Code that begins with a word, of which the first hump (``Http`` in ``HttpResponse``) is heard first."""
_AS_A_CONSONANT = re.compile(r"(?:eu|ew|one(?![a-z]{2})|once|u(?:bi|fo|k|ni(?!n|m)|r[aeiu]|s[aeiu]|t[aeiou]))")
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)")


class Checker:
    """Hears the first word of code after an article."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = rules

    def check(self, document: Document) -> Iterator[Match]:
        """Articles that do not fit the sound of the code after them."""
        for m in _ARTICLE.finditer(document.prose):
            span = Span(*m.span(1))
            code = _CODE.match(document.source, document.to_source(Span(m.end(), m.end() + 1)).start)
            right = _article(code["hump"].lower()) if code else m[1].lower()
            index = document.block_at(span.start)
            if right == m[1].lower() or index is None:
                continue
            for rule in self._rules:
                yield match(rule, document, span, [cased(right, m[1])])


def _article(word: str) -> str:
    """By the sound: a word without a vowel is spelled out (an ``Http…``, a ``cd``)."""
    if not re.search(r"[aeiouy]", word):
        return "an" if word[0] in "fhlmnrsx" else "a"
    if word[0] in "aeiou":
        return "a" if _AS_A_CONSONANT.match(word) else "an"
    return "an" if _SILENT_H.match(word) else "a"
