"""A meeting, what it is about, and who is asked."""

from django.db import models
from django.db.models import Q

from landfast.course.rules.languages import Language
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated
from landfast.meetings.models.formats import Format
from landfast.meetings.models.planning import PlanRun
from landfast.meetings.rules import (
    Answers,
    Attends,
    Decides,
    Ended,
    MeetingState,
    Part,
    Reply,
    Stage,
    ThemeEnd,
)
from landfast.meetings.rules.inviting import Through
from landfast.meetings.rules.without import Ground
from landfast.programmes.rules import NeedArea

PERSON = "people.Person"
COURSE = "course.Course"


class Meeting(Dated):
    """A meeting that the citizen leads: themes, frame and participants are the citizen's choice."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="meetings")
    format = models.ForeignKey(Format, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=choices(MeetingState))
    leader = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(null=True, blank=True)
    minutes_long = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(max_length=200, blank=True)
    breaks = models.CharField(max_length=200, blank=True)
    seating = models.CharField(max_length=200, blank=True)
    speaks_first = models.CharField(max_length=120, blank=True)
    not_to_talk_about = models.CharField(max_length=500, blank=True)
    largest = models.PositiveSmallIntegerField(null=True, blank=True)
    own_word = models.TextField(max_length=4000, blank=True)
    own_sound = models.ForeignKey("files.File", models.PROTECT, null=True, related_name="+")
    answers = models.CharField(max_length=12, choices=choices(Answers), default=Answers.AFTER_EACH)
    frame_agreed_at = models.DateTimeField(null=True, blank=True)
    frame_agreed_by = models.ForeignKey(
        PERSON, models.PROTECT, null=True, blank=True, related_name="+"
    )
    agreed_starts_at = models.DateTimeField(null=True, blank=True)
    agreed_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    agreed_place = models.CharField(max_length=200, blank=True, default="", db_default="")
    """The time and the place of the last yes to the frame: a guest reads no others."""
    stage = models.CharField(max_length=10, choices=choices(Stage), default=Stage.FRAME)
    started_at = models.DateTimeField(null=True, blank=True)
    touched_at = models.DateTimeField(null=True, blank=True)
    hand_up_at = models.DateTimeField(null=True, blank=True)
    hand_waits = models.BooleanField(default=False, db_default=False)
    """Somebody was speaking when the hand went up, and has not ended yet."""
    held_at = models.DateTimeField(null=True, blank=True)
    ended = models.CharField(max_length=12, choices=choices(Ended), blank=True)
    carried_at = models.DateTimeField(null=True, blank=True)
    """When what was kept here came to a meeting that lay ahead."""
    responsibility = models.TextField(max_length=2000, blank=True)
    closing_words = models.TextField(max_length=2000, blank=True)
    next_on = models.DateTimeField(null=True, blank=True)
    no_next = models.BooleanField(default=False)
    no_next_reason = models.CharField(max_length=300, blank=True)
    cancelled_reason = models.CharField(max_length=300, blank=True)
    reference = models.CharField(max_length=80, blank=True)
    reminded_for = models.DateTimeField(null=True)
    chosen_because = models.CharField(max_length=300, blank=True)
    departs_because = models.CharField(max_length=300, blank=True)
    ground = models.CharField(max_length=8, choices=choices(Ground), blank=True)
    ground_words = models.CharField(max_length=300, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    told_words = models.CharField(max_length=300, blank=True)
    avoid_places = models.CharField(max_length=200, blank=True)
    companion = models.CharField(max_length=120, blank=True)
    interpreter = models.CharField(max_length=12, choices=choices(Language), blank=True)
    interpreter_who = models.CharField(max_length=120, blank=True)
    room = models.ForeignKey("directory.Room", models.PROTECT, null=True, related_name="+")
    search_from = models.DateField(null=True)
    search_until = models.DateField(null=True)
    day_parts = models.JSONField(default=list)
    weekdays = models.JSONField(default=list)
    avoids = models.JSONField(default=list)
    plan_run = models.ForeignKey(PlanRun, models.SET_NULL, null=True, related_name="+")
    plan_at = models.DateTimeField(null=True)
    plan_place = models.CharField(max_length=200, blank=True)
    plan_room = models.ForeignKey("directory.Room", models.PROTECT, null=True, related_name="+")
    plan_cost = models.JSONField(default=dict)
    plan_seats = models.JSONField(default=dict)
    plan_why = models.CharField(max_length=300, blank=True)
    marks_used = models.PositiveSmallIntegerField(default=0)
    """The number of the last mark in its minutes: none is used again when its passage has left."""

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="leader starts_at minutes_long place breaks seating speaks_first "
        "started_at held_at next_on no_next frame_agreed_by search_from search_until "
        "day_parts weekdays avoids plan_at plan_place plan_cost plan_seats plan_why "
        "avoid_places companion interpreter interpreter_who "
        "agreed_starts_at agreed_minutes agreed_place",
        sensitive="not_to_talk_about largest answers own_word closing_words "
        "no_next_reason cancelled_reason responsibility ended chosen_because departs_because "
        "ground ground_words told_words",
        technical="id created_at course format state stage frame_agreed_at touched_at reference "
        "own_sound room told_at reminded_for hand_up_at hand_waits plan_run plan_room marks_used "
        "carried_at",
    )

    class Meta:
        db_table = "meetings_meeting"
        constraints = (
            models.CheckConstraint(
                name="called_meeting_has_a_time",
                condition=Q(state__in=("preparing", "cancelled")) | Q(starts_at__isnull=False),
            ),
            models.CheckConstraint(
                name="held_meeting_says_what_next",
                condition=~Q(state="held") | Q(next_on__isnull=False) | Q(no_next=True),
            ),
        )
        indexes = (
            models.Index(fields=("course", "starts_at"), name="meetings_of_course"),
            models.Index(
                fields=("starts_at",), name="meetings_called", condition=Q(state="called")
            ),
            models.Index(fields=("held_at",), name="meetings_held", condition=Q(state="held")),
            models.Index(
                fields=("course",), name="meetings_fallen",
                condition=Q(state="cancelled", ended="with_course"),
            ),
            models.Index(
                fields=("course", "-held_at", "-id"), name="meetings_last_held",
                condition=Q(state="held"),
            ),
            models.Index(
                fields=("course", "starts_at", "id"), name="meetings_ahead",
                condition=Q(state__in=("called", "running")),
            ),
        )  # fmt: skip

    @property
    def attends(self) -> Attends | None:
        """How she takes part; None where the reader may not know."""
        coming = getattr(self, "coming", None)
        return Attends(coming.attends) if coming else None

    @property
    def represented_by(self) -> str:
        """Who comes in her place, where the reader may know."""
        coming = getattr(self, "coming", None)
        return coming.represented_by if coming else ""


class Coming(Dated):
    """How she takes part in one meeting. Who decides about her income never reads it (F2).

    A row of its own, since row-level security knows no columns; every meeting has one.
    """

    meeting = models.OneToOneField(Meeting, models.RESTRICT, related_name="coming")
    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    attends = models.CharField(max_length=12, choices=choices(Attends), default=Attends.IN_PERSON)
    represented_by = models.CharField(max_length=120, blank=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="represented_by",
        sensitive="attends",
        technical="id created_at meeting course",
    )

    class Meta:
        db_table = "meetings_coming"


class Theme(Dated):
    """What the citizen wants to talk about, in own words."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="themes")
    wish = models.ForeignKey("plan.Wish", models.RESTRICT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=500)
    need = models.CharField(max_length=20, choices=choices(NeedArea), blank=True)
    position = models.PositiveSmallIntegerField()
    ended = models.CharField(max_length=8, choices=choices(ThemeEnd), blank=True)
    decides = models.CharField(max_length=8, choices=choices(Decides), blank=True)
    is_fixed = models.BooleanField(default=False)
    is_agreed = models.BooleanField(default=True)
    is_kept = models.BooleanField(default=False, db_default=False)
    """Kept at a meeting before, and come along from there."""

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        sensitive="words need ended decides",
        technical="id created_at course meeting wish position is_fixed is_agreed is_kept",
    )

    class Meta:
        db_table = "meetings_theme"


