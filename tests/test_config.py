from __future__ import annotations

from pathlib import Path

import pytest

import lint
from lint.config import globs
from lint.config.dialects import complaint
from lint.config.load import load, loads
from lint.config.settings import Config
from lint.config.tree import find
from lint.errors import ConfigError, Where


def test_all_settings(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("Barnea  # a name\n\nhsotage\n")
    file = tmp_path / ".copydesk.yaml"
    file.write_text(
        "dialect: en-AU\npacks: [default]\nrules:\n  typos.name: off\n  consistency: warning\nwords: words.txt\n"
        "exclude: [archive/]\nfail_on: error\nlanguagetool: {backend: off, timeout: 5}\n"
        "paths:\n  'opinion/**':\n    rules: {confusions: suggestion}\n    words: [gonna]\n"
    )
    config = load(file)
    assert (config.dialect, config.dialect_chosen, config.fail_on) == ("en-AU", True, "error")
    assert config.words == {"Barnea", "hsotage"}
    assert config.rules["typos.name"].level == "off"
    assert config.languagetool.backend == "off"
    assert config.excludes(tmp_path / "archive" / "x.md")
    chosen = config.with_overrides(config.overrides(tmp_path / "opinion" / "a.md"))
    assert "gonna" in chosen.words
    assert "Barnea" in chosen.words
    assert chosen.rules["confusions"].level == "suggestion"
    assert config.overrides(tmp_path / "news" / "a.md") == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("dialekt: en-GB", r":1: there is no setting ‘dialekt’ here; did you mean ‘dialect’\?"),
        ("\ndialect: en-UK", r":2: unknown dialect ‘en-UK’; did you mean ‘en-GB"),
        ("fail_on: often", ":1: unknown fail_on ‘often’; write one of: error, never"),
        ("packs: {a: b}", "must be a list"),
        ("words: 3", "must be a list of words or the name of a file"),
        ("words: none.txt", "can't be read"),
        ("rules: [a]", "must be ‘key: value’ lines"),
        ("rules:\n  typos.name: loud", ":2: unknown level ‘loud’"),
        ("rules:\n  typos.name:", ":2: set ‘typos.name’ to off, suggestion, warning or error, or"),
        ("languagetool: {backend: java}", "unknown backend ‘java’"),
        ("languagetool: {timeout: -1}", "above 0"),
        ("languagetool: {timeout: .nan}", "above 0"),
        ("languagetool: {timeout: .inf}", "above 0"),
        ("languagetool: {timeout: 86401}", "a day"),
        (f"languagetool: {{timeout: 1{'0' * 400}.0}}", "a day"),
        ("words: /etc/hostname", "keep the list there"),
        ("names: ../names.csv", "keep the list there"),
        ("languagetool: {speed: 1}", "no setting ‘speed’"),
        ("paths:\n  'a/*':\n    fail_on: never", ":3: there is no setting ‘fail_on’ here"),
        ("- a", "must be ‘key: value’ lines"),
        ("a: [", "not YAML"),
        ("languagetool: remote", "unknown backend ‘remote’; .*auto, embedded, local, off"),
        ("languagetool: {backend: locl}", "did you mean ‘local’"),
        ("languagetool: {url: lt:8081}", "write http://HOST:PORT"),
        ("languagetool: {backend: local, url: 'http://x'}", "say the same thing"),
        ("languagetool: {n_grams: nowhere}", "there is no folder"),
        ("languagetool: {version: 6.8}", "put it in quotes"),
        ("languagetool: {rules: {A: loud}}", "unknown level ‘loud’"),
        ("languagetool: {profil: all}", "did you mean ‘profile’"),
        ("dialect: en-XX", "unknown dialect ‘en-XX’"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=says):
        loads(text, tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("rules:\n  typos.speling: off", r":2: there is no rule ‘typos.speling’; did you mean ‘typos.spelling’\?"),
        ("packs:\n  - typo", r":2: there is no pack ‘typo’; did you mean ‘typos’\?"),
        ("packs:\n  - rules/house", ":2: there is no folder"),
        ("rules:\n  typos.spelling: {chekc: x}", r":2: the kind ‘spelling’ has no ‘chekc’; did you mean ‘check’\?"),
        ("rules:\n  typos.spelling:\n    ignore: 3", r":3: write a list: ignore: \['3'\]"),
        ("paths:\n  'a':\n    rules: {nothing.x: off}", "there is no rule ‘nothing.x’"),
    ],
)
def test_names_that_do_not_exist_are_told_at_the_start(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=says):
        lint.load(loads(text, tmp_path))


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    assert loads("", tmp_path).packs == Config().packs


