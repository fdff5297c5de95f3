from __future__ import annotations

import pytest
from words_of import LEXICON, LexiconWith, story, token

from lint.dictionary.capitalised import Capitalised
from lint.dictionary.lexicon import Lexicon
from lint.dictionary.name_readings import ANOTHER_NAME, NOT_FAMOUS, SLIP_OF_WORD, Reading
from lint.dictionary.proper_names import Naming, Verdict
from lint.dictionary.reasons import Reason, first
from lint.dictionary.word_formation import Wordhood


def judged(text: str, word: str, *own: str, lexicon: Lexicon = LEXICON) -> Verdict:
    of = story(text)
    return Naming(lexicon, Wordhood(lexicon, own), own).judge(token(of, word), of)


def reading(text: str, word: str, meant: str, lexicon: Lexicon = LEXICON) -> Reading:
    of = story(text)
    return Reading(Capitalised(token(of, word), of, lexicon, Wordhood(lexicon, ()), ()), meant)


def spoke(reasons: tuple[Reason[Reading, bool], ...], of: Reading) -> tuple[str, bool] | None:
    """The name of the reason that decides, and what it says."""
    reason = first(reasons, of)
    return (reason.name, reason.verdict) if reason else None


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("He met O'Nelil there.", "O'Nelil", "an apostrophe"),
        ("Thes figures are new.", "Thes", "a little word at the beginning of a sentence"),
        ("Thes and Thes are new.", "Thes", "a short name"),
        ("Thes-based figures are new.", "Thes", "a short name"),
        ("He met Noj there.", "Noj", "too short"),
        ("He met Masy there.", "Masy", "a short name"),
        ("He met Masyo there.", "Masyo", "a name that nobody knows"),
        ("He met London there.", "London", "in a dictionary"),
        ("The Hendersons left.", "Hendersons", "a family"),
        ("Superbright lamps shone.", "Superbright", "a word at the beginning of a sentence"),
        ("The Superbright lamps shone.", "Superbright", "a name that nobody knows"),
        ("The Servce met.", "Servce", "a known misspelling"),
        ("He met Broen there.", "Broen", "a name that people have"),
        ("He met Pieter De Baets there.", "Baets", "a foreign name"),
        ("He met Delba de Oliveira there.", "Delba", "a foreign name"),
    ],
)
def test_what_kind_of_word_it_is(text: str, word: str, kind: str) -> None:
    assert judged(text, word).kind == kind


def test_the_newsrooms_own_names_are_right() -> None:
    assert judged("He went to Lodnon in May.", "Lodnon", "lodnon") == Verdict(
        [], "the newsroom’s own", "the newsroom’s own"
    )


@pytest.mark.parametrize(
    ("text", "word", "candidates", "reason"),
    [
        ("Thes figures are new.", "Thes", ["The", "These"], "a little word is near"),
        ("Wiht luck, they hold.", "Wiht", ["With"], "a little word is near"),
        (
            "Ms Okonjwo and Mr Okonjwo met. Mr Okonwjo left.",
            "Okonwjo",
            ["Okonjwo"],
            "the story has another spelling oftener",
        ),
        ("Keir Starmer, Keir Starmer and Kier Starmer met.", "Kier", ["Keir"], "the story has the person oftener"),
        ("Bola Lusy and Bola Lusy met. Ade Lusu left.", "Lusu", ["Lusy"], "the story has the person oftener"),
        ("The Postal Servce met.", "Servce", ["Service", "Serve"], "a known misspelling"),
        (
            "The Service and Service of Servce met.",
            "Servce",
            ["Service", "Serve"],
            "the story has another spelling oftener",
        ),
        ("The mayor and Brown, Brown, Broen met.", "Broen", ["Brown"], "the story has the person oftener"),
        ("He moved to Lodnon in May.", "Lodnon", ["London"], "a common word is near"),
        ("Later Daavid came.", "Daavid", ["David"], "a famous name is near"),
        ("Mr Netanyhau left.", "Netanyhau", ["Netanyahu"], "a famous name is near"),
        ("He met Masyo there.", "Masyo", [], "a name that nobody knows"),
    ],
)
def test_what_was_meant_and_why(text: str, word: str, candidates: list[str], reason: str) -> None:
    verdict = judged(text, word)
    assert verdict.candidates == candidates
    assert verdict.reason == reason


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The vote went to Okonjwo and Okonjwos.", "Okonjwos"),
        ("Keir Starmer, Keir Starmer and Kier Smith met.", "Kier"),
        ("Jean Smith, Jean Smith and Joan Smith met.", "Joan"),
        ("Rob Smith, Rob Smith and Robe Smith met.", "Robe"),
        ("Gordon Brown, Gordon Brown and Nils Broen met.", "Broen"),
        ("Ade Masi, Bola Masi and Maso met.", "Masi"),
        ("Okonjwo and Okonwjo met.", "Okonwjo"),
        ("Lodnon and Lodnon met.", "Lodnon"),
        ("He saw the Lodnon-based firm.", "Lodnon"),
        ("He went with the Barneas.", "Barneas"),
        ("Later Daavids came.", "Daavids"),
        ("Noje agreed.", "Noje"),
        ("Ofer did not.", "Ofer"),
    ],
)
def test_names_that_are_left_alone(text: str, word: str) -> None:
    assert judged(text, word).candidates == []


