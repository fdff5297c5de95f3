"""Settings: each file, with what it extends, is understood, or refused with its file and line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fuzz.pages import refused, said
from fuzz.rules import folder as pack
from lint.config.describe import described
from lint.config.load import NAME, load
from lint.config.settings import Config
from lint.errors import ConfigError, RuleError
from lint.kinds import OPTIONS, groups
from lint.packs.select import Catalogue, catalogue, select

BASE = b"\n# base.yaml\n"
"""Comes between a file and the one that it may extend."""


def config(data: bytes) -> None:
    """A .copydesk.yaml, and base.yaml beside it."""
    home = pack().parent
    own, _, base = data.partition(BASE)
    (home / NAME).write_bytes(own)
    (home / "base.yaml").write_bytes(base)
    (home / "words.txt").write_text("Barnea\n# a remark\nkeepie-uppie\n")
    (home / "names.csv").write_text("right,wrong,note\nAnn Lewis,Anne Lewis|An Lewis,the mayor\n")
    try:
        _use(load(home / NAME))
    except (ConfigError, RuleError) as e:
        refused(e)


def _use(settings: Config) -> None:
    """All that is done with settings: rules are chosen and made ready by them, for some files by other ones, files are
    left out, and they are explained."""
    story = pack().parent / "opinion" / "a.md"
    for chosen in ((), *((i,) for i in range(len(settings.paths)))):
        effective = settings.with_overrides(chosen)
        changed = [r for r in select(_catalogue(), effective, OPTIONS) if len(r.origins) > 1]
        for group in groups([r for r in changed if r.kind != "languagetool"], effective):
            assert group.checker
    settings.excludes(story)
    settings.overrides(story)
    for path in (None, story):
        said(*described(settings, path, Path.cwd()))


@cache
def _catalogue() -> Catalogue:
    return catalogue(Config(root=pack().parent, packs=("default", "./house")), OPTIONS)