class Participant(Dated):
    """Somebody at the table, chosen by the citizen one by one, each with a why."""

    course = models.ForeignKey(COURSE, models.RESTRICT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.RESTRICT, related_name="participants")
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="+")
    relation = models.ForeignKey(
        "network.Relation", models.RESTRICT, null=True, blank=True, related_name="+"
    )
    role = models.CharField(max_length=40, blank=True)
    part = models.CharField(max_length=12, choices=choices(Part), blank=True)
    why = models.CharField(max_length=200, blank=True)
    can_promise = models.CharField(max_length=300, blank=True)
    reply = models.CharField(max_length=10, choices=choices(Reply), default=Reply.ASKED)
    reply_reason = models.CharField(max_length=300, blank=True)
    written_word = models.TextField(max_length=2000, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    was_there = models.BooleanField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_guest = models.BooleanField(default=False)
    own_task = models.CharField(max_length=200, blank=True)
    own_limit = models.CharField(max_length=200, blank=True)
    reply_through = models.CharField(max_length=6, choices=choices(Through), blank=True)
    substitute = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    substitute_name = models.CharField(max_length=120, blank=True)
    substitute_owed_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="person relation role part why can_promise reply reply_reason written_word "
        "was_there is_guest substitute substitute_name own_task own_limit",
        technical="id created_at course meeting replied_at reply_through substitute_owed_at "
        "position",
    )

    class Meta:
        db_table = "meetings_participant"
        constraints = (
            models.CheckConstraint(
                name="participant_is_a_person_or_a_relation",
                condition=Q(person__isnull=False, relation__isnull=True)
                | Q(person__isnull=True, relation__isnull=False),
            ),
            models.UniqueConstraint(fields=("meeting", "person"), name="at_the_table_once"),
        )