SURNAME_LACKS = ("a surname that lacks a letter of a very common word", True)
SURNAME = ("a surname", False)
ALIKE, ALIKE_RARE = ("sounds alike", True), ("sounds like a rare word", False)
RARE = ("a rare word", False)
WRITTEN = ("people write it", False)
SWAPPED = ("letters swapped", True)
ORDINARY = ("an ordinary word", True)
CALENDAR = ("a month or a day", True)
LONG, VERY_LONG = ("long, and the end is right", True), ("very long, and no end of a name", True)


@pytest.mark.parametrize(
    ("text", "word", "meant", "reason"),
    [
        ("The National Acdemy met.", "Acdemy", "academy", SURNAME_LACKS),
        ("The United Stattes met.", "Stattes", "states", SURNAME),
        ("Definately he left.", "Definately", "definitely", ALIKE),
        ("Outputing it was hard.", "Outputing", "outputting", ALIKE),
        ("He saw the Collaery.", "Collaery", "colliery", RARE),
        ("He met Riberto there.", "Riberto", "Roberto", RARE),
        ("The old Whtie paper", "Whtie", "white", SWAPPED),
        ("Reslts are out.", "Reslts", "results", ORDINARY),
        ("He left on Ocober 3.", "Ocober", "October", CALENDAR),
        ("He left on Octobet 3.", "Octobet", "October", None),
        ("in old Zeaaland now", "Zeaaland", "Zealand", LONG),
        ("the old Governmenr met", "Governmenr", "government", VERY_LONG),
        ("the old Governmena met", "Governmena", "government", None),
        ("he met Clyme there", "Clyme", "Clyde", None),
    ],
)
def test_what_says_that_it_is_a_slip_of_a_word(
    text: str, word: str, meant: str, reason: tuple[str, bool] | None
) -> None:
    assert spoke(SLIP_OF_WORD, reading(text, word, meant)) == reason


