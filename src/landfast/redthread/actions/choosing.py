"""An organisation's administrator chooses how its rules look, and records its ground for signs."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.houses import require_keeper
from landfast.access.rules import Permission, Topic
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow
from landfast.kernel.text import da
from landfast.redthread import models
from landfast.redthread.queries.choosing import values_of
from landfast.redthread.rules.choosing import check_figure, check_ground
from landfast.redthread.rules.limits import SHIPPED
from landfast.redthread.rules.measures import uses


@action
def choose(
    *, actor: Actor, organisation_id: UUID, code: str, is_on: bool, figures: Mapping[str, int]
) -> None:
    """One rule on or off, and its figures; what is new is a line of its own, with who and when."""
    _require_keeper(actor, organisation_id)
    wanted = {name: check_figure(name, figures[name]) for name in uses(code) if name in figures}
    now_ = values_of(organisation_id)
    stands = {name: now_.get(name, getattr(SHIPPED, name)) for name in wanted}
    stands[code] = now_.get(code, 1)
    changed = {
        name: value for name, value in {**wanted, code: int(is_on)}.items() if value != stands[name]
    }
    for name, value in changed.items():
        row = models.Setting(
            organisation_id=organisation_id, name=name, value=value, set_by_id=actor.person_id
        )
        row.save(force_insert=True)
    record(
        actor, "redthread.rule_set", topic=Topic.FRAME, organisation=organisation_id, rule=code,
        changed=sorted(changed),
    )  # fmt: skip


@action
def record_ground(
    *, actor: Actor, organisation_id: UUID, ground: str, document: str, assessed_by: str,
    assessed_on: date | None, paper_id: UUID,
) -> UUID:  # fmt: skip
    """A ground in law and an impact assessment: from now signs may be asked about (domain 0.5)."""
    _require_keeper(actor, organisation_id)
    on = check_ground(ground, document, assessed_by, assessed_on, today())
    if _standing(organisation_id).exists():
        raise NotNow("ground_stands", da("Der står allerede en hjemmel. Tag den tilbage først."))
    row = models.SignsGround(
        organisation_id=organisation_id, ground=ground.strip(), document=document.strip(),
        assessed_by=assessed_by.strip(), assessed_on=on, recorded_by_id=actor.person_id,
        paper_id=paper_id,
    )  # fmt: skip
    row.save(force_insert=True)
    record(actor, "redthread.ground_recorded", row, topic=Topic.FRAME, organisation=organisation_id)
    return row.id


@action
def withdraw_ground(*, actor: Actor, organisation_id: UUID) -> None:
    """No sign is asked about any more, at once; what was found of them closes with it."""
    _require_keeper(actor, organisation_id)
    row = _standing(organisation_id).select_for_update().first()
    if row is None:
        raise NotFound
    row.withdrawn_at, row.withdrawn_by_id = now(), actor.person_id
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    record(
        actor, "redthread.ground_withdrawn", row, topic=Topic.FRAME, organisation=organisation_id
    )


def _standing(organisation_id: UUID) -> QuerySet[models.SignsGround]:
    return models.SignsGround.objects.filter(
        organisation_id=organisation_id, withdrawn_at__isnull=True
    )


def _require_keeper(actor: Actor, organisation_id: UUID) -> None:
    refusal = NotAllowed("not_your_rules", da("Reglerne passes af organisationens administrator."))
    require_keeper(actor, Permission.RULES_KEEP, organisation_id, refusal)
