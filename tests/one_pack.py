"""The command with the pack ‘punctuation’ alone: a process of it is there in half the time. For tests of what has to do
with files and streams and not with rules; ``one_pack`` in conftest is the same for the command in the tests' process."""

from __future__ import annotations

from lint.cli import main
from lint.packs import select
from lint.packs.pack import Pack, builtin_packs


def punctuation() -> list[Pack]:
    """The pack."""
    return [pack for pack in builtin_packs() if pack.name == "punctuation"]


if __name__ == "__main__":
    vars(select)["builtin_packs"] = punctuation
    main()
