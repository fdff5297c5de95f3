"""How a file gets a new text, without a moment in which it has none."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from lint.errors import ReadError
from lint.files.encoding import decode, encode


def rewrite(path: Path, before: str, after: str) -> None:
    """Puts ``after`` in the place of the text ``before``, in the file's own encoding; a link stays a link, and whoever
    reads the file meanwhile sees one of the two whole. Raises ReadError, and leaves the file as it was."""
    path = path.resolve()
    try:
        raw = path.read_bytes()
        if decode(raw)[0] != before:
            raise ReadError("was changed while it was checked, so it was left as it is")
        new = encode(after, raw)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
            try:
                draft.write(new)
                draft.close()
                shutil.copymode(path, draft.name)
                os.replace(draft.name, path)
            except BaseException:
                os.unlink(draft.name)
                raise
    except OSError as e:
        raise ReadError(f"can't be written: {(e.strerror or str(e)).lower()}") from e
