"""Entities of HTML: what a browser shows for ``&amp;``."""

from __future__ import annotations

import html
import re

from lint.document import REPLACEMENT

ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")


def unescaped(entity: str) -> str:
    """What a browser shows for ``&amp;`` or ``&#38;``: itself, where it is no entity."""
    try:
        return html.unescape(entity)
    except ValueError:  # a number of thousands of digits
        return REPLACEMENT
