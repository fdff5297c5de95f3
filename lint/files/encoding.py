"""How the bytes of a file become text, and text its bytes."""

from __future__ import annotations

import codecs
from pathlib import Path

from lint.errors import NotText, ReadError
from lint.files import documents


def read(path: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a file, exactly as it stands in it, and notes on how it was read. Raises ReadError."""
    return decode_file(path.name, read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """What a file holds. Raises ReadError."""
    try:
        return path.read_bytes()
    except FileNotFoundError as e:
        raise ReadError("there is no such file") from e
    except OSError as e:
        raise ReadError(f"can't be read: {(e.strerror or str(e)).lower()}") from e


def decode_file(name: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file's bytes, as ``decode`` gives it. Raises ReadError, by name for a Word file and its like."""
    if what := documents.what_is(name, raw):
        raise NotText(f"is {what}; copydesk reads {documents.READ}")
    return decode(raw)


def encode(text: str, like: bytes) -> bytes:
    """Text as bytes in the encoding that ``decode`` reads ``like`` in. Raises ReadError for a letter that it lacks."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if like.startswith(mark):
            return text.encode(name)
    try:
        like.decode("utf-8")
        return text.encode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError as e:
        raise ReadError(f"is in Windows-1252, which has no ‘{text[e.start]}’; save it as UTF-8") from e


def decode(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Bytes as text: UTF-16 by its mark, UTF-8, or else Windows-1252 with a note; a mark stays as U+FEFF.

    Raises ReadError for what is not text.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return "\ufeff" + raw.decode("utf-16"), ()
        except UnicodeDecodeError as e:
            raise ReadError(f"begins as UTF-16 but is not ({e.reason} at byte {e.start})") from e
    nul = raw.find(b"\0")
    if nul >= 0:
        raise NotText(f"is not text: there is a NUL at byte {nul}")
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as e:
        bad = e
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        raise ReadError(f"is neither UTF-8 nor Windows-1252 (byte {bad.start}); save it as UTF-8") from bad
    return text, (f"not UTF-8 (byte {bad.start}), so read as Windows-1252; save it as UTF-8",)
