"""Tables of the room. Employees stand here by name; a citizen's name is in `course`."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated, Row
from landfast.people.rules import LeaveKind, OrganisationKind, PersonKind
from landfast.people.rules.calendars import Trouble


class Organisation(Dated):
    """A municipality, a region, a practice, an association, a state office."""

    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=200, editable=False)
    kind = models.CharField(max_length=20, choices=choices(OrganisationKind))
    phone = models.CharField(max_length=20, blank=True)
    cvr = models.CharField(max_length=8, blank=True, default="", db_default="")
    answers = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")

    holds = Holds(
        Keep.ORGANISATION,
        organisation="name sort_key kind phone cvr answers",
        technical="id created_at",
    )

    class Meta:
        db_table = "people_organisation"
        ordering = ("sort_key",)
        constraints = (
            models.UniqueConstraint(fields=("cvr",), name="one_cvr", condition=~Q(cvr="")),
            models.CheckConstraint(
                name="cvr_is_eight_digits", condition=Q(cvr="") | Q(cvr__regex=r"^[0-9]{8}$")
            ),
        )

    def __str__(self) -> str:
        return self.name


class Unit(Dated):
    """A department, a ward, a team: units stand in a tree."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=200, editable=False)
    phone = models.CharField(max_length=20, blank=True)
    coordinates_courses = models.BooleanField(default=False)
    closed_on = models.DateField(null=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="organisation parent name sort_key phone coordinates_courses closed_on",
        technical="id created_at",
    )

    class Meta:
        db_table = "people_unit"
        ordering = ("sort_key",)

    def __str__(self) -> str:
        return self.name


class Person(Dated):
    """Somebody who can act. A citizen's row says only that: the name lives in `course`."""

    kind = models.CharField(max_length=10, choices=choices(PersonKind))
    name = models.CharField(max_length=120, blank=True)
    sort_key = models.CharField(max_length=200, editable=False, blank=True)
    profession = models.CharField(max_length=80, blank=True)
    phone = models.CharField(max_length=20, blank=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="name sort_key profession phone",
        technical="id created_at kind",
    )

    class Meta:
        db_table = "people_person"
        constraints = (
            models.CheckConstraint(
                name="a_citizen_has_no_name_here",
                condition=~Q(kind="citizen") | Q(name="", phone="", profession=""),
            ),
        )

    def __str__(self) -> str:
        return self.name


class Employment(Dated):
    """A person is employed in a unit with a role for a period."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="employments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="employments")
    role = models.CharField(max_length=40)
    title = models.CharField(max_length=80, blank=True)
    starts_on = models.DateField(null=True)
    """Empty while a second person has not said yes: then nothing follows from the employment."""
    ends_on = models.DateField(null=True, blank=True)
    asked_from = models.DateField(null=True)
    asked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    agreed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    declined_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    caseload_cap = models.PositiveSmallIntegerField(null=True, blank=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="person unit role title starts_on ends_on caseload_cap"
        " asked_from asked_by agreed_by declined_by",
        technical="id created_at",
    )

    class Meta:
        db_table = "people_employment"
        constraints = (
            models.CheckConstraint(
                name="employment_ends_after_it_starts",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="employment_begins_or_waits",
                condition=Q(starts_on__isnull=False, declined_by=None)
                | Q(agreed_by=None, asked_from__isnull=False, asked_by__isnull=False),
            ),
        )
        indexes = (models.Index(fields=("person", "unit", "role"), name="employment_of_person"),)


class WorkingHours(Row):
    """Working hours on one weekday; Monday is 0. Danish local time."""

    employment = models.ForeignKey(Employment, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    holds = Holds(Keep.ORGANISATION, organisation="employment weekday opens closes", technical="id")

    class Meta:
        db_table = "people_working_hours"
        constraints = (
            models.UniqueConstraint(fields=("employment", "weekday"), name="one_shift_a_weekday"),
            models.CheckConstraint(name="weekday_is_0_to_6", condition=Q(weekday__lte=6)),
            models.CheckConstraint(name="hours_close_late", condition=Q(closes__gt=F("opens"))),
        )


class Leave(Dated):
    """Days on which a person is away, both included; open when nobody knows the end."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="leaves")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=10, choices=choices(LeaveKind))

    holds = Holds(
        Keep.ORGANISATION, organisation="person starts_on ends_on kind", technical="id created_at"
    )

    class Meta:
        db_table = "people_leave"


