"""Files of rules → Rules; every complaint names file, line and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lint.config.yaml import Marked, read
from lint.errors import RuleError, did_you_mean
from lint.packs.examples import examples
from lint.packs.pack import ID, Pack, language, packs_in, slug, unique
from lint.packs.schema import decode
from lint.packs.word_lists import is_lists, lists_for
from lint.rule import RAW, Category, Origin, Rule, Safety, Severity

_REQUIRED = ("id", "kind", "message", "why")
_SHARED = (*_REQUIRED, "examples", "severity", "category", "url", "scope", "in_quotes", "safety", "language")
_TEXTS = ("id", "kind", "message", "why", "url")
_FILLED = ("match", "suggestion")
"""What every message may hold in braces; a kind's Options name what it adds."""
_OF_VALE = {"extends": "kind", "level": "severity", "link": "url"}
"""Keys of a rule of Vale, and how they are called here."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")

Kinds = Mapping[str, type[Any]]
"""The name of each kind and its Options, a msgspec Struct."""


def load(folders: Iterable[Path], kinds: Kinds) -> list[Rule]:
    """All rules of the packs in ``folders``.

    Raises RuleError for a rule or a pack that can't be used, and for an id or a name of a pack that is there twice.
    """
    return rules_of([pack for folder in folders for pack in packs_in(folder)], kinds)


def rules_of(packs: Iterable[Pack], kinds: Kinds) -> list[Rule]:
    """All rules of the packs; raises as ``load`` does."""
    rules: dict[str, Rule] = {}
    for pack in unique(list(packs)):
        try:
            _add(pack, rules, kinds)
        except RuleError as e:
            if pack.source and not pack.builtin:
                raise RuleError(f"{e} (from the package ‘{pack.source}’)") from e
            raise
    return list(rules.values())


def _add(pack: Pack, rules: dict[str, Rule], kinds: Kinds) -> None:
    """Adds the rules of a pack to those by id."""
    for rule in _rules_in(pack, kinds):
        other = rules.setdefault(rule.id, rule)
        if other is not rule:
            says = f"there is a rule ‘{rule.id}’ already, at {other.where}; rename this one"
            raise RuleError(says, rule.where)


_OURS: dict[Pack, tuple[Rule, ...]] = {}
"""The rules of copydesk's own packs: nobody edits them while it runs, so a process reads them once."""


def _rules_in(pack: Pack, kinds: Kinds) -> tuple[Rule, ...]:
    known = _OURS.get(pack)
    if known is None:
        known = tuple(rule for file in pack.files for rule in read_file(file, pack, kinds))
        if pack.builtin:
            _OURS[pack] = known
    return known


def read_file(file: Path, pack: Pack, kinds: Kinds) -> Iterator[Rule]:
    """The rules of one file: a list, or one rule by itself."""
    marks = read(file, RuleError)
    if marks.data is None:
        return
    lists = lists_for(marks, pack)
    if isinstance(marks.data, dict):
        yield rule_from_yaml(marks, pack, kinds, lists)
        return
    if not isinstance(marks.data, list):
        raise RuleError("a file of rules is a list; begin each rule with ‘- id: …’", marks.where())
    for item in marks.items():
        if not is_lists(item.data):
            yield rule_from_yaml(item, pack, kinds, lists)


def rule_from_yaml(marks: Marked, pack: Pack, kinds: Kinds, lists: Mapping[str, str] | None = None) -> Rule:
    """The rule that is a mapping in YAML; raises RuleError for what can't be used."""
    data = marks.data
    if not isinstance(data, dict):
        raise RuleError("a rule is ‘key: value’ lines; begin with ‘- id: …’", marks.where())
    _check_keys(marks, kinds)
    kind = data["kind"]
    options: type[Any] = kinds[kind]
    _check_id(marks, pack)
    _check_messages(marks, kind, options)
    own = {k: v for k, v in data.items() if k not in _SHARED}
    usual = pack.language if pack.language != "any" else options.LANGUAGE
    decoded = decode(Marked(own, marks.file, marks.lines), options, f"the kind ‘{kind}’", RuleError, _SHARED)
    return Rule(
        id=f"{pack.name}.{data['id']}",
        kind=kind,
        message=data["message"].strip(),
        severity=_enum(Severity, data.get("severity", "warning"), marks, "severity"),
        category=_enum(Category, data.get("category", pack.category), marks, "category"),
        why=data["why"].strip(),
        url=data.get("url", ""),
        scopes=_scopes(data.get("scope", "text"), marks),
        in_quotes=_flag(data.get("in_quotes", True), marks, "in_quotes"),
        safety=_enum(Safety, data.get("safety", "unsafe"), marks, "safety"),
        examples=tuple(examples(marks, decoded)),
        language=language(data.get("language", usual), marks),
        rank=pack.rank,
        options=decoded,
        lists=lists or {},
        origins=(Origin(marks.file, marks.lines),),
        where=marks.where("id"),
    )


