"""rules/**/*.yaml → Rules; every complaint names file, line and what to write instead."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from lint.config.settings import DEFAULT_PACKS, DIALECTS, LANGUAGES, Config, Setting, is_folder
from lint.config.yaml import Marked, read
from lint.errors import ConfigError, CopydeskError, RuleError, did_you_mean
from lint.rule import Category, Example, Rule, Safety, Severity

_REQUIRED = ("id", "kind", "message", "why", "examples")
_SHARED = (*_REQUIRED, "severity", "category", "url", "scope", "in_quotes", "safety", "language")
_CATEGORIES = {
    "typos": Category.SPELLING,
    "confusions": Category.CONFUSION,
    "capitals": Category.CAPITALS,
    "consistency": Category.CONSISTENCY,
    "boilerplate": Category.BOILERPLATE,
    "punctuation": Category.PUNCTUATION,
    "languagetool": Category.GRAMMAR,
}

Kinds = Mapping[str, type[Any]]
"""The name of each kind and its Options, a msgspec Struct."""


def builtin() -> Path:
    """The folder of copydesk's own packs: inside the package when installed, beside it in a checkout."""
    inside = Path(__file__).parents[1] / "_rules"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "rules"


def load(folders: Iterable[Path], kinds: Kinds) -> list[Rule]:
    """All rules of the packs in ``folders``; a pack is a folder of YAML files, named after the folder.

    Raises RuleError for a rule that can't be used, and for an id that stands twice.
    """
    rules: dict[str, Rule] = {}
    for folder in folders:
        for pack, file in _files(folder):
            for rule in read_file(file, pack, kinds):
                if rule.id in rules:
                    there = rules[rule.id].where
                    raise RuleError(f"the rule ‘{rule.id}’ stands already at {there}; give one another id", rule.where)
                rules[rule.id] = rule
    return list(rules.values())


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*.y*ml")):
        if file.suffix in (".yaml", ".yml") and file.is_file():
            relative = file.relative_to(folder)
            yield (relative.parts[0] if len(relative.parts) > 1 else folder.resolve().name), file


def read_file(file: Path, pack: str, kinds: Kinds) -> Iterator[Rule]:
    """The rules of one file: a list, or one rule by itself."""
    marks = read(file, RuleError)
    if marks.data is None:
        return
    if isinstance(marks.data, dict):
        yield _rule(marks, pack, kinds)
        return
    if not isinstance(marks.data, list):
        raise RuleError("a file of rules is a list; begin each rule with ‘- id: …’", marks.where())
    for i in range(len(marks.data)):
        yield _rule(marks.at(i), pack, kinds)


def _rule(marks: Marked, pack: str, kinds: Kinds) -> Rule:
    data = marks.data
    if not isinstance(data, dict):
        raise RuleError("a rule is ‘key: value’ lines; begin with ‘- id: …’", marks.where())
    for key in _REQUIRED:
        if not data.get(key):
            raise RuleError(f"the rule ‘{data.get('id', '?')}’ needs ‘{key}:’", marks.where())
    kind = str(data["kind"])
    if kind not in kinds:
        raise RuleError(f"there is no kind ‘{kind}’; {did_you_mean(kind, kinds)}", marks.where("kind"))
    for key in ("id", "message", "why", "url"):
        if key in data and not isinstance(data[key], str):
            raise RuleError(f"‘{key}’ must be text; put it in quotes", marks.where(key))
    options = {k: v for k, v in data.items() if k not in _SHARED}
    return Rule(
        id=f"{pack}.{data['id']}",
        kind=kind,
        message=data["message"].strip(),
        severity=_enum(Severity, data.get("severity", "warning"), marks, "severity"),
        category=_enum(Category, data.get("category", _CATEGORIES.get(pack, Category.STYLE)), marks, "category"),
        why=data["why"].strip(),
        url=data.get("url", ""),
        scopes=_scopes(data.get("scope", "text"), marks),
        in_quotes=_flag(data.get("in_quotes", True), marks, "in_quotes"),
        safety=_enum(Safety, data.get("safety", "unsafe"), marks, "safety"),
        examples=tuple(_examples(marks)),
        language=_language(marks, kind),
        options=decode(Marked(options, marks.file, marks.lines), kinds[kind], kind, RuleError),
        where=marks.where("id"),
    )


def _enum(type_: Any, value: object, marks: Marked, key: str) -> Any:
    try:
        return type_(value)
    except ValueError:
        names = [str(v) for v in type_]
        raise RuleError(f"‘{value}’ is no {key}; {did_you_mean(str(value), names)}", marks.where(key)) from None


def _language(marks: Marked, kind: str) -> str:
    """The rule's language: English where it says nothing and is of our own packs, or of the speller's kind."""
    english = kind == "spelling" or builtin() in marks.file.parents
    value = marks.data.get("language", "en" if english else "any")
    known = {"any", *DIALECTS, *LANGUAGES}
    known |= {name.partition("-")[0] for name in known}
    if value not in known:
        raise RuleError(f"‘{value}’ is no language; {did_you_mean(str(value), known)}", marks.where("language"))
    return str(value)


def _flag(value: object, marks: Marked, key: str) -> bool:
    if not isinstance(value, bool):
        raise RuleError(f"‘{key}’ must be true or false", marks.where(key))
    return value


def _scopes(value: object, marks: Marked) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not values or not all(isinstance(v, str) for v in values):
        raise RuleError("‘scope’ must be a scope or a list of scopes", marks.where("scope"))
    known = {"text", "headline", "heading", "paragraph", "list", "table", "quote", "caption", "alt", "frontmatter"}
    for v in values:
        for part in v.split("&"):
            name = part.strip().lstrip("~")
            if name.partition(".")[0] not in known:
                raise RuleError(f"there is no scope ‘{name}’; {did_you_mean(name, known)}", marks.where("scope"))
    return tuple(values)


