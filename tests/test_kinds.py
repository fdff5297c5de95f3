"""What holds for every kind: an apostrophe is one, straight or curly, in a rule and in copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rules_of import document_of, rule, run

from lint.config.settings import Config
from lint.kinds import KINDS
from lint.rule import Rule, Severity

FOUND: dict[str, tuple[str, str, str]] = {
    "existence": ("tokens: [St Paul’s]", "They met at St Paul’s today.", "St Paul’s"),
    "existence, raw": ("raw: [St Paul’s]", "They met at St Paul’s today.", "St Paul’s"),
    "existence, starts": ("starts: [St Paul’s]", "St Paul’s was full.", "St Paul’s"),
    "existence, before": ("tokens: [{token: full, after: [St Paul’s]}]", "They saw St Paul’s full of it.", "full"),
    "existence, a list": ("tokens: [<saints>]", "They met at St Paul’s today.", "St Paul’s"),
    "substitution": ("swap: {St Paul’s: the cathedral}", "They met at St Paul’s today.", "St Paul’s"),
    "substitution, swaps": ("swaps: [{wrong: St Paul’s, right: it}]", "They met at St Paul’s today.", "St Paul’s"),
    "substitution, pairs": ("pairs: pairs.tsv", "They met at St Paul’s today.", "St Paul’s"),
    "occurrence": ("token: St Paul’s\nmax: 0", "They met at St Paul’s today.", "St Paul’s"),
    "repetition": ("tokens: [don’t]", "We don’t don’t know.", "don’t don’t"),
    "consistency": ("either: {St Paul’s: Saint Paul’s}", "St Paul’s, then Saint Paul’s and Saint Paul’s.", "St Paul’s"),
    "consistency, casing": (
        "either: {St Paul’s: Saint Paul’s}\nignorecase: false", "St Paul’s, Saint Paul’s and Saint Paul’s.", "St Paul’s",
    ),
    "consistency, pairs": ("pairs: pairs.tsv", "St Paul’s, then Saint Paul’s and Saint Paul’s.", "St Paul’s"),
    "conditional": ("first: O’Brien\nsecond: Councillor O’Brien", "They met O’Brien today.", "O’Brien"),
    "capitalization": ("match: $lower\nthreshold: 1\nexceptions: [O’Connell]", "at o’connell bridge", "at o’connell bridge"),
    "capitalization, sentence": ("match: $sentence\nthreshold: 1", "We Don’t know", "We Don’t know"),
    "casing": ("phrases: [St Paul’s Cathedral]", "They met at St Paul’s cathedral today.", "St Paul’s cathedral"),
    "casing, never lower": ("phrases: [King’s Cross]\nlower: false", "They met at king’s cross today.", "king’s cross"),
    "casing, a file": ("file: phrases.txt", "They met at St Paul’s cathedral today.", "St Paul’s cathedral"),
    "casing, before a name": (
        "phrases: [King’s Counsel]\nnamed: [King’s Counsel]", "King’s counsel Ann Hartley spoke.", "King’s counsel",
    ),
    "casing, a story": (
        "story: true", "They saw King’s Cross Road, King’s Cross Road and King’s cross Road.", "King’s cross Road",
    ),
    "shortform": (
        "check: outlet\nnames: [Reader’s]", "They read the Daily Reader’s today, according to the reader’s.", "reader’s",
    ),
    "boilerplate": ("any: [sign up for today’s]", "Sign up for today’s letter.", "Sign up for today’s letter."),
    "boilerplate, lines": ("lines: [Get today’s letter from us]", "Get today’s letter from us", "Get today’s letter from us"),
    "required": ("text: All rights are Gazette’s.\nwhen: Gazette’s", "It is the Gazette’s own.", "."),
    "spelling": ("check: listed\nwrong: {O’Brian: O’Brien}", "They met O’Brian today.", "O’Brian"),
    "spelling, pairs": ("check: listed\npairs: pairs.tsv", "They met at St Paul’s today.", "St Paul’s"),
    "spelling, inside": ("check: listed\nwrong: {O’Brie: O’Brien}", "They met O’Brie today.", "O’Brie"),
    "phrase": ("file: titles.txt", "They met the King’s Council today.", "Council"),
    "grammar": ("lines:\n- words: the PLURAL {isn’t}\n  right: aren’t", "They knew the children isn’t there.", "isn’t"),
    "confusion": ("words: [[its, it’s]]", "The mayor’s committee said that its a matter for the council.", "its"),
}  # fmt: skip
"""A rule, copy in which it finds something, and what. Each apostrophe is tried in both shapes."""

LEFT_ALONE: dict[str, tuple[str, str, str]] = {
    "existence": ("tokens: [Paul]", "exceptions: [St Paul’s]", "They met at St Paul’s today."),
    "existence, not after": ("", "tokens: [{token: full, not_after: [St Paul’s]}]", "They saw St Paul’s full of it."),
    "substitution": ("swap: {Paul: Pavel}", "exceptions: [St Paul’s]", "They met at St Paul’s today."),
    "repetition": ("max: 0", "exceptions: [don’t don’t]", "We don’t don’t know."),
    "conditional": (
        "",
        "first: O’Brien\nsecond: Councillor O’Brien",
        "They met O’Brien today. Councillor O’Brien spoke.",
    ),
    "conditional, exceptions": ("first: Brien\nsecond: xyz", "exceptions: [O’Brien]", "They met O’Brien today."),
    "capitalization": ("match: $lower\nthreshold: 1", "exceptions: [O’Connell]", "at O’Connell bridge"),
    "capitalization, a pattern": ("", "match: St Paul’s .*", "St Paul’s today"),
    "capitalization, a prefix": ("match: $lower\nthreshold: 1", "prefix: St Paul’s", "St Paul’s today"),
    "casing": ("", "phrases: [St Paul’s Cathedral]", "They met at St Paul’s Cathedral today."),
    "boilerplate": ("any: [today’s]", "unless: [today’s council]", "This is today’s council."),
    "required": ("", "text: All rights are Gazette’s.", "It is here.\n\nAll rights are Gazette’s."),
    "spelling": ("check: words", "ignore: [hso’tage]", "They met for hso’tage talks."),
    "spelling, a part": ("check: words", "ignore: [hso’tage House]", "They met for hso’tage talks."),
    "spelling, right": ("", "check: listed\nwrong: {O’Brie: O’Brien}", "They met O’Brien today."),
    "confusion": ("margin: 0", "exceptions: [it’s]", "The committee said that it’s chairman had left the council."),
}
"""A rule that finds something (where there is no line, the one in FOUND does), what it has besides, and copy in which
it finds nothing then."""

NO_WORDS = {
    "apostrophe": "its exceptions are plurals",
    "article": "it has no keys",
    "dates": "it has no words",
    "languagetool": "its exceptions are those of existence",
    "quotation": "it has no keys",
    "suppression": "it has no words",
}
SHAPES = pytest.mark.parametrize(("in_rule", "in_copy"), [("'", "'"), ("'", "’"), ("’", "'"), ("’", "’")])


def made(name: str, keys: str, folder: Path, apostrophe: str) -> Rule:
    """A rule, with a list that it may name and files that it may read."""
    (folder / "pairs.tsv").write_text(f"St Paul{apostrophe}s\tSaint Paul{apostrophe}s\n")
    (folder / "titles.txt").write_text(f"King{apostrophe}s Counsel\n")
    (folder / "phrases.txt").write_text(f"St Paul{apostrophe}s Cathedral\n")
    made = rule(f"kind: {name.partition(',')[0]}\n{keys.replace('’', apostrophe)}")
    where = made.where._replace(file=folder / "r.yaml")
    return replace(made, where=where, lists={"saints": f"St Paul{apostrophe}s"})


def test_every_kind_is_tried() -> None:
    assert {name.partition(",")[0] for name in (*FOUND, *LEFT_ALONE)} | NO_WORDS.keys() == KINDS.keys()


@SHAPES
@pytest.mark.parametrize("name", FOUND)
def test_an_apostrophe_is_one_in_any_shape(name: str, in_rule: str, in_copy: str, tmp_path: Path) -> None:
    keys, copy, found = FOUND[name]
    copy = copy.replace("’", in_copy)
    (m,) = run(made(name, keys, tmp_path, in_rule), copy)
    document = document_of(copy)
    assert m.span.of(document.prose) == found.replace("’", in_copy)
    other = "'" if in_copy == "’" else "’"
    assert other not in "".join(m.suggestions)


@SHAPES
@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_a_rule_leaves_alone_has_an_apostrophe_in_any_shape(
    name: str, in_rule: str, in_copy: str, tmp_path: Path
) -> None:
    keys, more, copy = LEFT_ALONE[name]
    copy = copy.replace("’", in_copy)
    if keys:
        assert run(made(name, keys, tmp_path, in_rule), copy)
    assert run(made(name, f"{keys}\n{more}", tmp_path, in_rule), copy) == []


@SHAPES
@pytest.mark.parametrize(
    ("keys", "copy"),
    [
        ("kind: spelling\ncheck: words", "They met for hso’tage talks."),
        ("kind: capitalization\nmatch: $lower\nthreshold: 1", "at O’Connell bridge"),
        ("kind: confusion", "The committee said that it’s chairman had left the council."),
    ],
)
def test_words_of_the_configuration_have_an_apostrophe_in_any_shape(
    keys: str, copy: str, in_rule: str, in_copy: str
) -> None:
    words = frozenset(word.replace("’", in_rule) for word in ("hso’tage House", "O’Connell", "it’s"))
    copy = copy.replace("’", in_copy)
    assert run(rule(keys), copy)
    assert run(rule(keys), copy, config=Config(words=words)) == []


@SHAPES
def test_a_weak_line_has_an_apostrophe_in_any_shape(in_rule: str, in_copy: str) -> None:
    line = rule(f"kind: boilerplate\nwhole: [today{in_rule}s news]\nweak: [today{in_rule}s news]")
    (m,) = run(line, f"Today{in_copy}s news")
    assert m.severity is Severity.SUGGESTION
