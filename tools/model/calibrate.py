"""Second half of ``make model``: weighs the evidence, sets each pair's threshold on clean text, writes the data.

python tools/model/calibrate.py CORPUS EVAL CACHE
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from candidates import pairs
from corpus import HELD_OUT, Array, paragraphs
from sklearn.linear_model import LogisticRegression

from lint.context.features import FEATURES
from lint.context.model import NEAR, Model
from lint.context.tokens import tokens
from lint.dictionary.lexicon import load as lexicon
from lint.formats import parse

OUT = Path(__file__).parents[2] / "lint" / "data" / "context.npz"
BASES = (0.5, 3.6, 5.4, 5.4, 5.6, 4.4)
"""The least score of each tier."""
MARGIN = 0.3
"""How far a score must lie above the pair's highest on clean text."""
NEVER = 99.0
Spot = tuple[int, int, int]
"""Document, paragraph and code point where a candidate stands."""


class Measured(NamedTuple):
    """Candidates of clean text: the pair of each, its features, and where it stands."""

    pairs: Array
    rows: Array
    where: list[Spot]


class Injected(NamedTuple):
    """Candidates where a wrong word was put: the pair of each, its features; and how often each pair was tried."""

    pairs: Array
    rows: Array
    tried: Array


def main(corpus: Path, evaluation: Path, cache: Path) -> None:
    data = quantised(cache)
    model = Model(data)
    clean = [stories(evaluation)[i::2] for i in (0, 1)]
    held = held_out(corpus)
    marked = real_errors()
    print(f"{sum(map(len, clean))} stories, {len(held)} held-out paragraphs", flush=True)
    rng = np.random.default_rng(3)

    seen = measure(model, batches(known(corpus)), marked)
    print(f"{len(seen[0])} candidates in text that was trained on", flush=True)
    negatives = [measure(model, texts, marked) for texts in (*clean, batches(held))]
    positives = injected(model, batches(held), rng)
    model.weights = fit(model, positives, [*negatives])
    for part in (0, 1):  # thresholds from one half, alarms in the other
        weights = fit(model, positives, [negatives[part], negatives[2]])
        model.weights = weights
        limits = thresholds(model, [negatives[part], negatives[2], seen])
        report(model, limits, clean[1 - part], negatives[1 - part], f"other half {1 - part}")
    model.weights = fit(model, positives, negatives)
    limits = thresholds(model, [*negatives, seen])
    recall(model, limits, positives)
    order = np.argsort(data["wrong"], kind="stable")
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    data["weights"] = model.weights.astype(np.float32)
    data["thresholds"] = limits[back].astype(np.float16)
    np.savez(OUT, **data)  # type: ignore[arg-type]  # mypy takes the arrays for allow_pickle
    print(f"{OUT.stat().st_size / 1e6:.1f} MB; {np.mean(limits < 90):.1%} of the pairs are on")


# ---- the model as it is kept -----------------------------------------------------------------------


def quantised(cache: Path) -> dict[str, Array]:
    """The trained tables in one byte a number, with a scale for each row."""
    raw = np.load(cache / "trained.npz")
    data: dict[str, Array] = {}

    def keep(name: str, table: Array) -> None:
        scale = np.maximum(np.abs(table).max(axis=1), 1e-6) / 127
        data[name] = np.round(table / scale[:, None]).astype(np.int8)
        data[f"{name}_scale"] = scale.astype(np.float16)

    narrow = len(raw["far"])
    for k, offset in enumerate(NEAR):
        keep(f"near{offset}", raw["near"][k] if abs(offset) <= 2 else raw["near"][k][:narrow])
    keep("far", raw["far"])
    keep("out", raw["out"])
    for name in ("bias", "wrong", "right", "sampling"):
        data[name] = raw[name]
    targets = (cache / "targets.txt").read_text(encoding="utf-8").split("\n")
    tiers = pairs(set(targets), Path(__file__).parent, lexicon())  # as pairs.txt has them now
    data["tier"] = np.array(
        [tiers.get((targets[w], targets[r]), -1) for w, r in zip(raw["wrong"], raw["right"], strict=True)], np.int8
    )
    data["sampling"] = raw["sampling"].astype(np.float16)
    for name in ("vocabulary", "targets"):
        data[name] = np.frombuffer((cache / f"{name}.txt").read_bytes(), np.uint8)
    return data


# ---- texts -----------------------------------------------------------------------------------------


