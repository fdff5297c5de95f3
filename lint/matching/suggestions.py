"""What a rule suggests, checked against the pattern whose groups it names."""

from __future__ import annotations

import re

from lint.errors import RuleError, Where
from lint.matching.patterns import Pattern
from lint.text.casing import GROUP


def check_suggestion(p: Pattern, template: str, where: Where) -> None:
    """Raises RuleError for a suggestion that names a group which the pattern does not have, or writes ``\\1``."""
    if wrong := re.search(r"\\(?:g<)?(\d)>?", template):
        raise RuleError(f"write ${wrong[1]}, not {wrong[0]}, for a group of the pattern", where)
    for m in GROUP.finditer(template):
        if m[1] != "$" and int(m[1]) > p.groups:
            has = ("no group", "one group")[p.groups] if p.groups < 2 else f"{p.groups} groups"
            message = f"‘{template}’ names group ${m[1]}, but the pattern has {has}; a dollar sign is written $$"
            raise RuleError(message, where)
