"""The model of context and its training: which of two words fits between these neighbours."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import njit, prange

if TYPE_CHECKING:
    from corpus import Array

NEAR = 4
"""Places on each side that have a table of their own."""
NARROW_PLACES = 2
"""Places on each side, next to the word, whose tables have the whole vocabulary."""
FAR = 12
"""The last place on each side that is looked at; those beyond NEAR share one table."""
LEAK = np.float32(0.1)
NEGATIVES = 4
"""Words that each target is weighed against at a time."""
DECAY = 1e-5
"""How strongly a weight is drawn to nought."""
THREADS = 2
PAD, RARE = 0, 1
"""Numbers of the vocabulary: no word there, and one that is too rare to have a row."""


class Network(NamedTuple):
    """``near``: a table a place (words × width); ``far``: one table for the places 5 to 12; ``out``, ``bias``: a row
    for each target. Words beyond ``narrow`` read as rare in the tables for the places 3, 4 and far."""

    near: Array
    far: Array
    out: Array
    bias: Array
    narrow: int


class Text(NamedTuple):
    """``ids``: the words by number, with FAR paddings at both ends; ``targets``: the target at each place, or -1."""

    ids: Array
    targets: Array


class Negatives(NamedTuple):
    """What target ``t`` is drawn against: ``other[start[t] : start[t + 1]]``, with cumulative ``odds``."""

    start: Array
    other: Array
    odds: Array


def fresh(words: int, targets: int, width: int, narrow: int, rng: np.random.Generator) -> Network:
    """A network that has learned nothing yet."""

    def table(*shape: int) -> Array:
        return (rng.standard_normal(shape, np.float32) * 0.05).astype(np.float32)

    far = table(narrow, width)
    far[PAD] = 0
    return Network(table(2 * NEAR, words, width), far, table(targets, width), np.zeros(targets, np.float32), narrow)


@njit(fastmath=True)
def _near_word(ids: Array, at: int, k: int, narrow: int) -> int:
    """The row that is read in the ``k``-th of the near tables."""
    offset = k - NEAR if k < NEAR else k - NEAR + 1
    word = ids[at + offset]
    return RARE if abs(offset) > NARROW_PLACES and word >= narrow else word


@njit(fastmath=True)
def _far_word(ids: Array, at: int, i: int, narrow: int) -> int:
    """The row of the far table for the ``i``-th far place, both sides by turns; PAD where no word is."""
    offset = NEAR + 1 + i // 2
    word = ids[at + offset] if i % 2 else ids[at - offset]
    return RARE if word >= narrow else word


@njit(fastmath=True)
def _read(net: Network, ids: Array, at: int, h: Array) -> float:
    """Fills ``h`` with what the words around ``at`` say; the weight of each far word."""
    h[:] = 0.0
    for k in range(2 * NEAR):
        h += net.near[k, _near_word(ids, at, k, net.narrow)]
    n = 0
    for i in range(2 * (FAR - NEAR)):
        n += _far_word(ids, at, i, net.narrow) != PAD
    scale: float = 0.5 / np.sqrt(np.float32(n + 1))
    for i in range(2 * (FAR - NEAR)):
        word = _far_word(ids, at, i, net.narrow)
        if word != PAD:
            for d in range(h.shape[0]):
                h[d] += scale * net.far[word, d]
    for d in range(h.shape[0]):
        if h[d] < 0:
            h[d] *= LEAK
    return scale


@njit(fastmath=True)
def _random(state: np.uint64) -> np.uint64:
    """The next state of a linear congruential generator (Knuth's MMIX)."""
    return np.uint64(state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407))


@njit(fastmath=True)
def _drawn(against: Negatives, target: int, state: np.uint64) -> int:
    """One of the words that ``target`` is weighed against, by their odds."""
    share = np.float32(np.uint64(state >> np.uint64(40))) / np.float32(1 << 24)
    lo, hi = against.start[target], against.start[target + 1] - 1
    while lo < hi:
        mid = (lo + hi) // 2
        if against.odds[mid] < share:
            lo = mid + 1
        else:
            hi = mid
    return against.other[lo]  # type: ignore[no-any-return]


@njit(fastmath=True)
def _nudge(row: Array, squares: Array, by: Array, factor: float, lr: float) -> None:
    """Adagrad: moves a row along ``factor * by``, the less the more it was moved before."""
    for d in range(row.shape[0]):
        v = factor * by[d] - DECAY * row[d]
        squares[d] += v * v
        row[d] += lr * v / np.sqrt(squares[d])


