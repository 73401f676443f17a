"""Tables of the room. A course is a scope: its key is the scope's, and grants point to it."""

from uuid import UUID

from django.db import models
from django.db.models import F, Q

from landfast.course.rules.words import (
    Answer,
    Ending,
    HandoverState,
    HolderKind,
    Outcome,
    Precision,
    ReferralState,
    Says,
    State,
    Urgency,
)
from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Citizen(Dated):
    """The person a course belongs to: how to reach them, nothing more."""

    person = models.OneToOneField(PERSON, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=200, editable=False)
    called = models.CharField(max_length=60, blank=True)
    cpr = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    born_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    is_protected = models.BooleanField(default=False)

    holds = Holds(
        Keep.COURSE,
        personal="person name sort_key called cpr phone born_on died_on is_protected",
        technical="id created_at",
    )

    class Meta:
        db_table = "course_citizen"
        constraints = (
            models.UniqueConstraint(
                fields=("cpr",), name="one_citizen_per_cpr", condition=~Q(cpr="")
            ),
        )


class Course(models.Model):
    """One citizen's passage through a programme (forløb)."""

    scope = models.OneToOneField(
        "access.Scope", models.RESTRICT, primary_key=True, db_column="id", related_name="+"
    )
    citizen = models.ForeignKey(Citizen, models.RESTRICT, related_name="courses")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    programme = models.ForeignKey("programmes.Programme", models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=choices(State))
    state_since = models.DateTimeField()
    review_on = models.DateField(null=True, blank=True)
    ending = models.CharField(max_length=20, choices=choices(Ending), blank=True)
    created_at = models.DateTimeField()

    holds = Holds(
        Keep.COURSE,
        personal="citizen state state_since review_on ending",
        organisation="unit programme",
        technical="scope created_at",
    )

    class Meta:
        db_table = "course_course"
        indexes = (models.Index(fields=("unit", "state"), name="courses_of_unit"),)

    @property
    def id(self) -> UUID:
        """The course's key, which is its scope's."""
        return self.scope_id

    @property
    def course_id(self) -> UUID:
        """A course belongs to itself: rows of one course all answer to this name."""
        return self.scope_id


class Profile(models.Model):
    """What the citizen wants those around the table to know, and how much they can bear today."""

    course = models.OneToOneField(Course, models.RESTRICT, primary_key=True, related_name="profile")
    statement = models.TextField(max_length=4000, blank=True)
    strengths = models.TextField(max_length=2000, blank=True)
    energy = models.PositiveSmallIntegerField(null=True, blank=True)
    energy_on = models.DateField(null=True, blank=True)
    largest_meeting = models.PositiveSmallIntegerField(null=True, blank=True)
    updated_at = models.DateTimeField()

    holds = Holds(
        Keep.COURSE,
        sensitive="statement strengths energy energy_on largest_meeting",
        technical="course updated_at",
    )

    class Meta:
        db_table = "course_profile"
        constraints = (
            models.CheckConstraint(
                name="energy_is_1_to_5", condition=Q(energy=None) | Q(energy__range=(1, 5))
            ),
        )


class StateChange(Dated):
    """One change of state: dated, with an actor and a reason; undone only by a new one."""

    course = models.ForeignKey(Course, models.RESTRICT, related_name="changes")
    before = models.CharField(max_length=20, choices=choices(State), blank=True)
    after = models.CharField(max_length=20, choices=choices(State))
    at = models.DateTimeField()
    actor = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    facts = models.JSONField(default=dict)

    holds = Holds(
        Keep.COURSE,
        personal="before after at actor reason facts",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_state_change"
        indexes = (models.Index(fields=("course", "at"), name="changes_of_course"),)


class Coordinatorship(Dated):
    """Who has the main responsibility: open-ended, never dated ahead, exactly one at a time.

    The database keeps it: no two overlap (exclusion), and a deferred trigger refuses a
    course from OPSTART to AFSLUTNING without an open one.
    """

    course = models.ForeignKey(Course, models.RESTRICT, related_name="coordinatorships")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=choices(HolderKind))
    starts_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    cover_until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    override = models.CharField(max_length=500, blank=True)
    appointed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        personal="person kind starts_at ended_at cover_until reason override appointed_by",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_coordinatorship"
        constraints = (
            models.UniqueConstraint(
                fields=("course",), name="one_coordinator_at_a_time", condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="never_dated_ahead", condition=Q(starts_at__lte=F("created_at"))
            ),
            models.CheckConstraint(
                name="responsibility_ends_after_it_starts",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("starts_at")),
            ),
            models.CheckConstraint(
                name="cover_is_time_boxed",
                condition=Q(kind="coordinator") | Q(cover_until__isnull=False),
            ),
        )
        indexes = (
            models.Index(
                fields=("person", "course"), name="courses_held", condition=Q(ended_at=None)
            ),
        )