@pytest.mark.parametrize(
    ("text", "meant", "common", "reason"),
    [
        ("The National [Brantl] met.", "brantel", 4.3, SURNAME_LACKS),
        ("The National [Brantl] met.", "brantel", 4.29, SURNAME),
        ("The National [Brantol] met.", "brantel", 6.0, SURNAME),
        ("The National [Brantols] met.", "brantels", 6.0, LONG),
        ("The National [Brnatel] met.", "brantel", 6.0, SWAPPED),
        ("The National [Brantol] met.", "Brantel", 6.0, LONG),
        ("It was in Hall. [Bramtel] is here.", "brantel", 3.1, ORDINARY),
        ("It was in Hall. [Bramtel], he said.", "brantel", 6.0, SURNAME),
        ("[Brantol] is here.", "brantel", 1.5, ALIKE),
        ("[Brantol] is here.", "brantel", 1.49, ALIKE_RARE),
        ("[Brantol] is here.", "Brantel", 3.6, RARE),
        ("[Brantol] Smith is here.", "brantel", 3.6, RARE),
        ("[Brantol] BBC is here.", "brantel", 3.6, ALIKE),
        ("[Bantl] is here.", "bantel", 3.1, ORDINARY),
        ("[Brantek] is here.", "brantec", 3.1, ORDINARY),
        ("[Bramtel] is here.", "brantel", 3.1, ORDINARY),
        ("[Bramtel] is here.", "brantel", 3.09, RARE),
        ("the [Brantl] met", "brantel", 3.1, ORDINARY),
        ("the [Brantl] met", "Brantel", 3.1, RARE),
        ("the [Bramtel] met", "brantel", 3.69, RARE),
        ("the [Bramtel] met", "brantel", 3.7, LONG),
        ("the [Bramtels] met", "brantels", 3.1, LONG),
        ("the [Bramtels] met", "brantels", 3.09, RARE),
        ("the [Bramtels] met", "Brantels", 3.6, RARE),
        ("the [Bramte] met", "brante", 6.0, None),
        ("the [Bramtely] met", "brantelx", 6.0, None),
        ("the [Bramtelsy] met", "brantelsx", 6.0, VERY_LONG),
        ("the [Bramtelso] met", "brantelsx", 6.0, None),
    ],
)
def test_how_common_and_how_long_a_word_must_be(
    text: str, meant: str, common: float, reason: tuple[str, bool] | None
) -> None:
    word = text.partition("[")[2].partition("]")[0]
    lexicon = LexiconWith({meant: common})
    assert spoke(SLIP_OF_WORD, reading(text.replace("[", "").replace("]", ""), word, meant, lexicon)) == reason


@pytest.mark.parametrize(
    ("own", "common", "reason"), [(2.0, 4.49, WRITTEN), (2.0, 4.5, LONG), (1.99, 3.7, LONG), (3.0, 5.4, WRITTEN)]
)
def test_a_word_that_people_write_is_a_slip_only_of_a_much_commoner_one(
    own: float, common: float, reason: tuple[str, bool]
) -> None:
    lexicon = LexiconWith({"brantel": common}, {"bramtel": own})
    assert spoke(SLIP_OF_WORD, reading("the Bramtel met", "Bramtel", "brantel", lexicon)) == reason


@pytest.mark.parametrize(
    ("text", "word", "meant", "reason"),
    [
        ("Keir Starmer and Kier Smith met.", "Kier", "Keir", "another person"),
        ("Keir Starmer and Kier Starmer met.", "Kier", "Keir", None),
        ("Rob Smith and Robe Smith met.", "Robe", "Rob", "one is longer"),
        ("Robe Smith and Rob Smith met.", "Rob", "Robe", "one is longer"),
        ("White Smith and Whate Smith met.", "Whate", "White", "a word"),
        ("Anna Smith and Anne Smith met.", "Anne", "Anna", "two common names"),
        ("Brain Smith and Brian Smith met.", "Brian", "Brain", "a word"),
    ],
)
def test_why_an_oftener_name_is_another_one(text: str, word: str, meant: str, reason: str | None) -> None:
    assert spoke(ANOTHER_NAME, reading(text, word, meant)) == ((reason, True) if reason else None)


@pytest.mark.parametrize(
    ("word", "words", "reason"),
    [
        ("Brantol", {"brantel": 3.0}, "a word"),
        ("Brantol", {"brantel": 2.99}, None),
        ("Brantol", {"Brantel": 3.4, "Brantol": 3.4}, "two common names"),
        ("Brantol", {"Brantel": 3.4, "Brantol": 3.39}, None),
        ("Brantol", {"Brantel": 3.39, "Brantol": 3.4}, None),
        ("Brnatel", {"Brantel": 3.4, "Brnatel": 3.4}, None),
    ],
)
def test_how_common_another_name_is(word: str, words: dict[str, float], reason: str | None) -> None:
    of = reading(f"Brantel Smith and {word} Smith met.", word, "Brantel", LexiconWith(words))
    assert spoke(ANOTHER_NAME, of) == ((reason, True) if reason else None)


