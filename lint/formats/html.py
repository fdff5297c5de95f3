"""HTML: the text of a page, with entities read and scripts, styles, code and tags left out."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from lint.document import DUMMY, Document
from lint.formats.base import TextFormat
from lint.formats.builder import Builder
from lint.span import Span

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "title", "summary", "legend"}
_SCOPES = {
    **dict.fromkeys(_HEADINGS, "heading"),
    "title": "headline",
    "li": "list",
    "dt": "list",
    "dd": "list",
    "td": "table",
    "th": "table",
    "figcaption": "caption",
    "caption": "caption",
}
_INHERIT = {"p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "body", "form"}
_BLOCKS = (
    set(_SCOPES)
    | _INHERIT
    | set("blockquote ul ol dl table tr thead tbody tfoot figure hr html head button option select fieldset".split())
)
_SKIPPED = {"script", "style", "pre", "noscript", "iframe", "svg", "math", "textarea", "template"}
_DUMMY = {"code", "kbd", "samp", "tt", "var"}
_ELEMENTS = set(
    "p div section aside nav footer address ul ol li blockquote h1 h2 h3 h4 h5 h6 a b em i small span strong".split()
)
"""What can be cut out when nothing else stands in it; a page, a table's cell or a form's part stays."""
_CLOSED_BY = {"p": _BLOCKS, "li": {"li"}}
"""Elements whose end may be left out, and what then ends them."""
_PROTECTED = _SKIPPED - {"svg"} | set("audio embed img input object video".split())
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_ATTRIBUTE = re.compile(r"""\b(alt)\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")


def parse(path: str, source: str, dialect: str) -> Document:
    """The document that a page's source is. It never fails: what is no HTML is read as browsers do."""
    builder = Builder(path, source, dialect)
    if source.startswith("\ufeff"):
        builder.skip(1)
    read(builder, Span(0, len(source)), "paragraph")
    return builder.document()


def read(builder: Builder, span: Span, scope: str | None) -> None:
    """Reads a stretch of HTML into ``builder``; ``scope`` is that of text outside any block element."""
    reader = _Reader(builder, span, scope)
    reader.feed(span.of(builder.source))
    reader.close()
    builder.skip(span.end)


