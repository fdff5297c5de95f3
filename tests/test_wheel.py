"""The wheel, installed in an empty environment, says the same as the checkout."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, copydesk


@pytest.mark.slow
def test_the_wheel_finds_its_packs_and_says_the_same(tmp_path: Path) -> None:
    pytest.importorskip("build", reason="build is not installed: pip install -e .[dev]")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", ROOT], check=True, capture_output=True
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True)
    arguments = ["check", "--format", "json", "--fail-on", "never", "."]
    installed = subprocess.run(
        [tmp_path / "env" / "bin" / "copydesk", *arguments], cwd=ROOT / "examples", capture_output=True, check=True
    )
    here = copydesk(*arguments, cwd=ROOT / "examples")
    assert json.loads(installed.stdout) == json.loads(here.stdout)
    assert json.loads(installed.stdout)["summary"]["findings"] > 10
    proved = subprocess.run(
        [tmp_path / "env" / "bin" / "copydesk", "rules", "test"], cwd=tmp_path, capture_output=True, check=False
    )
    complaints = proved.stdout.decode().splitlines()[:-1]
    assert [line for line in complaints if "no example uses this line" not in line] == []
