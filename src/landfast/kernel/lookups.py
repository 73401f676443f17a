"""`__any_of`: a list as one value, `= any(%s)`, where Django's `in` writes a value per element.

The text of the statement is then the same for three ids and for two hundred, so that the
database plans it once a connection and not once a length (performance.md §2).
"""

from typing import TYPE_CHECKING, Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup, UUIDField
from django.db.models.fields.related import ForeignObject
from django.db.models.sql.compiler import SQLCompiler

if TYPE_CHECKING:
    _Lookup = Lookup[Any]
else:  # only the type checker knows that it is generic
    _Lookup = Lookup


@UUIDField.register_lookup
@ForeignObject.register_lookup
class AnyOf(_Lookup):
    """One of these ids."""

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        """The column, and the list as one value."""
        left, values = self.process_lhs(compiler, connection)
        return f"{left} = any(%s::uuid[])", (*values, list(self.rhs))
