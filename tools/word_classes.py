"""Builds lint/data/word_classes.marisa (what each word can be) and word_forms.tsv (the forms that no rule gives).

    python tools/word_classes.py CORPUS.txt.xz…

Of a form that can be a noun and a verb (“says”, “deaths”), the reading that the corpus hardly has is left out: it is
counted how often the form stands after a word that only a noun follows, and after one that only a verb follows.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import marisa_trie
from lexicon import DATA, OUT, fsa

from lint.dictionary.lexicon import load
from lint.dictionary.word_classes import FORMS, Reading, regular
from lint.text.function_words import FUNCTION_WORDS

OPEN = {
    "NN": Reading.SINGULAR,
    "NN:UN": Reading.SINGULAR | Reading.UNCOUNTABLE,
    "NN:U": Reading.UNCOUNTABLE,
    "NNS": Reading.PLURAL,
    "VB": Reading.BASE,
    "VBP": Reading.BASE,
    "VBZ": Reading.THIRD,
    "VBD": Reading.PAST,
    "VBN": Reading.PARTICIPLE,
    "VBG": Reading.GERUND,
    "JJ": Reading.ADJECTIVE,
    "JJR": Reading.ADJECTIVE,
    "JJS": Reading.ADJECTIVE,
    "RB": Reading.ADVERB,
    "RBR": Reading.ADVERB,
    "RBS": Reading.ADVERB,
}
"""LanguageTool’s tags for the words that name something."""
LITTLE = ("DT", "IN", "CC", "MD", "PRP", "WP", "WDT", "WRB", "EX", "TO", "RP", "PDT", "CD")
"""And for those that hold a sentence together; a word with one of these has no reading."""
LEAST = 1.5
"""Rarer words (Zipf) are left out."""
NOUN_FOLLOWS = frozenset("the a an these those his my our their its of many several two three no some".split())
VERB_FOLLOWS = frozenset("he she it who which they we i you to will would can could not".split())
NOUNS = Reading.SINGULAR | Reading.UNCOUNTABLE | Reading.PLURAL
VERBS = Reading.BASE | Reading.THIRD
FEW, RATIO = 30, 40
"""A form that stands so often where a noun stands, and this many times as often as where a verb stands, is no verb; and
the other way round."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def lemma(form: str, code: str) -> str:
    """The base that an entry’s code (how many letters to cut, and what to put there) makes of a form."""
    return form[: len(form) - (ord(code[0]) - ord("A"))] + code[1:]


def entries() -> Iterator[tuple[str, str, str]]:
    """(form, base, tag) of LanguageTool’s dictionary, forms in lower case alone."""
    for entry in fsa(DATA / "en/dictionaries/english.dict"):
        form, _, rest = entry.partition("+")
        code, _, tag = rest.rpartition("+")
        if form.isalpha() and form.islower() and code:
            yield form, lemma(form, code), tag


def counted(files: Iterable[Path]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands where a noun stands, and where a verb does."""
    nouns: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    for file in files:
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                words = WORD.findall(line.lower())
                nouns.update(b for a, b in pairwise(words) if a in NOUN_FOLLOWS)
                verbs.update(b for a, b in pairwise(words) if a in VERB_FOLLOWS)
    return nouns, verbs


def likely(reading: Reading, as_noun: int, as_verb: int) -> Reading:
    """The reading without what the corpus hardly has."""
    if as_noun > FEW and as_noun > RATIO * as_verb and reading & NOUNS:
        return reading & ~VERBS
    if as_verb > FEW and as_verb > RATIO * as_noun and reading & VERBS:
        return reading & ~NOUNS
    return reading


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="+", type=Path)
    nouns, verbs = counted(parser.parse_args().corpus)
    masks: defaultdict[str, Reading] = defaultdict(lambda: Reading(0))
    little = set(FUNCTION_WORDS)
    forms: dict[tuple[str, Reading], set[str]] = defaultdict(set)
    for form, base, tag in entries():
        if tag.split("_")[0].rstrip("$") in LITTLE:
            little.add(form)
        reading = OPEN.get(tag)
        if reading is None or load().zipf(form) < LEAST:
            continue
        masks[form] |= reading
        if reading in FORMS:
            forms[base, reading].add(form)
    kept = {w: likely(m, nouns[w], verbs[w]) for w, m in masks.items() if w not in little}
    trie = marisa_trie.RecordTrie("<H", [(w, (int(m),)) for w, m in sorted(kept.items())])
    trie.save(str(OUT / "word_classes.marisa"))
    rows = [
        f"{base}\t{reading.name}\t{form}\n"
        for (base, reading), found in sorted(forms.items())
        for form in sorted(found, key=lambda f: (-load().zipf(f), f))
        if base in masks and found != {regular(base, reading)}
    ]
    (OUT / "word_forms.tsv").write_text("".join(rows), encoding="utf-8")
    print(f"{len(kept):,} words, {len(rows):,} irregular forms")


if __name__ == "__main__":
    main()
