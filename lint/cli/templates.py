"""What ``copydesk init`` writes and prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lint.errors import CopydeskError
from lint.files.write import create

CONFIG = """\
# copydesk: https://github.com/copydesk/copydesk
# These settings hold for every file in this folder and below it.

# Dialect to check against: en-GB en-US en-AU en-CA en-NZ en-ZA
dialect: en-GB

# What is checked: "default" is copydesk's own profile; a path is a folder of rules of your own.
packs:
  - default
  - rules/house

# Words that are spelled right: a list, or the name of a file with one word a line.
words:
  - copydesk

# How much a rule or a whole pack matters: off, suggestion, warning or error. “copydesk rules” lists them.
rules:
  consistency.adviser: warning

# Not checked (patterns as in .gitignore).
exclude:
  - archive/

# The least severity that fails a run: error, warning, suggestion or never.
fail_on: warning

# Different settings for some files.
# paths:
#   "opinion/**":
#     rules:
#       confusions: suggestion
"""

RULE = """\
# A rule finds a fault, says why it is one, and proves it: “copydesk rules test rules/house” runs its examples.
- id: utilise
  kind: substitution
  swap:
    utilise(d|s)?: use$1
  message: Write ‘{suggestion}’, not ‘{match}’.
  why: The short word says the same.
  severity: warning
  in_quotes: false    # what people said is left as they said it; take this line out to check direct quotations too
  examples:
    - bad: The council will [[utilise]] the hall.
      good: The council will use the hall.
    - ok: “We will utilise the hall,” the mayor said.
"""

SNIPPETS = """
pre-commit (.pre-commit-config.yaml):

  repos:
    - repo: https://github.com/copydesk/copydesk
      rev: ''    # the newest tag: “pre-commit autoupdate” writes it
      hooks:
        - id: copydesk

GitHub Actions (.github/workflows/copydesk.yml):

  on: [push, pull_request]
  jobs:
    copydesk:
      runs-on: ubuntu-latest
      steps:
        - uses: actions/checkout@v4
        - uses: actions/setup-python@v5
          with: {python-version: "3.11"}
        - run: pip install copydesk
        - run: copydesk check --format github .

GitLab CI (.gitlab-ci.yml):

  copydesk:
    image: python:3.11
    script:
      - pip install copydesk
      - copydesk check .
"""


def write(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Writes the files that are not there yet; yields each path and whether it was written."""
    for name, text in ((".copydesk.yaml", CONFIG), ("rules/house/example.yaml", RULE)):
        path = folder / name
        try:
            yield path, create(path, text)
        except OSError as e:
            raise CopydeskError(f"{path} can't be written: {(e.strerror or str(e)).lower()}") from e
