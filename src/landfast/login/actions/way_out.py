"""Whether one leaves at a touch: for who may not be seen here by somebody at home."""

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.login import models


@action(asks=False)
def choose_way_out(*, actor: Actor, wanted: bool) -> None:
    """Every page has a way out from now on, or none has. Asks nobody: own row."""
    if wanted:
        models.WayOut.objects.get_or_create(person_id=actor.person_id)
    else:
        models.WayOut.objects.filter(person_id=actor.person_id).delete()
    record(actor, "login.way_out_chosen")
