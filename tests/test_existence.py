from __future__ import annotations

from rules_of import fixes, rule, texts


def test_tokens_stand_at_words_edges_unless_nonword() -> None:
    assert texts(rule("kind: existence\ntokens: [cat]"), "A cat, a category.") == ["cat"]
    assert texts(rule("kind: existence\ntokens: [cat]\nnonword: true"), "A cat, a category.") == ["cat", "cat"]


def test_raw_pieces_are_joined_before_the_tokens_or_after() -> None:
    assert texts(rule("kind: existence\nraw: ['very ', '(?:old|new)']"), "A very new thing") == ["very new"]
    assert texts(rule("kind: existence\ntokens: [very]\nraw: [' old']\nappend: true"), "A very old thing") == [
        "very old"
    ]


def test_case_counts_when_asked() -> None:
    assert texts(rule("kind: existence\ntokens: [Cat]\nignorecase: false"), "A cat, a Cat.") == ["Cat"]


def test_straight_and_curly_apostrophes_are_alike() -> None:
    assert texts(rule('kind: existence\ntokens: ["it\'s"]'), "it’s, it's") == ["it’s", "it's"]


def test_quotation_marks_are_exact_when_asked() -> None:
    assert texts(rule("kind: existence\nraw: ['\"']\nexact_quotes: true"), '“a” "b"') == ['"', '"']


def test_an_exception_excuses_what_it_holds_and_what_holds_it() -> None:
    r = rule("kind: existence\ntokens: [MP]\nexceptions: [MPs, 'MP for Hull']")
    assert texts(r, "An MP. The MP for Hull. Some MPs.") == ["MP"]


def test_a_replacement_may_use_groups_and_takes_the_casing() -> None:
    assert fixes(rule("kind: existence\ntokens: ['(big) (dog)']\nreplace: $2 $1"), "Big dog") == ["Dog Big"]


def test_scopes_choose_the_blocks() -> None:
    text = "# A cat\n\nA cat\n\n- A cat\n"
    assert len(texts(rule("kind: existence\ntokens: [cat]\nscope: heading"), text)) == 1
    assert len(texts(rule("kind: existence\ntokens: [cat]\nscope: [list, paragraph]"), text)) == 2
    assert len(texts(rule("kind: existence\ntokens: [cat]\nscope: ~heading"), text)) == 2
    assert len(texts(rule("kind: existence\ntokens: [cat]\nscope: ~heading & ~list"), text)) == 1
