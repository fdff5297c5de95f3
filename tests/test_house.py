"""The house itself: storeys, tables, and a README that tells all there is."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest
import yaml
from conftest import ROOT

import lint
from lint.cli import copydesk
from lint.cli.exits import FOUND, INTERRUPTED, MISTAKE, NOT_CHECKED
from lint.config.load import loads
from lint.config.settings import BACKENDS, DIALECTS, PROFILES, Config, LanguageTool
from lint.config.tree import nearest
from lint.formats import FORMATS
from lint.kinds import KINDS, OPTIONS
from lint.packs.load import load
from lint.packs.pack import builtin_packs
from lint.reporters import REPORTERS
from lint.rule_tests import prove, unused

README = (ROOT / "README.md").read_text()


@pytest.mark.slow
def test_the_storeys_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_every_file_of_a_table_is_in_the_table() -> None:
    def files(folder: str, *others: str) -> set[str]:
        return {p.stem for p in (ROOT / "lint" / folder).glob("*.py")} - {"__init__", *others}

    shared = ("base", "case_inside", "case_variants", "story_place")
    assert files("kinds", *shared) == {name.replace("-", "_") for name in KINDS}
    assert files("reporters", "options", "printable") == set(REPORTERS)
    parts = (
        "base",
        "builder",
        "encoding",
        "entities",
        "foreign",
        "front_matter",
        "html_hidden",
        "html_tokens",
        "insets",
        "jsx",
    )
    formats = [import_module(f"lint.formats.{name}").FORMAT for name in files("formats", *parts)]
    assert {id(f) for f in formats} == {id(f) for f in FORMATS.values()}


def test_a_commit_hook_sees_every_ending_that_is_read() -> None:
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text()):
        assert all(re.search(hook["files"], f"story{ending}") for ending in FORMATS)
        assert not re.search(hook["files"], "story.py")


@pytest.mark.parametrize("word", [*KINDS, *REPORTERS, *FORMATS, *(p.name for p in builtin_packs()), *DIALECTS])
def test_the_readme_names_it(word: str) -> None:
    assert f"`{word}`" in README


def test_the_readme_tells_every_option() -> None:
    commands = [*copydesk.commands.values()]
    commands += [c for group in commands if isinstance(group, click.Group) for c in group.commands.values()]
    options = [o for command in commands for p in command.params for o in p.opts if o.startswith("--")]
    assert [o for o in options if f"`{o}" not in README and f" {o}" not in README] == []


@pytest.mark.parametrize("key", [*LanguageTool.__dataclass_fields__, *BACKENDS, *PROFILES])
def test_the_readme_tells_all_of_languagetool(key: str) -> None:
    section = README.partition("## LanguageTool three ways")[2].partition("## From Python")[0]
    assert re.search(rf"\b{key}\b", section)


def test_the_readme_counts_the_confusions_rightly() -> None:
    (said,) = re.findall(r"some (\d+) rules", README)
    assert 0 <= len(load([ROOT / "rules" / "confusions"], OPTIONS)) - int(said) < 20


def test_the_readme_tells_every_exit_code() -> None:
    for code in (0, FOUND, MISTAKE, NOT_CHECKED, INTERRUPTED):
        assert re.search(rf"^\| `{code}` \|", README, re.M)


@pytest.mark.slow
def test_help_does_not_load_the_engine() -> None:
    code = "import sys; sys.argv=['copydesk', '--help']\nfrom lint.cli import main\ntry: main()\nexcept SystemExit: pass\nprint('lt_py' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_every_module_begins_by_saying_what_it_is() -> None:
    for file in (ROOT / "lint").rglob("*.py"):
        assert re.match(r'(?:"""|\.)', file.read_text()), file


def readme(language: str, begins: str) -> str:
    """The block of the README in ``language`` whose text begins so."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)
    (block,) = [b for b in blocks if b.startswith(begins)]
    return str(block)


def test_the_rule_in_the_readme_holds(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "people.yaml").write_text(readme("yaml", "# rules/house/people"))
    rules = load([tmp_path / "house"], OPTIONS)
    assert [*prove(rules, Config()), *unused(rules, Config())] == []
    assert [r.id for r in rules] == ["house.utilise"]


@pytest.mark.parametrize("begins", ["- id: old-handle", "- id: helpline"])
def test_the_other_rules_in_the_readme_hold(begins: str, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "people.yaml").write_text(readme("yaml", begins))
    assert list(prove(load([tmp_path / "house"], OPTIONS), Config())) == []


@pytest.mark.parametrize("begins", ["dialect: en-GB", "languagetool:\n"])
def test_the_configuration_in_the_readme_can_be_used(begins: str, tmp_path: Path) -> None:
    (tmp_path / "data" / "ngrams").mkdir(parents=True)
    (tmp_path / "rules" / "house").mkdir(parents=True)
    (tmp_path / "rules" / "house" / "people.yaml").write_text(readme("yaml", "# rules/house/people"))
    (tmp_path / "names.csv").write_text("Okonjwo,Okonjo,minister\n")
    config = loads(readme("yaml", begins), tmp_path)
    assert lint.Linter(config).rules


def test_the_desk_in_the_readme_can_build_on_the_newsroom(tmp_path: Path) -> None:
    (tmp_path / "sports").mkdir()
    (tmp_path / ".copydesk.yaml").write_text("words: [Okonjwo]\nrules: {typos.name: off}\n")
    (tmp_path / "sports" / ".copydesk.yaml").write_text(readme("yaml", "# sports/"))
    config = nearest(tmp_path / "sports")
    assert config.words == {"Okonjwo", "Barnea", "keepie-uppie"}
    assert config.rules["typos.name"].level == "warning"


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".copydesk.yaml").write_text("languagetool: off\n")
    told: list[tuple[object, ...]] = []
    exec(readme("python", "import lint"), {"print": lambda *words: told.append(words)})
    assert [words[1] for words in told] == ["hsotage"]
