"""Which stretches of a page no reader sees: scripts, code, pictures … where the page leaves no doubt of their ends.

A browser mends a page with tags that are left out or crossed, and moves the end of ``<code>`` or ``<svg>`` while it
does. Here an element is hidden only when its own start tag and its own end tag stand in the source and nothing between
them could make a browser end it sooner; everything else is text and is read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lint.formats.html_tokens import Kind, Token, raw_text, token
from lint.span import Span

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
CODE = frozenset("code kbd samp tt var".split())
"""Elements that stand amid a sentence and are no words of it."""
_FOREIGN = frozenset({"svg", "math"})
_APART = frozenset({"pre", "noscript", "template"})
_UNREAD = frozenset("script style textarea iframe noembed noframes xmp".split())
_RAW = _UNREAD | {"title"}
"""Elements whose text holds no tags."""
READ_ON = _RAW - {"script", "style"}
"""Those of them after which the page is read on where their end tag is missing; a browser takes it all for theirs."""
_PHRASING = (
    CODE
    | (VOID - {"col", "frame", "hr", "input"})
    | frozenset(
        "abbr acronym audio b bdi bdo big cite data del dfn em font i ins label mark meter output picture "
        "progress q rp rt ruby s small span strike strong sub sup time u video".split()
    )
)
_LINKS = frozenset({"a", "nobr"})
_FLOW = frozenset(
    "address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 "
    "h6 header hgroup hr li main nav ol p pre section summary ul xmp".split()
)
_CELLS = frozenset("caption colgroup tbody td tfoot th thead tr".split())
_LEAVES_FOREIGN = frozenset(
    "b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu "
    "meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul var".split()
)
_HTML_WITHIN = frozenset("foreignobject desc title mi mo mn ms mtext".split())
"""Elements of SVG and MathML whose content is HTML again."""
_BARRIERS = frozenset("applet button caption marquee object table td template th".split()) | _HTML_WITHIN
_HEAD = frozenset("base basefont bgsound head html link meta noscript script style template title noframes".split())
_ENDS_SELECT = frozenset("input keygen select textarea".split())


@dataclass(slots=True)
class _Open:
    """An element whose end has not come. ``index``: of its start tag among the tokens; ``outside``: how many of which
    elements were open before it."""

    tag: str
    index: int
    foreign: bool
    outside: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Page:
    """The tokens of a page; ``hidden``: the index of the token that ends it, for each that begins a hidden stretch;
    ``endless``: the indices of what has no end and hides the rest of the page, at least from a browser's user."""

    tokens: list[Token]
    hidden: dict[int, int]
    endless: list[int]


def page(source: str, *, body: bool = False) -> Page:
    """Cuts a page. ``body``: it is a piece of a page's body."""
    tree = _Tree(source, body)
    tree.read()
    return Page(tree.tokens, tree.hidden, tree.endless)


