"""Referrals, and numbers to call back."""

from django.db import models
from django.db.models import Q

from landfast.course.models.citizen import MARK, SEALED
from landfast.course.rules.callback import CallOutcome
from landfast.course.rules.words import ReferralState, Says, Urgency
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Referral(Dated):
    """Somebody refers a citizen (henvendelse). Without her yes it waits apart and expires."""

    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    referred_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    by_citizen = models.BooleanField(default=False)
    citizen_name = models.CharField(max_length=120)
    citizen_cpr = models.TextField(blank=True)
    citizen_cpr_mark = models.CharField(max_length=64, blank=True, editable=False)
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
    course = models.ForeignKey(
        "course.Course", models.RESTRICT, null=True, related_name="referrals"
    )
    rung_at = models.DateTimeField(null=True, blank=True)
    rung_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    reached = models.BooleanField(null=True)
    apart = models.CharField(max_length=12, blank=True)
    known_to = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    holds = Holds(
        Keep.REFERRAL,
        controller=Controller.REFERRER,
        personal="referred_by by_citizen citizen_name citizen_cpr citizen_phone says who_asks "
        "taken_by urgency known_to rung_by reached",
        sensitive="apart seen needs says_words",
        organisation="unit",
        technical="id created_at receipt state received_at answer_by expires_on answered_at course "
        "rung_at "
        "citizen_cpr_mark",
        sealed="citizen_cpr",
    )

    class Meta:
        db_table = "course_referral"
        constraints = (
            models.CheckConstraint(
                name="without_a_yes_no_course",
                condition=~Q(state="waits_for_yes")
                | Q(course=None, expires_on__isnull=False, who_asks__isnull=False),
            ),
            models.CheckConstraint(
                name="referral_cpr_is_sealed",
                condition=Q(citizen_cpr="", citizen_cpr_mark="")
                | Q(citizen_cpr__startswith=SEALED, citizen_cpr_mark__regex=MARK),
            ),
            models.CheckConstraint(
                name="what_expired_is_empty",
                condition=~Q(state="expired")
                | Q(citizen_name="", citizen_cpr="", citizen_phone="", seen="", says_words=""),
            ),
        )
        indexes = (
            models.Index(fields=("unit", "state", "received_at"), name="referrals_of_unit"),
            models.Index(fields=("referred_by", "received_at"), name="referrals_by_person"),
            models.Index(
                fields=("who_asks",), name="referrals_to_ask", condition=Q(state="waits_for_yes")
            ),
        )


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
    tries = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(max_length=20, blank=True, choices=choices(CallOutcome))

    holds = Holds(
        Keep.CALLBACK,
        controller=Controller.COURSE,
        personal="phone area about_self name called_by outcome",
        organisation="unit",
        technical="id created_at receipt source trust expires_on called_at tries",
    )

    class Meta:
        db_table = "course_callback"
        constraints = (
            models.CheckConstraint(
                name="no_name_of_another", condition=Q(about_self=True) | Q(name="")
            ),
            models.CheckConstraint(
                name="a_number_is_no_story", condition=Q(phone__regex=r"^\+?[0-9]{8,14}$")
            ),
            models.CheckConstraint(
                name="an_area_is_no_story", condition=Q(area__regex=r"^[a-z_]{1,20}$")
            ),
        )
        indexes = (
            models.Index(
                fields=("unit", "called_at", "-trust", "created_at"), name="callbacks_of_unit"
            ),
            models.Index(fields=("source", "created_at"), name="callbacks_from_source"),
            models.Index(fields=("phone",), name="callbacks_by_phone"),
        )  # fmt: skip
