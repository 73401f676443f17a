"""Sharing by topic: given, renewed, confirmed, taken back; the grants stand and fall with it.

Every verb locks the course first, so that a yes and a withdrawal never cross each other.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.apart_rows import kept_apart
from landfast.access.queries import persons_who_may, require
from landfast.access.roles import CourseRole
from landfast.access.rules import ALWAYS, EVERYBODY, Ground, Level, Permission, Topic, When
from landfast.consent import models, queries, rules
from landfast.consent.actions import papers
from landfast.consent.actions.team import BY_TOPIC
from landfast.consent.rules import ConsentState, How
from landfast.course.actions.phases import locked
from landfast.course.rules.states import OVER
from landfast.files.rules import Upload
from landfast.kernel.clock import DENMARK, date_in_denmark, now, today
from landfast.kernel.ids import OrganisationId, PersonId, UnitId
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.people.rules import PersonKind


@dataclass(frozen=True)
class Yes:
    """What the citizen says yes to, how she said it, and where one can see that she did."""

    topics: Collection[Topic]
    purpose: str
    until: date
    how: How = How.SELF
    evidence: str = ""
    paper: Upload | None = None
    """The paper she has signed, photographed or scanned."""
    waived_because: str = ""
    when: When = ALWAYS
    changed: str = ""
    """What has changed since she said no, when somebody asked her again."""


@dataclass(frozen=True)
class Outside:
    """Who is let in by topic: one employee, or everybody in a unit or in an organisation."""

    person: PersonId | None = None
    unit: UnitId | None = None
    organisation: OrganisationId | None = None

    @property
    def key(self) -> UUID:
        """Who it is, whatever kind of recipient."""
        one = self.person or self.unit or self.organisation
        if one is None:
            raise NotFound
        return one


@action
def share(*, actor: Actor, course_id: UUID, to: Outside, yes: Yes) -> UUID:
    """The citizen lets somebody outside the team read about some topics, for a while (F1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(yes.how, by_citizen=actor.is_citizen)
    rules.check_topics(yes.topics)
    rules.check_purpose(yes.purpose, "purpose")
    rules.check_until(yes.until, today())
    rules.check_when(yes.when)
    rules.check_paper(yes.how, has_paper=yes.paper is not None)
    rules.check_evidence(yes.how, yes.evidence, yes.waived_because, yes.topics)
    course = locked(course_id)
    rules.check_adult(course.citizen.born_on, today())
    rules.check_not_kept_back(yes.topics, queries.kept_back(course_id))
    rules.check_may_say_yes(queries.standing_no(course_id, to.key), yes.how, yes.changed)
    person = people.person(to.person) if to.person else None
    rules.check_may_share(
        is_over=course.state in OVER,
        is_staff=to.person is None or (person is not None and person.kind is PersonKind.STAFF),
        is_in_team=to.person in persons_who_may(Permission.COURSE_READ, course_id),
    )
    return _share(actor, course_id, to, yes)


def _share(
    actor: Actor, course_id: UUID, to: Outside, yes: Yes, replaces: models.Share | None = None
) -> UUID:
    rules.check_named_only(
        is_apart=to.person is None and kept_apart(course_id) is not None, is_many=to.person is None
    )
    ends_at = datetime.combine(yes.until + timedelta(days=1), time.min, DENMARK)
    topics = sorted(set(yes.topics))
    _supersede_no(course_id, to)
    reaches = [_reaches(to, topic, yes, ends_at) for topic in topics]
    row = models.Share(
        course_id=course_id, person_id=to.person, unit_id=to.unit, organisation_id=to.organisation,
        situation=yes.when.situation, situation_days=yes.when.days, meeting=yes.when.about,
        purpose=yes.purpose.strip(),
        topics=[topic.value for topic in topics], state=ConsentState.GIVEN.value,
        how=yes.how.value, evidence=yes.evidence.strip(),
        evidence_file_id=papers.put(actor, course_id, yes.paper, yes.evidence),
        waived_because=yes.waived_because.strip(), said_at=now(), ends_at=ends_at,
        recorded_by_id=actor.person_id, confirmed_at=now() if yes.how is How.SELF else None,
        changed=yes.changed.strip(), replaces=replaces, created_at=now(),
        grants=[str(pk) for pk in grant(actor, course_id, reaches)],
    )  # fmt: skip
    row.save(force_insert=True)
    record(
        actor, "consent.shared", row, person=to.person, unit=to.unit, organisation=to.organisation,
        topics=topics, situation=yes.when.situation, until=yes.until, how=yes.how,
    )  # fmt: skip
    return row.id


def _supersede_no(course_id: UUID, to: Outside) -> None:
    """A yes is the newer word; the no stays in the history."""
    refused = models.Share.objects.filter(state=ConsentState.REFUSED, ended_at=None)
    refused.filter(course_id=course_id).to(to.key).update(ended_at=now())


def running_to(course_id: UUID, to: Outside) -> list[models.Share]:
    """What this recipient can read now."""
    rows = models.Share.objects.filter(course_id=course_id, state=ConsentState.GIVEN)
    return list(rows.to(to.key).order_by("id"))


def _reaches(to: Outside, topic: Topic, yes: Yes, ends_at: datetime) -> To:
    return To(
        CourseRole.RECIPIENT, yes.purpose.strip(), person=to.person, unit=to.unit,
        organisation=to.organisation, post=EVERYBODY if to.unit else "", ground=Ground.CONSENT,
        topic=topic, level=Level.READ, ends_at=ends_at, when=yes.when,
    )  # fmt: skip


@action
def stop_share(*, actor: Actor, course_id: UUID, share_id: UUID) -> None:
    """The citizen takes it back: from this second they read nothing (F1)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    row = found(course_id, share_id)
    rules.check_may_stop(_share_state(row))
    end_share(actor, row, ConsentState.WITHDRAWN)
    record(actor, "consent.share_stopped", row, person=row.person_id, unit=row.unit_id)


@action
def renew_share(*, actor: Actor, course_id: UUID, share_id: UUID) -> UUID:
    """The same again for a year, in the citizen's one touch; the old one is replaced."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(How.SELF, by_citizen=actor.is_citizen)
    row = found(course_id, share_id)
    rules.check_may_renew(_share_state(row), _last_day(row), today())
    rules.check_not_kept_back([Topic(one) for one in row.topics], queries.kept_back(course_id))
    end_share(actor, row, ConsentState.REPLACED)
    return _same_again(actor, row, today() + rules.LONGEST)


@action
def share_again(*, actor: Actor, course_id: UUID, share_id: UUID) -> UUID:
    """What ended when she stopped, in her one touch when she has begun again; never by itself."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(How.SELF, by_citizen=actor.is_citizen)
    row = found(course_id, share_id)
    is_over = row.course.state in OVER
    rules.check_may_share_again(ConsentState(row.state), is_over=is_over)
    rules.check_not_kept_back([Topic(one) for one in row.topics], queries.kept_back(course_id))
    row.state = ConsentState.REPLACED.value
    row.save(update_fields=["state"])
    return _same_again(actor, row, rules.until_again(_last_day(row), today()))


def _last_day(row: models.Share) -> date:
    return date_in_denmark(row.ends_at) - timedelta(days=1)


def _same_again(actor: Actor, row: models.Share, until: date) -> UUID:
    to = Outside(
        PersonId(row.person_id) if row.person_id else None,
        UnitId(row.unit_id) if row.unit_id else None,
        OrganisationId(row.organisation_id) if row.organisation_id else None,
    )
    yes = Yes([Topic(one) for one in row.topics], row.purpose, until, when=row.when)
    return _share(actor, row.course_id, to, yes, row)


@action
def confirm_share(*, actor: Actor, course_id: UUID, share_id: UUID) -> None:
    """What was written down for the citizen is what she said: she says so herself."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(How.SELF, by_citizen=actor.is_citizen)
    row = found(course_id, share_id)
    rules.check_may_stop(_share_state(row))
    row.confirmed_at = row.confirmed_at or now()
    row.save(update_fields=["confirmed_at"])
    record(actor, "consent.share_confirmed", row)


@action(asks=False, tells=False)
def remind_of_ending() -> int:
    """The citizen is told once that something she shares ends soon. The clock calls it.

    The database's own function leaves one event for each share that runs: the message says only
    that there is news. What was taken back meanwhile is not asked about.
    """
    with connection.cursor() as cursor:
        cursor.execute("select consent_remind_of_ending(%s, %s)", [now(), rules.SOON.days])
        (told,) = cursor.fetchone()
    return int(told)


def found(course_id: UUID, share_id: UUID) -> models.Share:
    """One of the course, which is locked."""
    locked(course_id)
    row = models.Share.objects.filter(id=share_id, course_id=course_id).first()
    if row is None:
        raise NotFound
    return row


def _share_state(row: models.Share) -> ConsentState:
    return rules.share_state(ConsentState(row.state), row.ends_at <= now())


def end_share(actor: Actor, row: models.Share, state: ConsentState) -> None:
    """From this second its grants reach nothing."""
    end_grants(actor, course=row.course_id, roles=BY_TOPIC, only=row.grants)
    row.state, row.ended_at = state.value, now()
    row.save(update_fields=["state", "ended_at"])