@pytest.mark.parametrize(
    ("word", "meant", "reason"),
    [
        ("Daavid", "david", None),
        ("Dvaid", "david", None),
        ("Daxid", "david", "other letters"),
        ("Daxvid", "david", None),
        ("Counncil", "council", "a word"),
        ("Livinn", "livin", "a word without its g"),
    ],
)
def test_why_a_famous_name_was_not_meant(word: str, meant: str, reason: str | None) -> None:
    assert spoke(NOT_FAMOUS, reading(f"Later {word} came.", word, meant)) == ((reason, True) if reason else None)


# ---- how common names and words are ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "meant", "kind"),
    [
        (0.0, 3.1, "a known misspelling"),
        (0.0, 3.09, "a name that nobody knows"),
        (1.6, 3.1, "a known misspelling"),
        (1.61, 3.1, "a name that people have"),
        (1.0, 2.0, "a name that people have"),
        (0.99, 2.0, "a name that nobody knows"),
    ],
)
def test_a_known_misspelling_is_of_a_commoner_word(written: float, meant: float, kind: str) -> None:
    lexicon = LexiconWith({"brantel": meant}, {"bramtl": written}, {"bramtl": ["brantel"]})
    assert judged("the Bramtl met", "Bramtl", lexicon=lexicon).kind == kind


def test_a_known_misspelling_is_of_one_word_and_long() -> None:
    lexicon = LexiconWith({"brantel": 5.0}, {}, {"bramtl": ["bran tel", "brantel"], "bramt": ["brantel"]})
    assert judged("the Bramtl met", "Bramtl", lexicon=lexicon).candidates == ["Brantel"]
    assert judged("the Bramt met", "Bramt", lexicon=lexicon).kind == "a name that nobody knows"
    first_is_rarer = LexiconWith({"brantel": 3.1, "brontel": 6.0}, {"bramtl": 2.0}, {"bramtl": ["brantel", "brontel"]})
    assert judged("the Bramtl met", "Bramtl", lexicon=first_is_rarer).kind == "a name that people have"


@pytest.mark.parametrize(("common", "meant"), [(5.5, ["Wixh"]), (5.49, [])])
def test_a_little_word_is_very_common(common: float, meant: list[str]) -> None:
    lexicon = LexiconWith({"wixh": common})
    assert judged("Wihx luck, they hold.", "Wihx", lexicon=lexicon).candidates == meant


@pytest.mark.parametrize(("written", "meant"), [(3.5, []), (3.49, ["With"])])
def test_a_little_word_is_no_slip_when_people_write_it(written: float, meant: list[str]) -> None:
    lexicon = LexiconWith({}, {"wiht": written})
    assert judged("Wiht luck, they hold.", "Wiht", lexicon=lexicon).candidates == meant


def test_a_little_word_is_no_name() -> None:
    assert judged("Wiht luck holds.", "Wiht", lexicon=LexiconWith({"Wihht": 6.0})).candidates == ["With"]
    assert judged("Wiht luck holds.", "Wiht", lexicon=LexiconWith({"wiht": 1.0})).candidates == []


@pytest.mark.parametrize(("common", "meant"), [(3.0, ["Brantel"]), (2.99, [])])
def test_a_famous_name_is_common(common: float, meant: list[str]) -> None:
    lexicon = LexiconWith({}, {"brantel": common})
    assert judged("Later Braantel came.", "Braantel", lexicon=lexicon).candidates == meant


@pytest.mark.parametrize(
    ("names", "word", "meant"),
    [
        (["Brantel"], "Brnatel", ["Brantel"]),
        (["Brantel"], "Brantle", []),
        (["Brante"], "Brnate", []),
        (["Brantel", "Brnaetl"], "Brnatel", []),
        (["Brantel"], "Brnatels", []),
        (["Brantel"], "Rbantel", ["Brantel"]),
    ],
)
def test_a_long_name_with_letters_swapped_is_of_one_known_name(names: list[str], word: str, meant: list[str]) -> None:
    lexicon = LexiconWith(dict.fromkeys(names, 2.0))
    assert judged(f"Later {word} came.", word, lexicon=lexicon).candidates == meant


