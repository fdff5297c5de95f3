"""Builds lint/data/known_names.marisa: full names of two words that are known everywhere, and lint/data/bearers.marisa:
how common single names are among people.

    python tools/known_names.py

Needs, besides copydesk itself, the package ``names`` (the US census of 1990, in the public domain):
    pip install "copydesk[tools]"
Sources and licences: lint/data/LICENCES.md.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import lingotweaker_data_en
import marisa_trie

from lint.dictionary.known_names import COMMON_GIVEN, COMMON_SURNAME, GIVEN, SURNAME

DATA = Path(lingotweaker_data_en.data_dir())
HERE = Path(__file__).parent
OUT = HERE.parent / "lint" / "data"
NAME = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+")
FEW = 1500
"""So many surnames are borne by so many people that a first name beside them says nothing."""
MOST = 30_000
"""Rarer surnames are as likely slips of others."""
FEW_GIVEN = 300
"""The same for first names of either sex."""


def known() -> Iterator[str]:
    """Full names of LanguageTool's lists, and of our own."""
    lists = ("core/spelling_global.txt", "en/words/multiwords.txt")
    for file in (*(DATA / name for name in lists), HERE / "known_names.txt"):
        for line in file.read_text(encoding="utf-8").splitlines():
            name = line.partition("#")[0].partition("\t")[0].strip().replace("’", "'")
            if NAME.fullmatch(name):
                yield name


def census(name: str) -> list[str]:
    """The names of a list of the census, the most common first."""
    spec = importlib.util.find_spec("names")
    if spec is None or spec.origin is None:
        raise SystemExit("names is missing: pip install names")
    file = Path(spec.origin).parent / f"dist.{name}"
    return [line.split()[0].capitalize() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    marks: dict[str, int] = {}
    for i, surname in enumerate(census("all.last")[:MOST]):
        marks[surname] = marks.get(surname, 0) | SURNAME | (COMMON_SURNAME if i < FEW else 0)
    for sex in ("male", "female"):
        for i, given in enumerate(census(f"{sex}.first")):
            marks[given] = marks.get(given, 0) | GIVEN | (COMMON_GIVEN if i < FEW_GIVEN else 0)
    bearers = marisa_trie.RecordTrie("<B", [(name, (mark,)) for name, mark in marks.items()])
    bearers.save(str(OUT / "bearers.marisa"))
    names = marisa_trie.Trie(sorted(set(known())))
    names.save(str(OUT / "known_names.marisa"))
    for file, entries in (("bearers", bearers), ("known_names", names)):
        print(f"{file}: {len(entries):,} entries, {(OUT / f'{file}.marisa').stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
