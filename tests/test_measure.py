from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from measure import branches, described, files, length, measure, measure_rules, percentile, slots

DENSE = """
def plain():
    return 1

async def nested(a):
    def inner(b):
        return [x for x in b if x] if a and b else None
    with a:
        return inner(a)

def loops(a):
    for x in a:
        while x:
            x -= 1
        else:
            pass
    try:
        a()
    except ValueError:
        if a:
            pass
        elif not a:
            pass
        else:
            pass
    except TypeError:
        pass
    else:
        pass
    finally:
        if a:
            pass

def cases(a):
    match a:
        case 1:
            pass
        case 2 | 3:
            if a:
                pass
        case _:
            pass

def all_cases(a):
    match a:
        case 1:
            pass
        case [_, b] if b:
            pass
"""


def project(root: Path, source: str, name: str = "paper/desk.py") -> Path:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    (root / "paper").mkdir(exist_ok=True)
    (root / "paper" / "__init__.py").write_text("")
    file.write_text(source)
    return root


def test_branches_are_counted_as_ruff_counts_them(tmp_path: Path) -> None:
    (file,) = files(project(tmp_path, DENSE, "tools/dense.py"), ["tools"])
    ruff = [str(Path(sys.executable).parent / "ruff"), "check", "--isolated", "--select", "C901"]
    ruff += ["--output-format", "json", "--config", "lint.mccabe.max-complexity=0", str(tmp_path)]
    done = subprocess.run(ruff, capture_output=True, text=True, check=False)
    theirs = dict(
        re.findall(r"`(.*?)` is too complex \((\d+) > 0", " ".join(d["message"] for d in json.loads(done.stdout)))
    )
    assert {n.name: str(branches(n)) for n in file.functions} == theirs


def test_a_function_has_the_lines_from_def_to_the_last(tmp_path: Path) -> None:
    (file,) = files(project(tmp_path, "@wrapped\ndef f(\n    a,\n):\n\n    return a\n", "tools/f.py"), ["tools"])
    assert [length(n) for n in file.functions] == [5]


def test_every_parameter_and_the_result_are_to_be_annotated(tmp_path: Path) -> None:
    source = "class A:\n    def f(self, a: int, /, b, *c: int, d: int = 1, **e) -> None: ...\n"
    (file,) = files(project(tmp_path, source, "tools/f.py"), ["tools"])
    assert sorted(slots(file.functions[0])) == [False, False, True, True, True, True]


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("x = 1", ["(the module)"]),
        ("'What.'\ndef f() -> None: ...", ["f"]),
        ("'What.'\ndef _f() -> None: ...", []),
        ("'What.'\nclass A:\n    def f(self) -> None: ...\n    def _g(self) -> None: ...", ["A", "A.f"]),
        ("'What.'\ndef f() -> None:\n    'What.'\n    def g() -> None: ...", []),
        (
            "'What.'\nfrom html.parser import HTMLParser\nclass A(HTMLParser):\n    'What.'\n"
            "    def handle_data(self, data: str) -> None: ...\n    def told(self) -> None: ...",
            ["A.told"],
        ),
        (
            "'What.'\nclass A:\n    'What.'\n    def f(self) -> None:\n        'What.'\n"
            "class B(A):\n    'What.'\n    def f(self) -> None: ...",
            [],
        ),
    ],
)
def test_a_public_name_without_a_docstring_is_named(source: str, missing: list[str], tmp_path: Path) -> None:
    broken = measure(project(tmp_path, source)).broken
    assert [b.partition(" ")[2] for b in broken] == [f"{name}: no docstring" for name in missing]


def test_what_breaks_a_limit_is_named(tmp_path: Path) -> None:
    branchy = "'What.'\ndef _f(a):\n" + "    if a: pass\n" * 12 + "\n" * 300
    assert [b.partition(" ")[2] for b in measure(project(tmp_path, branchy)).broken] == [
        "314 lines, more than 300",
        "_f: 13 branches, more than 12",
        "_f: not all annotated",
    ]
    long = "'What.'\ndef _f() -> None:\n" + "    pass\n" * 25
    assert measure(project(tmp_path, long)).broken == ["one function in ten has more than 25 lines"]


def test_a_percentile_is_one_of_the_numbers() -> None:
    assert percentile(list(range(1, 11)), 90) == 9
    assert percentile([7], 90) == 7


def test_the_figures_are_a_line_each(tmp_path: Path) -> None:
    told = list(described(measure(project(tmp_path, "'What.'\ndef f() -> None: ..."))))
    assert [line.partition(":")[0] for line in told] == [
        "functions", "functions with more than 10 branches", "files", "annotated",
    ]  # fmt: skip


def test_rules_are_measured_where_a_checkout_can(tmp_path: Path) -> None:
    assert measure_rules(tmp_path) == []
    (tmp_path / "tools").mkdir()
    figures = {"all": {"rules": 2, "patterns": 10, "long": 1, "look_arounds": 2, "unused": 0}}
    (tmp_path / "tools" / "measure_rules.py").write_text(f"print({json.dumps(json.dumps(figures))})\n")
    assert [b.partition(" (")[0] for b in measure_rules(tmp_path)] == [
        "rules: 1 patterns are longer than 120 characters",
        "rules: more than one pattern in 10 has a look-around",
    ]
