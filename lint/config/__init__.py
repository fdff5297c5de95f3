"""What a newsroom has decided: the settings of a run, and the files they are read from.

``tree`` decides which folder's configuration holds for a file; ``load`` reads one with those that it extends, by
``reader``, key by key; ``settings`` is what comes out, with the overrides of ``paths``.
"""

from __future__ import annotations

from lint.config.settings import Config

__all__ = ["Config"]
