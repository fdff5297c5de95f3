"""copydesk: a copy-edit linter for newsrooms.

linter = copydesk.load(".copydesk.yaml")
report = linter.check_text("Further hsotage talks are due.", path="draft.md")
"""

from __future__ import annotations

__version__ = "0.1.0"

from lint.config.settings import Config
from lint.document import Document
from lint.engine import lint
from lint.errors import ConfigError, CopydeskError, RuleError
from lint.finding import Failure, Finding, Report
from lint.linter import Linter, load
from lint.rule import Rule, Severity

__all__ = [
    "Config",
    "ConfigError",
    "CopydeskError",
    "Document",
    "Failure",
    "Finding",
    "Linter",
    "Report",
    "Rule",
    "RuleError",
    "Severity",
    "__version__",
    "lint",
    "load",
]
