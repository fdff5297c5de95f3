"""The words of a story, as a speller sees them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from lint.dictionary.lexicon import Lexicon
from lint.dictionary.reasons import Reason, first
from lint.document import Document
from lint.span import Span
from lint.text.function_words import PARTICLES
from lint.text.sentences import begins_sentence

LONGEST = 45
"""A run of more letters than this is no word."""
SHORTEST = 2
"""A single letter is an initial or a label, which is spelt as it is meant."""
HYPHENS = ("-", "‑")

_HONORIFICS = frozenset(
    "Mr Mrs Ms Miss Dr Sir Lord Lady Dame The President Minister Cllr Councillor Professor Prof Senator Sen Rep Judge "
    "Justice Rev Reverend Father Sister Captain Capt Colonel Col Major General Gen Lieutenant Officer Detective "
    "Inspector Sergeant Sgt Constable Mayor Governor Gov Chancellor Actor Singer Director Former Star Host Presenter "
    "Manager Coach Chief Secretary Congressman Congresswoman Representative".split()
)
"""Titles: what stands before a full name and is no part of it."""
_CALLED = re.compile(r"(?:\b[A-Z][\w'’-]+\.? |\b[Vv]an (?:de[nr]? )?|\b(?:de|la|al|bin|von|der) )+\Z")
_FAR = 40
"""How far from a word what belongs to it is looked for."""
_GLUE = "@#\\/&=+*~^%$_"
"""A word that touches one of these, or a digit, is a piece of something else."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its text with straight apostrophes and without a possessive ending, its span in the prose, the index of
    its block, whether its capital may come from a sentence that begins there, and whether a hyphen touches it."""

    text: str
    span: Span
    block: int
    start: bool
    hyphenated: bool


class Story:
    """The words of one document, and how often each stands there."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = [t for i in range(len(document.blocks)) for t in _tokens(document, i)]
        self.counts = Counter(t.text for t in self.tokens)
        self.names = Counter(t.text for t in self.tokens if t.text[0].isupper() and not t.text.isupper())

    @cached_property
    def lower(self) -> list[Token]:
        """The words without a capital."""
        return [t for t in self.tokens if len(t.text) >= SHORTEST and t.text.islower()]

    @cached_property
    def capitalised(self) -> list[Token]:
        """The words with a capital, at the front or inside; not those of capitals alone."""
        return [t for t in self.tokens if len(t.text) >= SHORTEST and not t.text.islower() and not t.text.isupper()]

    @cached_property
    def full_names(self) -> list[tuple[Token, Token]]:
        """Two capitalised words side by side that no third one makes longer, and of which the first is no title."""
        text, found = self.document.prose, []
        pairs = [
            (one, two)
            for one, two in pairwise(self.tokens)
            if _are_beside(text, one, two) and one.text not in _HONORIFICS
        ]
        ends, begins = {two.span.start for _, two in pairs}, {one.span.start for one, _ in pairs}
        for one, two in pairs:
            if two.span.start not in begins and one.span.start not in ends:
                found.append((one, two))
        return found

    def near(self, word: str) -> Sequence[str]:
        """The names that may be one slip away from a word, in their order: each is like the word where one letter of
        either, or of both, is left out."""
        at = {i for piece in (word, *_less_a_letter(word)) for i in self._by_piece.get(piece, ())}
        names = self._names_in_order
        return [names[i] for i in sorted(at)]

    @cached_property
    def _names_in_order(self) -> Sequence[str]:
        return tuple(self.names)

    @cached_property
    def _by_piece(self) -> Mapping[str, Sequence[int]]:
        """The places of the names that a piece may come from: itself, or one with a letter more."""
        found: dict[str, list[int]] = {}
        for i, name in enumerate(self._names_in_order):
            for piece in (name, *_less_a_letter(name)):
                found.setdefault(piece, []).append(i)
        return found

    @cached_property
    def called(self) -> dict[str, set[str]]:
        """For each capitalised word, what stands right before it where that is a first name, a title or the particles
        of its name (“Van der”); "" where nothing of the kind does."""
        found: dict[str, set[str]] = {}
        text = self.document.prose
        for token in self.tokens:
            if token.text[0].isupper() and not token.text.isupper():
                m = _CALLED.search(text, max(0, token.span.start - _FAR), token.span.start)
                found.setdefault(token.text, set()).add(m[0].strip().rstrip(".’'") if m else "")
        return found

    @cached_property
    def partners(self) -> dict[str, set[str]]:
        """For each name, the names that stand right before or after it; not Mr and its like."""
        found: dict[str, set[str]] = {}
        for one, two in pairwise(self.tokens):
            both = one.text in self.names and two.text in self.names and one.text not in _HONORIFICS
            if both and self.document.prose[one.span.end : two.span.start] == " ":
                found.setdefault(one.text, set()).add(two.text)
                found.setdefault(two.text, set()).add(one.text)
        return found


