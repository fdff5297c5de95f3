from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules_of import rule

import lint
from lint.config.load import loads
from lint.config.settings import Config, LanguageTool
from lint.filters import boilerplate, mentions, overlaps, quotations, sic, suppressions
from lint.finding import Excerpt, Finding, Place
from lint.formats import parse
from lint.rule import Category, Severity
from lint.span import Span


def suppressed(linter: lint.Linter, text: str, path: str = "a.md") -> dict[str, str | None]:
    return {f.text: f.suppressed for f in linter.check_text(text, path).findings}


def test_a_comment_switches_off_until_another_switches_on(linter: lint.Linter) -> None:
    text = "<!-- copydesk: off -->\n\nThe hsotage.\n\n<!-- copydesk: on -->\n\nThe goverment.\n"
    assert suppressed(linter, text) == {"hsotage": "switched off by a comment", "goverment": None}


def test_one_rule_or_pack_is_switched_off_by_name(linter: lint.Linter) -> None:
    text = "<!-- copydesk: off typos -->\n\nThe hsotage of the the talks.\n\n<!-- copydesk: on typos -->\n"
    assert suppressed(linter, text) == {"hsotage": "switched off by a comment", "the the": None}


def test_ignore_holds_for_the_next_paragraph(linter: lint.Linter) -> None:
    text = "<!-- copydesk: ignore typos.spelling -->\nThe hsotage\nand the goverment.\n\nThe goverment left.\n"
    report = linter.check_text(text, "a.md")
    assert [(f.text, f.suppressed is None) for f in report.findings] == [
        ("hsotage", False),
        ("goverment", False),
        ("goverment", True),
    ]


def test_comments_work_in_html(linter: lint.Linter) -> None:
    text = "<!-- copydesk: off --><p>The hsotage.</p><!-- copydesk: on --><p>The goverment.</p>"
    assert suppressed(linter, text, "a.html") == {"hsotage": "switched off by a comment", "goverment": None}


def test_the_weightier_of_two_overlapping_findings_is_shown(full_linter: lint.Linter) -> None:
    report = full_linter.check_text("He was a fund manger at the bank.", "a.md")
    assert [f.rule for f in report.shown()] == ["confusions.manager"]
    assert {f.suppressed for f in report.findings} >= {None}


def test_a_rule_may_leave_quotations_alone(tmp_path: Path) -> None:
    linter = lint.load(loads("packs: [consistency]", tmp_path))
    report = linter.check_text("We organise it, organise it. “We organize it,” he said.", "a.md")
    assert report.shown() == ()


def test_findings_in_quotations_are_marked_with_the_reason() -> None:
    linter = lint.load(Config(languagetool=LanguageTool("off")))
    text = "“The hsotage talks,” he said."
    report = linter.check_text(text, "a.md")
    rules = {r.id: dataclasses.replace(r, in_quotes=False) for r in linter.rules}
    (f,) = quotations.Quotations(Config(), rules).mark(parse("a.md", text, "en-GB"), report.findings)
    assert f.suppressed == "in a direct quotation"


def finding(start: int, end: int, rule: str = "a.b", severity: Severity = Severity.ERROR, **more: Any) -> Finding:
    place = Place("a.md", Span(start, end), (1, start + 1), (1, end + 1))
    blank: dict[str, Any] = {
        "suggestions": ("x",),
        "category": Category.SPELLING,
        "text": "",
        "message": "",
        "fingerprint": "",
    }
    return Finding(rule=rule, place=place, severity=severity, excerpt=Excerpt("", 0, 0), **{**blank, **more})


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda t: Span(t[0], t[0] + t[1]))


@given(st.lists(st.tuples(SPANS, st.sampled_from(list(Severity)))))
def test_no_two_findings_that_are_shown_overlap_and_what_is_hidden_overlaps_a_weightier_one(
    drawn: list[tuple[Span, Severity]],
) -> None:
    settled = overlaps.settled([finding(span.start, span.end, severity=s) for span, s in drawn], {})
    shown = [f for f in settled if f.suppressed is None]
    for f in settled:
        others = [g for g in shown if g is not f and (g.place.span.overlaps(f.place.span) or g.place == f.place)]
        if f.suppressed is None:
            assert not others
        else:
            assert any(g.severity.rank >= f.severity.rank for g in others)
            assert f.suppressed == "overlaps a.b"


def test_of_findings_of_one_severity_the_pack_of_the_lower_rank_speaks_then_the_first_then_the_longer() -> None:
    one = rule("kind: existence\ntokens: [x]")
    rules = {name: dataclasses.replace(one, id=name, rank=rank) for name, rank in (("a.late", 9), ("a.soon", 2))}
    early, late = finding(0, 4, "a.late"), finding(2, 5, "a.soon")
    assert [f.suppressed for f in overlaps.settled([early, late], rules)] == ["overlaps a.soon", None]
    assert [f.suppressed for f in overlaps.settled([early, finding(2, 5, "a.else")], rules)] == [
        "overlaps a.else",
        None,
    ]
    assert [f.suppressed for f in overlaps.settled([finding(0, 4), finding(2, 9)], {})] == [None, "overlaps a.b"]
    assert [f.suppressed for f in overlaps.settled([finding(0, 4), finding(0, 9)], {})] == ["overlaps a.b", None]


