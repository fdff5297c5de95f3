"""One phrase cased two ways in one story: the majority wins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

import regex

from lint.dictionary import known_names
from lint.dictionary.known_names import GIVEN
from lint.dictionary.lexicon import load
from lint.document import Document
from lint.finding import Match
from lint.kinds.base import match
from lint.matching.prefilter import Index
from lint.rule import Rule, Severity
from lint.span import Span
from lint.text.function_words import PARTICLES
from lint.text.sentences import begins_sentence
from lint.text.words import stands_alone

HEADINGS = ("heading", "headline", "frontmatter.title", "frontmatter.headline")
_LETTERS = re.compile(r"[^\W\d_][^\W_]*")
_LONG = 20
"""A paragraph of more words than this is no heading, however many capitals it has."""


class Place(Enum):
    """How capitals stand in a block: as in prose, or on every word that is not small."""

    PROSE = "prose"
    TITLE = "title"


LONG_WORD = 3
"""Words of more letters than this have capitals in a heading; “and” and “with” may lack them."""
TELLING = 3
"""So many long words tell how a block is cased."""
TITLE_SHARE = 0.6
"""With more than this share of its long words in capitals, a block is cased as a title."""
FULL_NAME = 2
"""Words of a person’s name."""
OFTEN = 2
"""So many places in one casing make a single one in another a slip."""
_PREPOSITIONS = frozenset("at by for from in on to with".split())
"""What follows a name and is no part of it."""
_ENDS_NAMES = frozenset(
    "abbey academy act agency agreement airport alliance arena assembly association authority award awards bank "
    "barracks bay beach bridge bureau canal castle cathedral center centre championship championships choir church "
    "club college commission committee company congress convention corporation council court cup day department "
    "estate federation festival forum foundation fund gallery gardens government guild hall hospital hotel house "
    "infirmary institute island lake league library marina ministry mosque museum office online orchestra "
    "organisation organization palace park parliament partnership party pier priory prize programme project "
    "racecourse river road school senate service society square stadium station street theater theatre times tower "
    "treaty tribunal trust union university valley week zoo".split()
)
"""Words that names of institutions, places and events end with; in lower case they belong to no name."""
_FOLLOWS_NAMES = frozenset(
    "account actor actress advert app apps article backbencher backbenchers ban band bid board boss boy boys "
    "brand campaign captain caramel case chief child children city clip coach coast councillor councillors "
    "country couple crew daughter debut decoration decorations director doctor election episode executive "
    "expert experts factory family fan fans father fight flag flavour footage forces forward girl girls "
    "graduate headquarters hero host interview job journalist kit lab launch lawyer leader leadership legend "
    "line lockdown man manager match mayor media member members midfielder minister ministers mother mp mps "
    "name native news number office officer officers official officials owner people photo picture player "
    "players police policy post posts premier president producer product public region report reporter resident "
    "residents rival sales sheriff shop side singer site skipper snap son source spokesman spokeswoman staff "
    "star stars store stories story striker student students style supporter supporters team title tour town "
    "trip users vaccine vaccines victory video view viewers visit visitor visitors voters website wife win "
    "winger woman women worker workers world writer".split()
)
"""Words that stand after a name in lower case and are no part of it: the Oregon police, an Instagram story."""
_TITLES = frozenset(
    "admiral archbishop attorney bishop chancellor commissioner congressman congresswoman deputy duchess duke emperor "
    "first former general governor judge justice king lady lord president prime prince princess prosecutor queen "
    "secretary senator sheriff sultan vice".split()
)
"""Titles, which a house writes with capitals before a name, or only there."""
_AFTER_NAMES = _FOLLOWS_NAMES | _TITLES
_ENDS_AS_PROSE = (".", "!", "?", '"')


def place_of(document: Document, index: int) -> Place | None:
    """How a block is cased; None for a heading too short to tell."""
    heading, text = document.blocks[index].scope in HEADINGS, document.texts[index]
    words = [w for w in _LETTERS.findall(text[:2000]) if len(w) > LONG_WORD]
    if not heading and (text.endswith(_ENDS_AS_PROSE) or len(words) > _LONG):
        return Place.PROSE
    if len(words) < TELLING:
        return None if heading else Place.PROSE
    return Place.TITLE if sum(w[0].isupper() for w in words) > TITLE_SHARE * len(words) else Place.PROSE


_WORD = r"[A-Z][a-zà-ÿ][\w']*(?:-[A-Z]?[\w']+)*"
SMALL_WORDS = frozenset("of for and the on in with to at by from a an de du la al der van von".split())
_SMALL = r"(?:of|for|and|the|on|in|de|du|la|al|der|van|von)"
_RUN = re.compile(rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD})+")
_THE = re.compile(rf"\bThe(?: {_WORD}){{2}}\b(?! {_WORD})")
"""A name with its article, in a heading."""
_BETWEEN = regex.compile(
    r"\b[A-Z][a-z]\w* (?P<low>[a-z]{3,}) [A-Z][a-z]\w*|(?<=[a-z],? )The (?P<low>[a-z]{3,})(?= \p{Ll}|[.,;])"
)
_NAMED = regex.compile(r"\b(?:[A-Z][a-z]\w* [A-Z][a-z]\w* [A-Z][a-z]\w*|The [A-Z][a-z]\w*)\b")
_SMALL_ONLY = re.compile(rf" {_SMALL} ")
_PARTICLE = re.compile(rf"(?:{'|'.join(sorted(PARTICLES))}|the|a|an)\b", re.IGNORECASE)


def two_ways(rule: Rule, document: Document) -> Iterator[Match]:
    """Names that the document cases in two ways, where they are in the minority."""
    places = [place_of(document, i) for i in range(len(document.blocks))]
    for spans in _repeated(document, _phrases(document, places)):
        yield from _compare(rule, document, places, spans)
    yield from _inside(rule, document, places)


def _phrases(document: Document, places: list[Place | None]) -> set[str]:
    """What may be a name of several words, in lower case."""
    found: set[str] = set()
    for text, place in zip(document.texts, places, strict=True):
        if place is not None:
            found |= {phrase.lower() for m in _RUN.finditer(text) for phrase in _readings(text, m)}
        if place is Place.TITLE:
            found |= {m[0].lower() for m in _THE.finditer(text)}
    return found


def _repeated(document: Document, phrases: set[str]) -> Iterator[list[Span]]:
    """All places of each phrase that stands more than once, the longest phrase first."""
    found: dict[int, list[Span]] = {}
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    for entry, start, end in Index([frozenset({p}) for p in longest_first]).hits(document.folded):
        found.setdefault(entry, []).append(Span(start, end))
    yield from (spans for _, spans in sorted(found.items()) if len(spans) > 1)


def _inside(rule: Rule, document: Document, places: list[Place | None]) -> Iterator[Match]:
    """A word in lower case between two with capitals (“the Union chain Bridge”), or after an article with one (“in The
    aviator”), where the story has them all with capitals elsewhere in prose."""
    prose = [i for i, place in enumerate(places) if place is Place.PROSE]
    broken = [(i, m) for i in prose for m in _BETWEEN.finditer(document.texts[i], overlapped=True)]
    if not broken:
        return
    names: dict[str, list[Span]] = {}
    for i in prose:
        text, base = document.texts[i], document.blocks[i].span.start
        for m in _NAMED.finditer(text, overlapped=True):
            if not (m[0].startswith("The ") and begins_sentence(text, m.start())):
                names.setdefault(m[0], []).append(Span(base + m.start(), base + m.end()))
    for i, m in broken:
        text, base = document.texts[i], document.blocks[i].span.start
        low = m["low"]
        right = text[m.start() : m.start("low")] + low.capitalize() + text[m.end("low") : m.end()]
        if right in names and low not in SMALL_WORDS and not begins_sentence(text, m.start()):
            span = Span(base + m.start(), base + m.end())
            yield match(rule, document, span, [right], related=names[right])


def _readings(text: str, m: re.Match[str]) -> set[str]:
    """The names that a run of capitals may hold: the whole run, its parts between small words ("the Hansard Society
    and the Department for Education") and possessives ("January’s Australian Open"), and the last two words of each
    (a name after a title).

    A first word that may owe its capital to its place, and endings ("’s", "-winning"), are left out.
    """
    run = m[0]
    first = run.partition(" ")[0]
    if begins_sentence(text, m.start()) and load().anywhere(first.lower()) and not load().anywhere(first):
        run = re.sub(rf"^\S+ (?:{_SMALL} )*", "", run)
    parts = {run, *re.split(rf"(?:'s?)? (?:{_SMALL} )+|'s ", run)}
    parts |= {" ".join(part.split()[-2:]) for part in parts if not _SMALL_ONLY.search(part)}
    clean = {re.sub(r"(?:-[a-z]\w*)+$|'s?$", "", part) for part in parts}
    return {p for p in clean if " " in p and (_only_a_name(p) or not _PARTICLE.match(p))}


def _only_a_name(phrase: str) -> bool:
    """Whether the last word is no word in lower case (“Van Gogh”, not “The Guide”)."""
    return not load().anywhere(phrase.rpartition(" ")[2].lower())


def _compare(rule: Rule, document: Document, where: list[Place | None], spans: list[Span]) -> Iterator[Match]:
    """All places of one phrase: those with a capital missing, or one too many, against the rest.

    In a heading where every word has a capital, that is no evidence, but a word without one is a fault.
    """
    prose, titles = _by_casing(document, where, spans)
    if len({*prose, *titles}) < 2:
        return
    right = _right(prose, titles)
    wrong = [s for text, places in prose.items() if text != right for s in places]
    wrong += [s for text, places in titles.items() if _capitals(text) < _capitals(right) for s in places]
    related = sorted([*prose.get(right, ()), *titles.get(right, ())])
    for span in wrong:
        sure = _is_sure(span.of(document.straight), right, len(prose.get(right, ())), len(wrong))
        severity = None if sure else Severity.SUGGESTION
        yield match(rule, document, span, [right], related=related, severity=severity)


def _by_casing(
    document: Document, where: list[Place | None], spans: list[Span]
) -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
    """The places of a phrase by the way it is cased there: in prose, and in headings with their capitals."""
    prose: dict[str, list[Span]] = {}
    titles: dict[str, list[Span]] = {}
    for span, place in _occurrences(document, where, spans):
        (prose if place is Place.PROSE else titles).setdefault(span.of(document.straight), []).append(span)
    return prose, titles


def _right(prose: dict[str, list[Span]], titles: dict[str, list[Span]]) -> str:
    """The casing that wins: the most frequent in prose, at a draw the one with more capitals, then the first one;
    among headings alone, the one with most capitals."""
    if not prose:
        return max(titles, key=_capitals)
    right = min(prose, key=lambda p: (-len(prose[p]), -_capitals(p), prose[p][0]))
    *name, last = right.split()
    if len(name) > 1 and last in _ENDS_NAMES:  # “Hwange National park”, however often
        right = max(prose, key=_capitals)
    for text in titles:  # “in The Data briefing”: in mid-sentence, only a name has such an article
        if _THE.fullmatch(text) and 1 < _capitals(right) < _capitals(text):
            right = text
    return right


def _is_sure(found: str, right: str, often: int, seldom: int) -> bool:
    """Whether one casing is wrong and not another use of the same words (“the Oregon police”, “Costa coffee”): a word
    inside the name differs that is no title (“Chancellor Angela Merkel”), or one that is a part of it (“Charing Cross
    hospital”, “Ruby wax”), everybody knows the name (“Manchester united”), or the story has it again and again."""
    words = found.split()
    pairs = zip(words, right.split(), strict=False)
    differ = [i for i, (a, b) in enumerate(pairs) if a != b and a.lower() not in SMALL_WORDS]
    if not differ or _capitals(found) > _capitals(right):
        return False
    low = [*right.lower().split(), ""]
    last = [low[i] for i in differ if not low[i + 1] or low[i + 1] in _PREPOSITIONS]
    inside = [low[i] for i in differ if any(w[0].isupper() for w in words[i + 1 :])]
    if _AFTER_NAMES.isdisjoint(inside) and all(word in _ENDS_NAMES or not load().anywhere(word) for word in last):
        return bool(last) or bool(inside)
    names = known_names.load()
    person = len(words) == FULL_NAME and names.bears(words[0], GIVEN) and _AFTER_NAMES.isdisjoint(last)
    told = (often >= OFTEN or names.knows(right)) and _AFTER_NAMES.isdisjoint([*last, *inside])
    return person or told or (often > OFTEN and seldom == 1 and _TITLES.isdisjoint(last))


def _is_upper(text: str) -> bool:
    """Whether all but the small words are in capitals, as the speakers of a record are (TEETER and LEE)."""
    return all(word.isupper() or word in SMALL_WORDS for word in text.split())


def _capitals(text: str) -> int:
    return sum(map(str.isupper, text))


def _occurrences(document: Document, places: list[Place | None], spans: list[Span]) -> Iterator[tuple[Span, Place]]:
    """Where a phrase stands with a capital at its head, as words of its own and not as a piece of a longer name."""
    for span in spans:
        index = document.block_at(span.start)
        place = places[index] if index is not None else None
        if index is None or place is None or not document.straight[span.start].isupper():
            continue
        found = span.of(document.straight)
        text, at = document.texts[index], span.start - document.blocks[index].span.start
        plain = begins_sentence(text, at) and not any(map(str.isupper, found[1:]))
        piece = place is Place.PROSE and (_continues(text, at) or _HEAD.match(text, at + len(found)))
        if not _is_upper(found) and not plain and not piece and stands_alone(document.folded, span, in_compounds=False):
            yield span, place


_NO_NAME = r"(?!(?:A|An|And|As|At|By|For|From|I'[a-z]+|In|Into|Is|Of|On|Or|Over|The|To|With)\b)"
"""Small words have capitals in headings only; they and abbreviations (“BBC Radio”) make no name longer."""
_HEAD = re.compile(rf" {_NO_NAME}[A-Z][a-z]")
_OF = re.compile(
    r"\b(?:Bank|Church|College|Department|Diocese|Friends|Institute|Ministry|Museum|Office|Port|School|Society|University)"
    r" of (?:the )?\Z"
)
"""What a longer name begins with: the Friends of Castle Pier may work on the castle pier."""
_TAIL = re.compile(rf"{_NO_NAME}[A-Z]\w*[a-z][\w']* \Z")


def _continues(text: str, at: int) -> bool:
    """Whether a capitalised word stands right before, and not only because a sentence begins there; a possessive does
    not count."""
    if _OF.search(text, max(0, at - 30), at):
        return True
    m = _TAIL.search(text, max(0, at - 30), at)
    if m is None or m[0].endswith(("'s ", "' ")):
        return False
    return not (begins_sentence(text, m.start()) and load().anywhere(m[0].strip().lower()))
