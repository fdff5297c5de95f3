"""The search for inputs that break something runs, is the same from the same seed, and sees what is broken."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from fuzz import config, fixes, judge, readers, rules, wire
from fuzz.__main__ import CORPUS, SHORT, TARGETS, TOKENS, source_of
from fuzz.mutators import LONGEST, mutated
from lint.config import globs
from lint.config.load import NAME
from lint.config.load import load as load_config
from lint.document import Document
from lint.errors import Where
from lint.formats import html
from lint.formats.base import TextFormat
from lint.kinds import OPTIONS, existence
from lint.packs.load import load

ROOT = Path(__file__).parent.parent
FEW, SLOW = 60, {"fixes": 4}


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_a_few_changed_texts_break_nothing(target: str) -> None:
    source = source_of(target, 1)
    for _ in range(SLOW.get(target, FEW)):
        TARGETS[target](mutated(source.random.choice(source.texts), source).encode("utf-8", "ignore"))


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_the_corpus_breaks_nothing(target: str) -> None:
    for path in sorted((CORPUS / target).iterdir()):
        TARGETS[target](path.read_bytes())


def test_the_same_seed_gives_the_same_texts() -> None:
    def some() -> list[str]:
        source = source_of("html", 7)
        return [mutated(source.texts[0], source) for _ in range(5)]

    assert some() == some()
    assert all(len(text) <= LONGEST for text in some())


def test_texts_may_be_shorter_and_keep_their_lines() -> None:
    source = source_of("fixes", 1)
    assert all(len(mutated(source.texts[0] * 9, source)) <= SHORT["fixes"] for _ in range(20))
    source = source_of("config", 1)
    lines = set(source.texts[0].splitlines())
    kept = [len(lines & set(mutated(source.texts[0], source).splitlines())) for _ in range(40)]
    assert sorted(kept)[20] > 0.8 * len(lines)


def test_every_target_has_its_corpus_and_its_tokens_and_makefile_and_ci_name_it() -> None:
    named = (ROOT / "Makefile").read_text().partition("\nTARGETS = ")[2].partition("\n")[0].split()
    assert sorted(named) == sorted(TARGETS)
    assert f"target: [{', '.join(named)}]" in (ROOT / ".github/workflows/ci.yml").read_text()
    assert sorted(p.name for p in CORPUS.iterdir()) == sorted(TARGETS)
    assert sorted(p.stem for p in TOKENS.iterdir()) == sorted(TARGETS)


def test_a_browser_shows_all_but_code_and_what_is_hidden() -> None:
    page = "<p>zq1qz <code>zq2qz</code> <!-- zq3qz --> a/zq4qz <script>zq5qz</script><b>zq6qz</b><p><code>zq7qz"
    assert judge.words(page) == {"zq1qz", "zq6qz"}


def test_a_reader_that_loses_text_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def forget(self: object, *args: object) -> None:
        """Reads no text."""

    monkeypatch.setattr(html._Reader, "_text", forget)
    with pytest.raises(readers.LostError):
        readers.html(b"<p>A text.</p>")


@pytest.mark.slow
def test_the_command_says_how_many_inputs_it_tried() -> None:
    command = [sys.executable, "-m", "fuzz", "text", "--seconds", "1", "--seed", str(random.Random(1).randrange(99))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("text: ")
    assert "found: {}" in done.stdout


# ---- what is broken is found out -------------------------------------------------------------------


def test_rules_and_settings_of_the_corpus_are_understood(tmp_path: Path) -> None:
    """Most changed ones are not, and the search would be none if these weren't."""
    for path in sorted((CORPUS / "rules").iterdir()):
        (tmp_path / "house").mkdir(exist_ok=True)
        file = tmp_path / "house" / ("pack.yaml" if path.name == "pack.yaml" else "rules.yaml")
        file.write_text(path.read_text())
        assert path.name == "pack.yaml" or load([tmp_path / "house"], OPTIONS)
        file.unlink()
    for path in sorted((CORPUS / "config").iterdir()):
        config.config(path.read_bytes())
        assert load_config(rules.folder().parent / NAME).rules


def breaks(*_: object, **__: object) -> None:
    raise IndexError("broken")


@pytest.mark.parametrize(
    ("where", "name", "instead"),
    [
        (existence.Checker, "check", breaks),
        (Where, "__str__", lambda where: where.file.name),
        (rules, "explanation", lambda *_: ["\x1b[31m##[error]"]),
    ],
)
def test_rules_that_crash_or_are_refused_without_a_line_are_found_out(
    where: object, name: str, instead: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, name, instead)
    monkeypatch.setattr("fuzz.pages.say", print)  # as if nothing made harmless what is said
    data = (CORPUS / "rules" / "patterns.yaml").read_bytes()
    with pytest.raises(AssertionError):
        rules.rules(b"- id: x" if where is Where else data)


def test_settings_that_crash_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(globs, "complaint", breaks)
    with pytest.raises(IndexError):
        config.config(b"exclude: [a]\n")


ANSWER = b'HTTP/1.1 200 OK\n\n{"matches": [{"message": "m", "offset": %d, "length": 3, "rule": {"id": "X"}}]}'


def test_a_broken_answer_that_is_taken_for_a_good_one_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    wire.wire(ANSWER % 4)
    wire.wire(ANSWER % 900)
    monkeypatch.setattr("lint.languagetool.wire.read", lambda body, text: ())
    wire.wire(ANSWER % 4)
    for broken in (ANSWER % 900, b"HTTP/1.1 200 OK\n\n{}", b"HTTP/1.1 200 OK\n\n<html>"):
        with pytest.raises(AssertionError, match="a broken answer is taken for a good one"):
            wire.wire(broken)


@pytest.mark.parametrize(
    ("where", "name", "instead", "text", "says"),
    [
        (TextFormat, "write", lambda self, raw, edits: raw[:-1], "The the end.", "something changed"),
        (TextFormat, "write", lambda self, raw, edits: b"The end.\nX", "The the end.\r\nX", "something changed"),
        (Document, "in_quotation", lambda self, span: False, "“The the end,” she said.", "is changed by"),
    ],
)
def test_a_fix_that_changes_something_else_is_found_out(
    where: object, name: str, instead: object, text: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, name, instead)
    with pytest.raises(AssertionError, match=says):
        fixes.fixes((text + " " * ((2 - len(text.encode())) % 4)).encode())  # four of which three are fixed in full
