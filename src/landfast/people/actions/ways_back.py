"""Ways back for who has lost the password or the telephone. What may be, the database says."""

from uuid import UUID

from django.db import transaction

from landfast.kernel.refusals import NotFound, NotNow
from landfast.kernel.text import da
from landfast.people import passwords
from landfast.people.actions.asking import ask


@transaction.atomic
def ask_way_back(*, employment_id: UUID, reason: str, removes_steps: bool) -> None:
    """Ask a second person to let an employee in again. The database asks whose it is to ask."""
    if not ask("select people_ask_way_back(%s, %s, %s)", [employment_id, reason, removes_steps]):
        raise NotNow("asked_already", da("Der er allerede bedt om det. En anden skal svare."))


@transaction.atomic
def give_way_back(*, way_id: UUID, password: str) -> None:
    """The second yes: a start password; the old one ends, and the lost steps if they are lost."""
    if not ask("select people_give_way_back(%s, %s)", [way_id, passwords.seal(password)]):
        raise NotFound


@transaction.atomic
def decline_way_back(*, way_id: UUID) -> None:
    """No, or taken back by who asked: nothing changes."""
    if not ask("select people_decline_way_back(%s)", [way_id]):
        raise NotFound
