from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.yaml import MOST, parse, read
from lint.errors import ConfigError


def test_keys_and_items_know_their_lines() -> None:
    marks = parse("a: 1\nb:\n  - x\n  - y: 2\n", Path("f.yaml"), ConfigError)
    assert marks.where("b", 1, "y").line == 4
    assert marks.at("b", 1).where("y").line == 4
    assert marks.where("nothing").line == 1


def test_the_items_of_a_list_are_what_is_at_each() -> None:
    marks = parse("- a: 1\n  b: [x, y]\n- z\n-\n  - c\n", Path("f.yaml"), ConfigError)
    assert marks.items() == [marks.at(i) for i in range(3)]
    assert [item.where().line for item in marks.items()] == [1, 3, 5]


def test_on_off_yes_and_no_are_words() -> None:
    assert parse("a: off\nno: yes\nb: true", Path("f.yaml"), ConfigError).data == {"a": "off", "no": "yes", "b": True}


def test_times_dates_and_odd_numbers_are_words() -> None:
    text = "a: 12:30\n2024-05-01: b\nc: 010\nd: 1_000\ne: [3, -0.5, .5]\n1e3: x"
    data = {"a": "12:30", "2024-05-01": "b", "c": "010", "d": "1_000", "e": [3, -0.5, 0.5], "1e3": "x"}
    assert parse(text, Path("f.yaml"), ConfigError).data == data


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{this}: &{this} [{', '.join(['*' + last] * 9)}]\n" for last, this in zip("abcdefgh", "bcdefghi", strict=True)
)
"""Nine lines that stand for 9⁹ words."""


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\na: 2\n", 2, "twice"),
        ("a: [1\nb: 2\n", 2, "not YAML"),
        ("a: 1\n? [x]\n: 2\n", 2, "must be a word$"),
        ("a: 1\nnull: 2\n", 2, "put quotation marks around null: 'null'"),
        ("a: &x [*x]\n", 1, ""),
        ("a: 1\n? &k [x, y]\n: 2\n", 2, "must be a word$"),
        ("a: 1\nb: !!int ''", 2, "‘’ is not what its tag says; take the tag .*:int. away"),
        ("a: !!bool x", 1, "is not what its tag says"),
        ("a: !!timestamp x", 1, "is not what its tag says"),
        ("!!float x: 1", 1, "is not what its tag says"),
        (BOMB, 1, r"aliases \(\*name\) make this too large; write out"),
    ],
)
def test_complaints_name_file_and_line(text: str, line: int, says: str) -> None:
    with pytest.raises(ConfigError, match=rf"f\.yaml:{line}: .*{says}"):
        parse(text, Path("f.yaml"), ConfigError)


def test_a_file_of_megabytes_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_text("# " + "x" * MOST)
    with pytest.raises(ConfigError, match=r"f\.yaml:1: can't be read: it has 1\.1 MB, and 1 MB is the most"):
        read(tmp_path / "f.yaml", ConfigError)


def test_parts_keep_their_lines_however_often_they_are_asked_for() -> None:
    marks = parse("a:\n  b: [x,\n    y]\n  1: z\n", Path("f.yaml"), ConfigError)
    for _ in range(2):
        part = marks.at("a", "b")
        assert (part.data, part.lines) == (["x", "y"], {(): 2, (0,): 2, (1,): 3})
    assert marks.at("a").where(1).line == 4
    assert marks.at().lines == marks.lines
    with pytest.raises(KeyError):
        marks.at("none")


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        read(tmp_path / "none.yaml", ConfigError)
    (tmp_path / "bad.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="can't be read"):
        read(tmp_path / "bad.yaml", ConfigError)


@pytest.mark.parametrize("text", ["a: {b: He hit a [[car]].}", "a: [*x y]", "a: [b\nc: d", "a: {b: %c}"])
def test_a_sign_that_ends_a_text_is_explained(text: str) -> None:
    with pytest.raises(ConfigError, match="put single quotation marks around"):
        parse(text, Path("f.yaml"), ConfigError)
