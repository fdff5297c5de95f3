"""Makes rules and runs them, for tests of single kinds."""

from __future__ import annotations

from pathlib import Path

from lint.config.settings import Config
from lint.config.yaml import parse as parse_yaml
from lint.document import Document
from lint.errors import RuleError
from lint.finding import Failure, Match
from lint.formats import parse
from lint.kinds import OPTIONS, groups
from lint.packs.load import rule_from_yaml
from lint.packs.pack import Pack
from lint.rule import Rule

HEAD = "id: test\nwhy: because\nexamples: [{bad: '[[x]]', good: y}]\n"


def rule(body: str, message: str = "m", pack: str = "house") -> Rule:
    """A rule from the YAML of its own keys (kind and options)."""
    text = HEAD + f"message: {message!r}\n" + body
    return rule_from_yaml(parse_yaml(text, Path("test.yaml"), RuleError), Pack(pack), OPTIONS)


def run(rules: Rule | list[Rule], text: str, path: str = "t.md", config: Config | None = None) -> list[Match]:
    """What the rules (of one kind) find in a text."""
    rules = rules if isinstance(rules, list) else [rules]
    config = config or Config()
    document = parse(path, text, config.dialect)
    found = [f for g in groups(rules, config) for f in g.checker.check(g.view(document))]
    assert not [f for f in found if isinstance(f, Failure)]
    return [f for f in found if isinstance(f, Match)]


def texts(rules: Rule | list[Rule], text: str, path: str = "t.md", config: Config | None = None) -> list[str]:
    """The texts that the rules find."""
    document = document_of(text, path)
    return [m.span.of(document.prose) for m in run(rules, text, path, config)]


def fixes(rules: Rule | list[Rule], text: str, path: str = "t.md") -> list[str]:
    """The first suggestion of each finding."""
    return [m.suggestions[0] for m in run(rules, text, path)]


def document_of(text: str, path: str = "t.md") -> Document:
    return parse(path, text, "en-GB")
