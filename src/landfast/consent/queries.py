"""Reads of the citizen's word on each recipient."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL

from landfast.access.rules import Situation, Topic, When
from landfast.consent import models, rules
from landfast.consent.rules import ConsentState, How, StandingNo, TopicWord
from landfast.kernel.clock import date_in_denmark, now, today
from landfast.kernel.ids import PersonId
from landfast.kernel.reading import ID, Once, columns
from landfast.kernel.refusals import NotFound


@dataclass(frozen=True)
class ConsentRow:
    """One word of the citizen: to whom, what for, how she said it, until when."""

    id: UUID
    recipient_id: PersonId
    recipient: str
    profession: str
    state: ConsentState
    how: How
    purpose: str
    said_at: datetime
    recorded_by: str
    ended_at: datetime | None
    no: StandingNo | None = None
    paper: UUID | None = None

    @property
    def may_say_the_last_word(self) -> bool:
        """Can she add to this no: do not ask me again?"""
        return self.stands and rules.may_say_the_last_word(self.no)

    @property
    def stands(self) -> bool:
        """Is it the citizen's present word?"""
        return self.ended_at is None


def consents(course_id: UUID, *, standing_only: bool = False) -> list[ConsentRow]:
    """What the citizen has said yes and no to (samtykker), the present words first."""
    rows = models.Consent.objects.filter(course_id=course_id).select_related(
        "recipient", "recorded_by"
    )
    if standing_only:
        rows = rows.filter(ended_at=None)
    found = [
        ConsentRow(
            row.id, PersonId(row.recipient_id), row.recipient.name, row.recipient.profession,
            ConsentState(row.state), How(row.how), row.purpose, row.said_at,
            row.recorded_by.name, row.ended_at,
            StandingNo(row.round, row.never_again) if row.round else None,
            row.evidence_file_id,
        )
        for row in rows.order_by("-said_at", "-id")
    ]  # fmt: skip
    return sorted(found, key=lambda row: not row.stands)


def team_no(course_id: UUID, recipient: UUID) -> StandingNo | None:
    """Her standing no to somebody in the team, if she has said one."""
    row = models.Consent.objects.filter(
        course_id=course_id, recipient_id=recipient, ended_at=None, state=ConsentState.REFUSED
    ).first()
    return StandingNo(row.round or 1, row.never_again) if row else None


def paper_of(course_id: UUID, recipient: UUID) -> UUID | None:
    """The paper on which she said yes to somebody of her team, when there is one."""
    rows = models.Consent.objects.filter(
        course_id=course_id, recipient_id=recipient, ended_at=None, evidence_file__isnull=False
    )
    return rows.values_list("evidence_file_id", flat=True).first()


def purpose_before(course_id: UUID, recipient: UUID) -> str:
    """What she last said yes to for this recipient; empty when she never did."""
    rows = models.Consent.objects.filter(course_id=course_id, recipient_id=recipient)
    found = rows.exclude(purpose="").order_by("-said_at", "-id").values_list("purpose", flat=True)
    return found.first() or ""


def allowed(course_id: UUID) -> frozenset[PersonId]:
    """Who may read the course because the citizen has said yes."""
    rows = models.Consent.objects.filter(
        course_id=course_id, ended_at=None, state=ConsentState.GIVEN
    )
    return frozenset(PersonId(pk) for pk in rows.values_list("recipient_id", flat=True))


@dataclass(frozen=True)
class ShareRow:
    """What the citizen has let somebody outside the team read: all that a receipt says."""

    id: UUID
    recipient: str
    is_many: bool
    when: When
    is_so: bool
    """Does the situation hold now, on which it hangs?"""
    topics: tuple[Topic, ...]
    purpose: str
    state: ConsentState
    how: How
    evidence: str
    paper: UUID | None
    waived_because: str
    changed: str
    said_at: datetime
    until: date
    recorded_by: str
    confirmed_at: datetime | None
    ended_at: datetime | None
    no: StandingNo | None

    @property
    def runs(self) -> bool:
        """Is it the citizen's present word? Whether they can read now hangs on `is_so` too."""
        return rules.may_stop_share(self.state)

    @property
    def may_renew(self) -> bool:
        """Does it end soon, or has it just ended?"""
        return rules.may_renew(self.state, self.until, today())

    @property
    def waits_for_her(self) -> bool:
        """Does it end soon, or was it written down on her behalf and not confirmed?"""
        return self.runs and (self.may_renew or self.confirmed_at is None)

    @property
    def may_say_the_last_word(self) -> bool:
        """Can she add to this no: do not ask me again?"""
        return rules.may_say_the_last_word(self.no)


