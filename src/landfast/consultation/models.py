"""Tables of the room. A question knows its asker; whom it is about stands apart, if at all."""

from django.db import models

from landfast.consultation.rules import ABOUT_MAX, NAME_MAX, TEXT_MAX
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated, Row

PERSON = "people.Person"


class Forum(Dated):
    """A unit that takes questions from other sectors, and what about (fagligt forum)."""

    unit = models.OneToOneField("people.Unit", models.PROTECT, related_name="+")
    name = models.CharField(max_length=NAME_MAX)
    about = models.CharField(max_length=ABOUT_MAX)
    keeper = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    is_open = models.BooleanField(default=True)

    holds = Holds(
        Keep.ORGANISATION, organisation="unit name about keeper is_open", technical="id created_at"
    )

    class Meta:
        db_table = "consultation_forum"


class Question(Dated):
    """What somebody asked a forum, without saying whom it is about."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="questions")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    asker = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    asked_from = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    text = models.TextField(max_length=TEXT_MAX)
    looked_at = models.JSONField(default=list)
    closed_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.CONSULTATION,
        controller=Controller.WRITER,
        through="origin__course",
        sensitive="text looked_at",
        organisation="forum unit asker asked_from",
        technical="id created_at closed_at",
    )

    class Meta:
        db_table = "consultation_question"
        indexes = (models.Index(fields=("unit", "-created_at"), name="question_of_unit"),)


class Answer(Dated):
    """What was said to it, by the forum, or by the asker who says more."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="answers")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    text = models.TextField(max_length=TEXT_MAX)

    holds = Holds(
        Keep.CONSULTATION,
        controller=Controller.WRITER,
        through="question__origin__course",
        sensitive="text",
        organisation="person",
        technical="id created_at question",
    )

    class Meta:
        db_table = "consultation_answer"
        indexes = (models.Index(fields=("question", "created_at"), name="answers_in_order"),)


class Origin(Row):
    """Whom a question is about: known where the course is known, never to the forum."""

    question = models.OneToOneField(Question, models.CASCADE, related_name="origin")
    course = models.ForeignKey("course.Course", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()

    holds = Holds(
        Keep.CONSULTATION,
        controller=Controller.WRITER,
        personal="question course asked_at",
        technical="id",
    )

    class Meta:
        db_table = "consultation_origin"
