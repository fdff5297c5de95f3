"""HTML: the text of a page, with entities read and scripts, styles, code and tags left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lint.document import DUMMY, Document
from lint.formats import foreign, front_matter, html_hidden, insets
from lint.formats.base import TextFormat
from lint.formats.builder import Builder
from lint.formats.entities import ENTITY, unescaped
from lint.formats.html_hidden import CODE, VOID
from lint.formats.html_tokens import Kind, Token, attribute, cut
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
_BLOCKS = set(_SCOPES) | set(
    "address article aside blockquote body button center details dialog dir div dl fieldset figure footer form head "
    "header hr html main menu nav ol optgroup option p plaintext pre section select table tbody tfoot thead tr ul "
    "xmp".split()
)
_ELEMENTS = set(
    "p div section aside nav footer address ul ol li blockquote h1 h2 h3 h4 h5 h6 a b em i small span strong".split()
)
"""What can be cut out when nothing else stands in it; a page, a table's cell or a form's part stays."""
_PAGES = {"html", "body"}
_CLOSED_BY = {"p": _BLOCKS, "li": {"li"}}
"""Elements whose end may be left out, and what then ends them."""
_PROTECTED = set(
    "audio embed iframe img input math noembed noframes noscript object pre script style template textarea video "
    "xmp".split()
)


def parse(path: str, source: str, dialect: str) -> Document:
    """The document that a page's source is. It never fails: what is no HTML is read as browsers do."""
    builder = Builder(path, source, dialect)
    start = front_matter.read(builder)
    builder.skip(start)
    builder.cover(insets.find(source, start, "html"))
    read(builder, Span(start, len(source)), "paragraph", body=False)
    return builder.document()


def read(builder: Builder, span: Span, scope: str, *, body: bool = True) -> None:
    """Reads a stretch of HTML into ``builder``; ``scope`` is that of text outside any block element. ``body``: it
    stands in a page's body."""
    _Reader(builder, span, scope).read(body=body)
    builder.skip(span.end)


def visible(source: str, base: int, tokens: Iterable[Token]) -> str:
    """What a page shows of a stretch. ``base``: where the text begins that was cut into the tokens."""
    texts = (source[base + t.span.start : base + t.span.end] for t in tokens if t.kind is Kind.TEXT)
    return ENTITY.sub(lambda m: unescaped(m[0]), "".join(texts))


