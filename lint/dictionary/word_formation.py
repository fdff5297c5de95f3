"""Whether a lower-case word is one: by the dictionaries, by how it is built, and by how common it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from lint.dictionary.lexicon import Lexicon
from lint.dictionary.reasons import Reason, first, holds
from lint.dictionary.story import Token, drops_g
from lint.dictionary.suggestions import one_slip_away, suggest
from lint.document import Document
from lint.text.function_words import PARTICLES, RUN_TOGETHER

# How common a word must be (Zipf), or how much commoner than another one.
NEW_WORD = 2.9
"""A word that is in no dictionary but at least this common, and no slip of a commoner one, is a new word."""
COMMON_NAME = 4.0
"""A name that is at least this common is one that everybody writes with its capital."""
_COMMONER = 0.8
"""A word that is commoner by this much is what a new word is a slip of."""
_SOME_WORD = 2.0
"""A word one slip away that is at least this common is what a built word is a slip of."""
_COMMON_WORD = 3.5
"""The same for a part of a compound, which is short and has many words near it."""
_STEM, _STEM_OF_ENDING = 2.5, 3.0
"""What a word is built on, with a beginning or ending that people are free to use, or with one of grammar."""
_FIRST_HALF, _SECOND_HALF, _SHORT_HALF = 3.5, 3.0, 4.3
"""The two words of a compound; three letters are found by chance in many words."""

# Letters
_SHORTEST = 3
"""A shorter word is an abbreviation as likely as a slip."""
_SHORTEST_BUILT = 7
"""A shorter word is built of parts so short that they are found by chance."""
_SHORTEST_STEM = 4
_SHORTEST_HALF = 3
_LONG_PART = 5
"""A shorter part of a compound is taken as it is: co-, neo-, -ish."""
_AROUND = 30
"""How far the other half of a compound is looked for."""

_CONTRACTION = re.compile(r"(?:n't|(?<=gov)'t|'(?:s|re|ve|ll|d|m|em|all))$", re.IGNORECASE)
_CONTRACTED = ("ca", "wo", "sha", "gov")
"""What is left of can't, won't, shan't and gov't."""
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
    "appointed backed based born built controlled educated funded held led listed made mediated nominated occupied "
    "owned related run speaking sponsored style themed trained wide winning".split()
)
"""What follows a name and a hyphen."""
_NAME_GOES_ON = re.compile(rf"[-‑ ](?:(?:{'|'.join(sorted(PARTICLES))})[-‑ ])*[^\W\d_a-z]")
_HEAD = re.compile(r"([^\W\d_]+)[-‑]$")
_TAIL = re.compile(r"[-‑]([^\W\d_]+)")

_GENUS = re.compile(r"\b([A-Z][a-z]{3,}|[A-Z](?=\.)).? \Z")
_LATIN = ("a", "ae", "ensis", "ii", "is", "oides", "um", "us")
_GENUS_IS_RARER = 3.0
"""A word that is as common (Zipf) is a word or a name, and no genus."""


@dataclass(frozen=True)
class Word:
    """A word in lower case, and what a lexicon knows of it and of the words near it."""

    text: str
    dialect: str
    lexicon: Lexicon

    @cached_property
    def zipf(self) -> float:
        """How common it is."""
        return self.lexicon.zipf(self.text)

    @cached_property
    def close(self) -> list[str]:
        """The known words one slip away."""
        return one_slip_away(self.lexicon, self.text, self.dialect)

    def is_close_to(self, least: float) -> bool:
        """Whether a word at least so common (Zipf) is one slip away."""
        return any(self.lexicon.zipf(s) >= least for s in self.close)

    # ---- known words -------------------------------------------------------------------------

    def is_in_dictionary(self) -> bool:
        """Those of other dialects count, but for South Africa's own."""
        return self.lexicon.anywhere(self.text) or self.lexicon.has(self.text, self.dialect)

    def is_rare(self) -> bool:
        """A large word list has it, and nobody knows it for a misspelling."""
        return self.lexicon.is_rare(self.text) and not self.lexicon.misspelt(self.text, self.dialect)

    def is_contraction(self) -> bool:
        """A known word with n't, 's and the like."""
        bare = _CONTRACTION.sub("", self.text)
        return bare != self.text and (self.lexicon.anywhere(bare) or bare in _CONTRACTED)

    # ---- new words ---------------------------------------------------------------------------

    def is_name(self) -> bool:
        """Whether a common word has a capital in every dictionary (Italian, Monday)."""
        return self.zipf >= COMMON_NAME and self.lexicon.anywhere(self.text.capitalize())

    def is_slip_of_commoner(self) -> bool:
        """Whether the likeliest correction is a good deal commoner."""
        best = suggest(self.lexicon, self.text, self.dialect, most=1)
        return bool(best) and self.lexicon.zipf(best[0]) >= self.zipf + _COMMONER

    # ---- built words -------------------------------------------------------------------------

    def is_good(self, stem: str, least: float) -> bool:
        """Whether a word can be built on the stem: a known word, at least so common (Zipf)."""
        return len(stem) >= _SHORTEST_STEM and self.lexicon.anywhere(stem) and self.lexicon.zipf(stem) >= least

    def is_affixed(self) -> bool:
        """anti-, -gate."""
        return any(self.is_good(stem, _STEM) for stem in _stems(self.text))

    def is_compound(self) -> bool:
        """Two words of weight that grew together; little words only run together by mistake (tothe)."""
        return any(
            self._is_half(w[:i], _FIRST_HALF) and self._is_half(w[i:], _SECOND_HALF)
            for w in {self.text, *(self.text.removesuffix(ending) for ending in ("s", "ed", "ing"))}
            for i in range(_SHORTEST_HALF, len(w) - _SHORTEST_HALF + 1)
        )

    def _is_half(self, word: str, least: float) -> bool:
        common = self.lexicon.zipf(word) >= (least if len(word) > _SHORTEST_HALF else _SHORT_HALF)
        return common and word not in RUN_TOGETHER and self.lexicon.anywhere(word)

    def is_formed(self) -> bool:
        """A known word with an ending of grammar, and nothing near it: footballing."""
        if not (ending := _FORMED.search(self.text)) or self.close:
            return False
        stem = self.text[: ending.start()]
        return self.is_good(stem, _STEM_OF_ENDING) or self.is_good(stem + "e", _STEM_OF_ENDING)