class _Reader(HTMLParser):
    def __init__(self, builder: Builder, span: Span, scope: str | None) -> None:
        super().__init__(convert_charrefs=False)
        self.builder = builder
        self.base = span.start
        self.outer = scope
        self.stack: list[str] = []
        self.begun: list[tuple[str, int]] = []
        self.skipping: list[str] = []
        self.code: list[str] = []  # the text of the <code> that is being read, which begins at code_at
        self.code_at = 0
        self.title = ""  # the scope of the <h1> that is being read, once it has text
        text = span.of(builder.source)
        self._lines = [0, *(m.end() for m in re.finditer("\n", text))]

    def error(self, message: str) -> None:  # html.parser of old called this; nothing here is fatal
        pass

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """``<![…`` is a bogus comment up to the next ``>``, as browsers have it; the library breaks off at it."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.rawdata.find(">", i) + 1 or -1

    @property
    def here(self) -> int:
        line, column = self.getpos()
        return self.base + self._lines[line - 1] + column

    # ---- tags --------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self.here
        raw = self.get_starttag_text() or ""
        end = start + len(raw)
        if self.skipping:
            if tag == self.skipping[-1]:
                self.skipping.append(tag)
            self.builder.skip(end)
            return
        if tag in _PROTECTED:
            self.builder.protected.append(Span(start, end))
        self._begin(tag, start)
        if tag in _SKIPPED:
            self.skipping.append(tag)
        elif tag in _DUMMY:
            self.skipping.append(tag)
            self.code, self.code_at = [], start
            if self.builder.scope is None:
                self._open()
            self.builder.render(start, end, DUMMY)
        elif tag in _BLOCKS:
            self.stack.append(tag)
            self.title = "" if tag == "h1" else self.title
            self.builder.end()
        elif tag == "br":
            self.builder.render(start, end, "\n")
        elif tag == "img":
            self._alt(start, raw)
        self.builder.skip(end)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PROTECTED:
            self.builder.protected.append(Span(self.here, self.here + 1))
        if tag in _SKIPPED or tag in _DUMMY:
            self.builder.skip(self.here + len(self.get_starttag_text() or ""))
            return
        self.handle_starttag(tag, attrs)
        if tag in self.stack and tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            if tag == self.skipping[-1]:
                self.skipping.pop()
                if not self.skipping and tag in _DUMMY:
                    self.builder.reveal(self.code_at, "".join(self.code))
        elif tag in _BLOCKS:
            if tag in self.stack:
                while self.stack.pop() != tag:
                    pass
            self.builder.end()
        end = self.builder.source.find(">", self.here) + 1
        if not self.skipping:
            self._finish(tag, self.here, end)
        self.builder.skip(end or self.here)

    # ---- what can be cut out -----------------------------------------------------------------

    def _begin(self, tag: str, start: int) -> None:
        last, at = self.begun[-1] if self.begun else ("", 0)
        if tag in _CLOSED_BY.get(last, ()):
            self.begun.pop()
            self.builder.element(at, start, tag=True)
        if tag in _ELEMENTS or tag in _BLOCKS - _VOID:
            self.begun.append((tag, start))

    def _finish(self, tag: str, start: int, end: int) -> None:
        """The innermost element of this name ends; what is open in it ends before, if its end may be left out."""
        index = next((i for i in reversed(range(len(self.begun))) if self.begun[i][0] == tag), None)
        if index is None or not end:
            return
        for last, at in reversed(self.begun[index + 1 :]):
            if last in _CLOSED_BY:
                self.builder.element(at, start, tag=True)
        at = self.begun[index][1]
        del self.begun[index:]
        if tag in _ELEMENTS:
            self.builder.element(at, end, tag=True)

    def _alt(self, start: int, raw: str) -> None:
        """Alternative text is prose of its own; the paragraph around it goes on afterwards."""
        m = _ATTRIBUTE.search(raw)
        if m is None or not m[2][1:-1].strip():
            return
        inside = self.builder.scope is not None
        self.builder.begin("alt")
        self._entities(Span(start + m.start(2) + 1, start + m.end(2) - 1))
        self.builder.end()
        if inside:
            self._open()

    # ---- text --------------------------------------------------------------------------------

    def handle_data(self, data: str) -> None:
        start = self.here
        if self.skipping:
            self._hidden(data)
            self.builder.skip(start + len(data))
            return
        if self.builder.scope is None and not data.strip():
            return
        if self.builder.scope is None:
            self._open()
        self.builder.text(start, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._entity()

    def handle_charref(self, name: str) -> None:
        self._entity()

    def _entity(self) -> None:
        start = self.here
        m = _ENTITY.match(self.builder.source, start)
        if m is None:
            return
        if self.skipping:
            self._hidden(html.unescape(m[0]))
            return
        if self.builder.scope is None:
            self._open()
        self._entities(Span(start, m.end()))

    def _hidden(self, text: str) -> None:
        if self.skipping[0] in _DUMMY:
            self.code.append(text)

    def _entities(self, span: Span) -> None:
        at = span.start
        for m in _ENTITY.finditer(self.builder.source, *span):
            read = html.unescape(m[0])
            self.builder.text(at, m.start())
            if read == m[0]:
                self.builder.text(*m.span())
            else:
                self.builder.render(m.start(), m.end(), " " if read == "\xa0" else read)
            at = m.end()
        self.builder.text(at, span.end)

    def handle_comment(self, data: str) -> None:
        start = self.here
        end = min(start + len(data) + 7, len(self.builder.source))
        self.builder.comments.append(Span(start, end))
        self.builder.skip(end)

    def _open(self) -> None:
        tag = next((t for t in reversed(self.stack) if t in _SCOPES), None)
        if tag is None:
            scope = "quote" if "blockquote" in self.stack else self.outer or "paragraph"
        elif tag == "h1":
            scope = self.title = self.title or self.builder.heading(1)
        else:
            scope = _SCOPES[tag]
        self.builder.begin(scope)


FORMAT = TextFormat(parse)
