"""Each change of the map becomes a line of its history; the room's other verbs call this."""

from landfast.access.actor import Actor
from landfast.kernel.clock import now
from landfast.network import models
from landfast.network.rules.helped import Helped


def made_by(actor: Actor, row: models.MadeBeside, how: Helped = Helped.TOGETHER) -> None:
    """Marked when somebody drew it beside her; what she has touched herself is hers (B1)."""
    row.helped_by_id = None if actor.is_citizen else actor.person_id
    row.helped_how = "" if actor.is_citizen else how


def stood(
    thing: models.Member | models.Relation,
    *,
    is_gone: bool = False,
    undoes: models.Standing | None = None,
) -> None:
    """Where somebody stands from now on, when it is another spot than before."""
    of = {"member": thing} if isinstance(thing, models.Member) else {"relation": thing}
    tie = getattr(thing, "tie", "")
    spot = (thing.sphere, thing.closeness, tie, is_gone)
    rows = models.Standing.objects.filter(course_id=thing.course_id, **of)
    last = rows.order_by("created_at", "id").values_list(
        "sphere", "closeness", "tie", "is_gone"
    ).last()  # fmt: skip
    if last == spot and undoes is None:
        return
    models.Standing(
        course_id=thing.course_id, sphere=thing.sphere, closeness=thing.closeness, tie=tie,
        is_gone=is_gone, undoes=undoes, created_at=now(), **of,
    ).save(force_insert=True)  # fmt: skip
