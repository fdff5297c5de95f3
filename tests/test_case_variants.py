from __future__ import annotations

import pytest
from rules_of import document_of, rule, run, texts

from lint.kinds.case_variants import Place, place_of
from lint.rule import Severity

STORY = rule("kind: casing\nstory: true")


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("# The Fall Of Great Houses", Place.TITLE),
        ("# The fall of great houses now", Place.PROSE),
        ("# Great Fall", None),  # too short to tell
        ("# Five Long Words Have capitals", Place.TITLE),
        ("# Five Long words have three Capitals", Place.PROSE),
        ("# Five Long Words have capitals", Place.PROSE),  # three of five: no more than the share
        ("Great Fall", Place.PROSE),
        ("The Fall Of Great Houses", Place.TITLE),
        ("The Fall Of Great Houses.", Place.PROSE),
        ("“The Fall Of Great Houses”", Place.PROSE),
        (" ".join(["Words"] * 20), Place.TITLE),
        (" ".join(["Words"] * 21), Place.PROSE),
        ("# " + " ".join(["Words"] * 21), Place.TITLE),
        ("# Ten Three Four of us", None),
    ],
)
def test_how_a_block_is_cased(source: str, place: Place | None) -> None:
    assert place_of(document_of(source), 0) is place


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # of three words, the middle one
        ("We know Union Chain Bridge well. We know Union chain Bridge well.", ["Union chain Bridge"]),
        ("We know Bank of England. We know Bank Of England.", ["Bank of England"]),
        ("They ran Union Chain Bridge. They ran Union chain Bridge, and union Chain Bridge.", ["Union chain Bridge"]),
        ("Union chain Bridge is old. We know Union Chain Bridge.", ["Union chain Bridge"]),
        # a name with its article
        ("She liked The Aviator. She was in The aviator.", ["The aviator"]),
        ("She liked it. The Aviator won. She was in The aviator.", []),  # “The” is the sentence's
        # the place where a name stands
        ("One.\n\nWe met Tessa Jowell.\n\nThen we met Tessa jowell.", ["Tessa jowell"]),
        ("We met Tessa Jowell. TESSA JOWELL left.", []),
        ("We met Tessa Jowell. The tessa jowell fund is new.", []),
        ("We met Tessa Jowell. At tessa.jowell/Tessa jowell/ it is told.", []),
        # a piece of a longer name is no second casing
        ("The New York film scene met. They saw the New York Film Festival.", []),
        ("He ran the Old Tower bridge. She ran Tower Bridge.", []),
        ("The Friends of Castle Pier met at Castle pier.", []),
        ("The Friends of the Castle Pier met at Castle pier.", []),
        ("The work of Castle Pier began at Castle pier.", ["Castle pier"]),
        ("Tower Bridge shut. A Tower bridge-like thing.", []),
        ("He ran the town’s Tower bridge. She ran Tower Bridge.", ["Tower bridge"]),
        ("Yesterday Tower bridge shut. She ran Tower Bridge.", ["Tower bridge"]),
        ("It shut. Yesterday Tower bridge shut. She ran Tower Bridge.", ["Tower bridge"]),
        ("It shut. Wandsworth Tower bridge shut. She ran Tower Bridge.", []),
        # small words
        ("Heirs of Lord Young of Graffham met Lord young of Graffham.", ["Lord young of Graffham"]),
        ("We read about the Ministry of Defence. The Ministry of defence met.", ["Ministry of defence"]),
        ("Labour won’t. The old Labour’s Tax Plan is dead. A Tax plan is new.", ["Tax plan"]),
        ("It is the Tory-Led Council. It was the Tory-led Council.", ["Tory-led Council"]),
        ("Mr Smith met Al Gore. Then al gore left.", []),
    ],
)
def test_what_is_cased_in_two_ways(text: str, found: list[str]) -> None:
    assert texts(STORY, text) == found


def test_the_majority_wins_and_is_shown() -> None:
    text = "The Labour party met. A Labour party is old. One Labour Party is new."
    (m,) = run(STORY, text)
    assert m.suggestions == ("Labour party",)
    assert [s.of(text) for s in m.related] == ["Labour party", "Labour party"]
    inside = "We know Union Chain Bridge well.\n\nWe know Union chain Bridge well."
    (m,) = run(STORY, inside)
    assert m.suggestions == ("Union Chain Bridge",)
    assert [s.of(inside) for s in m.related] == ["Union Chain Bridge"]


