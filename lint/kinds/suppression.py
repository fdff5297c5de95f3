"""suppression: directives in a story (copydesk: ignore …) that do nothing: misspelt, unclosed, unknown, of no use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from lint.config.settings import Config
from lint.directives import OWN_PACK, Directive, Verb, Word, directives, reaches, unclosed
from lint.document import Document
from lint.errors import RuleError, did_you_mean
from lint.finding import Match
from lint.kinds.base import Options as Base
from lint.kinds.base import match
from lint.rule import Rule

_INSTEAD = dict(
    pair.split("=")
    for pair in (
        "disable=off enable=on stop=off start=on disable-line=ignore-line noqa=ignore-line disable-file=ignore-file "
        "skip-file=ignore-file skip=ignore allow=ignore suppress=ignore silence=ignore disable-next=ignore "
        "disable-next-line=ignore ignore-next=ignore ignore-next-line=ignore ignore-block=ignore"
    ).split()
)
"""What other programs call it."""
_VERBS = [str(verb) for verb in Verb]
_ALIKE = 0.75
"""From here on (1: the same), a word may be a slip for another."""


class Options(Base, frozen=True, kw_only=True):
    """What is said of a directive besides ``message`` (it is misspelt): ``unclosed``, ``unopened``; ``unknown`` of a
    name that no rule and no pack has; ``unused`` of one that switches nothing off."""

    PLACEHOLDERS = {"message": ("hint",), "unclosed": (), "unopened": (), "unknown": ("hint",), "unused": ()}

    unclosed: str
    unopened: str
    unknown: str
    unused: str


class Checker:
    """Says what is wrong with directives by themselves; ``idle`` says what is wrong beside the rules and findings."""

    def __init__(self, rules: Sequence[Rule], config: Config) -> None:
        for rule in rules:
            if not rule.reads_source:
                raise RuleError(
                    "the kind ‘suppression’ reads comments, which are no prose; write ‘scope: raw’", rule.where
                )
        self._rules = rules

    def check(self, document: Document) -> Iterator[Match]:
        """Directives that are misspelt, and those that begin or end nothing."""
        found = directives(document) if document.comments else []
        for rule in self._rules:
            for directive in found:
                if not directive.right and (meant := _meant(directive)) is not None:
                    verb = directive.verb.span
                    yield match(rule, document, verb, [meant] if _is_slip(directive, meant) else [], hint=_hint(meant))
            for directive, word in unclosed(found):
                begins = directive.verb.text == Verb.OFF
                said = rule.options.unclosed if begins else rule.options.unopened
                yield match(rule, document, word.span, message=said)


def _meant(directive: Directive) -> str | None:
    """The verb that was meant, "" when there is no telling; None for a remark that is no directive."""
    verb = directive.verb.text
    if directive.own != OWN_PACK:
        return verb if directive.colon and verb in _VERBS and _closest(directive.own, [OWN_PACK]) else None
    close = verb if verb in _VERBS else _INSTEAD.get(verb) or _closest(verb, _VERBS)
    short = not directive.names or "." in directive.names[0].text.strip(".")
    if directive.colon:
        return close if close or short else None
    return close if close.startswith(Verb.IGNORE) or (close and short) else None


def _closest(word: str, known: Collection[str]) -> str:
    return next(iter(get_close_matches(word, known, 1, _ALIKE)), "")


def _is_slip(directive: Directive, meant: str) -> bool:
    """Whether the verb alone has to be put right."""
    return directive.colon and directive.own == OWN_PACK and directive.verb.text != "" and meant != ""


def _hint(meant: str) -> str:
    verbs = ", ".join(_VERBS[:-1]) + " or " + _VERBS[-1]
    return f"write ‘{OWN_PACK}: {meant}’" if meant else f"write ‘{OWN_PACK}:’ and {verbs}"


# ---- beside the rules and what they found ----------------------------------------------------------


def idle(
    rule: Rule,
    document: Document,
    known: Collection[str],
    on: Mapping[str, Rule],
    found: Sequence[tuple[str, int]] | None,
    *,
    all_on: bool,
) -> Iterator[Match]:
    """Names of directives that are no rule's and no pack's (``known`` are all there are), and those that switch nothing
    off.

    ``on``: the rules that were run; ``found``: the ids of those that found something, each with the place in the
    source, or None where not all could run; ``all_on``: none is off for this run alone. The spans lie in the source.
    """
    written, said = document.as_written, directives(document)
    for name in _unknown(said, known) if known else ():
        near, hint = get_close_matches(name.text, known, 1, _ALIKE), did_you_mean(name.text, known)
        yield match(rule, written, name.span, near, message=rule.options.unknown, hint=hint)
    if found is None:
        return
    for reach in reaches(document, said):
        concerned = all_on if reach.name is None else any(reach.speaks_of(r) for r in on if r != rule.id)
        if concerned and not any(reach.covers(r, start) for r, start in found):
            word = reach.name or reach.directive.verb
            yield match(rule, written, word.span, message=rule.options.unused)


def _unknown(said: Iterable[Directive], known: Collection[str]) -> Iterator[Word]:
    """The first strange name of each directive; the others may be the words of a reason."""
    for directive in said:
        strange = (name for name in directive.names if name.text not in known)
        if directive.right and (first := next(strange, None)) is not None:
            yield first
