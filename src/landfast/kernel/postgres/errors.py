"""What can go wrong with the database before there is one. Every message is a Danish sentence."""


class PostgresError(Exception):
    """Landfast cannot use its database; the message tells a user what to do."""


class EmbeddedRefused(PostgresError):
    """The embedded server was asked for where it must not be used."""


class EmbeddedFailed(PostgresError):
    """The embedded server could not be started or stopped."""


class AddressMissing(PostgresError):
    """A managed server is used, but the address for this role was not given."""


class WrongAddress(PostgresError):
    """An address in the environment cannot be read."""


class OpenLine(PostgresError):
    """In production the database on another machine is reached by TLS only."""


class TooOld(PostgresError):
    """The server is older than PostgreSQL 18."""