def _stems(word: str) -> Iterator[str]:
    """What is left without a living prefix, or without a suffix, and of each its singular."""
    for affix in (_PREFIXES.match(word), _SUFFIXES.search(word)):
        if affix:
            stem = word[affix.end() :] if affix.start() == 0 else word[: affix.start()]
            yield stem
            if word.endswith("s") and not word.endswith("ss"):
                yield stem[:-1]


BUILT: tuple[Reason[Word, bool], ...] = (
    Reason("too short", lambda w: len(w.text) < _SHORTEST_BUILT, False),
    Reason("a slip of a word", lambda w: w.is_close_to(_SOME_WORD), False),
    Reason("a beginning or an ending", Word.is_affixed, True),
    Reason("two words", Word.is_compound, True),
    Reason("an ending of grammar", Word.is_formed, True),
)
"""What says that a word is made of known words, or that it is not."""
NEW: tuple[Reason[Word, bool], ...] = (
    Reason("rare", lambda w: w.zipf < NEW_WORD, False),
    Reason("an apostrophe", lambda w: "'" in w.text, False),
    Reason("a name", Word.is_name, False),
    Reason("a slip of a commoner word", Word.is_slip_of_commoner, False),
    Reason("many write it", lambda w: True, True),
)
"""What says that a word is one that the dictionaries do not have yet, or that it is not."""


@dataclass(frozen=True)
class Part:
    """A part of a hyphenated word, and the parts before and after it; empty where there is none."""

    word: Word
    head: str
    tail: str

    def is_beside_name(self) -> bool:
        """Assemblée-nationale."""
        return self._is_name(self.head) or self._is_name(self.tail)

    def _is_name(self, other: str) -> bool:
        return other[:1].isupper() and not self.word.lexicon.anywhere(other.lower())

    def is_slip_after_name(self) -> bool:
        """London-bsed."""
        return self._is_name(self.head) and any(s in _AFTER_NAMES for s in self.word.close)

    def is_slip_before_tail(self) -> bool:
        """lnog-term."""
        return self.tail != "" and any(self.word.lexicon.anywhere(f"{s}-{self.tail}") for s in self.word.close)

    def is_slip_after_head(self) -> bool:
        """short-trem, over-lok."""
        wholes = (f"{self.head}{hyphen}{s}".lower() for s in self.word.close for hyphen in ("-", ""))
        return self.head != "" and any(map(self.word.lexicon.anywhere, wholes))

    def is_known_whole(self) -> bool:
        """co-ordinated."""
        return self.word.lexicon.in_any_case(self.head + self.word.text + self.tail)