def _less_a_letter(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def particles(called: str) -> str:
    """The particles at the end of what stands before a surname: “van der”."""
    words = called.lower().split()
    while words and words[0] not in PARTICLES:
        del words[0]
    return " ".join(words)


def is_title(called: str) -> bool:
    """Whether what stands before a name is titles alone: Cllr, Prime Minister."""
    return all(word.rstrip(".") in _HONORIFICS for word in called.split())


def _are_beside(text: str, one: Token, two: Token) -> bool:
    """Whether two capitalised words stand side by side, with a space between, and no hyphen at either."""
    cased = all(t.text[0].isupper() and not t.text.isupper() and not t.hyphenated for t in (one, two))
    return cased and text[one.span.end : two.span.start] == " "


def _tokens(document: Document, index: int) -> Iterator[Token]:
    text, base = document.texts[index], document.blocks[index].span.start
    for at in document.words[index]:
        found = Span(at.start - base, at.end - base)
        word = found.of(text)
        bare = word[:-2] if word[-2:].lower() == "'s" else word
        if bare and len(bare) <= LONGEST and first(PIECES, (text, found)) is None:
            span = Span(base + found.start, base + found.start + len(bare))
            hyphenated = text.startswith(HYPHENS, found.end) or text.endswith(HYPHENS, 0, found.start)
            start = word[0].isupper() and begins_sentence(text, found.start)
            yield Token(bare, span, index, start, hyphenated)


_APOSTROPHE_ENDS = re.compile(r"'(?![^\W\d_])")


def drops_g(straight: str, token: Token, lexicon: Lexicon) -> bool:
    """Whether an apostrophe stands for the g of a word (“goin’ home”, “Nothin’”)."""
    whole = token.text.lower() + "g"
    return (
        whole.endswith("ing")
        and _APOSTROPHE_ENDS.match(straight, token.span.end) is not None
        and lexicon.anywhere(whole)
    )


# ---- words that are a part of something else ---------------------------------------------------------

_Found = tuple[str, Span]


def _is_glue(sign: str) -> bool:
    return sign.isalnum() or (sign != "" and sign in _GLUE)


_SPACE = re.compile(r"\s")
_EITHER_OR = re.compile(r"[^\W\d_]{4,}[/&][^\W\d_]{4,}")


def _is_glued(found: _Found) -> bool:
    """x86, snake_case, a/b, @name; but a long word or another one (“teacher/pupil”) are two words."""
    text, (start, end) = found
    before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    if not (_is_glue(before[-1:]) or _is_glue(after[:1])):
        return False
    around = before.rpartition(" ")[2] + text[start:end] + re.split(r"\s", after, maxsplit=1)[0]
    return _EITHER_OR.fullmatch(around.strip("\"'()[].,;:!?")) is None


def _is_mended(found: _Found) -> bool:
    """[w]ith, hono[u]r: an editor has put a letter into what somebody wrote."""
    text, (start, end) = found
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (before[1:] == "]" and before[:1].isalpha()) or (after[:1] == "[" and after[1:].isalpha())


def _follows_stop(found: _Found) -> bool:
    """The ends of example.com and U.S."""
    text, (start, _) = found
    return start > 1 and text[start - 1] == "." and text[start - 2].isalnum()


def _precedes_stop(found: _Found) -> bool:
    """The beginning of example.com; a space may be missing before a capital (“so.He”)."""
    text, (_, end) = found
    following = text[end + 1 : end + 2]
    return text.startswith(".", end) and following.isalnum() and not following.isupper()


PIECES: tuple[Reason[_Found, None], ...] = (
    Reason("a sign or a digit touches it", _is_glued, None),
    Reason("a letter in brackets touches it", _is_mended, None),
    Reason("after a stop", _follows_stop, None),
    Reason("before a stop", _precedes_stop, None),
)
"""Why a word is a part of a file’s name, a formula, an abbreviation with stops."""
