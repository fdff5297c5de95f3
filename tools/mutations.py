"""The small changes that tools/mutants.py makes in a module: comparisons, numbers, conditions, results."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import CodeType
from typing import TypeVar

T = TypeVar("T")
OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip


_LEFT_ALONE = ("annotation", "returns", "decorator_list", "keywords")
"""Parts of a statement that say what something is, not what it does; ``keywords`` are those of a class."""
Change = Callable[[], None]
"""Makes a change in the tree it was found in."""


def places(tree: ast.Module) -> Iterator[tuple[ast.AST, Change]]:
    """Every change that can be made in ``tree``, with the node it is made in, in the order of the source."""
    for statement in _statements(tree):
        for node in _own_nodes(statement):
            for change in _changes(node):
                yield node, change


def _statements(tree: ast.Module) -> list[ast.stmt]:
    found = [n for n in ast.walk(tree) if isinstance(n, ast.stmt) and not isinstance(n, (ast.Import, ast.ImportFrom))]
    return sorted(found, key=lambda n: (n.lineno, n.col_offset))


def _own_nodes(statement: ast.stmt) -> Iterator[ast.AST]:
    """The statement and its expressions; no statement inside it, no annotation, no decorator, no docstring."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return
    yield statement
    queue = [child for name, child in _children(statement) if name not in _LEFT_ALONE]
    while queue:
        node = queue.pop(0)
        if isinstance(node, (ast.stmt, ast.ExceptHandler, ast.match_case)):
            continue
        yield node
        queue += [child for name, child in _children(node) if name != "annotation"]


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield name, child


def _changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare():
            for i, operator in enumerate(node.ops):
                yield _set(node.ops, i, OPPOSITES[type(operator)]())
        case ast.Constant(value=bool(value)):
            yield _set_field(node, "value", not value)
        case ast.Constant(value=int(number) | float(number)):
            yield _set_field(node, "value", number + 1 if isinstance(number, int) else number * 1.25 + 0.1)
        case ast.BoolOp():
            for i in range(len(node.values)):
                yield _drop(node.values, i)
        case ast.If() | ast.IfExp() | ast.While():
            yield _set_field(node, "test", _negated(node.test))
        case ast.comprehension():
            for i, condition in enumerate(node.ifs):
                yield _set(node.ifs, i, _negated(condition))
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield _set_field(node, "value", ast.Constant(None))
        case ast.BinOp(op=operator) | ast.AugAssign(op=operator) if type(operator) in OPERATORS:
            yield _set_field(node, "op", OPERATORS[type(operator)]())


def _negated(condition: ast.expr) -> ast.expr:
    if isinstance(condition, ast.UnaryOp) and isinstance(condition.op, ast.Not):
        return condition.operand
    return ast.UnaryOp(ast.Not(), condition)


def _set_field(node: ast.AST, name: str, value: object) -> Change:
    return lambda: setattr(node, name, value)


def _set(items: list[T], i: int, value: T) -> Change:
    return lambda: items.__setitem__(i, value)


def _drop(operands: list[ast.expr], i: int) -> Change:
    left = [one for j, one in enumerate(operands) if j != i]
    return lambda: operands.__setitem__(slice(None), left if len(left) > 1 else left * 2)  # ‘a or a’ is a


@dataclass(frozen=True)
class Mutant:
    """One change of a module: which of its places, the line, and the code there before and after."""

    number: int
    line: int
    before: str
    after: str
    code: CodeType = field(repr=False)


def mutant(source: str, file: str, number: int) -> Mutant:
    """The module with the ``number``-th of its changes made, compiled."""
    tree = ast.parse(source)
    node, change = next(p for i, p in enumerate(places(tree)) if i == number)
    before = _shown(node)
    change()
    ast.fix_missing_locations(tree)
    line = getattr(node, "lineno", 0) or node.target.lineno  # type: ignore[attr-defined]  # a comprehension has none
    return Mutant(number, line, before, _shown(node), compile(tree, file, "exec"))


def _shown(node: ast.AST) -> str:
    match node:
        case ast.If() | ast.While():
            return f"if {ast.unparse(node.test)}"
        case ast.BoolOp(values=[one, other]) if one is other:
            return ast.unparse(one)
        case ast.Compare() | ast.BoolOp() | ast.Constant() | ast.IfExp() | ast.comprehension():
            return ast.unparse(node).strip()
    return ast.unparse(node).partition("\n")[0]
