"""Markdown: headings, lists, tables, quotes, links, HTML inside, front matter and shortcodes, by pulldown-cmark."""

from __future__ import annotations

import re
from typing import Any

import pyromark

from lint.document import DUMMY, Document
from lint.formats import foreign, front_matter, html, insets, jsx, plain
from lint.formats.base import TextFormat
from lint.formats.builder import Builder
from lint.span import Span, Units

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ELEMENTS = {"Paragraph", "Heading", "BlockQuote", "List", "Item"}

_LEAVES = {"Paragraph", "Heading", "Item", "TableCell", "DefinitionListTitle", "DefinitionListDefinition"}
"""What holds text itself."""


def parse(path: str, source: str, dialect: str) -> Document:
    """The document that a Markdown source is: front matter, then the body. It never fails."""
    builder = Builder(path, source, dialect)
    start = front_matter.read(builder)
    builder.skip(start)
    mdx = path.lower().endswith(".mdx")
    builder.cover([*insets.find(source, start, "mdx" if mdx else "markdown"), *jsx.find(source, start, mdx=mdx)])
    _Reader(builder, start, mdx=mdx).read()
    return builder.document()


class _Reader:
    """Follows pulldown-cmark's events; what no event covers is markup."""

    def __init__(self, builder: Builder, start: int, *, mdx: bool) -> None:
        self.builder = builder
        self.source = builder.source
        self.start = start
        self.mdx = mdx
        self.scopes: list[str] = []
        self.around: list[str | None] = []  # the scopes of the blocks around the pictures that are being read
        self.code = 0
        self.block = Span(start, start)
        self.foreign: dict[int, tuple[int, str]] | None = None  # of the block, once it was looked for

    def read(self) -> None:
        text = _SURROGATE.sub("?", self.builder.covered[self.start :])
        units = Units(text, "utf-8")
        html_block: Span | None = None
        for event, byte_range in pyromark.events_with_range(text, options=OPTIONS):
            span = Span(
                self.start + units.to_points(byte_range["start"]),
                self.start + units.to_points(byte_range["end"]),
            )
            if isinstance(event, str):
                self._simple(event, span)
                continue
            ((name, value),) = event.items()
            match name:
                case "Start" if value == "HtmlBlock":
                    html_block = span
                case "End" if value == "HtmlBlock":
                    if html_block is not None:
                        self._html(html_block)
                case "Start" if value == {"CodeBlock": "Indented"} and self._is_prose(span):
                    self._begin("Paragraph", span)
                    plain.read(self.builder, span)
                case "Start":
                    self._begin(_tag(value), span, value)
                case "End":
                    self._end(_tag(value), span)
                case "Html":
                    pass
                case _:
                    self._inline(name, value, span)

    def _is_prose(self, indented: Span) -> bool:
        return self.mdx or _is_prose(indented.of(self.source))

    # ---- events ------------------------------------------------------------------------------

    def _begin(self, tag: str, span: Span, value: Any = None) -> None:
        if tag in _ELEMENTS:
            self.builder.element(*span, apart=tag != "Item")
        if tag in _LEAVES:
            self.block, self.foreign = span, None
        match tag:
            case "Heading":
                self._open(self.builder.heading(int(value["Heading"]["level"][1:])))
            case "BlockQuote":
                self.scopes.append("quote")
                self.builder.end()
            case "Item" | "DefinitionListTitle" | "DefinitionListDefinition" | "FootnoteDefinition":
                self.scopes.append("list" if tag != "FootnoteDefinition" else "paragraph")
                self._open(self.scopes[-1])
            case "List" | "Table" | "TableHead" | "TableRow" | "DefinitionList":
                self.builder.end()
            case "TableCell":
                self._open("table")
            case "Paragraph":
                self._open(self.scopes[-1] if self.scopes else "paragraph")
            case "CodeBlock" | "MetadataBlock":
                self.code += 1
                self.builder.end()
                self.builder.protected.append(span)
            case "Image":
                self._image(span)

    def _end(self, tag: str, span: Span) -> None:
        match tag:
            case "BlockQuote" | "Item" | "DefinitionListTitle" | "DefinitionListDefinition" | "FootnoteDefinition":
                if self.scopes:
                    self.scopes.pop()
                self.builder.end()
            case "Heading" | "Paragraph" | "TableCell" | "TableHead" | "TableRow" | "Table" | "List":
                self.builder.end()
            case "CodeBlock" | "MetadataBlock":
                self.builder.end()
                if self.code:
                    self.code -= 1
                    self.builder.skip(span.end)
            case "Image":
                around = self.around.pop() if self.around else "paragraph"
                if around is not None:
                    self.builder.end()
                    self.builder.skip(span.end)
                    self._open(around)

    def _image(self, span: Span) -> None:
        """A picture begins, whose text is a block of its own; None: what it stands in is not read."""
        self.builder.protected.append(span)
        if span.start < self.builder.at:
            self.around.append(None)
        else:
            self.around.append(self.builder.scope or "paragraph")
            self.builder.begin("alt")

    def _open(self, scope: str) -> None:
        self.builder.begin(scope)

    def _simple(self, event: str, span: Span) -> None:
        if event == "SoftBreak" or event == "HardBreak":
            self.builder.render(span.start, span.end, "\n")

    def _inline(self, name: str, value: Any, span: Span) -> None:
        if self.code:
            return
        match name:
            case "Text":
                if len(value) == span.end - span.start:
                    self.builder.text(*span)
                else:
                    self.builder.render(span.start, span.end, " " if value == "\xa0" else value)
            case "Code" | "InlineMath" | "DisplayMath":
                self.builder.render(span.start, span.end, DUMMY, self._code(value, span))
            case "InlineHtml":
                self._inline_html(value, span)
            case "FootnoteReference" | "TaskListMarker":
                self.builder.skip(span.end)

    def _code(self, value: str, span: Span) -> str:
        """What a reader sees of code, whatever was covered in it."""
        source = span.of(self.source)
        return value if source == span.of(self.builder.covered) else source.strip("`").strip()

    def _inline_html(self, value: str, span: Span) -> None:
        if self.builder.insets(*span):
            return
        if foreign.SAYS_SO.search(value):
            self._foreign(span.start)
        if value.startswith("<!--"):
            self.builder.comments.append(span)
        elif value.startswith(("<!", "<?")):  # to a browser, a comment up to the next >, whatever Markdown makes of it
            end = self.source.find(">", span.start) + 1
            self.builder.skip(end)
            self.builder.text(end, span.end)
        if re.match(r"<br\b", value, re.I):
            self.builder.render(span.start, span.end, "\n")
        self.builder.skip(span.end)

    def _foreign(self, at: int) -> None:
        """Takes in an element in another language, if one begins here."""
        if self.foreign is None:
            self.foreign = html.inline(self.builder, *self.block)
        if at in self.foreign:
            end, visible = self.foreign[at]
            self.builder.render(at, end, DUMMY, visible)

    def _html(self, span: Span) -> None:
        self.builder.end()
        html.read(self.builder, span, self.scopes[-1] if self.scopes else "paragraph")
        self.builder.end()


def _tag(value: Any) -> str:
    """The name of an event's element, with or without attributes."""
    return value if isinstance(value, str) else str(next(iter(value)))


_WORDS = re.compile(r"(?<!\S)[A-Za-z][a-z'’]+[.,;:!?]?(?!\S)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|&\w+;")
_CODE = re.compile(r"[{}=<>]|[;({\[]\s*$|^\s*[$#>]|\w\(|^\s*(?:def|import|return|sudo|git|npm|pip)\b", re.M)


def _is_prose(text: str) -> bool:
    """Whether an indented block is a story's text that was pasted with its indent, and not code."""
    text = _TAG.sub(" ", text)
    words = len(_WORDS.findall(text))
    return words >= 4 and words >= 0.7 * len(text.split()) and not _CODE.search(text)


FORMAT = TextFormat(parse)