def test_what_is_said_of_a_whole_sentence_without_a_correction_hides_nothing_in_it_and_is_not_hidden() -> None:
    sentence, word = finding(0, 20, suggestions=()), finding(4, 8, "a.c", Severity.WARNING)
    assert [f.suppressed for f in overlaps.settled([sentence, word], {})] == [None, None]
    beside = finding(18, 24, "a.c", Severity.WARNING)
    assert [f.suppressed for f in overlaps.settled([sentence, beside], {})] == [None, "overlaps a.b"]
    same = finding(0, 20, "a.c", Severity.WARNING)
    assert [f.suppressed for f in overlaps.settled([sentence, same], {})] == [None, "overlaps a.b"]


def test_what_is_suppressed_already_hides_nothing_and_keeps_its_reason() -> None:
    first, second = finding(0, 4, suppressed="ignored"), finding(0, 4, "a.c", Severity.WARNING)
    assert [f.suppressed for f in overlaps.settled([first, second], {})] == ["ignored", None]


def test_findings_beside_a_quotation_or_of_other_rules_are_shown() -> None:
    document = parse("a.md", "He left. “The talks,” he said.", "en-GB")
    silent = {"a.quiet": dataclasses.replace(rule("kind: existence\ntokens: [x]"), id="a.quiet", in_quotes=False)}
    inside = document.source.index("talks")
    found = [
        finding(0, 2, "a.quiet"),
        finding(inside, inside + 5, "a.quiet"),
        finding(inside, inside + 5, "a.quiet", suppressed="ignored"),
        finding(inside, inside + 5, "a.loud"),
    ]
    marked = quotations.Quotations(Config(), silent).mark(document, found)
    assert [f.suppressed for f in marked] == [None, "in a direct quotation", "ignored", None]
    assert marked[0] is found[0]
    assert quotations.Quotations(Config(), silent).mark(document, found[3:]) == found[3:]


def test_what_lies_in_boilerplate_is_hidden_by_it_unless_it_is_hidden_already() -> None:
    document = parse("a.md", "The hsotage.", "en-GB")
    holder = finding(0, 10, "b.sign-up", category=Category.BOILERPLATE)
    found = [holder, finding(4, 8), finding(4, 8, suppressed="ignored"), finding(8, 12)]
    marked = boilerplate.Boilerplate(Config(), {}).mark(document, found)
    assert [f.suppressed for f in marked] == [None, "in boilerplate (b.sign-up)", "ignored", None]


def switched_off(source: str, rule: str = "typos.spelling") -> str:
    """Those of the letters X, Y and Z in a page on which a finding is switched off."""
    document = parse("a.html", source, "en-GB")
    found = [finding(m.start(), m.end(), rule) for m in re.finditer("[XYZ]", source)]
    marked = suppressions.Suppressions(Config(), {}).mark(document, found)
    assert {f.suppressed for f in marked} <= {None, "switched off by a comment"}
    return "".join(f.place.span.of(source) for f in marked if f.suppressed)


@pytest.mark.parametrize(
    ("source", "off"),
    [
        ("X", ""),
        ("X<!-- copydesk: off -->Y<!-- copydesk: on -->Z", "Y"),
        ("X<!-- copydesk: off -->Y Z", "YZ"),
        ("X<!-- copydesk: on -->Y", ""),
        ("X<!-- copydesk: offer -->Y<!-- note: off -->Z", ""),
        ("<!-- copydesk: off -->X<!-- copydesk: off -->Y<!-- copydesk: on -->Z", "XY"),
        ("<!-- copydesk: off typos -->X<!-- copydesk: on -->Y", "X"),
        ("<!-- copydesk: off typos -->X<!-- copydesk: on typos -->Y", "X"),
        ("<!-- copydesk: off typos -->X<!-- copydesk: on house -->Y", "XY"),
        ("<!-- copydesk: off -->X<!-- copydesk: on typos -->Y", "XY"),
        ("<!-- copydesk: off typos, house -->X<!-- copydesk: on house typos -->Y", "X"),
        ("<!-- copydesk: off typos.spelling -->X", "X"),
        ("<!-- copydesk: off typos.else, house -->X", ""),
        ("<!-- copydesk: off typos, house -->X<!-- copydesk: on house -->Y<!-- copydesk: on typos -->Z", "XY"),
        ("<!-- copydesk: off -- X -->X<!-- copydesk: on -- X -->Y", "X"),
        ("<!-- copydesk: ignore house -- not typos -->X", ""),
        ("<!-- copydesk: ignore --><p>X\n\nY</p><p>Z</p>", "XY"),
        ("X <!-- copydesk: ignore -->Y<p>Z</p>", "Y"),
        ("<p>X</p>\r\n<p>Y <!-- copydesk: ignore-line --></p>\r\n<p>Z</p>", "Y"),
        ("X<!-- copydesk: ignore-file -->Y", "XY"),
        ("X<p>Y<!-- Copydesk: IGNORE-FILE typos --></p>", "XY"),
        ("<!-- copydesk: ignore house -->X", ""),
        ("X<!-- copydesk: ignore -->", ""),
    ],
)
def test_what_a_comment_switches_off(source: str, off: str) -> None:
    assert switched_off(source) == off


