"""repetition: the same word twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.dictionary.lexicon import load
from lint.document import Document
from lint.finding import Failure, Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.matching.exceptions import Exceptions
from lint.matching.patterns import Line, Pattern, TooSlow, any_of, too_slow
from lint.rule import Rule
from lint.span import Span
from lint.text.function_words import NEVER_NAMES
from lint.text.sentences import begins_sentence
from lint.text.words import PATTERN


class Options(Base, frozen=True):
    """``tokens``: patterns of what may not be repeated (any word); ``max``: how many repeats are allowed (0); more
    than one repeat beyond that is taken for emphasis.

    ``alpha``: only tokens of letters; ``ignorecase``; ``exceptions``: patterns of doubled text that is right
    ("had had"). Only white space may stand between the two.
    """

    PLACEHOLDERS = {"message": ("word",)}

    tokens: list[str] = []
    max: int = 0
    ignorecase: bool = True
    alpha: bool = False
    exceptions: list[str] = []


class Checker:
    """Finds words that follow themselves."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._patterns = [any_of(r, _tokens(r), ignorecase=r.options.ignorecase) for r in rules]
        self._exceptions = {r.id: Exceptions(r) for r in rules}

    def check(self, document: Document) -> Iterator[Match | Failure]:
        """Words that are doubled and not excused, and a Failure for a pattern that took too long."""
        for p in self._patterns:
            try:
                for i in range(len(document.blocks)):
                    yield from self._block(document, p, i)
            except TooSlow as e:
                yield too_slow(document, e)

    def _block(self, document: Document, p: Pattern, index: int) -> Iterator[Match]:
        rule = p.rule
        o: Options = rule.options
        text = document.texts[index]
        if not o.tokens and not _DOUBLED.search(text):
            return
        base = document.blocks[index].span.start
        tokens = p.find(text)
        i = 0
        while i < len(tokens):
            run = [tokens[i]]
            while i + 1 < len(tokens) and self._same(o, text, run[-1], tokens[i + 1]):
                i += 1
                run.append(tokens[i])
            i += 1
            pair = Span(run[0].start(), run[-1].end())
            if (
                len(run) == 2 + o.max
                and not _goes_before(text, run[0])
                and not self._exceptions[rule.id].excuse(text, pair)
            ):
                span = Span(base + pair.start, base + pair.end)
                yield match(rule, document, span, (run[0][0],), word=run[0][0])

    @staticmethod
    def _same(o: Options, text: str, one: re.Match[str], two: re.Match[str]) -> bool:
        """Whether a word stands right after itself; not so in a compound ("the reader reader-centred"), nor where the
        second is a name ("the law lord Lord Bingham") or both are ("Duran Duran", "M M Naravane")."""
        if not text[one.end() : two.start()].isspace() or text[two.end() : two.end() + 1] in ("-", "‑", "/"):
            return False
        if _is_doubled_name(text, one, two) or _is_reduplication(one[0]):
            return False
        if one[0] == two[0]:
            may_be_name = one[0][0].isupper() and one[0].lower() not in NEVER_NAMES
            return not may_be_name and (one[0].isalpha() or not o.alpha)
        return o.ignorecase and one[0].lower() == two[0].lower() and one[0].lower() in NEVER_NAMES


def _goes_before(text: str, first: re.Match[str]) -> bool:
    """“No no no”: it stands there in another casing, too, so that it is emphasis."""
    before = text[: first.start()].rstrip()
    return before.lower().endswith(first[0].lower()) and not before[: -len(first[0])][-1:].isalnum()


def _is_doubled_name(text: str, one: re.Match[str], two: re.Match[str]) -> bool:
    """“The The played”: both have a capital, and the first one not from its place."""
    return (
        one[0][0].isupper() and two[0][0].isupper() and not one[0].isupper() and not begins_sentence(text, one.start())
    )


def _is_reduplication(word: str) -> bool:
    """A word that is written twice (tuk-tuk, can-can), or one of another language (“sera sera”)."""
    known = load()
    return known.in_any_case(f"{word}-{word}".lower()) or (word.isalpha() and not known.in_any_case(word))


def _tokens(rule: Rule) -> list[Line]:
    tokens = rule.options.tokens
    return [Line(t, rule.where_of("tokens", i)) for i, t in enumerate(tokens)] or [Line(PATTERN, rule.where)]


_DOUBLED = re.compile(r"\b(\w+)(?:'\w+)?\s+\1\b", re.IGNORECASE)
