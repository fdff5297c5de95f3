"""Files of rules: each loads, and then its rules run, or it is refused with its file and line."""

from __future__ import annotations

import atexit
import json
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import lint.matching.patterns
from fuzz.pages import harmless, refused, said, sound
from lint.config.settings import Config, LanguageTool
from lint.engine import RuleSet
from lint.engine import lint as check
from lint.errors import RuleError
from lint.formats import parse
from lint.kinds import OPTIONS, groups
from lint.packs.describe import as_data, explanation
from lint.packs.load import load
from lint.reporters.printable import escaped, on_one_line
from lint.rule import Rule
from lint.rule_tests import prove, unused

CONFIG = Config(languagetool=LanguageTool("off"))
STORY = """# Council Votes for the harbour Plan

The councillors met on on Monday, 12 March, and utilised the hall (“We will utilise it,” said Ann Lewis).

- The advisor, an adviser of old, said: sign up here!
- 5 km of road cost £3m, wrote @oldpaper. The BBC was there; the Office for Budget Responsibility was not.
"""
_LISTS = {"names.txt": "Ann Lewis\nBBC # a remark\n", "pairs.tsv": "adviser\tadvisor\n"}


def rules(data: bytes) -> None:
    """A file of rules, or (``# pack``) what a pack says of itself."""
    file = folder() / ("pack.yaml" if data.startswith(b"# pack") else "rules.yaml")
    file.write_bytes(data)
    lint.matching.patterns.TIMEOUT = 0.2
    try:
        _use(load([folder()], OPTIONS))
    except RuleError as e:
        refused(e)
    finally:
        file.unlink()


@cache
def folder() -> Path:
    """A pack with lists that rules may name, and with a rule."""
    home = Path(mkdtemp(prefix="copydesk-fuzz-"))
    atexit.register(shutil.rmtree, home)
    (made := home / "house").mkdir()
    for name, text in _LISTS.items():
        (made / name).write_text(text)
    (made / "base.yaml").write_text(
        "- id: base\n  kind: existence\n  tokens: [<vehicle>]\n  message: m\n  why: w\n"
        "  examples: [{bad: 'a [[car]]'}, {ok: a}]\n"
        "- lists: {vehicle: [car, lorry]}\n"
    )
    return made


def _use(found: Sequence[Rule]) -> None:
    """All that is done with rules: they check a story, their examples are run, and they are explained."""
    found = [r for r in found if r.kind != "languagetool"]
    document = parse("a.md", STORY, "en-GB")
    sound(check(document, RuleSet(groups(found, CONFIG), CONFIG), 60), STORY)
    for where, complaint in (*prove(found, CONFIG), *unused(found, CONFIG)):
        said(on_one_line(f"{where}: {complaint}"))
    for rule in found:
        said(*explanation(rule, True))
    harmless(escaped(json.dumps(as_data([], found, {}))))
