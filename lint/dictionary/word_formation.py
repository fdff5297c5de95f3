"""Whether a lower-case word is one: by the dictionaries, by how it is built, and by how common it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lint.dictionary.lexicon import Lexicon
from lint.dictionary.story import Token
from lint.document import Document
from lint.text.function_words import PARTICLES, RUN_TOGETHER

NEW_WORD = 2.9
"""A word that is in no dictionary but at least this common (Zipf), and no slip of a commoner one, is a new word."""

COMMON_NAME = 4.0
"""A name that is at least this common (Zipf) is one that everybody writes with its capital."""

_CONTRACTION = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m|em|all))$", re.IGNORECASE)
_PREFIXES = re.compile(
    r"(?:un|re|non|over|under|out|pre|post|anti|dis|mis|super|ultra|mega|counter|micro|multi|cyber|eco|bio|geo|neuro|"
    r"inter|intra|sub|semi|pseudo|crypto|narco|petro|electro|hydro|thermo|photo|tele|techno|nano|auto|mini|down|up|"
    r"back|cross|fore|mid|off|on|self|side|hyper|trans|co|de|bi|tri)"
)
_SUFFIXES = re.compile(
    r"(?:ish|like|gate|less|ness|ly|able|ability|wise|ward|wards|hood|ship|dom|free|proof|goer|goers|mania)$"
)
_FORMED = re.compile(r"(?:ing|ings|ed|er|ers|ism|ist|ists|able|y)$")
_AFTER_NAMES = frozenset(
    "appointed backed based born built controlled controlled educated funded held led listed made mediated nominated "
    "occupied owned related run speaking sponsored style themed trained wide winning".split()
)
"""What follows a name and a hyphen."""
_NAME_GOES_ON = re.compile(rf"[-‑ ](?:(?:{'|'.join(sorted(PARTICLES))})[-‑ ])*[^\W\d_a-z]")


class Wordhood:
    """Judges words with a lexicon and the words that a newsroom has declared right (``own``, in lower case)."""

    def __init__(self, lexicon: Lexicon, own: Collection[str]) -> None:
        self._lexicon = lexicon
        self._own = own

    def unknown(self, token: Token, document: Document) -> bool:
        """Whether nobody knows this word."""
        word, dialect = token.text, document.dialect
        if len(word) < 3 or word in self._own or self.known(word, dialect):
            return False
        if word in PARTICLES and _NAME_GOES_ON.match(document.prose, token.span.end):
            return False  # Khalil al-Hayya, Ursula von der Leyen
        if token.hyphenated and self._in_compound(token, document):
            return False
        return not self.built(word, dialect) and not self.new(word, dialect)

    def known(self, word: str, dialect: str) -> bool:
        """Whether a dictionary has it; those of other dialects count, but for South Africa's own."""
        lexicon = self._lexicon
        if lexicon.anywhere(word) or lexicon.has(word, dialect):
            return True
        bare = _CONTRACTION.sub("", word)
        return bare != word and (lexicon.anywhere(bare) or bare in ("ca", "wo", "sha", "gov"))

    def new(self, word: str, dialect: str) -> bool:
        """Whether it is common enough to be a word that the dictionaries do not have yet."""
        zipf = self._lexicon.zipf(word)
        if zipf < NEW_WORD or "'" in word or self.name(word):
            return False
        best = self._lexicon.suggest(word, dialect, most=1)
        return not best or self._lexicon.zipf(best[0]) < zipf + 0.8

    def name(self, word: str) -> bool:
        """Whether a common word has a capital in every dictionary (Italian, Monday)."""
        return self._lexicon.zipf(word) >= COMMON_NAME and self._lexicon.anywhere(word.capitalize())

    def _is_name(self, word: str) -> bool:
        return word[0].isupper() and not self._lexicon.anywhere(word.lower())

    def built(self, word: str, dialect: str) -> bool:
        """Whether it is made of known words: anti-, -gate, footballing, housebuilder."""
        close = self._lexicon.close(word, dialect)
        if len(word) < 7 or any(self._lexicon.zipf(s) >= 2.0 for s in close):
            return False
        if any(self._good(stem, 2.5) for stem in _stems(word)):
            return True
        bare = {word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("ing")}
        if any(self._compound(w) for w in bare):
            return True
        if formed := _FORMED.search(word):
            stem = word[: formed.start()]
            return not close and (self._good(stem, 3.0) or self._good(stem + "e", 3.0))
        return False

    def _good(self, stem: str, least: float) -> bool:
        return len(stem) >= 4 and self._lexicon.anywhere(stem) and self._lexicon.zipf(stem) >= least

    def _compound(self, word: str) -> bool:
        """Two words of weight that grew together; little words only run together by mistake (tothe)."""
        return any(self._half(word[:i], 3.5) and self._half(word[i:], 3.0) for i in range(3, len(word) - 2))

    def _half(self, word: str, least: float) -> bool:
        common = self._lexicon.zipf(word) >= (least if len(word) > 3 else 4.3)
        return common and word not in RUN_TOGETHER and self._lexicon.anywhere(word)

    def _in_compound(self, token: Token, document: Document) -> bool:
        """A part of a hyphenated word that is right as a whole: co-ordinated, have-nots, Assemblée-nationale."""
        word, prose = token.text, document.straight
        before = re.search(r"([^\W\d_]+)[-‑]$", prose[max(0, token.span.start - 30) : token.span.start])
        after = re.match(r"[-‑]([^\W\d_]+)", prose[token.span.end : token.span.end + 30])
        head, tail = before[1] if before else "", after[1] if after else ""
        close = self._lexicon.close(word, document.dialect)
        if head and self._is_name(head) and any(s in _AFTER_NAMES for s in close):
            return False  # London-bsed
        if tail and any(self._lexicon.anywhere(f"{s}-{tail}") for s in close):
            return False  # lnog-term
        if len(word) <= 4 or any(n and self._is_name(n) for n in (head, tail)):
            return True
        if self._lexicon.in_any_case(head + word + tail):
            return True
        if head and any(self._lexicon.anywhere(f"{head}{hyphen}{s}".lower()) for s in close for hyphen in ("-", "")):
            return False
        return not any(self._lexicon.zipf(s) >= 3.5 for s in close)


def _stems(word: str) -> Iterator[str]:
    """What is left without a living prefix, or without a suffix, and of each its singular."""
    for affix in (_PREFIXES.match(word), _SUFFIXES.search(word)):
        if affix:
            stem = word[affix.end() :] if affix.start() == 0 else word[: affix.start()]
            yield stem
            if word.endswith("s") and not word.endswith("ss"):
                yield stem[:-1]
