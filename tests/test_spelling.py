from __future__ import annotations

from pathlib import Path

import pytest
from rules_of import rule, run, texts

import lint
from lint.config.name_lists import Name
from lint.config.settings import Config, LanguageTool
from lint.rule import Severity


def found(linter: lint.Linter, text: str, least: Severity = Severity.WARNING, path: str = "a.md") -> list[str]:
    report = linter.check_text(text, path)
    return [f.text for f in report.shown(least) if f.rule.startswith("typos.")]


def with_config(**settings: object) -> lint.Linter:
    return lint.load(Config(languagetool=LanguageTool("off"), **settings))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Barnea, Hanegbi, Eyal Zamir, Nitzan Alon, Haniyeh, Mossad and Netanyahu met.",
        "He met Khalil al-Hayya and Usama bin Laden, Ursula von der Leyen and Charles de Gaulle.",
        "Lt. Gen. Smith spoke of a hostage-ceasefire deal.",
        "It’s so, and its end is near. Don’t, won’t, can’t, he’d, they’ve.",
        "Andrea Masi ran. Masi scored, and Masi left with Denis Dal Maso. He won in Lievin.",
        "Jean Smith came. Jean Smith and Joan Smith are sisters.",
        "The Hendersons’ house. The Barneas left. Zhang’s team.",
        "An un-British anti-selfie stockmarket smartcard housebuilder.",
        "A co-ordinated, ad-libbed have-nots policy.",
        "NATO’s MPs and GDPs; the G7, KN95 and F16s; 20m people.",
        "See example.com, user@example.com, #hashtagge, @someonee and file_name.",
        "The camelCase, snake_case and x86 words.",
        "“Joie de vivre,” said the maître d’.",
    ],
)
def test_what_is_right_is_left_alone(linter: lint.Linter, text: str) -> None:
    assert found(linter, text) == []


def test_an_unknown_word_is_no_correction_of_another(linter: lint.Linter) -> None:
    report = linter.check_text("He became an infopreneur. Today’s infopreneurs sell what they know.", "a.md")
    assert not report.shown()
    offered = [s for f in report.findings for s in f.suggestions]
    assert "infopreneur" not in offered
    assert "infopreneurs" not in offered


def test_a_name_that_lost_its_capital_is_told_when_the_story_has_it_after_the_same_word() -> None:
    alone = with_config(only=("typos.spelling",))
    story = "He met Shivraj Singh Chouhan. Mr Chouhan spoke. Later, {} chouhan left."
    (finding,) = alone.check_text(story.format("Shivraj Singh")).shown()
    assert (finding.text, finding.suggestions) == ("chouhan", ("Chouhan",))
    assert not alone.check_text(story.format("the poet")).shown()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("further hsotage talks", ["hsotage"]),
        ("The goverment left. The minister’s goverment’s plan.", ["goverment", "goverment"]),
        ("He went to Lodnon in May.", ["Lodnon"]),
        ("He left in Septmeber 2020.", ["Septmeber"]),
        ("The Mininster of Health spoke.", ["Mininster"]),
        ("Ms Okonjwo and Mr Okonjwo met. Mr Okonwjo left.", ["Okonwjo"]),
        ("Alternativley, he could go.", ["Alternativley"]),
        ("Serhiy met Serhiy, and Serhii left.", ["Serhii"]),
        ("the har**bour** and the goverm**e**nt", ["goverm**e**nt"]),
        ("Mr Netanyhau met Volodymyr Zelenksy.", ["Netanyhau", "Zelenksy"]),
        ("Keir Starmer spoke, Keir Starmer left, Kier Starmer came.", ["Kier"]),
        ("Maria Gonzalez won. Gonzalez said so. Maria Gonzales left.", ["Gonzales"]),
        ("He sold Opentable.", ["Opentable"]),
        ("The London-bsed firm and the Oscar-nmoinated film", ["bsed", "nmoinated"]),
        ("a lnog-term plan for the neo-noir Anna-liesl film", ["lnog"]),
        ("They met on monday with italian officials.", ["monday", "italian"]),
    ],
)
def test_what_is_wrong_is_found(linter: lint.Linter, text: str, wrong: list[str]) -> None:
    assert found(linter, text) == wrong


def test_a_term_that_nothing_is_close_to_is_only_a_suggestion(linter: lint.Linter) -> None:
    assert found(linter, "Patients took modafinil.") == []
    assert found(linter, "Patients took modafinil.", Severity.SUGGESTION) == ["modafinil"]


def test_four_letters_at_the_beginning_of_a_sentence_may_be_a_little_word(linter: lint.Linter) -> None:
    assert found(linter, "Thes figures are new. Wiht luck, they hold.") == ["Thes", "Wiht"]
    assert found(linter, "Tham spoke first. Noje agreed. Ofer did not.") == []


def test_words_of_the_newsroom_are_right() -> None:
    linter = with_config(words=frozenset({"hsotage", "Lodnon", "New Zeland"}))
    assert found(linter, "The hsotage in Lodnon, Hsotage, New Zeland.") == []


