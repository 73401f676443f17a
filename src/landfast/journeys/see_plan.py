"""Opening the plan, the wishes, or one agreement of a citizen: each page is one look in the log."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from landfast.access.actor import Actor
from landfast.access.looks.looking import counted_reads, opening_record
from landfast.access.queries import Reader, asking_readers, readers_about, require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission, Topic
from landfast.course.queries.names import WhoseCourse, asking_frame_of
from landfast.course.queries.profiles import ProfileRow, profile
from landfast.directory.queries.mandates import Can, mandates_for
from landfast.kernel.clock import today
from landfast.kernel.reading import Question, together
from landfast.kernel.refusals import NotAllowed
from landfast.kernel.text import da
from landfast.network import queries as network
from landfast.network.queries import RelationRow
from landfast.plan import queries
from landfast.plan.queries import AgreementRow, ChangeRow, DecisionRow, Plan, TeamRow, WishRow
from landfast.plan.queries.agreements import agreements
from landfast.plan.queries.costing import CostRow, cost_of
from landfast.plan.queries.deciding import waits_with
from landfast.plan.queries.elsewhere import OtherPlans, other_plans
from landfast.plan.queries.in_place import AS_NAMED, InPlace, in_place
from landfast.plan.queries.outside import OutsideRow, outside_of


@dataclass(frozen=True)
class Seen:
    """What every page of the plan knows: whose it is, who looks, who else can."""

    course: WhoseCourse
    roles: frozenset[CourseRole]
    readers: list[Reader]
    today: date


@dataclass(frozen=True)
class PlanSeen(Seen):
    """The whole plan on one page."""

    plan: Plan
    relations: list[RelationRow] = field(default_factory=list)


@dataclass(frozen=True)
class WishSeen(Seen):
    """One wish."""

    wish: WishRow


@dataclass(frozen=True)
class AgreementSeen(Seen):
    """One agreement with its history, and who could promise."""

    agreement: AgreementRow
    history: list[ChangeRow]
    team: list[TeamRow]
    wishes: list[WishRow]
    decisions: list[DecisionRow]
    """What a leader was asked about it, and answered."""
    cost: CostRow | None
    """What has to be granted for it."""
    outside: OutsideRow | None
    """Somebody outside is asked for it."""
    interims: dict[UUID, AgreementRow]
    """What holds, or held, while a leader decides."""
    waits_with: tuple[UUID, str] | None
    """Of an agreement that holds meanwhile: what it holds for."""
    in_place: InPlace
    """Who follows up, and who takes over, where the one it names is not there."""


@dataclass(frozen=True)
class Proposing(Seen):
    """What one needs to propose an agreement: the team and the wishes."""

    team: list[TeamRow]
    wishes: list[WishRow]
    replaces: AgreementRow | None = None
    cost: CostRow | None = None
    can: list[Can] = field(default_factory=list)
    """What each in the team may promise alone: seen before one tries."""


@dataclass(frozen=True)
class OtherPlansSeen(Seen):
    """The plans of others, beside the one shared plan."""

    others: OtherPlans


def _opened(actor: Actor, course_id: UUID, page: str) -> Seen:
    return _opened_with(actor, course_id, page)[0]


def _opened_with(
    actor: Actor, course_id: UUID, page: str, *questions: Question[Any]
) -> tuple[Seen, list[Any]]:
    """What every page knows, and what this one asks: sent together, the log first."""
    with counted_reads():
        _reaches, (course, roles), readers, *answers = together(
            opening_record(actor, course_id, page).then(_of_the_team),
            asking_frame_of(course_id), asking_readers(course_id), *questions,
        )  # fmt: skip
    return Seen(course, roles, readers, today()), answers


def _of_the_team(reaches: Topic) -> None:
    if reaches is not Topic.WHOLE:
        raise NotAllowed(
            "team_only", da("Planen kan kun læses af borgeren og teamet. Ring til koordinatoren.")
        )


def see_plan(*, actor: Actor, course_id: UUID) -> PlanSeen:
    """All goals and agreements on one page (lessons 17)."""
    seen, answers = _opened_with(actor, course_id, "Planen", *queries.asking_plan(course_id))
    return PlanSeen(**vars(seen), plan=queries.plan_in(*answers))


def see_wishes(*, actor: Actor, course_id: UUID) -> PlanSeen:
    """The wishes area by area, with own steps and those whose steps they can be."""
    seen = _opened(actor, course_id, "Ønskerne")
    return PlanSeen(
        **vars(seen),
        plan=queries.plan_of(course_id),
        relations=network.shared_relations(course_id),
    )


@dataclass(frozen=True)
class TalkSeen(Seen):
    """The talk about wishes, hopes and dreams: what has been said, and where it was left."""

    plan: Plan
    profile: ProfileRow


def see_talk(*, actor: Actor, course_id: UUID) -> TalkSeen:
    """What she has wished, and what she has said about herself."""
    seen = _opened(actor, course_id, "Ønskerne")
    require(actor, Permission.WISH_WRITE, course=course_id)
    return TalkSeen(**vars(seen), plan=queries.plan_of(course_id), profile=profile(course_id))


def see_wish(*, actor: Actor, course_id: UUID, wish_id: UUID) -> WishSeen:
    """One wish."""
    seen = _opened(actor, course_id, "Et ønske")
    return WishSeen(**vars(seen), wish=queries.wish(wish_id, course_id))


def see_agreement(*, actor: Actor, course_id: UUID, agreement_id: UUID) -> AgreementSeen:
    """One agreement: what, who, when, and everything that has happened to it."""
    seen = _opened(actor, course_id, "En aftale")
    row, asked = queries.agreement(agreement_id, course_id), queries.decisions_of(agreement_id)
    team = queries.team_of(course_id)
    instead = in_place(course_id, [row], {one.person_id for one in team})
    seen = replace(seen, readers=readers_about(seen.readers, queries.topics_of(agreement_id)))
    return AgreementSeen(
        **vars(seen),
        agreement=row,
        interims=agreements([one.interim_id for one in asked if one.interim_id]),
        waits_with=waits_with(agreement_id) if row.is_interim else None,
        history=queries.history(agreement_id),
        team=team,
        wishes=queries.wishes_of(course_id),
        decisions=asked,
        outside=outside_of(agreement_id),
        cost=cost_of(agreement_id),
        in_place=instead.get(row.id, AS_NAMED),
    )


def see_proposing(*, actor: Actor, course_id: UUID, replaces: UUID | None = None) -> Proposing:
    """The page on which an agreement is proposed."""
    seen = _opened(actor, course_id, "Foreslå en aftale")
    team = queries.team_of(course_id)
    can = mandates_for([row.person_id for row in team]) if actor.is_staff else {}
    return Proposing(
        **vars(seen),
        team=team,
        cost=cost_of(replaces) if replaces else None,
        can=[one for one in can.values() if one.mandates],
        wishes=queries.wishes_of(course_id),
        replaces=queries.agreement(replaces, course_id) if replaces else None,
    )


def see_other_plans(*, actor: Actor, course_id: UUID) -> OtherPlansSeen:
    """The plans that others keep for the citizen, and what they ask of her (D5)."""
    seen = _opened(actor, course_id, "Alle planer")
    return OtherPlansSeen(**vars(seen), others=other_plans(course_id))