def _examples(marks: Marked) -> Iterator[Example]:
    items = marks.data["examples"]
    if not isinstance(items, list):
        raise RuleError("‘examples’ must be a list", marks.where("examples"))
    bad = ok = False
    for i, item in enumerate(items):
        where = marks.where("examples", i)
        if not isinstance(item, dict) or set(item) not in ({"bad"}, {"bad", "good"}, {"ok"}):
            raise RuleError("an example is ‘bad:’ with or without ‘good:’, or ‘ok:’", where)
        if not all(isinstance(v, str) for v in item.values()):
            raise RuleError("an example must be text; put it in quotes", where)
        example = Example(item.get("bad"), item.get("good"), item.get("ok"), where)
        if example.bad is not None and not ("[[" in example.bad and "]]" in example.bad.partition("[[")[2]):
            raise RuleError("mark the fault in ‘bad’ with [[ and ]]", where)
        bad = bad or example.bad is not None
        ok = ok or example.ok is not None or example.good is not None
        yield example
    if not (bad and ok):
        raise RuleError("a rule needs at least one ‘bad’ example and one that is right (‘good’ or ‘ok’)", marks.where())


def decode(marks: Marked, options: type[Any], kind: str, error: type[CopydeskError]) -> Any:
    """A kind's Options from plain data; ``error`` is raised, with file and line, for a key or type that is wrong."""
    names = options.__struct_fields__
    for key in marks.data:
        if key not in names:
            known = (*names, *_SHARED) if error is RuleError else names
            raise error(f"the kind ‘{kind}’ has no ‘{key}’; {did_you_mean(str(key), known)}", marks.where(key))
    try:
        return msgspec.convert(marks.data, options, strict=True)
    except msgspec.ValidationError as e:
        message, _, path = str(e).partition(" - at `$")
        key = path.strip("`.").partition(".")[0].partition("[")[0]
        if message.startswith("Object missing required field"):
            raise error(f"the kind ‘{kind}’ needs ‘{message.split('`')[1]}:’", marks.where()) from e
        hint = "; put it in quotes: a colon with a space after it makes a new key" if "got `object`" in message else ""
        raise error(f"‘{key}’ can't be used: {message[0].lower()}{message[1:]}{hint}", marks.where(key)) from e
    except ValueError as e:  # an Options' own complaint
        raise error(str(e), marks.where()) from e


# ---- what the configuration makes of them ----------------------------------------------------------


def catalogue(config: Config, kinds: Kinds) -> list[Rule]:
    """Every rule there is: copydesk's own packs and those in the folders that the configuration names."""
    names: dict[str, tuple[object, ...]] = {name: ("packs", i) for i, name in enumerate(config.packs)}
    for override in config.paths:
        for i, name in enumerate(override.changes.get("packs", ())):
            names.setdefault(name, ("paths", override.globs[0], "packs", i))
    folders = [builtin()]
    for name, path in names.items():
        if is_folder(name):
            folder = config.root / name
            if not folder.is_dir():
                raise ConfigError(f"there is no folder {folder}; name a folder of rules", config.where(*path))
            folders.append(folder)
    return load(folders, kinds)


def select(rules: Iterable[Rule], config: Config, kinds: Kinds) -> list[Rule]:
    """The rules that are on, each with the severity and options that the configuration gives it.

    Raises ConfigError for a pack or rule id that does not exist.
    """
    rules = list(rules)
    by_id = {r.id: r for r in rules}
    packs = {r.pack for r in rules}
    chosen_packs = set(_chosen(rules, packs, config))
    for name in config.rules:
        if name not in by_id and name not in packs:
            raise ConfigError(f"there is no rule ‘{name}’; {did_you_mean(name, by_id)}", config.where("rules", name))
    for name in config.only:
        if name not in by_id:
            raise ConfigError(f"there is no rule ‘{name}’; {did_you_mean(name, by_id)}")
    chosen = []
    for rule in rules:
        setting = _setting(rule, config)
        if config.only:
            if rule.id not in config.only:
                continue
        elif setting.level == "off" or (rule.pack not in chosen_packs and setting.level is None):
            continue
        chosen.append(_with(rule, setting, kinds))
    return chosen


def _chosen(rules: list[Rule], packs: set[str], config: Config) -> Iterator[str]:
    for i, name in enumerate(config.packs):
        if name == "default":
            yield from DEFAULT_PACKS
        elif is_folder(name):
            folder = (config.root / name).resolve()
            yield from {r.pack for r in rules if folder in r.where.file.resolve().parents}
        elif name in packs:
            yield name
        else:
            is_there = (config.root / name).is_dir()
            hint = f"a folder is written ./{name}" if is_there else did_you_mean(name, packs | {"default"})
            raise ConfigError(f"there is no pack ‘{name}’; {hint}", config.where("packs", i))


def _setting(rule: Rule, config: Config) -> Setting:
    """The rule's own setting, or else its pack's."""
    whole = config.rules.get(rule.pack, Setting())
    own = config.rules.get(rule.id, Setting())
    return Setting(own.level or whole.level, own.options)


def _with(rule: Rule, setting: Setting, kinds: Kinds) -> Rule:
    if setting.options:
        both = {**msgspec.to_builtins(rule.options), **setting.options.data}
        marks = Marked(both, setting.options.file, setting.options.lines)
        rule = dataclasses.replace(rule, options=decode(marks, kinds[rule.kind], rule.kind, ConfigError))
    if setting.level and setting.level != "off":
        rule = dataclasses.replace(rule, severity=Severity(setting.level))
    return rule
