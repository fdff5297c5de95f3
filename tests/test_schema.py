from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
from msgspec import inspect

from lint.config.yaml import parse
from lint.errors import RuleError
from lint.kinds import OPTIONS
from lint.packs.schema import decode


class Entry(msgspec.Struct, forbid_unknown_fields=True):
    wrong: str
    right: str = ""


class Keys(msgspec.Struct, forbid_unknown_fields=True):
    tokens: list[str] = []
    swap: dict[str, str] = {}
    sets: list[list[str]] = []
    max: int | None = None
    margin: float = 0.0
    once: bool = True
    text: str = ""
    at: Literal["start", "end"] = "end"
    either: str | list[str] = ""
    entries: list[str | Entry] = []


def complaint(text: str, type_: Any = Keys) -> str:
    """What is said of the YAML, from its line on; nothing where it can be used."""
    try:
        decode(parse(text, Path("r.yaml"), RuleError), type_, "the kind ‘x’", RuleError)
    except RuleError as e:
        return str(e).removeprefix("r.yaml:")
    return ""


def test_what_is_right_is_decoded() -> None:
    text = "tokens: [a]\nswap: {a: b}\nmax: 3\nmargin: 1\nonce: false\neither: [a, b]\nentries: [a, {wrong: b}]"
    keys = decode(parse(text, Path("r.yaml"), RuleError), Keys, "the kind ‘x’", RuleError)
    assert (keys.tokens, keys.swap, keys.max, keys.margin, keys.once) == (["a"], {"a": "b"}, 3, 1.0, False)
    assert (keys.either, keys.entries) == (["a", "b"], ["a", Entry("b")])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tokens: foo", "1: write a list: tokens: [foo]"),
        ("tokens: 10", "1: write a list: tokens: ['10']"),
        ("tokens:", "1: there is nothing after ‘tokens:’; write a list: tokens: [one, another]"),
        (
            "tokens: {a: b}",
            "1: ‘tokens’ must be a list; begin each line below it with a dash, and quote what holds a colon",
        ),
        ("tokens:\n  - a\n  - 10", "3: put quotation marks around 10: '10'"),
        ("tokens:\n  - a\n  - true", "3: put quotation marks around true: 'true'"),
        ("tokens:\n  - (?: a) b", "2: put quotation marks around it: a colon with a space after it makes a new key"),
        ("tokens:\n  - a\n  - [b]", "3: ‘tokens’ takes one text, not a list"),
        ("tokens:\n  -", "2: there is nothing after ‘tokens:’; write it, or '' for no text"),
        ("swap: a", "1: write ‘key: value’ lines below ‘swap’, such as swap: {one: another}"),
        ("swap: [a]", "1: write ‘key: value’ lines below ‘swap’ without dashes"),
        ("swap:\n  10: ten", "2: put quotation marks around 10: '10'"),
        ("swap:\n  a: b\n  true: x", "3: put quotation marks around true: 'true'"),
        ("swap:\n  ten: 10", "2: put quotation marks around 10: '10'"),
        ("swap:\n  ten:", "2: there is nothing after ‘ten:’; write it, or '' for no text"),
        ("sets: [a]", "1: write a list: sets: [a]"),
        ("max: many", "1: ‘max’ must be a whole number, without quotation marks: max: 3"),
        ("max: true", "1: ‘max’ must be a whole number"),
        ("margin: '0.5'", "1: ‘margin’ must be a number, without quotation marks: margin: 0.5"),
        ("once: yes", "1: ‘once’ is a switch; write true or false: once: true"),
        ("at: ende", "1: ‘at’ can't be ‘ende’; did you mean ‘end’?"),
        ("at: true", "1: ‘at’ can't be ‘true’; write one of: end, start"),
        ("either: 3", "1: put quotation marks around 3: '3'"),
        ("either: [3]", "1: put quotation marks around 3: '3'"),
        (
            "entries:\n  - a\n  - wrong: a\n    rihgt: b",
            "4: an entry of ‘entries’ has no ‘rihgt’; did you mean ‘right’?",
        ),
        ("entries:\n  - a\n  - right: b", "3: an entry of ‘entries’ needs ‘wrong:’"),
        ("entries: [[a]]", "1: ‘entries’ takes one text, not a list"),
        ("tokns: [a]", "1: the kind ‘x’ has no ‘tokns’; did you mean ‘tokens’?"),
    ],
)
def test_a_complaint_names_the_line_and_says_what_to_write(text: str, says: str) -> None:
    assert complaint(text).startswith(says)


ENGINE_TALK = re.compile(r"\b(array|str|object|int|float|bool|null|NoneType|dict|Struct|Literal)\b|`|\$\.")
VALUES = ["word", "10", "0.5", "true", "null", "[word]", "[[word]]", "[10]", "[null]", "{a: b}", "{a: 10}", "{10: a}"]


def kinds_keys() -> Iterator[tuple[str, str]]:
    for kind, options in OPTIONS.items():
        yield from ((kind, name) for name in options.__struct_fields__)


@pytest.mark.parametrize(("kind", "key"), list(kinds_keys()))
def test_no_key_of_any_kind_speaks_of_the_engine(kind: str, key: str) -> None:
    """Whatever is written after a key: it can be used, or the complaint is of that key and in a reporter's words."""
    info = inspect.type_info(OPTIONS[kind])
    assert isinstance(info, inspect.StructType)
    needed = {f.name: "word" for f in info.fields if f.required and f.name != key}
    for field in info.fields:
        if isinstance(field.type, inspect.LiteralType):
            needed = {k: str(field.type.values[0]) if k == field.name else v for k, v in needed.items()}
        if field.name in needed and isinstance(field.type, inspect.ListType | inspect.DictType):
            needed[field.name] = "[word]" if isinstance(field.type, inspect.ListType) else "{a: b}"
    texts = ["".join(f"{k}: {v}\n" for k, v in {**needed, key: value}.items()) for value in VALUES]
    said = [says for text in texts if (says := complaint(text, OPTIONS[kind]))]
    assert said
    assert [s for s in said if not s.startswith(f"{len(needed) + 1}: ")] == []
    assert [s for s in said if ENGINE_TALK.search(s)] == []


def structs(info: inspect.Type | inspect.Field) -> Iterator[inspect.StructType]:
    """A type, and all that it is made of."""
    if isinstance(info, inspect.StructType):
        yield info
    inner = [getattr(info, name, None) for name in ("type", "item_type", "key_type", "value_type")]
    for part in (*inner, *getattr(info, "fields", ()), *getattr(info, "types", ())):
        if part is not None:
            yield from structs(part)


def test_no_kind_takes_a_key_that_it_does_not_have() -> None:
    known = [s for options in OPTIONS.values() for s in structs(inspect.type_info(options))]
    assert len(known) > len(OPTIONS)
    assert [s.cls for s in known if not s.forbid_unknown_fields] == []


def test_a_missing_key_is_named() -> None:
    assert complaint("{}", OPTIONS["required"]).startswith("1: the kind ‘x’ needs ‘")


def test_a_limit_that_a_kind_sets_itself_is_told_too() -> None:
    class Strict(msgspec.Struct):
        max: int = 0

        def __post_init__(self) -> None:
            if self.max > 9:
                raise ValueError("‘max’ is at most 9")

    assert complaint("max: 10", Strict) == "1: the kind ‘x’: ‘max’ is at most 9"