def test_at_a_draw_more_capitals_win_and_then_the_first() -> None:
    assert texts(STORY, "The Labour party met. A Labour Party met.") == ["Labour party"]
    assert texts(STORY, "We saw Tower bridge. We saw tower Bridge and Tower bridge. We saw Tower Bridge.") == [
        "Tower Bridge"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Labour Party Meets in Leeds\n\nThen the Labour party met.", []),
        ("# The Great Labour party Meets Leeds\n\nThen the Labour Party met.", ["Labour party"]),
        ("# Old Labour Party Meets Now\n\n# Old Labour party Meets Now", ["Old Labour party Meets Now"]),
        ("# The Data Briefing: How Design Helps\n\nIn The Data briefing we look.", ["The Data briefing"]),
        ("# The Data Briefing: How Design Helps\n\nIn the Data briefing we look.", []),
    ],
)
def test_headings_are_no_evidence_against_prose(text: str, found: list[str]) -> None:
    assert texts(STORY, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # of a longer name, three words
        ("We know Old Union Chain Bridge well. We know Union chain Bridge well.", ["Union chain Bridge"]),
        ("Union Chain Bridge Club won. We know Union chain Bridge well.", ["Union chain Bridge"]),
        ("Union chain Bridge is old. We know Old Union Chain Bridge.", []),
        ("We know Big union Chain bridge Club. We know My Chain Bridge Club.", ["Chain bridge Club"]),
        ("We know Old Hide And Seek well. We know Hide and Seek well.", []),
        # a word at the head of a sentence is no part of the name
        ("Yesterday Old Tower Bridge shut. They saw Old Tower bridge.", ["Old Tower bridge"]),
        ("Wandsworth Tower bridge shut. She ran Tower Bridge.", []),
        # a name with a particle
        ("Earlier, Van gogh made a film. Van Gogh’s film ran.", ["Van gogh"]),
        # no name of several words
        ("Friends of YouTube met friends of Youtube.", []),
        # a slip of the Shift key
        ("TOwer bridge shut. We saw Tower Bridge. We saw Tower Bridge.", ["TOwer bridge"]),
        ("Tower bridge shut. We saw Tower Bridge. We saw Tower Bridge.", []),
        # a longer name
        ("He ran Tower bridge Road. She ran Tower Bridge. We ran Tower Bridge.", []),
        ("He ran Tower bridge And fell. She ran Tower Bridge. We ran Tower Bridge.", ["Tower bridge"]),
        # headings
        ("# Tower bridge\n\nWe saw Tower Bridge. We saw Tower Bridge.", []),
        ("# The Tower bridge\n\nWe saw Tower Bridge. We saw Tower Bridge.", []),  # too short to tell
        ("# Union Chain Bridge\n\nThey met at Union Chain bridge.", []),
        ("# The Data Briefing: How Design Helps\n\nIn The data briefing we look.", []),
    ],
)
def test_a_second_casing_is_of_the_same_words_in_the_same_role(text: str, found: list[str]) -> None:
    assert texts(STORY, text) == found


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("I read Hide And Seek, and saw Hide and Seek.", Severity.SUGGESTION),
        ("I saw Tower Bridge, and ran to Tower bridge.", None),
        ("I read Hide And Seek Now, and saw Hide and seek Now.", None),
    ],
)
def test_small_words_alone_are_only_a_suggestion(text: str, severity: Severity | None) -> None:
    assert [m.severity for m in run(STORY, text)] == [severity]


@pytest.mark.parametrize(("letters", "found"), [(29, []), (30, ["Tower bridge"])])
def test_a_name_before_it_is_looked_for_so_far_back(letters: int, found: list[str]) -> None:
    assert texts(STORY, f"He ran W{'x' * (letters - 1)} Tower bridge. She ran Tower Bridge.") == found


def test_the_places_of_the_right_casing_are_named() -> None:
    text = "One.\n\nWe know Old Union Chain Bridge well.\n\nWe know Union chain Bridge well."
    (m,) = run(STORY, text)
    assert [s.of(text) for s in m.related] == ["Union Chain Bridge"]


def test_only_the_blocks_in_a_rules_scope_are_compared() -> None:
    prose = rule("kind: casing\nstory: true\nscope: paragraph")
    assert texts(prose, "# We Saw Tower bridge\n\nWe saw Tower Bridge. We saw Tower Bridge.") == []


@pytest.mark.parametrize(("cut", "place"), [(1996, Place.TITLE), (1997, None)])
def test_so_much_of_a_block_tells_how_it_is_cased(cut: int, place: Place | None) -> None:
    head = "Great Words "
    assert place_of(document_of(f"# {head}{'a ' * ((cut - len(head)) // 2)}{'.' * (cut % 2)}Have"), 0) is place


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("We saw Union Chain Bridge. We saw Union chain Bridge.", None),  # inside
        (
            "It was Chancellor Angela Merkel. It was German Chancellor Angela Merkel and German chancellor Angela Merkel.",
            Severity.SUGGESTION,
        ),
        ("We saw Charing Cross Hospital. We saw Charing Cross hospital.", None),  # an end of names
        ("We saw Ruby Wax. We saw Ruby wax.", None),  # a person
        ("We saw Costa Coffee. We saw Costa coffee.", Severity.SUGGESTION),  # an ordinary word
        ("We saw Ruby Police. We saw Ruby police.", Severity.SUGGESTION),
        ("We saw Costa Coffee, Costa Coffee, Costa Coffee, then Costa coffee.", None),  # again and again
        ("We saw Costa Coffee, Costa Coffee, then Costa coffee.", None),
        ("We saw Ruby Police, Ruby Police, then Ruby police.", Severity.SUGGESTION),
        ("We saw Manchester United. We saw Manchester united.", None),  # known everywhere
        ("We saw First Lady, First Lady, First Lady, then First lady.", Severity.SUGGESTION),  # a title
    ],
)
def test_another_use_of_the_same_words_is_a_suggestion(text: str, severity: Severity | None) -> None:
    assert {m.severity for m in run(STORY, text)} == {severity}
