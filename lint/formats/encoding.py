"""How the bytes of a text file become text, and text becomes bytes again; all text formats share it."""

from __future__ import annotations

import codecs

from lint.errors import NotText, ReadError


def encode(text: str, like: bytes) -> bytes:
    """Text as bytes in the encoding that ``decode`` reads ``like`` in. Raises ReadError for a letter that it lacks."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if like.startswith(mark):
            return text.encode(name)
    if isinstance(_utf8(like), str):
        return text.encode("utf-8")
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError as e:
        raise ReadError(f"is in Windows-1252, which has no ‘{text[e.start]}’; save it as UTF-8") from e


def decode(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Bytes as text: UTF-16 by its mark, UTF-8, or else Windows-1252 with a note; a mark stays as U+FEFF.

    Raises NotText for bytes that hold a NUL, and ReadError for text in an encoding that is none of these.
    """
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(raw), ()
    nul = raw.find(b"\0")
    if nul >= 0:
        raise NotText(f"is not text: there is a NUL at byte {nul}")
    text = _utf8(raw)
    return (text, ()) if isinstance(text, str) else _windows(raw, text)


def _utf16(raw: bytes) -> str:
    try:
        text = raw.decode("utf-16")
    except UnicodeDecodeError as e:
        raise ReadError(f"begins as UTF-16 but is not ({e.reason} at byte {e.start})") from e
    if "\0" in text:  # UTF-32, which begins with the same two bytes, or no text at all
        raise NotText("begins as UTF-16 but is not: there is a NUL in it; save it as UTF-8")
    return "\ufeff" + text


def _utf8(raw: bytes) -> str | int:
    """The text, or where the first byte is that can't be UTF-8."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as e:
        return e.start


def _windows(raw: bytes, bad: int) -> tuple[str, tuple[str, ...]]:
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as e:
        raise ReadError(f"is neither UTF-8 nor Windows-1252 (byte {bad}); save it as UTF-8") from e
    return text, (f"not UTF-8 (byte {bad}), so read as Windows-1252; save it as UTF-8",)
