from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.settings import Config
from lint.errors import RuleError
from lint.finding import Match
from lint.formats import parse
from lint.kinds import KINDS, OPTIONS
from lint.matching.word_lists import expand, masked, uncaptured
from lint.packs import load as packs

RULE = """\
- id: stationary
  kind: substitution
  swaps:
    - {wrong: stationery, right: stationary, before: [<vehicle>, object], example: 'A [[stationery]] car.'}
  message: m
  why: it stands
"""


GROWING = "- lists:\n    a0: [xxxxxxxx]\n" + "".join(f"    a{i}: [<a{i - 1}><a{i - 1}>]\n" for i in range(1, 40))
"""Each is twice as long as the one before."""


def loaded(folder: Path, text: str, about: str = "") -> list[str]:
    """What the rules in a file find in one text."""
    (folder / "house").mkdir(exist_ok=True)
    (folder / "house" / "r.yaml").write_text(text)
    if about:
        (folder / "house" / "pack.yaml").write_text(about)
    rules = packs.load([folder / "house"], OPTIONS)
    document = parse("t.md", "A stationery car, a stationery van, a stationery tram, a stationery shop.", "en-GB")
    found = KINDS["substitution"].checker(rules, Config()).check(document)
    return [document.prose[m.span.end + 1 :].partition(",")[0] for m in found if isinstance(m, Match)]


def test_a_list_of_the_file_stands_for_its_words(tmp_path: Path) -> None:
    assert loaded(tmp_path, "- lists: {vehicle: [car, (van|tram)]}\n" + RULE) == ["car", "van", "tram"]


def test_a_list_of_the_pack_and_lists_in_lists(tmp_path: Path) -> None:
    about = "lists:\n  vehicle: [<road>, tram]\n  road: [car]\n"
    assert loaded(tmp_path, RULE, about) == ["car", "tram"]
    assert loaded(tmp_path, "- lists: {road: [van]}\n" + RULE, about) == ["van", "tram"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "- lists: {vehicles: [car]}\n" + RULE,
            r"r.yaml:5: ‘<vehicle>’: there is no list <vehicle>; did you mean ‘vehicles’\?",
        ),
        (RULE, r"there is no list <vehicle>; write ‘- lists: \{vehicle:"),
        ("- lists:\n    vehicle: [<vehicle>]\n" + RULE, "r.yaml:2: the list <vehicle> holds itself: vehicle → vehicle"),
        (
            "- lists:\n    vehicle: [<rode>]\n    road: [car]\n" + RULE,
            "r.yaml:2: there is no list <rode>; did you mean ‘road’",
        ),
        (GROWING + RULE, "r.yaml:15: it is too large: its lists come to 65,536 characters, and 50,000 are allowed"),
        (f"- lists:\n    a: [{'x' * 30_000}]\n    b: [<a>, <a>]\n" + RULE, "r.yaml:3: it is too large: .* 60,000"),
        ("- lists: {vehicle: car}\n" + RULE, "write the words of the list: vehicle:"),
        ("- lists: [car]\n" + RULE, "write a name and its words"),
        ("- lists: {a b: [car]}\n" + RULE, "‘a b’ can't be a list’s name"),
        ("- lists: {vehicle: [10]}\n" + RULE, "put quotation marks around it"),
        ("- lists:\n    vehicle:\n    - car\n    - 'a('\n" + RULE, "r.yaml:4: ‘a.’ is not a valid pattern"),
    ],
)
def test_a_list_that_cannot_be_used_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        loaded(tmp_path, text)


@pytest.mark.parametrize("source", [r"(?P<car>a)(?P=car)", r"(?<car>a)", r"\g<car>", r"\<car>", "[<car>]", "(?<=car)>"])
def test_what_only_looks_like_a_list_is_left_alone(source: str) -> None:
    assert expand(source, {"car": "X"}) == source
    assert masked(source) == source


def test_plain_brackets_capture_nothing_beside_a_match() -> None:
    assert uncaptured(r"(a|b)(?:c)\(d[(]") == r"(?:a|b)(?:c)\(d[(]"
