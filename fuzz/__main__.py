"""Feeds one target with changed texts of its corpus for some time and keeps what breaks it."""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from fuzz import readers
from fuzz.mutators import Source, mutated

TARGETS: dict[str, Callable[[bytes], None]] = {**readers.TARGETS}
HERE = Path(__file__).parent
CORPUS, TOKENS, FOUND = HERE / "corpus", HERE / "tokens", HERE / "found"
ENCODINGS = ("utf-8",) * 8 + ("utf-16", "cp1252", "latin-1")


def main() -> None:
    """The exit code is 1 when anything was found; ``fuzz/found`` has the inputs, each a test to be."""
    options = _options()
    seed = options.seed if options.seed is not None else random.randrange(10**9)
    begun, found = time.monotonic(), Counter[str]()
    source = source_of(options.target, seed)
    draw = source.random
    count = 0
    while time.monotonic() < begun + options.seconds:
        count += 1
        text = mutated(draw.choice(source.texts), source)
        data = text.encode(draw.choice(ENCODINGS), "ignore")
        found.update(_fault(options.target, data))
    print(
        f"{options.target}: {count} inputs in {time.monotonic() - begun:.0f} s from seed {seed}; found: {dict(found)}"
    )
    sys.exit(bool(found))


def source_of(target: str, seed: int) -> Source:
    """What a target's inputs are made from."""
    texts = [path.read_text() for path in sorted((CORPUS / target).iterdir())]
    written = (TOKENS / f"{target}.txt").read_text().split("\n")
    tokens = [token.replace("\\n", "\n").replace("\\t", "\t") for token in written if token]
    return Source(random.Random(seed), tokens, texts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, help="the same seed gives the same inputs (as many as the time allows)")
    return parser.parse_args()


def _fault(target: str, data: bytes) -> list[str]:
    """What an input breaks, which is kept."""
    try:
        TARGETS[target](data)
    except Exception as e:
        name = f"{type(e).__name__}: {e}"
        FOUND.mkdir(exist_ok=True)
        path = FOUND / f"{target}-{hashlib.sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        print(f"{path}\n{traceback.format_exc(limit=-2)}", file=sys.stderr)
        return [name[:60]]
    return []


if __name__ == "__main__":
    main()
