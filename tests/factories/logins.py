"""Coming in by a provider alone, as most citizens do: no account is made here."""

from landfast.access.actor import Actor
from landfast.kernel.clock import now
from landfast.login.models import Identity
from tests.factories.town import as_

ISSUER = "https://login.test"


def connects(who: Actor, issuer: str = ISSUER) -> None:
    """A provider's login is theirs from now on."""
    with as_(who):
        Identity.objects.create(
            person_id=who.person_id, realm="borger", issuer=issuer, subject=str(who.person_id),
            created_at=now(),
        )  # fmt: skip
