from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from rules_of import document_of, rule

from lint.config.settings import Config
from lint.document import Document
from lint.engine import RuleSet, lint
from lint.errors import RuleError
from lint.finding import Edit, Failure, Finding, Match, Note, Report
from lint.formats import parse
from lint.formats.base import edited
from lint.kinds import KINDS, groups
from lint.kinds.base import Kind, Options, RuleGroup
from lint.rule import Rule, Severity
from lint.span import Span

RULE = rule("kind: existence\ntokens: [x]")


def group(rules: Sequence[Rule], check: Any) -> RuleGroup:
    """Rules whose checker does what ``check(rules, document)`` does."""

    class Checker:
        def __init__(self, rules: Sequence[Rule], config: Config) -> None:
            self.rules = rules

        def check(self, document: Document) -> Iterator[Match | Note | Failure]:
            yield from check(self.rules, document)

    return RuleGroup(Kind(Options, Checker), tuple(rules), Config())


def finds(*spans: Span, then: Exception | Failure | None = None, of: Rule = RULE) -> RuleGroup:
    """A rule that finds these spans, and then breaks or fails."""

    def check(rules: Sequence[Rule], document: Document) -> Iterator[Match | Failure]:
        for span in spans:
            yield Match(of, span, "m", ("y",))
        if isinstance(then, Exception):
            raise then
        if then:
            yield then

    return group([of], check)


def check(text: str, *made: RuleGroup, timeout: float | None = None) -> Report:
    return lint(document_of(text), RuleSet(made, Config()), timeout)


def test_findings_are_sorted_and_reported_once() -> None:
    report = check("a **b** c", finds(Span(4, 5), Span(0, 1), Span(0, 1)))
    assert [f.text for f in report.findings] == ["a", "c"]
    assert report.words == 3


def test_a_rule_that_breaks_is_one_failure_with_its_id_and_what_it_found_stands() -> None:
    broken = finds(Span(0, 1), then=ValueError("boom"), of=replace(RULE, id="house.broken"))
    report = check("a b c", broken, finds(Span(2, 3)))
    assert [f.text for f in report.findings] == ["a", "b"]
    assert [(f.component, f.message) for f in report.failures] == [("house.broken", "crashed: ValueError: boom")]
    assert not report.complete


def test_the_other_rules_of_a_kind_and_file_still_speak_when_one_breaks() -> None:
    def check_all(rules: Sequence[Rule], document: Document) -> Iterator[Match]:
        for r in rules:
            if r.id == "house.b":
                raise IndexError("no such group")
            yield Match(r, Span(0, 1), "m")

    rules = [replace(RULE, id=f"house.{name}") for name in "abc"]
    report = check("a b c", group(rules, check_all))
    assert [(f.component, f.message) for f in report.failures] == [("house.b", "crashed: IndexError: no such group")]
    assert {f.rule for f in report.findings} == {"house.a", "house.c"}


def test_a_file_that_takes_too_long_is_a_failure() -> None:
    report = check("a b c", finds(Span(0, 1), Span(2, 3), of=replace(RULE, id="house.slow")), timeout=1e-9)
    assert report.failures[0].component == "house.slow"


def test_a_match_may_lower_the_severity_of_its_rule_and_never_raise_it() -> None:
    def check_all(rules: Sequence[Rule], document: Document) -> Iterator[Match]:
        yield Match(rules[0], Span(0, 1), "m", severity=Severity.SUGGESTION)
        yield Match(rules[0], Span(2, 3), "m", severity=Severity.ERROR)

    report = check("a b", group([replace(RULE, severity=Severity.WARNING)], check_all))
    assert [f.severity for f in report.findings] == [Severity.SUGGESTION, Severity.WARNING]


def test_what_lies_outside_the_scope_of_its_rule_is_dropped_whatever_the_kind_made_of_it() -> None:
    def check_all(rules: Sequence[Rule], document: Document) -> Iterator[Match]:
        yield from (Match(rules[0], b.span, "m") for b in document.whole.blocks)

    report = check("# One\n\nTwo.\n", group([replace(RULE, scopes=("heading",))], check_all))
    assert [f.text for f in report.findings] == ["One"]


@pytest.mark.parametrize(
    ("text", "span", "fixable"),
    [("a b", Span(0, 1), True), ("a &amp; b", Span(2, 3), False), ("“a b”", Span(1, 2), False)],
)
def test_only_text_as_it_stands_outside_quotations_is_fixable(text: str, span: Span, fixable: bool) -> None:
    (f,) = check(text, finds(span)).findings
    assert f.fixable is fixable


def test_equal_findings_have_different_fingerprints() -> None:
    report = check("a b\n\na b", finds(Span(0, 1), Span(5, 6)))
    assert len({f.fingerprint for f in report.findings}) == 2


# ---- every kind holds to the scope, the severity and the singleness of its rules ---------------------

