"""Measures a checkout against the limits of the house: lengths, branches, types, docstrings; then its rules.

    python tools/measure.py [ROOT] [--check]       with --check, exit code 1 when a limit is broken

Needs the standard library alone, and measures any Python project. Functions, branches and files are measured in the
packages and in tools/ and bench/, types in tests/ too, docstrings in the packages: there a name is public. The rules
are measured by tools/measure_rules.py of that checkout, where it has one.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LINES_OF_MOST = 25
"""Nine functions in ten have at most this many lines: they fit on the page with what surrounds them."""
BRANCHES = 12
"""No function has more; counted as ruff's C901 counts (McCabe), which pyproject.toml holds to the same number."""
MANY_BRANCHES = 10
"""A function with more is reported as dense; it breaks no limit."""
LINES_OF_FILE = 300
"""No file has more."""
PATTERN = 120
"""No pattern of a rule has more characters (tools/measure_rules.py counts those that have)."""
LOOK_AROUNDS = 0.1
"""At most this share of the patterns has a look-around written by hand."""
SCRIPTS = ("tools", "bench")
TESTS = "tests"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class File:
    """A Python file of the checkout; ``path`` is relative to its root."""

    path: Path
    source: str

    @property
    def lines(self) -> int:
        """Lines of the file, empty ones and comments too."""
        return len(self.source.splitlines())

    @cached_property
    def tree(self) -> ast.Module:
        """The file, parsed."""
        return ast.parse(self.source, str(self.path))

    @cached_property
    def functions(self) -> list[Function]:
        """Every function and method, nested ones too."""
        return [n for n in ast.walk(self.tree) if isinstance(n, Function)]


def files(root: Path, folders: list[str]) -> list[File]:
    """The Python files under ``folders`` of a checkout, in order."""
    found = sorted(p for folder in folders for p in (root / folder).rglob("*.py"))
    return [File(p.relative_to(root), p.read_text(encoding="utf-8")) for p in found]


def packages(root: Path) -> list[str]:
    """The import packages of a checkout: folders with an __init__.py, at its root or in src/."""
    found = [p.parent.relative_to(root) for p in (*root.glob("*/__init__.py"), *root.glob("src/*/__init__.py"))]
    return sorted(str(p) for p in found if p.name not in (*SCRIPTS, TESTS))