@njit(fastmath=True)
def _weigh(net: Network, acc: Network, target: int, other: int, lr: float, h: Array, dh: Array) -> int:
    """Learns that ``target`` fits here, ``other`` does not, and adds to the gradient ``dh``; 1 where it was known."""
    diff = net.bias[target] - net.bias[other]
    for d in range(h.shape[0]):
        diff += h[d] * (net.out[target, d] - net.out[other, d])
    g = 1.0 / (1.0 + np.exp(diff))
    for d in range(h.shape[0]):
        dh[d] += g * (net.out[target, d] - net.out[other, d])
    acc.bias[target] += g * g
    net.bias[target] += lr * g / np.sqrt(acc.bias[target])
    acc.bias[other] += g * g
    net.bias[other] -= lr * g / np.sqrt(acc.bias[other])
    _nudge(net.out[target], acc.out[target], h, g, lr)
    _nudge(net.out[other], acc.out[other], h, -g, lr)
    return 1 if diff > 0 else 0


@njit(fastmath=True)
def _step(
    net: Network,
    acc: Network,
    text: Text,
    against: Negatives,
    at: int,
    lr: float,
    state: np.uint64,
    h: Array,
    dh: Array,
) -> tuple[np.uint64, int]:
    """Learns from the place ``at``; the generator's state, and how many of NEGATIVES the network knew."""
    ids, target = text.ids, text.targets[at]
    scale = _read(net, ids, at, h)
    dh[:] = 0.0
    good = 0
    for _ in range(NEGATIVES):
        state = _random(state)
        good += _weigh(net, acc, target, _drawn(against, target, state), lr, h, dh)
    for d in range(h.shape[0]):
        if h[d] < 0:
            dh[d] *= LEAK
    for k in range(2 * NEAR):
        word = _near_word(ids, at, k, net.narrow)
        _nudge(net.near[k, word], acc.near[k, word], dh, 1.0, lr)
    for i in range(2 * (FAR - NEAR)):
        word = _far_word(ids, at, i, net.narrow)
        if word != PAD:
            _nudge(net.far[word], acc.far[word], dh, scale, lr)
    return state, good


@njit(fastmath=True)
def _share(
    net: Network, acc: Network, text: Text, against: Negatives, places: Array, rates: tuple[float, float], seed: int
) -> int:
    """One thread's places, one after the other; how many negatives the network knew."""
    h, dh = np.zeros(net.out.shape[1], np.float32), np.zeros(net.out.shape[1], np.float32)
    state = np.uint64(seed)
    right = 0
    for i in range(places.shape[0]):
        lr = np.float32(rates[0] + (rates[1] - rates[0]) * i / places.shape[0])
        state, good = _step(net, acc, text, against, places[i], lr, state, h, dh)
        right += good
    return right


@njit(parallel=True, fastmath=True)
def _epoch(
    net: Network,
    acc: Network,
    text: Text,
    against: Negatives,
    places: Array,
    rates: tuple[float, float],
    seed: int,
    threads: int,
) -> int:
    """Every place once, in ``threads`` that share the tables without locks; how many negatives the network knew."""
    right = np.zeros(threads, np.int64)
    count = places.shape[0] // threads
    for t in prange(threads):
        own = places[t : count * threads : threads]
        right[t] = _share(net, acc, text, against, own, rates, seed * 7919 + t + 1)
    return right.sum()  # type: ignore[no-any-return]


def train(net: Network, text: Text, chances: Array, against: Negatives, epochs: int, rng: np.random.Generator) -> None:
    """Trains ``net`` in place. ``chances``: how often each place of the text is used in an epoch."""
    near, far, out, bias = (np.full_like(a, 1e-2) for a in (net.near, net.far, net.out, net.bias))
    acc = Network(near, far, out, bias, net.narrow)
    eligible = np.flatnonzero((text.targets >= 0) & (chances > 0))
    rates = np.linspace(0.08, 0.012, epochs + 1)
    for e in range(epochs):
        began = time.time()
        places = eligible[rng.random(len(eligible), np.float32) < chances[eligible]]
        rng.shuffle(places)
        right = _epoch(net, acc, text, against, places, (rates[e], rates[e + 1]), e + 1, THREADS)
        share = right / (len(places) // THREADS * THREADS * NEGATIVES)
        print(f"epoch {e + 1}: {len(places):,} places, {share:.2%} right, {time.time() - began:.0f} s", flush=True)
