"""LanguageTool: in this process, on this machine, or on a server; all keep one contract (``backend.Backend``)."""

from __future__ import annotations

from lint.config import LanguageTool
from lint.languagetool.backend import Backend, Wanted
from lint.languagetool.embedded import Embedded
from lint.languagetool.local import Local
from lint.languagetool.remote import Remote


def connect(settings: LanguageTool, language: str, wanted: Wanted) -> Backend:
    """The backend that ``settings`` names; nothing is loaded or started before its first text.

    Raises CopydeskError, with what to do, where the language cannot be had in this process.
    """
    match settings.backend:
        case "auto" | "embedded":
            return Embedded(language, wanted)
        case "local":
            return Local(language, wanted, settings)
        case url:
            return Remote(url, language, wanted, settings.timeout, settings.user_agent)
