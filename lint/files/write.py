"""How a file gets new contents, without a moment in which it has none."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from lint.errors import ReadError


def rewrite(path: Path, before: bytes, after: bytes) -> None:
    """Puts ``after`` in the place of ``before``; a link stays a link, and whoever reads the file meanwhile sees one of
    the two whole. Raises ReadError, and leaves the file as it was, also when it is no longer ``before``."""
    path = path.resolve()
    try:
        if path.read_bytes() != before:
            raise ReadError("was changed while it was checked, so it was left as it is")
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as draft:
            try:
                draft.write(after)
                draft.close()
                shutil.copymode(path, draft.name)
                os.replace(draft.name, path)
            except BaseException:
                os.unlink(draft.name)
                raise
    except OSError as e:
        raise ReadError(f"can't be written: {(e.strerror or str(e)).lower()}") from e