class AccountManager(BaseUserManager["Account"]):
    """Looks accounts up by their login name."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """The account with this login name (Django's login asks here)."""
        return self.get(username=username)


class Account(AbstractBaseUser):
    """A local login. Its key is the person's own, so that a session names the actor."""

    person = models.OneToOneField(Person, models.PROTECT, primary_key=True, related_name="account")
    username = models.CharField(max_length=150, unique=True)
    password = None  # type: ignore[assignment] # in a table that the application cannot read
    stamp = models.UUIDField(default=uuid4, editable=False)
    """Another one with each password: what a session holds to."""
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)
    start_until = models.DateTimeField(null=True)
    """The password was chosen by an administrator: it opens only the page where it is changed,
    and nothing after this. Empty when its owner has chosen it."""

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()

    holds = Holds(
        Keep.ACCOUNT,
        controller=Controller.LOGIN,
        personal="username",
        technical="person stamp last_login is_active created_at start_until",
    )

    class Meta:
        db_table = "people_account"

    def get_session_auth_hash(self) -> str:
        """The key of this account's sessions; another one when the password changes."""
        return salted_hmac("landfast.session", self.stamp.hex, algorithm="sha256").hexdigest()


class Password(models.Model):
    """What an account's password is compared with. Only the database's own functions read it."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="+")
    sealed = models.CharField(max_length=200)
    is_start = models.BooleanField(default=False)
    """Somebody else chose it: good until its owner has chosen her own."""
    set_at = models.DateTimeField()

    holds = Holds(Keep.ACCOUNT, technical="account sealed is_start set_at")

    class Meta:
        db_table = "people_password"


class WayBack(Dated):
    """An employee cannot come in: an administrator asks, a second person gives the way back."""

    employment = models.ForeignKey(Employment, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    removes_steps = models.BooleanField(default=False)
    given_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="employment asked_by reason removes_steps given_by",
        technical="id created_at ended_at",
    )

    class Meta:
        db_table = "people_way_back"
        constraints = (
            models.UniqueConstraint(
                fields=("employment",), condition=Q(ended_at=None), name="one_way_back_at_a_time"
            ),
        )


class Calendar(Dated):
    """A calendar that somebody has elsewhere, which is read for when she is taken (C3).

    Its address opens the whole calendar for whoever has it, so it lies sealed.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="calendars")
    address = models.TextField()
    login = models.TextField(blank=True)
    host = models.CharField(max_length=253)
    read_at = models.DateTimeField(null=True)
    """When it was tried last."""
    good_at = models.DateTimeField(null=True)
    """When it could be read last."""
    trouble = models.CharField(max_length=12, choices=choices(Trouble), blank=True)

    holds = Holds(
        Keep.ORGANISATION,
        organisation="person address login host",
        technical="id created_at read_at good_at trouble",
        sealed="address login",
    )

    class Meta:
        db_table = "people_calendar"


class Busy(Row):
    """From one instant to another somebody is taken elsewhere. What with is never known here."""

    calendar = models.ForeignKey(Calendar, models.CASCADE, related_name="busy")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    holds = Holds(
        Keep.ORGANISATION, organisation="person starts_at ends_at", technical="id calendar"
    )

    class Meta:
        db_table = "people_busy"
        constraints = (
            models.CheckConstraint(name="busy_ends_late", condition=Q(ends_at__gt=F("starts_at"))),
        )
        indexes = (models.Index(fields=("person", "starts_at"), name="busy_of_person"),)
