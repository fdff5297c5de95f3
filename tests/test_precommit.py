"""The hook in a real repository, with the real pre-commit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

TOOLS = Path(sys.executable).parent


def run(*args: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(cwd.parent / "cache"),
        **{f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        environment.pop(name, None)
    return subprocess.run(args, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.skipif(not (TOOLS / "pre-commit").exists(), reason="pre-commit is not installed: pip install -e .[dev]")
def test_a_commit_with_a_typo_is_refused_and_the_mended_one_passes(tmp_path: Path) -> None:
    hooks = tmp_path / "hooks"  # the working tree as a repository of its own, as pre-commit wants one
    listing = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    names = [n for n in listing.stdout.splitlines() if n.startswith(("lint/", "rules/")) or "/" not in n]
    for name in names or [str(p.relative_to(ROOT)) for p in ROOT.rglob("*") if p.is_file() and ".venv" not in p.parts]:
        target = hooks / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_file():
            target.write_bytes((ROOT / name).read_bytes())
    assert run("git", "init", "-q", cwd=hooks).returncode == 0
    run("git", "add", "-A", cwd=hooks)
    assert run("git", "commit", "-qm", "hooks", cwd=hooks).returncode == 0
    rev = run("git", "rev-parse", "HEAD", cwd=hooks).stdout.strip()

    newsroom = tmp_path / "newsroom"
    newsroom.mkdir()
    run("git", "init", "-q", cwd=newsroom)
    (newsroom / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {rev}\n  hooks:\n"
        "  - {id: copydesk-fix, args: [--languagetool, 'off']}\n  - {id: copydesk}\n"
    )
    assert run("pre-commit", "install", cwd=newsroom).returncode == 0
    story = newsroom / "story.md"
    story.write_text("Further hsotage talks of the the two are due.\n")
    run("git", "add", "-A", cwd=newsroom)
    refused = run("git", "commit", "-m", "a story", cwd=newsroom)
    assert refused.returncode != 0
    assert "hsotage → hostage" in refused.stdout + refused.stderr
    assert story.read_text() == "Further hsotage talks of the two are due.\n"
    story.write_text("Further hostage talks are due.\n")
    run("git", "add", "-A", cwd=newsroom)
    passed = run("git", "commit", "-m", "a story", cwd=newsroom)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert run("git", "log", "--oneline", cwd=newsroom).stdout.count("\n") == 1