def test_a_finding_is_judged_by_where_it_begins_and_keeps_its_reason() -> None:
    source = "The <!-- copydesk: off -->hsotage<!-- copydesk: on --> left."
    begin, end = source.index("hsotage"), source.index("<!-- copydesk: on")
    found = [
        finding(begin - 1, end),
        finding(begin, end + 9),
        finding(end - 1, end),
        finding(end, end + 4),
        finding(begin, end, suppressed="ignored"),
    ]
    marked = suppressions.Suppressions(Config(), {}).mark(parse("a.html", source, "en-GB"), found)
    off = "switched off by a comment"
    assert [f.suppressed for f in marked] == [None, off, off, None, "ignored"]


@pytest.mark.parametrize(
    "text",
    [
        "The sign read “goverment [sic] office”.",
        "The sign read “goverment office” (sic).",
        "<p>A <i>goverment office here</i> [<em>sic</em>].</p>",
        "It said goverment office of trade \\[*Sic*; no more].",
    ],
)
def test_what_is_followed_by_sic_within_three_words_is_suppressed(linter: lint.Linter, text: str) -> None:
    assert suppressed(linter, text) == {"goverment": "followed by [sic]"}


@pytest.mark.parametrize(
    "text",
    [
        "The goverment office of the town [sic] is shut.",
        "They say it [sic], the goverment.",
        "The goverment is sick, they said.",
        "The goverment left.\n\n[sic] is Latin.",
        "The goverment (sick of it) left.",
    ],
)
def test_sic_speaks_of_the_words_right_before_it_alone(linter: lint.Linter, text: str) -> None:
    assert suppressed(linter, text) == {"goverment": None}


@pytest.mark.parametrize(
    "text",
    [
        "Spell it “government”, not “goverment”.",
        "Write government rather than goverment.",
        "Use government — not goverment.",
        "It is government, never the goverment.",
        "Never goverment but government.",
        "Not goverment: government.",
        "We say *government* where they say goverment.",
        "The `government` is spelled goverment there.",
        "<p>The government is <em class='x'>goverment</em> there.</p>",
        "They wrote “the goverment office,” and meant government.",
    ],
)
def test_a_wrong_form_that_is_spoken_of_beside_the_right_one_is_suppressed(linter: lint.Linter, text: str) -> None:
    assert suppressed(linter, text, "a.html" if "<p>" in text else "a.md") == {
        "goverment": "spoken of, beside the right form"
    }


@pytest.mark.parametrize(
    "text",
    [
        "The government met the goverment.",
        "The goverment is not the other government.",
        "It is not true that the goverment and government agree.",
        "They said: “The goverment will stay here, government or no.”",
        "Spell it “government”. The goverment left.",
        "The *goverment* left.",
        "The Government's *rule* is not that of the goverment.",
        "They call it “goverment and government” there.",
        "The *government rules* bind the goverment.",
        "The *goverment office* binds the government.",
    ],
)
def test_a_wrong_form_that_is_used_is_shown_whatever_else_the_sentence_has(linter: lint.Linter, text: str) -> None:
    assert suppressed(linter, text) == {"goverment": None}


def test_what_is_suppressed_already_is_no_mention_and_what_suggests_nothing_is_none() -> None:
    document = parse("a.md", "“government”, not “goverment”", "en-GB")
    span = (document.source.index("goverment"), len(document.source) - 1)
    found = [
        finding(*span, suggestions=("government",)),
        finding(*span, suggestions=()),
        finding(*span, suggestions=("",)),
        finding(*span, suggestions=("government",), suppressed="ignored"),
    ]
    marked = mentions.Mentions(Config(), {}).mark(document, found)
    assert [f.suppressed for f in marked] == ["spoken of, beside the right form", None, None, "ignored"]
    assert [f.suppressed for f in sic.Sic(Config(), {}).mark(document, found)] == [None, None, None, "ignored"]


@given(st.sets(st.builds(lambda start, length: Span(start, start + length), st.integers(0, 12), st.integers(0, 6))))
def test_a_span_holds_another_that_lies_within_it(spans: set[Span]) -> None:
    assert overlaps._holding(spans) == {s for s in spans if any(s != t and s.contains(t) for t in spans)}


@pytest.mark.parametrize(("between", "said"), [(380, True), (420, False)])
def test_the_right_form_is_looked_for_near_the_wrong_one_alone(linter: lint.Linter, between: int, said: bool) -> None:
    text = f"The word ‘hsotage’ is wrong {'la ' * (between // 3)}and hostage is right."
    (found,) = [f for f in linter.check_text(text).findings if f.text == "hsotage"]
    assert (found.suppressed is not None) is said
