"""What Django looks for under this name: the connection of a thread, taken from the pool."""

from typing import Any

from django.db.backends.postgresql import base
from psycopg import OperationalError
from psycopg_pool import ConnectionPool

from landfast.kernel.pooled.keys import ListsDumper
from landfast.kernel.pooled.moments import UtcLoader


class DatabaseWrapper(base.DatabaseWrapper):
    """A restarted server costs nobody a page.

    The pool's own check (CONN_HEALTH_CHECKS) finds broken connections one by one and pauses twice
    as long after each: eight of them last longer than anybody waits.
    """

    def _configure_connection(self, connection: Any) -> bool:
        """Once for each connection that is opened: Django's own, with moments and keys of ours."""
        connection.adapters.register_loader("timestamptz", UtcLoader)
        connection.adapters.register_dumper(list, ListsDumper)
        return bool(super()._configure_connection(connection))  # type: ignore[misc]

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection that answers: where one is broken, the pool begins anew with all of them."""
        connection = super().get_new_connection(conn_params)
        try:
            ConnectionPool.check_connection(connection)
        except OperationalError:
            self.pool.drain()
            self.pool.putconn(connection)
            return super().get_new_connection(conn_params)
        return connection
