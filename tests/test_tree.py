from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.settings import Config, Layer
from lint.config.tree import Tree, find
from lint.errors import ConfigError


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def test_the_nearest_configuration_upwards_holds(tmp_path: Path) -> None:
    write(tmp_path, {".copydesk.yaml": "words: [top]", "a/.copydesk.yml": "words: [a]", "a/b/x.md": "", "c/y.md": ""})
    tree = Tree()
    words = {n: set(tree.for_path(tmp_path / n).words) for n in ("a/b/x.md", "c/y.md", "a/not/there.md")}
    assert words == {"a/b/x.md": {"a"}, "c/y.md": {"top"}, "a/not/there.md": {"a"}}
    assert tree.for_path(tmp_path / "c/y.md") is tree.for_folder(tmp_path)
    assert find(tmp_path / "a" / "b") == tmp_path / "a" / ".copydesk.yml"


def test_without_a_configuration_the_defaults_hold_and_the_command_line_over_them(tmp_path: Path) -> None:
    assert Tree().for_path(tmp_path / "x.md").dialect == Config().dialect
    over = Layer({"dialect": "en-US"})
    write(tmp_path, {"a/.copydesk.yaml": "dialect: en-AU"})
    tree = Tree(over=over)
    assert {tree.for_path(tmp_path / n).dialect for n in ("x.md", "a/x.md")} == {"en-US"}


def test_one_that_is_given_holds_everywhere(tmp_path: Path) -> None:
    write(tmp_path, {"a/.copydesk.yaml": "words: [a", "copydesk.yaml": ""})
    given = Config(words=frozenset({"given"}))
    assert Tree(given).for_path(tmp_path / "a" / "x.md") == given
    assert not Tree(given).excludes(tmp_path / "a" / "x.md")


def test_an_outer_exclude_holds_in_the_folders_below(tmp_path: Path) -> None:
    write(tmp_path, {".copydesk.yaml": "exclude: ['*/old/']", "a/.copydesk.yaml": "exclude: [drafts/]"})
    tree = Tree()
    names = ("a/old/x.md", "a/drafts/x.md", "drafts/x.md", "a/x.md")
    assert [tree.excludes(tmp_path / n) for n in names] == [True, True, False, False]


def test_two_in_one_folder_are_refused(tmp_path: Path) -> None:
    write(tmp_path, {".copydesk.yaml": "", ".copydesk.yml": ""})
    with pytest.raises(ConfigError, match=r".copydesk.yaml:1: there is .copydesk.yml beside it; keep one"):
        Tree().for_path(tmp_path / "x.md")


@pytest.mark.parametrize(
    "name",
    ["copydesk.yaml", "copydesk.yml", ".copydesk.json", ".copydesk.toml", ".copydesk", ".copydeskrc",
     "Copydesk.yaml", ".copydesk.yaml.txt", "copydesk.toml"],
)  # fmt: skip
def test_a_near_name_is_refused_aloud(name: str, tmp_path: Path) -> None:
    write(tmp_path, {name: "", "a/x.md": ""})
    with pytest.raises(ConfigError, match=f"copydesk does not read {name}; rename it to .copydesk.yaml"):
        Tree().for_path(tmp_path / "a" / "x.md")


def test_a_table_in_pyproject_is_refused_aloud(tmp_path: Path) -> None:
    write(tmp_path, {"pyproject.toml": "[tool.ruff]\nx = 1\n\n[tool.copydesk.rules]\ntypos = 'off'\n"})
    with pytest.raises(ConfigError, match=r"pyproject.toml:4: copydesk does not read \[tool.copydesk\]"):
        Tree().for_path(tmp_path / "x.md")
    write(tmp_path, {"pyproject.toml": "[tool.copydesk-plugin]\n# [tool.copydesk]\n", "copydesk-notes.md": ""})
    Tree().for_path(tmp_path / "x.md")


def test_a_near_name_beside_or_above_a_configuration_is_nobodys_mistake(tmp_path: Path) -> None:
    write(
        tmp_path, {"copydesk.yaml": "", "a/.copydesk.yaml": "extends: copydesk.yaml", "a/copydesk.yaml": "words: [b]"}
    )
    assert Tree().for_path(tmp_path / "a" / "b" / "x.md").words == {"b"}


def test_a_link_to_a_configuration_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / ".copydesk.yaml").symlink_to(tmp_path / "gone.yaml")
    with pytest.raises(ConfigError, match="can't be read"):
        Tree().for_path(tmp_path / "x.md")
