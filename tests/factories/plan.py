"""Plans for tests, made by the real actions."""

from datetime import date, timedelta
from typing import Any

from landfast.access.actions import To, grant
from landfast.access.actor import Actor
from landfast.access.roles import CourseRole
from landfast.directory.rules.mandates import Service
from landfast.kernel.clock import today
from landfast.kernel.ids import AgreementId, WishId
from landfast.plan import actions
from landfast.plan.rules.mandate import Cost
from landfast.plan.rules.promise import Terms
from landfast.programmes.rules import NeedArea
from tests.factories.courses import Lived, started_course
from tests.factories.replaying import replayed
from tests.factories.town import Town, as_


def in_days(days: int) -> date:
    """A day from today."""
    return today() + timedelta(days=days)


@replayed
def with_team(town: Town, *members: Actor, name: str = "Jytte Jensen") -> Lived:
    """A course with Karen as coordinator, and these in the citizen's team."""
    lived = started_course(town, name)
    for member in members:
        join(town, lived, member)
    return lived


def join(town: Town, lived: Lived, member: Actor, role: CourseRole | None = None) -> None:
    """Somebody comes into the team."""
    with as_(town.karen):
        to = To(role or CourseRole.PROFESSIONAL, "Borgeren har valgt det", person=member.person_id)
        grant(town.karen, lived.id, [to])


def wished(lived: Lived, words: str = "Jeg vil have mit eget sted at bo") -> WishId:
    """A wish that the citizen has written."""
    with as_(lived.citizen):
        return actions.add_wish(
            actor=lived.citizen, course_id=lived.id, area=NeedArea.HOUSING, words=words
        )


def complete(follower: Actor, **words: Any) -> Terms:
    """Terms that somebody can say yes to."""
    usual: dict[str, Any] = {
        "text": "Ringer til boligforeningen", "practical_problem": "Hun har intet sted at sove",
        "due_on": in_days(14), "follow_up_by": follower.person_id, "follow_up_on": in_days(15),
    }  # fmt: skip
    return Terms(**usual | words)


def proposed(town: Town, lived: Lived, maker: Actor | None, **words: Any) -> AgreementId:
    """Karen proposes that somebody promises."""
    with as_(town.karen):
        return actions.propose_agreement(
            actor=town.karen, course_id=lived.id, terms=complete(town.karen, **words),
            maker=maker.person_id if maker else None,
        )  # fmt: skip


FIVE_THOUSAND = Cost(Service.DAILY, 5000, 12)


def priced(
    town: Town, lived: Lived, maker: Actor | None = None, cost: Cost = FIVE_THOUSAND, **words: Any
) -> AgreementId:
    """Karen proposes something that has to be granted."""
    with as_(town.karen):
        return actions.propose_agreement(
            actor=town.karen, course_id=lived.id, terms=complete(town.karen, **words),
            maker=maker.person_id if maker else None, cost=cost,
        )  # fmt: skip


def accepted(town: Town, lived: Lived, maker: Actor, **words: Any) -> AgreementId:
    """A promise that its maker has said yes to."""
    agreement = proposed(town, lived, maker, **words)
    with as_(maker):
        actions.accept_agreement(actor=maker, agreement_id=agreement)
    return agreement


def not_kept(town: Town, lived: Lived, maker: Actor, **words: Any) -> AgreementId:
    """A promise that was not kept."""
    agreement = accepted(town, lived, maker, **words)
    with as_(maker):
        actions.report_agreement(
            actor=maker, agreement_id=agreement, report=actions.Report.NOT_KEPT, because="Sygdom"
        )
    return agreement
