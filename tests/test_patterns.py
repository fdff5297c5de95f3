"""Patterns of rules: one door, and every complaint names the line and what to write."""

from __future__ import annotations

import ast
import time
from pathlib import Path

import pytest
from conftest import ROOT
from rules_of import rule, run, texts

from lint.config.load import loads
from lint.config.settings import Config
from lint.errors import RuleError
from lint.finding import Failure
from lint.formats import parse
from lint.kinds import KINDS, OPTIONS
from lint.packs.select import catalogue, select
from lint.rule import Rule

BODIES = {
    "tokens": "kind: existence\ntokens:\n- fine\n- 'suicide('",
    "raw": "kind: existence\nraw:\n- 'suicide('",
    "starts": "kind: existence\nstarts:\n- 'suicide('",
    "exceptions": "kind: existence\ntokens: [x]\nexceptions:\n- 'suicide('",
    "swap": "kind: substitution\nswap:\n  a: b\n  'suicide(': c",
    "wrong": "kind: substitution\nswaps:\n- {wrong: a, right: b}\n- {wrong: 'suicide(', right: c}",
    "before": "kind: substitution\nswaps:\n- wrong: a\n  right: b\n  before:\n  - x\n  - 'suicide('",
    "token": "kind: occurrence\nmax: 1\ntoken: 'suicide('",
    "first": "kind: conditional\nsecond: a\nfirst: 'suicide('",
    "second": "kind: conditional\nfirst: a\nsecond: 'suicide('",
    "repeated": "kind: repetition\ntokens:\n- 'suicide('",
    "when": "kind: required\ntext: Ring us.\nwhen: 'suicide('",
    "prefix": "kind: capitalization\nmatch: $title\nprefix: 'suicide('",
    "match": "kind: capitalization\nmatch: 'suicide('",
    "styles": "kind: consistency\nstyles:\n  one: a\n  two: 'suicide('",
    "either": "kind: consistency\neither:\n  a: b\n  'suicide(': c",
    "any": "kind: boilerplate\nany:\n- fine\n- 'suicide('",
    "whole": "kind: boilerplate\nwhole:\n- 'suicide('",
    "unless": "kind: boilerplate\nany: [x]\nunless:\n- 'suicide('",
}


def made(r: Rule) -> object:
    return KINDS[r.kind].checker([r], Config())


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_complaint_names_the_line_of_the_pattern_and_quotes_it(body: str) -> None:
    r = rule(body)
    last = 4 + len(body.splitlines())
    with pytest.raises(RuleError, match=rf"test\.yaml:{last}: ‘suicide\(’ is not a valid pattern: .* at its end"):
        made(r)


def test_the_place_in_the_pattern_is_that_of_what_was_written() -> None:
    for body in ("kind: existence\ntokens: ['ab)c']", "kind: boilerplate\nwhole: ['ab)c']"):
        with pytest.raises(RuleError, match="‘ab\\)c’ is not a valid pattern: .* at character 3; put a backslash"):
            made(rule(body))


def test_patterns_that_are_whole_only_together_are_refused() -> None:
    with pytest.raises(RuleError, match="not a valid pattern"):
        made(rule("kind: existence\ntokens: ['a(', 'b)']"))


@pytest.mark.parametrize(
    "pattern", ["a{10000000}", "(?:(?:a{300}){300}){300}", r"\p{Lu}{9000}(?:b{900}){900}", "a{,999999}"]
)
@pytest.mark.parametrize("body", ["kind: existence\ntokens: ['%s']", "kind: required\ntext: x\nwhen: '%s'"])
def test_a_pattern_that_grows_is_refused_at_once(pattern: str, body: str) -> None:
    started = time.monotonic()
    with pytest.raises(RuleError, match="test.yaml:[67]: .*too large: its counted repeats come to [0-9,]+ steps"):
        made(rule(body % pattern))
    assert time.monotonic() - started < 0.5


def test_a_pattern_without_end_is_stopped_and_named_by_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.matching.patterns.TIMEOUT", 0.1)
    r = rule("kind: required\ntext: Ring us.\nwhen: '(a+)+$'")
    found = list(KINDS["required"].checker([r], Config()).check(parse("t.md", "a" * 28 + "!", "en-GB")))
    assert not [f for f in found if not isinstance(f, Failure)]
    r = rule("kind: existence\ntokens:\n- x\n- '(?:a|a)+b'")
    (failure,) = KINDS["existence"].checker([r], Config()).check(parse("t.md", "a" * 40 + "!", "en-GB"))
    assert isinstance(failure, Failure)
    assert "longer than 0.1 s" in failure.message


