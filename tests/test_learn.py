from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner
from rules_of import run

from lint.cli import copydesk
from lint.config.settings import Config
from lint.corpus.learn import Learner, Line, pack
from lint.formats import parse
from lint.kinds import OPTIONS
from lint.packs.load import load
from lint.rule_tests import prove

LINE = "Sign up to our free newsletter for the news of {}."
PLACES = ["Leeds", "York", "Hull", "Ripon", "Selby", "Otley"]
WORDS = (
    "river bridge school market church station harbour garden theatre library hospital castle mayor police farmer nurse "
    "winter summer morning evening council budget traffic railway engine doctor teacher driver singer painter village"
).split()


def story(i: int) -> str:
    """A paragraph that is like no other story's."""
    return "The " + " ".join(random.Random(i).sample(WORDS, 14)) + ".\n\n"


def learner(stories: int = 12) -> Learner:
    found = Learner()
    for i in range(stories):
        text = story(i) + (LINE.format(PLACES[i % 6]) if i % 2 else "")
        found.add(parse(f"{i}.txt", text, "en-GB"))
    return found


def test_a_line_of_many_stories_is_found_in_spite_of_small_changes() -> None:
    (line,) = learner().found(4)
    assert line.stories == 6
    assert line.where == "1.txt:3"
    assert line.text == LINE.format("York")


def test_a_line_is_counted_once_a_story() -> None:
    found = Learner()
    found.add(parse("a.txt", "\n\n".join([LINE.format("York")] * 5), "en-GB"))
    assert found.found(2) == []


def test_a_sentence_as_common_as_its_paragraph_is_left_out() -> None:
    found = Learner()
    for i in range(6):
        found.add(parse(f"{i}.txt", story(i) + "Read our code of practice. It is on our page for readers.", "en-GB"))
    assert [line.text for line in found.found(4)] == ["Read our code of practice. It is on our page for readers."]


def test_rare_lines_are_forgotten_as_the_archive_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.corpus.learn._ROUND", 4)
    found = learner(12)
    assert len(found._exact) < 12
    assert [line.stories for line in found.found(4)] == [6]


def test_the_pack_is_one_whose_examples_hold_and_which_finds_the_line(tmp_path: Path) -> None:
    lines = learner().found(4)
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "standing.yaml").write_text(pack(lines, 12), encoding="utf-8")
    rules = load([tmp_path], OPTIONS)
    assert list(prove(rules, Config())) == []
    assert rules[0].why == "It stands in 6 of 12 stories, for example 1.txt:3."


def test_a_line_with_the_marks_of_an_example_in_it_makes_a_pack_that_holds(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    line = Line("[[Sign up]] to our free newsletter in [[this box]].", "1.txt:3", since=1, stories=6)
    (tmp_path / "house" / "standing.yaml").write_text(pack([line], 12), encoding="utf-8")
    assert list(prove(load([tmp_path], OPTIONS), Config())) == []


def test_the_command_writes_the_pack(tmp_path: Path) -> None:
    for i in range(8):
        (tmp_path / f"{i}.md").write_text(story(i) + LINE.format(PLACES[i % 6]))
    done = CliRunner().invoke(copydesk, ["boilerplate", "learn", str(tmp_path)], standalone_mode=False)
    assert done.return_value == 0
    assert "Sign up to our free newsletter" in done.stdout
    assert "1 line of boilerplate in 8 stories" in done.stderr


def test_what_can_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\0\0\0\0")
    done = CliRunner().invoke(copydesk, ["boilerplate", "learn", str(tmp_path / "a.md")], standalone_mode=False)
    assert done.return_value == 3
    assert "not read" in done.stderr


@pytest.mark.parametrize(
    "line",
    [
        "Follow us on Twitter @thepaper_news for all the latest.",
        "Write to our desk at corrections@paper.example with mistakes.",
        "More of this at https://paper.example/news/{} every day.",
        "Read www.paper.example/live and #thepaper for what comes next.",
    ],
)
def test_a_line_with_an_address_is_written_as_it_is_and_finds_its_like(line: str, tmp_path: Path) -> None:
    found = Learner()
    for i in range(6):
        found.add(parse(f"{i}.txt", story(i) + line.format(i), "en-GB"))
    (learned,) = found.found(4)
    assert (learned.text, learned.stories) == (line.format(0), 6)
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "standing.yaml").write_text(pack([learned], 6), encoding="utf-8")
    rules = load([tmp_path], OPTIONS)
    assert list(prove(rules, Config())) == []
    (m,) = run(rules, story(7) + line.format(9), "a.txt")
    assert m.span.end - m.span.start > 20
