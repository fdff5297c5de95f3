from __future__ import annotations

import re
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rules_of import document_of, rule

import lint
from lint.config.settings import Config, LanguageTool
from lint.errors import BackendError, ConfigError, RuleError
from lint.finding import Failure, Match
from lint.kinds.languagetool import Checker
from lint.languagetool.backend import MOST_WORDS, Found, Wanted, guarded, pieces
from lint.languagetool.embedded import Embedded, known_ids
from lint.rule import Rule

AN = "kind: languagetool\nids: [EN_A_VS_AN]"


class Fake:
    """A backend for what a real one can't be made to do: breaking off, taking its time."""

    at_once = 0

    def __init__(self, answer: Exception | tuple[Found, ...] = (), seconds: float = 0) -> None:
        self.answer, self.seconds = answer, seconds

    def unknown(self, ids: object) -> list[str]:
        return []

    def check(self, text: str) -> tuple[Found, ...]:
        time.sleep(self.seconds)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.mark.parametrize("text", ["9" * 5_000, "x" * 5_000, "a" + "\u0301" * 60, "x\ud800y", "9" * 25])
def test_what_could_hang_the_engine_is_blanked_out_letter_for_letter(text: str) -> None:
    out = guarded(f"Some {text} text")
    assert len(out) == len(text) + 10
    assert text not in out
    assert out.startswith("Some ")
    assert out.endswith(" text")


def test_ordinary_text_is_left_alone() -> None:
    text = "He’s 20,000,000 “very” naïve 😀 e\u0301 antidisestablishmentarianism."
    assert guarded(text) == text


@pytest.mark.parametrize("sentence", ["A short sentence of seven words. ", "word "])
def test_long_texts_are_cut_into_bounded_pieces_that_join_up(sentence: str) -> None:
    text = sentence * 1_000
    cut = list(pieces(text))
    assert "".join(piece for _, piece in cut) == text
    assert all(text[at : at + len(piece)] == piece for at, piece in cut)
    assert max(len(piece.split()) for _, piece in cut) <= MOST_WORDS


def test_an_id_that_does_not_exist_is_an_error_at_the_start() -> None:
    with pytest.raises(RuleError, match="LanguageTool has no rule ‘EN_A_VS_ANN’"):
        Checker([rule("kind: languagetool\nids: [EN_A_VS_ANN]")], Config())


def test_rules_that_name_the_same_id_all_report_it_and_a_narrower_one_goes_before_in_its_own_pack() -> None:
    def reported(*rules: Rule) -> list[str]:
        checker = Checker(rules, Config(), Fake((Found("MODAL_OF", "1", "m", 0, 1, ("x",)),)))
        return [m.rule.id for m in checker.check(document_of("A man.")) if isinstance(m, Match)]

    def named(id_: str, ids: str) -> Rule:
        return replace(rule(f"kind: languagetool\nids: [{ids}]"), id=id_)

    assert reported(named("ours.a", "MODAL_OF"), named("house.b", "MODAL_OF")) == ["ours.a", "house.b"]
    assert reported(named("ours.a", "MODAL_OF"), named("ours.b", "'MODAL_OF[1]'")) == ["ours.b"]
    assert reported(named("ours.a", "MODAL_OF"), named("house.b", "'MODAL_OF[1]'")) == ["house.b", "ours.a"]


def test_the_ids_are_those_of_the_data_package() -> None:
    assert {"EN_A_VS_AN", "IT_IS", "MANGER_MANAGER"} <= known_ids()
    assert len(known_ids()) > 2_500


def test_a_backend_that_breaks_off_is_a_failure() -> None:
    checker = Checker([rule(AN)], Config(), Fake(BackendError("away")))
    assert list(checker.check(document_of("A b."))) == [Failure("t.md", "languagetool", "away")]


def test_a_file_that_takes_too_long_is_a_failure() -> None:
    config = Config(languagetool=LanguageTool("embedded", 0.05))
    checker = Checker([rule(AN)], config, Fake(seconds=0.1))
    (failure,) = checker.check(document_of("One.\n\nTwo.\n\nThree."))
    assert isinstance(failure, Failure)
    assert "not finished after 0.05 s" in failure.message


