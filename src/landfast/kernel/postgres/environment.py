"""What the environment says about the database: embedded or managed, and where."""

import os
from typing import Literal, get_args

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from landfast.kernel.postgres.errors import AddressMissing, EmbeddedRefused, WrongAddress

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
    return bool(os.environ.get("DATABASE_URL"))


def refuse_in_production() -> None:
    """The embedded server is for trying out, developing and testing only."""
    if os.environ.get("LANDFAST_ENV", "").strip().lower() == "production":
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
    return not is_managed() or bool(os.environ.get(VARIABLES[role]))


def managed_url(role: Role) -> str:
    """The address of a managed server as the environment gives it."""
    address = os.environ.get(VARIABLES[role], "")
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
    return {key: str(value) for key, value in parts.items() if value is not None}