def test_no_short_name_is_a_slip_of_a_famous_one() -> None:
    lexicon = LexiconWith({}, {"brnte": 3.0, "dqntel": 3.0})
    assert judged("Later Brtne came.", "Brtne", lexicon=lexicon).candidates == []
    assert judged("Later Brrnte came.", "Brrnte", lexicon=lexicon).candidates == ["Brnte"]
    assert judged("Later Dqntle came.", "Dqntle", lexicon=lexicon).candidates == []


@pytest.mark.parametrize(
    ("words", "candidates"),
    [({"Kieb": 2.0, "kieb": 3.0}, []), ({"Kieb": 2.0, "kieb": 2.0}, ["Keib"]), ({"Kieb": 3.5}, ["Keib"])],
)
def test_a_word_that_is_a_seldom_name_may_be_misspelt(words: dict[str, float], candidates: list[str]) -> None:
    lexicon = LexiconWith(words, {"kieb": words.get("kieb", 0.0), "Kieb": words.get("kieb", 3.5)})
    verdict = judged("Keib Starmer, Keib Starmer and Kieb Starmer met.", "Kieb", lexicon=lexicon)
    assert (verdict.kind, verdict.candidates) == ("in a dictionary", candidates)


# ---- what the story says ----------------------------------------------------------------------------

HAVE = {"broxen": 1.0, "broxon": 1.0}


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Broxon, Broxon and Broxen met.", ["Broxon"]),
        ("Gordon Broxon, Gordon Broxon and Broxen met.", ["Broxon"]),
        ("Broxon, Broxon and Nils Broxen met.", ["Broxon"]),
        ("Gordon Broxon, Gordon Broxon and Nils Broxen met.", []),
        ("Gordon Broxon, Gordon Broxon and Gordon Broxen met.", ["Broxon"]),
    ],
)
def test_people_with_names_that_others_have_are_told_apart_by_their_first_names(
    text: str, candidates: list[str]
) -> None:
    assert judged(text, "Broxen", lexicon=LexiconWith({}, HAVE)).candidates == candidates


@pytest.mark.parametrize(
    ("text", "word", "have", "candidates"),
    [
        ("Bola Luzy, Bola Luzy and Ade Luzu met.", "Luzu", 0.0, ["Luzy"]),
        ("Bola Luzy, Bola Luzy and Ade Luzu met.", "Luzu", 1.0, []),
        ("Bola Luzy, Bola Luzy and Bola Luzu met.", "Luzu", 1.0, ["Luzy"]),
    ],
)
def test_short_names_are_the_same_persons(text: str, word: str, have: float, candidates: list[str]) -> None:
    assert judged(text, word, lexicon=LexiconWith({}, {"luzu": have})).candidates == candidates


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Okonjwo, Okonjwo and Okonwjo met.", ["Okonjwo"]),
        ("Okonjwo and Okonwjo met.", []),
        ("Okonjwo, Okonjwo, Okonwjo and Okonwjo met.", []),
        ("Okonjwo, Okonjwo, Okonjwo, Okonwjo and Okonwjo met.", ["Okonjwo"]),
        ("OKonwjo, OKonwjo and Okonwjo met.", []),
        ("Okonwjos, Okonwjos and Okonwjo met.", []),
        ("Okonjjjo, Okonjjjo and Okonwjo met.", []),
        ("Okonwjb, Okonwjb, Okonwjc, Okonwjc, Okonwjd, Okonwjd, Okonwje, Okonwje, Okonwjo", ["Okonwjb", "Okonwjc", "Okonwjd"]),
    ],
)  # fmt: skip
def test_a_name_that_the_story_has_oftener(text: str, candidates: list[str]) -> None:
    assert judged(text, "Okonwjo").candidates == candidates


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("He saw Bramtels in May.", ["Brantels"]),
        ("He saw Bramtels, Bramtels.", []),
        ("He saw Bramtels-based firms.", []),
        ("He saw `x` Bramtels.", ["Brantels"]),
        ("He saw `x`Bramtels.", []),
    ],
)
def test_a_word_that_stands_by_itself_may_be_a_slip(text: str, candidates: list[str]) -> None:
    assert judged(text, "Bramtels", lexicon=LexiconWith({"brantels": 5.0})).candidates == candidates


