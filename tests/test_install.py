from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import copydesk
from server_of import needs_server

from lint.errors import CopydeskError
from lint.languagetool import install


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "lt"))
    return tmp_path / "lt" / "LanguageTool-6.8"


def test_a_folder_that_holds_the_server_is_taken(tmp_path: Path, place: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "languagetool-server.jar").touch()
    assert install.jar() is None
    assert install.install("download", str(tmp_path / "there")) == place
    assert install.jar() == place / "languagetool-server.jar"
    assert install.install("download", str(tmp_path / "there")) == place  # again does no harm


def test_a_folder_without_the_server_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        CopydeskError, match=r"there is no languagetool-server\.jar in .*; name the folder that holds it"
    ):
        install.install("download", str(tmp_path))


def test_a_download_that_fails_names_the_other_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def no(_: object) -> None:
        raise OSError("no way out")

    monkeypatch.setattr("language_tool_python.download_lt.ReleaseLocalLanguageTool.download", no)
    with pytest.raises(
        CopydeskError, match="the download failed .no way out.; where it is blocked, run: .* --from maven"
    ):
        install.install("download", None)


def test_without_maven_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CopydeskError, match="there is no ‘mvn’ here"):
        install.install("maven", None)


def test_status_tells_what_is_missing_and_what_to_do(tmp_path: Path) -> None:
    done = copydesk("languagetool", "status", cwd=tmp_path)
    out = done.stdout
    assert done.returncode == 0
    assert re.search(r"^embedded +ready: lingotweaker \d", out, re.M)
    assert re.search(r"^local +not ready", out, re.M)
    assert "server: missing; run: copydesk languagetool install" in out
    assert re.search(r"^remote +any LanguageTool server", out, re.M)


@needs_server
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("mvn") is None, reason="Maven (mvn) is missing")
def test_maven_builds_a_server_that_runs(place: Path, tmp_path: Path) -> None:
    done = copydesk("languagetool", "install", "--from", "maven", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert str(place) in done.stdout
    (tmp_path / "a.txt").write_text("He is the a man.")
    checked = copydesk("check", "--languagetool", "local", "--format", "github", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "languagetool.article" in checked.stdout
