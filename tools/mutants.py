"""Changes a module in small ways, one at a time, and counts the changes that its own tests notice.

    python tools/mutants.py [--sample N] [--seed N] [--jobs N] [--tests FILE…] MODULE.py…
    make mutants MODULE=lint/text/casing.py

A change that no test notices is printed with its place and what it put there: a comparison, a number or a condition
that could be wrong unseen. The tests of lint/a/b.py are tests/test_b.py, tests/test_a_b.py, tests/test_a.py and every
test file that imports lint.a.b; those marked slow or engine are left out. Needs os.fork (Linux, macOS).

Why a script of our own: mutmut 3 changes what stands inside functions alone, and half of a heuristic is the numbers
named at the head of its module; cosmic-ray starts a process for each change, which costs more than the tests do here.
This one forks a process that has the heavy libraries loaded already, and writes no file.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.util
import os
import random
import re
import signal
import sys
import time
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

from mutations import Mutant, mutant, places

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = 60
"""Changes tried in a module unless --sample says otherwise: a minute or two."""
PATIENCE = 5
"""A change has hung when the tests take this many times what they take without it …"""
LEAST_SECONDS = 10.0
"""… and at least this long."""
HEAVY = (
    "ahocorasick_rs",
    "click",
    "hypothesis",
    "marisa_trie",
    "msgspec",
    "numpy",
    "pytest",
    "rapidfuzz",
    "regex",
    "yaml",
)
"""What the tests load, loaded once before the forks."""


class _Loader(SourceFileLoader):
    """Gives a module other code than its file has."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return self._code


class _Finder(MetaPathFinder):
    """Finds the one module that is changed; all others are found as ever."""

    def __init__(self, name: str, file: Path, code: CodeType) -> None:
        self._name, self._file = name, file
        self._loader = _Loader(name, str(file), code)

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(fullname, self._file, loader=self._loader)


@dataclass(frozen=True)
class Module:
    """A module of this checkout, and the test files that are its own."""

    file: Path
    tests: tuple[Path, ...]

    @property
    def name(self) -> str:
        """As it is imported: lint.text.casing."""
        parts = self.file.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def module(file: Path, tests: list[Path]) -> Module:
    """The module in ``file``; without ``tests``, the test files that bear its name or import it."""
    bare = Module(file.resolve(), ())
    folder, stem = bare.name.split(".")[-2:]
    own = (f"test_{stem}.py", f"test_{folder}_{stem}.py", f"test_{folder}.py")
    imports = re.compile(rf"\b{re.escape(bare.name)}\b|^ *from lint\.{folder} import .*\b{stem}\b", re.M)
    of_it = [t for t in sorted((ROOT / "tests").glob("test_*.py")) if t.name in own or imports.search(t.read_text())]
    chosen = [t.resolve() for t in tests] or of_it
    if not chosen:
        raise SystemExit(f"{file}: there is no tests/{own[0]}, and no test imports {bare.name}; name some with --tests")
    return Module(bare.file, tuple(chosen))


def forked(of: Module, code: CodeType | None) -> int:
    """The number of a process that runs the module's tests, with ``code`` in its place; its exit code is pytest's."""
    pid = os.fork()
    if pid:
        return pid
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    code_of_exit = 1
    try:
        if code:
            sys.meta_path.insert(0, _Finder(of.name, of.file, code))
        import pytest

        options = ["-q", "-x", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
        options += ["-m", "not slow and not engine", "--hypothesis-seed=0"]
        code_of_exit = int(pytest.main([*options, *map(str, of.tests)]))
    finally:
        os._exit(code_of_exit)


def seconds_without_change(of: Module) -> float:
    """What the tests take as the module stands; they must hold."""
    began = time.monotonic()
    _, status = os.waitpid(forked(of, None), 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{of.name}: its tests fail as it stands: pytest {' '.join(t.name for t in of.tests)}")
    return time.monotonic() - began


def survivors(of: Module, mutants: list[Mutant], jobs: int, patience: float) -> list[Mutant]:
    """Those changes that no test notices; ``patience`` is the seconds after which the tests count as hung."""
    waiting, alive = list(reversed(mutants)), []
    running: dict[int, tuple[Mutant, float]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                next_one = waiting.pop()
                running[forked(of, next_one.code)] = (next_one, time.monotonic() + patience)
            time.sleep(0.01)
            for pid, (one, until) in list(running.items()):
                done, status = os.waitpid(pid, os.WNOHANG)
                if done:
                    del running[pid]
                    alive += [one] if status == 0 else []
                elif time.monotonic() > until:
                    os.killpg(pid, signal.SIGKILL)  # it ends, and is counted, in the next round
    finally:
        for pid in running:
            os.killpg(pid, signal.SIGKILL)
    return sorted(alive, key=lambda m: m.number)


def judge(of: Module, sample: int, seed: int, jobs: int) -> tuple[int, int]:
    """Tries up to ``sample`` changes of a module and prints those that survive; how many were killed and tried."""
    source = of.file.read_text(encoding="utf-8")
    count = sum(1 for _ in places(ast.parse(source)))
    chosen = sorted(random.Random(seed).sample(range(count), min(sample, count)))
    mutants = [mutant(source, str(of.file), n) for n in chosen]
    patience = max(LEAST_SECONDS, PATIENCE * seconds_without_change(of))
    alive = survivors(of, mutants, jobs, patience)
    file = of.file.relative_to(ROOT)
    for one in alive:
        print(f"{file}:{one.line}: survives: {source.splitlines()[one.line - 1].strip()}")
        print(f"    {one.before}  →  {one.after}")
    killed = len(mutants) - len(alive)
    print(f"{file}: {killed} of {len(mutants)} killed ({_percent(killed, len(mutants))}), {count} places", flush=True)
    return killed, len(mutants)


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "nothing to change"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("modules", nargs="+", type=Path, metavar="MODULE.py")
    parser.add_argument("--sample", type=int, default=SAMPLE, help=f"changes tried in each module ({SAMPLE})")
    parser.add_argument("--seed", type=int, default=1, help="which changes are drawn (1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time (one a core)")
    parser.add_argument("--tests", nargs="+", type=Path, default=[], metavar="FILE", help="instead of the module’s own")
    options = parser.parse_args()
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    modules = [module(file, options.tests) for file in options.modules]
    for name in HEAVY:
        importlib.import_module(name)
    results = [judge(of, options.sample, options.seed, options.jobs) for of in modules]
    killed, tried = (sum(column) for column in zip(*results, strict=True))
    print(f"score: {killed} of {tried} killed ({_percent(killed, tried)})")


if __name__ == "__main__":
    main()
