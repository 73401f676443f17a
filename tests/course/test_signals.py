"""Early signs: recorded where there is a ground, read by the team and by her, forgotten."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError

from landfast.access.actions import end_grants
from landfast.access.looks.looking import open_record
from landfast.access.rules import Topic
from landfast.consent.actions import Outside, Yes, share
from landfast.course.actions import coordinator, signalling
from landfast.course.queries.signals import signals
from landfast.course.rules.signal import LASTS, SignalKind, check_only_her, check_signal
from landfast.course.rules.signal_ground import SIGNAL_TOPICS, SeenAs
from landfast.jobs.retention import keep_the_rules
from landfast.journeys.record_signal import record_signal, see_signals
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import NotAllowed, NotFound, NotNow, Wrong
from landfast.meetings.actions import open_meeting, set_frame
from landfast.meetings.queries.parts import when_visited
from landfast.redthread.actions import withdraw_ground
from tests.factories.courses import assessed_course
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.parts import visits
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
    row = {
        "by": actor.person_id, "course": course.id, "days": 90, "as_what": "team",
        "kind": "benefit", **changes,
    }  # fmt: skip
    with as_(actor), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "insert into course_signal (id, created_at, course_id, kind, seen_on, words,"
            " recorded_by_id, expires_on, seen_as) values (uuidv7(), now(), %(course)s, %(kind)s,"
            " current_date, '', %(by)s, access_today() + %(days)s, %(as_what)s)", row,
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


def test_who_reads_by_topic_records_a_sign_of_that_topic_only(town, course):
    grounded(town)
    with as_(course.citizen):
        yes = Yes([Topic.HOUSING], "Finde en bolig", today() + timedelta(days=30))
        share(actor=course.citizen, course_id=course.id, yes=yes,
              to=Outside(person=town.solveig.person_id))  # fmt: skip
    saw(town.solveig, course.id, "eviction_notice", words="Rykker for husleje")
    with pytest.raises(Wrong) as refused:
        saw(town.solveig, course.id, "benefit")
    assert refused.value.field == "kind"
    insert(town.solveig, course, as_what="topic", kind="homelessness")
    for other in ({"kind": "benefit"}, {"as_what": "team"}, {"as_what": "meeting"}):
        with pytest.raises(ProgrammingError):
            insert(town.solveig, course, **{"as_what": "topic", "kind": "eviction_notice"} | other)
    with as_(town.solveig):
        assert signals(course.id) == [], "she records it; she reads none"
    told = ("eviction_notice", "Rykker for husleje", town.solveig.name)
    assert told in read(town.bo, course)


def met_on(met):
    with as_(met.karen):
        open_record(met.karen, met.lived.id, "Møde")
        [row] = when_visited([met.id])
    return row.starts_at.astimezone(clock.DENMARK).date()


def test_only_a_guest_names_a_meeting(town, course):
    grounded(town)
    with as_(town.bo), pytest.raises(IntegrityError), transaction.atomic():
        signalling.record_signal(
            actor=town.bo, course_id=course.id, kind="suicide", seen_on=today(),
            is_grounded=True, met_on=today(),
        )  # fmt: skip


def test_a_guest_of_a_meeting_records_one_while_she_is_that(town):
    grounded(town)
    met = prepared_meeting(town)
    guest = town.hire("Gitte Gæst", town.social, "case_worker")
    visits(met, guest)
    saw(guest, met.lived.id, "suicide")
    with as_(town.karen):
        open_record(town.karen, met.lived.id, "Tegn")
        [sign] = signals(met.lived.id)
        assert (sign.seen_as, sign.met_on) == (SeenAs.MEETING, met_on(met))
    with as_(town.karen):
        end_grants(town.karen, course=met.lived.id, person=guest.person_id)
    with pytest.raises(ProgrammingError):
        insert(guest, met.lived, as_what="meeting")
    with pytest.raises(NotFound):
        saw(guest, met.lived.id)


def test_a_guest_of_two_meetings_names_neither_day(town):
    grounded(town)
    met = prepared_meeting(town)
    guest = town.hire("Gitte Gæst", town.social, "case_worker")
    visits(met, guest)
    jytte = met.lived.citizen
    with as_(jytte):
        met.id = open_meeting(
            actor=jytte, course_id=met.lived.id, format_code="M-01", leader_id=met.karen.person_id
        )
        later = frame(starts_at=now() + timedelta(days=40))
        set_frame(actor=jytte, meeting_id=met.id, frame=later)
    visits(met, guest)
    saw(guest, met.lived.id, "suicide")
    with as_(town.karen):
        open_record(town.karen, met.lived.id, "Tegn")
        [sign] = signals(met.lived.id)
    assert (sign.seen_as, sign.met_on) == (SeenAs.MEETING, None)


def test_intake_records_one_until_it_is_decided(town):
    grounded(town)
    lived = assessed_course(town)
    saw(town.nina, lived.id, "relative_concern")
    insert(town.nina, lived, as_what="intake")
    with as_(town.dorte):
        coordinator.appoint_first(
            actor=town.dorte, course_id=lived.id, person_id=town.karen.person_id, reason="Kender"
        )
    with pytest.raises(ProgrammingError):
        insert(town.nina, lived, as_what="intake")


def test_the_database_knows_the_same_topics_of_each_kind(town):
    with as_(town.bo), connection.cursor() as cursor:
        for kind in SignalKind:
            cursor.execute("select course_signal_topics(%s)", [kind.value])
            topic = SIGNAL_TOPICS.get(kind)
            assert cursor.fetchone()[0] == ([topic.value] if topic else [])


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


def test_words_are_about_her_alone_and_the_writer_says_so(town, course):
    check_only_her("  ", only_her=False)
    check_only_her("Siger det selv", only_her=True)
    with pytest.raises(Wrong) as refused:
        check_only_her("Naboen klager", only_her=False)
    assert refused.value.field == "only_her"
    grounded(town)
    with as_(town.bo), pytest.raises(Wrong):
        record_signal(
            actor=town.bo, course_id=course.id, kind="benefit", seen_on=today(), words="Naboen"
        )
    assert "Naboen" not in str(read(course.citizen, course))


def test_a_sign_of_yesterday_is_one():
    yesterday = today() - timedelta(days=1)
    assert check_signal("suicide", yesterday, "", today()) == (SignalKind.SUICIDE, yesterday)
    oldest = today() - LASTS + timedelta(days=1)
    assert check_signal("suicide", oldest, "x" * 300, today())[1] == oldest