def test_the_nearest_file_upwards_is_found(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / ".copydesk.yaml").write_text("")
    (tmp_path / "a" / "story.md").write_text("x")
    assert find(tmp_path / "a" / "b") == tmp_path / ".copydesk.yaml"
    assert find(tmp_path / "a" / "story.md") == tmp_path / ".copydesk.yaml"


def test_all_that_can_be_said_of_languagetool(tmp_path: Path) -> None:
    (tmp_path / "grams").mkdir()
    text = "languagetool: {url: 'http://lt:8081', timeout: 5, version: '6.7', n_grams: grams, user_agent: desk,"
    text += " profile: all, rules: {A: off, B: error}}"
    read = loads(text, tmp_path).languagetool
    assert (read.backend, read.timeout, read.version) == ("http://lt:8081", 5.0, "6.7")
    assert (read.n_grams, read.user_agent, read.profile) == (str(tmp_path / "grams"), "desk", "all")
    assert read.rules == {"A": "off", "B": "error"}
    assert loads("languagetool: {rules: [A]}", tmp_path).languagetool.rules == {"A": "warning"}
    assert loads("languagetool: https://lt/api", tmp_path).languagetool.backend == "https://lt/api"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("uk", "en-GB"),
        ("british", "en-GB"),
        ("American", "en-US"),
        ("en_US", "en-US"),
        ("en-us", "en-US"),
        ("en_GB.UTF-8", "en-GB"),
        ("british english", "en-GB"),
        ("german", "de-DE"),
        ("en-XA", "en-"),
    ],
)
def test_a_dialect_by_another_name_gets_the_right_one(wrong: str, right: str) -> None:
    said = complaint(wrong)
    assert said is not None
    assert said.startswith(f"unknown dialect ‘{wrong}’; did you mean ‘{right}")


def test_a_dialect_that_could_be_anything_gets_the_names_there_are() -> None:
    assert complaint("en-GB") is None
    assert "write one of: en-GB, en-US" in str(complaint("english"))
    assert "write one of: en-GB, en-US" in str(complaint("42"))


@pytest.mark.parametrize(
    "text", ["exclude: ['!']", "exclude: [archive/, '#x']", "paths:\n  '!': {}", "exclude: '\\'", "exclude: ['[z-a]']"]
)
def test_a_pattern_that_is_none_is_told_with_its_line(text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r":[12]: ‘.+’ is not a pattern for files; write it as in .gitignore"):
        loads(text, tmp_path)


def test_paths_that_say_for_what_they_do_not_hold_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="name those for which it does"):
        loads("paths:\n  '!opinion/**': {rules: {typos: off}}", tmp_path)


