from __future__ import annotations

from collections.abc import Iterator

import pytest
from rules_of import document_of, rule

from lint.document import Document
from lint.engine import lint
from lint.finding import Failure, Match
from lint.span import Span

RULE = rule("kind: existence\ntokens: [x]")


class Finds:
    def __init__(self, *spans: Span, then: Exception | Failure | None = None) -> None:
        self.spans, self.then = spans, then

    def check(self, document: Document) -> Iterator[Match | Failure]:
        for span in self.spans:
            yield Match(RULE, span, "m", ("y",))
        if isinstance(self.then, Exception):
            raise self.then
        if self.then:
            yield self.then


def test_findings_are_sorted_and_told_once() -> None:
    report = lint(document_of("a **b** c"), [("one", Finds(Span(4, 5), Span(0, 1), Span(0, 1)))], [RULE])
    assert [f.text for f in report.findings] == ["a", "c"]
    assert report.words == 3


def test_a_checker_that_breaks_is_a_failure_and_what_it_found_stands() -> None:
    broken = Finds(Span(0, 1), then=ValueError("boom"))
    report = lint(document_of("a b c"), [("broken", broken), ("fine", Finds(Span(2, 3)))], [RULE])
    assert [f.text for f in report.findings] == ["a", "b"]
    assert [(f.who, f.message) for f in report.failures] == [("broken", "broke off: ValueError: boom")]
    assert not report.complete


def test_a_file_that_takes_too_long_is_a_failure() -> None:
    report = lint(document_of("a b c"), [("slow", Finds(Span(0, 1), Span(2, 3)))], [RULE], timeout=1e-9)
    assert report.failures[0].who == "slow"


@pytest.mark.parametrize(
    ("text", "span", "fixable"),
    [("a b", Span(0, 1), True), ("a &amp; b", Span(2, 3), False), ("“a b”", Span(1, 2), False)],
)
def test_only_text_as_it_stands_outside_quotations_is_fixable(text: str, span: Span, fixable: bool) -> None:
    (f,) = lint(document_of(text), [("x", Finds(span))], [RULE]).findings
    assert f.fixable is fixable


def test_equal_findings_have_different_fingerprints() -> None:
    report = lint(document_of("a b\n\na b"), [("x", Finds(Span(0, 1), Span(5, 6)))], [RULE])
    assert len({f.fingerprint for f in report.findings}) == 2