class Handover(Dated):
    """An offer to take a course over. The baton stays with the holder until it is accepted."""

    course = models.ForeignKey(Course, models.RESTRICT, related_name="handovers")
    giver = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    taker = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    offered_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    override = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=choices(HandoverState))
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=500, blank=True)
    overlap_until = models.DateField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        personal="giver taker offered_by reason override state answered_at answer overlap_until",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_handover"
        constraints = (
            models.UniqueConstraint(
                fields=("course",), name="one_open_offer", condition=Q(state="offered")
            ),
        )


class Deputyship(Dated):
    """Somebody covers for the coordinator in an agreed time; it ends by itself."""

    course = models.ForeignKey(Course, models.RESTRICT, related_name="deputyships")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)
    named_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        personal="person starts_on ends_on reason named_by",
        technical="id created_at course",
    )

    class Meta:
        db_table = "course_deputyship"
        constraints = (
            models.CheckConstraint(
                name="deputyship_ends_after_it_starts", condition=Q(ends_on__gte=F("starts_on"))
            ),
        )


class Second(Dated):
    """The named second (makker) whom the citizen has met; covers without an act (domain 0.8)."""

    course = models.ForeignKey(Course, models.RESTRICT, related_name="seconds")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    met_on = models.DateField(null=True, blank=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE, personal="person met_on since ended_at", technical="id created_at course"
    )

    class Meta:
        db_table = "course_second"
        constraints = (
            models.UniqueConstraint(
                fields=("course",), name="one_second_at_a_time", condition=Q(ended_at=None)
            ),
        )


class StatutoryRole(Dated):
    """A role that the law places elsewhere and that goes on: one line on who does what (0.7)."""

    course = models.ForeignKey(Course, models.RESTRICT, related_name="statutory_roles")
    role = models.CharField(max_length=80)
    holder = models.CharField(max_length=120)
    does = models.CharField(max_length=300)
    noted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE, personal="role holder does noted_by ended_on", technical="id created_at course"
    )

    class Meta:
        db_table = "course_statutory_role"


class Referral(Dated):
    """Somebody refers a citizen (henvendelse). Without her yes it waits apart and expires."""

    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    referred_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    by_citizen = models.BooleanField(default=False)
    citizen_name = models.CharField(max_length=120)
    citizen_cpr = models.CharField(max_length=10, blank=True)
    citizen_phone = models.CharField(max_length=20, blank=True)
    seen = models.TextField(max_length=4000)
    needs = models.JSONField(default=list)
    says = models.CharField(max_length=10, choices=choices(Says))
    says_words = models.TextField(max_length=2000, blank=True)
    who_asks = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    urgency = models.CharField(max_length=12, choices=choices(Urgency))
    receipt = models.CharField(max_length=12, unique=True)
    state = models.CharField(max_length=15, choices=choices(ReferralState))
    received_at = models.DateTimeField()
    answer_by = models.DateField()
    expires_on = models.DateField(null=True, blank=True)
    taken_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    course = models.ForeignKey(Course, models.RESTRICT, null=True, related_name="referrals")

    holds = Holds(
        Keep.REFERRAL,
        personal="referred_by by_citizen citizen_name citizen_cpr citizen_phone says who_asks "
        "taken_by urgency",
        sensitive="seen needs says_words",
        organisation="unit",
        technical="id created_at receipt state received_at answer_by expires_on answered_at course",
    )

    class Meta:
        db_table = "course_referral"
        indexes = (models.Index(fields=("unit", "state", "received_at"), name="referrals_of_unit"),)


