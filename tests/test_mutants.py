from __future__ import annotations

import ast

import pytest
from conftest import ROOT
from mutants import module
from mutations import mutant, places


def mutants(source: str) -> list[str]:
    """Every change of a module, as it is shown."""
    count = len(list(places(ast.parse(source))))
    return [f"{m.before} → {m.after}" for m in (mutant(source, "m.py", n) for n in range(count))]


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("LEAST = 3", ["3 → 4"]),
        ("SURE = True", ["True → False"]),
        ("ok = a < b", ["a < b → a <= b"]),
        ("ok = a and b", ["a and b → b", "a and b → a"]),
        ("ok = a or b or c", ["a or b or c → b or c", "a or b or c → a or c", "a or b or c → a or b"]),
        ("if a:\n    pass", ["if a → if not a"]),
        ("if not a:\n    pass", ["if not a → if a"]),
        ("ok = [x for x in y if x]", ["for x in y if x → for x in y if not x"]),
        ("def f():\n    return x", ["return x → return None"]),
        ("def f(x: Literal[1]) -> Literal[2]:\n    return None", []),
        ("n = a + b", ["a + b → a - b"]),
        ("class A(B, frozen=True):\n    'What 1 is.'", []),
    ],
)
def test_every_comparison_number_and_condition_is_changed(source: str, changes: list[str]) -> None:
    assert mutants(source) == changes


def test_a_mutant_is_a_module_that_runs() -> None:
    source = "LEAST = 3\ndef enough(n):\n    return n >= LEAST\n"
    answers: list[object] = []
    for number in range(3):
        names: dict[str, object] = {}
        exec(mutant(source, "m.py", number).code, names)
        enough = names["enough"]
        assert callable(enough)
        answers.append(enough(3))
    assert answers == [False, None, False]


def test_the_tests_of_a_module_bear_its_name_or_import_it() -> None:
    lexicon = module(ROOT / "lint" / "dictionary" / "lexicon.py", [])
    assert lexicon.name == "lint.dictionary.lexicon"
    assert ROOT / "tests" / "test_lexicon.py" in lexicon.tests
    with pytest.raises(SystemExit, match="name some with --tests"):
        module(ROOT / "lint" / "nothing_tests_this.py", [])
