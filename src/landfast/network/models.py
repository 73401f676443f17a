"""Tables of the room: the team with its roles, and the people the citizen names."""

from django.db import models
from django.db.models import Q

from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.network.rules import Closeness, Kind, SeatAnswer, Sphere, Tie
from landfast.network.rules.helped import Helped
from landfast.network.rules.unwell import SeenBy
from landfast.programmes.rules import NeedArea

PERSON = "people.Person"


class MadeBeside(models.Model):
    """Who wrote or drew it beside her, until she has said that it is so."""

    helped_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    helped_how = models.CharField(max_length=8, choices=choices(Helped), blank=True, db_default="")

    class Meta:
        abstract = True


class Member(Dated, MadeBeside):
    """A professional in the citizen's team: for what, with which mandate, since when (B2)."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="members")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    role = models.CharField(max_length=40)
    helps_with = models.CharField(max_length=200)
    mandate = models.CharField(max_length=200, blank=True)
    call_when = models.CharField(max_length=200, blank=True)
    sphere = models.CharField(max_length=12, choices=choices(Sphere), default=Sphere.SOCIAL)
    closeness = models.CharField(max_length=6, choices=choices(Closeness), default=Closeness.NEAR)
    decides_authority = models.BooleanField(default=False)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    is_untold = models.BooleanField(default=False, db_default=False)
    leaves_on = models.DateField(null=True, blank=True)
    follower = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    waits_at = models.DateTimeField(null=True, blank=True)
    """When she said that she would rather wait for somebody new; nothing when she has not."""

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="person role helps_with mandate call_when sphere closeness decides_authority "
        "since until is_untold leaves_on follower waits_at helped_by helped_how",
        technical="id created_at course",
    )

    class Meta:
        db_table = "network_member"
        constraints = (
            models.UniqueConstraint(
                fields=("course", "person"), name="in_the_team_once", condition=Q(until=None)
            ),
        )
        indexes = (
            models.Index(
                fields=("course", "leaves_on"), name="members_leaving",
                condition=Q(until=None, leaves_on__isnull=False),
            ),
        )  # fmt: skip


class Relation(Dated, MadeBeside):
    """Somebody the citizen names: family, friend, animal, place. They have no login here."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="relations")
    name = models.CharField(max_length=120)
    is_to_me = models.CharField(max_length=120, blank=True)
    sphere = models.CharField(max_length=12, choices=choices(Sphere))
    closeness = models.CharField(max_length=6, choices=choices(Closeness))
    tie = models.CharField(max_length=8, choices=choices(Tie), blank=True)
    kind = models.CharField(
        max_length=6, choices=choices(Kind), default=Kind.PERSON, db_default="person"
    )
    only_mine = models.BooleanField(default=False, db_default=False)
    phone = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=300, blank=True)
    removed_on = models.DateField(null=True, blank=True)
    is_untold = models.BooleanField(default=False, db_default=False)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="name phone removed_on helped_by helped_how",
        sensitive="is_to_me sphere closeness tie kind only_mine note is_untold",
        technical="id created_at course",
    )

    class Meta:
        db_table = "network_relation"


class Standing(Dated):
    """Where somebody came to stand on the map; one line a change, and none is rewritten (B1)."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="+")
    relation = models.ForeignKey(Relation, models.RESTRICT, null=True, related_name="+")
    member = models.ForeignKey(Member, models.RESTRICT, null=True, related_name="+")
    sphere = models.CharField(max_length=12, choices=choices(Sphere))
    closeness = models.CharField(max_length=6, choices=choices(Closeness))
    tie = models.CharField(max_length=8, choices=choices(Tie), blank=True)
    is_gone = models.BooleanField(default=False)
    undoes = models.OneToOneField("self", models.RESTRICT, null=True, related_name="+")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        sensitive="relation member sphere closeness tie is_gone",
        technical="id created_at course undoes",
    )

    class Meta:
        db_table = "network_standing"
        indexes = (models.Index(fields=("course", "created_at"), name="standings_of_course"),)
        constraints = (
            models.CheckConstraint(
                name="standing_of_one",
                condition=Q(relation__isnull=True, member__isnull=False)
                | Q(relation__isnull=False, member__isnull=True),
            ),
        )


class Seat(Dated):
    """The citizen's answer to an empty seat (tom plads, B4); the latest one, in her own time.

    `beside`: the roles to think of that she was asked about; none, when nobody works on the need.
    `by_another`: she said it, and somebody else wrote it down.
    """

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="seats")
    need = models.CharField(max_length=20, choices=choices(NeedArea))
    answer = models.CharField(max_length=10, choices=choices(SeatAnswer))
    answered_at = models.DateTimeField()
    times = models.PositiveSmallIntegerField(default=1)
    beside = models.JSONField(default=list, db_default=[])
    by_another = models.BooleanField(default=False, db_default=False)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="answered_at times by_another",
        sensitive="need answer beside",
        technical="id created_at course",
    )

    class Meta:
        db_table = "network_seat"
        constraints = (
            models.UniqueConstraint(
                fields=("course", "need"), name="one_answer_per_seat", condition=Q(beside=[])
            ),
            models.UniqueConstraint(
                fields=("course", "need"), name="one_answer_beside_it", condition=~Q(beside=[])
            ),
        )


class Unwell(Dated, MadeBeside):
    """Når jeg får det dårligt: one page in her own words, hers to show (B7).

    What was written beside her is a page of its own until she has said that it is hers.
    """

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="+")
    signs = models.TextField(blank=True)
    helps = models.TextField(blank=True)
    not_helps = models.TextField(blank=True)
    call_day = models.TextField(blank=True)
    call_evening = models.TextField(blank=True)
    call_night = models.TextField(blank=True)
    next_time = models.TextField(blank=True)
    reception = models.TextField(blank=True)
    seen_by = models.CharField(max_length=8, choices=choices(SeenBy), default=SeenBy.ME)
    updated_at = models.DateTimeField()

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="call_day call_evening call_night seen_by updated_at helped_by helped_how",
        sensitive="signs helps not_helps next_time reception",
        technical="id created_at course",
    )

    class Meta:
        db_table = "network_unwell"
        constraints = (
            models.UniqueConstraint(
                fields=("course",), name="one_page_of_hers", condition=Q(helped_by=None)
            ),
            models.UniqueConstraint(
                fields=("course", "helped_by"), name="one_page_of_each_beside",
                condition=Q(helped_by__isnull=False),
            ),
        )  # fmt: skip


class OwnNote(Dated):
    """Kun for mig: a note that no employee can read; sealed, and never in an archive (B8)."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="+")
    text = models.TextField()
    updated_at = models.DateTimeField()

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="updated_at",
        sensitive="text",
        technical="id created_at course",
        sealed="text",
    )

    class Meta:
        db_table = "network_own_note"
