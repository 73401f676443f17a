"""Tables of the room."""

from django.db import models
from django.db.models import F, Q

from landfast.directory.rules.mandates import Service
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.plan.rules.deciding import Appeal, DecisionAbout, DecisionAnswer, Passed
from landfast.plan.rules.elsewhere import OWNER_MAX, PARTIES_MAX, DemandKind, PlanKind
from landfast.plan.rules.elsewhere import WORDS_MAX as DEMAND_MAX
from landfast.plan.rules.words import (
    Act,
    AgreementKind,
    AgreementState,
    MandateState,
    Standing,
    StepState,
)
from landfast.programmes.rules import NeedArea

PERSON = "people.Person"
COURSE = "course.Course"


class Wish(Dated):
    """A wish, hope or dream in the citizen's own words; a goal only when the citizen says so."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="wishes")
    area = models.CharField(max_length=20, choices=choices(NeedArea))
    words = models.TextField(max_length=2000)
    standing = models.CharField(max_length=6, choices=choices(Standing), default=Standing.WISH)
    position = models.PositiveSmallIntegerField(default=0)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    rated_on = models.DateField(null=True, blank=True)
    goal_since = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        sensitive="area words standing position rating rated_on goal_since",
        personal="written_by",
        technical="id created_at course",
    )

    class Meta:
        db_table = "plan_wish"
        constraints = (
            models.CheckConstraint(
                name="rating_is_0_to_10", condition=Q(rating=None) | Q(rating__lte=10)
            ),
        )
        indexes = (models.Index(fields=("course", "position"), name="wishes_of_course"),)


class WishRating(Dated):
    """A number from 0 to 10 that the citizen gave a wish on a day: her own picture over time."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    wish = models.ForeignKey(Wish, models.RESTRICT, related_name="+")
    rating = models.PositiveSmallIntegerField()
    said_on = models.DateField()
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE, controller=Controller.COURSE, sensitive="rating said_on",
        personal="written_by", technical="id created_at course wish",
    )  # fmt: skip

    class Meta:
        db_table = "plan_wish_rating"
        constraints = (models.CheckConstraint(name="said_0_to_10", condition=Q(rating__lte=10)),)
        indexes = (models.Index(fields=("course", "said_on"), name="ratings_of_course"),)


