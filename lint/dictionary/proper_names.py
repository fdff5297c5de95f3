"""Whether a capitalised word is a name misspelt: only on evidence, for names are in no dictionary."""

from __future__ import annotations

import re
from collections.abc import Collection

from rapidfuzz.distance import OSA

from lint.dictionary.lexicon import Lexicon, edits, sound
from lint.dictionary.story import Story, Token
from lint.dictionary.word_formation import Wordhood
from lint.document import DUMMY, Document
from lint.text.casing import cased

COMMON = 3.7
"""A capitalised word one slip away from a word at least this common (Zipf) is taken for that word misspelt."""
RATHER_COMMON = 3.1
"""The same for a word of eight letters or more, which few names are close to, for one that begins a sentence, and for
one that only lacks a letter inside."""
LITTLE = 5.5
"""The same for a word of four letters that begins a sentence."""

SELDOM = 3.0
"""A word of the dictionary that is less common (Zipf) may be a misspelt name all the same (Kier for Keir)."""
OWN_NAME = 3.4
"""Two names that are both this common (Zipf) are two people’s, Jean’s and Joan’s, unless their letters are swapped."""
SEEN = 1.0
"""A capitalised word that people write at least this often (Zipf) is some name; a slip is seldom so common."""
FAMOUS = 3.0
"""A name at least this common (Zipf) is known everywhere."""

_NAME_BEFORE = re.compile(r"[A-Z][\w.'’-]* \Z")
CALENDAR = frozenset(
    "January February March April June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday".split()
)


