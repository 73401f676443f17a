"""Somebody has lost the password or the telephone: one asks, another lets them in again."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.action import journey
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require_post, units_where
from landfast.access.rules import Permission, Topic
from landfast.journeys.run_organisation import see_login
from landfast.journeys.second_yes import seconds
from landfast.kernel.refusals import NotFound
from landfast.login.actions.identities import spoken
from landfast.people import actions as people_actions
from landfast.people import keeping
from landfast.people.keeping import WayBack
from landfast.people.rules import employing


@dataclass(frozen=True)
class Lost:
    """Somebody who waits to come in again, and who can answer."""

    row: WayBack
    may_give: bool
    seconds: list[str]


def see_lost(actor: Actor) -> list[Lost]:
    """Who waits to come in again in the units one keeps or leads."""
    return [
        Lost(
            one, employing.may_give_way_back(actor.person_id, one.asked_by, one.person_id),
            list(seconds(one.unit_id, one.asked_by, one.person_id).values()),
        )
        for one in keeping.ways_back()
    ]  # fmt: skip


@journey
def ask_way_back(*, actor: Actor, employment_id: UUID, reason: str, removes_steps: bool) -> None:
    """Ask that an employee is let in again (mistet adgang); a second person answers."""
    seen = see_login(actor, employment_id)
    person, account = seen.desk.row.person.id, seen.account
    employing.check_keeps_another(actor.person_id, person)
    if account is None or not account.username:
        raise NotFound
    employing.check_can_ask_way_back(
        is_ours=account.is_ours, has_come_in=account.has_come_in, reason=reason
    )
    people_actions.ask_way_back(
        employment_id=employment_id, reason=reason.strip(), removes_steps=removes_steps
    )
    record(
        actor, "people.way_back_asked", topic=Topic.FRAME, person=person,
        to=list(seconds(seen.desk.row.unit_id, actor.person_id, person)),
    )  # fmt: skip


@journey
def give_way_back(*, actor: Actor, way_id: UUID) -> tuple[str, str]:
    """The second yes: whose login, and the start password, shown this once to who gives it.

    The old password and what it opened end; the one it is about is told by mail.
    """
    one = _of_mine(actor, way_id)
    employing.check_may_give_way_back(actor.person_id, one.asked_by, one.person_id)
    password = spoken()
    people_actions.give_way_back(way_id=way_id, password=password)
    record(
        actor, "people.way_back_given", topic=Topic.FRAME, person=one.person_id,
        removes_steps=one.removes_steps,
    )  # fmt: skip
    return one.name, password


@journey
def decline_way_back(*, actor: Actor, way_id: UUID) -> str:
    """No, or who asked takes it back: nothing changes. Whose it was."""
    one = _of_mine(actor, way_id)
    people_actions.decline_way_back(way_id=way_id)
    record(actor, "people.way_back_declined", topic=Topic.FRAME, person=one.person_id)
    return one.name


def _of_mine(actor: Actor, way_id: UUID) -> WayBack:
    one = next((row for row in keeping.ways_back() if row.id == way_id), None)
    if one is None:
        raise NotFound
    leads = one.unit_id in units_where(actor, Permission.COURSES_OVERSEE)
    may = Permission.COURSES_OVERSEE if leads else Permission.ORGANISATION_RUN
    require_post(actor, may, unit=one.unit_id)
    return one
