"""spelling: words that no dictionary knows; names only on evidence.

A lower-case word is judged by the dictionaries, by how it is built (un-, -gate, anti-…), by how common it is and by
how often the story has it. A capitalised word is taken for a name, and is a finding only when it stands close to a
name that the story has more often, or to a very common word.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from rapidfuzz.distance import OSA

from lint.config.name_lists import Name
from lint.config.settings import Config
from lint.dictionary.lexicon import load
from lint.dictionary.proper_names import COMMON, Naming
from lint.dictionary.story import Story, Token
from lint.dictionary.typo_classifier import is_slip
from lint.dictionary.word_formation import Wordhood
from lint.document import Document
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.kinds.case_variants import is_whole
from lint.matching.prefilter import Index
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.casing import cased, quoted_as
from lint.text.sentences import begins_sentence


class Options(Base, frozen=True, kw_only=True):
    """``check``: ``words`` (lower-case words), ``names`` (capitalised ones), ``brands`` (names with a capital inside),
    ``dialect`` (words that only other dialects spell so), ``links`` (words in the addresses of links) or ``listed``
    (wrong forms of names, those of ``wrong`` and of the newsroom's own list).
    ``ignore``: words that are right here; ``wrong``: wrong forms of names and the right one."""

    PLACEHOLDERS = {"message": ("dialect", "note")}
    LANGUAGE = "en"

    check: Literal["words", "names", "brands", "dialect", "links", "listed"]
    ignore: list[str] = []
    wrong: dict[str, str] = {}


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = {r.options.check: r for r in rules}
        self._dialect_chosen = config.dialect_chosen
        declared = {w for r in rules for w in r.options.ignore} | set(config.words) | {n.right for n in config.names}
        self._words = {part for w in declared for part in (w, w.replace("’", "'"), *re.split(r"[\s-]+", w))}
        self._lower = {w.lower() for w in self._words}
        self._fine: dict[str, set[str]] = {}  # words that need no second look, by dialect
        listed = [Name(right, (wrong,)) for r in rules for wrong, right in r.options.wrong.items()] + [*config.names]
        self._listed = [(wrong.replace("’", "'"), name) for name in listed for wrong in name.wrong]
        self._index = Index([frozenset({wrong.lower()}) for wrong, _ in self._listed])
        self._lexicon = load()
        self._wordhood = Wordhood(self._lexicon, self._lower)
        self._naming = Naming(self._lexicon, self._wordhood, self._lower)

    def check(self, document: Document) -> Iterator[Match]:
        story = Story(document)
        unknown: list[Token] = []
        fine = self._fine.setdefault(document.dialect, set(self._words))
        for token in story.tokens:
            if token.text in fine or len(token.text) < 2 or token.text.isupper():
                continue
            if not token.text.islower():
                yield from self._capitalised(token, story, document)
            elif self._wordhood.unknown(token, document):
                unknown.append(token)
            elif self._lexicon.has(token.text, document.dialect):
                fine.add(token.text)
            elif "dialect" in self._rules:
                yield from self._foreign(token, document)
        if "words" in self._rules:
            yield from self._report(unknown, story, document)
        if "links" in self._rules:
            yield from self._links(document)
        if "listed" in self._rules:
            yield from self._wrong_names(document)

    def _capitalised(self, token: Token, story: Story, document: Document) -> Iterator[Match]:
        if "brands" in self._rules and (brand := self._naming.brand(token, story)):
            yield match(self._rules["brands"], document, token.span, [brand])
        elif "names" in self._rules and token.text[0].isupper() and token.text[1:].islower():
            found = token.span.of(document.prose)
            meant = [quoted_as(s, document.curly, found) for s in self._naming.meant(token, story, document)]
            if meant:
                yield match(self._rules["names"], document, token.span, meant)

    # ---- lower-case words --------------------------------------------------------------------

    def _report(self, unknown: list[Token], story: Story, document: Document) -> Iterator[Match]:
        """A finding for each unknown word; a suggestion for one that looks like a term or a foreign word."""
        counts = Counter(t.text for t in unknown)
        for i, token in enumerate(unknown):
            word = token.text
            ranked = [r for r in self._lexicon.ranked(word, document.dialect, story.counts) if r[0] not in counts]
            forms = {word, f"{word}s", word.removesuffix("s")}
            brand = self._lexicon.brand(word) if len(word) >= 7 else None
            offered = [brand] if brand else [w for w, _ in ranked[:5]]
            sure = bool(brand) or is_slip(word, ranked, sum(counts[f] for f in forms), self._lexicon, document.dialect)
            if name := _lost_capital(token, document):
                offered, sure = [name], True
            elif _among_strangers(unknown, i) and not self._common_slip(word, offered):
                sure = False
            found = token.span.of(document.prose)
            fitted = [quoted_as(cased(s, found), document.curly, found) for s in offered]
            severity = None if sure else Severity.SUGGESTION
            m = match(self._rules["words"], document, token.span, fitted, severity=severity)
            if offered and offered[0].lower() == word:
                weight = Severity.WARNING if sure else Severity.SUGGESTION  # a name cased two ways says it better
                m = dataclasses.replace(m, message=f"‘{fitted[0]}’ is written with its capital.", severity=weight)
            yield m

    def _common_slip(self, word: str, offered: list[str]) -> bool:
        return any(self._lexicon.zipf(s) >= 3.3 and OSA.distance(word, s.lower()) <= 1 for s in offered[:1])

    def _foreign(self, token: Token, document: Document) -> Iterator[Match]:
        """A word that only other dialects spell so."""
        word, dialect, lexicon = token.text, document.dialect, self._lexicon
        if "'" in word or lexicon.has(word, dialect) or not lexicon.anywhere(word) or word in self._lower:
            return
        variants = [s for s in lexicon.suggest(word, dialect) if OSA.distance(word, s) <= 3 and s[:1] == word[:1]]
        if variants and lexicon.zipf(word) > 1.5:
            severity = None if self._dialect_chosen else Severity.SUGGESTION
            yield match(self._rules["dialect"], document, token.span, variants[:1], severity=severity, dialect=dialect)

    # ---- the newsroom's own list -----------------------------------------------------------------

    def _wrong_names(self, document: Document) -> Iterator[Match]:
        """Wrong forms, as words of their own and in their own casing; a right form that holds one is left alone."""
        for entry, start, end in self._index.hits(document.folded):
            wrong, name = self._listed[entry]
            span = Span(start, end)
            if span.of(document.straight) != wrong or not is_whole(document.folded, start, end):
                continue
            around = document.straight[max(0, start - len(name.right)) : end + len(name.right)]
            if name.right.replace("’", "'") not in around or wrong not in name.right:
                right = quoted_as(name.right, document.curly, span.of(document.prose))
                note = f" ({name.note})" if name.note else ""
                yield match(self._rules["listed"], document, span, [right], note=note)

    # ---- addresses of links ------------------------------------------------------------------

    def _links(self, document: Document) -> Iterator[Match]:
        rule, source = self._rules["links"], document.source
        for m in _SCHEME.finditer(source):
            if OSA.distance(m[0].lower(), "https") <= 1:
                yield match(rule, document, Span(*m.span()), ["https", "http"], in_source=True)
        for address in _ADDRESS.finditer(source):
            for m in _ADDRESS_WORD.finditer(source, *address.span()):
                if meant := self._misspelt(m[0], document.dialect):
                    yield match(rule, document, Span(*m.span()), meant, in_source=True)

    def _misspelt(self, word: str, dialect: str) -> list[str]:
        """The common words that a word of an address is, with a slip inside it; one that was ever seen is none."""
        lexicon = self._lexicon
        if word in self._lower or lexicon.anywhere(word) or lexicon.zipf(word) >= 1.7:
            return []
        close = (*lexicon.close(word, dialect), *lexicon.close(word, "en-US"))
        ends = word[0], word[-1]
        return [w for w in close if w.islower() and lexicon.zipf(w) >= COMMON and (w[0], w[-1]) == ends][:3]


_ADDRESS = re.compile(
    r"""(?:https?://|www\.)[^\s<>"“”]+|\b(?:href|src)\s*=\s*"[^"]+"|\bref\s"[^"]+"|\]\([^()\s]+\)""", re.IGNORECASE
)
_SCHEME = re.compile(r"\b(?!https?:)[a-z]{3,6}(?=://)", re.IGNORECASE)
_ADDRESS_WORD = re.compile(r"(?<![A-Za-z0-9%])[a-z]{6,40}(?![A-Za-z0-9%])")


_BEFORE = re.compile(r"[A-Z][\w']* \Z")


def _lost_capital(token: Token, document: Document) -> str | None:
    """The name that a word is, when the story has it with its capital after the same capitalised word (“Greater
    noida … Greater Noida”)."""
    text = document.straight
    before = _BEFORE.search(text, max(0, token.span.start - 30), token.span.start)
    if before is None or begins_sentence(text, before.start()):
        return None
    name = token.text.capitalize()
    return name if re.search(rf"\b{re.escape(before[0] + name)}\b", text) else None


def _among_strangers(unknown: list[Token], i: int) -> bool:
    """Whether three unknown words stand close together: a foreign phrase, a list of terms."""
    token = unknown[i]
    near = {
        t.text
        for t in unknown[max(0, i - 3) : i + 4]
        if t.block == token.block and abs(t.span.start - token.span.start) < 40
    }
    return len(near) >= 3
