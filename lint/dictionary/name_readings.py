"""What a capitalised word may be a slip of, and the reasons that say so: names differ from words as misspellings seldom
do, at the end or by one letter of a few."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lint.dictionary.capitalised import INSIDE, RATHER_COMMON, Capitalised
from lint.dictionary.edits import same_letters, sound
from lint.dictionary.reasons import Reason
from lint.text.dates import MONTHS, WEEKDAYS

# How common a word must be (Zipf), or how much commoner than another one.
COMMON = 3.7
"""A capitalised word one slip away from a word at least this common is taken for that word misspelt."""
VERY_COMMON = 4.3
"""The same for a word after a first name, which is a surname unless it only lacks a letter inside."""
SOUNDS_ALIKE = 1.5
"""The same for a word that begins a sentence and sounds like it (“Definately”)."""
SELDOM = 3.0
"""A word of the dictionary that is less common may be a misspelt name all the same (Kier for Keir)."""
OWN_NAME = 3.4
"""Two names that are both this common are two people’s, Jean’s and Joan’s, unless their letters are swapped."""
_WRITTEN, _COMMONER = 2.0, 2.5
"""A word that people write this often is a slip only of one that is commoner by so much."""

_LONG, _LONGER, _LONGEST = 7, 8, 9
"""What so many letters are close to, few names are close to."""
_NAMES_END = "aio"
CALENDAR = frozenset(WEEKDAYS + MONTHS) - {"May"}


@dataclass(frozen=True)
class Reading:
    """A capitalised word, and a word or name that it may be a slip of."""

    name: Capitalised
    meant: str

    @cached_property
    def zipf(self) -> float:
        """How common what may be meant is."""
        return self.name.lexicon.zipf(self.meant)

    @cached_property
    def swapped(self) -> bool:
        """Only the order of the letters differs."""
        return same_letters(self.name.low, self.meant.lower())

    @property
    def no_capital(self) -> bool:
        """What may be meant has no capital of its own."""
        return self.meant.islower()

    @property
    def ends_right(self) -> bool:
        """The last letters are the same."""
        return self.name.low[-1] == self.meant[-1].lower()

    @property
    def ends_and_begins_right(self) -> bool:
        """The slip is inside; the first letter has its casing, so that what has a capital does not count."""
        low = self.name.low
        return len(low) >= INSIDE and (low[0], low[-1]) == (self.meant[0], self.meant[-1])

    @property
    def lacks_letter(self) -> bool:
        """One letter is missing inside."""
        return self.ends_and_begins_right and len(self.name.word) < len(self.meant)

    @property
    def ordinary(self) -> bool:
        """An ordinary word is likelier than a name where a sentence begins, or where only a letter is missing."""
        return self.no_capital and (self.name.opens or (self.name.alone and self.lacks_letter))

    # ---- a slip of a common word -------------------------------------------------------------

    def is_surname(self) -> bool:
        """A first name stands before it."""
        free = self.name.alone or self.name.opens or len(self.name.word) >= _LONGER
        return not free and self.no_capital and not self.swapped

    def is_surname_that_lacks_letter(self) -> bool:
        """“Mark Goverment said”: no surname, for the word is everywhere."""
        return self.is_surname() and self.lacks_letter and self.zipf >= VERY_COMMON

    def sounds_alike(self) -> bool:
        """“Outputing”, “Definately”."""
        plain = self.name.opens and self.no_capital and self.ends_and_begins_right
        return plain and sound(self.name.low) == sound(self.meant)

    def is_rare(self) -> bool:
        """What may be meant is not common enough."""
        long_word = self.no_capital and len(self.name.word) >= _LONGER
        return self.zipf < (RATHER_COMMON if self.ordinary or long_word else COMMON)

    def is_written(self) -> bool:
        """People write the word itself, and what may be meant is not much commoner."""
        return self.name.zipf >= _WRITTEN and self.zipf - self.name.zipf < _COMMONER

    def is_calendar(self) -> bool:
        """Septmeber, Wendesday."""
        return self.meant.capitalize() in CALENDAR and self.ends_right

    def is_long(self) -> bool:
        """So long a name is seldom so close to a word."""
        return len(self.name.word) >= _LONG and self.ends_right

    def is_very_long(self) -> bool:
        """The same for one that ends as words do."""
        return len(self.name.word) >= _LONGEST and self.name.low[-1] not in _NAMES_END

    # ---- another name ------------------------------------------------------------------------

    def is_other_person(self) -> bool:
        """The two never stand beside the same name."""
        return not self.name.shares_partner(self.meant)

    def is_longer_or_shorter(self) -> bool:
        """Rob, Robe: one is the other’s beginning."""
        return self.meant.startswith(self.name.word) or self.name.word.startswith(self.meant)

    def is_word(self) -> bool:
        """The other is a word, which has its capital from its place."""
        lexicon = self.name.lexicon
        return lexicon.anywhere(self.meant.lower()) and self.zipf >= SELDOM

    def is_common_name(self) -> bool:
        """Jean and Joan are two people."""
        return min(self.zipf, self.name.zipf) >= OWN_NAME and not self.swapped

    # ---- a famous name -----------------------------------------------------------------------

    def is_word_too(self) -> bool:
        """What is near is a word."""
        return self.name.lexicon.anywhere(self.meant)

    def has_other_letters(self) -> bool:
        """Names differ by a letter as slips do: only swapped, doubled or dropped ones are slips for sure."""
        low = self.name.low
        return len(self.meant) == len(low) and set(self.meant) != set(low)

    def lacks_g(self) -> bool:
        """livin’ is no name."""
        return self.name.lexicon.anywhere(self.meant + "g")


SLIP_OF_WORD: tuple[Reason[Reading, bool], ...] = (
    Reason("a surname that lacks a letter of a very common word", Reading.is_surname_that_lacks_letter, True),
    Reason("a surname", Reading.is_surname, False),
    Reason("sounds alike", lambda r: r.sounds_alike() and r.zipf >= SOUNDS_ALIKE, True),
    Reason("sounds like a rare word", Reading.sounds_alike, False),
    Reason("a rare word", Reading.is_rare, False),
    Reason("people write it", Reading.is_written, False),
    Reason("letters swapped", lambda r: r.swapped, True),
    Reason("an ordinary word", lambda r: r.ordinary, True),
    Reason("a month or a day", Reading.is_calendar, True),
    Reason("long, and the end is right", Reading.is_long, True),
    Reason("very long, and no end of a name", Reading.is_very_long, True),
)
"""What says that a capitalised word is a slip of a common word, or a name."""
ANOTHER_NAME: tuple[Reason[Reading, bool], ...] = (
    Reason("another person", Reading.is_other_person, True),
    Reason("one is longer", Reading.is_longer_or_shorter, True),
    Reason("a word", Reading.is_word, True),
    Reason("two common names", Reading.is_common_name, True),
)
"""Why a name that the story has oftener is not this one rightly spelt, when both are known."""
NOT_FAMOUS: tuple[Reason[Reading, bool], ...] = (
    Reason("a word", Reading.is_word_too, True),
    Reason("other letters", Reading.has_other_letters, True),
    Reason("a word without its g", Reading.lacks_g, True),
)
"""Why a well-known name is not what was meant."""