def found(text: str, start: int, end: int, *suggestions: str) -> list[Match]:
    checker = Checker([rule(AN)], Config(), Fake((Found("EN_A_VS_AN", "", "m", start, end, suggestions),)))
    return [m for m in checker.check(document_of(text)) if isinstance(m, Match)]


def test_words_that_every_suggestion_keeps_are_left_out() -> None:
    (m,) = found("They are in tow now.", 9, 15, "in toe")
    assert (m.span.start, m.span.end, m.suggestions) == (12, 15, ("toe",))


def test_our_words_are_told_only_with_a_suggestion_to_name() -> None:
    def told(*suggestions: str) -> str:
        answers = (Found("EN_A_VS_AN", "", "its own words", 0, 1, suggestions),)
        (m,) = Checker([rule(AN, "Write ‘{suggestion}’.")], Config(), Fake(answers)).check(document_of("A honest man."))
        assert isinstance(m, Match)
        return m.message

    assert told("An") == "Write ‘An’."
    assert told() == "its own words"


def test_a_finding_beside_code_is_dropped() -> None:
    assert found("A `x` is it.", 0, 1, "An") == []


class Together(Fake):
    """Answers for many paragraphs at once; keeps what it was asked."""

    at_once = 30

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def check(self, text: str) -> tuple[Found, ...]:
        self.asked.append(text)
        places = [m.start() for m in re.finditer("a honest", text)]
        across = (Found("EN_A_VS_AN", "", "m", 0, len(text), ("x",)),) if "\n\n" in text else ()
        return (*(Found("EN_A_VS_AN", "", "m", at, at + 1, ("an",)) for at in places), *across)


def test_paragraphs_go_together_and_a_finding_lies_in_one() -> None:
    backend, text = Together(), "One.\n\nIs a honest man.\n\nIs a honest woman, that is.\n\nFour."
    document = document_of(text)
    matches = [m for m in Checker([rule(AN)], Config(), backend).check(document) if isinstance(m, Match)]
    assert backend.asked == ["One.\n\nIs a honest man.", "Is a honest woman, that is.", "Four."]
    assert [text[document.to_source(m.span).start :][:8] for m in matches] == ["a honest"] * 2


REST = "kind: languagetool\nids: ['*']\nseverity: warning"


def other(settings: LanguageTool, *answers: Found, dialect: str = "en-GB") -> list[tuple[str, str]]:
    config = Config(dialect=dialect, languagetool=settings)
    rules = [rule(AN, pack="named"), rule(REST, "{message} ({id})")]
    checker = Checker(rules, config, Fake(answers))
    out = [m for m in checker.check(document_of("A text.")) if isinstance(m, Match)]
    return [(m.message, str(m.severity or m.rule.severity)) for m in out]


STYLE = Found("SOME_STYLE", "", "said", 0, 1, ("x",), "STYLE")
GRAMMAR = Found("SOME_RULE", "", "said", 2, 6, ("x",), "GRAMMAR")


@pytest.mark.parametrize(
    ("settings", "dialect", "expected"),
    [
        (LanguageTool(), "en-GB", []),
        (LanguageTool(profile="all"), "en-GB", [("SOME_STYLE", "suggestion"), ("SOME_RULE", "warning")]),
        (LanguageTool(), "de-DE", [("SOME_STYLE", "suggestion"), ("SOME_RULE", "warning")]),
        (LanguageTool(rules={"SOME_STYLE": "error"}), "en-GB", [("SOME_STYLE", "error")]),
        (LanguageTool(rules={"SOME_STYLE": "off"}), "en-GB", []),
    ],
)
def test_who_speaks_of_what_no_rule_asks_for(
    settings: LanguageTool, dialect: str, expected: list[tuple[str, str]]
) -> None:
    said = other(settings, STYLE, GRAMMAR, dialect=dialect)
    assert said == [(f"said ({name})", level) for name, level in expected]


