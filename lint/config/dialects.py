"""Dialects and languages by the names that people give them: “british”, “en_US”, “german”."""

from __future__ import annotations

from difflib import get_close_matches

from lint.config.settings import DIALECTS, LANGUAGES

KNOWN = (*DIALECTS, *LANGUAGES)
_CALLED = {
    "en-GB": "uk en-uk gb great-britain britain british british-english english-uk english-gb",
    "en-US": "us usa en-usa america american american-english english-us",
    "en-AU": "au australia australian australian-english",
    "en-CA": "canada canadian canadian-english",
    "en-NZ": "nz new-zealand kiwi",
    "en-ZA": "za south-africa south-african",
    "de-DE": "german deutsch",
    "fr": "french français francais",
    "es": "spanish español espanol",
    "it": "italian italiano",
    "nl": "dutch nederlands",
    "pt": "portuguese português",
    "uk-UA": "ukrainian ua",
}
_BY_NAME = {name: code for code, names in _CALLED.items() for name in names.split()}
_BY_FOLDED = {code.lower(): code for code in KNOWN}


def meant(name: str) -> str | None:
    """The dialect or language that a wrong name most probably stands for; None where there is nothing to go by."""
    folded = "-".join(name.lower().replace("_", " ").replace("-", " ").split())
    folded = folded.partition(".")[0]  # en_GB.UTF-8, as a shell has it
    if code := _BY_FOLDED.get(folded) or _BY_NAME.get(folded):
        return code
    close = get_close_matches(name, KNOWN, n=1, cutoff=0.6)
    return close[0] if close else None


def complaint(name: object) -> str | None:
    """Why a name is no dialect, and what to write instead; None where it is one."""
    if name in KNOWN:
        return None
    code = meant(str(name))
    hint = f"did you mean ‘{code}’?" if code else f"write one of: {', '.join(DIALECTS)}, or a language: de-DE, fr …"
    return f"unknown dialect ‘{name}’; {hint}"
