"""What a newsroom has decided: the settings of a run, and the files they are read from."""

from __future__ import annotations

from lint.config.settings import Config

__all__ = ["Config"]