class OwnStep(Dated):
    """A step of the citizen or of somebody close. Not a promise: no due date, no count."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="own_steps")
    wish = models.ForeignKey(Wish, models.RESTRICT, null=True, blank=True, related_name="own_steps")
    relation = models.ForeignKey(
        "network.Relation", models.RESTRICT, null=True, blank=True, related_name="+"
    )
    text = models.CharField(max_length=500)
    state = models.CharField(max_length=8, choices=choices(StepState), default=StepState.WANT)
    remind_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        sensitive="text state remind_on",
        personal="relation written_by",
        technical="id created_at course wish",
    )

    class Meta:
        db_table = "plan_own_step"
        indexes = (models.Index(fields=("course",), name="own_steps_of_course"),)


class Agreement(Dated):
    """A professional's promise (aftale). It counts when the one who makes it has accepted it."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="agreements")
    wish = models.ForeignKey(
        Wish, models.RESTRICT, null=True, blank=True, related_name="agreements"
    )
    practical_problem = models.CharField(max_length=300, blank=True)
    needs = models.JSONField(default=list)
    text = models.CharField(max_length=500)
    kind = models.CharField(max_length=12, choices=choices(AgreementKind))
    maker = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    maker_role = models.CharField(max_length=40, blank=True)
    outside_name = models.CharField(max_length=120, blank=True)
    outside_relation = models.CharField(max_length=40, blank=True)
    for_unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, blank=True, related_name="+"
    )
    name_by = models.DateField(null=True, blank=True)
    named = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    backup = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    proposed_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=choices(AgreementState))
    accepted_at = models.DateTimeField(null=True, blank=True)
    offered_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    mandate = models.CharField(
        max_length=14, choices=choices(MandateState), default=MandateState.CLEAR
    )
    decided_by = models.CharField(max_length=120, blank=True)
    interim_support = models.CharField(max_length=300, blank=True)
    follow_up_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, blank=True, related_name="+"
    )
    follow_up_on = models.DateField(null=True, blank=True)
    follow_up_how = models.CharField(max_length=200, blank=True)
    report = models.CharField(max_length=1000, blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    talked_on = models.DateField(null=True, blank=True)
    replaces = models.ForeignKey(
        "self", models.RESTRICT, null=True, blank=True, related_name="replacements"
    )
    reference = models.CharField(max_length=80, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="maker maker_role outside_name outside_relation backup proposed_by follow_up_by "
        "decided_by named",
        organisation="for_unit name_by",
        sensitive="practical_problem needs text kind state starts_on due_on mandate "
        "interim_support follow_up_on follow_up_how report talked_on",
        technical="id created_at course wish proposed_at accepted_at offered_at reported_at "
        "told_at version replaces reference",
    )

    class Meta:
        db_table = "plan_agreement"
        constraints = (
            models.CheckConstraint(
                name="counts_only_when_accepted",
                condition=Q(state__in=("noted", "proposed", "declined", "lapsed", "replaced"))
                | Q(accepted_at__isnull=False, maker__isnull=False)
                | Q(accepted_at__isnull=False) & ~Q(outside_name=""),
            ),
            models.CheckConstraint(
                name="one_maker_inside_or_outside", condition=Q(maker=None) | Q(outside_name="")
            ),
            models.CheckConstraint(
                name="accepted_agreement_is_complete",
                condition=Q(accepted_at=None)
                | Q(due_on__isnull=False, follow_up_by__isnull=False, follow_up_on__isnull=False),
            ),
            models.CheckConstraint(
                name="noted_is_never_accepted", condition=~Q(state="noted") | Q(accepted_at=None)
            ),
            models.CheckConstraint(
                name="due_after_start",
                condition=Q(due_on=None) | Q(starts_on=None) | Q(due_on__gte=F("starts_on")),
            ),
            models.UniqueConstraint(
                fields=("replaces",),
                name="one_agreement_instead",
                condition=Q(replaces__isnull=False) & ~Q(state__in=("declined", "lapsed")),
            ),
        )
        indexes = (
            models.Index(fields=("course", "state"), name="agreements_of_course"),
            models.Index(
                fields=("maker", "due_on"), name="open_promises_of_maker",
                condition=Q(state__in=("accepted", "started")),
            ),
        )  # fmt: skip


class AgreementChange(Dated):
    """What happened to an agreement: who did what, when, from, to, a note, the words before."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    agreement = models.ForeignKey(
        Agreement, models.RESTRICT, related_name="changes", db_index=False
    )
    at = models.DateTimeField()
    actor = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    """Empty when the maker outside did it."""
    act = models.CharField(max_length=12, choices=choices(Act))
    before = models.CharField(max_length=10, choices=choices(AgreementState), blank=True)
    after = models.CharField(max_length=10, choices=choices(AgreementState))
    note = models.CharField(max_length=1000, blank=True)
    told_aloud = models.BooleanField(default=False)
    old_text = models.CharField(max_length=500, blank=True)
    old_due_on = models.DateField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="actor",
        sensitive="act before after note told_aloud old_text old_due_on",
        technical="id created_at course agreement at",
    )

    class Meta:
        db_table = "plan_agreement_change"
        # with the course, so that the last change of many is read from the index alone
        indexes = (
            models.Index(
                fields=("agreement", "at"), include=("course",), name="changes_of_agreement"
            ),
        )


class Task(Dated):
    """What is left to a maker when the citizen has stopped: wound up by her, read by nobody else.

    The agreement itself has lapsed towards the citizen; the name stands here because the maker
    no longer reaches the course.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    maker = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    about = models.CharField(max_length=120)
    text = models.CharField(max_length=500)
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="maker about",
        sensitive="text due_on",
        technical="id created_at course done_at",
    )

    class Meta:
        db_table = "plan_task"
        indexes = (
            models.Index(fields=("maker",), name="tasks_of_maker", condition=Q(done_at=None)),
        )