def test_the_level_of_a_single_rule_goes_before_its_owners() -> None:
    config = Config(languagetool=LanguageTool(rules={"EN_A_VS_AN": "error"}))
    checker = Checker([rule(AN)], config, Fake((Found("EN_A_VS_AN", "", "m", 0, 1, ("An",)),)))
    (m,) = checker.check(document_of("A honest man."))
    assert isinstance(m, Match)
    assert str(m.rule.severity) == "error"


def test_a_single_rule_that_does_not_exist_is_an_error_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / ".copydesk.yaml"
    file.write_text("languagetool:\n  rules:\n    NO_SUCH_RULE: warning\n")
    with pytest.raises(ConfigError, match=r"copydesk\.yaml:3: LanguageTool has no rule ‘NO_SUCH_RULE’"):
        lint.load(file)


@pytest.mark.engine
def test_a_single_rule_is_switched_on_by_its_id() -> None:
    text = "He said it irregardless of the time."
    name = "IRREGARDLESS"
    assert name in known_ids()
    settings = LanguageTool(rules={name: "error"})
    (f,) = lint.load(Config(packs=("languagetool",), languagetool=settings)).check_text(text).findings
    assert (f.text, str(f.severity)) == ("irregardless", "error")
    assert not lint.load(Config(packs=("languagetool",))).check_text(text).findings


@pytest.mark.engine
def test_german_runs_languagetool_and_the_rules_that_need_no_english() -> None:
    pytest.importorskip("lingotweaker_data_de", reason="run: pip install -e '.[de]'")
    linter = lint.load(Config(dialect="de-DE", dialect_chosen=True))
    assert linter.left_out == ["capitals", "confusions", "consistency", "facts", "typos"]
    report = linter.check_text("Ich habe einen Auto gekauft,, und der Hund ist die Tier.")
    assert report.complete
    assert {f.rule for f in report.findings} == {"languagetool.other", "punctuation.doubled-stop"}
    assert "DE_AGREEMENT" in report.findings[0].message


@pytest.mark.engine
@pytest.mark.parametrize(
    ("text", "marked", "suggestion"),
    [
        ("😀 “Café” and the a man.", "the a", "the"),
        ("He **is the a** man.", "the a", "the"),
        ("It took &eacute; the a man.", "the a", "the"),
    ],
)
def test_the_real_engines_positions_are_exact(
    full_linter: lint.Linter, text: str, marked: str, suggestion: str
) -> None:
    report = full_linter.check_text(text, "a.md")
    (f,) = [f for f in report.findings if f.rule == "languagetool.article"]
    assert (f.text, f.suggestions[0]) == (marked, suggestion)
    assert text[f.place.span.end :].lstrip("* ").startswith("man")


def test_engines_that_want_the_same_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[Any] = []

    class Engine:
        def __init__(self, language: str, **settings: Any) -> None:
            loaded.append(settings["enabled_rules"])

        def check(self, text: str) -> list[Any]:
            return []

    monkeypatch.setitem(sys.modules, "lt_py", SimpleNamespace(Engine=Engine))
    for name in ("ONE", "ONE", "TWO"):
        Embedded("en-GB", Wanted(frozenset({name}))).check("A text.")
    assert loaded == [["ONE"], ["TWO"]]


@pytest.mark.engine
@pytest.mark.parametrize("dialect", ["en-GB", "en-US", "en-AU", "en-CA", "en-NZ", "en-ZA"])
def test_every_dialect_has_an_engine(dialect: str) -> None:
    engine = Embedded(dialect, Wanted(frozenset({"EN_A_VS_AN"})))
    assert [f.suggestions for f in engine.check("He is a honest man.")] == [("an",)]
    assert engine.check("He is a honest man.") is engine.check("He is a honest man.")


@pytest.mark.engine
@pytest.mark.parametrize(
    "text",
    ["9" * 20_000, "word " * 3_000, "( " * 3_000, "e" + "\u0301" * 500, "\ud800 a hour", "", "\x00", "x1y2" * 900],
)
def test_no_text_hangs_the_real_engine(text: str) -> None:
    started = time.monotonic()
    Embedded("en-GB", Wanted(frozenset({"EN_A_VS_AN", "IT_IS"}))).check(text)
    assert time.monotonic() - started < 20
