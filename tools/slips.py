"""Fits the weights of lint/dictionary/typo_classifier.py: injected and printed misspellings against the unknown words
of clean copy.

    python tools/slips.py EVAL      the folder with score.py; EVAL/dev holds the texts

Needs scikit-learn: pip install "copydesk[tools]"
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from lint.dictionary.lexicon import load
from lint.dictionary.story import Story
from lint.dictionary.suggestions import ranked
from lint.dictionary.typo_classifier import Evidence, features
from lint.dictionary.word_formation import Wordhood
from lint.formats import parse

SEEDS = range(1, 9)
REAL = set(
    "accomodate accouterments aftewards aiport anniversay barriersto beileve childrens collasped consenus "
    "debutans diety enquires filethat aboutroughly finsihed folllowing goverment hastag hundreth informaton "
    "licenced manged millenials nonchantly originially outweight petridishes pilgrams probem recieve "
    "responsibilty spikey tantilising targetting thatmany toprevent verbage workhop afficiandos acrossing "
    "signficantly".split()
)
"""Misspellings that stand in the clean copy, found by reading."""


def main(evaluation: Path) -> None:
    sys.path.insert(0, str(evaluation))
    import score

    lexicon = load()
    wordhood = Wordhood(lexicon, set())
    rows, labels, groups = list[dict[str, float]](), list[bool](), list[str]()
    told: set[str] = set()
    for seed in SEEDS:
        for case in score.build(evaluation / "dev", seed):
            clean = case.group.startswith("clean")
            if case.group != "injected typo" and (seed > 1 or not (clean or case.group == "nonword")):
                continue
            document = parse(case.name, case.text, case.language or "en-GB")
            story = Story(document)
            unknown = [t for t in story.lower if wordhood.reason(t, document) is None]
            for token in unknown:
                span = document.to_source(token.span)
                if not clean and not (case.span[0] < span.end and span.start < case.span[1]):
                    continue
                slip = not clean or token.text in REAL
                if not slip and token.text in told:
                    continue
                told.add(token.text)
                count = sum(t.text == token.text for t in unknown)
                near = ranked(lexicon, token.text, document.dialect, story.counts)
                rows.append(features(Evidence(token.text, near, count, lexicon, document.dialect)))
                labels.append(slip)
                groups.append("clean" if clean else case.group)
    names = list(rows[0])
    x, y = np.array([[row[n] for n in names] for row in rows]), np.array(labels)
    scale = x.std(axis=0)
    scale[scale == 0] = 1
    weights = LogisticRegression(C=2, fit_intercept=False, max_iter=3000).fit(x / scale, y).coef_[0] / scale
    print({n: round(float(w), 2) for n, w in zip(names, weights, strict=True)})
    found, group = x @ weights > 0, np.array(groups)
    for name in ("injected typo", "nonword"):
        print(f"{name}: {found[group == name].mean():.1%} of {(group == name).sum()} unknown words are findings")
    print(f"clean copy: {found[~y].sum()} of {(~y).sum()} words that are no slips are findings")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