FAULTY = {
    "existence": ("tokens: [slammed]", "He slammed it"),
    "substitution": ("swap: {utilise: use}", "They utilise it"),
    "occurrence": ("token: very\nmax: 1", "A very very good day"),
    "repetition": ("{}", "He met the the mayor"),
    "consistency": ("either: {adviser: advisor}", "An adviser and another adviser met the advisor"),
    "conditional": ("first: NATO\nsecond: alliance", "The men of NATO met"),
    "capitalization": ("match: $upper", "The quiet council"),
    "casing": ("phrases: [Home Secretary]", "They met the Home secretary today"),
    "shortform": ("check: acronym", "The World Health Organization (WHO) met"),
    "boilerplate": ("any: ['sign up']", "Now sign up for our newsletter"),
    "required": ("text: All rights reserved.", "They met the mayor"),
    "spelling": ("check: words", "They met for hsotage talks"),
    "confusion": ("{}", "Seven versions of the virus are know to exist"),
    "apostrophe": ("{}", "It was hidden within the governments proposals on tax"),
    "quotation": ("{}", "They met,” he said"),
    "dates": ("check: clock", "They met at 13pm in the hall"),
    "article": ("{}", "They made an `Bridge` call"),
    "grammar": ("lines: [{words: 'the PLURAL {was}', right: MANY}]", "They knew where the children was last night"),
    "phrase": ("{}", "They met in the throws of a crisis"),
    "languagetool": ("ids: [EN_A_VS_AN]", "They met a old mayor in the town"),
}
"""For each kind, the keys of a rule, and a paragraph in which it finds something."""


def found_by(kind: str, *rules: Rule) -> list[Finding]:
    """What rules find in a paragraph of FAULTY and in the same text after it, as a quotation of a table's cell."""
    sentence = FAULTY[kind][1]
    report = lint(document_of(f"{sentence}.\n\n> {sentence}.\n"), RuleSet(groups(rules, Config()), Config()))
    assert report.complete
    return list(report.findings)


def rule_of(kind: str, name: str, **changes: object) -> Rule:
    keys = FAULTY[kind][0]
    made = rule(f"kind: {kind}\n" + ("" if keys == "{}" else keys))
    return replace(made, id=f"house.{name}", **changes)  # type: ignore[arg-type]


PROSE = sorted(set(KINDS) - {"suppression"})
"""The kinds that read the prose; the comments of a story have no scope."""


def test_every_kind_is_tried() -> None:
    assert set(FAULTY) == set(PROSE)


@pytest.mark.engine
@pytest.mark.parametrize("kind", PROSE)
def test_a_kind_reports_nothing_outside_the_scope_of_a_rule(kind: str) -> None:
    assert {f.place.start[0] for f in found_by(kind, rule_of(kind, "quote", scopes=("quote",)))} == {3}
    assert {f.place.start[0] for f in found_by(kind, rule_of(kind, "paragraph", scopes=("paragraph",)))} == {1}
    if kind != "required":  # where no heading is, none holds the text
        assert not found_by(kind, rule_of(kind, "heading", scopes=("heading",)))


@pytest.mark.engine
@pytest.mark.parametrize("kind", PROSE)
def test_two_rules_that_differ_in_scope_and_severity_hold_each_for_itself(kind: str) -> None:
    here = rule_of(kind, "here", scopes=("paragraph",), severity=Severity.ERROR)
    there = rule_of(kind, "there", scopes=("quote",), severity=Severity.SUGGESTION)
    for order in ([here, there], [there, here]):
        found = {(f.rule, f.place.start[0], f.severity) for f in found_by(kind, *order)}
        assert {f[:2] for f in found} == {("house.here", 1), ("house.there", 3)}
        assert {severity for name, _, severity in found if name == "house.there"} == {Severity.SUGGESTION}


@pytest.mark.engine
@pytest.mark.parametrize("kind", PROSE)
def test_a_rule_never_silences_another_of_its_kind(kind: str) -> None:
    one, two = rule_of(kind, "one"), rule_of(kind, "two")
    assert {f.rule for f in found_by(kind, one, two)} == {"house.one", "house.two"}


# ---- keys ------------------------------------------------------------------------------------------


def key(body: str, config: Config | None = None) -> str:
    (made,) = groups([rule(body)], config or Config())
    return made.key


def test_the_key_of_a_group_changes_with_its_rules_its_data_and_its_configuration(tmp_path: Any) -> None:
    base = "kind: substitution\nswap: {utilise: use}"
    assert key(base) == key(base)
    changed = {
        key(base),
        key("kind: substitution\nswap: {utilise: employ}"),
        key(base + "\nseverity: error"),
        key(base + "\nscope: heading"),
        key(base, Config(words=frozenset({"Okonjwo"}))),
        key(base, Config(dialect="en-US")),
    }
    assert len(changed) == 6


