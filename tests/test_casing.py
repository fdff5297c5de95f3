from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rules_of import fixes, rule, run, texts

import lint
from lint.config.settings import Config
from lint.errors import RuleError, Where
from lint.kinds import groups
from lint.kinds.casing import FAULTS
from lint.rule import Severity

TITLES = "kind: casing\nphrases: [Prime Minister, Security Council, National Security Council]"
STORY = "kind: casing\nstory: true"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met the prime Minister today.", ["prime Minister"]),
        ("He met the Prime minister today.", ["Prime minister"]),
        ("He met the prime minister today.", []),
        ("Prime minister Smith left.", []),
        ("THE PRIME MINISTER LEFT", []),
        ("# The prime Minister", []),
        ("He is the National security Council’s man.", ["National security Council"]),
        ("He is prime Ministerial.", []),
    ],
)
def test_a_title_is_capitalised_throughout_or_not_at_all(text: str, found: list[str]) -> None:
    assert texts(rule(TITLES), text) == found


def test_a_sentence_that_begins_with_it_is_judged_by_the_rest_of_the_story() -> None:
    assert texts(rule(TITLES), "The Prime Minister left. Prime minister Smith spoke.") == ["Prime minister"]
    assert texts(rule(TITLES), "The prime minister left. Prime minister Smith spoke.") == []


def test_a_title_with_a_name_after_it_has_its_capitals_where_a_sentence_begins_too() -> None:
    named = rule(TITLES + "\nnamed: [Prime Minister]")
    assert texts(named, "Prime minister Anna Smith left.") == ["Prime minister"]
    assert texts(named, "Prime minister Smith left. Prime minister of New Zealand.") == []
    assert texts(named, "Prime minister Anna Smith left. So did prime minister Ian Price.") == []


def test_some_phrases_may_not_be_lower_case() -> None:
    r = rule("kind: casing\nphrases: [United Nations]\nlower: false")
    assert fixes(r, "The united nations met.") == ["United Nations"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We met Tessa Jowell. Then Tessa jowell left.", ["Tessa jowell"]),
        ("At the Hansard Society and the BBC. The Hansard society said so.", ["Hansard society"]),
        ("The Labour party and the Labour party met the Labour Party.", ["Labour Party"]),
        ("The Home Office. At the home office of the firm.", []),
        ("She left New York. The New York film scene and the New York Film Festival.", []),
        ("Mr Smith met FW de Klerk. De Klerk left.", []),
        ("I read Hide And Seek, and saw Hide and Seek.", ["Hide and Seek"]),
        ("The Union Chain Bridge crosses it. Friends of the Union chain Bridge met.", ["Union chain Bridge"]),
        ("He met Putin. Then Trump met Putin.", []),
        ("He saw the movie The Aviator. She was in The aviator.", ["The aviator"]),
        ("The Aviator won. She read The guide twice.", []),
        ("Henry told BBC Radio Five live. Don told BBC Radio Five Live.", ["Radio Five live"]),
        ("I'm Isabel Ruiz. With Isabel ruiz came others.", ["Isabel ruiz"]),
        ("Van Gogh’s film ran. Earlier, Van gogh made a film.", ["Van gogh"]),
        ("# The Data Briefing: How Design Helps\n\nEach week, in The Data briefing, we look.", ["The Data briefing"]),
        ("# Times Reporter Dies in Attack\n\nHe told a Times reporter so.", []),
        ("# Labour Party Meets in Leeds\n\nThen the Labour party met.", []),
        (
            "## McNamara Service Contract Act (SCA)\n\nYes.\n\n## McNamara Service Contract act (SCA)",
            ["McNamara Service Contract act"],
        ),
    ],
)
def test_one_phrase_cased_two_ways(text: str, found: list[str]) -> None:
    assert texts(rule(STORY), text) == found


def test_small_words_alone_are_only_a_suggestion(linter: lint.Linter) -> None:
    report = linter.check_text("I read Hide And Seek, and saw Hide and Seek today.", "a.md")
    assert [str(f.severity) for f in report.findings if f.rule == "capitals.two-ways"] == ["suggestion"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The prime minister met him. In Leeds the Prime Minister spoke. Prime minister Smith left.", []),
        ("The Prime Minister left. So did prime minister Smith.", []),
        ("It was ex-prime Minister Smith.", ["prime Minister"]),
        ("One.\n\nTwo paragraphs.\n\nHe met the prime Minister.", ["prime Minister"]),
        ("One.\n\nTwo paragraphs.\n\nPrime minister Smith left. The Prime Minister is away.", ["Prime minister"]),
        ("# The Prime minister of Many Long Words Speaks\n\nYes.", []),
    ],
)
def test_the_story_decides_of_a_title_where_a_sentence_begins(text: str, found: list[str]) -> None:
    assert texts(rule(TITLES), text) == found