class DecisionAsk(Dated):
    """A named leader is asked to decide one thing: what, why, by whom; the answer with its reason.

    All that the leader reads stands here: the agreement and the rest of the course are not theirs.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    agreement = models.ForeignKey(Agreement, models.RESTRICT, related_name="+")
    decider = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    question = models.CharField(max_length=500)
    reason = models.CharField(max_length=300)
    answer = models.CharField(max_length=10, choices=choices(DecisionAnswer), blank=True)
    because = models.CharField(max_length=500, blank=True)
    instead = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    about = models.CharField(
        max_length=10, choices=choices(DecisionAbout), default=DecisionAbout.GRANT
    )
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    shown = models.JSONField(default=list)
    """What the leader was shown beside the question, as it stood then: code and words."""
    answer_by = models.DateTimeField(null=True)
    level = models.PositiveSmallIntegerField(default=0)
    """How far up the unit's chain it has come."""
    stands_in_for = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    passed_from = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    passed_at = models.DateTimeField(null=True)
    passed_why = models.CharField(max_length=5, blank=True, choices=choices(Passed))
    appeal = models.CharField(max_length=12, blank=True, choices=choices(Appeal))

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="decider asked_by asked_at answered_at withdrawn_at stands_in_for passed_from"
        " passed_at passed_why",
        organisation="unit",
        sensitive="question reason answer because instead about shown answer_by appeal",
        technical="id created_at course agreement level",
    )

    class Meta:
        db_table = "plan_decision_ask"
        constraints = (
            models.UniqueConstraint(
                fields=("agreement",), name="one_leader_is_asked_at_a_time",
                condition=Q(answered_at=None, withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="an_answer_has_its_reason",
                condition=Q(answer="", answered_at=None)
                | (~Q(answer="") & Q(answered_at__isnull=False) & ~Q(because="")),
            ),
        )  # fmt: skip


class Cost(Dated):
    """What a promise costs, and who pays it: said before anybody says yes (domain A9).

    A quarrel over the bill is the units', not hers: her page says by when it is decided.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    agreement = models.OneToOneField(Agreement, models.RESTRICT, related_name="cost")
    service = models.CharField(max_length=10, choices=choices(Service))
    amount = models.PositiveIntegerField(null=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    shares = models.JSONField(default=list)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    disputed_at = models.DateTimeField(null=True)
    disputed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    dispute = models.CharField(max_length=300, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="set_by disputed_by",
        sensitive="service amount weeks shares dispute",
        technical="id created_at course agreement set_at disputed_at",
    )

    class Meta:
        db_table = "plan_cost"


class OtherPlan(Dated):
    """A plan that others keep for the citizen: whose, by which law, from when to when (D5)."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    kind = models.CharField(max_length=16, choices=choices(PlanKind))
    name = models.CharField(max_length=120, blank=True)
    owner = models.CharField(max_length=OWNER_MAX)
    phone = models.CharField(max_length=20, blank=True)
    law = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    parties = models.CharField(max_length=PARTIES_MAX, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="owner phone parties written_by",
        sensitive="kind name law starts_on review_on ends_on asked_on",
        technical="id created_at course ended_at",
    )

    class Meta:
        db_table = "plan_other_plan"
        indexes = (models.Index(fields=("course",), name="other_plans_of_course"),)
        constraints = (
            models.CheckConstraint(
                name="a_coordination_plan_was_asked_about",
                condition=~Q(kind="coordination") | Q(asked_on__isnull=False),
            ),
        )


class Demand(Dated):
    """What one of those plans asks of the citizen, and when."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    other_plan = models.ForeignKey(OtherPlan, models.RESTRICT, related_name="demands")
    kind = models.CharField(max_length=16, choices=choices(DemandKind))
    words = models.CharField(max_length=DEMAND_MAX)
    day = models.DateField(null=True, blank=True)
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    begins = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    written_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="written_by",
        sensitive="kind words day weekday begins ends",
        technical="id created_at course other_plan ended_at",
    )

    class Meta:
        db_table = "plan_demand"
        indexes = (models.Index(fields=("course",), name="demands_of_course"),)
        constraints = (
            models.CheckConstraint(
                name="an_hour_belongs_to_a_day",
                condition=Q(begins=None, ends=None)
                | Q(day__isnull=False)
                | Q(weekday__isnull=False),
            ),
            models.CheckConstraint(
                name="a_weekday_is_one_of_seven", condition=Q(weekday=None) | Q(weekday__lte=6)
            ),
        )


class OutsideAsk(Dated):
    """Somebody outside is asked for a promise: by a link, or by a code said aloud (lessons 18).

    What they say stands in the agreement and its history. Written for them by the database's own
    functions only, which ask for the link.
    """

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    agreement = models.OneToOneField(Agreement, models.RESTRICT, related_name="+")
    address = models.CharField(max_length=254, blank=True)
    asked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    serial = models.PositiveSmallIntegerField(default=1)
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_times = models.PositiveSmallIntegerField(default=0)
    mail_state = models.CharField(max_length=10, blank=True)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mail_next_at = models.DateTimeField(null=True, blank=True)
    mail_failure = models.CharField(max_length=20, blank=True)
    code_place = models.CharField(max_length=3, blank=True)
    code_mark = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField(null=True, blank=True)
    code_tries = models.PositiveSmallIntegerField(default=0)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="address asked_by ends_at revoked_at opened_at",
        technical="id created_at course agreement serial opened_times mail_state mail_tries "
        "mail_next_at mail_failure code_place code_mark code_until code_tries",
    )

    class Meta:
        db_table = "plan_outside"
        constraints = (
            models.UniqueConstraint(
                fields=("code_place",), name="a_code_opens_one_promise",
                condition=~Q(code_place=""),
            ),
        )  # fmt: skip
