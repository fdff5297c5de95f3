"""Which words are taken for which: the pairs that the model of context is asked about, in tiers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lint.dictionary.edits import edits
from lint.dictionary.lexicon import Lexicon
from lint.text.function_words import FUNCTION_WORDS

TIERS = {"everyday": 0, "curated": 1, "homophone": 2, "languagetool": 3, "edit": 4, "little": 5}
WEIGHTS = (8, 8, 4, 3, 1, 8)
"""How often a pair of each tier is drawn in training, against the others."""
SHORTEST = 3
"""Letters of the shortest word that is paired by its sound or letters alone."""
COMMON = 3.0
"""The Zipf value from which on a word is common enough to be meant."""

_LITTLE = FUNCTION_WORDS | {"between", "upon", "use"}
_USAGE = re.compile(
    r"(?:substanti(?:al|ve)|child(?:like|ish)|less|fewer|(?:as|en|in)sures?d?|among|between|historic(?:al)?|"
    r"practic(?:al|able)|definit(?:e|ive)|(?:al)?right|until|till?)"
)


def pairs(words: set[str], folder: Path, lexicon: Lexicon) -> dict[tuple[str, str], int]:
    """Every directed pair (what stands there, what may be meant) of ``words``, and its tier."""
    found: dict[tuple[str, str], int] = {}

    def add(wrong: str, right: str, tier: str) -> None:
        pair = (wrong, right)
        if wrong != right and {wrong, right} <= words and pair not in found and _may_pair(wrong, right, tier, lexicon):
            found[pair] = TIERS[tier]

    for mark, one, other in curated(folder / "pairs.txt"):
        add(one, other, {"!": "everyday", "~": "little"}.get(mark, "curated"))
    for one, other in homophones(words):
        add(one, other, "homophone")
    for one, other in languagetool():
        add(one, other, "languagetool")
    for one, other in _edits(words, lexicon):
        add(one, other, "edit")
    return found


def _may_pair(wrong: str, right: str, tier: str, lexicon: Lexicon) -> bool:
    """Whether two words are a pair of their tier; the larger a tier, the more is asked of it."""
    if tier in ("everyday", "little"):
        return True
    grammar = plural_or_tense if tier == "curated" else same_stem
    if grammar(wrong, right) or _usage(wrong, right):
        return False
    if tier == "curated":
        return True
    if min(len(wrong), len(right)) < SHORTEST:
        return False
    if right in _LITTLE:
        return wrong[0] == right[0]  # dog, do: yes; botch, both: no
    return not dialects_differ(wrong, right, lexicon) and lexicon.zipf(right) >= COMMON


def _edits(words: set[str], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Words that are one slip of the keyboard apart."""
    for word in sorted(words):
        if len(word) >= SHORTEST and word.isalpha() and lexicon.anywhere(word):
            yield from ((word, other) for other in edits(word) if other in words and lexicon.anywhere(other))


def curated(file: Path) -> Iterator[tuple[str, str, str]]:
    """The mark of a group, and each of its pairs."""
    for line in file.read_text(encoding="utf-8").splitlines():
        group = [w for w in line.split() if not w.startswith("#")]
        if line.startswith("#") or not group:
            continue
        mark = group.pop(0) if group[0] in ("!", "~") else ""
        yield from ((mark, a, b) for a in group for b in group if a != b)


def homophones(words: set[str]) -> Iterator[tuple[str, str]]:
    """Words that sound alike, by the CMU dictionary that pocketsphinx carries (BSD)."""
    import pocketsphinx

    sounds: dict[str, list[str]] = {}
    file = Path(pocketsphinx.__file__).parent / "model" / "en-us" / "cmudict-en-us.dict"
    for line in file.read_text(encoding="utf-8").splitlines():
        word, _, sound = line.partition(" ")
        word = word.partition("(")[0]
        if word in words:
            sounds.setdefault(sound, []).append(word)
    for group in sounds.values():
        yield from ((a, b) for a in group for b in group)


def languagetool() -> Iterator[tuple[str, str]]:
    """LanguageTool's confusion sets, from the data of its port (LGPL-2.1-or-later)."""
    import lingotweaker_data_en

    folder = Path(lingotweaker_data_en.__file__).parent / "data" / "en" / "words"
    for name in ("confusion_sets.txt", "confusion_sets_extended.txt"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            fields = [f.strip() for f in line.partition("#")[0].replace("->", ";>;").split(";")]
            names = [f.partition("|")[0].lower() for f in fields if f and not f.isdigit() and f != ">"]
            if len(names) == 2:
                yield names[0], names[1]
                if ">" not in fields:
                    yield names[1], names[0]


def same_stem(one: str, other: str) -> bool:
    """Whether two words are forms of one (report, reported; study, studies): a matter of grammar, not of confusion."""
    short, long = sorted((one, other), key=len)
    if re.fullmatch(
        rf"{re.escape(short)}(?:{re.escape(short[-1])}?(?:ed|ing|er|ers|en)|e?s|d|r|rs|ly|y|'s|n|al)", long
    ):
        return True
    stems = {re.sub(r"(?:ies|ied|ying|y)$", "y", w) for w in (one, other)}
    stems = {re.sub(r"(?:e|ed|es|er|ers|ing|s|ings|edly|ingly)$", "", w) for w in stems}
    return len(stems) == 1


def plural_or_tense(one: str, other: str) -> bool:
    """Whether two words are forms of one by their endings alone; part and party are not."""
    short, long = sorted((one, other), key=len)
    return bool(re.fullmatch(rf"{re.escape(short)}(?:{re.escape(short[-1])}?(?:ed|ing|er|ers)|e?s|d|r|rs|'s)", long))


def dialects_differ(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether one of them is British or American only (tyre, tire)."""
    return any(lexicon.dialects(w) & 3 not in (0, 3) for w in (one, other))


def _usage(one: str, other: str) -> bool:
    return bool(_USAGE.fullmatch(one) and _USAGE.fullmatch(other))