# the database's own answer, the one its policies use
_IS_SO = RawSQL(
    "access_situation_holds(consent_share.course_id, consent_share.situation,"
    " consent_share.meeting, consent_share.situation_days)",
    [],
)
_SHARES = Once(
    lambda course: models.Share.objects.filter(course_id=course).annotate(is_so=_IS_SO)
    .order_by("-said_at", "-id").values_list(
        "is_so", *columns(models.Share), "person__name", "unit__name", "unit__organisation__name",
        "organisation__name", "recorded_by__name",
    ), ID,
)  # fmt: skip


def shares(course_id: UUID) -> list[ShareRow]:
    """All that was ever shared by topic, what runs first."""
    return sorted(map(_share, _SHARES(course_id)), key=lambda row: not row.runs)


def share(course_id: UUID, share_id: UUID) -> ShareRow:
    """One of them: the receipt."""
    row = next((one for one in shares(course_id) if one.id == share_id), None)
    if row is None:
        raise NotFound
    return row


def _share(row: Any) -> ShareRow:
    until = date_in_denmark(row.ends_at) - timedelta(days=1)
    when = When(Situation(row.situation), row.situation_days, row.meeting)
    return ShareRow(
        row.id, _recipient(row), row.person_id is None,
        when, row.is_so, tuple(map(Topic, row.topics)), row.purpose,
        rules.share_state(ConsentState(row.state), row.ends_at <= now()), How(row.how),
        row.evidence, row.evidence_file_id, row.waived_because, row.changed, row.said_at, until,
        row.recorded_by__name, row.confirmed_at, row.ended_at, _no([row]),
    )  # fmt: skip


def _recipient(row: Any) -> str:
    if row.unit_id:
        return f"{row.unit__name}, {row.unit__organisation__name}"
    return row.person__name or row.organisation__name or ""


_SAID = Once(
    lambda course: models.SaidOfTopic.objects.filter(course_id=course, ended_at=None)
    .order_by("topic").values_list("topic", "word"), ID,
)  # fmt: skip


def said_of_topics(course_id: UUID) -> dict[Topic, TopicWord]:
    """What she has said of each topic; of the others: may be known."""
    return {Topic(row.topic): TopicWord(row.word) for row in _SAID(course_id)}


def kept_back(course_id: UUID) -> frozenset[Topic]:
    """Topics that no share can cover."""
    said = said_of_topics(course_id)
    return frozenset(topic for topic, word in said.items() if word in rules.KEPT_BACK)


def told_by_herself(course_id: UUID) -> tuple[Topic, ...]:
    """For somebody outside the team who may read something: what she tells herself."""
    with connection.cursor() as cursor:
        cursor.execute("select consent_told_by_herself(%s)", [course_id])
        return tuple(map(Topic, cursor.fetchone()[0]))


def standing_no(course_id: UUID, recipient: UUID) -> StandingNo | None:
    """The citizen's no to this recipient, if it is her present word."""
    rows = models.Share.objects.filter(
        course_id=course_id, state=ConsentState.REFUSED, ended_at=None
    )
    return _no(rows.to(recipient).order_by("id"))


def _no(rows: Iterable[Any]) -> StandingNo | None:
    said = [row for row in rows if row.round and row.ended_at is None]
    if not said:
        return None
    return StandingNo(max(row.round or 0 for row in said), any(row.never_again for row in said))


def meet_a_no(goes: UUID, stays: UUID) -> int:
    """How many yeses on the record that stays meet a no on the one that goes, for who may mend."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from consent_meets_a_no(%s, %s)", [goes, stays])
        return int(cursor.fetchone()[0])