IN_COMPOUND: tuple[Reason[Part, bool], ...] = (
    Reason("a slip after a name", Part.is_slip_after_name, False),
    Reason("a slip before its other half", Part.is_slip_before_tail, False),
    Reason("short", lambda p: len(p.word.text) < _LONG_PART, True),
    Reason("beside a name", Part.is_beside_name, True),
    Reason("known as a whole", Part.is_known_whole, True),
    Reason("a slip after its other half", Part.is_slip_after_head, False),
    Reason("a slip of a common word", lambda p: p.word.is_close_to(_COMMON_WORD), False),
    Reason("nothing is near it", lambda p: True, True),
)
"""What says that a part of a hyphenated word is right as it is (have-nots), or that it is not."""


@dataclass(frozen=True)
class Standing:
    """A word where it stands in a story; ``own``: the newsroom's words, in lower case."""

    token: Token
    document: Document
    word: Word
    own: Collection[str]

    def has_dropped_g(self) -> bool:
        """“We’re goin’ home”."""
        return drops_g(self.document.straight, self.token, self.word.lexicon)

    def is_particle(self) -> bool:
        """Khalil al-Hayya, Ursula von der Leyen."""
        goes_on = _NAME_GOES_ON.match(self.document.prose, self.token.span.end)
        return self.word.text in PARTICLES and goes_on is not None

    def is_species(self) -> bool:
        """Amanita virosa, A. virosa: a Latin ending after a word that is no common one, or its initial."""
        at = self.token.span.start
        genus = _GENUS.search(self.document.prose, max(0, at - _AROUND), at)
        if genus is None or not self.word.text.endswith(_LATIN):
            return False
        unknown = not self.word.lexicon.in_any_case(genus[1]) and len(genus[1]) > 1
        rare = len(genus[1]) == 1 or self.word.lexicon.zipf(genus[1].lower()) < _GENUS_IS_RARER
        return unknown or (rare and not self.word.is_close_to(_COMMON_WORD))

    def is_part_of_compound(self) -> bool:
        """Whether a hyphen touches it and says that it is right."""
        return self.token.hyphenated and holds(IN_COMPOUND, self.part)

    @property
    def part(self) -> Part:
        """The word with what the hyphens join to it."""
        text, span = self.document.straight, self.token.span
        head = _HEAD.search(text[max(0, span.start - _AROUND) : span.start])
        tail = _TAIL.match(text[span.end : span.end + _AROUND])
        return Part(self.word, head[1] if head else "", tail[1] if tail else "")


KNOWN: tuple[Reason[Standing, None], ...] = (
    Reason("too short", lambda s: len(s.word.text) < _SHORTEST, None),
    Reason("the newsroom’s own", lambda s: s.word.text in s.own, None),
    Reason("in a dictionary", lambda s: s.word.is_in_dictionary(), None),
    Reason("a contraction", lambda s: s.word.is_contraction(), None),
    Reason("a dropped g", Standing.has_dropped_g, None),
    Reason("a particle of a name", Standing.is_particle, None),
    Reason("a species", Standing.is_species, None),
    Reason("part of a compound", Standing.is_part_of_compound, None),
    Reason("built of known words", lambda s: holds(BUILT, s.word), None),
    Reason("a new word", lambda s: holds(NEW, s.word), None),
    Reason("in a large word list", lambda s: s.word.is_rare(), None),
)
"""Why a word is one."""


class Wordhood:
    """Judges words with a lexicon and the words that a newsroom has declared right (``own``, in lower case)."""

    def __init__(self, lexicon: Lexicon, own: Collection[str]) -> None:
        self._lexicon = lexicon
        self._own = own

    def reason(self, token: Token, document: Document) -> str | None:
        """Why a word (in lower case) is one, by the name of the reason; None for one that nobody knows."""
        word = Word(token.text, document.dialect, self._lexicon)
        reason = first(KNOWN, Standing(token, document, word, self._own))
        return reason.name if reason else None

    def is_built_or_new(self, word: str, dialect: str) -> bool:
        """Whether a word that no dictionary has is made of known ones, or one that many write."""
        found = Word(word, dialect, self._lexicon)
        return holds(BUILT, found) or holds(NEW, found)
