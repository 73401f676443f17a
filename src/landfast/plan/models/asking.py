"""A leader is asked to decide, or somebody outside to promise."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.plan.models.agreements import Agreement
from landfast.plan.rules.deciding import Appeal, DecisionAbout, DecisionAnswer, Passed

PERSON = "people.Person"
COURSE = "course.Course"


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
    interim = models.OneToOneField(Agreement, models.RESTRICT, null=True, related_name="+")
    """What holds meanwhile: a promise of its own, which ends with the question."""
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
        technical="id created_at course agreement interim level",
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
    code_meeting = models.UUIDField(null=True, blank=True)
    """The meeting that the code was said at: it ends with it, whatever the clock says."""
    code_tries = models.PositiveSmallIntegerField(default=0)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="address asked_by ends_at revoked_at opened_at",
        technical="id created_at course agreement serial opened_times mail_state mail_tries "
        "mail_next_at mail_failure code_place code_mark code_until code_meeting "
        "code_tries",
    )

    class Meta:
        db_table = "plan_outside"
        constraints = (
            models.UniqueConstraint(
                fields=("code_place",), name="a_code_opens_one_promise",
                condition=~Q(code_place=""),
            ),
        )  # fmt: skip
