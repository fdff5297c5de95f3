from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lint.text.near_duplicates import alike, best, normal


def test_numbers_case_and_marks_do_not_count() -> None:
    assert normal("Call 0800 555 0123, now!") == normal("call 1 2 3 now")


def test_a_word_more_is_still_the_same_line() -> None:
    one, other = normal("Sign up to our free newsletter today."), normal("Sign up to our free weekly newsletter today.")
    assert alike(one, other, 0.85)
    assert not alike(one, normal("The mayor opened the new bridge today."), 0.85)
    assert best(one, [normal("Nothing like it"), other], 0.85)


@given(st.text(max_size=60))
def test_a_line_is_like_itself(text: str) -> None:
    assert alike(normal(text), normal(text), 1.0)
