"""Feeds one target with changed texts of its corpus for some time and keeps what breaks it."""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import hashlib
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from fuzz import config, fixes, readers, rules, wire
from fuzz.mutators import LONGEST, Source, mutated

TARGETS: dict[str, Callable[[bytes], None]] = {
    **readers.TARGETS,
    "rules": rules.rules,
    "config": config.config,
    "wire": wire.wire,
    "fixes": fixes.fixes,
}
HERE = Path(__file__).parent
CORPUS, TOKENS, FOUND = HERE / "corpus", HERE / "tokens", HERE / "found"
SHORT = {"fixes": 1_500}
"""Characters of a target's texts, at most, where each is checked again and again."""
BY_LINE = ("rules", "config")
"""Targets whose texts keep most of their lines whole."""
ENCODINGS = ("utf-8",) * 8 + ("utf-16", "cp1252", "latin-1")
SECONDS = 10.0
"""Of a processor: the longest that one input may take."""
HANGS = 60.0
"""Seconds by the clock after which the search itself is ended; ``fuzz/found`` has the input."""
MEMORY = 6 * 2**30
"""Bytes of addresses: what needs more for one short text has no bound."""


def main() -> None:
    """The exit code is 1 when anything was found; ``fuzz/found`` has the inputs, each a test to be."""
    options = _options()
    seed = options.seed if options.seed is not None else random.randrange(10**9)
    _bound_memory()
    FOUND.mkdir(exist_ok=True)
    source = source_of(options.target, seed)
    for text in source.texts:  # what is loaded late is no input's fault
        TARGETS[options.target](text.encode())
    begun, found = time.monotonic(), Counter[str]()
    count, slowest = 0, 0.0
    while time.monotonic() < begun + options.seconds:
        count += 1
        data = mutated(source.random.choice(source.texts), source).encode(source.random.choice(ENCODINGS), "ignore")
        fault, spent = _tried(options.target, data)
        found.update(fault)
        slowest = max(slowest, spent)
    spent = time.monotonic() - begun
    print(
        f"{options.target}: {count} inputs in {spent:.0f} s from seed {seed}, the slowest {slowest:.1f} s; "
        f"found: {dict(found)}"
    )
    sys.exit(bool(found))


def source_of(target: str, seed: int) -> Source:
    """What a target's inputs are made from."""
    texts = [path.read_text() for path in sorted((CORPUS / target).iterdir())]
    written = (TOKENS / f"{target}.txt").read_text().split("\n")
    tokens = [token.replace("\\n", "\n").replace("\\t", "\t") for token in written if token]
    return Source(random.Random(seed), tokens, texts, SHORT.get(target, LONGEST), target in BY_LINE)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, help="the same seed gives the same inputs (as many as the time allows)")
    return parser.parse_args()


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not on Windows, and not everywhere else
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _tried(target: str, data: bytes) -> tuple[list[str], float]:
    """What an input breaks, and the seconds that it took. What breaks something is kept, and so is what ends us."""
    path = FOUND / f"{target}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    faulthandler.dump_traceback_later(HANGS, exit=True)
    begun, fault = time.process_time(), list[str]()
    try:
        TARGETS[target](data)
        spent = time.process_time() - begun
        assert spent < SECONDS, f"it took {spent:.1f} s"
        path.unlink()
    except Exception as e:
        fault.append(f"{type(e).__name__}: {e}"[:60])
        print(f"{path}\n{traceback.format_exc(limit=-2)}", file=sys.stderr)
    faulthandler.cancel_dump_traceback_later()
    return fault, time.process_time() - begun


if __name__ == "__main__":
    main()
