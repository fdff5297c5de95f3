"""``python -m lint`` is ``copydesk``."""

from __future__ import annotations

from lint.cli import main

if __name__ == "__main__":
    main()
