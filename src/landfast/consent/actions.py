"""The only writers of consents. A yes gives the grant, a withdrawal ends it in the same second.

Every verb locks the course first, so that a yes and a withdrawal never cross each other.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import persons_who_may, require
from landfast.access.roles import CourseRole
from landfast.access.rules import EVERYBODY, Ground, Level, Permission, Topic
from landfast.consent import models, rules
from landfast.consent.rules import ConsentState, How
from landfast.course.actions.phases import locked
from landfast.course.rules.states import OVER
from landfast.kernel.clock import DENMARK, now, today
from landfast.kernel.ids import PersonId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.rules import PersonKind

GIVEN_BY_CONSENT = frozenset({CourseRole.PROFESSIONAL})
"""What a yes to a member of the team gives: the whole. Sharing by topic gives less."""
BY_TOPIC = frozenset({CourseRole.RECIPIENT})


@action
def allow(*, actor: Actor, course_id: UUID, recipient: PersonId, purpose: str, how: How) -> UUID:
    """The citizen says yes: this employee reads the course as its team does (samtykke, F1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(how, by_citizen=actor.is_citizen)
    rules.check_purpose(purpose)
    is_over = locked(course_id).state in OVER
    standing = _standing(course_id, recipient)
    person = people.person(recipient)
    rules.check_may_allow(
        _state(standing),
        is_over=is_over,
        is_staff=person is not None and person.kind is PersonKind.STAFF,
    )
    _end(standing)
    [grant_id] = grant(actor, course_id, [To(CourseRole.PROFESSIONAL, purpose, person=recipient)])
    said = models.Consent(
        course_id=course_id, recipient_id=recipient, state=ConsentState.GIVEN.value, how=how.value,
        purpose=purpose, grant_id=grant_id,
    )  # fmt: skip
    return _say(actor, said)


@action
def refuse(
    *, actor: Actor, course_id: UUID, recipient: PersonId, how: How, purpose: str = ""
) -> UUID:
    """The citizen says no. It is written once, ends what was given, and colours nothing (0.6)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(how, by_citizen=actor.is_citizen)
    locked(course_id)
    standing = _standing(course_id, recipient)
    rules.check_may_refuse(_state(standing))
    _take_back(actor, course_id, standing, ConsentState.WITHDRAWN)
    said = models.Consent(
        course_id=course_id, recipient_id=recipient, state=ConsentState.REFUSED.value,
        how=how.value, purpose=purpose,
    )  # fmt: skip
    return _say(actor, said)


@action
def withdraw(*, actor: Actor, course_id: UUID, recipient: PersonId) -> None:
    """The citizen takes a yes back: from this second the recipient sees nothing (F1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    locked(course_id)
    standing = _standing(course_id, recipient)
    rules.check_may_withdraw(_state(standing))
    _take_back(actor, course_id, standing, ConsentState.WITHDRAWN)


@action
def end(*, actor: Actor, course_id: UUID, recipient: PersonId) -> None:
    """Somebody leaves the team: their access ends with it. Nobody took anything back."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    locked(course_id)
    standing = _standing(course_id, recipient)
    rules.check_may_withdraw(_state(standing))
    _take_back(actor, course_id, standing, ConsentState.ENDED)


@action
def end_all(*, actor: Actor, course_id: UUID) -> int:
    """The course stops or closes: all professionals' access ends; the citizen keeps hers.

    May be run again; then nothing more ends. How many consents ended.
    """
    require(actor, Permission.COURSE_STOP, course=course_id)
    locked(course_id)
    ended = models.Consent.objects.filter(
        course_id=course_id, ended_at=None, state=ConsentState.GIVEN
    ).update(state=ConsentState.ENDED, ended_at=now())
    ended += models.Share.objects.filter(course_id=course_id, state=ConsentState.GIVEN).update(
        state=ConsentState.ENDED, ended_at=now()
    )
    end_grants(actor, course=course_id, roles=GIVEN_BY_CONSENT | BY_TOPIC)
    record(actor, "consent.all_ended", course=course_id, ended=ended)
    return ended


def _standing(course_id: UUID, recipient: PersonId) -> models.Consent | None:
    return models.Consent.objects.filter(
        course_id=course_id, recipient_id=recipient, ended_at=None
    ).first()


def _state(standing: models.Consent | None) -> ConsentState | None:
    return ConsentState(standing.state) if standing else None


def _end(standing: models.Consent | None, state: ConsentState | None = None) -> None:
    if standing:
        standing.state = state or standing.state
        standing.ended_at = now()
        standing.save(update_fields=["state", "ended_at"])


def _take_back(
    actor: Actor, course_id: UUID, standing: models.Consent | None, state: ConsentState
) -> None:
    if standing is None or standing.state != ConsentState.GIVEN:
        _end(standing)
        return
    _end(standing, state)
    end_grants(
        actor, course=course_id, person=PersonId(standing.recipient_id), roles=GIVEN_BY_CONSENT
    )
    record(actor, f"consent.{state.value}", standing, recipient=standing.recipient_id)


def _say(actor: Actor, said: models.Consent) -> UUID:
    said.purpose = said.purpose.strip()
    said.said_at = said.created_at = now()
    said.recorded_by_id = actor.person_id
    said.save(force_insert=True)
    record(actor, f"consent.{said.state}", said, recipient=said.recipient_id, how=said.how)
    return said.id


@dataclass(frozen=True)
class Yes:
    """What the citizen says yes to, how she said it, and where one can see that she did."""

    topics: Collection[Topic]
    purpose: str
    until: date
    how: How = How.SELF
    evidence: str = ""
    waived_because: str = ""


@dataclass(frozen=True)
class Outside:
    """Who is let in by topic: one employee, or everybody who works in a unit."""

    person: PersonId | None = None
    unit: UnitId | None = None


@action
def share(*, actor: Actor, course_id: UUID, to: Outside, yes: Yes) -> UUID:
    """The citizen lets somebody outside the team read about some topics, for a while (F1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(yes.how, by_citizen=actor.is_citizen)
    rules.check_topics(yes.topics)
    rules.check_purpose(yes.purpose, "purpose")
    rules.check_until(yes.until, today())
    rules.check_evidence(yes.how, yes.evidence, yes.waived_because, yes.topics)
    course = locked(course_id)
    rules.check_adult(course.citizen.born_on, today())
    person = people.person(to.person) if to.person else None
    rules.check_may_share(
        is_over=course.state in OVER,
        is_staff=to.unit is not None or (person is not None and person.kind is PersonKind.STAFF),
        is_in_team=to.person in persons_who_may(Permission.COURSE_READ, course_id),
    )
    return _share(actor, course_id, to, yes)


def _share(
    actor: Actor, course_id: UUID, to: Outside, yes: Yes, replaces: models.Share | None = None
) -> UUID:
    ends_at = datetime.combine(yes.until + timedelta(days=1), time.min, DENMARK)
    topics = sorted(set(yes.topics))
    reaches = [_reaches(to, topic, yes.purpose, ends_at) for topic in topics]
    row = models.Share(
        course_id=course_id, person_id=to.person, unit_id=to.unit, purpose=yes.purpose.strip(),
        topics=[topic.value for topic in topics], state=ConsentState.GIVEN.value,
        how=yes.how.value, evidence=yes.evidence.strip(),
        waived_because=yes.waived_because.strip(), said_at=now(), ends_at=ends_at,
        recorded_by_id=actor.person_id, confirmed_at=now() if yes.how is How.SELF else None,
        replaces=replaces, grants=[str(pk) for pk in grant(actor, course_id, reaches)],
        created_at=now(),
    )  # fmt: skip
    row.save(force_insert=True)
    record(
        actor, "consent.shared", row, person=to.person, unit=to.unit, topics=topics,
        until=yes.until, how=yes.how,
    )  # fmt: skip
    return row.id


def _reaches(to: Outside, topic: Topic, purpose: str, ends_at: datetime) -> To:
    return To(
        CourseRole.RECIPIENT, purpose.strip(), person=to.person, unit=to.unit,
        post=EVERYBODY if to.unit else "", ground=Ground.CONSENT, topic=topic,
        level=Level.READ, ends_at=ends_at,
    )  # fmt: skip


@action
def stop_share(*, actor: Actor, course_id: UUID, share_id: UUID) -> None:
    """The citizen takes it back: from this second they read nothing (F1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    row = _shared(course_id, share_id)
    rules.check_may_stop(_share_state(row))
    _end_share(actor, row, ConsentState.WITHDRAWN)
    record(actor, "consent.share_stopped", row, person=row.person_id, unit=row.unit_id)


@action
def renew_share(*, actor: Actor, course_id: UUID, share_id: UUID) -> UUID:
    """The same again for a year, in the citizen's one touch; the old one is replaced."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(How.SELF, by_citizen=actor.is_citizen)
    row = _shared(course_id, share_id)
    until = row.ends_at.astimezone(DENMARK).date() - timedelta(days=1)
    rules.check_may_renew(_share_state(row), until, today())
    _end_share(actor, row, ConsentState.REPLACED)
    to = Outside(
        PersonId(row.person_id) if row.person_id else None,
        UnitId(row.unit_id) if row.unit_id else None,
    )
    yes = Yes([Topic(one) for one in row.topics], row.purpose, today() + rules.LONGEST)
    return _share(actor, course_id, to, yes, row)


@action
def confirm_share(*, actor: Actor, course_id: UUID, share_id: UUID) -> None:
    """What was written down for the citizen is what she said: she says so herself."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(How.SELF, by_citizen=actor.is_citizen)
    row = _shared(course_id, share_id)
    rules.check_may_stop(_share_state(row))
    row.confirmed_at = row.confirmed_at or now()
    row.save(update_fields=["confirmed_at"])
    record(actor, "consent.share_confirmed", row)


def _shared(course_id: UUID, share_id: UUID) -> models.Share:
    locked(course_id)
    row = models.Share.objects.filter(id=share_id, course_id=course_id).first()
    if row is None:
        raise NotFound
    return row


def _share_state(row: models.Share) -> ConsentState:
    return rules.share_state(ConsentState(row.state), row.ends_at <= now())


def _end_share(actor: Actor, row: models.Share, state: ConsentState) -> None:
    end_grants(actor, course=row.course_id, roles=BY_TOPIC, only=row.grants)
    row.state, row.ended_at = state.value, now()
    row.save(update_fields=["state", "ended_at"])