@pytest.mark.parametrize(
    ("text", "word", "candidates"),
    [
        ("with the Brantesl there", "Brantesl", ["Brantels"]),
        ("with the Brantles there", "Brantles", []),
        ("with old Brantles there", "Brantles", ["Brantels"]),
        ("The Brantles met", "Brantles", []),
    ],
)
def test_the_plural_after_an_article_is_a_family(text: str, word: str, candidates: list[str]) -> None:
    assert judged(text, word, lexicon=LexiconWith({"brantels": 5.0})).candidates == candidates


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The Londons left.", "Londons", "a family"),
        ("The Qwzxas left.", "Qwzxas", "a name that nobody knows"),
        ("The Londonx left.", "Londonx", "a name that nobody knows"),
        ("Qwzxabt left.", "Qwzxabt", "a name that nobody knows"),
    ],
)
def test_a_family_has_a_name_that_is_known(text: str, word: str, kind: str) -> None:
    assert judged(text, word).kind == kind


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Councillor Ann Hartley spoke. The plan is late, Cllr Hartly said.", "Hartly", ["Hartley"]),
        ("Dr Lucia Fontanelli leads it. “No,” Dr Fontaneli said.", "Fontaneli", ["Fontanelli"]),
        ("Jan Van der Meer came. Later, Mr Van der Mear left.", "Mear", ["Meer"]),
        ("Ann Browne came. Later, Mr Brown left.", "Brown", ["Browne"]),
        ("Ann Hartley came. Bob Hartly came too.", "Hartly", []),
        ("Cllr Hartly said so. Councillor Ann Hartley spoke.", "Hartly", []),
        ("Ann Tarrantino came, Tarrantino said. Ann Tarantino left.", "Tarrantino", ["Tarantino"]),
        ("Ann Tarrantino came, Tarrantino said. Ann Tarantino left.", "Tarantino", []),
        ("The Aiken Centre opened. The Aitken came.", "Aitken", []),
        ("Geoff and Tamsin Ludlow farm there. “It is dry,” said Tasmin Ludlow.", "Tasmin", ["Tamsin"]),
        ("Geoff and Tamsin Ludlow farm there. “It is dry,” said Tasmin Hart.", "Tasmin", []),
        ("It opens in Febuary.", "Febuary", ["February"]),
        ("Leanne Pascoe won. “We were late,” Pasco said.", "Pasco", ["Pascoe"]),
        ("Leanne Pascoe won. Pasco was full.", "Pasco", []),  # a place, too
        ("Leanne Fonta won. “We were late,” Fnta said.", "Fnta", []),
        ("We met on Sunday. Sunday Bunch opened. Then came Sunday Brunch.", "Brunch", []),
        ("Inglorious Bastards won. A prize for Inglorious Basterds is due.", "Basterds", []),
        ("Ann Hartley came. Cllr Hartleys said so.", "Hartleys", []),
    ],
)
def test_a_surname_after_a_title_is_that_of_the_person_named_before(text: str, word: str, meant: list[str]) -> None:
    assert judged(text, word).candidates == meant


@pytest.mark.parametrize(
    ("text", "word", "sure"),
    [
        ("He met Angela Merkle there.", "Merkle", True),
        ("The Mininster of Health spoke.", "Mininster", True),
        ("He met Darren Stroeger there.", "Stroeger", False),
        ("He moved to Floripa in May.", "Floripa", False),
    ],
)
def test_a_letter_for_another_may_make_another_name(text: str, word: str, sure: bool) -> None:
    assert judged(text, word).sure is sure


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Teh council met on Monday.", ["The"]),
        ("Adn then the lights went out.", ["And"]),
        ("Wth the river high, they left.", ["With"]),
        ("Thier plan was agreed.", ["Their"]),
    ],
)
def test_a_few_letters_that_begin_a_sentence_are_a_little_word(text: str, meant: list[str]) -> None:
    assert judged(text, text.split()[0]).candidates == meant


def test_what_is_told_of_makes_a_name_of_a_few_letters() -> None:
    assert judged("Teh said the plan was off.", "Teh").candidates == []
    assert judged("Teh Council met on Monday.", "Teh").candidates == []
