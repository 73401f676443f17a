"""Where the embedded server keeps its things, and as which user it runs.

PostgreSQL refuses to run as root, so root's server runs as an unprivileged user,
who must be able to walk to the data. Folders that we make are opened for that
(walking only, not reading); a folder that somebody else has closed stays closed,
and a sentence says so.
"""

import hashlib
import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from landfast.kernel.postgres.errors import EmbeddedFailed

PORT = "5432"  # names the socket only; nothing listens on the network
SERVICE_USERS = ("landfast", "nobody")


def home() -> Path:
    """LANDFAST_HOME, or Landfast's folder among the user's data."""
    given = os.environ.get("LANDFAST_HOME")
    if given:
        return Path(given).expanduser().resolve()
    if os.geteuid() == 0:
        return Path("/var/lib/landfast")
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return (Path(data).expanduser() / "landfast").resolve()


@dataclass(frozen=True)
class Places:
    """The files and folders of one LANDFAST_HOME."""

    home: Path

    @property
    def data(self) -> Path:
        """The cluster."""
        return self.home / "data"

    @property
    def run(self) -> Path:
        """Locks, notes between processes, and who uses the server."""
        return self.home / "run"

    @property
    def users(self) -> Path:
        """One file for each process that uses the server."""
        return self.run / "users"

    @property
    def log(self) -> Path:
        """What server and supervisor have to say."""
        return self.home / "postgres.log"

    @property
    def passfile(self) -> Path:
        """Passwords of the login roles, in libpq's format."""
        return self.home / "pgpass"

    @property
    def admin_passfile(self) -> Path:
        """Password of the cluster's superuser, apart from what the application reads."""
        return self.home / "pgpass-admin"

    @property
    def sockets(self) -> Path:
        """A short path, as a socket's is limited to about 100 characters."""
        name = hashlib.sha256(os.fsencode(self.home)).hexdigest()[:12]
        return Path("/tmp") / f"landfast-{os.geteuid()}-{name}"  # noqa: S108 (owner is verified)


def places() -> Places:
    """The places of the LANDFAST_HOME in force."""
    return Places(home())


@dataclass(frozen=True)
class ServerUser:
    """Who runs PostgreSQL."""

    uid: int
    gid: int
    name: str

    @property
    def is_other(self) -> bool:
        """Whether we have to become this user first."""
        return self.uid != os.geteuid()


def server_user(where: Places) -> ServerUser:
    """Ourselves; for root whoever owns the data already, else an unprivileged user."""
    if os.geteuid() != 0:
        return ServerUser(os.geteuid(), os.getegid(), str(os.geteuid()))
    if where.data.is_dir() and (owner := where.data.stat().st_uid) != 0:
        return _from_entry(pwd.getpwuid(owner))
    for name in SERVICE_USERS:
        try:
            return _from_entry(pwd.getpwnam(name))
        except KeyError:
            continue
    raise EmbeddedFailed(
        "Databasen må ikke køre som root, og der er ingen bruger med navnet landfast eller nobody. "
        "Opret brugeren landfast, eller kør Landfast som en almindelig bruger."
    )


def _from_entry(entry: pwd.struct_passwd) -> ServerUser:
    return ServerUser(entry.pw_uid, entry.pw_gid, entry.pw_name)


def make_folders(where: Places) -> None:
    """Make the home and what is in it; refuse a home that is somebody else's."""
    try:
        _make_home(where)
        for folder in (where.run, where.users):
            folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise EmbeddedFailed(
            f"Mappen {where.home} kan ikke laves eller bruges ({error.strerror}). "
            "Sæt LANDFAST_HOME til en mappe, du selv ejer."
        ) from error


def _make_home(where: Places) -> None:
    walkable = os.geteuid() == 0
    missing = [folder for folder in (where.home, *where.home.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
        if walkable:
            folder.chmod(0o711)
    if where.home.stat().st_uid != os.geteuid():
        raise EmbeddedFailed(
            f"Mappen {where.home} tilhører en anden bruger. "
            "Sæt LANDFAST_HOME til en mappe, du selv ejer."
        )
    if walkable and _is_ours(where):
        where.home.chmod(where.home.stat().st_mode & 0o7777 | 0o111)


def _is_ours(where: Places) -> bool:
    # An empty folder given as LANDFAST_HOME is given to us; one with other things in it is not.
    return where.run.is_dir() or not any(where.home.iterdir())


def make_socket_folder(where: Places, user: ServerUser) -> None:
    """A private folder under /tmp; one that somebody else put there first is refused."""
    folder = where.sockets
    try:
        folder.mkdir(mode=0o700)
        os.chown(folder, user.uid, user.gid)
    except FileExistsError:
        pass
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != user.uid:
        raise EmbeddedFailed(
            f"Mappen {folder} tilhører en anden end databasens bruger. "
            "Fjern den, eller vælg en anden LANDFAST_HOME."
        )
    folder.chmod(0o700)


def can_walk_to(path: Path, user: ServerUser) -> bool:
    """Whether the server's user can reach a folder (asked as that user, so that ACLs count)."""
    return not user.is_other or _as_user(user, "test", "-x", str(path))


def closed_folder(path: Path, user: ServerUser) -> Path | None:
    """The outermost folder on the way that the server's user cannot enter."""
    way = [*reversed(path.parents), path]
    return next((folder for folder in way if not can_walk_to(folder, user)), None)


def _as_user(user: ServerUser, *command: str) -> bool:
    done = subprocess.run(  # noqa: S603
        command, user=user.uid, group=user.gid, extra_groups=[], cwd="/", check=False
    )
    return done.returncode == 0
