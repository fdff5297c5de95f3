"""A capitalised word where it stands, and what the story and the lexicon know of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from lint.dictionary import known_names
from lint.dictionary.edits import same_letters
from lint.dictionary.known_names import GIVEN, SURNAME
from lint.dictionary.lexicon import Lexicon
from lint.dictionary.story import Story, Token, drops_g, is_title, particles
from lint.dictionary.suggestions import one_slip_away
from lint.dictionary.word_formation import Wordhood
from lint.document import DUMMY, Document
from lint.text.dates import WEEKDAYS
from lint.text.function_words import PARTICLES

RATHER_COMMON = 3.1
"""How common (Zipf) a word is that a capitalised one is easily a slip of: one of eight letters or more, which few names
are close to, one that begins a sentence, and one that only lacks a letter inside."""
SEEN = 1.0
"""A capitalised word that people write at least this often (Zipf) is some name; a slip is seldom so common."""
_COMMONER = 1.5
"""What a known misspelling stands for is commoner by this much (Zipf); otherwise the misspelling is a name, too."""

LITTLE_WORD = 4
"""The letters of a little word that begins a sentence; names are no shorter."""
INSIDE = 6
"""From so many letters on the first and the last, when they are right, leave enough between them to be wrong."""
MOST = 3
"""Suggestions for a name: the second is seldom right, the fourth never."""

_FIRST_NAME = re.compile(r"[A-Z][\w.'’-]* \Z")
_AROUND = 30
"""How far back a first name is looked for."""
_PROSE_GOES_ON = re.compile(rf"\s(?:[a-z{DUMMY}]|[A-Z]{{2,}}\b)")
_LONGEST_OPENER = 5
"""Little words have no more letters; a longer word is judged as any other."""
_TELLS = re.compile(
    r"\s(?:added|adds|also|and|asked|asks|came|did|does|had|has|is|of|said|says|told|was|went|who|will|would)\b"
)
"""What is told of somebody, so that the word before it is a name."""
_SPEAKS = re.compile(r"\s(?:added|said|says|told)\b")
"""What nobody but a person does."""
_NAME_FOLLOWS = re.compile(r"(?:['’]s)? [A-Z][a-z]")
_BEFORE = len("the ")


@dataclass(frozen=True)
class Capitalised:
    """A capitalised word where it stands, and what the story and the lexicon know of it; ``own``: the newsroom’s words,
    in lower case."""

    token: Token
    story: Story
    lexicon: Lexicon
    wordhood: Wordhood
    own: Collection[str]

    @property
    def word(self) -> str:
        """The word as written, apostrophes straight."""
        return self.token.text

    @property
    def document(self) -> Document:
        """The story it is in."""
        return self.story.document

    @cached_property
    def low(self) -> str:
        """The word in lower case."""
        return self.word.lower()

    @cached_property
    def zipf(self) -> float:
        """How common it is, as a word or a name."""
        return self.lexicon.zipf(self.word)

    @cached_property
    def close(self) -> list[str]:
        """The known words one slip away, the most common first."""
        return one_slip_away(self.lexicon, self.low, self.document.dialect)

    @cached_property
    def oftener(self) -> list[str]:
        """Names that the story has more often, one slip away and not the plural."""
        word, names = self.word, self.story.names
        found = [
            other
            for other in self.story.near(word)
            if names[other] > max(1, names[word])
            and word.lower() != other.lower()
            and OSA.distance(word, other, score_cutoff=1) == 1
            and known_names.plain(word) != known_names.plain(other)
            and word not in (f"{other}s", other.removesuffix("s"))
            and not self._is_known_beside(word, other)
        ]
        return sorted(found, key=lambda w: -names[w])[:MOST]

    @cached_property
    def person(self) -> str | None:
        """The surname, one slip away, of somebody whom the story has named in full before, where this one can be nobody
        else: it has a title, the same first name or the same particles before it, and no first name of its own.
        (“Councillor Ann Hartley … Cllr Hartly”)"""
        if self._is_told_of():
            return self._named_in_full()
        mine = self._called(self.word)
        if len(self.word) < INSIDE - 1 and not _particles_of(mine):
            return None
        near = [o for o in self.story.near(self.word) if self._is_near(o) and not self._is_known_beside(self.word, o)]
        near = near if not self._is_word(self.word) else [o for o in near if not self._is_word(o)]  # Star Baker, Bake
        twins = [o for o in near if self.shares_partner(o)]
        known = [o for o in twins if self._is_known_beside(o, self.word)]
        swapped = [o for o in twins if same_letters(self.low, o.lower()) and self._is_first(o)]
        first = [o for o in near if mine and self._is_first(o) and _are_one(mine, self._called(o))]
        return next(iter(known + swapped + first), None)

    def _called(self, name: str) -> set[str]:
        """First names, titles and particles before a name: no “Sunday” or “Manchester”, nor an article alone."""
        return {c for c in self.story.called.get(name, ()) if c and self._is_of_a_person(c)}

    def _is_of_a_person(self, called: str) -> bool:
        last = called.split()[-1]
        known = is_title(called) or bool(particles(called)) or known_names.load().bears(last, GIVEN)
        return called != "The" and last not in WEEKDAYS and (known or not self.lexicon.anywhere(last.lower()))

    def _is_word(self, name: str) -> bool:
        return self.lexicon.anywhere(name.lower()) and self.lexicon.zipf(name) >= RATHER_COMMON

    def _is_first(self, other: str) -> bool:
        """Whether another name stands before this one, which stands but once."""
        return self.story.counts[self.word] == 1 and self._follows(other)

    def _is_known_beside(self, name: str, slip: str) -> bool:
        """Whether dictionaries have one spelling, and nobody writes or bears the other."""
        listed = name.lower() in map(str.lower, self.lexicon.misspelt(slip.lower(), self.document.dialect))
        unknown = self.lexicon.zipf(slip) < SEEN and not known_names.load().bears(slip, SURNAME | GIVEN)
        return (listed or unknown) and self.lexicon.in_any_case(name)

    def _is_told_of(self) -> bool:
        """A surname alone, of which something is told, or which says something where a dictionary has it, too."""
        alone = self.story.called.get(self.word) == {""} and self.story.counts[self.word] == 1
        if not alone or len(self.word) < INSIDE - 1:
            return False
        prose, end = self.document.prose, self.token.span.end
        if self.lexicon.in_any_case(self.word):
            return _SPEAKS.match(prose, end) is not None
        return _TELLS.match(prose, end) is not None or prose.startswith((",", "'s", "’s"), end)

    def _named_in_full(self) -> str | None:
        """The one name that somebody in the story has after a first name, one slip away from this one."""
        full = [
            other for other in self.story.near(self.word) if self._is_near(other) and _first_names(self._called(other))
        ]
        found = [other for other in full if self._follows(other)]
        return found[0] if len(found) == 1 else None

    def _follows(self, other: str) -> bool:
        """Whether another name stands before it."""
        return 0 <= self.document.prose.find(other) < self.token.span.start

    def _is_near(self, other: str) -> bool:
        """Whether a name is one slip away, and no other form of this one."""
        return OSA.distance(self.word, other, score_cutoff=1) == 1 and not self._is_a_form_of(other)

    def _is_a_form_of(self, other: str) -> bool:
        """A plural, a people, or an accent more or less."""
        if known_names.plain(self.word) == known_names.plain(other):
            return True
        longer, shorter = sorted((self.word, other), key=len, reverse=True)
        return longer in (shorter + "s", shorter + "n", shorter + "i")

    @cached_property
    def listed(self) -> list[str]:
        """What it is known to be written for, if that is rather common."""
        listed = self.lexicon.misspelt(self.low, self.document.dialect)
        return [w for w in listed if w.isalpha() and self.lexicon.zipf(w) >= RATHER_COMMON]

    def partners(self, name: str) -> set[str]:
        """The names beside which the story has a name."""
        return self.story.partners.get(name, set())

    def shares_partner(self, name: str) -> bool:
        """Whether the story has both beside the same name, so that they are one person’s."""
        return not self.partners(self.word).isdisjoint(self.partners(name))

    # ---- what kind of word it is -------------------------------------------------------------

    def is_own(self) -> bool:
        """The newsroom has declared it right."""
        return self.low in self.own

    def has_apostrophe(self) -> bool:
        """A contraction, or a name such as O’Neill."""
        return "'" in self.word

    def drops_g(self) -> bool:
        """“Nothin’”, “Talkin’ ’bout”."""
        return drops_g(self.document.straight, self.token, self.lexicon)

    def is_opener(self) -> bool:
        """A few letters that begin a sentence, which goes on in small ones, and that stand there alone; no name
        of which something is told (“Teh said”)."""
        if len(self.word) > _LONGEST_OPENER or not self.opens or self.token.hyphenated:
            return False
        return self.story.counts[self.word] == 1 and _TELLS.match(self.document.prose, self.token.span.end) is None

    def is_little(self) -> bool:
        """Four letters at the beginning of a sentence, and nowhere else."""
        once = self.story.counts[self.word] == 1 and not self.token.hyphenated
        return len(self.word) == LITTLE_WORD and self.token.start and once and self.opens

    def is_in_dictionary(self) -> bool:
        """A dictionary has it, in whatever casing."""
        return self.lexicon.in_any_case(self.word)

    def is_family(self) -> bool:
        """The Hendersons."""
        return self.word.endswith("s") and self.lexicon.in_any_case(self.word[:-1])

    def is_word(self) -> bool:
        """A word that begins a sentence, and that no dictionary has yet."""
        return self.token.start and self.wordhood.is_built_or_new(self.low, self.document.dialect)

    def is_listed(self) -> bool:
        """A known misspelling of a word that is a good deal commoner."""
        return len(self.word) >= INSIDE and any(self.lexicon.zipf(w) >= self.zipf + _COMMONER for w in self.listed[:1])

    def is_some_name(self) -> bool:
        """People write it, or bear it, so that it is some name."""
        return self.zipf >= SEEN or known_names.load().bears(self.word, SURNAME | GIVEN)

    # ---- where it stands ---------------------------------------------------------------------

    def is_meant(self) -> bool:
        """The story has it again, or joins it to another word."""
        return self.story.names[self.word] > 1 or self.token.hyphenated

    @property
    def before(self) -> str:
        """What stands right before it, as much as “the ”."""
        at = self.token.span.start
        return self.document.prose[max(0, at - _BEFORE) : at]

    def follows_no_word(self) -> bool:
        """After a piece of code, an address: it may be a part of that."""
        return self.before.endswith(DUMMY)

    def is_people(self) -> bool:
        """The Barneas."""
        return self.word.endswith("s") and self.before.lower() == "the "

    def follows_a_first_name(self) -> bool:
        """People bear the word before it as a first name, or it is a title."""
        called = {c.split()[-1] for c in self.story.called.get(self.word, ()) if c}
        return any(is_title(c) or known_names.load().bears(c, GIVEN) for c in called if c != "The")

    def is_beside_a_particle(self) -> bool:
        """A particle stands before it or after it, as in Pieter De Baets and Delba de Oliveira."""
        at, end = self.token.span
        before = self.document.prose[max(0, at - _AROUND) : at].split()[-1:]
        after = self.document.prose[end : end + _AROUND].split()[:1]
        return any(word.lower() in PARTICLES for word in before + after)

    def precedes_a_name(self) -> bool:
        """A capitalised word follows: “Merley First School”."""
        return _NAME_FOLLOWS.match(self.document.prose, self.token.span.end) is not None

    @cached_property
    def opens(self) -> bool:
        """It begins a sentence, and no name follows."""
        return self.token.start and _PROSE_GOES_ON.match(self.document.prose, self.token.span.end) is not None

    @cached_property
    def alone(self) -> bool:
        """No capitalised word stands right before it, as a first name would."""
        at = self.token.span.start
        return _FIRST_NAME.search(self.document.prose, max(0, at - _AROUND), at) is None


def _are_one(mine: set[str], theirs: set[str]) -> bool:
    """Whether what stands before two surnames may stand before one person's: the other has a first name, and this one
    the same first name, title or particles, or titles alone."""
    full = _first_names(theirs)
    same = mine & theirs or _particles_of(mine) & _particles_of(full)
    return bool(full) and (bool(same) or all(map(is_title, mine)))


def _first_names(called: set[str]) -> set[str]:
    return {c for c in called if c and not is_title(c)}


def _particles_of(called: set[str]) -> set[str]:
    return {p for c in called if (p := particles(c))}