def test_a_file_beside_a_rule_is_part_of_its_key(tmp_path: Any) -> None:
    from lint.kinds import base
    from lint.packs.load import load as load_pack

    keys = set()
    for words in ("gaol\tjail\n", "gaol\tprison\n"):
        base._digest.cache_clear()
        (tmp_path / "pairs.tsv").write_text(words)
        (tmp_path / "a.yaml").write_text(
            "- {id: a, kind: consistency, pairs: pairs.tsv, message: m, why: w, examples: [{bad: '[[x]]', good: y}]}\n"
        )
        (made,) = groups(load_pack([tmp_path], {n: k.options for n, k in KINDS.items()}), Config())
        keys.add(made.key)
    assert len(keys) == 2


# ---- text as it is written -----------------------------------------------------------------------


def written(body: str, text: str, path: str = "a.md", keys: str = "") -> Report:
    """What a rule with scope raw finds in a text."""
    rules = [rule(f"{body}\nscope: raw\n{keys}", message="‘{match}’ is old")]
    return lint(parse(path, text, "en-GB"), RuleSet(groups(rules, Config()), Config()))


OLD = "kind: substitution\nswap: {'@oldpaper': '@thepaper'}\nnonword: true"


@pytest.mark.parametrize(
    ("body", "text", "path", "found"),
    [
        ("kind: existence\ntokens: ['@oldpaper']\nnonword: true", "Follow @oldpaper now.", "a.md", "@oldpaper"),
        ("kind: existence\nraw: ['\\w+@oldpaper\\.example']", "Mail <desk@oldpaper.example>.", "a.md", "desk@oldpaper.example"),
        ("kind: existence\ntokens: ['oldpaper\\.example']", "<p><a href='https://oldpaper.example/x'>here</a>", "a.html", "oldpaper.example"),
        ("kind: existence\ntokens: ['layout: old']", "---\nlayout: old\n---\n\nText.", "a.md", "layout: old"),
        (OLD, "# Follow **@oldpaper**\n", "a.md", "@oldpaper"),
    ],
)  # fmt: skip
def test_scope_raw_finds_what_no_prose_has(body: str, text: str, path: str, found: str) -> None:
    report = written(body, text, path)
    (finding,) = report.findings
    assert report.complete
    assert (finding.text, finding.message) == (found, f"‘{found}’ is old")
    assert finding.place.span == Span(text.index(found), text.index(found) + len(found))


def test_what_scope_raw_finds_can_be_fixed_but_not_in_a_quotation() -> None:
    text = 'Follow <a href="/x">@oldpaper</a>.\n\n“Follow @oldpaper,” she said.\n'
    first, second = written(OLD, text).findings
    assert first.edit == Edit(first.place.span, "@thepaper")
    assert second.edit is None
    quiet = written(OLD, text, keys="in_quotes: false").findings
    assert [f.suppressed for f in quiet] == [None, "in a direct quotation"]


def test_scope_raw_can_take_a_paragraph_out() -> None:
    body = "kind: existence\nraw: ['<hr class=old>']\nnonword: true\nreplace: ''"
    text = "One.\n\n<hr class=old>\n\nTwo.\n"
    (finding,) = written(body, text).findings
    assert finding.edit is not None
    assert edited(text, [finding.edit]) == "One.\n\nTwo.\n"


def test_a_paragraph_above_changes_no_fingerprint_of_what_is_written() -> None:
    (one,) = written(OLD, "Follow @oldpaper.").findings
    (two,) = written(OLD, "Above.\n\nFollow @oldpaper.").findings
    assert one.fingerprint == two.fingerprint


def test_a_kind_that_reads_the_prose_with_others_has_no_scope_raw() -> None:
    with pytest.raises(RuleError, match="scope: raw"):
        groups([rule("kind: languagetool\nids: [X]\nscope: raw")], Config())


@pytest.mark.parametrize("scope", ["[raw, heading]", "~raw", "raw & heading"])
def test_scope_raw_is_alone(scope: str) -> None:
    with pytest.raises(RuleError, match="alone"):
        rule(f"kind: existence\ntokens: [x]\nscope: {scope}")


def test_no_message_or_suggestion_shows_a_dummy() -> None:
    body = "kind: substitution\nswap: {'see (\\S+) and (\\S+)': 'read $1, $2'}"
    rules = [rule(body, message="‘{match}’: write ‘{suggestion}’")]
    document = parse("a.md", "Please see `one` and @two now.", "en-GB")
    (f,) = lint(document, RuleSet(groups(rules, Config()), Config())).findings
    assert f.message == "‘see one and @two’: write ‘read one, @two’"
    assert f.suggestions == ("read one, @two",)
    assert f.edit is None


@pytest.mark.parametrize(
    "body",
    ["kind: boilerplate\nany: [a]\nunless: ['(a|aa)+b']", "kind: substitution\nswap: {a: b}\nexceptions: ['(a|aa)+b']"],
)
def test_a_pattern_without_end_is_named_wherever_a_rule_has_it(body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.matching.patterns.TIMEOUT", 0.05)
    report = lint(document_of(f"a {'a' * 60}! x"), RuleSet(groups([rule(body)], Config()), Config()))
    (failure,) = report.failures
    assert failure.component == "house.test"
    assert "the pattern took longer than 0.05 s and was stopped; simplify it (test.yaml:" in failure.message
