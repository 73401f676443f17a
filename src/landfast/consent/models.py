"""Tables of the room."""

from datetime import timedelta
from functools import reduce
from operator import or_
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from landfast.access.rules import Situation, Topic, When
from landfast.consent.rules import HOURS_MOST, Basis, ConsentState, Decision, How, TopicWord
from landfast.consent.rules.legal_basis import bases_without_consent
from landfast.consent.rules.proxy import ProxyKind
from landfast.consent.rules.saying_no import LAST_ROUND
from landfast.kernel.choices import choices
from landfast.kernel.holding import Controller, Holds, Keep
from landfast.kernel.models import Dated

PERSON = "people.Person"


class Consent(Dated):
    """The citizen's word on one recipient: given, refused, withdrawn; history is kept."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="consents")
    recipient = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=choices(ConsentState))
    how = models.CharField(max_length=10, choices=choices(How))
    purpose = models.CharField(max_length=300)
    said_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    grant = models.ForeignKey("access.Grant", models.RESTRICT, null=True, related_name="+")
    evidence_file = models.ForeignKey("files.File", models.PROTECT, null=True, related_name="+")
    round = models.PositiveSmallIntegerField(null=True)
    """Of a no: the first time she was asked, or the one time after something had changed."""
    never_again = models.BooleanField(default=False)
    changed = models.CharField(max_length=300, blank=True, default="")

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="recipient state how purpose said_at recorded_by ended_at never_again changed",
        technical="id created_at course grant evidence_file round",
    )

    class Meta:
        db_table = "consent_consent"
        constraints = (
            models.UniqueConstraint(
                fields=("course", "recipient"),
                name="one_standing_word_per_recipient",
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="a_no_in_the_team_is_asked_twice_at_most",
                condition=Q(round__in=(1, LAST_ROUND), state="refused")
                | Q(~Q(state="refused"), never_again=False, round=None),
            ),
        )


class Shares(models.QuerySet["Share"]):
    """Words on sharing, of one recipient."""

    def to(self, key: UUID) -> "Shares":
        """Those whose recipient this is, whatever kind."""
        return self.filter(Q(person_id=key) | Q(unit_id=key) | Q(organisation_id=key))


class Share(Dated):
    """The citizen lets somebody outside the team read about some topics, for a while (F1)."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="shares")
    person = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    organisation = models.ForeignKey(
        "people.Organisation", models.PROTECT, null=True, related_name="+"
    )
    situation = models.CharField(
        max_length=12, choices=choices(Situation), default=Situation.ALWAYS
    )
    situation_days = models.PositiveSmallIntegerField(null=True)
    meeting = models.UUIDField(null=True)
    topics = models.JSONField()
    purpose = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=choices(ConsentState))
    how = models.CharField(max_length=10, choices=choices(How))
    evidence = models.CharField(max_length=300, blank=True)
    evidence_file = models.ForeignKey("files.File", models.PROTECT, null=True, related_name="+")
    waived_because = models.CharField(max_length=300, blank=True)
    said_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    replaces = models.ForeignKey("self", models.RESTRICT, null=True, related_name="+")
    grants = models.JSONField()
    round = models.PositiveSmallIntegerField(null=True)
    never_again = models.BooleanField(default=False)
    changed = models.CharField(max_length=300, blank=True)

    objects = Shares.as_manager()

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="person purpose state how evidence waived_because said_at ends_at recorded_by "
        "confirmed_at ended_at never_again changed",
        sensitive="topics situation situation_days",
        organisation="unit organisation",
        technical="id created_at course replaces grants round meeting evidence_file",
    )

    class Meta:
        db_table = "consent_share"
        constraints = (
            models.CheckConstraint(
                name="share_names_one_recipient",
                condition=Q(person__isnull=False, unit=None, organisation=None)
                | Q(person=None, unit__isnull=False, organisation=None)
                | Q(person=None, unit=None, organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="share_lapses_within_a_year",
                condition=Q(ends_at__lte=F("said_at") + timedelta(days=367)),
            ),
            models.CheckConstraint(
                name="a_no_reaches_nothing_and_is_asked_twice_at_most",
                condition=Q(state="refused", topics=[], grants=[], round__in=(1, LAST_ROUND))
                | (~Q(state="refused") & Q(round=None, never_again=False)),
            ),
            models.CheckConstraint(
                name="who_asks_again_says_what_has_changed",
                condition=Q(round=None) | Q(round__lt=LAST_ROUND) | ~Q(changed=""),
            ),
            models.UniqueConstraint(
                "course", Coalesce("person", "unit", "organisation"), "round",
                name="one_no_per_recipient_and_round",
                condition=Q(state="refused", ended_at=None),
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=("course", "-said_at"), name="shares_of_course"),)

    @property
    def when(self) -> When:
        """The situation in which it reaches."""
        return When(Situation(self.situation), self.situation_days, self.meeting)

    @property
    def recipient_key(self) -> UUID:
        """Who it is to, whatever kind of recipient."""
        # one of them: a constraint
        return UUID(str(self.person_id or self.unit_id or self.organisation_id))


class SaidOfTopic(Dated):
    """May be known, I tell it myself, do not share: her word on one topic; history is kept."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="+")
    topic = models.CharField(max_length=10, choices=choices(Topic))
    word = models.CharField(max_length=10, choices=choices(TopicWord))
    said_at = models.DateTimeField()
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="said_at recorded_by ended_at",
        sensitive="topic word",
        technical="id created_at course",
    )

    class Meta:
        db_table = "consent_topic"
        constraints = (
            models.UniqueConstraint(
                fields=("course", "topic"), name="one_word_per_topic", condition=Q(ended_at=None)
            ),
        )


class Emergency(Dated):
    """Somebody without a ground of their own opened a course because the law lets one (F4).

    Written and ended by the database's own functions only. Without a course: a number was tried
    that opened nothing.
    """

    course = models.ForeignKey(
        "course.Course", models.RESTRICT, null=True, related_name="emergencies"
    )
    course_unit = models.ForeignKey("people.Unit", models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    unit = models.ForeignKey("people.Unit", models.PROTECT, related_name="+")
    grant = models.ForeignKey("access.Grant", models.RESTRICT, null=True, related_name="+")
    basis = models.CharField(max_length=20, choices=choices(Basis))
    reason = models.CharField(max_length=300)
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=15, choices=choices(Decision), blank=True)
    words = models.CharField(max_length=300, blank=True)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    holds = Holds(
        Keep.COURSE,
        controller=Controller.SHARED,
        personal="person basis reason opened_at ends_at told_at decision words decided_by "
        "decided_at",
        organisation="course_unit unit",
        technical="id created_at course grant",
    )

    class Meta:
        db_table = "consent_emergency"
        constraints = (
            models.CheckConstraint(
                name="an_emergency_lasts_hours_not_days",
                condition=Q(ends_at__gte=F("opened_at"))
                & Q(ends_at__lte=F("opened_at") + timedelta(hours=HOURS_MOST)),
            ),
            models.CheckConstraint(
                name="an_emergency_that_opened_has_its_grant",
                condition=Q(course=None, course_unit=None, grant=None)
                | Q(course__isnull=False, course_unit__isnull=False, grant__isnull=False),
            ),
            models.CheckConstraint(
                name="a_decision_has_its_words_and_whose_it_is",
                condition=Q(decision="", words="", decided_by=None, decided_at=None)
                | (~Q(decision="") & ~Q(words="") & ~Q(decided_by=F("person"))
                   & Q(decided_by__isnull=False, decided_at__isnull=False)),
            ),
        )  # fmt: skip
        indexes = (
            models.Index(fields=("person", "-opened_at"), name="emergencies_of_person"),
            models.Index(fields=("course", "-opened_at"), name="emergencies_of_course"),
        )


class ByLaw(Dated):
    """A named employee reads about some topics without a consent, because the law lets them."""

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="+")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    basis = models.CharField(max_length=20, choices=choices(Basis))
    topics = models.JSONField()
    reason = models.CharField(max_length=300)
    given_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    grants = models.JSONField()

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="person basis reason given_by given_at ends_at ended_at",
        sensitive="topics",
        technical="id created_at course grants",
    )

    class Meta:
        db_table = "consent_by_law"
        constraints = (
            models.CheckConstraint(
                name="reading_by_law_lasts_as_its_ground",
                condition=reduce(
                    or_,
                    (
                        Q(
                            basis=code.value,
                            ends_at__lte=F("given_at") + one.longest + timedelta(days=2),
                        )
                        for code, one in bases_without_consent().items()
                    ),
                ),
            ),
        )
        indexes = (models.Index(fields=("course", "-given_at"), name="by_law_of_course"),)


class Proxy(Dated):
    """Somebody may read or answer for the citizen: who, what, why, how long, given how and by whom.

    The name stands here and not among the employees: it is the course's.
    """

    course = models.ForeignKey("course.Course", models.RESTRICT, related_name="+")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=choices(ProxyKind))
    limits = models.JSONField()
    reason = models.CharField(max_length=300)
    how = models.CharField(max_length=10, choices=choices(How))
    evidence = models.CharField(max_length=300, blank=True)
    given_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    grants = models.JSONField()
    place = models.UUIDField(null=True)
    """Where they stand on her map, if she let them in from there; the map lies above this room."""

    holds = Holds(
        Keep.COURSE,
        controller=Controller.COURSE,
        personal="person name kind limits reason how evidence given_by given_at ends_at "
        "confirmed_at ended_at",
        technical="id created_at course grants place",
    )

    class Meta:
        db_table = "consent_proxy"
        constraints = (
            models.CheckConstraint(
                name="a_proxy_lapses_within_a_year",
                condition=Q(ends_at__lte=F("given_at") + timedelta(days=368)),
            ),
            models.CheckConstraint(
                name="a_guardian_is_on_paper",
                condition=~Q(kind="guardian") | Q(how="on_paper"),
            ),
        )
        indexes = (models.Index(fields=("course", "-given_at"), name="proxies_of_course"),)