class _Tree:
    def __init__(self, source: str, body: bool) -> None:
        self.source, self.body = source, body
        self.tokens: list[Token] = []
        self.hidden: dict[int, int] = {}
        self.endless: list[int] = []
        self._open: list[_Open] = []
        self._counts: Counter[str] = Counter()
        self._sure: list[_Open] = []  # those of the open ones that may be hidden
        self._links: Counter[str] = Counter()  # start tags less end tags: a browser opens links anew
        self._without_end: set[str] = set()
        self._select = False
        self._torn = False

    def read(self) -> None:
        at = 0
        while at < len(self.source):
            found = token(self.source, at, foreign=self._in_foreign())
            self.tokens.append(found)
            at = found.span.end
            match found.kind:
                case Kind.START if found.closed:
                    at = self._start(found)
                case Kind.END if found.closed:
                    self._end(found.name)
                case Kind.TEXT:
                    self.body = self.body or not found.span.of(self.source).isspace()
            if not self.tokens[-1].closed:
                self.endless.append(len(self.tokens) - 1)

    # ---- start tags --------------------------------------------------------------------------

    def _start(self, tag: Token) -> int:
        """Where the next token begins."""
        name = tag.name
        if self._select and not self._in_select(name):
            return tag.span.end
        if self._in_foreign() and name not in _LEAVES_FOREIGN:
            if not tag.empty:
                self._push(name, foreign=True)
            return tag.span.end
        while self._in_foreign():
            self._pop()
        self.body = self.body or name not in _HEAD
        if self._sure and name not in _RAW - {"xmp"} and not self._is_safe(name):
            self._sure.clear()
        if name in _RAW:
            return self._raw(tag)
        if name == "plaintext":
            return self._to_the_end(tag)
        self._open_element(tag)
        return tag.span.end

    def _to_the_end(self, tag: Token) -> int:
        self.tokens.append(Token(Kind.TEXT, Span(tag.span.end, len(self.source))))
        return len(self.source)

    def _open_element(self, tag: Token) -> None:
        foreign = tag.name in _FOREIGN
        if tag.name == "select":
            self._select = True
        elif tag.name not in VOID and not (foreign and tag.empty):
            self._push(tag.name, foreign=foreign)

    def _in_select(self, name: str) -> bool:
        """Whether a start tag counts within ``<select>``, where all but a few are ignored."""
        if name in _ENDS_SELECT:
            self._select = False
        return name == "script" or name in _ENDS_SELECT - {"select"}

    def _raw(self, tag: Token) -> int:
        """Takes in the text of an element that holds no tags, and its end tag. Without that it is read as if it held
        some, or else hides all that follows."""
        name, start = tag.name, tag.span.end
        end = None if name in self._without_end else raw_text(self.source, start, name)
        if end is None:
            self._without_end.add(name)
            self.endless.append(len(self.tokens) - 1)
            if name in READ_ON:
                return start
            end = len(self.source)
        index = len(self.tokens) - 1
        if end > start:
            self.tokens.append(Token(Kind.TEXT, Span(start, end)))
        if end < len(self.source):
            self.tokens.append(token(self.source, end))
        if name in _UNREAD:
            self.hidden[index] = len(self.tokens) - 1
        return self.tokens[-1].span.end

    def _push(self, name: str, *, foreign: bool) -> None:
        new = _Open(name, len(self.tokens) - 1, foreign)
        if self._may_hide(name, foreign):
            new.outside = Counter(p=self._counts["p"], table=self._counts["table"]) + self._links
            self._sure.append(new)
        self._open.append(new)
        self._counts[name] += 1
        if name in _LINKS and not foreign:
            self._links[name] += 1

    def _may_hide(self, name: str, foreign: bool) -> bool:
        if foreign:
            return name in _FOREIGN
        return name in CODE or (name in _APART and (self.body or name != "noscript"))

    def _is_safe(self, name: str) -> bool:
        """Whether a start tag ends nothing that may be hidden, whatever a browser does with it."""
        innermost = self._sure[-1]
        outside = innermost.outside
        if name in _PHRASING or name in _FOREIGN:
            return True
        if name in _LINKS:
            return not self._torn and outside[name] == 0
        if self._torn or innermost.tag not in _APART:
            return False
        if name in _CELLS:
            return self._counts["table"] > outside["table"]
        return outside["p"] == 0 and (name in _FLOW or (name == "table" and outside["table"] == 0))

    # ---- end tags ----------------------------------------------------------------------------

    def _end(self, name: str) -> None:
        if self._select:
            self._select = name != "select"
            return
        if not self._counts[name]:
            self._links.pop(name, None)
            self._sure.clear()
            return
        crossed = False
        while self._open[-1].tag != name:
            crossed = crossed or self._open[-1].tag in _BARRIERS
            self._pop()
        if self._links[name] and not self._open[-1].foreign:
            self._links[name] -= 1
        if self._sure and self._sure[-1] is self._open[-1]:
            self.hidden[self._open[-1].index] = len(self.tokens) - 1
        self._pop()
        if crossed and name not in _CELLS | {"table"}:
            self._torn = True
            self._sure.clear()

    def _pop(self) -> None:
        gone = self._open.pop()
        self._counts[gone.tag] -= 1
        if self._sure and self._sure[-1] is gone:
            self._sure.pop()

    def _in_foreign(self) -> bool:
        return bool(self._open) and self._open[-1].foreign and self._open[-1].tag not in _HTML_WITHIN
