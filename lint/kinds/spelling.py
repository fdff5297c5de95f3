"""spelling: words that no dictionary knows; names only on evidence.

A lower-case word is judged by the dictionaries, by how it is built (un-, -gate, anti-…), by how common it is and by
how often the story has it. A capitalised word is taken for a name, and is a finding only when it stands close to a
name that the story has more often, or to a very common word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz.distance import OSA

from lint.config import Config
from lint.document import DUMMY, Document
from lint.finding import Match
from lint.kinds.checker import Options as Base
from lint.kinds.checker import begins_sentence, cased, match, quoted_as
from lint.lexicon import Lexicon, load, sound
from lint.rule import Rule, Severity
from lint.span import Span


class Options(Base, frozen=True, kw_only=True):
    """``check``: ``words`` (lower-case words), ``names`` (capitalised ones), ``brands`` (names with a capital inside),
    ``dialect`` (words that only other dialects spell so) or ``links`` (words in the addresses of links). ``ignore``: words that are right here."""

    check: Literal["words", "names", "brands", "dialect", "links"]
    ignore: list[str] = []


TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")
_GLUE = re.compile(r"[\w@#\\/&=+*~^%$]")  # a word that touches one of these is a piece of something else
_POSSESSIVE = re.compile(r"(?:'s|')$", re.IGNORECASE)
_CONTRACTION = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m|em|all))$", re.IGNORECASE)
_PREFIXES = re.compile(
    r"(?:un|re|non|over|under|out|pre|post|anti|dis|mis|super|ultra|mega|counter|micro|multi|cyber|eco|bio|geo|neuro|inter|"
    r"intra|sub|semi|pseudo|crypto|narco|petro|electro|hydro|thermo|photo|tele|techno|nano|auto|mini|down|up|back|cross|"
    r"fore|mid|off|on|self|side|hyper|trans|co|de|bi|tri)"
)
_SUFFIXES = re.compile(r"(?:ish|like|gate|less|ness|ly|able|ability|wise|ward|wards|hood|ship|dom|free|proof|goer|goers|mania)$")
_PARTICLES = {"al", "el", "bin", "ibn", "ben", "de", "da", "di", "del", "van", "von", "der", "la", "le", "ul", "abu", "bint"}
_FORMED = re.compile(r"(?:ing|ings|ed|er|ers|ism|ist|ists|able|y)$")
_LITTLE = set(
    "the and for with from that this they them their then than there here have has had was were are been being will would "
    "can could may might must shall should not but you your yours she her his him its our out who whom whose what when where "
    "which while why how all any some one two into onto upon over under about after before because between does did done "
    "get got make made made put see say said says take took give gave let use used too also just very more most much many "
    "such only own same other each every both few these those".split()
)
_NAME_GOES_ON = re.compile(rf"[-‑ ](?:(?:{'|'.join(_PARTICLES)})[-‑ ])*[^\W\d_a-z]")
NEW_WORD = 2.9
"""A word that is in no dictionary but at least this common (Zipf), and no slip of a commoner one, is a new word."""
COMMON = 3.7
"""A capitalised word one slip away from a word at least this common (Zipf) is taken for that word misspelt."""
RATHER_COMMON = 3.1
"""The same for a word of eight letters or more, which few names are close to, and for one that begins a sentence."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str  # with straight apostrophes, without a possessive ending
    span: Span  # in the prose
    block: int
    start: bool  # whether a sentence begins here
    hyphenated: bool


