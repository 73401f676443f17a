"""An organisation makes a format its own: copies it, changes it, takes it out of use."""

import secrets
from dataclasses import replace
from uuid import UUID

from django.db.models import Q

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.houses import require_keeper
from landfast.access.rules import Permission, Topic
from landfast.kernel.clock import now
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.kernel.text import da
from landfast.meetings import models
from landfast.meetings.actions.formats import put
from landfast.meetings.queries.forms import form_of
from landfast.meetings.rules import copying
from landfast.meetings.rules.formats import Form


@action
def copy_format(*, actor: Actor, code: str, organisation_id: UUID, name: str) -> str:
    """A format of our own, the same as the one it is made of, under its own name; its code.

    Where a programme foresees the one, it foresees the other (principle 5).
    """
    _require_keeper(actor, organisation_id)
    copying.check_name(name)
    given = models.Format.objects.filter(code=code, replaced_at=None).first()
    if given is None or given.organisation_id not in {None, organisation_id}:
        raise NotFound
    copying.check_name_is_free(name, _names_of_others(organisation_id))
    form = replace(form_of(given), code=f"E-{secrets.token_hex(4)}", name=name.strip())
    row = put(form, of=organisation_id)
    record(
        actor, "meetings.format_copied", row, topic=Topic.FRAME, organisation=organisation_id,
        made_of=code,
    )  # fmt: skip
    return form.code


@action
def change_format(*, actor: Actor, code: str, form: Form, seen: int) -> None:
    """A new version. Meetings that were begun keep the one they have."""
    row = _mine(actor, code)
    copying.check_unchanged(seen, row.version)
    copying.check_form(form)
    copying.check_name_is_free(form.name, _names_of_others(row.organisation_id, but=code))
    new = put(replace(form, code=row.code, origin=row.origin), instead_of=row)
    record(
        actor, "meetings.format_changed", new, topic=Topic.FRAME, version=new.version,
        organisation=new.organisation_id,
    )  # fmt: skip


@action
def withdraw_format(*, actor: Actor, code: str) -> None:
    """Nobody begins a meeting with it any more; those that were begun keep it."""
    row = _mine(actor, code)
    row.replaced_at = now()
    row.save(update_fields=["replaced_at"])
    record(
        actor, "meetings.format_withdrawn", row, topic=Topic.FRAME,
        organisation=row.organisation_id,
    )  # fmt: skip


def _names_of_others(organisation_id: UUID | None, but: str = "") -> list[str]:
    """What ships and what is theirs: the list that a meeting is begun from."""
    theirs = Q(organisation=None) | Q(organisation=organisation_id)
    rows = models.Format.objects.filter(theirs, replaced_at=None).exclude(code=but)
    return list(rows.order_by("code").values_list("name", flat=True))


def _mine(actor: Actor, code: str) -> models.Format:
    row = models.Format.objects.filter(code=code, replaced_at=None).first()
    if row is None:
        raise NotFound
    copying.check_is_ours(row.organisation_id is None)
    _require_keeper(actor, row.organisation_id)
    return models.Format.objects.select_for_update(of=("self",)).get(id=row.id)


def _require_keeper(actor: Actor, organisation_id: UUID | None) -> None:
    refusal = NotAllowed(
        "not_your_formats", da("Mødeformer rettes af den daglige leder eller administratoren.")
    )
    require_keeper(actor, Permission.FORMATS_KEEP, organisation_id, refusal)
