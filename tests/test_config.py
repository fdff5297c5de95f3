from __future__ import annotations

from pathlib import Path

import pytest

import lint
from lint.config.load import find, load, loads
from lint.config.settings import Config
from lint.errors import ConfigError


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
        ("\ndialect: en-UK", r":2: ‘en-UK’ is no dialect; did you mean ‘en-"),
        ("fail_on: often", ":1: ‘often’ is no fail_on; write one of: error, never"),
        ("packs: {a: b}", "must be a list"),
        ("words: 3", "must be a list of words or the name of a file"),
        ("words: none.txt", "can't be read"),
        ("rules: [a]", "must be ‘key: value’ lines"),
        ("rules:\n  typos.name: loud", ":2: ‘loud’ is no level"),
        ("rules:\n  typos.name:", ":2: say what"),
        ("languagetool: {backend: java}", "‘java’ is no backend"),
        ("languagetool: {timeout: -1}", "above 0"),
        ("languagetool: {speed: 1}", "no setting ‘speed’"),
        ("paths:\n  'a/*':\n    fail_on: never", ":3: there is no setting ‘fail_on’ here"),
        ("- a", "must be ‘key: value’ lines"),
        ("a: [", "not YAML"),
        ("languagetool: remote", "‘remote’ is no backend; .*auto, embedded, local, off"),
        ("languagetool: {backend: locl}", "did you mean ‘local’"),
        ("languagetool: {url: lt:8081}", "write http://HOST:PORT"),
        ("languagetool: {backend: local, url: 'http://x'}", "say the same thing"),
        ("languagetool: {n_grams: nowhere}", "there is no folder"),
        ("languagetool: {version: 6.8}", "put it in quotes"),
        ("languagetool: {rules: {A: loud}}", "‘loud’ is no level"),
        ("languagetool: {profil: all}", "did you mean ‘profile’"),
        ("dialect: en-XX", "‘en-XX’ is no dialect"),
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