def test_a_group_that_is_not_there_is_refused() -> None:
    for right in ("$1", "b|$1"):
        with pytest.raises(RuleError, match=r"test.yaml:7: ‘\$1’ names group \$1, but the pattern has no group"):
            made(rule(f"kind: substitution\nswap:\n  a: {right}"))
    with pytest.raises(RuleError, match="the pattern has one group"):
        made(rule("kind: existence\ntokens: [(a)]\nreplace: $2"))
    with pytest.raises(RuleError, match="the pattern has 2 groups"):
        made(rule("kind: substitution\nswaps: [{wrong: (a) (b), right: $3}]"))


def test_a_group_is_written_with_a_dollar() -> None:
    for body in (
        "kind: existence\ntokens: [(a)]\nreplace: '\\1'",
        "kind: substitution\nswap: {(a): '\\1'}",
        "kind: substitution\nswaps: [{wrong: (a), right: '\\g<1>'}]",
    ):
        with pytest.raises(RuleError, match=r"write \$1, not"):
            made(rule(body))


def test_a_dollar_sign_is_written_twice() -> None:
    assert run(rule("kind: substitution\nswap: {5 dollars: $$5}"), "5 dollars")[0].suggestions == ("$5",)


@pytest.mark.parametrize(("tokens", "line"), [("b, 'a{3,{suggestion}}'", 7), ("'(?x)a#b', c", 6)])
def test_what_the_compiler_alone_finds_out_is_refused_at_once_too(tokens: str, line: int) -> None:
    body = "kind: existence\ntokens: [" + tokens.replace(", ", ",\n ") + "]"
    with pytest.raises(RuleError, match=rf"test\.yaml:{line}: the pattern can't be used: "):
        made(rule(body))


def test_patterns_that_are_too_large_together_are_refused() -> None:
    def made_of(count: int) -> Rule:
        return rule(f"kind: existence\ntokens:\n- {'x' * 40_000}\n" + f"- {'y' * 40_000}\n" * count)

    made(made_of(3))
    with pytest.raises(
        RuleError, match=r"test\.yaml:7: these patterns come to 200,0\d\d characters, and 200,000 are allowed"
    ):
        made(made_of(4))


def test_the_group_of_another_line_is_not_borrowed() -> None:
    with pytest.raises(RuleError, match="give the group in"):
        made(rule("kind: existence\ntokens: ['(a) b', '(\\w+) \\1']"))


def test_what_only_the_regex_module_understands_works() -> None:
    assert texts(rule("kind: existence\ntokens: ['\\p{Lu}{3}']\nignorecase: false"), "A NHS trust") == ["NHS"]


def test_a_pattern_from_the_configuration_is_named_by_its_line_there(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "r.yaml").write_text(
        "- id: x\n  kind: existence\n  tokens: [a]\n  exceptions: [b]\n  message: m\n  why: so it is\n"
        "  examples: [{bad: '[[a]]'}, {ok: c}]\n"
    )
    config = loads("packs: [./house]\nrules:\n  house.x:\n    exceptions:\n    - c\n    - 'd('\n", tmp_path)
    (chosen,) = select(catalogue(config, OPTIONS), config, OPTIONS)
    with pytest.raises(RuleError, match=r"\.copydesk\.yaml:6: ‘d\(’"):
        made(chosen)


def test_no_kind_compiles_what_a_rule_says_by_itself() -> None:
    found = [f"{file.name}:{line}" for file in (ROOT / "lint" / "kinds").glob("*.py") for line in compiled_in(file)]
    assert found == []


def test_the_test_above_can_fail(tmp_path: Path) -> None:
    file = tmp_path / "kind.py"
    file.write_text(
        "def f(rule):\n    o = rule.options\n    words = '|'.join(o.names)\n    return re.compile(rf'({words})')\n"
    )
    assert list(compiled_in(file)) == [4]


def compiled_in(file: Path) -> list[int]:
    """The lines of a module on which something that comes from a rule's options is given to ``re`` or ``regex``."""
    lines = []
    functions = [f for f in ast.walk(ast.parse(file.read_text())) if isinstance(f, ast.FunctionDef)]
    for function in functions:
        tainted = {"o"}
        for _ in range(3):
            tainted |= {name for node in ast.walk(function) for name in _assigned(node, tainted)}
        calls = [c for c in ast.walk(function) if isinstance(c, ast.Call) and _is_regex(c.func)]
        lines += [c.lineno for c in calls if any(_from_options(a, tainted) for a in c.args[:1])]
    return lines


def _is_regex(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id in ("re", "regex")
        and function.attr != "escape"
    )


def _from_options(node: ast.AST, tainted: set[str]) -> bool:
    return any(
        (isinstance(n, ast.Attribute) and n.attr == "options") or (isinstance(n, ast.Name) and n.id in tainted)
        for n in ast.walk(node)
    )


def _assigned(node: ast.AST, tainted: set[str]) -> set[str]:
    """The names that an assignment, or a loop, gives something that comes from options."""
    match node:
        case ast.Assign(targets=targets, value=value):
            pass
        case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
            targets = [target]
        case _:
            return set()
    names = {n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name)}
    return names if _from_options(value, tainted) else set()
