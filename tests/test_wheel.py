"""The wheel has what the checkout has, and by itself says the same. (That its dependencies suffice, test_precommit
shows: it installs them.)"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import ROOT, copydesk


def files(folder: Path, below: str) -> dict[str, bytes]:
    """The files of a folder, by the names that they have in a wheel."""
    found = [p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return {f"{below}/{p.relative_to(folder).as_posix()}": p.read_bytes() for p in found}


@pytest.mark.slow
@pytest.mark.engine
def test_the_wheel_finds_its_packs_and_says_the_same(tmp_path: Path) -> None:
    pytest.importorskip("build", reason="build is not installed: pip install -e .[dev]")
    python, dist, installed = sys.executable, tmp_path / "dist", tmp_path / "installed"
    subprocess.run([python, "-m", "build", "--wheel", "--outdir", dist, ROOT], check=True, capture_output=True)
    (wheel,) = dist.glob("*.whl")
    with ZipFile(wheel) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if name.startswith("lint/")}
    assert held == files(ROOT / "lint", "lint") | files(ROOT / "rules", "lint/_rules")
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-deps", "--target", installed, wheel], check=True)

    def of_wheel(*args: str, cwd: Path) -> str:
        environment = {**os.environ, "PYTHONPATH": str(installed)}
        command = [str(installed / "bin" / "copydesk"), *args]
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False).stdout.decode()

    arguments = ["check", "--format", "json", "--fail-on", "never", "."]
    page = json.loads(of_wheel(*arguments, cwd=ROOT / "examples"))
    assert page == json.loads(copydesk(*arguments, cwd=ROOT / "examples").stdout)
    assert page["summary"]["findings"] > 10
    assert str(installed / "lint" / "_rules") in of_wheel("rules", "typos.spelling", cwd=tmp_path)
