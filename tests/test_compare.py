from __future__ import annotations

from pathlib import Path

import pytest  # noqa: TC002
from click.testing import CliRunner

from lint.cli import copydesk
from lint.config.load import loads
from lint.corpus.compare import compared
from lint.files.discover import Listed
from lint.finding import Report
from lint.linter import Linter

OFF = 'languagetool: "off"\n'


def reports(config: str, *texts: str) -> list[Report]:
    """The reports of several texts, compared with one another."""
    linter = Linter(loads(config + OFF, Path.cwd()))
    return compared([linter.check_text(t, f"{i}.md") for i, t in enumerate(texts)], {r.id: r for r in linter.rules})


def test_the_spelling_of_fewer_files_is_reported_with_the_others() -> None:
    a, b, c = reports(
        "consistency: {across: files}\n", "An adviser left.", "The adviser came.", "Advisor Smith. No advisor."
    )
    assert [f.text for f in (*a.findings, *b.findings)] == []
    assert [(f.rule, f.text, f.suggestions) for f in c.findings] == [
        ("consistency.adviser", "Advisor", ("Adviser",)),
        ("consistency.adviser", "advisor", ("adviser",)),
    ]
    assert [p.path for p in c.findings[0].related] == ["0.md", "1.md"]


def test_at_a_draw_and_without_the_setting_nothing_is_said() -> None:
    a, b = reports("consistency: {across: files}\n", "An adviser left.", "An advisor left.")
    assert not a.findings
    assert not b.findings
    linter = Linter(loads(OFF, Path.cwd()))
    assert linter.check_text("An adviser left.").observations == ()


def test_a_spelling_that_is_ignored_in_the_story_is_not_reported() -> None:
    ignored = "<!-- copydesk: ignore -->\n\nAn advisor left."
    *_, last = reports("consistency: {across: files}\n", "An adviser.", "The adviser.", ignored)
    assert not last.findings


LINE = "The Gazette is a member of the county press association."


def test_a_paragraph_of_several_files_is_reported_once_in_each() -> None:
    a, b, c = reports("boilerplate: {across: files}\n", f"One.\n\n{LINE}", f"{LINE}\n\nTwo.", "Three.")
    assert [(f.rule, f.text) for f in a.findings] == [("boilerplate.repeated", LINE)]
    assert [(p.path, p.start) for p in a.findings[0].related] == [("1.md", (1, 1))]
    assert len(b.findings) == 1
    assert not c.findings


def test_a_paragraph_that_other_files_have_is_reported_once() -> None:
    a, _ = reports("boilerplate: {across: files}\n", *["Sign up for our free daily newsletter today."] * 2)
    assert [(f.rule, f.suppressed) for f in a.shown()] == [("boilerplate.repeated", None)]


def test_a_repeated_paragraph_can_be_ignored_switched_off_and_fixed() -> None:
    ignored = f"<!-- copydesk: ignore boilerplate.repeated -->\n{LINE}"
    a, b = reports("boilerplate: {across: files}\n", ignored, LINE)
    assert (a.findings, b.findings) == ((), ())
    off = "boilerplate: {across: files}\nrules: {boilerplate.repeated: off}\n"
    assert not any(r.findings for r in (reports(off, LINE, LINE)))
    a, _ = reports("boilerplate: {across: files}\n", f"One.\n\n{LINE}\n", LINE)
    assert a.findings[0].fixable


def test_fix_makes_what_the_comparison_found(tmp_path: Path) -> None:
    files = [tmp_path / f"{i}.md" for i in range(3)]
    for file, text in zip(files, ("An adviser left.", "The adviser came.", "One advisor left."), strict=True):
        file.write_text(text)
    linter = Linter(loads("consistency: {across: files}\n" + OFF, tmp_path))
    fixed = linter.fix_files([Listed(f, named=True) for f in files], unsafe=True)
    assert [f.after for f in fixed] == ["An adviser left.", "The adviser came.", "One adviser left."]
    assert [len(r.findings) for r in linter.check_files([Listed(f, named=True) for f in files])] == [0, 0, 1]


def test_a_rule_says_in_its_own_words_what_the_files_differ_in(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "a.yaml").write_text(
        "- id: gaol\n  kind: consistency\n  either: {gaol: jail}\n  message: m\n  across: ‘{match}’, elsewhere ‘{other}’\n"
        "  why: w\n  examples: [{bad: 'A gaol. [[Jail]].'}, {ok: A gaol.}]\n"
    )
    linter = Linter(loads("packs: [./house]\nconsistency: {across: files}\n" + OFF, tmp_path))
    rules = {r.id: r for r in linter.rules}
    texts = ("A jail.", "The jail.", "A gaol.")
    *_, last = compared([linter.check_text(t, f"{i}.md") for i, t in enumerate(texts)], rules)
    assert [f.message for f in last.findings] == ["‘gaol’, elsewhere ‘jail’"]


def test_the_page_names_the_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".copydesk.yaml").write_text("consistency: {across: files}\n" + OFF)
    for name, text in (("a.md", "An adviser left."), ("b.md", "The adviser came."), ("c.md", "One advisor left.")):
        Path(name).write_text(text)
    page = CliRunner().invoke(copydesk, ["check", "."], standalone_mode=False).output
    assert "advisor → adviser" in page
    assert "a.md:1" in page
