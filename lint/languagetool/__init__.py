"""LanguageTool: in this process, on this machine, or on a server; all keep one contract (``backend.Backend``)."""

from __future__ import annotations

from lint.config.settings import LanguageTool
from lint.languagetool.backend import Backend, Wanted
from lint.languagetool.embedded import Embedded


def connect(settings: LanguageTool, language: str, wanted: Wanted, *, allowed: bool = False) -> Backend:
    """The backend that ``settings`` names; nothing is loaded or started before its first text.

    ``allowed``: the person who runs copydesk named the address, so that it may have the account.
    Raises CopydeskError, with what to do, where the language cannot be had in this process.
    """
    match settings.backend:
        case "auto" | "embedded":
            return Embedded(language, wanted)
        case "local":
            from lint.languagetool.local import Local

            return Local(language, wanted, settings)
        case url:
            from lint.languagetool.remote import Remote

            return Remote(url, language, wanted, settings.timeout, settings.user_agent, allowed=allowed)
