"""apostrophe: a plural that should be a possessive (“the governments plan”), judged by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.config.settings import Config
from lint.context.tokens import Token, words_of
from lint.dictionary.lexicon import Lexicon
from lint.dictionary.lexicon import load as lexicon
from lint.document import DUMMY, Block, Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import lines_of, match
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.casing import cased
from lint.text.function_words import NOT_POSSESSED


class Options(Base, frozen=True, kw_only=True):
    """``exceptions``, and ``file`` beside the rule with one a line: plurals that stand before nouns as they are (sports
    club); ``margin``: how much more evidence than usual is asked for, in natural log-odds (0)."""

    exceptions: list[str] = []
    file: str = ""
    margin: float = 0.0

    def files(self) -> tuple[str, ...]:
        """The file of plurals, if there is one."""
        return (self.file,) if self.file else ()


_SEVERAL = frozenset("two three four five six these those many several all both most other some few".split())


def may_lack(words: Sequence[str], i: int, known: Lexicon) -> bool:
    """Whether the word at ``i`` (lower case) is a plural with a noun after it, by the look of both."""
    word = words[i]
    after = words[i + 1] if i + 1 < len(words) else ""
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and after.isalpha()
        and after not in NOT_POSSESSED
        and known.anywhere(word)
        and known.anywhere(word[:-1])
    )


_ONE = frozenset("a an this that each every another one".split())


def _may_do(words: Sequence[str], i: int, known: Lexicon) -> bool:
    """Whether the word after the plural may be what several of it do (“the rules state”, “streets demanding”, “took to
    the streets shirtless”)."""
    before, after = words[i - 1] if i else "", words[i + 1]
    if after.endswith(("ing", "less")) or after in _ADVERBS:
        return after not in _NOUNS
    if list(words[max(0, i - 3) : i - 1]) == ["one", "of"]:
        return True  # one of the sellers promises
    follows = words[i + 2] if i + 2 < len(words) else ""
    return before not in _ONE and follows in _AFTER_VERBS and _is_verb(after, known)


def _is_verb(word: str, known: Lexicon) -> bool:
    """Whether a word has a form in -ing, so that it is a verb, too."""
    forms = (word + "ing", word.removesuffix("e") + "ing", word + word[-1:] + "ing")
    return word != "" and any(map(known.anywhere, forms))


_AFTER_VERBS = frozenset(
    "a about against an at for from her him his if in into it its me my on our over she some that the their them they "
    "this to us we what when where whether with you your".split()
)
"""What follows a verb oftener than a noun: its object, its clause, its little word."""
_ADVERBS = frozenset(
    "abroad ahead alone alike apart away backstage downtown indoors long near nearby outdoors overseas".split()
)
_NOUNS = frozenset(
    "beginning being building ceiling clothing ending evening feeling funding hearing housing king meeting morning "
    "opening planning rating reading ruling spending spring string thing training wedding wing".split()
)


class Checker:
    """Weighs plurals that stand before nouns."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = rules
        self._exceptions = {r.id: _exceptions(r) for r in rules}
        self._own = {w.lower() for w in config.words}

    def check(self, document: Document) -> Iterator[Match]:
        """Plurals that are likelier a possessive without its apostrophe."""
        from lint.context.possessive import odds

        known = lexicon()
        for block, text in zip(document.blocks, document.texts, strict=True):
            row = words_of(text)
            words = [t.text for t in row]
            yield from self._names(document, block, text)
            for i, token in enumerate(row):
                if token.name or words[i] in self._own or not may_lack(words, i, known) or not _plain(text, row, i):
                    continue
                sure = odds(words, i)
                for rule in self._rules:
                    if sure < rule.options.margin or words[i] in self._exceptions[rule.id]:
                        continue
                    if block.scope not in ("heading", "headline"):
                        span = Span(block.span.start + token.start, block.span.start + token.end)
                        meant = _meant(words, i, span.of(document.prose))
                        doubtful = Severity.SUGGESTION if _may_do(words, i, known) else None
                        yield match(rule, document, span, meant, severity=doubtful)

    def _names(self, document: Document, block: Block, text: str) -> Iterator[Match]:
        """A known name with an s that makes no word that anybody writes, before a noun: “as Djangos templates do”."""
        known = lexicon()
        for m in _NAME.finditer(text):
            name, noun = m["name"], m["noun"] or ""
            free = noun not in NOT_POSSESSED and not noun.endswith(("ed", "ing", "ly")) and not _is_verb(noun, known)
            if free and known.anywhere(name) and not known.in_any_case(name + "s") and known.zipf(name + "s") < 1.0:
                for rule in self._rules:
                    if block.scope not in ("heading", "headline"):
                        span = Span(block.span.start + m.start("name"), block.span.start + m.end("name") + 1)
                        yield match(rule, document, span, [f"{name}'s"])


_NAME = re.compile(rf"(?<![.!?] )(?<!\b[Tt]he )(?<!^)\b(?P<name>[A-Z][a-z]{{2,}})s (?:(?P<noun>[a-z]+)\b|{DUMMY})")


def _exceptions(rule: Rule) -> frozenset[str]:
    listed = (plural for plural, _ in lines_of(rule, rule.options.file)) if rule.options.file else ()
    return frozenset((*rule.options.exceptions, *listed))


def _plain(text: str, row: Sequence[Token], i: int) -> bool:
    """Whether word and noun stand side by side, with a space alone between them, and the noun is no name."""
    after = row[i + 1]
    return (
        not after.name and text[row[i].end : after.start] == " " and text[row[i].start - 1 : row[i].start] in (" ", "")
    )


def _meant(words: Sequence[str], i: int, found: str) -> list[str]:
    one, several = cased(words[i][:-1] + "'s", found), cased(words[i] + "'", found)
    before = words[i - 1] if i else ""
    return [several, one] if before in _SEVERAL else [one, several]
