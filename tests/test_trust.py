"""Whose settings are obeyed. The owners are made up: giving files away needs root."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint.config import trust
from lint.config.load import load
from lint.config.tree import Tree
from lint.errors import ConfigError
from lint.run import Run

ME, OTHER, ROOT = 1001, 1002, 0


@pytest.fixture
def owners(monkeypatch: pytest.MonkeyPatch) -> dict[Path, int]:
    """The owners of files; those that are not named are mine."""
    told: dict[Path, int] = {}
    monkeypatch.setattr(trust, "_me", lambda: ME)
    monkeypatch.setattr(trust, "_owner", lambda path, follow=True: told.get(path, ME))
    return told


def settings(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (file := folder / ".copydesk.yaml").write_text("languagetool: off\n")
    return file


@pytest.mark.parametrize(
    ("file", "folder", "obeyed"),
    [
        (ME, ME, True),
        (ME, ROOT, True),  # one's own, in /tmp
        (ROOT, OTHER, True),
        (OTHER, OTHER, True),  # a checkout that belongs to another user, as in a container
        (OTHER, ROOT, False),  # a stranger's, in /tmp
        (OTHER, ME, False),  # a stranger's, in a folder of mine that all may write
    ],
)
def test_a_strangers_settings_in_the_folder_of_another_are_refused(
    tmp_path: Path, owners: dict[Path, int], file: int, folder: int, obeyed: bool
) -> None:
    root = tmp_path.resolve()
    owners |= {settings(root): file, root: folder}
    if obeyed:
        assert Tree().for_folder(root / "news").file == root / ".copydesk.yaml"
    else:
        with pytest.raises(ConfigError, match=r"copydesk\.yaml:1: belongs to .* pass --config where it is meant"):
            Tree().for_folder(root / "news")


def test_a_link_is_refused_as_the_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trust, "_me", lambda: ME)
    monkeypatch.setattr(trust, "_owner", lambda path, follow=True: ME if follow else OTHER)
    with pytest.raises(ConfigError, match="belongs to"):
        trust.refuse_stranger(settings(tmp_path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_was_given_away_is_refused(tmp_path: Path) -> None:
    os.chown(settings(tmp_path), 65534, 65534)
    with pytest.raises(ConfigError, match="belongs to (?:nobody|user 65534)"):
        trust.refuse_stranger(tmp_path / ".copydesk.yaml")


def test_settings_of_another_user_and_from_above_are_told_of(tmp_path: Path, owners: dict[Path, int]) -> None:
    root = tmp_path.resolve()
    file, desk = settings(root), root / "repo" / "desk"
    desk.mkdir(parents=True)
    assert trust.doubts(file, (), desk) == []
    (root / "repo" / ".git").mkdir()
    assert trust.doubts(file, (), desk) == [
        f"the settings in {file} stand above the repository {root / 'repo'}, and hold in it"
    ]
    assert trust.doubts(settings(root / "repo"), (), desk) == []
    owners[file] = OTHER
    assert trust.doubts(file, (), root)[0].startswith(f"the settings in {file} belong to ")


def test_settings_above_the_home_folder_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path.resolve()
    (home := root / "me").mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    assert trust.doubts(settings(root), (), home / "news") == [
        f"the settings in {root / '.copydesk.yaml'} stand above the home folder {home}, and hold in it"
    ]
    assert trust.doubts(settings(root), (), root) == []
    assert trust.doubts(settings(home), (), home / "news") == []


def test_a_run_tells_of_settings_that_it_found_and_not_of_those_that_it_was_given(tmp_path: Path) -> None:
    file, repo = settings(tmp_path), tmp_path / "repo"
    (repo / ".git").mkdir(parents=True)
    (repo / "a.md").write_text("A story.\n")
    assert "stand above the repository" in " ".join(Run((str(repo),)).prepare().notes())
    assert list(Run((str(repo),), config_file=file).prepare().notes()) == []


def based(folder: Path, base: Path) -> Path:
    """Settings that extend others."""
    folder.mkdir(parents=True, exist_ok=True)
    (file := folder / ".copydesk.yaml").write_text(f"extends: {base}\n")
    return file


def test_a_strangers_settings_are_refused_where_others_extend_them(tmp_path: Path, owners: dict[Path, int]) -> None:
    root = tmp_path.resolve()
    base = settings(root / "many")
    news = based(root / "news", based(root / "style", base))
    assert Tree().for_folder(news.parent).extends == (base, root / "style" / ".copydesk.yaml")
    owners |= {base: OTHER, base.parent: ROOT}
    refused = r"style/\.copydesk\.yaml:1: .*many/\.copydesk\.yaml belongs to .*; extend a copy of it"
    with pytest.raises(ConfigError, match=refused):
        Tree().for_folder(news.parent)
    with pytest.raises(ConfigError, match=refused):
        load(news)  # as --config does it: that file was meant, and not what it extends
    owners[base.parent] = OTHER  # a style that another user keeps, in a folder of that user's
    assert Tree().for_folder(news.parent).extends[0] == base


def test_a_base_of_another_user_is_told_of(tmp_path: Path, owners: dict[Path, int]) -> None:
    root = tmp_path.resolve()
    base = settings(root / "style")
    based(root / "news", base)
    (root / "news" / "a.md").write_text("A story.\n")
    run = Run((str(root / "news"),))
    assert list(run.prepare().notes()) == []
    owners |= {base: OTHER, base.parent: OTHER}
    (said,) = run.prepare().notes()
    assert said.startswith(f"the settings in {base} belong to ")
