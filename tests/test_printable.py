"""Nothing that stands in a draft, a name, a rule or a setting can steer a terminal or a build."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
import yaml
from conftest import OFF, ROOT, copydesk
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_reporters import finding, told

from lint.corpus.learn import Line, pack
from lint.errors import CopydeskError
from lint.finding import Excerpt, Failure, Report
from lint.reporters import REPORTERS
from lint.reporters.printable import escaped, printable, without_commands

HOSTILE = "\x1b]0;x\x07\r\n::add-mask::the\u202e\u2066##[error]##vso[task]\x9b31m\u2028::set-env\ud800\0"
ANY = st.text(st.one_of(st.characters(exclude_categories=()), st.sampled_from("\x1b\r\n:#[\u202e\x9b \t")), max_size=30)
OURS = re.compile(r"^::(?:error|warning|notice) file=[^\n]*$")
"""The commands of the reporter for GitHub itself."""


def dangers(page: str, *, ours: bool = False) -> list[str]:
    """What a terminal or a log would obey."""
    signs = [f"U+{ord(c):04X}" for c in page if c != "\n" and unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    signs += [f"U+{ord(c):04X}" for c in page if unicodedata.bidirectional(c) in BIDI]
    lines = page.split("\n")
    commands = [x for x in lines if x.lstrip().startswith("::") and not (ours and OURS.match(x))]
    return [*signs, *commands, *(x for x in lines if re.search(r"##\w*\[", x))]


BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize("voice", REPORTERS)
@settings(max_examples=60, deadline=None)
@given(texts=st.tuples(*[ANY] * 7), colon=st.booleans())
@example(texts=(HOSTILE,) * 7, colon=False)
@example(texts=("::x", "##[x", ":", ":x", "#", "#[", "::"), colon=True)
def test_no_format_hands_on_what_would_be_obeyed(voice: str, texts: tuple[str, ...], colon: bool) -> None:
    rule, path, message, before, text, after, suggestion = texts
    start, fault = len(before), text or "x"
    excerpt = Excerpt(before + fault + after, start, start + len(fault))
    source = "a" + fault + "a"
    found = finding(source, fault, rule=rule, message=message, excerpt=excerpt, suggestions=(suggestion,) * colon)
    failures = (Failure(path, rule, message), Failure(path, message, text))
    page = told(voice, [Report(path, (found,), failures, (message, text))], left_out={text: 1})
    assert dangers(page, ours=voice == "github") == []


@given(ANY)
@example(HOSTILE)
def test_what_is_escaped_says_the_same(text: str) -> None:
    whole = re.sub("[\ud800-\udfff]", "", text)
    assert json.loads(escaped(json.dumps([whole], ensure_ascii=False))) == [whole]
    assert dangers(escaped(json.dumps([text], ensure_ascii=False))) == []


@given(ANY)
@example("a ::b" * 40 + HOSTILE.replace("\ud800", ""))
def test_boilerplate_that_is_learned_is_written_exactly_and_harmlessly(text: str) -> None:
    text = re.sub("[\ud800-\udfff]", "", text)
    page = pack([Line(text, f"{text}.md:1", 0, 9, normal="x")], 9)
    assert dangers(page) == []
    assert yaml.safe_load(page)[0]["lines"] == [text]


def test_one_character_stays_one_and_plain_text_stays_as_it_is() -> None:
    assert len(printable(HOSTILE)) == len(HOSTILE)
    for text in ("Plain café — “quoted” 日本 👩‍🚀 e\u0301", "# A heading [link]", "a :: b", "12:30"):
        assert without_commands(printable(text)) == text


# ---- messages ------------------------------------------------------------------------------------

CONFIGS = {
    "an unknown key": '"\\e[31mx\\r\\n::add-mask::x\\u202e": 1\n',
    "an unknown dialect": 'dialect: "\\e[31m\\n::error::x##[error]"\n',
    "a folder that is not there": 'packs: ["./\\e[31m\\n::x"]\n',
    "a rule that is not there": 'rules: {"\\e[31m\\n::x": off}\n',
    "a list that is not there": 'words: "\\e[31m\\n::x"\n',
    "not YAML": "a: [\x85\u2028::x",
}


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
def test_no_complaint_about_a_configuration_hands_it_on(config: str, tmp_path: Path) -> None:
    (tmp_path / ".copydesk.yaml").write_text(config)
    (tmp_path / "a.md").write_text("x")
    done = copydesk("check", *OFF, ".", cwd=tmp_path)
    assert (done.returncode, dangers(done.stdout + done.stderr)) == (2, [])
    assert done.stderr.count("\n") == 1
    shown = copydesk("config", cwd=tmp_path)
    assert dangers(shown.stdout + shown.stderr) == []


@pytest.mark.parametrize(
    "args",
    [["check", HOSTILE], ["fix", HOSTILE], [HOSTILE], ["check", "--format", HOSTILE], ["rules", HOSTILE],
     ["check", "--dialect", HOSTILE], ["check", "--rule", HOSTILE], ["rules", "test", HOSTILE], ["init", HOSTILE + "/"],
     ["check", "--config", HOSTILE], ["config", HOSTILE], ["--" + HOSTILE], ["boilerplate", "learn", HOSTILE]],
)  # fmt: skip
def test_no_complaint_about_the_command_line_hands_it_on(args: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    done = copydesk(*(a.replace("\0", "").replace("\ud800", "\udcff") for a in args), cwd=tmp_path)
    assert dangers(done.stdout + done.stderr) == []
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [["check"], ["fix"], ["fix", "--unsafe"], ["check", "--format", "github"]])
def test_a_hostile_draft_in_a_hostile_name_is_told_harmlessly(command: list[str], tmp_path: Path) -> None:
    name = "\x1b[31m\r\n::error::\u202e##[x].md"
    (tmp_path / name).write_text("::add-mask::the the hsotage\n\n##[error] the hsotage\x1b[31m\u202e\u2066 the the\n")
    done = copydesk(command[0], *OFF, *command[1:], ".", cwd=tmp_path)
    assert dangers(done.stdout + done.stderr, ours="github" in command) == []
    assert "hsotage" in done.stdout + done.stderr or command == ["fix"]


def test_settings_are_shown_harmlessly(tmp_path: Path) -> None:
    (tmp_path / ".copydesk.yaml").write_text('words: ["\\e[31m\\n::x", "\\u202ey"]\nexclude: ["a##[error]", "\\x9b"]\n')
    done = copydesk("config", cwd=tmp_path)
    assert (done.returncode, dangers(done.stdout)) == (0, [])


def test_the_command_writes_through_one_place() -> None:
    """Whatever is printed elsewhere in ``cli`` is exact on purpose, or click's own."""
    allowed = {"page.py": 9, "boilerplate.py": 1, "rules.py": 1, "__init__.py": 1}
    for file in (ROOT / "lint" / "cli").glob("*.py"):
        assert len(re.findall(r"\becho\(|\bprint\(|stdout\.write|echo_via", file.read_text())) <= allowed.get(
            file.name, 0
        )


def test_an_error_in_python_says_what_it_says() -> None:
    assert str(CopydeskError("a\nb")) == "a\nb"


# ---- rules ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ['"r\\e[31m\\n::error::x"', "Über", "a_b", '"a\\u202eb"', "UPPER", "а", '"x\\n"'])
def test_an_id_of_other_letters_is_refused_with_its_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "r.yaml").write_text(
        f"- kind: existence\n  id: {name}\n  tokens: [foo]\n  message: m\n  why: w\n"
        "  examples: [{bad: '[[foo]]'}, {ok: y}]\n"
    )
    done = copydesk("rules", "test", "house", cwd=tmp_path)
    assert done.returncode == 2
    assert re.search(
        "house/r.yaml:2: (?:an id holds a to z, digits and - alone; write id: |‘id’ holds a control)", done.stderr
    )
    assert dangers(done.stderr) == []
