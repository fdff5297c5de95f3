"""What Markdown and its shortcodes leave out is markup, and no text that stands beside it."""

from __future__ import annotations

import pytest
from rules_of import document_of

from lint.document import DUMMY


def prose(source: str, path: str = "a.md") -> list[str]:
    document = document_of(source, path)
    return [b.span.of(document.prose).replace(DUMMY, "□") for b in document.blocks]


@pytest.mark.parametrize("path", ["a.md", "a.txt"])
@pytest.mark.parametrize(("begin", "end"), [("{{", "}}"), ("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}")])
def test_a_shortcode_ends_in_its_own_paragraph(path: str, begin: str, end: str) -> None:
    source = f"Some {begin} text.\n\nThe hsotage talks.\n\nMore {end} x."
    assert prose(source, path) == [f"Some {begin} text.", "The hsotage talks.", f"More {end} x."]


@pytest.mark.parametrize("mark", ["- ", "* ", "1. ", "> ", "# "])
def test_a_shortcode_ends_in_its_own_block(mark: str) -> None:
    assert prose(f"{mark}Some {{{{ text.\n{mark}The hsotage }}}} talks.")[-1].endswith("The hsotage }} talks.")


@pytest.mark.parametrize(
    "shortcode",
    ["{{ x }}", "{% x y='z' %}", '{{< figure\n   src="x"\n   class="y" >}}', "[gallery ids=1]", "{{% x %}}"],
)
@pytest.mark.parametrize("path", ["a.md", "a.txt"])
def test_a_shortcode_is_no_text(shortcode: str, path: str) -> None:
    (text,) = prose(f"Before {shortcode} after.", path)
    assert set(text.removeprefix("Before ").removesuffix(" after.")) <= {"□", "\n"}


def test_a_value_of_a_shortcode_may_have_several_blocks() -> None:
    source = 'One.\n\n{% include x\ntitle = "a"\ncontent= "\n- An item\n\nA text" %}\n\nTwo.'
    assert [text for text in prose(source) if text.strip("□\n")] == ["One.", "Two."]
    assert prose('A {{ x="b }} c.\n\nThe hsotage talks.') == ["A □ c.", "The hsotage talks."]


def test_a_declaration_amid_a_paragraph_ends_where_a_browser_ends_it() -> None:
    assert prose("One <![CDATA[ a > hsotage ]]> two") == ["One  hsotage ]]> two"]
    assert prose("One <!A b> two <?c?> three") == ["One  two  three"]


def test_html_without_an_end_hides_nothing_of_the_text_below() -> None:
    assert prose("<pre>\na\n\nThe hsotage talks.") == ["a\n\nThe hsotage talks."]
    document = document_of("A.\n\n<!-- b\n\nThe talks.")
    assert document.notes == ("line 3: ‘<!--’ has no ‘-->’, so what follows it is not read",)
