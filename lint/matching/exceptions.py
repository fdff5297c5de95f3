"""What a rule leaves alone: words and phrases that are right where the rule finds fault."""

from __future__ import annotations

from lint.matching.patterns import Line, any_of
from lint.rule import Rule
from lint.span import Span

NEAR = 80
"""So many code points on each side of a finding are searched for an exception."""


class Exceptions:
    """Words and phrases that a rule leaves alone: a finding that holds one, or lies inside one."""

    def __init__(self, rule: Rule, *, ignorecase: bool = True) -> None:
        lines = [Line(e, rule.where_of("exceptions", i)) for i, e in enumerate(rule.options.exceptions)]
        self._pattern = any_of(rule, lines, ignorecase=ignorecase) if lines else None

    def excuse(self, text: str, span: Span) -> bool:
        """Whether the stretch ``span`` of a block's text is excused."""
        if self._pattern is None:
            return False
        near = self._pattern.find(text, max(0, span.start - NEAR), min(len(text), span.end + NEAR), overlapped=True)
        return any(Span(*m.span()).contains(span) or span.contains(Span(*m.span())) for m in near)
