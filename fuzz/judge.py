"""What a browser shows of a page, by html5lib."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

import html5lib

HIDDEN = frozenset(
    "script style noscript iframe svg math textarea template pre code kbd samp tt var noembed noframes xmp".split()
)
"""Elements whose text is no prose: a browser hides it, or shows it as code."""
_WORD = re.compile(r"(?<!\S)zq\w*qz(?!\S)")


def words(page: str) -> set[str]:
    """The words whose way is followed that a browser shows, scripts switched off. Those with nothing but white space
    around, so that they are in no address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = html5lib.HTMLParser(html5lib.treebuilders.getTreeBuilder("etree"), namespaceHTMLElements=False)
        return {word for text in _texts(parser.parse(page)) for word in _WORD.findall(text)}


def _texts(root: Any) -> Iterator[str]:
    waiting: list[tuple[Any, bool]] = [(root, False)]  # an element, or the text after one
    while waiting:
        element, after = waiting.pop()
        if after:
            yield element.tail or ""
            continue
        waiting.append((element, True))
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"
        if tag not in HIDDEN and tag != "comment" and not tag.startswith("<!"):
            yield element.text or ""
            waiting += [(child, False) for child in reversed(element)]
