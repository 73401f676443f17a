"""The database server: an embedded PostgreSQL 18 of our own, or a managed one.

Without DATABASE_URL Landfast runs a private server on this machine, for trying out,
developing and testing. With it, somebody else runs the server (18 or newer) and
nothing here starts anything. Knows no Django.
"""

from landfast.kernel.postgres.addresses import connection_parts, django_database, url
from landfast.kernel.postgres.backup import BadBackup, backup, restore
from landfast.kernel.postgres.binaries import program
from landfast.kernel.postgres.databases import (
    admin_connect,
    create_database,
    database_exists,
    drop_database,
    list_databases,
)
from landfast.kernel.postgres.environment import (
    LOGINS,
    ROLES,
    Role,
    database_name,
    has_address,
    is_managed,
)
from landfast.kernel.postgres.errors import (
    AddressMissing,
    EmbeddedFailed,
    EmbeddedRefused,
    PostgresError,
    TooOld,
    WrongAddress,
)
from landfast.kernel.postgres.managed import prepare_managed
from landfast.kernel.postgres.places import home
from landfast.kernel.postgres.roles import prepare_database, prepare_roles, require_version
from landfast.kernel.postgres.running import ensure_running, is_running, revive, stop

__all__ = [
    "LOGINS",
    "ROLES",
    "AddressMissing",
    "BadBackup",
    "EmbeddedFailed",
    "EmbeddedRefused",
    "PostgresError",
    "Role",
    "TooOld",
    "WrongAddress",
    "admin_connect",
    "backup",
    "connection_parts",
    "create_database",
    "database_exists",
    "database_name",
    "django_database",
    "drop_database",
    "ensure_running",
    "has_address",
    "home",
    "is_managed",
    "is_running",
    "list_databases",
    "prepare_database",
    "prepare_managed",
    "prepare_roles",
    "program",
    "require_version",
    "restore",
    "revive",
    "stop",
    "url",
]
