"""What the environment says about the database: embedded or managed, and where."""

import ipaddress
import os
from typing import Literal, get_args

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from landfast.kernel.given import given, is_given
from landfast.kernel.postgres.errors import (
    AddressMissing,
    EmbeddedRefused,
    OpenLine,
    WrongAddress,
)

Role = Literal["app", "owner", "jobs"]
ROLES: tuple[Role, ...] = get_args(Role)

VARIABLES: dict[Role, str] = {
    "app": "DATABASE_URL",
    "owner": "LANDFAST_OWNER_URL",
    "jobs": "LANDFAST_JOBS_URL",
}
# The owner itself has no login: who migrates logs in as the migrator and becomes the owner.
LOGINS: dict[Role, str] = {
    "app": "landfast_app",
    "owner": "landfast_migrator",
    "jobs": "landfast_jobs",
}


def is_managed() -> bool:
    """Whether somebody else runs the server (DATABASE_URL is set)."""
    return is_given("DATABASE_URL")


def is_production() -> bool:
    """Whether this is not for trying out."""
    return os.environ.get("LANDFAST_ENV", "").strip().lower() == "production"


def refuse_in_production() -> None:
    """The embedded server is for trying out, developing and testing only."""
    if is_production():
        raise EmbeddedRefused(
            "Den indbyggede database må ikke bruges i drift. "
            "Sæt DATABASE_URL til en PostgreSQL-server (version 18 eller nyere)."
        )


def database_name() -> str:
    """The name of the database: LANDFAST_DB_NAME, or the one in DATABASE_URL, or landfast."""
    named = os.environ.get("LANDFAST_DB_NAME", "")
    if named or not is_managed():
        return named or "landfast"
    return managed_parts("app").get("dbname") or "landfast"


def has_address(role: Role) -> bool:
    """Whether this role can be reached: always when embedded, else when its address is set."""
    return not is_managed() or is_given(VARIABLES[role])


def managed_url(role: Role) -> str:
    """The address of a managed server as the environment gives it."""
    address = given(VARIABLES[role])
    if not address:
        raise AddressMissing(
            f"{VARIABLES[role]} mangler. Når DATABASE_URL peger på en server, skal adressen "
            f"for rollen {LOGINS[role]} også være sat."
        )
    return address


def managed_parts(role: Role) -> dict[str, str]:
    """The address of a managed server in parts, as libpq reads it."""
    try:
        parts = conninfo_to_dict(managed_url(role))
    except ProgrammingError:
        # "from None": the error quotes the address, and with it the password.
        raise WrongAddress(
            f"{VARIABLES[role]} kan ikke læses. "
            "Den skal se sådan ud: postgresql://bruger:kode@vært:5432/database"
        ) from None
    told = {key: str(value) for key, value in parts.items() if value is not None}
    if is_production():
        refuse_open_line(told, VARIABLES[role])
    return told


VERIFIED = frozenset({"verify-ca", "verify-full"})
"""`require` alone encrypts to whoever answers."""


def refuse_open_line(parts: dict[str, str], variable: str) -> None:
    """What goes to another machine is encrypted, to a server whose certificate is checked."""
    hosts = (parts.get("hostaddr") or parts.get("host", "")).split(",")
    if parts.get("sslmode") not in VERIFIED and not all(map(is_this_machine, hosts)):
        raise OpenLine(
            f"{variable} peger på en anden maskine uden at kræve TLS. Skriv sslmode=verify-full "
            "i adressen (og sslrootcert=…, hvis serverens certifikat er jeres eget)."
        )


def is_this_machine(host: str) -> bool:
    """A socket, or the machine's own loopback: nothing is on a wire."""
    if not host or host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
