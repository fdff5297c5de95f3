"""The search for inputs that break a reader runs, is the same from the same seed, and sees a reader that loses text."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from fuzz import judge, readers
from fuzz.__main__ import CORPUS, TARGETS, source_of
from fuzz.mutators import LONGEST, mutated
from lint.formats import html

ROOT = Path(__file__).parent.parent
FEW = 60


@pytest.mark.parametrize("target", sorted(readers.TARGETS))
def test_a_few_changed_texts_break_no_reader(target: str) -> None:
    source = source_of(target, 1)
    for _ in range(FEW):
        TARGETS[target](mutated(source.random.choice(source.texts), source).encode("utf-8", "ignore"))


@pytest.mark.parametrize("target", sorted(readers.TARGETS))
def test_the_corpus_is_read(target: str) -> None:
    for path in sorted((CORPUS / target).iterdir()):
        TARGETS[target](path.read_bytes())


def test_the_same_seed_gives_the_same_texts() -> None:
    def some() -> list[str]:
        source = source_of("html", 7)
        return [mutated(source.texts[0], source) for _ in range(5)]

    assert some() == some()
    assert all(len(text) <= LONGEST for text in some())


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
