"""What a word can be in a sentence (a noun of one or of many, a verb in one of its forms), and its other forms.

The data (built by tools/word_classes.py): ``data/word_classes.marisa`` maps a word in lower case to its readings;
``data/word_forms.tsv`` has the forms that no rule of spelling gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntFlag
from functools import cache, lru_cache
from pathlib import Path

import marisa_trie

from lint.text.function_words import FUNCTION_WORDS

_DATA = Path(__file__).parents[1] / "data"


class Reading(IntFlag):
    """What a word can be; most can be several things. Little words (the, of, who) have no reading."""

    SINGULAR = 1
    UNCOUNTABLE = 2
    PLURAL = 4
    BASE = 8
    THIRD = 16
    PAST = 32
    PARTICIPLE = 64
    GERUND = 128
    ADJECTIVE = 256
    ADVERB = 512


NONE = Reading(0)
FORMS = (Reading.PLURAL, Reading.THIRD, Reading.PAST, Reading.PARTICIPLE)
"""The forms that are made of a noun or of the base of a verb."""


@cache
def _table() -> marisa_trie.RecordTrie:
    trie = marisa_trie.RecordTrie("<H")
    trie.mmap(str(_DATA / "word_classes.marisa"))
    return trie


def readings(word: str) -> Reading:
    """What a word in lower case can be; NONE for a little word, and for one that is not known."""
    found = _table().get(word)
    return Reading(found[0][0]) if found else NONE


@cache
def _irregular() -> tuple[dict[tuple[str, Reading], str], dict[tuple[str, Reading], str]]:
    """The most common form of a base, and the base of a form."""
    forms: dict[tuple[str, Reading], str] = {}
    bases: dict[tuple[str, Reading], str] = {}
    for line in (_DATA / "word_forms.tsv").read_text(encoding="utf-8").splitlines():
        base, name, form = line.split("\t")
        forms.setdefault((base, Reading[name]), form)
        bases.setdefault((form, Reading[name]), base)
    return forms, bases


def inflected(base: str, reading: Reading) -> str:
    """The form of a noun or a verb: its plural, its third person, its past or its participle."""
    return _irregular()[0].get((base, reading)) or regular(base, reading)


def base_of(form: str, reading: Reading) -> str | None:
    """The noun or verb that ``form`` is a form of; None where none is known."""
    if irregular := _irregular()[1].get((form, reading)):
        return irregular
    wanted = Reading.SINGULAR | Reading.UNCOUNTABLE if reading is Reading.PLURAL else Reading.BASE
    bases = (b for b in _stems(form, reading) if readings(b) & wanted and inflected(b, reading) == form)
    return next(bases, None)


def _stems(form: str, reading: Reading) -> Iterator[str]:
    cut = 2 if reading in (Reading.PAST, Reading.PARTICIPLE) else 1
    yield form[:-cut]
    yield form[: -cut + 1] if cut > 1 else form[:-2]
    if form[-3:] in ("ies", "ied"):
        yield form[:-3] + "y"
    if len(form) > cut + 2 and form[-cut - 1] == form[-cut - 2]:
        yield form[: -cut - 1]


_ENDINGS = frozenset("s es ed d ing ly er ers r y ies ied ness al n en ier iest est ily".split())
_STEM = 3
"""No stem is shorter."""


def related(one: str, other: str) -> bool:
    """Whether two words are forms of one word, or one is the other with an ending: weapon, weapons; slow, slowly."""
    if _bases(one) & _bases(other):
        return True
    short, long = sorted((one, other), key=len)
    if short[-1:] in "ye" and len(short) > _STEM and long.startswith(short[:-1]):
        return long[len(short) - 1 :] in _ENDINGS
    return len(short) >= _STEM and long.startswith(short) and long[len(short) :] in _ENDINGS


def _bases(word: str) -> set[str]:
    found = readings(word)
    known = {word, *(base for reading in FORMS if reading in found and (base := base_of(word, reading)))}
    return known | ({word[:-3], word[:-3] + "e", word[:-4]} if Reading.GERUND in found else set())


_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")


def regular(base: str, reading: Reading) -> str:
    """The form that the rules of spelling give."""
    y = base.endswith("y") and base[-2:-1] not in _VOWELS
    if reading in (Reading.PLURAL, Reading.THIRD):
        return base[:-1] + "ies" if y else base + ("es" if base.endswith(_HISSING) else "s")
    return base[:-1] + "ied" if y else base + ("d" if base.endswith("e") else "ed")


@lru_cache(maxsize=20_000)
def letters(word: str, first: bool) -> str:
    """What a word as it is written can be, a letter each in the order of ``Reading``; N is a name, D a number, O an
    owner (“the club’s”). ``first``: its capital is that of the sentence."""
    low = word.lower()
    if not word[0].isalpha():
        return "D" if word[-1].isalnum() or word[-1] == "%" else ""
    if word != low and len(word) > 1 and not (first and word[1:].islower()):
        return "N"
    if low.endswith("'s"):
        return "" if low in _CONTRACTED else "O"
    if "-" in low:
        return "j"
    found = readings(low)
    if not found and word != low and len(word) > 1 and low not in FUNCTION_WORDS:
        return "N"
    return "".join(letter for reading, letter in zip(Reading, _LETTERS, strict=True) if reading in found)


_LETTERS = "supbzdngjr"
_CONTRACTED = frozenset("it's that's what's who's he's she's there's here's let's where's how's".split())