def test_another_dialects_spelling_is_a_warning_only_when_the_dialect_was_chosen(linter: lint.Linter) -> None:
    text = "The color faded."
    assert found(linter, text) == []
    assert found(linter, text, Severity.SUGGESTION) == ["color"]
    assert found(with_config(dialect="en-GB", dialect_chosen=True), text) == ["color"]
    assert found(with_config(dialect="en-US", dialect_chosen=True), "The colour and the color faded.") == ["colour"]


def test_at_most_five_suggestions(linter: lint.Linter) -> None:
    report = linter.check_text("The caht sat.", "a.md")
    assert all(len(f.suggestions) <= 5 for f in report.findings)


RULE = "kind: spelling\ncheck: {}\nseverity: warning\n"


@pytest.mark.parametrize(
    ("check", "text", "wrong", "ignore"),
    [
        ("words", "Further hsotage talks.", "hsotage", "hsotage"),
        ("names", "He moved to Lodnon in May.", "Lodnon", "Lodnon"),
        ("brands", "See it on Youtube.", "Youtube", "YOUTUBE"),
        ("dialect", "The color faded.", "color", "Color"),
    ],
)
def test_every_rule_of_a_check_reports_and_ignores_for_itself_alone(
    check: str, text: str, wrong: str, ignore: str
) -> None:
    one, other = rule(RULE.format(check)), rule(RULE.format(check) + f"ignore: [{ignore}]\n")
    (m,) = run(one, text)
    assert m.span.of(text) == wrong
    assert run(other, text) == []
    assert [m.rule for m in run([one, other], text)] == [one]
    assert [m.rule for m in run([other, one], text)] == [one]
    assert len(run([one, one], text)) == 2


def test_a_rule_of_the_house_silences_no_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_text(
        "- {id: latin, kind: spelling, check: words, ignore: [hsotage], scope: heading, severity: suggestion,\n"
        "   message: m, why: w, examples: [{bad: '# The [[goverment]]', good: '# The government'}]}\n"
    )
    linter = with_config(packs=("default", str(tmp_path)))
    assert found(linter, "Further hsotage talks are due. The goverment met.") == ["hsotage", "goverment"]


def test_rules_that_differ_only_in_scope_and_severity_both_report() -> None:
    body = "kind: spelling\ncheck: words\n"
    high, low = rule(body + "severity: error\n"), rule(body + "scope: heading\nseverity: suggestion\n")
    assert {m.rule.severity for m in run([high, low], "# The goverment\n\nIt met.")} == {
        Severity.ERROR,
        Severity.SUGGESTION,
    }


def test_listed_names_are_found_as_written_and_as_words_of_their_own() -> None:
    listed = rule(RULE.format("listed") + "wrong: {Macdonalds: McDonald’s, Hill: Notting Hill}\n")
    assert texts(listed, "He ate at Macdonalds, macdonalds, Macdonaldson.") == ["Macdonalds"]
    assert texts(listed, "In Notting Hill and on the Hill.") == ["Hill"]
    assert run(listed, "He ate at Macdonalds.")[0].suggestions == ("McDonald’s",)


def test_the_newsrooms_list_of_names_says_its_note() -> None:
    listed = rule(RULE.format("listed"), message="{suggestion}{note}")
    config = Config(names=(Name("Okonjwo", ("Okonjo",), "minister"),))
    (m,) = run(listed, "Ms Okonjo spoke.", config=config)
    assert m.message == "Okonjwo (minister)"


@pytest.mark.parametrize(
    ("check", "text", "reason"),
    [
        ("words", "Further hsotage talks.", "a slip of the pen"),
        ("words", "Patients took modafinil.", "a term"),
        ("names", "He moved to Lodnon in May.", "a common word is near"),
    ],
)
def test_a_message_can_say_which_reason_spoke(check: str, text: str, reason: str) -> None:
    (m,) = run(rule(RULE.format(check), message="{reason}"), text)
    assert m.message == reason


def test_a_word_of_another_dialect_is_offered_in_ours() -> None:
    dialect = rule(RULE.format("dialect"))
    assert [(m.suggestions, m.severity) for m in run(dialect, "The color faded.")] == [
        (("colour",), Severity.SUGGESTION)
    ]
    chosen = Config(dialect="en-GB", dialect_chosen=True)
    assert run(dialect, "The color faded.", config=chosen)[0].severity is None
    assert run(dialect, "The color faded.", config=Config(dialect="en-US")) == []
    assert texts(dialect, "They don't.") == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Antoine Arnault spoke.", None),
        ("Antoine Arnault spoke. Mr Arnault left.", Severity.SUGGESTION),
        ("Keir Stramer spoke. Mr Stramer left.", None),  # its letters have changed places
    ],
)
def test_a_full_name_with_another_letter_may_be_meant_where_it_stands_again(
    text: str, severity: Severity | None
) -> None:
    assert {m.severity for m in run(rule("kind: spelling\ncheck: full-names"), text)} == {severity}
