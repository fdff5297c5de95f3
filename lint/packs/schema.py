"""Plain data from YAML → the type that is asked for; a complaint speaks of keys and lines and says what to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from lint.config.yaml import Marked
from lint.errors import CopydeskError, did_you_mean

_LISTS = (inspect.ListType, inspect.VarTupleType, inspect.SetType, inspect.FrozenSetType)
_MAPPINGS = (inspect.DictType, inspect.StructType)


class _Complaint(NamedTuple):
    """What is wrong, and at which key or item."""

    path: tuple[object, ...]
    says: str


def decode(marks: Marked, type_: Any, owner: str, error: type[CopydeskError], others: Sequence[str] = ()) -> Any:
    """``marks.data`` as a ``type_``, a msgspec Struct that refuses keys that it does not have.

    ``owner`` is what has these keys, as a message says it ("the kind ‘existence’", "pack.yaml"); ``others`` are keys
    that stand beside them, for "did you mean". ``error`` is raised, with file and line, for the first thing wrong.
    """
    try:
        return msgspec.convert(marks.data, type_, strict=True)
    except msgspec.ValidationError as e:
        info = _described(type_)
        for path, says in (*_keys(info, marks.data, (), owner, others), *_values(info, marks.data, ())):
            raise error(says, marks.where(*path)) from e
        limit = str(e).partition(" - at ")[0]  # that a kind sets itself
        raise error(f"{owner}: {limit}", marks.where()) from e


@cache
def _described(type_: Any) -> inspect.StructType:
    info = inspect.type_info(type_)
    assert isinstance(info, inspect.StructType)
    return info


def _keys(
    info: inspect.StructType, data: dict[Any, Any], path: tuple[object, ...], owner: str, others: Sequence[str] = ()
) -> Iterator[_Complaint]:
    """Keys that there are not, and keys that are needed."""
    names = [f.encode_name for f in info.fields]
    for key in data:
        if key not in names:
            yield _Complaint((*path, key), f"{owner} has no ‘{key}’; {did_you_mean(str(key), (*names, *others))}")
    for field in info.fields:
        if field.required and field.encode_name not in data:
            yield _Complaint(path, f"{owner} needs ‘{field.encode_name}:’")


def _values(info: inspect.StructType, data: dict[Any, Any], path: tuple[object, ...]) -> Iterator[_Complaint]:
    types = {f.encode_name: f.type for f in info.fields}
    for key, value in data.items():
        if key in types:
            yield from _wrong(types[key], value, (*path, key))


def _wrong(info: inspect.Type, value: object, path: tuple[object, ...]) -> Iterator[_Complaint]:
    """What is wrong with a value that should be of this type."""
    name = next((str(p) for p in reversed(path) if isinstance(p, str)), "")
    match info:
        case inspect.UnionType():
            yield from _wrong_for_all(info, value, path)
        case inspect.ListType() | inspect.VarTupleType() | inspect.SetType() | inspect.FrozenSetType():
            yield from _wrong_list(info.item_type, value, path, name)
        case inspect.DictType() | inspect.StructType():
            yield from _wrong_mapping(info, value, path, name)
        case inspect.LiteralType():
            yield from _wrong_choice(info, value, path, name)
        case _:
            if says := _wrong_scalar(info, value, name):
                yield _Complaint(path, says)


def _wrong_list(items: inspect.Type, value: object, path: tuple[object, ...], name: str) -> Iterator[_Complaint]:
    if not isinstance(value, list):
        yield _Complaint(path, _write_a_list(name, value))
        return
    for i, item in enumerate(value):
        yield from _wrong(items, item, (*path, i))


def _wrong_mapping(
    info: inspect.DictType | inspect.StructType, value: object, path: tuple[object, ...], name: str
) -> Iterator[_Complaint]:
    if not isinstance(value, dict):
        yield _Complaint(path, _write_a_mapping(name, value))
    elif isinstance(info, inspect.StructType):
        yield from _keys(info, value, path, f"an entry of ‘{name}’")
        yield from _values(info, value, path)
    else:
        yield from _pairs(info, value, path)


def _wrong_choice(
    info: inspect.LiteralType, value: object, path: tuple[object, ...], name: str
) -> Iterator[_Complaint]:
    if value not in info.values:
        wrong = f"‘{name}’ can't be ‘{_shown(value)}’" if value is not None else f"there is nothing after ‘{name}:’"
        yield _Complaint(path, f"{wrong}; {did_you_mean(str(value), [str(v) for v in info.values])}")


def _wrong_for_all(info: inspect.UnionType, value: object, path: tuple[object, ...]) -> Iterator[_Complaint]:
    """What is wrong by that one of several types which the value resembles most."""
    if value is None and info.includes_none:
        return
    types = [t for t in info.types if not isinstance(t, inspect.NoneType)]
    alike = [t for t in types if _shape(t) == _shape_of(value)]
    alike = alike or sorted(types, key=lambda t: _shape(t) is not object)[:1]  # a scalar is the shortest to write
    yield from min((list(_wrong(t, value, path)) for t in alike), key=len)


def _shape(info: inspect.Type) -> type:
    """Whether values of a type are lists, mappings (``dict``) or neither (``object``)."""
    return list if isinstance(info, _LISTS) else dict if isinstance(info, _MAPPINGS) else object


def _shape_of(value: object) -> type:
    return list if isinstance(value, list) else dict if isinstance(value, dict) else object


def _pairs(info: inspect.DictType, value: dict[Any, Any], path: tuple[object, ...]) -> Iterator[_Complaint]:
    for key, item in value.items():
        here = (*path, key)
        if isinstance(info.key_type, inspect.StrType) and not isinstance(key, str):
            yield _Complaint(here, _quote(key))
        yield from _wrong(info.value_type, item, here)


def _wrong_scalar(info: inspect.Type, value: object, name: str) -> str:
    match info:
        case inspect.StrType():
            return "" if isinstance(value, str) else _write_text(name, value)
        case inspect.BoolType():
            return "" if isinstance(value, bool) else f"‘{name}’ is a switch; write true or false: {name}: true"
        case inspect.IntType():
            whole = isinstance(value, int) and not isinstance(value, bool)
            return "" if whole else f"‘{name}’ must be a whole number, without quotation marks: {name}: 3"
        case inspect.FloatType():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            return "" if number else f"‘{name}’ must be a number, without quotation marks: {name}: 0.5"
    return ""


def _write_text(name: str, value: object) -> str:
    if value is None:
        return f"there is nothing after ‘{name}:’; write it, or '' for no text"
    if isinstance(value, dict):
        return "put quotation marks around it: a colon with a space after it makes a new key"
    if isinstance(value, list):
        return f"‘{name}’ takes one text, not a list; put quotation marks around it, or take the [brackets] out"
    return _quote(value)


def _quote(value: object) -> str:
    return f"put quotation marks around {_shown(value)}: '{_shown(value)}'"


def _write_a_list(name: str, value: object) -> str:
    if value is None:
        return f"there is nothing after ‘{name}:’; write a list: {name}: [one, another]"
    if isinstance(value, dict):
        return f"‘{name}’ must be a list; begin each line below it with a dash, and quote what holds a colon"
    item = value if isinstance(value, str) else f"'{_shown(value)}'"
    return f"write a list: {name}: [{item}]"


def _write_a_mapping(name: str, value: object) -> str:
    if value is None:
        return f"there is nothing after ‘{name}:’; write ‘key: value’ lines below it"
    dashes = " without dashes" if isinstance(value, list) else ""
    return f"write ‘key: value’ lines below ‘{name}’{dashes}, such as {name}: {{one: another}}"


def _shown(value: object) -> str:
    """A value as it stands in YAML."""
    if isinstance(value, bool):
        return str(value).lower()
    return "null" if value is None else str(value)
