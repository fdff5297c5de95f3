"""article: a or an, by the sound of what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.dictionary.lexicon import load
from lint.document import DUMMY, Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.rule import Rule
from lint.span import Span
from lint.text.casing import cased
from lint.text.function_words import FUNCTION_WORDS
from lint.text.sentences import begins_sentence
from lint.text.sounds import article_before


class Options(Base, frozen=True):
    """No keys of its own."""


_ARTICLE = re.compile(
    rf"""(?<![\w'’./&*-])(?P<article>an?)[ \u00a0](?P<opened>["“‘'(\[]{{0,2}})"""
    rf"""(?P<word>{DUMMY}|[£$€¥]?\d[\w,.-]*|[^\W\d_][\w’'&*-]*)""",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?:`+|<(?:code|kbd|samp|tt|var)\b[^>]*>)\s*(?P<hump>[A-Z]?[a-z]{2,})(?![a-z])")
"""Code that begins with a word, of which the first hump (``Http`` in ``HttpResponse``) is heard first."""
_LETTER = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVXLC]{2,}")
"""A numeral is read as a number."""
_NO_NOUN = FUNCTION_WORDS - {"one", "other", "own", "all", "any", "every", "such", "use", "up", "under"}
"""No article stands before one: what looks like it is a letter, or another slip (“an the”)."""


class Checker:
    """Hears the word after an article."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = rules

    def check(self, document: Document) -> Iterator[Match]:
        """Articles that do not fit the sound after them."""
        for m in _ARTICLE.finditer(document.prose):
            right = _code_article(document, m) if m["word"] == DUMMY else _article(document, m)
            if right and right != m["article"].lower() and document.block_at(m.start()) is not None:
                offered = right.upper() if _is_shouted(document.prose, m) else cased(right, m["article"])
                for rule in self._rules:
                    yield match(rule, document, Span(*m.span("article")), [offered])


def _code_article(document: Document, m: re.Match[str]) -> str | None:
    code = _CODE.match(document.source, document.to_source(Span(m.end() - 1, m.end())).start)
    if code is None:
        return None
    hump = code["hump"].lower()
    return article_before(hump) or article_before(hump.upper())  # one that can't be said is spelled out: an ``Http…``


def _article(document: Document, m: re.Match[str]) -> str | None:
    """The article that what follows asks for; None where it is no article, or anyone’s guess."""
    prose, word = document.prose, m["word"]
    shouted = _is_shouted(prose, m)
    if m["article"][0] == "A" and not shouted and not begins_sentence(prose, m.start()):
        return None  # a letter, or a name: vitamin A, Plan A, Hoi An
    letters = _LETTER.match(word)
    if letters is None:
        return None if prose.startswith("/", m.end()) else article_before(word)  # 1/8 is an eighth
    head = letters[0]
    if _is_no_noun(m["article"], word, head):
        return None
    if shouted and len(head) > 1 and load().anywhere(head.lower()):
        return article_before(word.lower())
    return article_before(word) if _is_heard(head) else None


def _is_no_noun(article: str, word: str, head: str) -> bool:
    """Whether no article stands before it, or none that the letters tell: a word hidden by asterisks, a numeral."""
    return (
        head.lower() in _NO_NOUN or (article == "A" and len(head) == 1) or "*" in word or bool(_ROMAN.fullmatch(head))
    )


def _is_shouted(prose: str, m: re.Match[str]) -> bool:
    """Whether the words around are all in capitals, so that capitals make no abbreviation."""
    before, after = prose[max(0, m.start() - 30) : m.start()].split(), prose[m.end() : m.end() + 30].split()
    return all(w.isupper() for w in (*before[-1:], *after[:1])) and bool(before or after) and m["word"].isupper()


def _is_heard(head: str) -> bool:
    """Whether the letters say how it begins: an unknown word may be foreign, a name with a U is anyone’s guess."""
    low, lexicon = head.lower(), load()
    if head.islower() and len(head) > 1:
        return lexicon.anywhere(low)
    return low[0] != "u" or len(head) == 1 or head.isupper() or lexicon.anywhere(low) or article_before(head) == "a"
