"""An organisation, its first unit and who keeps it, in one step. The database asks who may."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from landfast.kernel.danish import filed_as
from landfast.kernel.ids import PersonId
from landfast.kernel.refusals import NotFound, Wrong
from landfast.kernel.text import da
from landfast.people import passwords, rules


@dataclass(frozen=True)
class Founding:
    """The organisation, its topmost unit, and who keeps both from now on.

    With a `username` the keeper may come in by a password to start with.
    """

    name: str
    kind: rules.OrganisationKind
    unit: str
    administrator: str
    username: str = ""


ADMINISTRATOR = "org_admin"


@transaction.atomic
def found(*, what: Founding, password: str) -> PersonId:
    """The key of its first administrator."""
    login = what.username.strip().lower()
    values = [
        what.name.strip(), filed_as(what.name.strip()), what.kind.value, what.unit.strip(),
        filed_as(what.unit.strip()), what.administrator.strip(),
        filed_as(what.administrator.strip()), rules.role_name(ADMINISTRATOR), login,
        passwords.seal(password) if login else "",
    ]  # fmt: skip
    places = ", ".join(["%s"] * len(values))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"select people_found({places})", values)
            keeper: UUID | None = cursor.fetchone()[0]
    except IntegrityError as error:
        taken = da("Det brugernavn er taget. Vælg et andet.")
        raise Wrong("username_taken", taken, "username") from error
    if keeper is None:
        raise NotFound
    return PersonId(keeper)
