"""Keys that are made once and kept in a file beside the database, where no variable gives them."""

import os
import secrets
from pathlib import Path


def kept(path: Path) -> str:
    """The key in the file; made now if there is none. Who comes second takes the first one's."""
    try:
        return path.read_text("ascii")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = _draft(path)
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
        return path.read_text("ascii")


def renew(path: Path) -> str:
    """A new key in place of the one in the file; processes that run keep the one they read."""
    _draft(path).rename(path)
    return path.read_text("ascii")


def _draft(path: Path) -> Path:
    draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        os.fsync(file.fileno())
    return draft
