"""The citizen's word on members of her team. A yes gives the grant, a withdrawal ends it at once.

Every verb locks the course first, so that a yes and a withdrawal never cross each other.
"""

from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import To, end_grants, grant, record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.roles import CourseRole
from landfast.access.rules import Permission
from landfast.consent import models, queries, rules
from landfast.consent.actions import papers
from landfast.consent.rules import ConsentState, How
from landfast.course.actions.phases import locked
from landfast.course.rules.states import OVER
from landfast.files.rules import Upload
from landfast.kernel.clock import now
from landfast.kernel.ids import PersonId
from landfast.people import queries as people
from landfast.people.rules import PersonKind

GIVEN_BY_CONSENT = frozenset({CourseRole.PROFESSIONAL})
"""What a yes to a member of the team gives: the whole. Sharing by topic gives less."""
BY_TOPIC = frozenset({CourseRole.RECIPIENT})


@action
def allow(
    *,
    actor: Actor,
    course_id: UUID,
    recipient: PersonId,
    purpose: str,
    how: How,
    changed: str = "",
    paper: Upload | None = None,
) -> UUID:
    """The citizen says yes: this employee reads the course as its team does (samtykke, F1).

    What she has signed is put there with her yes, and stays with it (`paper`).
    Without a purpose it is what she last said yes to. After a no by word of mouth somebody asked
    again, and says what has changed.
    """
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(how, by_citizen=actor.is_citizen)
    rules.check_paper(how, has_paper=paper is not None, field="answer")
    purpose = purpose.strip() or queries.purpose_before(course_id, recipient)
    rules.check_purpose(purpose)
    is_over = locked(course_id).state in OVER
    standing = _standing(course_id, recipient)
    rules.check_may_say_yes(queries.team_no(course_id, recipient), how, changed)
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
        purpose=purpose, grant_id=grant_id, changed=changed.strip(),
        evidence_file_id=papers.put(actor, course_id, paper, purpose),
    )  # fmt: skip
    return _say(actor, said)


@action
def refuse(
    *,
    actor: Actor,
    course_id: UUID,
    recipient: PersonId,
    how: How,
    never_again: bool = False,
    changed: str = "",
) -> UUID:
    """The citizen says no. It ends what was given, and colours nothing; asked again once (0.6)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    rules.check_how(how, by_citizen=actor.is_citizen)
    locked(course_id)
    standing = _standing(course_id, recipient)
    no = queries.team_no(course_id, recipient)
    rules.check_may_say_no(no, how, changed)
    _take_back(actor, course_id, standing, ConsentState.WITHDRAWN)
    said = models.Consent(
        course_id=course_id, recipient_id=recipient, state=ConsentState.REFUSED.value,
        how=how.value, round=rules.next_round(no), never_again=never_again,
        changed=changed.strip(),
    )  # fmt: skip
    return _say(actor, said)


@action
def ask_no_more(*, actor: Actor, course_id: UUID, recipient: PersonId) -> None:
    """The citizen says of a no to somebody: do not ask me again (spørg mig ikke igen)."""
    require(actor, Permission.NETWORK_EDIT, course=course_id)
    locked(course_id)
    rules.check_may_say_the_last_word(queries.team_no(course_id, recipient))
    row = _standing(course_id, recipient)
    if row:
        row.never_again = True
        row.save(update_fields=["never_again"])
    record(actor, "consent.not_to_ask", row, recipient=recipient)


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
    models.Proxy.objects.filter(course_id=course_id, ended_at=None).update(ended_at=now())
    models.ByLaw.objects.filter(course_id=course_id, ended_at=None).update(ended_at=now())
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
