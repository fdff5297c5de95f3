"""What a word is."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
"""A word: letters, with apostrophes inside it."""