class Naming:
    """Finds the evidence against a name: a name that the story has more often, or a very common word, one slip away."""

    def __init__(self, lexicon: Lexicon, wordhood: Wordhood, own: Collection[str]) -> None:
        self._lexicon = lexicon
        self._wordhood = wordhood
        self._own = own

    def brand(self, token: Token, story: Story) -> str | None:
        """The brand that a word is in the wrong casing, or misspelt with a capital inside: Youtube, GutHub.

        A story that writes it so three times means it.
        """
        word, lexicon = token.text, self._lexicon
        if "'" in word or len(word) < 5 or lexicon.anywhere(word) or story.counts[word] >= 3:
            return None
        if word.lower() in self._own or (word[1:].islower() and word.lower() not in lexicon.brands):
            return None
        brand = lexicon.brand(word)
        opens = token.start and brand is not None and word[1:] == brand[1:]  # “IPhone sales fell”
        return None if brand == word or opens else brand

    def meant(self, token: Token, story: Story, document: Document) -> list[str]:
        """What a name of no dictionary may have been meant to be; empty when it is left alone."""
        word = token.text
        if len(word) == 4 and token.start and not token.hyphenated and story.counts[word] == 1:
            return self._little(word, document)
        if len(word) < 4 or "'" in word or word.lower() in self._own:
            return []
        if self._lexicon.in_any_case(word):
            return self._other_spelling(token, story)
        if len(word) < 5:  # short names are one letter apart (Maso, Masi); if people have both, the person must be one
            mine, seen = story.partners.get(word, set()), self._lexicon.zipf(word) >= SEEN
            return [w for w in _more_often(word, story) if not seen or mine & story.partners.get(w, set())]
        if word.endswith("s") and self._lexicon.in_any_case(word[:-1]):
            return []  # the Hendersons
        low, dialect = word.lower(), document.dialect
        if token.start and (self._wordhood.built(low, dialect) or self._wordhood.new(low, dialect)):
            return []
        often = _more_often(word, story)
        listed = self._lexicon.misspelt(low, dialect)
        known = [w for w in listed if w.isalpha() and self._lexicon.zipf(w) >= RATHER_COMMON]
        if known and len(word) > 5 and self._lexicon.zipf(known[0]) >= self._lexicon.zipf(word) + 1.5:
            return list(dict.fromkeys([*often, *(cased(w, word) for w in known)]))[:3]
        if self._lexicon.zipf(word) >= SEEN:  # a name that people have
            mine = story.partners.get(word, set())
            return [w for w in often if not mine or not story.partners.get(w) or mine & story.partners[w]]
        meant = [*often, *self._common_words(token, story, document), *self._famous(token, story, dialect)]
        return list(dict.fromkeys(meant))[:3]

    def _other_spelling(self, token: Token, story: Story) -> list[str]:
        """The spelling that the same person, by the name before or after, has oftener in this story; for a name that
        is in the dictionaries, so that the story alone can tell (Gonzales … Gonzalez)."""
        word = token.text
        if self._lexicon.anywhere(word.lower()) and self._lexicon.zipf(word) >= SELDOM:
            return []
        mine = story.partners.get(word, set())
        return [
            w
            for w in _more_often(word, story)
            if mine & story.partners.get(w, set())
            and not w.startswith(word)
            and not word.startswith(w)
            and not (self._lexicon.anywhere(w.lower()) and self._lexicon.zipf(w) >= SELDOM)
            and (min(self._lexicon.zipf(w), self._lexicon.zipf(word)) < OWN_NAME or sorted(w) == sorted(word))
        ]

    def _famous(self, token: Token, story: Story, dialect: str) -> list[str]:
        """The well-known names that a word is, with letters swapped, doubled or dropped inside it (Netanyhau)."""
        word, low = token.text, token.text.lower()
        if len(word) < 6 or story.names[word] >= 2 or token.hyphenated or low.endswith("s"):
            return []
        close = self._lexicon.close(low, dialect)
        swapped = [w for w in close if w[0].isupper() and sorted(w.lower()) == sorted(low) and w[-1] == low[-1]]
        if len(low) >= 7 and len(swapped) == 1:
            return swapped
        ends, letters = (low[0], low[-1]), set(low)
        near = {e for e in edits(low) if self._lexicon.zipf(e) >= FAMOUS and (e[:1], e[-1:]) == ends}
        known = [e for e in near if not self._lexicon.anywhere(e) and (len(e) != len(low) or set(e) == letters)]
        known = [e for e in known if not self._lexicon.anywhere(e + "g")]  # livin’ is no name
        return sorted((e.capitalize() for e in known), key=lambda w: -self._lexicon.zipf(w))

    def _little(self, word: str, document: Document) -> list[str]:
        """The very common words that four letters at the beginning of a sentence are, with one letter too many, too
        few, or swapped (“Thes”); a wrong letter is left alone, for short names differ by one."""
        low = word.lower()
        if self._lexicon.in_any_case(word) or low in self._own or self._lexicon.zipf(low) >= 3.0:
            return []
        close = self._lexicon.close(low, document.dialect)
        meant = [s for s in close if s.islower() and self._lexicon.zipf(s) >= LITTLE]
        return [cased(s, word) for s in meant if len(s) != 4 or sorted(s) == sorted(low)][:3]

    def _common_words(self, token: Token, story: Story, document: Document) -> list[str]:
        word, prose = token.text, document.prose
        before = prose[max(0, token.span.start - 4) : token.span.start].lower()
        if story.names[word] >= 2 or token.hyphenated or before.endswith(DUMMY):
            return []
        if word.endswith("s") and before == "the ":
            return []  # the Barneas
        follows = prose[token.span.end : token.span.end + 3]
        plain = token.start and re.match(rf"\s(?:[a-z{DUMMY}]|[A-Z]{{2}})", follows) is not None
        alone = not _NAME_BEFORE.search(prose, max(0, token.span.start - 30), token.span.start)
        close = self._lexicon.close(word.lower(), document.dialect)
        return [cased(s, word) for s in close if self._is_slip(word, s, plain, alone)][:3]

    def _is_slip(self, word: str, meant: str, plain: bool, alone: bool) -> bool:
        """Whether ``word`` is likelier a slip of ``meant`` than a name. ``plain``: it begins a sentence and no name
        follows; ``alone``: no capitalised word stands right before it, as a first name would."""
        own, zipf, low = self._lexicon.zipf(word), self._lexicon.zipf(meant), word.lower()
        inside = len(word) >= 6 and (low[0], low[-1]) == (meant[0], meant[-1])
        near = inside and len(word) < len(meant)
        if not alone and not plain and len(word) < 8 and meant.islower() and sorted(low) != sorted(meant):
            return near and zipf >= 4.3
        if plain and inside and meant.islower() and sound(low) == sound(meant):
            return zipf >= 1.5  # “Outputing”, “Definately”
        near = alone and near
        ordinary = meant.islower() and (plain or len(word) >= 8 or near)
        if zipf < (RATHER_COMMON if ordinary else COMMON) or (own >= 2.0 and zipf - own < 2.5):
            return False
        return _likely(low, meant.lower(), meant.islower() and (plain or near))


def _more_often(word: str, story: Story) -> list[str]:
    """Names that the story has more often, one slip away and not the plural."""
    found = [
        other
        for other, count in story.names.items()
        if count > max(1, story.names[word])
        and abs(len(other) - len(word)) <= 1
        and word.lower() != other.lower()
        and OSA.distance(word, other, score_cutoff=1) == 1
        and other + "s" != word
        and word + "s" != other
    ]
    return sorted(found, key=lambda w: -story.names[w])[:3]


def _likely(word: str, meant: str, plain: bool) -> bool:
    """Names differ from words as misspellings seldom do: at the end, or by one letter of a few. Two letters swapped
    are a slip at any length; anything else only in a word of seven letters or more, or in an ordinary word that begins
    a sentence (``plain``)."""
    if word == meant:
        return False
    if sorted(word) == sorted(meant) or plain or (meant.capitalize() in CALENDAR and word[-1] == meant[-1]):
        return True
    return len(word) >= 7 and (word[-1] == meant[-1] or (len(word) >= 9 and word[-1] not in "aio"))
