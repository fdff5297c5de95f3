"""How a suggestion is written: in the casing, with the groups and the apostrophes of what it replaces."""

from __future__ import annotations

import re
from typing import Any

from lint.text.quotations import straight


def cased(suggestion: str, found: str) -> str:
    """The suggestion in the casing of what it replaces: ADVISOR → ADVISER, Advisor → Adviser."""
    letters = [c for c in found if c.isalpha()]
    if found == "I":
        return suggestion  # which has its capital wherever it stands
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return suggestion.upper()
    if letters and letters[0].isupper() and suggestion[:1].islower():
        return suggestion[0].upper() + suggestion[1:]
    return suggestion


GROUP = re.compile(r"\$(\$|\d)")
"""``$1``: a group of what was found; ``$0``: all of it; ``$$``: a dollar sign."""


def fill(template: str, m: Any) -> str:
    """A suggestion with ``$1`` … replaced by the groups of a match."""
    return GROUP.sub(lambda g: "$" if g[1] == "$" else m.group(int(g[1])) or "", template)


def quoted_as(suggestion: str, curly: bool | None, found: str) -> str:
    """The suggestion with the apostrophes of what it replaces, or else of the story (``curly``; None: it has none).

    It is left as it is written where neither has any, where what it replaces has both, and where apostrophes alone
    differ: then it is about them.
    """
    if "'" in found or "’" in found:
        curly = None if "'" in found and "’" in found else "’" in found
    if curly:
        return suggestion.replace("'", "’")
    if curly is None or "‘" in suggestion or straight(suggestion) == straight(found):
        return suggestion
    return suggestion.replace("’", "'")