NAMED = rule(TITLES + "\nnamed: [Prime Minister]")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met prime minister Anna Smith.", []),
        ("Prime minister Anna Smith left.", ["Prime minister"]),
        ("Security council Anna Smith left.", []),
        ("Security council Anna Smith left. The Security Council Anna Lee saw met.", ["Security council"]),
        ("Security council Smith left. The Security Council Anna Lee saw met.", ["Security council"]),
        ("Security council Anna Smith left. The Security Council Anna Lee saw, a security council Bob Ray met.", []),
    ],
)
def test_a_title_before_a_name(text: str, found: list[str]) -> None:
    assert texts(NAMED, text) == found


def test_what_has_its_capital_everywhere_owes_none_to_the_sentence() -> None:
    r = rule("kind: casing\nphrases: [European Union]")
    assert texts(r, "European union leaders met.") == ["European union"]
    assert texts(r, "european Union leaders met.") == ["european Union"]
    assert texts(r, "the european union met.") == []


def test_capitals_throughout_are_left_alone_even_where_lower_case_is_wrong() -> None:
    r = rule("kind: casing\nphrases: [United Nations]\nlower: false")
    assert texts(r, "The UNITED NATIONS met the United Nations.") == []


def test_of_overlapping_phrases_the_longest_is_reported_once() -> None:
    r = rule("kind: casing\nphrases: [Home Secretary, Shadow Home Secretary]")
    assert texts(r, "The Shadow home Secretary met the home Secretary.") == ["Shadow home Secretary", "home Secretary"]


def test_phrases_stand_in_a_file_beside_the_rule_and_one_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("# names\nTower Bridge  # London\n\n", encoding="utf-8")
    made = rule("kind: casing\nfile: names.txt")
    here = replace(made, where=Where(tmp_path / "rules.yaml"))
    assert here.options.files() == ("names.txt",)
    assert rule(STORY).options.files() == ()
    assert fixes(here, "They crossed Tower bridge.") == ["Tower Bridge"]
    for away in ("../names.txt", "/etc/passwd"):
        with pytest.raises(RuleError, match=f"{away} is not in the folder of the rule; put the list beside it"):
            groups([replace(rule(f"kind: casing\nfile: {away}"), where=here.where)], Config())
    (tmp_path / "names.txt").unlink()
    with pytest.raises(RuleError, match="names.txt can't be read: No such file or directory"):
        groups([here], Config())
    (tmp_path / "names.txt").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(RuleError, match="names.txt can't be read: 'utf-8' codec"):
        groups([here], Config())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ex-Prime minister left.", ["Prime minister"]),
        ("ex-Prime minister Smith left.", ["Prime minister"]),
        ("Ex-Prime minister Smith left.", []),
    ],
)
def test_ex_begins_no_sentence(text: str, found: list[str]) -> None:
    assert texts(rule(TITLES), text) == found


def test_a_title_at_the_head_of_a_sentence_says_nothing_of_other_titles() -> None:
    head, inside = "Prime Minister Anna Lee met.", "In Leeds Prime Minister Anna Lee met."
    assert texts(rule(TITLES), f"{head} Security council Anna Smith left.") == []
    assert texts(rule(TITLES), f"{inside} Security council Anna Smith left.") == ["Security council"]
    assert texts(rule(TITLES), f"{inside} Security council members left.") == []


def test_what_lies_outside_a_rules_scope_is_left_alone() -> None:
    assert texts(rule(TITLES + "\nscope: paragraph"), "# The prime Minister of a Land\n\nHe left.") == []


def test_a_name_that_begins_with_a_small_letter_may_have_it() -> None:
    assert texts(rule("kind: casing\nphrases: [eBay]"), "He sold it on ebay.") == []
    assert texts(rule("kind: casing\nphrases: [eBay]\nlower: false"), "He sold it on ebay.") == ["ebay"]
    assert texts(rule("kind: casing\nphrases: [eBay]\nlower: false"), "He sold it on eBay and EBAY.") == []


def test_every_fault_has_a_name_of_its_own() -> None:
    assert len({name for name, _ in FAULTS}) == len(FAULTS)


def test_something_to_look_for_is_needed() -> None:
    with pytest.raises(RuleError, match="needs ‘phrases:’"):
        groups([rule("kind: casing")], Config())


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("She sings in a Security council there.", Severity.SUGGESTION),
        ("She sings in her Security council.", Severity.SUGGESTION),
        ("She sings in the Security council.", None),
        ("She sings in a security Council.", None),
    ],
)
def test_one_of_many_such_is_a_suggestion(text: str, severity: Severity | None) -> None:
    assert {m.severity for m in run(rule(TITLES), text)} == {severity}


def test_a_brand_may_follow_an_article() -> None:
    brand = rule("kind: casing\nphrases: [iPhone, easyJet]\nlower: false")
    assert {m.severity for m in run(brand, "He bought an iphone.")} == {None}
    assert texts(brand, "EasyJet flies there. The EasyJet plane is late.") == ["EasyJet"]
