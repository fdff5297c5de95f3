from __future__ import annotations

from lint.dictionary.reasons import Reason, first, holds

SIZES = (
    Reason[int, bool]("small", lambda n: n < 3, True),
    Reason[int, bool]("odd", lambda n: n % 2 == 1, False),
    Reason[int, bool]("large", lambda n: n > 9, True),
)


def test_the_first_reason_that_holds_decides() -> None:
    assert first(SIZES, 1) == SIZES[0]
    assert first(SIZES, 11) == SIZES[1]
    assert first(SIZES, 4) is None


def test_where_no_reason_holds_the_answer_is_no() -> None:
    assert holds(SIZES, 1) is True
    assert holds(SIZES, 11) is False
    assert holds(SIZES, 12) is True
    assert holds(SIZES, 4) is False