def inline(builder: Builder, start: int, end: int) -> dict[int, tuple[int, str]]:
    """The elements in another language amid a text: where each begins, where it ends, and what a page shows of it."""
    text = builder.covered[start:end]
    tokens = list(cut(text))
    found = foreign.elements(text, tokens, builder.dialect, ends_p=_BLOCKS)
    return {
        start + tokens[i].span.start: (start + tokens[j].span.end, visible(builder.source, start, tokens[i : j + 1]))
        for i, j in found.items()
    }


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that is open, and the scope of the text in it; None: that of the text around."""

    tag: str
    scope: str | None


class _Reader:
    def __init__(self, builder: Builder, span: Span, scope: str) -> None:
        self.builder = builder
        self.base = span.start
        self.text = span.of(builder.covered)
        self.outer = scope
        self.stack: list[_Block] = []
        self.begun: list[tuple[str, int]] = []
        self.counts: Counter[tuple[str, bool]] = Counter()  # how many of a name are in begun (True) and stack (False)
        self.title = ""  # the scope of the <h1> that is being read, once it has text

    def read(self, *, body: bool) -> None:
        page = html_hidden.page(self.text, body=body)
        for index in page.endless:
            self._tell(page.tokens[index])
        hidden = page.hidden | foreign.elements(self.text, page.tokens, self.builder.dialect, ends_p=_BLOCKS)
        index = 0
        while index < len(page.tokens):
            end = hidden.get(index, index)
            if index in hidden:
                self._hide(page.tokens[index : end + 1])
            elif page.tokens[index].closed:
                self._token(page.tokens[index])
            else:
                self.builder.skip(self._place(page.tokens[index]).end)
            index = end + 1

    def _token(self, token: Token) -> None:
        place = self._place(token)
        match token.kind:
            case Kind.TEXT:
                self._text(token, place)
            case Kind.START:
                self._start(token, place)
            case Kind.END:
                self._end(token.name, place)
            case Kind.COMMENT if not self.builder.insets(*place):
                self.builder.comments.append(place)
        if token.kind is not Kind.TEXT:
            self.builder.skip(place.end)

    def _place(self, token: Token) -> Span:
        return Span(self.base + token.span.start, self.base + token.span.end)

    def _tell(self, token: Token) -> None:
        """Says that the rest of the page is hidden, at least from the page's reader."""
        if token.closed:
            missing = f"‘<{token.name}>’ has no ‘</{token.name}>’"
        elif token.kind is Kind.COMMENT:
            comment = self.text.startswith("<!--", token.span.start)
            missing = "‘<!--’ has no ‘-->’" if comment else "‘<!’ or ‘<?’ has no ‘>’"
        else:
            missing = f"the tag ‘{token.name}’ has no ‘>’"
        read_on = token.closed and token.name in html_hidden.READ_ON
        follows = "read, though browsers take it for more of that" if read_on else "not read"
        self.builder.note(self._place(token).start, f"{missing}, so what follows it is {follows}")

    # ---- what is hidden ----------------------------------------------------------------------

    def _hide(self, tokens: Sequence[Token]) -> None:
        name = tokens[0].name
        place = Span(self._place(tokens[0]).start, self._place(tokens[-1]).end)
        if name in _PROTECTED:
            self.builder.protected.append(place)
        if name in _PAGES:
            self.builder.note(place.start, "this page says that its language is another, so it is not read")
        if name in CODE or (name not in _BLOCKS and foreign.is_foreign(self.text, tokens[0], self.builder.dialect)):
            self._open_unless_open()
            self.builder.render(*place, DUMMY, visible(self.builder.source, self.base, tokens))
        if name in _BLOCKS:
            self._begin(name, place.start)
            self.builder.end()
            self._finish(name, place.start, place.end)
        self.builder.skip(place.end)

    # ---- tags --------------------------------------------------------------------------------

    def _start(self, tag: Token, place: Span) -> None:
        name = tag.name
        if name in _PROTECTED:
            self.builder.protected.append(place)
        self._begin(name, place.start)
        if name in _BLOCKS:
            self.builder.end()
            if name not in VOID:
                self._push(name)
        elif name == "br":
            self.builder.render(*place, "\n")
        elif name == "img":
            self._alt(tag)

    def _push(self, name: str) -> None:
        self.title = "" if name == "h1" else self.title
        scope = "h1" if name == "h1" else _SCOPES.get(name) or (self.stack[-1].scope if self.stack else None)
        self.stack.append(_Block(name, scope or ("quote" if name == "blockquote" else None)))
        self.counts[name, False] += 1

    def _end(self, name: str, place: Span) -> None:
        if name in _BLOCKS:
            self._pop(name)
            self.builder.end()
        self._finish(name, *place)

    def _pop(self, name: str) -> None:
        last = ""
        while self.counts[name, False] and last != name:
            last = self.stack.pop().tag
            self.counts[last, False] -= 1

    # ---- what can be cut out -----------------------------------------------------------------

    def _begin(self, tag: str, start: int) -> None:
        last, at = self.begun[-1] if self.begun else ("", 0)
        if tag in _CLOSED_BY.get(last, ()):
            self._forget()
            self.builder.element(at, start, tag=True)
        if tag in _ELEMENTS or tag in _BLOCKS - VOID:
            self.begun.append((tag, start))
            self.counts[tag, True] += 1

    def _forget(self) -> tuple[str, int]:
        last = self.begun.pop()
        self.counts[last[0], True] -= 1
        return last

    def _finish(self, tag: str, start: int, end: int) -> None:
        """The innermost element of this name ends; what is open in it ends before, if its end may be left out."""
        if not self.counts[tag, True]:
            return
        while (last := self._forget())[0] != tag:
            if last[0] in _CLOSED_BY:
                self.builder.element(last[1], start, tag=True)
        if tag in _ELEMENTS:
            self.builder.element(last[1], end, tag=True)

    def _alt(self, tag: Token) -> None:
        """Alternative text is prose of its own; the paragraph around it goes on afterwards."""
        value = attribute(self.text, tag, "alt")
        if value is None or not value.of(self.text).strip():
            return
        inside = self.builder.scope is not None
        self.builder.begin("alt")
        self._entities(Span(self.base + value.start, self.base + value.end))
        self.builder.end()
        if inside:
            self._open()

    # ---- text --------------------------------------------------------------------------------

    def _text(self, token: Token, place: Span) -> None:
        if self.builder.scope is None and (token.span.of(self.text).isspace() or self.builder.insets(*place)):
            return
        self._open_unless_open()
        self._entities(place)

    def _entities(self, span: Span) -> None:
        at = span.start
        for m in ENTITY.finditer(self.builder.covered, *span):
            read = unescaped(m[0])
            self.builder.text(at, m.start())
            if read == m[0]:
                self.builder.text(*m.span())
            else:
                self.builder.render(m.start(), m.end(), " " if read == "\xa0" else read)
            at = m.end()
        self.builder.text(at, span.end)

    def _open_unless_open(self) -> None:
        if self.builder.scope is None:
            self._open()

    def _open(self) -> None:
        scope = self.stack[-1].scope if self.stack else None
        if scope == "h1":
            scope = self.title = self.title or self.builder.heading(1)
        self.builder.begin(scope or self.outer)


FORMAT = TextFormat(parse)
