"""What makes data and figures, as far as it runs without the texts it is made for."""

from __future__ import annotations

import lzma
import random
from pathlib import Path

import pytest
from agreement import texts
from candidates import curated, pairs, plural_or_tense, same_stem
from corpus import paragraphs
from languagetool_table import categories
from lexicon import Automaton
from names import changed

from lint.dictionary.lexicon import load


def test_an_automaton_gives_all_its_words() -> None:
    arcs = bytes([0x40, 0, 3]) + bytes([1, 8]) + b"\x60b\x00" + b"\x20b\x00" + b"\x60c\x00"
    assert sorted(Automaton(b"\\fsa\xc6\x00\x00\x02\x00a" + arcs).words()) == ["ab", "ac", "b"]
    with pytest.raises(ValueError, match="CFSA2"):
        Automaton(b"\\fsa\x05" + arcs)


def test_pairs_are_marked_by_their_group(tmp_path: Path) -> None:
    (tmp_path / "pairs.txt").write_text("# everyday\n! its it's\n~ to too\nbrake break\n")
    assert [(m, a, b) for m, a, b in curated(tmp_path / "pairs.txt") if a < b] == [
        ("!", "it's", "its"), ("~", "to", "too"), ("", "brake", "break"),
    ]  # fmt: skip


def test_forms_of_one_word_are_no_pair_but_an_everyday_one(tmp_path: Path) -> None:
    (tmp_path / "pairs.txt").write_text("! report reports\nvote voted\npart party\n")
    found = pairs({"report", "reports", "vote", "voted", "part", "party"}, tmp_path, load())
    assert {tuple(sorted(pair)) for pair in found} == {("report", "reports"), ("part", "party")}


@pytest.mark.parametrize(
    ("one", "other", "stem", "ending"),
    [("report", "reported", True, True), ("part", "party", True, False), ("study", "studies", True, False), ("cat", "cart", False, False)],
)  # fmt: skip
def test_forms_of_one_word_are_a_matter_of_grammar(one: str, other: str, stem: bool, ending: bool) -> None:
    assert (same_stem(one, other), plural_or_tense(one, other)) == (stem, ending)


def test_the_corpus_is_read_with_straight_quotation_marks(tmp_path: Path) -> None:
    with lzma.open(tmp_path / "a.txt.xz", "wt", encoding="utf-8", newline="\n") as file:
        file.write("It’s “so”.\nNo.\n")
    assert list(paragraphs(tmp_path / "a.txt.xz")) == ['It\'s "so".', "No."]


def test_one_text_in_so_many_is_compared(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a", "after": "b"}\n{"text": "c"}\n{"after": "d", "start": 1}\n')
    assert list(texts(tmp_path / "a.jsonl", 2)) == ["a", "b", "d"]


def test_each_rule_of_languagetool_has_a_category() -> None:
    of = categories()
    assert len(of) > 1000
    assert of["A_INFINITIVE"] == "GRAMMAR"


def test_a_changed_name_is_one_slip_away() -> None:
    words = {changed("Barnea", random.Random(seed)) for seed in range(40)}
    assert len(words) > 5
    assert all(w[0] == "B" and abs(len(w) - 6) <= 1 for w in words)
