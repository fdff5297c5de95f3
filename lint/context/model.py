"""The model of context: which of two words fits between these neighbours. tools/model trains it.

It costs numpy, 20 MB of tables and a language model of 27 MB: this file is imported where it is used.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from lint.context.features import FEATURES, Words, row
from lint.context.tokens import NAME, NUMBER, PAD, UNKNOWN, Token, words_of
from lint.dictionary.lexicon import load as load_lexicon
from lint.text.function_words import FUNCTION_WORDS

NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)
FAR = range(5, 13)
EDGE = 12
"""Places beyond the edges of a paragraph that the model can look at."""
LEAK = 0.1
WORTH_A_LOOK = -3.0
"""Below this log-odds of the context alone the second evidence is not asked."""


WEAK = 0.0
"""A score above this, though below the pair's threshold, is worth a suggestion where context and trigrams both speak
for the other word (bench/confusions.py measures it)."""


class Slip(NamedTuple):
    """A word that may be taken for another one: where, what was meant, and the evidence, in natural log-odds.

    ``context`` is what the neighbours say, ``trigrams`` what a general language model says of the same words,
    ``score`` both together with what is known of the pair; ``sure`` is how far the score lies above the pair's
    threshold, below 0 for one that is worth a suggestion.
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
    """The model that copydesk brings along, read once (some 20 MB)."""
    with np.load(Path(__file__).parents[1] / "data" / "context.npz") as data:
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
        self.weights: Any = data.get("weights")
        self.thresholds: Any = data["thresholds"][order].astype(np.float32) if "thresholds" in data else None
        its = [i for i, w in enumerate(self.targets) if w in ("its", "it's")]
        self._is_its = np.isin(self.wrong, its) & np.isin(self.right, its)
        self._first = np.searchsorted(self.wrong, np.arange(len(self.targets) + 1))

    # ---- reading -----------------------------------------------------------------------------

    def read(self, texts: Sequence[str]) -> Reading:
        """Numbers for the words of texts, whose apostrophes are straight."""
        found: list[tuple[int, Token]] = []
        ids = array("i", [PAD] * EDGE)
        at = array("i")
        for n, text in enumerate(texts):
            for token in words_of(text):
                word = token.text
                number = self.ids.get(word, -1)
                if word[0].isdigit():
                    number = NUMBER
                elif number < 0:
                    number = NAME if token.name else UNKNOWN
                if not token.name and number > NUMBER and not joined(text, token):
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

    def slips(self, texts: Sequence[str], words: Words | None = None) -> Iterator[Slip]:
        """The words of a document's paragraphs that are likelier another one (``words``: of the same texts)."""
        reading = self.read(texts)
        place, pair, odds = self.candidates(reading)
        keep = np.flatnonzero(self.thresholds[pair] < 90)
        place, pair, odds = place[keep], pair[keep], odds[keep]
        features = self.features(texts, reading, place, pair, odds, words)
        scores = self.score(features, pair)
        best: dict[int, Slip] = {}
        agreed = (odds > 0) & (features[:, FEATURES.index("trigrams")] > 0)
        told = (scores > self.thresholds[pair]) | ((scores > WEAK) & agreed)
        for i in np.flatnonzero(told):
            n, token = reading.tokens[place[i]]
            sure = float(scores[i] - self.thresholds[pair[i]])
            slip = Slip(
                n, token.start, token.end, token.text, self.targets[self.right[pair[i]]], float(odds[i]),
                float(features[i, FEATURES.index("trigrams")]), float(scores[i]), sure,
            )  # fmt: skip
            if place[i] not in best or best[place[i]].sure < slip.sure:
                best[place[i]] = slip
        yield from (best[p] for p in sorted(best))

    def score(self, features: Any, pair: Any) -> Any:
        """Natural log-odds; each group of pairs has weights of its own."""
        return (features @ self.weights.T)[np.arange(len(pair)), self.group(pair)]

    def group(self, pair: Any) -> Any:
        """0 for everyday pairs, 1 for the others that were written by hand (tools/model/pairs.txt), 2 for the rest, and
        3 for its and it's, of which the trigram model knows little."""
        tier = self.tier[pair]
        groups = np.where(tier == 0, 0, np.where((tier == 1) | (tier == 5), 1, 2))
        return np.where(self._is_its[pair], 3, groups)

    def features(
        self, texts: Sequence[str], reading: Reading, place: Any, pair: Any, odds: Any, words: Words | None = None
    ) -> Any:
        """A row of FEATURES for each candidate."""
        words = words or Words(texts)
        lexicon = load_lexicon()
        rows = np.zeros((len(place), len(FEATURES)), np.float32)
        for i, (p, k, context) in enumerate(zip(place, pair, odds, strict=True)):
            n, token = reading.tokens[p]
            wrong, right = token.text, self.targets[self.right[k]]
            rows[i] = row(wrong, right, float(context), words.trigrams(n, token, right), int(self.tier[k]), lexicon)
            rows[i, -5:] = (
                words.counts[wrong] > 1, words.counts[right] > 0, wrong in words.capitals, token.opens,
                wrong in FUNCTION_WORDS,
            )  # fmt: skip
        return rows


def joined(text: str, token: Token) -> bool:
    """Whether a hyphen joins the word to another, or it is a piece of something else (an address, a file's name)."""
    before, after = text[max(0, token.start - 1) : token.start], text[token.end : token.end + 2]
    return before in _GLUE or (after[:1] in _GLUE and after[:1] != "") or (after[:1] == "." and after[1:2].isalnum())


_GLUE = tuple("-‑@#/\\_&=+*~^%$<>0123456789")
