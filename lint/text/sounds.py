"""Whether a or an stands before a word, number or abbreviation: by its sound, as it is read aloud."""

from __future__ import annotations

import re

_LETTERS_WITH_A_VOWEL = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: an F, an MP."""
_YOO = re.compile(
    r"""eu(?!ler)|ew|ou(?:i|ag)|once|one(?:s|ness|self|time)?(?![a-z])
      | u(?: fo|ga|lys|nan(?=im)|k(?=[eriua])|l[eu]z|efa|kip|b(?=iq)|dall
           | ni(?![nmdr]|gn|ss) | nesc | r(?=[aeio]|ug) | s(?=[aeiu]|on|\b) | t(?=[aeio](?!t)|il|rec) | v(?=u) )""",
    re.VERBOSE,
)
"""Words that begin with a vowel’s letter and a consonant’s sound: a European, a one-off, a union, a Ukip man."""
_EITHER = re.compile(
    r"uber|euler|ui|uy|u[b-df-hj-np-tv-z]{1,3}(?![a-z])|herb|homage|his?tor|hotel|hero(?:ic|in)|hyster|habit|horrif|heredit|hilar|hallucin|hypoth|hispan|haras"
)
"""Words of which both are heard: a hotel, an hotel."""
_SILENT_H = re.compile(r"hour|honest|honou?r|heir")
_SPELT_OUT = re.compile(r"(?:[fhlnr][bcdfgjkmnpqstvxz]|x[^aeiouy]|s[bdgjrz]|m[^aeiouy])")
"""Beginnings that can’t be said, so that the first letter is read by its name: an Xbox, an Rspack tool. Names from
elsewhere begin so, too (a Mbeki speech)."""
_VOWELLESS_Y = re.compile(r"y[bcdfglmnprstvz]")
"""Yves, Ypres, Yttrium: the y is a vowel."""
_VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]")
_SAID_AS_WORDS = frozenset(
    "FEMA FIFA FARC FOMO HAMAS HIPAA LASER LIBOR MAGA MASH MENSA NAFTA NASA NASDAQ NATO NIMBY RADA RADAR RICO ROSPA "
    "SAGE SALT SARS SCUBA SWAT SWIFT".split()
)
"""Abbreviations that begin with such a letter and are read as words: a Nato base."""
_NUMBER = re.compile(r"[£$€¥]?(\d[\d,]*)(?![\d,])")
_PRONOUNCED = 3
"""An abbreviation of more letters with a vowel among them may be read as a word (FEMA, but not HMRC)."""


def article_before(word: str) -> str | None:
    """“a” or “an” before a word as it is written, with digits, signs of money and hyphens; None where both are heard or
    nobody can tell."""
    if number := _NUMBER.match(word):
        return _before_number(number[1])
    letters = re.match(r"[^\W\d_]+", word)
    if letters is None:
        return None
    head, rest = letters[0], word[letters.end() :]
    if len(head) == 1:
        return _before_letter(head, rest)
    if head.isupper() or (head[:-1].isupper() and head.endswith("s")):
        return _before_abbreviation(head.rstrip("s"), rest)
    return _before_word(head.lower())


def _before_number(digits: str) -> str | None:
    """Eight, eleven and eighteen, and all that begin with eight; of 1800 and 1100 both are heard."""
    groups = digits.split(",")
    if digits[0] == "0" and len(digits) > 1:
        return None  # the beginning of a telephone number: oh eight hundred
    if digits[0] == "8" or groups[0] in ("11", "18"):
        return "an"
    if len(groups[0]) == 4 and digits[:2] in ("11", "18"):
        return None
    return "a"


def _before_letter(letter: str, rest: str) -> str | None:
    """The name of a letter: an F-word, a U-turn, an M25; a small one alone is no word."""
    if letter.isupper() or rest[:1] == "-":
        stutter = rest[1:2].lower() == letter.lower()
        return None if stutter else _of_letter(letter)
    return None


def _of_letter(letter: str) -> str:
    return "an" if letter.upper() in _LETTERS_WITH_A_VOWEL else "a"


def _before_abbreviation(letters: str, rest: str) -> str | None:
    """Letter by letter, or as a word where that is known; None where it might be either."""
    if letters[0] not in _LETTERS_WITH_A_VOWEL or rest[:1].isdigit():
        return _of_letter(letters[0])
    if letters in _SAID_AS_WORDS:
        return "a"
    sayable = _VOWEL.search(letters[1:].lower()) is not None
    if letters[0] in "AEIO" or not sayable:
        return "an"
    return None if len(letters) >= _PRONOUNCED else "an"


def _before_word(word: str) -> str | None:
    if _EITHER.match(word) or _SPELT_OUT.match(word) or not _VOWEL.search(word):
        return None
    if word.upper() in _SAID_AS_WORDS:
        return "a"
    if word[0] == "y":
        return "an" if _VOWELLESS_Y.match(word) else "a"
    if word[0] == "h":
        return "an" if _SILENT_H.match(word) else "a"
    if _VOWEL.match(word):
        return "a" if _YOO.match(word) else "an"
    return "a"
