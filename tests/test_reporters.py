"""One sample of reports through every voice."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from lint.finding import Excerpt, Failure, Finding, Place, Report
from lint.reporters import REPORTERS
from lint.reporters.options import Options
from lint.rule import Category, Severity
from lint.span import Lines, Span


def finding(source: str, text: str, **changes: object) -> Finding:
    start = source.index(text)
    span, lines = Span(start, start + len(text)), Lines(source)
    place = Place("a:b,c.md", span, lines.place(span.start), lines.place(span.end))
    values: dict[str, object] = {
        "rule": "house.x", "category": Category.STYLE, "place": place, "text": text, "excerpt": Excerpt.of(source, span), "message": "Say it\nbetter, 100%.",
        "severity": Severity.WARNING, "fingerprint": "f", "suggestions": ("y",),
    }  # fmt: skip
    return Finding(**{**values, **changes})  # type: ignore[arg-type]


def told(voice: str, reports: list[Report], **options: object) -> str:
    stream = io.StringIO()
    REPORTERS[voice](reports, stream, Options(**options))  # type: ignore[arg-type]
    return stream.getvalue()


SOURCE = "One 日本 bad\tword here.\nAnother \x1b[31mline\x07 of it."
SAMPLE = [
    Report(
        "a:b,c.md",
        (
            finding(SOURCE, "bad"),
            finding(SOURCE, "line", severity=Severity.ERROR, suggestions=()),
            finding(SOURCE, "here", severity=Severity.SUGGESTION),
            finding(SOURCE, "Another", suppressed="switched off by a comment"),
        ),
        (Failure("a:b,c.md", "languagetool", "is away"),),
        ("read as Windows-1252",),
        9,
    ),
    Report("clean.md", words=3),
]


@pytest.mark.parametrize("voice", REPORTERS)
def test_every_voice_names_what_is_shown_and_what_was_not_checked_and_nothing_else(voice: str) -> None:
    page = told(voice, SAMPLE)
    assert page.count("house.x") >= 2
    assert "is away" in page
    assert "languagetool" in page or voice == "github"
    assert "read as Windows-1252" in page
    assert told(voice, SAMPLE, least=Severity.SUGGESTION).count("house.x") > 2
    assert told(voice, [Report("clean.md", words=3)]).count("house.x") == 0
    assert "\x1b" not in page
    told(voice, [replace(SAMPLE[0], findings=(finding("A \ud800 word.", "\ud800"),))])


def test_the_page_for_people() -> None:
    page = told("text", SAMPLE)
    lines = page.splitlines()
    assert lines[0] == "a:b,c.md"
    assert "  note  read as Windows-1252" in lines
    assert "  not checked  is away  languagetool" in lines
    at = lines.index("  1:8     bad → y")
    assert lines[at + 1].startswith(" " * 10 + "One 日本 bad word")
    assert lines[at + 2] == " " * 10 + " " * 9 + "^^^"  # each of the two characters takes two columns
    assert "clean.md" not in page
    assert (
        lines[-1]
        == "1 error, 1 warning in 1 of 2 files, 12 words read. 1 thing could not be checked. 1 suggestion not shown (--suggestions)."
    )


def test_control_characters_never_reach_a_terminal() -> None:
    assert "\x1b" not in told("text", SAMPLE)
    assert "\x07" not in told("text", SAMPLE)


def test_colours_on_request() -> None:
    assert "\x1b[31m" in told("text", SAMPLE, colour=True)


@pytest.mark.parametrize("width", [40, 60, 100])
def test_a_long_line_is_cut_around_the_fault(width: int) -> None:
    source = "word " * 200 + "hsotage" + " word" * 200
    page = told("text", [Report("a.md", (finding(source, "hsotage"),))], width=width)
    shown, marks = page.splitlines()[2:4]
    assert len(shown) <= width + 2
    assert shown[marks.index("^") : marks.index("^") + 7] == "hsotage"


def test_clean_copy_is_not_said_of_what_was_not_checked() -> None:
    assert "Clean copy" not in told("text", [Report("a.md", failures=(Failure("a.md", "x", "y"),))])
    assert "Clean copy" in told("text", [Report("a.md")])


def test_the_last_line_says_what_was_left_out() -> None:
    left_out = {".docx": 2, "excluded": 1}
    said = "1 file, 3 words read; 3 files left out (2 .docx, 1 excluded)."
    for voice in ("text", "github"):
        assert told(voice, [Report("a.md", words=3)], left_out=left_out) == f"Clean copy: {said}\n"
    assert json.loads(told("json", [], left_out=left_out))["summary"]["left_out"] == left_out


def test_nothing_read_is_never_clean() -> None:
    assert told("text", []) == "Nothing was read.\n"
    assert told("text", [Report("a.md", skipped="empty")], left_out={"empty": 1}).startswith("Nothing was read; 1 file")
    unread = Report("a.md", failures=(Failure("a.md", "reader", "there is no such file"),))
    assert told("text", [unread]).splitlines()[-1] == "Nothing was read. 1 thing could not be checked."


def test_json_tells_all_but_suggestions_that_were_not_asked_for() -> None:
    page = json.loads(told("json", SAMPLE, version="1.2"))
    first = page["files"][0]
    assert [f["text"] for f in first["findings"]] == ["bad", "line", "Another"]
    assert first["findings"][2]["suppressed"] == "switched off by a comment"
    assert first["failures"] == [{"who": "languagetool", "message": "is away"}]
    assert page["summary"] == {
        "files": 2, "words": 12, "findings": 2, "errors": 1, "warnings": 1, "suggestions": 0, "suppressed": 1, "failures": 1,
        "read": 2, "left_out": {},
    }  # fmt: skip
    everything = json.loads(told("json", SAMPLE, least=Severity.SUGGESTION))
    assert len(everything["files"][0]["findings"]) == 4


def test_json_survives_what_json_can_t_say() -> None:
    report = Report("bad\udcff.md", (finding("x\ud800y", "x\ud800"),))
    assert json.loads(told("json", [report]))["files"][0]["findings"][0]["text"] == "x?"


def test_github_escapes_what_its_commands_give_meaning() -> None:
    first, *_ = told("github", SAMPLE).splitlines()
    assert (
        first
        == "::warning file=a%3Ab%2Cc.md,line=1,endLine=1,col=8,endColumn=11,title=house.x::Say it%0Abetter, 100%25. Write ‘y’."
    )


def test_github_tells_failures_as_errors() -> None:
    assert "::error file=a%3Ab%2Cc.md,title=not checked::is away" in told("github", SAMPLE)


# ---- what a report shows of the text --------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "fault", "shown", "marked"),
    [
        ("One line.\nA bad word.\nMore.", "bad", "A bad word.", "bad"),
        ("One line.\rA bad word.\r\nMore.", "bad", "A bad word.", "bad"),
        ("bad", "bad", "bad", "bad"),
        ("It ran on.\nAnd on it ran.", "on.\nAnd", "It ran on.", "on."),
        ("a" * 400 + " bad " + "z" * 400, "bad", "a" * 299 + " bad " + "z" * 299, "bad"),
        ("ha" * 400 + ".", "ha" * 400, "ha" * 149 + "h….", "ha" * 149 + "h…"),
    ],
)
def test_an_excerpt_is_the_line_around_the_fault(source: str, fault: str, shown: str, marked: str) -> None:
    excerpt = finding(source, fault).excerpt
    assert excerpt.text == shown
    assert excerpt.text[excerpt.start : excerpt.end] == marked


def test_json_shows_the_excerpt() -> None:
    first = json.loads(told("json", SAMPLE))["files"][0]["findings"][0]
    assert first["excerpt"] == {"text": "One 日本 bad\tword here.", "start": 7, "end": 10}


@pytest.mark.parametrize("width", [60, 100, 140])
def test_a_page_of_any_width_can_be_made_of_an_excerpt(width: int) -> None:
    source = "word " * 200 + "hsotage" + " word" * 200
    shown = told("text", [Report("a.md", (finding(source, "hsotage"),))], width=width).splitlines()[2]
    assert shown.strip().startswith("…")
    assert shown.endswith("…")
    assert len(shown) == width - 2