class Callback(Dated):
    """Ring mig op: a number and an area from the public page; no name, no story of another."""

    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    phone = models.CharField(max_length=20)
    area = models.CharField(max_length=20)
    about_self = models.BooleanField(default=False)
    name = models.CharField(max_length=120, blank=True)
    receipt = models.CharField(max_length=12, unique=True)
    source = models.CharField(max_length=64)
    trust = models.SmallIntegerField(default=0)
    expires_on = models.DateField()
    called_at = models.DateTimeField(null=True, blank=True)
    called_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=300, blank=True)

    holds = Holds(
        Keep.CALLBACK,
        personal="phone area about_self name called_by outcome",
        organisation="unit",
        technical="id created_at receipt source trust expires_on called_at",
    )

    class Meta:
        db_table = "course_callback"
        constraints = (
            models.CheckConstraint(
                name="no_name_of_another", condition=Q(about_self=True) | Q(name="")
            ),
        )
        indexes = (
            models.Index(fields=("unit", "called_at", "-trust", "created_at"), name="callbacks_of_unit"),
            models.Index(fields=("source", "created_at"), name="callbacks_from_source"),
        )  # fmt: skip


class Assessment(Dated):
    """One criterion, answered by a person with a reason. There is no automatic answer."""

    course = models.ForeignKey(Course, models.RESTRICT, related_name="assessments")
    criterion = models.ForeignKey("programmes.Criterion", models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=choices(Answer))
    reason = models.CharField(max_length=500)
    assessed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    assessed_at = models.DateTimeField()

    holds = Holds(
        Keep.COURSE,
        personal="assessed_by",
        sensitive="answer reason",
        technical="id created_at course criterion assessed_at",
    )

    class Meta:
        db_table = "course_assessment"
        constraints = (
            models.UniqueConstraint(fields=("course", "criterion"), name="criterion_answered_once"),
        )


class Decision(Dated):
    """What intake proposes and a second pair of eyes confirms (S004 §6.3)."""

    course = models.ForeignKey(Course, models.RESTRICT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=choices(Outcome))
    reason = models.TextField(max_length=2000)
    instead = models.TextField(max_length=2000, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    calls_meanwhile = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    proposed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        personal="outcome expected_on calls_meanwhile proposed_by confirmed_by",
        sensitive="reason instead",
        technical="id created_at course proposed_at confirmed_at",
    )

    class Meta:
        db_table = "course_decision"
        constraints = (
            models.CheckConstraint(
                name="two_pairs_of_eyes",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("proposed_by")),
            ),
            models.UniqueConstraint(
                fields=("course",), name="one_open_decision", condition=Q(confirmed_at=None)
            ),
        )


class Observation(Dated):
    """What happened outside Landfast, as it was told. Guards bind only acts done in Landfast."""

    course = models.ForeignKey(Course, models.RESTRICT, related_name="observations")
    kind = models.CharField(max_length=40)
    happened_on = models.DateField()
    happened_at = models.TimeField(null=True, blank=True)
    precision = models.CharField(max_length=10, choices=choices(Precision))
    roles = models.JSONField(default=list)
    sectors = models.JSONField(default=list)
    needs = models.JSONField(default=list)
    words = models.TextField(max_length=4000, blank=True)
    facts = models.JSONField(default=dict)
    source = models.CharField(max_length=200)
    reference = models.CharField(max_length=80, blank=True)
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        personal="roles sectors recorded_by source",
        sensitive="kind words facts needs happened_on happened_at precision",
        technical="id created_at course reference",
    )

    class Meta:
        db_table = "course_observation"
        indexes = (models.Index(fields=("course", "happened_on"), name="observations_of_course"),)
        constraints = (
            models.UniqueConstraint(
                fields=("course", "reference"), name="observed_once", condition=~Q(reference="")
            ),
        )
