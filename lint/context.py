"""The model of context: which of two words fits between these neighbours. tools/model trains it.

It costs numpy, 20 MB of tables and a language model of 27 MB: this file is imported where it is used.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from lint.lexicon import Lexicon, neighbours
from lint.lexicon import load as lexicon_of

PAD, UNKNOWN, NAME, NUMBER = 0, 1, 2, 3
"""The ids of what is no word of the vocabulary: the edge of a paragraph, a rare word, a rare word with a capital, and
a number."""

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]")
_WHOLE = frozenset("it's that's what's who's he's she's there's here's let's where's how's".split())
_OPENS = frozenset('.!?:"([•—–')


class Token(NamedTuple):
    """A word in lower case, a number or a mark; where it begins and ends; whether its capital makes it a name; and
    whether it opens a sentence."""

    text: str
    start: int
    end: int
    name: bool
    opens: bool


def tokens(text: str) -> Iterator[Token]:
    """Reads one paragraph, apostrophes straight. A possessive ’s is a token by itself (not in it’s, who’s …)."""
    opens = True
    for m in _TOKEN.finditer(text):
        word, start, end = m[0], m.start(), m.end()
        if not word[0].isalpha():
            yield Token(word, start, end, False, opens)
            opens = opens if word in "'" else word in _OPENS
            continue
        low = word.lower()
        name = word != low and (not opens or (len(word) > 1 and word.isupper()))
        if low.endswith("'s") and low not in _WHOLE:
            yield Token(low[:-2], start, end - 2, name, opens)
            yield Token("'s", end - 2, end, False, False)
        else:
            yield Token(low, start, end, name, opens)
        opens = False


# ---- the model -----------------------------------------------------------------------------------

NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)
FAR = range(5, 13)
EDGE = 12
"""Places beyond the edges of a paragraph that the model can look at."""
LEAK = 0.1
WORTH_A_LOOK = -3.0
"""Below this log-odds of the context alone the second evidence is not asked."""
FEATURES = (
    "one", "context", "context to 4", "context over 6", "trigrams", "trigrams to 2", "lesser", "everyday", "curated",
    "homophone", "languagetool", "dropped", "doubled", "added", "swapped", "near key", "other key", "first letter",
    "common wrong", "common right", "short", "twice", "meant stands", "capitals", "opens", "little",
)  # fmt: skip


class Slip(NamedTuple):
    """A word that may be taken for another one: where, what was meant, and the evidence, in natural log-odds.

    ``context`` is what the neighbours say, ``trigrams`` what a general language model says of the same words,
    ``score`` both together with what is known of the pair; ``sure`` is how far the score lies above the pair's
    threshold.
    """

    text: int
    start: int
    end: int
    word: str
    meant: str
    context: float
    trigrams: float
    score: float
    sure: float


class Reading(NamedTuple):
    """The words of some texts, in one row; ``places`` are those that may be judged."""

    tokens: list[tuple[int, Token]]
    ids: Any
    at: Any


@cache
def load() -> Model:
    with np.load(Path(__file__).parent / "data" / "context.npz") as data:
        return Model({name: data[name] for name in data.files})


class Model:
    """Reads are safe from many threads."""

    def __init__(self, data: dict[str, Any]) -> None:
        words = data["vocabulary"].tobytes().decode().split("\n")
        self.ids = {w: i for i, w in enumerate(words)}
        self.targets: list[str] = data["targets"].tobytes().decode().split("\n")
        self._to_target = np.full(len(words), -1, np.int32)
        for i, w in enumerate(self.targets):
            self._to_target[self.ids[w]] = i
        self._near = [(data[f"near{o}"], data[f"near{o}_scale"].astype(np.float32)) for o in NEAR]
        self._far = data["far"].astype(np.float32) * data["far_scale"].astype(np.float32)[:, None]
        self._out = data["out"].astype(np.float32) * data["out_scale"].astype(np.float32)[:, None]
        self._bias = data["bias"].astype(np.float32)
        order = np.argsort(data["wrong"], kind="stable")
        self.wrong, self.right = data["wrong"][order], data["right"][order]
        self.tier, self._sampling = data["tier"][order], data["sampling"][order].astype(np.float32)
        self.weights, self.thresholds = data.get("weights"), None
        if "thresholds" in data:
            self.thresholds = data["thresholds"][order].astype(np.float32)
        self._first = np.searchsorted(self.wrong, np.arange(len(self.targets) + 1))

    # ---- reading -----------------------------------------------------------------------------

    def read(self, texts: Sequence[str]) -> Reading:
        """Numbers for the words of texts, whose apostrophes are straight."""
        found: list[tuple[int, Token]] = []
        ids = array("i", [PAD] * EDGE)
        at = array("i")
        for n, text in enumerate(texts):
            for token in tokens(text):
                word = token.text
                number = self.ids.get(word, -1)
                if word[0].isdigit():
                    number = NUMBER
                elif number < 0:
                    number = NAME if token.name else UNKNOWN
                if not token.name and number > NUMBER and not _joined(text, token):
                    at.append(len(ids))
                    found.append((n, token))
                ids.append(number)
            ids.extend([PAD] * EDGE)
        places, row = np.frombuffer(at, np.int32) if at else np.empty(0, np.int32), np.frombuffer(ids, np.int32)
        judged = np.flatnonzero(self._to_target[row[places]] >= 0) if len(places) else np.empty(0, np.int64)
        return Reading([found[i] for i in judged], row, places[judged])

    def candidates(self, reading: Reading) -> tuple[Any, Any, Any]:
        """For each pair that the context does not rule out: the place (its index), the pair, and the context's
        log-odds that the other word was meant."""
        place, pair, odds = [], [], []
        for begin in range(0, len(reading.at), 4096):
            at = reading.at[begin : begin + 4096]
            target = self._to_target[reading.ids[at]]
            hidden = self._hidden(reading.ids, at)
            first, count = self._first[target], self._first[target + 1] - self._first[target]
            which = np.repeat(np.arange(len(at)), count)
            pairs = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count) + first[which]
            right, wrong = self.right[pairs], target[which]
            delta = np.einsum("ij,ij->i", self._out[right] - self._out[wrong], hidden[which])
            delta += self._bias[right] - self._bias[wrong] - self._sampling[pairs]
            keep = np.flatnonzero(delta > WORTH_A_LOOK)
            place.append(which[keep] + begin)
            pair.append(pairs[keep])
            odds.append(delta[keep])
        if not place:
            return np.empty(0, int), np.empty(0, int), np.empty(0)
        return np.concatenate(place), np.concatenate(pair), np.concatenate(odds)

    def _hidden(self, ids: Any, at: Any) -> Any:
        total = np.zeros((len(at), self._out.shape[1]), np.float32)
        for offset, (table, scale) in zip(NEAR, self._near, strict=True):
            words = ids[at + offset]
            words = np.where(words < len(table), words, UNKNOWN)
            total += table[words] * scale[words][:, None]
        far = np.zeros_like(total)
        count = np.zeros(len(at), np.float32)
        for offset in FAR:
            for side in (-offset, offset):
                words = ids[at + side]
                count += words != PAD
                far += self._far[np.where(words < len(self._far), words, UNKNOWN)]
        total += far * (0.5 / np.sqrt(count + 1))[:, None]
        return np.where(total < 0, total * LEAK, total)

    # ---- judging -----------------------------------------------------------------------------

    def slips(self, texts: Sequence[str]) -> Iterator[Slip]:
        """The words of a document's paragraphs that are likelier another one, by more than the pair's threshold."""
        reading = self.read(texts)
        place, pair, odds = self.candidates(reading)
        keep = np.flatnonzero(self.thresholds[pair] < 90)
        place, pair, odds = place[keep], pair[keep], odds[keep]
        features = self.features(texts, reading, place, pair, odds)
        scores = self.score(features, pair)
        best: dict[int, Slip] = {}
        for i in np.flatnonzero(scores > self.thresholds[pair]):
            n, token = reading.tokens[place[i]]
            sure = float(scores[i] - self.thresholds[pair[i]])
            slip = Slip(
                n, token.start, token.end, token.text, self.targets[self.right[pair[i]]], float(odds[i]),
                float(features[i, FEATURES.index("trigrams")]), float(scores[i]), sure,
            )  # fmt: skip
            if place[i] not in best or best[place[i]].score < slip.score:
                best[place[i]] = slip
        yield from (best[p] for p in sorted(best))

    def score(self, features: Any, pair: Any) -> Any:
        """Natural log-odds; each group of tiers has weights of its own."""
        return (features @ self.weights.T)[np.arange(len(pair)), group(self.tier[pair])]

    def features(self, texts: Sequence[str], reading: Reading, place: Any, pair: Any, odds: Any) -> Any:
        """A row of FEATURES for each candidate."""
        words = _Words(texts)
        lexicon = lexicon_of()
        rows = np.zeros((len(place), len(FEATURES)), np.float32)
        for i, (p, k, context) in enumerate(zip(place, pair, odds, strict=True)):
            n, token = reading.tokens[p]
            wrong, right = token.text, self.targets[self.right[k]]
            rows[i] = _row(wrong, right, float(context), words.trigrams(n, token, right), int(self.tier[k]), lexicon)
            rows[i, -5:] = (
                words.counts[wrong] > 1, words.counts[right] > 0, wrong in words.capitals, token.opens, wrong in _LITTLE,
            )  # fmt: skip
        return rows


def group(tier: Any) -> Any:
    """0 for everyday pairs, 1 for the others that were written by hand (tools/model/pairs.txt), 2 for the rest."""
    return np.where(tier == 0, 0, np.where((tier == 1) | (tier == 5), 1, 2))


def _joined(text: str, token: Token) -> bool:
    """Whether a hyphen joins the word to another, or it is a piece of something else (an address, a file's name)."""
    before, after = text[max(0, token.start - 1) : token.start], text[token.end : token.end + 2]
    return before in _GLUE or (after[:1] in _GLUE and after[:1] != "") or (after[:1] == "." and after[1:2].isalnum())


_GLUE = tuple("-‑@#/\\_&=+*~^%$<>0123456789")
_LITTLE = frozenset(
    "the and for with from that this they them their then than there here have has had was were are been being will "
    "would can could may might must shall should not but you your she her him his its our out who whom whose what when "
    "where which while why how all any some one two into onto over under about after before because does did done got "
    "also just very more most much many such only own same other each every both few these those of to in on at by as "
    "or if so no nor it is be he we me my us an a i do go up".split()
)


def _row(wrong: str, right: str, context: float, trigrams: float, tier: int, lexicon: Lexicon) -> list[float]:
    slip = _slip_of(wrong, right)
    return [
        1.0, context, min(context, 4), max(context - 6, 0), trigrams, min(trigrams, 2), min(context, trigrams),
        tier == 0, tier in (1, 5), tier == 2, tier == 3,
        slip == "dropped", slip == "doubled", slip == "added", slip == "swapped", slip == "near key",
        slip == "other key", wrong[0] != right[0], lexicon.zipf(wrong), lexicon.zipf(right), len(wrong) <= 3,
        0, 0, 0, 0, 0,
    ]  # fmt: skip


@lru_cache(maxsize=65_536)
def _slip_of(wrong: str, right: str) -> str:
    """What kind of slip of the keyboard turns ``right`` into ``wrong``, or "" for more than one."""
    if len(wrong) == len(right):
        differ = [i for i, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b]
        if len(differ) == 2 and sorted(wrong) == sorted(right) and differ[1] - differ[0] == 1:
            return "swapped"
        if len(differ) == 1:
            a, b = wrong[differ[0]], right[differ[0]]
            return "near key" if b in neighbours().get(a, "") else "other key"
        return ""
    short, long = sorted((wrong, right), key=len)
    for i in range(len(long)):
        if long[:i] + long[i + 1 :] == short:
            if long is right:
                return "dropped"
            return "doubled" if (i and long[i] == long[i - 1]) or long[i : i + 1] == long[i + 1 : i + 2] else "added"
    return ""


class _Words:
    """What a document's words say of one another, and the trigram model's reading of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._lists: dict[int, tuple[list[str], dict[int, int]]] = {}
        self.counts: Counter[str] = Counter()
        self.capitals: set[str] = set()
        for text in texts:
            for m in _WORD.finditer(text):
                low = m[0].lower()
                self.counts[low] += 1
                if m[0][0].isupper() and text[max(0, m.start() - 2) : m.start()][:1].islower():
                    self.capitals.add(low)

    def trigrams(self, n: int, token: Token, right: str) -> float:
        """How much likelier ``right`` is in the five words around, in natural log-odds, from -10 to 15."""
        words, where = self._words(n)
        i = where.get(token.start)
        if i is None:
            return 0.0
        before = _until_stop(words[max(0, i - 2) : i][::-1])[::-1]
        after = _until_stop(words[i + 1 : i + 3])
        change = _logprob([*before, right, *after], len(before)) - _logprob([*before, token.text, *after], len(before))
        return max(-10.0, min(15.0, change))

    def _words(self, n: int) -> tuple[list[str], dict[int, int]]:
        if n not in self._lists:
            words: list[str] = []
            where: dict[int, int] = {}
            for m in _WORD_OR_STOP.finditer(self._texts[n]):
                where[m.start()] = len(words)
                words.append(m[0].lower())
            self._lists[n] = (words, where)
        return self._lists[n]


_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_WORD_OR_STOP = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[.?!]")
_NOWHERE = -18.0
"""The log-probability of a word that the trigram model does not know."""


def _until_stop(words: list[str]) -> list[str]:
    return next((words[:i] for i, w in enumerate(words) if w in ".?!"), words)


def _logprob(words: list[str], first: int) -> float:
    """The log-probability of the words from ``first`` on, each after the two before it."""
    model, total = _trigram_model(), 0.0
    for i in range(first, len(words)):
        history = words[max(0, i - 2) : i][::-1]
        p = model.prob([words[i], *history])
        total += p * 1e-4 if p > -500_000_000 else _NOWHERE
    return total


@cache
def _trigram_model() -> Any:
    import pocketsphinx

    folder = Path(pocketsphinx.__file__).parent / "model" / "en-us"
    return pocketsphinx.NGramModel.readfile(str(folder / "en-us.lm.bin"))