class _Story:
    """The words of one document, and what it knows of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = [t for i in range(len(document.blocks)) for t in _tokens(document, i)]
        self.counts = Counter(t.text for t in self.tokens)
        self.names = Counter(t.text for t in self.tokens if t.text[0].isupper() and not t.text.isupper())

    @cached_property
    def inside(self) -> set[str]:
        """Words with a capital that does not come from where they stand."""
        return {t.text for t in self.tokens if t.text[0].isupper() and not t.start}


def _tokens(document: Document, index: int) -> Iterator[_Token]:
    text, base = document.texts[index], document.blocks[index].span.start
    for m in TOKEN.finditer(text):
        start, end = m.span()
        word = m[0]
        if word.endswith("'"):  # a closing quotation mark, or the possessive of a plural
            word, end = word[:-1], end - 1
        if (start and _GLUE.match(text[start - 1])) or (end < len(text) and _GLUE.match(text[end])):
            continue
        if text[start - 1 : start] == "." and start > 1 and text[start - 2].isalnum():
            continue  # example.com, file.txt, U.S
        if text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum() and not text[end + 1 : end + 2].isupper():
            continue
        bare = _POSSESSIVE.sub("", word) if word[-2:].lower() == "'s" else word
        if not bare:
            continue
        hyphenated = text[start - 1 : start] in "-‑" and start > 0 or text[end : end + 1] in ("-", "‑")
        yield _Token(bare, Span(base + start, base + start + len(bare)), index, begins_sentence(text, start), hyphenated)


class Checker:
    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        self._rules = {r.options.check: r for r in rules}
        self._dialect_chosen = config.dialect_chosen
        ignored = {w for r in rules for w in r.options.ignore} | set(config.words)
        self._words = {part for w in ignored for part in (w, w.replace("’", "'"), *re.split(r"[\s-]+", w))}
        self._lower = {w.lower() for w in self._words}
        self._lexicon: Lexicon = load()

    def check(self, document: Document) -> Iterator[Match]:
        story = _Story(document)
        unknown: list[_Token] = []
        for token in story.tokens:
            if token.text in self._words or len(token.text) < 2:
                continue
            if token.text.islower():
                if self._unknown(token, document):
                    unknown.append(token)
                elif "dialect" in self._rules:
                    yield from self._foreign(token, document)
            elif token.text.isupper():
                continue
            elif "brands" in self._rules and (brand := self._brand(token, story)) is not None:
                yield match(self._rules["brands"], document, token.span, [brand])
            elif "names" in self._rules and token.text[0].isupper() and token.text[1:].islower():
                yield from self._name(token, story, document)
        if "words" in self._rules:
            yield from self._report(unknown, story, document)
        if "links" in self._rules:
            yield from self._links(document)

    # ---- lower-case words --------------------------------------------------------------------

    def _unknown(self, token: _Token, document: Document) -> bool:
        """Whether this is a word that nobody knows."""
        word, dialect = token.text, document.dialect
        if len(word) < 3 or word in self._lower or self._known(word, dialect):
            return False
        if word in _PARTICLES and _NAME_GOES_ON.match(document.prose, token.span.end):
            return False  # Khalil al-Hayya, Ursula von der Leyen
        if token.hyphenated and self._in_compound(token, document):
            return False
        return not self._built(word, dialect) and not self._new(word, dialect)

    def _known(self, word: str, dialect: str) -> bool:
        lexicon = self._lexicon
        if lexicon.anywhere(word) or lexicon.has(word, dialect):
            return True
        bare = _CONTRACTION.sub("", word)
        return bare != word and (lexicon.anywhere(bare) or bare in ("ca", "wo", "sha", "gov"))

    def _in_compound(self, token: _Token, document: Document) -> bool:
        """A part of a hyphenated word that is right as a whole: co-ordinated, have-nots, Assemblée-nationale."""
        word, prose = token.text, document.straight
        before = re.search(r"([^\W\d_]+)[-‑]$", prose[max(0, token.span.start - 30) : token.span.start])
        after = re.match(r"[-‑]([^\W\d_]+)", prose[token.span.end : token.span.end + 30])
        if len(word) <= 4 or (before and before[1][0].isupper()) or (after and after[1][0].isupper()):
            return True
        head, tail = before[1] if before else "", after[1] if after else ""
        if self._lexicon.in_any_case(head + word + tail):
            return True
        close = self._lexicon.close(word, document.dialect)
        if any(self._lexicon.anywhere(f"{head}{hyphen}{s}".lower()) for s in close for hyphen in ("-", "") if head):
            return False
        return not any(self._lexicon.zipf(s) >= 3.5 for s in close)

    def _built(self, word: str, dialect: str) -> bool:
        """Whether it is made of known words: anti-, -gate, footballing, housebuilder."""
        lexicon = self._lexicon

        def good(stem: str, least: float = 2.5) -> bool:
            return len(stem) >= 4 and lexicon.anywhere(stem) and lexicon.zipf(stem) >= least

        if len(word) < 7 or any(lexicon.zipf(s) >= 2.0 for s in lexicon.close(word, dialect)):
            return False
        prefix = _PREFIXES.match(word)
        stems = [word[prefix.end() :]] if prefix else []
        if suffix := _SUFFIXES.search(word):
            stems.append(word[: suffix.start()])
        if word.endswith("s") and not word.endswith("ss"):
            stems += [stem[:-1] for stem in stems]
        if any(good(stem) for stem in stems):
            return True
        if any(self._compound(w) for w in {word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("ing")}):
            return True
        formed = _FORMED.search(word)
        if formed and (good(word[: formed.start()], 3.0) or good(word[: formed.start()] + "e", 3.0)):
            return not self._lexicon.close(word, dialect)
        return False

    def _compound(self, word: str) -> bool:
        """Two words of weight that grew together; little words only run together by mistake (tothe)."""
        lexicon = self._lexicon
        for i in range(3, len(word) - 2):
            left, right = word[:i], word[i:]
            if (
                lexicon.anywhere(left)
                and lexicon.anywhere(right)
                and left not in _LITTLE
                and right not in _LITTLE
                and lexicon.zipf(left) >= (3.5 if len(left) > 3 else 4.3)
                and lexicon.zipf(right) >= (3.0 if len(right) > 3 else 4.3)
            ):
                return True
        return False

    def _new(self, word: str, dialect: str) -> bool:
        """Whether it is common enough to be a word that the dictionaries do not have yet."""
        zipf = self._lexicon.zipf(word)
        if zipf < NEW_WORD or "'" in word:
            return False
        best = self._lexicon.suggest(word, dialect, most=1)
        return not best or self._lexicon.zipf(best[0]) < zipf + 0.8

    def _report(self, unknown: list[_Token], story: _Story, document: Document) -> Iterator[Match]:
        """A finding for each unknown word; a suggestion for one that looks like a term or a foreign word."""
        rule = self._rules["words"]
        counts = Counter(t.text for t in unknown)
        for i, token in enumerate(unknown):
            brand = self._lexicon.brand(token.text) if len(token.text) >= 7 else None
            suggestions = [brand] if brand else self._lexicon.suggest(token.text, document.dialect, story.counts)
            term = counts[token.text] >= 2 or _among_strangers(unknown, i)
            weak = not self._meant(token.text, suggestions) or (term and not self._slip(token.text, suggestions))
            found = token.span.of(document.prose)
            fitted = [quoted_as(cased(s, found), document, found) for s in suggestions]
            yield match(rule, document, token.span, fitted, severity=Severity.SUGGESTION if weak else None)

    def _meant(self, word: str, suggestions: list[str]) -> bool:
        """Whether the first suggestion can well have been meant; without one the word may be a term of its trade."""
        if not suggestions:
            return False
        first = suggestions[0]
        if " " in first or not first[1:].islower():
            return True
        distance, zipf = OSA.distance(word, first.lower()), self._lexicon.zipf(first)
        if len(word) <= 4:
            return distance <= 1 and zipf >= 4.0
        if distance > 1:
            return zipf >= (2.0 if sound(word) == sound(first.lower()) or len(word) >= 10 else 3.3)
        return distance == 0 or zipf >= (2.0 if len(word) < 8 else 0.5)

    def _slip(self, word: str, suggestions: list[str]) -> bool:
        return any(self._lexicon.zipf(s) >= 3.3 and OSA.distance(word, s.lower()) <= 1 for s in suggestions[:1])

    # ---- addresses of links ------------------------------------------------------------------

    def _links(self, document: Document) -> Iterator[Match]:
        """Words in addresses that nobody ever wrote and that are a common word with a slip inside it."""
        lexicon = self._lexicon
        for m in _SCHEME.finditer(document.source):
            if OSA.distance(m[0].lower(), "https") <= 1:
                yield match(self._rules["links"], document, Span(*m.span()), ["https", "http"], raw=True)
        for address in _ADDRESS.finditer(document.source):
            for m in _ADDRESS_WORD.finditer(document.source, *address.span()):
                word = m[0]
                if word in self._lower or lexicon.anywhere(word) or lexicon.zipf(word) > 0:
                    continue
                ends = word[0], word[-1]
                meant = [
                    w
                    for w in (*lexicon.close(word, document.dialect), *lexicon.close(word, "en-US"))
                    if w.islower() and lexicon.zipf(w) >= COMMON and (w[0], w[-1]) == ends
                ]
                if meant:
                    yield match(self._rules["links"], document, Span(*m.span()), meant[:3], raw=True)

    # ---- words of another dialect ------------------------------------------------------------

    def _foreign(self, token: _Token, document: Document) -> Iterator[Match]:
        word, dialect = token.text, document.dialect
        if "'" in word or self._lexicon.has(word, dialect) or not self._lexicon.anywhere(word) or word in self._lower:
            return
        variants = [s for s in self._lexicon.suggest(word, dialect) if OSA.distance(word, s) <= 3 and s[:1] == word[:1]]
        if variants and self._lexicon.zipf(word) > 1.5:
            severity = None if self._dialect_chosen else Severity.SUGGESTION
            yield match(self._rules["dialect"], document, token.span, variants[:1], severity=severity, dialect=dialect)

    # ---- capitalised words -------------------------------------------------------------------

    def _brand(self, token: _Token, story: _Story) -> str | None:
        """The brand that a word is in the wrong casing, or misspelt with a capital inside: Youtube, GutHub."""
        word, lexicon = token.text, self._lexicon
        if "'" in word or len(word) < 5 or lexicon.anywhere(word) or word.lower() in self._lower or story.counts[word] >= 3:
            return None
        inside = not word[1:].islower()
        brand = lexicon.brand(word) if inside or word.lower() in lexicon.brands else None
        if brand is None or brand == word or (token.start and brand[0].islower() and word[1:] == brand[1:]):
            return None
        return brand

    def _name(self, token: _Token, story: _Story, document: Document) -> Iterator[Match]:
        word = token.text
        if len(word) < 5 or "'" in word or self._lexicon.in_any_case(word) or word.lower() in self._lower:
            return
        if word.endswith("s") and self._lexicon.in_any_case(word[:-1]):
            return  # the Hendersons
        if token.start and (self._built(word.lower(), document.dialect) or self._new(word.lower(), document.dialect)):
            return
        suggestions = [*self._in_story(word, story), *self._common_word(word, token, story, document)]
        if suggestions:
            found = token.span.of(document.prose)
            yield match(self._rules["names"], document, token.span, [quoted_as(s, document, found) for s in suggestions])

    def _in_story(self, word: str, story: _Story) -> list[str]:
        """Names that the story has more often, one slip away."""
        own = story.names[word]
        found = [
            other
            for other, count in story.names.items()
            if count > own
            and count >= 2
            and other != word
            and abs(len(other) - len(word)) <= 1
            and word.lower() != other.lower()
            and OSA.distance(word, other, score_cutoff=1) == 1
            and {word, other} != {min(word, other, key=len), min(word, other, key=len) + "s"}
        ]
        return sorted(found, key=lambda w: -story.names[w])[:3]

    @staticmethod
    def _common(word: str, meant: str, plain: bool) -> float:
        """How common ``meant`` must be for ``word`` to be taken for it."""
        return RATHER_COMMON if meant.islower() and (plain or len(word) >= 8) else COMMON

    def _common_word(self, word: str, token: _Token, story: _Story, document: Document) -> list[str]:
        """Very common words one slip away, when nothing says that this is a name."""
        if story.names[word] >= 2 or token.hyphenated:
            return []
        own = self._lexicon.zipf(word)
        prose = document.prose
        if word.endswith("s") and prose[max(0, token.span.start - 4) : token.span.start].lower() == "the ":
            return []  # the Barneas
        if prose[max(0, token.span.start - 1) : token.span.start] == DUMMY:
            return []
        plain = token.start and re.match(rf"\s(?:[a-z{DUMMY}]|[A-Z]{{2}})", prose[token.span.end : token.span.end + 3]) is not None
        return [
            cased(s, word)
            for s in self._lexicon.close(word.lower(), document.dialect)
            if (zipf := self._lexicon.zipf(s)) >= self._common(word, s, plain)
            and (own < 2.0 or zipf - own >= 2.5)  # a name that is known itself
            and _likely_slip(word.lower(), s.lower(), plain and s.islower())
        ][:3]


_CALENDAR = set(
    "january february march april june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday".split()
)


_ADDRESS = re.compile(
    r"""(?:https?://|www\.)[^\s<>"“”]+|\b(?:href|src)\s*=\s*"[^"]+"|\bref\s"[^"]+"|\]\([^()\s]+\)""", re.IGNORECASE
)
_SCHEME = re.compile(r"\b(?!https?:)[a-z]{3,6}(?=://)", re.IGNORECASE)
_ADDRESS_WORD = re.compile(r"(?<![A-Za-z0-9%])[a-z]{6,40}(?![A-Za-z0-9%])")


def _likely_slip(word: str, meant: str, plain: bool) -> bool:
    """Names differ from words as misspellings seldom do: at the end, or by one letter of a few. Two letters swapped
    are a slip at any length; anything else only in a word of seven letters or more, or in an ordinary word that begins
    a sentence (``plain``)."""
    if word == meant:
        return False
    if sorted(word) == sorted(meant) or plain or (meant in _CALENDAR and word[-1] == meant[-1]):
        return True
    return len(word) >= 7 and (word[-1] == meant[-1] or (len(word) >= 9 and word[-1] not in "aio"))


def _among_strangers(unknown: list[_Token], i: int) -> bool:
    """Whether three unknown words stand close together: a foreign phrase, a list of terms."""
    token = unknown[i]
    near = {t.text for t in unknown[max(0, i - 3) : i + 4] if t.block == token.block and abs(t.span.start - token.span.start) < 40}
    return len(near) >= 3


def build(rules: Sequence[Rule], config: Config) -> Checker:
    return Checker(rules, config)