def _check_keys(marks: Marked, kinds: Kinds) -> None:
    """Raises RuleError for a rule of Vale, for keys that are missing and for text that is none."""
    data = marks.data
    if "extends" in data and "kind" not in data:
        raise RuleError(_of_vale(data), marks.where("extends"))
    name = f"the rule ‘{data['id']}’" if data.get("id") else "this rule"
    for key in _REQUIRED:
        if key not in data:
            raise RuleError(*_missing(key, name, marks, kinds))
        if data[key] in (None, "", []):
            raise RuleError(f"there is nothing after ‘{key}:’; {name} needs it", marks.where(key))
    for key in _TEXTS:
        value = data.get(key, "")
        if not isinstance(value, str):
            raise RuleError(f"‘{key}’ must be text; put quotation marks around it", marks.where(key))
        if found := _CONTROL.search(value):
            raise RuleError(f"‘{key}’ holds a control character (U+{ord(found[0]):04X}); take it out", marks.where(key))
    if data["kind"] not in kinds:
        raise RuleError(f"unknown kind ‘{data['kind']}’; {did_you_mean(data['kind'], kinds)}", marks.where("kind"))


def _missing(key: str, name: str, marks: Marked, kinds: Kinds) -> tuple[str, Any]:
    """The complaint that a key is missing, and where; at a key that is a slip for it, where there is one."""
    options = kinds.get(str(marks.data.get("kind")))
    known = {*_SHARED, *(options.__struct_fields__ if options else ())}
    for other in marks.data:
        if other not in known and did_you_mean(str(other), known) == f"did you mean ‘{key}’?":
            return f"there is no key ‘{other}’; did you mean ‘{key}’?", marks.where(other)
    return f"{name} needs ‘{key}:’", marks.where()


def _of_vale(data: Mapping[object, object]) -> str:
    renamed = [f"‘{new}:’ for ‘{old}:’" for old, new in _OF_VALE.items() if old in data]
    added = [f"‘{key}:’" for key in ("id", "why", "examples") if key not in data]
    added_too = f", and add {', '.join(added)}" if added else ""
    return f"this is a rule of Vale; write {', '.join(renamed)}{added_too}"


def _check_id(marks: Marked, pack: Pack) -> None:
    id_: str = marks.data["id"]
    if id_.startswith(f"{pack.name}."):
        short = slug(id_.removeprefix(f"{pack.name}."))
        raise RuleError(f"the name of the pack is put before the id by itself; write id: {short}", marks.where("id"))
    if not ID.fullmatch(id_):
        raise RuleError(f"an id holds a to z, digits and - alone; write id: {slug(id_)}", marks.where("id"))


def _check_messages(marks: Marked, kind: str, options: type[Any]) -> None:
    """Raises RuleError for a message with something in braces that the kind does not fill."""
    for key, more in options.PLACEHOLDERS.items():
        known = (*_FILLED, *more)
        for name in _PLACEHOLDER.findall(str(marks.data.get(key, ""))):
            if name not in known:
                offered = ", ".join(f"{{{k}}}" for k in known)
                says = f"the kind ‘{kind}’ does not fill {{{name}}} in ‘{key}:’; it fills {offered}"
                raise RuleError(says, marks.where(key))


def _enum(type_: Any, value: object, marks: Marked, key: str) -> Any:
    try:
        return type_(value)
    except ValueError:
        names = [str(v) for v in type_]
        raise RuleError(f"unknown {key} ‘{value}’; {did_you_mean(str(value), names)}", marks.where(key)) from None


def _flag(value: object, marks: Marked, key: str) -> bool:
    if not isinstance(value, bool):
        raise RuleError(f"‘{key}’ is a switch; write true or false: {key}: false", marks.where(key))
    return value


def _scopes(value: object, marks: Marked) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not values or not all(isinstance(v, str) for v in values):
        raise RuleError("write a scope, or a list of them: scope: [paragraph, list]", marks.where("scope"))
    known = {"text", "headline", "heading", "paragraph", "list", "table", "quote", "caption", "alt", "frontmatter", RAW}
    for v in values:
        for part in v.split("&"):
            name = part.strip().lstrip("~")
            if name.partition(".")[0] not in known:
                raise RuleError(f"unknown scope ‘{name}’; {did_you_mean(name, known)}", marks.where("scope"))
            if name == RAW and values != [RAW]:
                raise RuleError("write ‘scope: raw’ alone: what is written has no other scopes", marks.where("scope"))
    return tuple(values)
