"""Early signs: recorded where there is a ground, read by the team and by her, forgotten."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from landfast.access.looking import open_record
from landfast.course.actions import signalling
from landfast.course.queries.signals import signals
from landfast.course.rules.signal import LASTS, SignalKind, check_signal
from landfast.jobs.retention import keep_the_rules
from landfast.journeys.record_signal import record_signal, see_signals
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.redthread.actions import withdraw_ground
from tests.factories.plan import with_team
from tests.factories.signs import grounded, saw
from tests.factories.town import as_


@pytest.fixture
def course(town):
    return with_team(town, town.bo)


def read(actor, course):
    with as_(actor):
        open_record(actor, course.id, "Tegn")
        return [(row.kind.value, row.words, row.by) for row in signals(course.id)]


def insert(actor, course, **changes):
    row = {"by": actor.person_id, "course": course.id, "days": 90} | changes
    with as_(actor), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "insert into course_signal (id, created_at, course_id, kind, seen_on, words,"
            " recorded_by_id, expires_on) values (uuidv7(), now(), %(course)s, 'benefit',"
            " current_date, '', %(by)s, access_today() + %(days)s)", row,
        )  # fmt: skip


def test_without_a_ground_no_sign_is_kept(town, course):
    with pytest.raises(NotNow):
        saw(town.bo, course.id)
    with pytest.raises(ProgrammingError):
        insert(town.bo, course)


def test_who_is_in_her_team_records_it_and_she_reads_it(town, course):
    grounded(town)
    saw(town.bo, course.id, words="Siger det selv")
    insert(town.bo, course)
    told = ("medication_stop", "Siger det selv", "Bo Bostøtte")
    for reader in (town.karen, town.bo, course.citizen):
        assert told in read(reader, course)
    for actor in (town.dorte, course.citizen):
        with as_(actor), pytest.raises(NotAllowed):
            record_signal(
                actor=actor, course_id=course.id, kind="benefit", seen_on=today(), words=""
            )
    with as_(town.solveig), pytest.raises(NotFound):
        see_signals(town.solveig, course.id)
    for other in ({"by": town.karen.person_id}, {"days": 91}):
        with pytest.raises(ProgrammingError):
            insert(town.bo, course, **other)
    with as_(town.bo), pytest.raises(ProgrammingError), transaction.atomic():
        connection.cursor().execute("update course_signal set words = 'Andet'")


def test_what_nobody_followed_up_is_forgotten_and_at_once_without_a_ground(town, course):
    arne = grounded(town)
    saw(town.bo, course.id)
    with clock.at(now() + LASTS - timedelta(days=1)):
        assert len(read(town.karen, course)) == 1
    with clock.at(now() + LASTS):
        assert read(town.karen, course) == [], "also before the clock has come"
        with as_(None):
            assert keep_the_rules()["signs in people's lives forgotten"] == 1
    saw(town.bo, course.id)
    with as_(arne):
        withdraw_ground(actor=arne, organisation_id=town.municipality)
    assert read(town.karen, course) == []
    with as_(None):
        assert signalling.expire() == 1


@pytest.mark.parametrize(
    ("kind", "days", "words", "field"),
    [("neighbour_complaint", 0, "", "kind"), ("no_show", 0, "", "kind"),
     ("benefit", -1, "", "seen_on"), ("benefit", 90, "", "seen_on"),
     ("benefit", None, "", "seen_on"), ("benefit", 0, "x" * 301, "words")],
)  # fmt: skip
def test_a_sign_has_a_kind_from_the_list_and_a_day_that_is_near(kind, days, words, field):
    day = None if days is None else today() - timedelta(days=days)
    with pytest.raises(Wrong) as refused:
        check_signal(kind, day, words, today())
    assert refused.value.field == field


def test_a_sign_of_yesterday_is_one():
    yesterday = today() - timedelta(days=1)
    assert check_signal("suicide", yesterday, "", today()) == (SignalKind.SUICIDE, yesterday)
    oldest = today() - LASTS + timedelta(days=1)
    assert check_signal("suicide", oldest, "x" * 300, today())[1] == oldest
