"""The model of context and its training: which of two words fits between these neighbours."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from numba import njit, prange

NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)
FAR = 12
LEAK = np.float32(0.1)
NEGATIVES = 4


@dataclass
class Network:
    """``near``: a table a place (words × width); ``far``: one table for the places 5 to 12; ``out``, ``bias``: a row
    for each target. Words beyond ``narrow`` read as rare in the tables for the places 3, 4 and far."""

    near: np.ndarray
    far: np.ndarray
    out: np.ndarray
    bias: np.ndarray
    narrow: int


def fresh(words: int, targets: int, width: int, narrow: int, rng: np.random.Generator) -> Network:
    def table(*shape: int) -> np.ndarray:
        return (rng.standard_normal(shape, np.float32) * 0.05).astype(np.float32)

    far = table(narrow, width)
    far[0] = 0
    return Network(table(8, words, width), far, table(targets, width), np.zeros(targets, np.float32), narrow)


@njit(fastmath=True)
def _step(at, ids, target, start, other, odds, net_near, net_far, out, bias, narrow, lr, acc, state, h, dh):
    near_acc, far_acc, out_acc, bias_acc = acc
    width = h.shape[0]
    for d in range(width):
        h[d] = 0.0
    for k in range(8):
        offset = k - 4 if k < 4 else k - 3
        w = ids[at + offset]
        if (k < 2 or k > 5) and w >= narrow:
            w = 1
        for d in range(width):
            h[d] += net_near[k, w, d]
    n = 0
    for offset in range(5, 13):
        for side in (-1, 1):
            if ids[at + side * offset] != 0:
                n += 1
    scale = 0.5 / np.sqrt(np.float32(n + 1))
    for offset in range(5, 13):
        for side in (-1, 1):
            w = ids[at + side * offset]
            if w == 0:
                continue
            if w >= narrow:
                w = 1
            for d in range(width):
                h[d] += scale * net_far[w, d]
    for d in range(width):
        if h[d] < 0:
            h[d] *= LEAK
        dh[d] = 0.0
    good = 0
    first, last = start[target], start[target + 1]
    for _ in range(NEGATIVES):
        state = np.uint64(state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407))
        r = np.float32(np.uint64(state >> np.uint64(40))) / np.float32(1 << 24)
        lo, hi = first, last - 1
        while lo < hi:
            mid = (lo + hi) // 2
            if odds[mid] < r:
                lo = mid + 1
            else:
                hi = mid
        neg = other[lo]
        diff = bias[target] - bias[neg]
        for d in range(width):
            diff += h[d] * (out[target, d] - out[neg, d])
        if diff > 0:
            good += 1
        g = 1.0 / (1.0 + np.exp(diff))
        for d in range(width):
            dh[d] += g * (out[target, d] - out[neg, d])
        bias_acc[target] += g * g
        bias[target] += lr * g / np.sqrt(bias_acc[target])
        bias_acc[neg] += g * g
        bias[neg] -= lr * g / np.sqrt(bias_acc[neg])
        for d in range(width):
            u = g * h[d]
            v = u - 1e-5 * out[target, d]
            out_acc[target, d] += v * v
            out[target, d] += lr * v / np.sqrt(out_acc[target, d])
            v = -u - 1e-5 * out[neg, d]
            out_acc[neg, d] += v * v
            out[neg, d] += lr * v / np.sqrt(out_acc[neg, d])
    for d in range(width):
        if h[d] < 0:
            dh[d] *= LEAK
    for k in range(8):
        offset = k - 4 if k < 4 else k - 3
        w = ids[at + offset]
        if (k < 2 or k > 5) and w >= narrow:
            w = 1
        for d in range(width):
            v = dh[d] - 1e-5 * net_near[k, w, d]
            near_acc[k, w, d] += v * v
            net_near[k, w, d] += lr * v / np.sqrt(near_acc[k, w, d])
    for offset in range(5, 13):
        for side in (-1, 1):
            w = ids[at + side * offset]
            if w == 0:
                continue
            if w >= narrow:
                w = 1
            for d in range(width):
                v = scale * dh[d] - 1e-5 * net_far[w, d]
                far_acc[w, d] += v * v
                net_far[w, d] += lr * v / np.sqrt(far_acc[w, d])
    return state, good


@njit(parallel=True, fastmath=True)
def _epoch(
    places, ids, targets, start, other, odds, near, far, out, bias, narrow, first_lr, last_lr, acc, seed, threads
):
    right = np.zeros(threads, np.int64)
    for t in prange(threads):
        h, dh = np.zeros(out.shape[1], np.float32), np.zeros(out.shape[1], np.float32)
        state = np.uint64(seed * 7919 + t + 1)
        count = places.shape[0] // threads
        for i in range(count):
            at = places[i * threads + t]
            lr = np.float32(first_lr + (last_lr - first_lr) * i / count)
            state, good = _step(
                at, ids, targets[at], start, other, odds, near, far, out, bias, narrow, lr, acc, state, h, dh
            )
            right[t] += good
    return right.sum()


def train(net: Network, ids, targets, chances, start, other, odds, epochs: int, rng: np.random.Generator) -> None:
    """``targets``: the target at each place or -1; ``chances``: how often each place is used in an epoch."""
    acc = tuple(np.full_like(a, 1e-2) for a in (net.near, net.far, net.out, net.bias))
    eligible = np.flatnonzero((targets >= 0) & (chances > 0))
    rates = np.linspace(0.08, 0.012, epochs + 1)
    for e in range(epochs):
        began = time.time()
        places = eligible[rng.random(len(eligible), np.float32) < chances[eligible]]
        rng.shuffle(places)
        right = _epoch(
            places, ids, targets, start, other, odds, net.near, net.far, net.out, net.bias, net.narrow,
            rates[e], rates[e + 1], acc, e + 1, 2,
        )  # fmt: skip
        share = right / (len(places) // 2 * 2 * NEGATIVES)
        print(f"epoch {e + 1}: {len(places):,} places, {share:.2%} right, {time.time() - began:.0f} s", flush=True)
