"""Whether a capitalised word is a name misspelt: only on evidence, for names are in no dictionary.

“Zelenksy” beside “Zelensky … Zelensky”: KINDS_OF_NAME says that it is “a name that nobody knows”, so three sources are
asked what it may have been; the story has another spelling oftener, and that is the candidate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import NamedTuple

from rapidfuzz.distance import OSA

from lint.dictionary import known_names
from lint.dictionary.capitalised import INSIDE, LITTLE_WORD, MOST, Capitalised
from lint.dictionary.edits import edits, same_letters
from lint.dictionary.known_names import GIVEN, SURNAME
from lint.dictionary.lexicon import Lexicon
from lint.dictionary.name_readings import ANOTHER_NAME, CALENDAR, NOT_FAMOUS, SELDOM, SLIP_OF_WORD, Reading
from lint.dictionary.reasons import Reason, first, holds
from lint.dictionary.story import Story, Token
from lint.dictionary.word_formation import Wordhood
from lint.text.casing import cased

LITTLE = 5.5
"""How common (Zipf) a little word is that four letters at the beginning of a sentence are a slip of."""
SOME_NAME = 3.5
"""A few letters that people write this often (Zipf) are a name or an abbreviation."""
_VOWELS = re.compile(r"[aeiou]")
SOME_WORD = 3.0
"""Four letters that people write this often (Zipf) are a word or name, and no slip of a little word."""
FAMOUS = 3.0
"""A name at least this common (Zipf) is known everywhere."""
_SHORT_NAME = 5
"""Names of fewer letters are one letter apart (Maso, Masi)."""
_LONG_WORD = 9
"""Letters of a word that is seldom a name."""
_KNOWN_NAME = 3.5
"""A name that people write this often (Zipf) is near many others."""
_DOUBLED = re.compile(r"(.)\1+")
_LONG = 7
"""In so many letters, two that are swapped make one name of another by mistake alone."""


def _little_words(name: Capitalised) -> list[str]:
    """The very common words that four letters are, with one letter too many, too few, or swapped (“Thes”); a wrong
    letter is left alone, for short names differ by one."""
    if name.is_in_dictionary() or name.zipf >= SOME_WORD:
        return []
    meant = [s for s in name.close if s.islower() and name.lexicon.zipf(s) >= LITTLE]
    return [cased(s, name.word) for s in meant if len(s) != LITTLE_WORD or same_letters(s, name.low)]


def _openers(name: Capitalised) -> list[str]:
    """The very common words that a few letters are with two of them swapped, or without a vowel (“Teh”, “Wth”)."""
    if name.zipf >= SOME_NAME or name.lexicon.anywhere(name.low):
        return []
    near = [w for w in name.close if w.islower() and name.lexicon.zipf(w) >= LITTLE]
    near += [w for w in name.listed if w not in near]
    found = [w for w in near if same_letters(w, name.low) or (name.low == _VOWELS.sub("", w) and len(w) >= LITTLE_WORD)]
    return [cased(w, name.word) for w in found]


def _rightly_spelt(name: Capitalised) -> list[str]:
    """For a name that is in the dictionaries, so that the story alone can tell (Gonzales … Gonzalez)."""
    if name.lexicon.anywhere(name.low) and name.zipf >= SELDOM:
        return []
    return [w for w in name.oftener if not holds(ANOTHER_NAME, Reading(name, w))]


def _short_names(name: Capitalised) -> list[str]:
    """If people have both names, the person must be one."""
    return [w for w in name.oftener if not name.is_some_name() or name.shares_partner(w)]


def _same_persons(name: Capitalised) -> list[str]:
    """If both names stand beside others, the person must be one; a well-known name alone (Preston) is not somebody who
    has a first name (Robert Peston)."""
    mine = name.partners(name.word)
    alone = [w for w in name.oftener if not name.partners(w)]
    others = [w for w in alone if not mine or name.lexicon.zipf(w) < _KNOWN_NAME or not name.follows_a_first_name()]
    return [w for w in name.oftener if not mine or w in others or name.shares_partner(w)]


def _oftener(name: Capitalised) -> list[str]:
    return name.oftener


def _listed(name: Capitalised) -> list[str]:
    return [cased(w, name.word) for w in name.listed]


def _common_words(name: Capitalised) -> list[str]:
    if name.is_meant() or name.follows_no_word() or name.is_people():
        return []
    return [cased(s, name.word) for s in name.close if holds(SLIP_OF_WORD, Reading(name, s))][:MOST]


def _famous(name: Capitalised) -> list[str]:
    """The well-known names that a word is, with letters swapped, doubled or dropped inside it (Netanyhau)."""
    low, lexicon = name.low, name.lexicon
    if len(low) < INSIDE or name.is_meant() or low.endswith("s"):
        return []
    names = [Reading(name, w) for w in name.close if w[0].isupper()]
    swapped = [r.meant for r in names if r.swapped and r.ends_right]
    if len(low) >= _LONG and len(swapped) == 1:
        return swapped
    near = {e for e in edits(low) if lexicon.zipf(e) >= FAMOUS and (e[:1], e[-1:]) == (low[0], low[-1])}
    known = [e.capitalize() for e in near if not holds(NOT_FAMOUS, Reading(name, e))]
    return sorted(known, key=lambda w: (-lexicon.zipf(w), w))


def _days_and_months(name: Capitalised) -> list[str]:
    """The day or month that a longer word is one slip away from, where nobody bears it (Febuary; not Munday)."""
    if len(name.word) < INSIDE or known_names.load().bears(name.word, SURNAME | GIVEN):
        return []
    near = [day for day in CALENDAR if OSA.distance(name.word, day, score_cutoff=1) == 1]
    return sorted(day for day in near if name.word != f"{day}s")


def _persons(name: Capitalised) -> list[str]:
    return [name.person] if name.person else []


def _told(name: Capitalised, meant: str) -> bool:
    """Whether the story tells that another of its names is meant: it has this one beside the same name, or but once and
    no other name of people or places would be written so."""
    once = name.story.names[name.word] == 1
    if name.shares_partner(meant):
        return once or _dropped_or_swapped(name, meant)
    known = name.is_some_name() or name.lexicon.zipf(meant) >= _KNOWN_NAME
    return once and (not known or _dropped_or_swapped(name, meant))


def _dropped_or_swapped(name: Capitalised, meant: str) -> bool:
    """A slip that makes no other name: letters swapped, dropped or doubled, and not one for another."""
    return same_letters(meant.lower(), name.low) or len(meant) != len(name.word)


def _opens_or_dropped(name: Capitalised, meant: str) -> bool:
    """The same, or a word at the beginning of a sentence; after a first name, it is a surname as likely, and before a
    capital a name."""
    surname = name.follows_a_first_name() or name.precedes_a_name()
    return name.opens or (not surname and _dropped_or_swapped(name, meant)) or meant.capitalize() in CALENDAR


def _doubled_or_swapped(name: Capitalised, meant: str) -> bool:
    """Letters swapped, or one too many or too few of the same: no other name has them so."""
    return same_letters(meant.lower(), name.low) or _DOUBLED.sub(r"\1", meant.lower()) == _DOUBLED.sub(r"\1", name.low)


def _long_or_opens(name: Capitalised, meant: str) -> bool:
    """So long a word is no surname that happens to be a misspelling."""
    return len(name.word) >= _LONG_WORD or _opens_or_dropped(name, meant)


def _always(name: Capitalised, meant: str) -> bool:
    return True


class Source(NamedTuple):
    """Why something may have been meant, and what; whether that is sure enough for a warning."""

    reason: str
    candidates: Callable[[Capitalised], list[str]]
    is_sure: Callable[[Capitalised, str], bool] = _always


_PERSON = Source("the story has named the person before", _persons)
_OFTENER = Source("the story has another spelling oftener", _oftener, _told)
_LITTLE = Source("a little word is near", _little_words)
_RIGHTLY = Source("the story has the person oftener", _rightly_spelt, Capitalised.shares_partner)
_SHORT = Source("the story has the person oftener", _short_names)
_SAME = Source("the story has the person oftener", _same_persons, _told)
_KNOWN = Source("a known misspelling", _listed, _long_or_opens)
_COMMON_WORD = Source("a common word is near", _common_words, _opens_or_dropped)
_FAMOUS_NAME = Source("a famous name is near", _famous, _doubled_or_swapped)

_CALENDAR = Source("a day or a month is near", _days_and_months)

LEFT_ALONE: tuple[Source, ...] = ()
"""Nothing counts as evidence against it."""

_OPENER = Source("a little word is near", _openers)

KINDS_OF_NAME: tuple[Reason[Capitalised, tuple[Source, ...]], ...] = (
    Reason("the newsroom’s own", Capitalised.is_own, LEFT_ALONE),
    Reason("an apostrophe", Capitalised.has_apostrophe, LEFT_ALONE),
    Reason("a dropped g", Capitalised.drops_g, LEFT_ALONE),
    Reason("a person named before", lambda n: n.person is not None, (_PERSON,)),
    Reason("letters that begin a sentence", lambda n: n.is_opener() and bool(_openers(n)), (_OPENER,)),
    Reason("a little word at the beginning of a sentence", Capitalised.is_little, (_LITTLE,)),
    Reason("too short", lambda n: len(n.word) < LITTLE_WORD, LEFT_ALONE),
    Reason("in a dictionary", Capitalised.is_in_dictionary, (_RIGHTLY,)),
    Reason("a short name", lambda n: len(n.word) < _SHORT_NAME, (_SHORT,)),
    Reason("a day or a month", lambda n: bool(_days_and_months(n)), (_CALENDAR,)),
    Reason("a foreign name", Capitalised.is_beside_a_particle, (_OFTENER,)),
    Reason("a family", Capitalised.is_family, LEFT_ALONE),
    Reason("a word at the beginning of a sentence", Capitalised.is_word, LEFT_ALONE),
    Reason("a known misspelling", Capitalised.is_listed, (_OFTENER, _KNOWN)),
    Reason("a name that people have", Capitalised.is_some_name, (_SAME,)),
    Reason("a name that nobody knows", lambda n: True, (_OFTENER, _COMMON_WORD, _FAMOUS_NAME)),
)
"""What a capitalised word is, the first that holds; and what it may then be a slip of."""


class Verdict(NamedTuple):
    """What a name may have been meant to be, the likeliest first; why, and what kind of name it is."""

    candidates: list[str]
    reason: str
    kind: str
    sure: bool = True


class Naming:
    """Finds the evidence against a name: a name that the story has more often, or a very common word, one slip away."""

    def __init__(self, lexicon: Lexicon, wordhood: Wordhood, own: Collection[str]) -> None:
        self._lexicon = lexicon
        self._wordhood = wordhood
        self._own = own

    def judge(self, token: Token, story: Story) -> Verdict:
        """What a capitalised word may have been meant to be; no candidates when it is left alone."""
        name = Capitalised(token, story, self._lexicon, self._wordhood, self._own)
        kind = first(KINDS_OF_NAME, name)
        if kind is None:
            return Verdict([], "", "")
        found = [(source, w) for source in kind.verdict for w in source.candidates(name)]
        if not found:
            return Verdict([], kind.name, kind.name)
        candidates = list(dict.fromkeys(w for _, w in found))[:MOST]
        source, likeliest = found[0]
        return Verdict(candidates, source.reason, kind.name, source.is_sure(name, likeliest))
