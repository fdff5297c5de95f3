"""The wheel by itself says the same as the checkout. (That its dependencies suffice, test_precommit shows: it installs
them.)"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, copydesk


@pytest.mark.slow
def test_the_wheel_finds_its_packs_and_says_the_same(tmp_path: Path) -> None:
    pytest.importorskip("build", reason="build is not installed: pip install -e .[dev]")
    python, dist, installed = sys.executable, tmp_path / "dist", tmp_path / "installed"
    subprocess.run([python, "-m", "build", "--wheel", "--outdir", dist, ROOT], check=True, capture_output=True)
    (wheel,) = dist.glob("*.whl")
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
    assert of_wheel("rules", "test", cwd=tmp_path).endswith("all hold\n")
