from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from lint.cli import copydesk
from lint.config.load import loads
from lint.corpus.compare import minority, repeated
from lint.linter import Linter

OFF = 'languagetool: "off"\n'


def reports(config: str, *texts: str) -> list:  # type: ignore[type-arg]
    linter = Linter(loads(config + OFF, Path.cwd()))
    return [linter.check_text(t, f"{i}.md") for i, t in enumerate(texts)]


def test_the_spelling_of_fewer_files_is_told_with_the_others() -> None:
    a, b, c = minority(
        reports("consistency: {across: files}\n", "An adviser left.", "The adviser came.", "Advisor Smith. No advisor.")
    )
    assert [f.text for f in (*a.findings, *b.findings)] == []
    assert [(f.rule, f.text, f.suggestions) for f in c.findings] == [
        ("consistency.adviser", "Advisor", ("Adviser",)),
        ("consistency.adviser", "advisor", ("adviser",)),
    ]
    assert [p.path for p in c.findings[0].related] == ["0.md", "1.md"]


def test_at_a_draw_and_without_the_setting_nothing_is_said() -> None:
    a, b = minority(reports("consistency: {across: files}\n", "An adviser left.", "An advisor left."))
    assert not a.findings
    assert not b.findings
    assert reports("", "An adviser left.")[0].spellings == ()


def test_a_spelling_that_is_ignored_in_the_story_is_not_told() -> None:
    ignored = "<!-- copydesk: ignore -->\n\nAn advisor left."
    *_, last = minority(reports("consistency: {across: files}\n", "An adviser.", "The adviser.", ignored))
    assert not last.findings


LINE = "The Gazette is a member of the county press association."


def test_a_paragraph_of_several_files_is_told_once_in_each() -> None:
    a, b, c = repeated(reports("boilerplate: {across: files}\n", f"One.\n\n{LINE}", f"{LINE}\n\nTwo.", "Three."))
    assert [(f.rule, f.text) for f in a.findings] == [("boilerplate.repeated", LINE)]
    assert [(p.path, p.start) for p in a.findings[0].related] == [("1.md", (1, 1))]
    assert len(b.findings) == 1
    assert not c.findings


def test_a_paragraph_known_for_standing_text_is_told_once() -> None:
    a, _ = repeated(reports("boilerplate: {across: files}\n", *["Sign up for our free daily newsletter today."] * 2))
    assert [f.rule for f in a.findings] == ["boilerplate.newsletter"]


def test_a_repeated_paragraph_can_be_ignored_switched_off_and_fixed() -> None:
    ignored = f"<!-- copydesk: ignore boilerplate.repeated -->\n{LINE}"
    a, b = repeated(reports("boilerplate: {across: files}\n", ignored, LINE))
    assert (a.findings, b.findings) == ((), ())
    off = "boilerplate: {across: files}\nrules: {boilerplate.repeated: off}\n"
    assert not any(r.findings for r in repeated(reports(off, LINE, LINE)))
    a, _ = repeated(reports("boilerplate: {across: files}\n", f"One.\n\n{LINE}\n", LINE))
    assert a.findings[0].fixable


def test_the_page_names_the_other_file(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.chdir(tmp_path)
    Path(".copydesk.yaml").write_text("consistency: {across: files}\n" + OFF)
    for name, text in (("a.md", "An adviser left."), ("b.md", "The adviser came."), ("c.md", "One advisor left.")):
        Path(name).write_text(text)
    page = CliRunner().invoke(copydesk, ["check", "."], standalone_mode=False).output
    assert "advisor → adviser" in page
    assert "a.md:1" in page