def write(folder: Path, **files: str) -> Path:
    """Files by name; ``__`` stands for a folder's slash."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_what_extends_adds_to_merges_and_replaces(tmp_path: Path) -> None:
    write(
        tmp_path,
        base="dialect: en-AU\nfail_on: error\npacks: [typos]\nrules: {typos.name: off, capitals: error}\nwords: [Barnea]\n"
        "exclude: ['*.txt', old/]\nlanguagetool: {backend: off, timeout: 5}\npaths: {'*.md': {words: [gonna]}}\n",
        desk="extends: base.yaml\nrules: {typos.name: warning}\nwords: [Okonjwo]\nexclude: ['!keep.txt']\n"
        "languagetool: {timeout: 7, rules: {A: off}}\npaths: {'*.html': {dialect: en-US}}\n",
        top="extends: desk.yaml\npacks: [default]\nconsistency: {across: files}\n",
    )
    config = load(tmp_path / "top.yaml")
    assert (config.dialect, config.fail_on, config.packs, config.across) == ("en-AU", "error", ("default",), True)
    assert {name: s.level for name, s in config.rules.items()} == {"typos.name": "warning", "capitals": "error"}
    assert config.words == {"Barnea", "Okonjwo"}
    assert (config.languagetool.backend, config.languagetool.timeout) == ("off", 7)
    assert config.languagetool.rules == {"A": "off"}
    assert [config.excludes(tmp_path / n) for n in ("a.txt", "keep.txt", "old/b.md", "c.md")] == [
        True,
        False,
        True,
        False,
    ]
    assert [o.glob for o in config.paths] == ["*.md", "*.html"]
    assert [p.name for p in config.extends] == ["base.yaml", "desk.yaml"]
    assert (config.origin("dialect"), config.origin("rules", "typos.name")) == (
        Where(tmp_path / "base.yaml", 1),
        Where(tmp_path / "desk.yaml", 2),
    )


def test_paths_in_a_file_are_meant_from_its_own_folder(tmp_path: Path) -> None:
    write(tmp_path, style__base="packs: [./house]\nwords: words.txt\n", news__desk="extends: ../style/base.yaml\n")
    (tmp_path / "style" / "words.txt").write_text("Barnea\n")
    config = load(tmp_path / "news" / "desk.yaml")
    assert config.words == {"Barnea"}
    assert config.packs == ((tmp_path / "style" / "house").as_posix(),)
    assert config.origin("words", "Barnea") == Where(tmp_path / "style" / "words.txt", 1)


def test_patterns_hold_from_the_folder_above_or_else_from_the_one_that_extends(tmp_path: Path) -> None:
    write(
        tmp_path,
        above="exclude: [news/old/]\n",
        style__base="exclude: [old/]\n",
        news__near="extends: ../above.yaml\n",
        news__far="extends: ../style/base.yaml\n",
    )
    assert load(tmp_path / "news" / "near.yaml").excludes(tmp_path / "news" / "old" / "a.md")
    assert load(tmp_path / "news" / "far.yaml").excludes(tmp_path / "news" / "old" / "a.md")


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"a": "\nextends: b.yaml", "b": "dialect: en-GB\nextends: a.yaml"}, r"b.yaml:2: .*can't extend itself \(a"),
        ({"a": "extends: a.yaml"}, "a.yaml:1: a configuration can't extend itself"),
        ({"a": "\nextends: none.yaml"}, "a.yaml:2: there is no file .*none.yaml to extend"),
        (
            {f"c{i}": f"extends: c{i + 1}.yaml" for i in range(30)} | {"a": "extends: c0.yaml"},
            "c19.yaml:1: .*than 20 files",
        ),
        ({"a": "extends: [b.yaml]", "b": ""}, "a.yaml:1: ‘extends’ must be text"),
        ({"a": "extends: b.yaml", "b": "dialekt: x"}, "b.yaml:1: there is no setting ‘dialekt’"),
        ({"a": "paths: {x/: {extends: b.yaml}}"}, "there is no setting ‘extends’ here"),
    ],
)
def test_a_mistake_in_extends_is_told_with_its_file_and_line(files: dict[str, str], says: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=says):
        load(write(tmp_path, **files) / "a.yaml")


def test_a_mistake_in_a_file_that_is_extended_is_told_there(tmp_path: Path) -> None:
    write(tmp_path, base="words: [a]\nrules:\n  typos.speling: off\n", desk="extends: base.yaml\nrules: {typos: off}\n")
    with pytest.raises(ConfigError, match="base.yaml:3: there is no rule ‘typos.speling’"):
        lint.load(tmp_path / "desk.yaml")
    write(tmp_path, base="paths:\n  'a/':\n    rules:\n      typo: off\n", desk="extends: base.yaml\n")
    with pytest.raises(ConfigError, match="base.yaml:4: there is no rule or pack ‘typo’"):
        lint.load(tmp_path / "desk.yaml")


def test_languagetool_below_paths_keeps_what_it_does_not_name(tmp_path: Path) -> None:
    config = loads("languagetool: {backend: off, timeout: 5}\npaths: {a/: {languagetool: {timeout: 9}}}", tmp_path)
    chosen = config.with_overrides(config.overrides(tmp_path / "a" / "x.md")).languagetool
    assert (chosen.backend, chosen.timeout) == ("off", 9)


def test_a_pack_that_is_a_folder_is_told_how_to_write_it(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    with pytest.raises(ConfigError, match=r":1: there is no pack ‘house’; a folder is written ./house"):
        lint.load(loads("packs: [house]", tmp_path))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\nexclude: [" + "a, " * 1_001 + "]", r":2: ‘exclude’ has 1,001 patterns, and 1,000 are the most"),
        ("paths:\n" + "".join(f"  a{i}: {{}}\n" for i in range(201)), r":1: ‘paths’ has 201 patterns, and 200 are"),
        (f"exclude: ['{'*a' * 2_049}']", r":1: ‘(\*a){20}…’ is too long for a pattern; 4,096 characters are the most"),
    ],
)
def test_there_is_an_end_to_patterns(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=says):
        loads(text, tmp_path)


def test_as_many_patterns_as_there_may_be(tmp_path: Path) -> None:
    paths = "".join(f"  a{i}: {{}}\n" for i in range(200))
    config = loads("exclude: [" + "a, " * 1_000 + "]\npaths:\n" + paths, tmp_path)
    assert (len(config.exclude[0].globs), len(config.paths)) == (1_000, 200)
    assert globs.complaint("a" * 4_096) is None
