"""Components, expressions and modules are no prose; the text in components is."""

from __future__ import annotations

import pytest
from rules_of import document_of

from lint.document import DUMMY


def prose(source: str, path: str = "a.mdx") -> str:
    document = document_of(source, path)
    return " | ".join(b.span.of(document.prose).replace(DUMMY, "□") for b in document.blocks)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("import A from 'a'\nimport {b,\n  c} from \"d\";\nimport 'e'\n\nOne", "One"),
        ("import type {A} from 'a'\n\nOne", "One"),
        ("export const a = {\n  b: 1,\n\n  c: `}`\n}\n\nOne", "One"),
        ("export default function A() { return 1 }\n\nOne", "One"),
        ("export { a } from 'b'\n\nOne", "One"),
        ("import taxes rose\n\nexport prices fell", "import taxes rose | export prices fell"),
        ("One\nimport a from 'b'", "One\nimport a from 'b'"),
        ("```js\nimport a from 'b'\nexport const c = {\n```\n\nOne", "One"),
    ],
)
@pytest.mark.parametrize("path", ["a.mdx", "a.md"])
def test_modules_are_no_prose_where_a_block_begins(source: str, read: str, path: str) -> None:
    assert prose(source, path) == read


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("A {b} c {d.e({f: '}'})} g", "A □ c □ g"),
        ("A {/* b } */} c", "A  c"),
        ("A {`b } ${c}`} d", "A □ d"),
        ("{a.map(b => (\n\n<p>c</p>\n\n))}\n\nd", "□ | d"),
        ("A { b\n\nc } d", "A { b | c } d"),
        ("A \\{ b } c", "A { b } c"),
        ("A `{` b } c", "A □ b } c"),
        ("```\n{\n```\n\nA } b", "A } b"),
        ("I <3 you, a < b and c > d", "I <3 you, a < b and c > d"),
        ("<>One</> two", "One two"),
        ("<Foo a={b > c} d='e'>One</Foo> two", "One two"),
        ('<Foo.Bar a="b"\n  {...c}\n/>\n\nOne', "One"),
        ("<Foo\n  a={[\n    1,\n\n    2,\n  ]}\n>\n  One **two**.\n</Foo>", "One two."),
        ('<Foo alt="A hill" title="no" />', "A hill"),
        ("<div className={a}>\n  One **two**\n</div>", "One two"),
        ("<b title={a > b}>One</b>", "One"),
        ("<Foo one, two> three", "<Foo one, two> three"),
        ("    One two", "One two"),
    ],
)
def test_what_is_read_of_mdx(source: str, read: str) -> None:
    assert prose(source) == read


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("A {b} and <Foo a={b > c}>One</Foo> two", "A {b} and One two"),
        ("<Foo.Bar>One</Foo.Bar> two", "One two"),
        ('<Foo\n\n  alt="A hill"\n/>\n\nOne', "A hill | One"),
        ("<Foo>\n\nOne **two**\n\n</Foo>", "One two"),
        ("A List<String> of `<Foo a={b}>` and <> too", "A List of □ and <> too"),
    ],
)
def test_a_markdown_file_may_hold_components_and_no_expressions(source: str, read: str) -> None:
    assert prose(source, "a.md") == read
