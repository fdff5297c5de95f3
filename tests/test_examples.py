from __future__ import annotations

from pathlib import Path

import pytest

from lint.config.settings import Config
from lint.config.yaml import parse
from lint.errors import RuleError
from lint.kinds import OPTIONS
from lint.packs.load import rule_from_yaml
from lint.packs.pack import Pack
from lint.rule import Rule
from lint.rule_tests import prove

HEAD = "id: t\nwhy: because\nmessage: m\n"


def made(body: str) -> Rule:
    return rule_from_yaml(parse(HEAD + body, Path("r.yaml"), RuleError), Pack("house"), OPTIONS)


def complaints(body: str) -> list[str]:
    return [f"{where.line}: {says}" for where, says in prove([made(body)], Config())]


def swaps(keys: str) -> str:
    return f"kind: substitution\nswaps:\n- {{wrong: advisor, right: adviser, {keys}}}"


def test_a_line_may_carry_its_proof() -> None:
    r = made(swaps("example: ['An [[advisor]] came.', 'The [[advisor]].'], ok: An adviser."))
    assert [(e.bad, e.ok, e.derived) for e in r.examples] == [
        ("An [[advisor]] came.", None, True),
        ("The [[advisor]].", None, True),
        (None, "An adviser.", False),
    ]
    assert list(prove([r], Config())) == []


def test_the_proof_of_a_line_is_tried() -> None:
    assert "6: house.t: finds nothing" in complaints(swaps("example: 'An [[adviser]] came.'"))[0]
    assert "should be right" in complaints(swaps("example: 'An [[advisor]] came.', ok: An advisor."))[0]
    assert "the example says “X”" in complaints(swaps("example: 'An [[advisor]] came.', good: X"))[0]


def test_what_is_suggested_must_be_right() -> None:
    body = "kind: substitution\nswaps:\n- {wrong: '(\\w+) advisor', right: advisor $1, example: 'An [[old advisor]] advisor.'}"
    assert "and finds a fault in that too" in complaints(body)[0]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (swaps("before: x"), "r.yaml:1: the rule ‘t’ needs ‘examples:’"),
        (swaps("example: An advisor."), "r.yaml:6: mark the fault in ‘example’"),
        (swaps("example: ['[[a]]', '[[b]]'], good: x"), "‘good:’ is one ‘example:’ put right"),
        (swaps("befor: x"), "r.yaml:6: an entry of ‘swaps’ has no ‘befor’; did you mean ‘before’"),
        ("kind: substitution\nswaps:\n- wrong: a", "r.yaml:6: an entry of ‘swaps’ needs ‘right:’"),
        (
            "kind: existence\ntokens:\n- a\n- {token: a, example: '[[a]]'}",
            "at least one ‘bad’ example and one that is right",
        ),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(body: str, says: str) -> None:
    with pytest.raises(RuleError, match=says):
        made(body)
