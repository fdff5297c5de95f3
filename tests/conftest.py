"""Shared by all tests: the --update switch, linters that are loaded once, and the command, run in this process."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from one_pack import punctuation

import lint
from lint.cli import main
from lint.config.settings import LanguageTool
from lint.packs.select import Catalogue
from lint.rule_sets import Setup, Shared

ROOT = Path(__file__).parent.parent
OFF = ["--languagetool", "off"]
Done = subprocess.CompletedProcess[str]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write what the golden tests got as what they expect")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What uses the full linter loads the engine."""
    for item in items:
        if isinstance(item, pytest.Function) and "full_linter" in item.fixturenames:
            item.add_marker("engine")


class _MadeOnce(Shared):
    """What linters have in common, all those of a process: of copydesk's own packs, that is, and without the engine."""

    _ours = Shared()

    def catalogue(self, config: lint.Config) -> Catalogue:
        found = super().catalogue(config)
        ours = self._ours.catalogue(lint.Config())
        return ours if found.packs == ours.packs else found

    def setup(self, catalogue: Catalogue, config: lint.Config, *, singly: bool) -> Setup:
        shared = catalogue is self._ours.catalogue(lint.Config()) and config.languagetool.backend == "off"
        return Shared.setup(self._ours if shared else self, catalogue, config, singly=singly)


@pytest.fixture(autouse=True, scope="session")
def rules_are_made_once() -> Iterator[None]:
    """Making the rules of all packs takes a seventh of a second, and hundreds of tests load them."""
    with patch("lint.linter.Shared", _MadeOnce):
        yield


@pytest.fixture(scope="session")
def linter() -> lint.Linter:
    """The default profile without the language engine: fast."""
    return lint.load(lint.Config(languagetool=LanguageTool("off")))


@pytest.fixture(scope="session")
def full_linter() -> lint.Linter:
    """The default profile, LanguageTool included."""
    return lint.load(lint.Config())


@pytest.fixture
def one_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    """Punctuation alone: fast to load, for what has to do with files and not with rules."""
    monkeypatch.setattr("lint.packs.select.builtin_packs", punctuation)


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Locks folders of a name, so that they can't be searched, not even by root."""

    def lock(name: str) -> None:
        scandir = os.scandir

        def refuse(path: str | os.PathLike[str]) -> Iterator[os.DirEntry[str]]:
            if os.path.basename(path) == name:
                raise PermissionError(13, "Permission denied")
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refuse)

    return lock


def copydesk(*args: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> Done:
    """The command with its exit code and what it wrote, as a process of its own would; but in this one, which has
    loaded all that it needs."""
    code, stdout, stderr = copydesk_in_bytes(*args, cwd=cwd, stdin=stdin, env=env)
    return Done(["copydesk", *args], code, stdout.decode(), stderr.decode())


def copydesk_in_bytes(
    *args: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> tuple[int, bytes, bytes]:
    """As ``copydesk``, for what is not in one encoding: exit code, standard output, standard error."""
    with chdir(cwd), patch.dict(os.environ, env or {}), patch.object(sys, "argv", ["copydesk", *args]):
        with _streams(stdin) as (stdout, stderr):
            code = _exit_code()
        return code, stdout.getvalue(), stderr.getvalue()


@contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Standard streams over bytes, with the encoding that the command gives them."""
    stdout, stderr = io.BytesIO(), io.BytesIO()
    wrapped = [io.TextIOWrapper(raw, encoding="utf-8") for raw in (io.BytesIO(stdin), stdout, stderr)]
    with patch.multiple(sys, stdin=wrapped[0], stdout=wrapped[1], stderr=wrapped[2]):
        try:
            yield stdout, stderr
        finally:
            for stream in wrapped[1:]:
                stream.flush()
    for stream in wrapped:
        stream.detach()


def _exit_code() -> int:
    try:
        main()
    except SystemExit as e:
        return e.code if isinstance(e.code, int) else 1
    except Exception:  # as the interpreter would show it
        traceback.print_exc()
        return 1
    return 0


def process(*args: str, cwd: Path, stdin: bytes = b"") -> Done:
    """The command in a process of its own: slow, for what only a process shows."""
    environment = {**os.environ, "PYTHONPATH": str(Path(lint.__file__).parent.parent)}
    command = [sys.executable, "-m", "lint", *args]
    done = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, env=environment, check=False)
    return Done(command, done.returncode, done.stdout.decode(), done.stderr.decode())