def stories(evaluation: Path) -> list[list[str]]:
    """The paragraphs of each clean story."""
    found = []
    for file in sorted((evaluation / "clean").glob("*.jsonl*")):
        opener = gzip.open if file.suffix == ".gz" else open
        with opener(file, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                if line.strip():
                    found.append(list(parse("story.txt", json.loads(line)["text"], "en-GB").texts))
    return found


def held_out(corpus: Path) -> list[str]:
    """The paragraphs that were kept from training, as train.py counts them; without the classics."""
    found, n = [], 0
    for file in sorted(corpus.glob("*.txt.xz")):
        for text in paragraphs(file):
            if next(tokens(text), None) is None:
                continue
            n += 1
            if n % HELD_OUT == 0 and not file.name.startswith("classics"):
                found.append(text)
    return found


def known(corpus: Path) -> list[str]:
    """One paragraph in a dozen of the modern text that was trained on: its words' own clean maximum still counts."""
    found = []
    for file in sorted(corpus.glob("*.txt.xz")):
        if not file.name.startswith("classics"):
            found += list(paragraphs(file))[5::12]
    return found


def batches(texts: list[str], size: int = 12) -> list[list[str]]:
    return [texts[i : i + size] for i in range(0, len(texts), size)]


def real_errors() -> set[str]:
    """Faults of the clean copy, found by reading (real.txt)."""
    lines = (Path(__file__).parent / "real.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if not line.startswith("#")}


def mark_of(wrong: str, right: str, before: str) -> str:
    """What a fault is known by, so that real.txt quotes no text."""
    return hashlib.blake2b(f"{wrong}\t{right}\t{before}".encode(), digest_size=8).hexdigest()


# ---- measuring -------------------------------------------------------------------------------------


def measure(model: Model, documents: list[list[str]], marked: set[str]) -> Measured:
    """Pair, features and where, for each candidate of clean text."""
    pairs, rows, where = [], [], []
    for d, texts in enumerate(documents):
        reading = model.read(texts)
        place, pair, odds = model.candidates(reading)
        features = model.features(texts, reading, place, pair, odds)
        for i, p in enumerate(place):
            n, token = reading.tokens[p]
            before = texts[n][max(0, token.start - 20) : token.start]
            if mark_of(token.text, model.targets[model.right[pair[i]]], before) in marked:
                continue
            pairs.append(pair[i])
            rows.append(features[i])
            where.append((d, n, token.start))
    return Measured(np.array(pairs), np.array(rows), where)


def injected(model: Model, documents: list[list[str]], rng: np.random.Generator) -> Injected:
    """The same for words put in place of the right ones in held-out text: three tries a document and tier."""
    by_right: dict[str, list[int]] = {}
    for k, r in enumerate(model.right):
        by_right.setdefault(model.targets[r], []).append(k)
    pairs, rows, tried = [], [], np.zeros(len(model.right), int)
    for texts in documents:
        spots = [(n, t) for n, text in enumerate(texts) for t in tokens(text) if not t.name and t.text in by_right]
        if not spots:
            continue
        its = [spot for spot in spots if spot[1].text in ("its", "it's")]
        for n, token in [*(spots[i] for i in rng.integers(len(spots), size=24)), *its]:
            choices = by_right[token.text]
            odds = np.array([8.0 if model.tier[k] in (0, 1, 5) else 1.0 for k in choices])
            k = int(rng.choice(choices, p=odds / odds.sum()))
            wrong = model.targets[model.wrong[k]]
            text = texts[n]
            shown = wrong.capitalize() if text[token.start].isupper() else wrong
            new = [*texts]
            new[n] = text[: token.start] + shown + text[token.end :]
            reading = model.read([new[n]])
            index = [j for j, (_, t) in enumerate(reading.tokens) if t.start == token.start]
            if not index:
                continue
            tried[k] += 1
            place, pair, delta = model.candidates(reading)
            hit = np.flatnonzero((place == index[0]) & (pair == k))
            if len(hit):
                pairs.append(k)
                words = model.features([new[n]], reading, place[hit], pair[hit], delta[hit])
                rows.append(words[0])
    return Injected(np.array(pairs), np.array(rows), tried)


def fit(model: Model, positives: Injected, negatives: list[Measured]) -> Array:
    weights = np.zeros((4, len(FEATURES)))
    for part in range(4):
        good = positives[1][model.group(positives[0]) == part]
        bad = np.concatenate([rows[model.group(measured) == part] for measured, rows, _ in negatives])
        x = np.concatenate([good, bad])
        y = np.concatenate([np.ones(len(good)), np.zeros(len(bad))])
        scale = x.std(axis=0)
        scale[scale == 0] = 1
        regression = LogisticRegression(C=1.0, fit_intercept=False, max_iter=500).fit(x / scale, y)
        weights[part] = regression.coef_[0] / scale
    return weights


def thresholds(model: Model, negatives: list[Measured]) -> Array:
    limits = np.array([BASES[t] if t >= 0 else NEVER for t in model.tier], float)
    scores: dict[int, list[float]] = {}
    for measured, rows, _ in negatives:
        for k, s in zip(measured, model.score(rows, measured), strict=True):
            scores.setdefault(int(k), []).append(float(s))
    for k, found in scores.items():
        found.sort(reverse=True)
        nth = 2 if model.tier[k] == 0 else 0
        if len(found) > nth:
            limits[k] = max(limits[k], found[nth] + MARGIN)
    return limits


def report(model: Model, limits: Array, documents: list[list[str]], measured: Measured, name: str) -> None:
    pairs, rows, where = measured
    scores = model.score(rows, pairs)
    alarms = np.flatnonzero(scores > limits[pairs])
    words = sum(len(re.findall(r"\w+", t)) for texts in documents for t in texts)
    print(f"{name}: {len(alarms)} alarms in {words:,} words, {1000 * len(alarms) / words:.3f} per 1,000", flush=True)
    for i in alarms[np.argsort(-scores[alarms])]:
        d, n, start = where[i]
        text, k = documents[d][n], pairs[i]
        wrong, right = model.targets[model.wrong[k]], model.targets[model.right[k]]
        around = text[max(0, start - 40) : start] + "[[" + text[start : start + len(wrong)] + "]]"
        around += text[start + len(wrong) : start + len(wrong) + 30]
        before = text[max(0, start - 20) : start]
        print(f"  {scores[i]:.1f} tier {model.tier[k]} {wrong}→{right}: {around!r}\tMARK\t{wrong}\t{right}\t{before}")


def recall(model: Model, limits: Array, positives: Injected) -> None:
    pairs, rows, tried = positives
    hits = model.score(rows, pairs) > limits[pairs]
    for tier in range(6):
        total = tried[model.tier == tier].sum()
        print(f"tier {tier}: {hits[model.tier[pairs] == tier].sum() / max(total, 1):.1%} of {total} injected found")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
