"""copydesk rules: lists the rules, explains one, or runs their examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from lint.cli.exits import FOUND, OK
from lint.config.load import load as load_config
from lint.config.settings import Config
from lint.config.tree import nearest
from lint.errors import CopydeskError, did_you_mean
from lint.kinds import OPTIONS
from lint.packs import load as packs
from lint.packs.describe import explanation, listing
from lint.rule_tests import prove


@click.command(
    "rules",
    epilog="\b\nExamples:\n  copydesk rules\n  copydesk rules typos.spelling\n"
    "  copydesk rules test\n  copydesk rules test rules/house",
)
@click.argument("arguments", nargs=-1, metavar="[ID | test [PATH]...]")
@click.option("--config", "config_file", type=click.Path(), metavar="FILE", help="Use this configuration.")
def rules(arguments: tuple[str, ...], config_file: str | None) -> int:
    """Lists all rules, explains one (ID), or runs the examples of rules (test).

    `test` takes folders of rules, each a pack; without a PATH it tries all packs that the configuration names.
    """
    config = load_config(Path(config_file)) if config_file else nearest(Path.cwd())
    if arguments[:1] == ("test",):
        return _test(arguments[1:], config)
    catalogue = packs.catalogue(config, OPTIONS)
    chosen = {r.id: r for r in packs.select(catalogue, config, OPTIONS)}
    if not arguments:
        for line in listing(catalogue, chosen):
            click.echo(line)
    by_id = {r.id: r for r in catalogue}
    for name in arguments:
        if name not in by_id:
            raise CopydeskError(f"there is no rule ‘{name}’; {did_you_mean(name, by_id)}")
        click.echo(click.style(name, bold=True))
        for line in explanation(chosen.get(name, by_id[name]), name in chosen):
            click.echo(line)
    return OK


def _test(paths: Sequence[str], config: Config) -> int:
    if paths:
        folders = [Path(p) for p in paths]
        for folder in folders:
            if not folder.exists():
                raise CopydeskError(f"there is no folder {folder}; name a folder of rules")
        found = [r for f in folders if f.is_file() for r in packs.read_file(f, f.resolve().parent.name, OPTIONS)]
        found += packs.load([f for f in folders if f.is_dir()], OPTIONS)
    else:
        found = packs.catalogue(config, OPTIONS)
    if not found:
        raise CopydeskError(f"there are no rules in {', '.join(paths)}; a pack is a folder of .yaml files")
    failed = 0
    for where, complaint in prove(found, config):
        failed += 1
        click.echo(f"{where}: {complaint}")
    examples = sum(len(r.examples) for r in found)
    click.echo(f"{len(found)} rules, {examples} examples: " + (f"{failed} failed" if failed else "all hold"))
    return FOUND if failed else OK