def length(function: Function) -> int:
    """Lines from ``def`` to the last one, decorators left out."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def branches(function: Function) -> int:
    """The paths through a function as McCabe and ruff count them: 1, and one more for each branch."""
    return 1 + _branches(function.body)


def _branches(body: list[ast.stmt]) -> int:
    return sum(_of_statement(statement) + sum(map(_branches, _bodies(statement))) for statement in body)


def _of_statement(statement: ast.stmt) -> int:
    match statement:
        case ast.If() | ast.For() | ast.AsyncFor() | ast.While() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return 1
        case ast.Try() | ast.TryStar():
            return len(statement.handlers) + bool(statement.orelse)
        case ast.Match():
            return len(statement.cases) - _catches_all(statement.cases[-1])
    return 0


def _catches_all(case: ast.match_case) -> bool:
    return case.guard is None and isinstance(case.pattern, ast.MatchAs) and case.pattern.pattern is None


def _bodies(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        yield getattr(statement, name, [])
    for name in ("handlers", "cases"):
        yield from (part.body for part in getattr(statement, name, []))


def slots(function: Function) -> Iterator[bool]:
    """For each parameter and for the result, whether it is annotated; self and cls need none."""
    a = function.args
    for i, arg in enumerate([*a.posonlyargs, *a.args]):
        if not (i == 0 and arg.arg in ("self", "cls")):
            yield arg.annotation is not None
    yield from (arg.annotation is not None for arg in [*a.kwonlyargs, a.vararg, a.kwarg] if arg)
    yield function.returns is not None


def undocumented(files: list[File]) -> Iterator[str]:
    """The public names that have no docstring, as path:line name; what overrides a documented method needs none."""
    classes = {n.name: n for f in files for n in ast.walk(f.tree) if isinstance(n, ast.ClassDef)}
    for file in files:
        if not ast.get_docstring(file.tree) and file.source.strip():
            yield f"{file.path}:1 (the module)"
        for node in file.tree.body:
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
                yield from _undocumented(file, node, node.name)
                if isinstance(node, ast.ClassDef):
                    for method in _own_methods(file.tree, node, classes):
                        yield from _undocumented(file, method, f"{node.name}.{method.name}")


def _undocumented(file: File, node: Function | ast.ClassDef, name: str) -> Iterator[str]:
    if not ast.get_docstring(node):
        yield f"{file.path}:{node.lineno} {name}"


def _own_methods(tree: ast.Module, cls: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> Iterator[Function]:
    """The public methods that a class adds to what its bases have, overloads and setters left out."""
    inherited = {name for base in cls.bases for name in _names_of(tree, ast.unparse(base), classes)}
    for node in cls.body:
        if isinstance(node, Function) and not node.name.startswith("_") and node.name not in inherited:
            decorators = {ast.unparse(d).rpartition(".")[2] for d in node.decorator_list}
            if not decorators & {"overload", "override", "setter", "deleter"}:
                yield node


def _names_of(tree: ast.Module, base: str, classes: dict[str, ast.ClassDef]) -> set[str]:
    """The documented methods of a base: of a class of the checkout, or of one of the standard library."""
    if base in classes:
        return {n.name for n in classes[base].body if isinstance(n, Function) and ast.get_docstring(n)}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in sys.stdlib_module_names:
            for alias in node.names:
                if (alias.asname or alias.name) == base:
                    return set(dir(getattr(importlib.import_module(str(node.module)), alias.name)))
    return set()


@dataclass(frozen=True)
class Figures:
    """What was measured, and the places that break a limit."""

    lines: list[int]
    branches: list[int]
    files: list[int]
    typed: float
    broken: list[str]


def measure(root: Path) -> Figures:
    """The figures of the checkout at ``root``."""
    own = files(root, packages(root))
    measured = own + files(root, list(SCRIPTS))
    functions = [(f, n) for f in measured for n in f.functions]
    lengths = [length(n) for _, n in functions]
    annotated = [(f, n, list(slots(n))) for f in measured + files(root, [TESTS]) for n in f.functions]
    all_slots = [one for *_, them in annotated for one in them]
    broken = [f"{f.path}: {f.lines} lines, more than {LINES_OF_FILE}" for f in measured if f.lines > LINES_OF_FILE]
    broken += [
        f"{f.path}:{n.lineno} {n.name}: {branches(n)} branches, more than {BRANCHES}"
        for f, n in functions
        if branches(n) > BRANCHES
    ]
    if lengths and percentile(lengths, 90) > LINES_OF_MOST:
        broken.append(f"one function in ten has more than {LINES_OF_MOST} lines")
    broken += [f"{f.path}:{n.lineno} {n.name}: not all annotated" for f, n, them in annotated if not all(them)]
    broken += [f"{name}: no docstring" for name in undocumented(own)]
    typed = sum(all_slots) / len(all_slots) if all_slots else 1.0
    return Figures(lengths, [branches(n) for _, n in functions], [f.lines for f in measured], typed, broken)


def percentile(numbers: list[int], percent: int) -> int:
    """The number that ``percent`` in a hundred do not exceed."""
    ordered = sorted(numbers)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def described(figures: Figures) -> Iterator[str]:
    """The figures, a line each."""
    dense = sum(b > MANY_BRANCHES for b in figures.branches)
    yield f"functions: {len(figures.lines)}; lines {_spread(figures.lines)}; branches {_spread(figures.branches)}"
    yield f"functions with more than {MANY_BRANCHES} branches: {dense} ({dense / max(1, len(figures.branches)):.1%})"
    yield f"files: {len(figures.files)}; lines {_spread(figures.files)}"
    yield f"annotated: {figures.typed:.1%} of parameters and results"


def _spread(numbers: list[int]) -> str:
    if not numbers:
        return "none"
    return f"median {statistics.median_low(numbers)}, 90th percentile {percentile(numbers, 90)}, most {max(numbers)}"


def measure_rules(root: Path) -> list[str]:
    """Prints the figures of the rules of a checkout that can measure them; what breaks a limit.

    Raises SystemExit when the rules can't be loaded.
    """
    script = root / "tools" / "measure_rules.py"
    if not script.exists():
        return []
    environment = os.environ | {"PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, script, "--json"], cwd=root, env=environment, stdout=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise SystemExit(f"{script} did not finish")
    of_all = json.loads(done.stdout)["all"]
    share = of_all["look_arounds"] / max(1, of_all["patterns"])
    print(f"rules: {of_all['rules']}; patterns {of_all['patterns']}, {share:.1%} of them with look-arounds", flush=True)
    limits = {
        f"{of_all['long']} patterns are longer than {PATTERN} characters": of_all["long"] > 0,
        f"{of_all['unused']} lines of rules are used by no example": of_all["unused"] > 0,
        f"more than one pattern in {1 / LOOK_AROUNDS:.0f} has a look-around": share > LOOK_AROUNDS,
    }
    return [f"rules: {says} (python tools/measure_rules.py)" for says, is_broken in limits.items() if is_broken]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).parent.parent, help="this checkout")
    parser.add_argument("--check", action="store_true", help="exit code 1 when a limit is broken")
    options = parser.parse_args()
    root = options.root.resolve()
    figures = measure(root)
    print(*described(figures), sep="\n", flush=True)
    broken = figures.broken + measure_rules(root)
    print(f"limits broken: {len(broken)}", *broken, sep="\n")
    sys.exit(1 if options.check and broken else 0)


if __name__ == "__main__":
    main()
