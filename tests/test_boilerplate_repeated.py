from __future__ import annotations

import pytest
from rules_of import document_of, rule, run

import lint
from lint.config.settings import Config
from lint.finding import Excerpt, Finding, Note, Observation, Place
from lint.kinds import groups
from lint.kinds.boilerplate import InOtherFiles
from lint.rule import Category, Severity
from lint.span import Span


def test_a_paragraph_pasted_twice_is_told_at_its_second_place(linter: lint.Linter) -> None:
    line = "The council will meet again in June."
    story = "Residents of Mill Lane said that they would appeal."
    report = linter.check_text(f"{line}\n\nThe road is shut.\n\n{story}\n\nOver and over, {story}\n\n{line}\n", "a.md")
    assert [(f.rule, f.place.start, f.related[0].start) for f in report.shown()] == [
        ("boilerplate.repeated", (9, 1), (1, 1))
    ]


def test_paragraphs_that_differ_in_an_address_alone_are_not_the_same(linter: lint.Linter) -> None:
    text = "The council’s own page for it is http://example.com/{} now."
    assert not linter.check_text(f"{text.format(1)}\n\nThe road is shut.\n\n{text.format(2)}\n", "a.md").shown()


@pytest.mark.parametrize(("options", "count"), [("repeated: 4", 1), ("repeated: 5", 0), ("any: [x]", 0)])
def test_a_paragraph_of_so_many_words_may_stand_but_once(options: str, count: int) -> None:
    line = "The council met again."
    found = run(rule(f"kind: boilerplate\n{options}"), f"{line}\n\nIt ended.\n\n{line.upper()}")
    assert [(m.span.start, m.related, m.suggestions) for m in found] == [(35, (Span(0, 22),), ("",))] * count


def test_the_first_of_the_paragraphs_is_noted_for_the_other_files_where_these_are_compared() -> None:
    line = "The council met again."
    made = rule("kind: boilerplate\nrepeated: 4\nacross: Again in {count}.")
    document = document_of(f"{line}\n\nIt ended.\n\n{line}")
    for compared in (False, True):
        (group,) = groups([made], Config(repeated=compared))
        noted = [n for n in group.checker.check(document) if isinstance(n, Note)]
        assert [(n.key, n.match.span, n.match.message) for n in noted] == [
            (line.lower(), Span(0, 22), "Again in {count}.")
        ] * compared


def test_a_paragraph_that_is_boilerplate_is_not_told_of_as_repeated() -> None:
    one = rule("kind: boilerplate\nany: [sign up]\nrepeated: 2")
    found = run(one, "Sign up now.\n\nGo home.\n\nSign up now.\n\nGo home.", config=Config(repeated=True))
    assert [m.related for m in found] == [(), (), (Span(14, 22),)]


def observation(path: str, start: int = 0, key: str = "k") -> Observation:
    """A paragraph of a file that may stand in others."""
    place = Place(path, Span(start, start + 9), (1, start + 1), (1, start + 10))
    found = Finding("b.r", Category.BOILERPLATE, place, "", Excerpt("", 0, 0), "In {count}.", Severity.ERROR, "")
    return Observation("b.r", key, "", found)


def test_a_paragraph_is_told_of_with_the_other_files_that_have_it() -> None:
    first, again, other, alone = observation("a"), observation("a", 20), observation("b"), observation("b", 40, "l")
    across = InOtherFiles([first, again, other, alone])
    assert [(f.message, f.related) for f in across.decide([first, again])] == [("In 1.", (other.finding.place,))] * 2
    assert [(f.message, f.related) for f in across.decide([other, alone])] == [("In 1.", (first.finding.place,))]
    assert list(InOtherFiles([first, again]).decide([first, again])) == []
    many = [observation(name) for name in "abcdefgh"]
    (found,) = InOtherFiles(many).decide(many[:1])
    assert (found.message, [p.path for p in found.related]) == ("In 7.", list("bcdef"))
