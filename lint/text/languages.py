"""Where a text is in another language: runs of words between which no English sentence is held together.

A run is what stands between two words that only English has (the, and, of …), the ends of a sentence, or the beginning
of a quotation. It is foreign where little words of one other language hold it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.span import Span
from lint.text.words import WORD

_ENGLISH = frozenset(
    "the and of to that with for from are were has have had this they their there which but by been would could should "
    "about into than when what who his she it's don't you your we our not be it at as after before".split()
)
"""Words that hold English together and are no words of the languages here."""
_TELLING: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "fr": "est une les des dans que qui pas sont avec sur aux nous vous elle ils cette ses c'est n'est été mais où "
        "être leur fait très même chez votre notre je ne j'ai qu'il d'un d'une l'on",
        "de": "und nicht ist das der eine mit auf ein den dem des sich auch für von zu ich wir sie er es wie oder aber "
        "wird haben kann über nach bei aus wenn noch nur",
        "nl": "het een niet voor ook dus zijn van wij zij hij naar maar nog uit bij je deze wel dat wordt te",
        "es": "los las por una pero como más esta muy todo desde cuando sobre también porque está su del que el con",
        "it": "che gli sono della dei una più anche questo questa nel alla delle sua",
        "pt": "não uma com mais foi ele ela pela pelo seu sua também muito está são você",
        "la": "est cum sed quod ab qui quae sunt atque sine",
    }.items()
}
"""Little words by language; none is an English one."""
_LIGHT: dict[str, frozenset[str]] = {
    "fr": frozenset("le la de en et un à du se ou au".split()),
    "de": frozenset("im zum zur".split()),
    "nl": frozenset("de en er op".split()),
    "es": frozenset("de la en un al se sin para sus mi lo".split()),
    "it": frozenset("di la il un del le da è con per si lo come".split()),
    "pt": frozenset("de da em um os na por como mas das dos".split()),
    "la": frozenset("et ad non ex pro per".split()),
}
"""Little words that English names and phrases have too (de, la, per): half as telling."""
_QUOTES = tuple('“‘«"')
"""A quotation begins a run."""
_ENOUGH = 3
"""A telling word counts two, a light one one; so much, by two different words, makes a run foreign …"""
_SHARE = 0.2
"""… where at least this share of its words are such ones."""
_SHORTEST = 3
"""A run of fewer words is a name or a phrase that English has taken in."""


def foreign(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """The stretches of a text that are in another language, inside its ``sentences``."""
    for sentence in sentences:
        run: list[tuple[str, Span]] = []
        for m in WORD.finditer(text, *sentence):
            word = m[0].replace("’", "'")
            if word.lower() in _ENGLISH or text[m.start() - 1 : m.start()] in _QUOTES:
                yield from _judged(run)
                run = []
            if word.lower() not in _ENGLISH:
                run.append((word, Span(*m.span())))
        yield from _judged(run)


def _judged(run: Sequence[tuple[str, Span]]) -> Iterator[Span]:
    """The run, where it is foreign."""
    if len(run) < _SHORTEST:
        return
    words = [w.lower() for i, (w, _) in enumerate(run) if w.islower() or i == 0]
    for language, telling in _TELLING.items():
        strong, light = [w for w in words if w in telling], [w for w in words if w in _LIGHT[language]]
        weight = 2 * len(set(strong)) + len(set(light))
        if strong and weight >= _ENOUGH and len(strong) + len(light) >= _SHARE * len(run):
            yield Span(run[0][1].start, run[-1][1].end)
            return
