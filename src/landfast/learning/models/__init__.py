"""Copies without a name, workshops on them, groups and their marks. No citizen stands here."""

from django.db import models

from landfast.kernel.choices import choices
from landfast.kernel.holding import Holds, Keep
from landfast.kernel.models import Dated
from landfast.learning.rules.workshop import (
    CODE,
    LONG_MAX,
    NAME_MAX,
    TITLE_MAX,
    WORDS_MAX,
    Colour,
    Kind,
)

PERSON = "people.Person"


class Study(Dated):
    """A copy that a person has read and found to be without a name (øvesag, J6)."""

    title = models.CharField(max_length=TITLE_MAX)
    lines = models.JSONField(default=list)
    made_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(Keep.STUDY, organisation="title lines made_by", technical="id created_at")

    class Meta:
        db_table = "learning_study"


class Workshop(Dated):
    """Groups at work on a copy: by a code that is said aloud, until it is closed."""

    study = models.ForeignKey(Study, models.CASCADE, related_name="workshops")
    kind = models.CharField(max_length=10, choices=choices(Kind))
    code = models.CharField(max_length=CODE, unique=True)
    led_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)

    holds = Holds(
        Keep.STUDY, organisation="study kind led_by closed_at", technical="id created_at code"
    )

    class Meta:
        db_table = "learning_workshop"


class Group(Dated):
    """A table of people without accounts: its name, and what it says of the whole."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="groups")
    name = models.CharField(max_length=NAME_MAX)
    themes = models.CharField(max_length=LONG_MAX, blank=True)
    challenge = models.CharField(max_length=LONG_MAX, blank=True)
    meets_it = models.CharField(max_length=LONG_MAX, blank=True)
    answers = models.JSONField(default=dict)

    holds = Holds(
        Keep.STUDY, organisation="workshop name themes challenge meets_it answers",
        technical="id created_at",
    )  # fmt: skip

    class Meta:
        db_table = "learning_group"
        constraints = (
            models.UniqueConstraint(fields=("workshop", "name"), name="one_group_of_a_name"),
        )


class Mark(Dated):
    """A red or a green mark of a group at one line of the copy."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="marks")
    line = models.PositiveSmallIntegerField()
    colour = models.CharField(max_length=5, choices=choices(Colour))
    words = models.CharField(max_length=WORDS_MAX, blank=True)

    holds = Holds(Keep.STUDY, organisation="group line colour words", technical="id created_at")

    class Meta:
        db_table = "learning_mark"
