"""Tables of the room: what is known of a file, and apart from it what is in it."""

from django.db import models
from django.db.models import Q

from landfast.access.rules import Topic
from landfast.files.rules import TITLE_MAX, Kind, Readers
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated, Row

PERSON = "people.Person"


class File(Dated):
    """A file of a course: what it is, who put it there, who may read it, whether it was removed."""

    scope = models.ForeignKey("access.Scope", models.RESTRICT, related_name="+")
    kind = models.CharField(max_length=10, choices=choices(Kind))
    readers = models.CharField(max_length=10, choices=choices(Readers))
    topic = models.CharField(max_length=10, choices=choices(Topic), blank=True)
    title = models.CharField(max_length=TITLE_MAX)
    mime = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    added_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True)
    removed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    erased_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="kind readers added_by removed_at removed_by erased_at",
        sensitive="topic title",
        technical="id created_at scope mime size digest",
    )

    class Meta:
        db_table = "files_file"
        constraints = (
            models.CheckConstraint(
                name="only_her_papers_are_for_her_alone",
                condition=Q(readers="team") | Q(kind="paper", topic="", removed_at=None),
            ),
            models.CheckConstraint(
                name="a_removed_file_says_by_whom",
                condition=Q(removed_at=None, removed_by=None, erased_at=None)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
            ),
        )
        indexes = (models.Index(fields=("scope", "-created_at"), name="files_of_scope"),)


class Content(Row):
    """What is in a file, cleaned and sealed. Read by who has logged that very file only."""

    file = models.OneToOneField(
        File, models.DO_NOTHING, related_name="content", db_constraint=False
    )
    data = models.BinaryField()

    holds = Holds(
        Keep.FILE, controller=Controller.COURSE, sensitive="data", technical="id file",
        sealed="data", through="file__scope",
    )  # fmt: skip

    class Meta:
        db_table = "files_content"


class Face(Dated):
    """An employee's photo, which she has put there herself: the citizen sees whom she meets."""

    person = models.OneToOneField(PERSON, models.CASCADE, related_name="face")
    mime = models.CharField(max_length=40)
    data = models.BinaryField()

    holds = Holds(Keep.ORGANISATION, organisation="person data", technical="id created_at mime")

    class Meta:
        db_table = "files_face"


class Document(Dated):
    """A paper of the organisation's own: the assessment behind a ground for signs. No citizen's."""

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    mime = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    data = models.BinaryField()
    added_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")

    holds = Holds(
        Keep.ORGANISATION, organisation="organisation data added_by",
        technical="id created_at mime size digest",
    )  # fmt: skip

    class Meta:
        db_table = "files_document"
