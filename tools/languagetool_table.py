"""Writes docs/languagetool.md: which of LanguageTool's rules are on, which are off, and what was measured of them.

    python tools/languagetool_table.py EVAL        a folder with errors/*.jsonl and clean/*.jsonl

In errors/ a line has ‘text’ and the place of a fault (‘start’, ‘end’); in clean/ a line has a published ‘text’.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lint.kinds import OPTIONS
from lint.kinds.languagetool import REST
from lint.languagetool.backend import Found, Wanted
from lint.languagetool.embedded import Embedded, data, known_ids
from lint.packs.load import load
from lint.packs.pack import builtin

INSTEAD = {
    "ENGLISH_WORD_REPEAT_RULE": "punctuation.doubled-word",
    "GITHUB": "typos.brand",
    "MORFOLOGIK_RULE_EN_GB": "typos.spelling",
}
"""Rules that others of ours replace."""
DOCUMENT = Path(__file__).parent.parent / "docs" / "languagetool.md"
_TAG = re.compile(r"""<(category|rulegroup|rule)\s[^>]*?\bid\s*=\s*["']([A-Za-z0-9_\-]+)["'][^>]*""")


def categories() -> dict[str, str]:
    """Each rule id of the English data, and its category."""
    out: dict[str, str] = {}
    for file in sorted((data("en") / "en" / "rules").rglob("*.xml")):
        if file.name in ("grammar.xml", "style.xml"):
            category = ""
            for tag, name in _TAG.findall(file.read_text(encoding="utf-8")):
                if tag == "category":
                    category = name
                else:
                    out.setdefault(name, category)
    return out


def lines(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def measure(evaluation: Path) -> tuple[Counter[str], Counter[str], dict[str, str], int]:
    """Faults found and alarms on clean copy of each rule, the categories met, and the words of the clean copy."""
    engine = Embedded("en-GB", Wanted(known_ids(), everything=True))
    faults: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    met: dict[str, str] = {}
    words = 0

    def ask(item: dict[str, Any]) -> tuple[dict[str, Any], list[Found]]:
        return item, [f for part in _paragraphs(item["text"]) for f in _moved(engine, *part)]

    with ThreadPoolExecutor(2) as pool:
        for item, found in pool.map(ask, (i for i in lines(evaluation / "errors") if "start" in i)):
            faults.update({f.id for f in found if f.start < item["end"] and item["start"] < f.end})
        for item, found in pool.map(ask, lines(evaluation / "clean")):
            words += len(item["text"].split())
            alarms.update(f.id for f in found)
            met.update({f.id: f.category for f in found})
    return faults, alarms, met, words


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for part in text.split("\n\n"):
        yield at, part
        at += len(part) + 2


def _moved(engine: Embedded, at: int, text: str) -> Iterator[Found]:
    for f in engine.check(text):
        yield Found(f.id, f.sub_id, f.message, f.start + at, f.end + at, f.suggestions, f.category)


def main() -> None:
    faults, alarms, met, words = measure(Path(sys.argv[1]))
    on = {
        name: rule
        for rule in load([builtin()], OPTIONS)
        if rule.kind == "languagetool" and rule.options.ids != [REST]
        for name in rule.options.ids
    }
    names = {name.partition("[")[0] for name in on}
    of = categories() | {name: c for name, c in met.items() if c}
    by_category: dict[str, list[str]] = defaultdict(list)
    for name in sorted(known_ids() | set(met)):
        by_category[of.get(name, "(none)")].append(name)
    heard = [n for n in (*faults, *alarms) if n not in names]
    out = [
        "# LanguageTool’s rules: on, off, and why\n",
        "Written by `tools/languagetool_table.py`; what is on stands in `rules/languagetool/`.\n",
        "Measured with all rules on, those too that LanguageTool itself has off: the faults found in texts with a "
        f"known fault, and alarms in {words:,} words of published news. A rule is on when it finds faults (in those "
        "texts, or in LanguageTool’s own examples, which are then ours) and was silent or nearly silent on clean copy; "
        "what it still says there was read, and was mostly right. A rule that was never heard has no row when it is "
        "off.\n",
        "| category | rules | on | faults found by these | their alarms | faults found by those off | their alarms |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for category, members in sorted(by_category.items()):
        sums = []
        for group in ([m for m in members if m in names], [m for m in members if m not in names]):
            sums += [sum(faults[m] for m in group), sum(alarms[m] for m in group)]
        counts = f"{len(members)} | {sum(m in names for m in members)}"
        out.append(f"| {category} | {counts} | " + " | ".join(map(str, sums)) + " |")
    out += ["\n## On\n", "| rule here | LanguageTool’s rules | faults | alarms | why |", "|---|---|--:|--:|---|"]
    for rule in {r.id: r for r in on.values()}.values():
        ids = [n for n, r in on.items() if r is rule]
        bare = {n.partition("[")[0] for n in ids}
        sums = [sum(c[n] for n in bare) for c in (faults, alarms)]
        why = " ".join(rule.why.split())
        out.append(f"| `{rule.id}` | {', '.join(f'`{n}`' for n in ids)} | {sums[0]} | {sums[1]} | {why} |")
    out += [
        "\n## Off, and heard\n",
        "| LanguageTool’s rule | category | faults | alarms | why |",
        "|---|---|--:|--:|---|",
    ]
    for name in sorted(dict.fromkeys(heard), key=lambda n: (-alarms[n], n)):
        out.append(
            f"| `{name}` | {of.get(name, '')} | {faults[name]} | {alarms[name]} | {reason(name, faults, alarms)} |"
        )
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text("\n".join(out) + "\n", encoding="utf-8")


def reason(name: str, faults: Counter[str], alarms: Counter[str]) -> str:
    if name in INSTEAD:
        return f"`{INSTEAD[name]}` finds these, with fewer alarms"
    if not alarms[name]:
        return "silent on clean copy, but heard once or twice: no evidence yet"
    if not faults[name]:
        return "finds nothing here and speaks on clean copy"
    return f"{alarms[name] / faults[name]:.1f} alarms for each fault"


if __name__ == "__main__":
    main()
