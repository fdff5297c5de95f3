"""copydesk rules: lists the rules, explains one, or runs their examples."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import click

from lint.cli.exits import FOUND, OK
from lint.cli.page import say, say_all
from lint.config.load import load as load_config
from lint.config.settings import Config
from lint.config.tree import nearest
from lint.errors import CopydeskError
from lint.kinds import OPTIONS
from lint.packs.describe import as_data, explanation, listing, matching
from lint.packs.load import read_file, rules_of
from lint.packs.pack import pack_of, packs_in
from lint.packs.select import Catalogue, catalogue, select, unknown
from lint.reporters.printable import escaped, on_one_line
from lint.reporters.text import number
from lint.rule import Rule
from lint.rule_tests import prove, unused


@click.command(
    "rules",
    short_help="List the rules, explain one, or run their examples.",
    epilog="\b\nExamples:\n  copydesk rules\n  copydesk rules typos\n  copydesk rules typos.spelling\n"
    "  copydesk rules --search stationery\n  copydesk rules test\n  copydesk rules test rules/house",
)
@click.argument("arguments", nargs=-1, metavar="[PACK | ID]... | test [PATH]...")
@click.option("--search", metavar="WORD", help="Only rules with this word in their id, message, reason or examples.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for other programs.")
@click.option("--config", "config_file", type=click.Path(), metavar="FILE", help="Use this configuration file.")
def rules(arguments: tuple[str, ...], search: str | None, as_json: bool, config_file: str | None) -> int:
    """List all rules by pack, list the rules of a PACK, explain a rule (ID), or run the examples of rules (test).

    `test` takes folders and files of rules; without a PATH it runs the examples of all packs that the configuration
    names.
    """
    config = load_config(Path(config_file)) if config_file else nearest(Path.cwd())
    if arguments[:1] == ("test",):
        return _test(arguments[1:], config)
    known = catalogue(config, OPTIONS, whole=True)
    on = {r.id: r for r in select(known, config, OPTIONS)}
    chosen = _chosen(arguments, known)
    if search:
        chosen = matching(chosen, search)
        if not chosen and not as_json:
            raise CopydeskError(f"no rule holds ‘{search}’; try a shorter word")
    if as_json:
        click.echo(escaped(json.dumps(as_data(known.packs, chosen, on), ensure_ascii=False, indent=2)))
    else:
        say_all(_page(arguments, chosen, known, on))
    return OK


def _chosen(names: Sequence[str], known: Catalogue) -> list[Rule]:
    """The rules that are named, by id or by pack; all without a name."""
    for name in names:
        if name not in known.by_id and name not in known.by_name:
            raise CopydeskError(unknown(name, known))
    return [r for r in known.rules if not names or r.id in names or r.pack in names]


def _page(
    names: Sequence[str], chosen: Sequence[Rule], known: Catalogue, on: dict[str, Rule]
) -> Iterator[tuple[str, str]]:
    """The rules that are named by id in full, the others in a list: the head of each line, and the rest."""
    listed = [r for r in chosen if r.id not in names]
    if listed:
        for line in listing(known.packs, listed, on):
            yield ("", line) if line.startswith(" ") else (line, "")
    for rule in (r for r in chosen if r.id in names):
        yield rule.id, ""
        for line in explanation(on.get(rule.id, rule), rule.id in on):
            yield from (("", part) for part in line.split("\n"))


def _test(paths: Sequence[str], config: Config) -> int:
    """Runs the examples of the rules in folders and files, or of all that the configuration names."""
    found = _rules_in([Path(p) for p in paths]) if paths else list(catalogue(config, OPTIONS).rules)
    if not found:
        raise CopydeskError(f"there are no rules in {', '.join(paths)}; a pack is a folder of .yaml files")
    failed = 0
    for where, complaint in chain(prove(found, config), unused(found, config)):
        failed += 1
        say(on_one_line(f"{where}: {complaint}"))
    examples = sum(len(r.examples) for r in found)
    count = f"{number(len(found), 'rule')}, {number(examples, 'example')}"
    say(f"{count}: " + (f"{failed} failed" if failed else "all hold"))
    return FOUND if failed else OK


def _rules_in(paths: Sequence[Path]) -> list[Rule]:
    for path in paths:
        if not os.path.exists(path):
            raise CopydeskError(f"there is no folder {path}; name a folder of rules")
    found = [r for p in paths if os.path.isfile(p) for r in read_file(p, pack_of(p), OPTIONS)]
    return found + rules_of([pack for p in paths if os.path.isdir(p) for pack in packs_in(p)], OPTIONS)
