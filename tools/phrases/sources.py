"""Known phrases, from where they are listed, and the places in them where a word may be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import lingotweaker_data_en

from lint.dictionary.lexicon import load
from lint.dictionary.phrases import SHORTEST_WORD, around
from lint.text.function_words import FUNCTION_WORDS

HERE = Path(__file__).parent
LANGUAGETOOL = Path(lingotweaker_data_en.data_dir())
PRONOUNS = ("his", "her", "their", "my", "your", "our", "its")
"""An idiom with one of them is one with each of them."""
LONGEST = 9
"""Phrases of more words are sentences."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
Words = tuple[str, ...]


class Slot(NamedTuple):
    """A phrase, or the words of it around one that may be wrong, the place of that one, and what sort it is: an idiom
    or title of our own lists, a term or name of others’."""

    words: Words
    at: int
    sort: str

    @property
    def right(self) -> str:
        """The word that belongs there."""
        return self.words[self.at]

    @property
    def ours(self) -> bool:
        """Whether it was written down by hand, as well known."""
        return self.sort in ("idiom", "title")

    @property
    def name(self) -> bool:
        """Whether it is written with capitals."""
        return self.sort in ("title", "name")

    def with_word(self, word: str) -> Words:
        """The words with another one in the open place."""
        return (*self.words[: self.at], word, *self.words[self.at + 1 :])


def phrases(wordnet: Path) -> dict[Words, str]:
    """Every phrase in lower case, and its sort; the first list that has it says which."""
    found: dict[Words, str] = {}
    listed = [*_ours(), *_wordnet(wordnet), *_languagetool()]
    for text, sort in listed:
        words = tuple(_WORD.findall(text.replace("’", "'").lower()))
        if 2 <= len(words) <= LONGEST:
            found.setdefault(words, sort)
    return found


def _ours() -> Iterator[tuple[str, str]]:
    for line in _lines(HERE / "titles.txt"):
        yield line, "title"
    for line in _lines(HERE / "idioms.txt"):
        words = line.split()
        places = [i for i, w in enumerate(words) if w in PRONOUNS]
        yield line, "idiom"
        yield from ((" ".join([*words[:i], p, *words[i + 1 :]]), "idiom") for i in places for p in PRONOUNS)


def _wordnet(folder: Path) -> Iterator[tuple[str, str]]:
    """The lemmas of more than one word in WordNet’s data files."""
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if not line.startswith("  "):
                fields = line.split(" ")
                lemmas = (fields[4 + 2 * i].partition("(")[0] for i in range(int(fields[3], 16)))
                yield from ((lemma.replace("_", " "), _sort(lemma)) for lemma in lemmas if "_" in lemma)


def _languagetool() -> Iterator[tuple[str, str]]:
    for name in ("en/words/multiwords.txt", "core/spelling_global.txt"):
        for line in _lines(LANGUAGETOOL / name):
            text = line.partition("\t")[0].strip()
            yield text, _sort(text)


def _sort(text: str) -> str:
    return "term" if text.islower() else "name"


def _lines(file: Path) -> Iterator[str]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if text := line.partition("#")[0].strip():
            yield text


def slots(known: dict[Words, str]) -> list[Slot]:
    """The places in phrases that may be open: a word of some length, beside one that says something."""
    found: dict[tuple[Words, int], Slot] = {}
    for words, sort in known.items():
        for i, word in enumerate(words):
            slot = Slot(*around(words, i), sort)
            if is_open(word) and _is_distinct(slot):
                old = found.get(slot[:2])
                if old is None or (slot.ours and not old.ours):
                    found[slot[:2]] = slot
    return list(found.values())


def is_open(word: str) -> bool:
    """Whether a word of a phrase may be wrong: a dictionary’s, and no little one."""
    return len(word) >= SHORTEST_WORD and word not in FUNCTION_WORDS and word.isalpha() and load().in_any_case(word)


def _is_distinct(slot: Slot) -> bool:
    """Whether the other words are enough to know the phrase by: names of two words are anybody’s."""
    others = [w for i, w in enumerate(slot.words) if i != slot.at]
    if len(others) == 1 and slot.name:
        return False
    return any(w not in FUNCTION_WORDS and len(w) > 2 for w in others) or (slot.ours and len(others) >= 3)
