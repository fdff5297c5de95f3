from __future__ import annotations

from pathlib import Path

import lint
from lint.config.load import loads
from lint.config.settings import Config, LanguageTool


def suppressed(linter: lint.Linter, text: str, path: str = "a.md") -> dict[str, str | None]:
    return {f.text: f.suppressed for f in linter.check_text(text, path).findings}


def test_a_comment_switches_off_until_another_switches_on(linter: lint.Linter) -> None:
    text = "<!-- copydesk: off -->\n\nThe hsotage.\n\n<!-- copydesk: on -->\n\nThe goverment.\n"
    assert suppressed(linter, text) == {"hsotage": "switched off by a comment", "goverment": None}


def test_one_rule_or_pack_is_switched_off_by_name(linter: lint.Linter) -> None:
    text = "<!-- copydesk: off typos -->\n\nThe hsotage of the the talks.\n"
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
    import dataclasses

    from lint.filters import quotations
    from lint.formats import parse

    linter = lint.load(Config(languagetool=LanguageTool("off")))
    text = "“The hsotage talks,” he said."
    report = linter.check_text(text, "a.md")
    rules = {r.id: dataclasses.replace(r, in_quotes=False) for r in linter.rules}
    (f,) = quotations.Quotations(Config(), rules).mark(parse("a.md", text, "en-GB"), report.findings)
    assert f.suppressed == "in a direct quotation"
