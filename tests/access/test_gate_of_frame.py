"""The frame of a course and referrals are behind the gate of the log; a look says of which kind."""

import pytest
from django.db import connection

from landfast.access import models
from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.looks.looking import list_records, log_refused, look_at_referral, open_record
from landfast.access.queries import require_staff
from landfast.access.rules import LookKind
from landfast.access.session import acting
from landfast.course import models as courses
from landfast.course.queries import intake, referrals
from landfast.course.queries.names import whose
from landfast.course.queries.own import own_courses
from landfast.insight.overview import overview
from landfast.journeys.my_citizens import my_citizens
from landfast.plan import models as plan
from tests.factories.courses import started_course
from tests.factories.plan import wished
from tests.factories.referrals import referred, unasked
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    course = started_course(town)
    wished(course)
    return course


def kinds(actor, **which):
    with as_(actor):
        return list(
            models.Look.objects.filter(**which).order_by("at").values_list("kind", flat=True)
        )


FRAME = (courses.Course, courses.Citizen, courses.Coordinatorship, courses.StateChange)


def test_the_frame_is_read_by_a_page_that_has_logged_it(town, lived):
    with acting(town.karen, reading=True):
        assert [model.objects.count() for model in FRAME] == [0, 0, 0, 0]
        assert whose([lived.id]) == {}
        open_record(town.karen, lived.id, "Forløbet")
        assert all(model.objects.exists() for model in FRAME)
        assert set(whose([lived.id])) == {lived.id}


def test_the_citizen_finds_her_own_course_without_a_look(town, lived):
    with acting(lived.citizen, reading=True):
        assert [one.id for one in own_courses(lived.citizen)] == [lived.id]
        assert not courses.StateChange.objects.exists()


@pytest.mark.parametrize(
    ("who", "read", "page"),
    [
        ("karen", my_citizens, "Mine borgere (liste)"),
        ("karen", intake.inbox, "Henvendelser (liste)"),
    ],
)
def test_a_list_finds_and_logs_in_one_step(town, lived, who, read, page):
    actor = getattr(town, who)
    referred(town)
    with acting(actor, reading=True):
        found = read(actor)
    assert found.courses if read is my_citizens else found.new
    assert set(kinds(actor, what=page)) == {LookKind.LIST}


def test_a_leaders_page_logs_those_it_names_and_nobody_else(town, lived):
    with acting(town.dorte, reading=True):
        overview(town.dorte)
    assert kinds(lived.citizen, what="Overblik (liste)") == []


def test_a_referral_is_read_after_its_look(town):
    sent = referred(town)
    with acting(town.karen, reading=True):
        assert not courses.Referral.objects.exists()
        look_at_referral(town.karen, sent.id, "Henvendelsen")
        assert courses.Referral.objects.exists()
    with acting(town.bo, reading=True):
        assert referrals.receipt(town.bo, sent.id).code == sent.code, "what she sent is her own"


def test_whom_i_am_to_ask_is_a_list(town):
    sent = unasked(town)
    with as_(town.karen):
        asker = courses.Referral.objects.get(id=sent.id).who_asks_id
    actor = next(one for one in (town.mads, town.bo, town.nina) if one.person_id == asker)
    with acting(actor, reading=True):
        assert referrals.mine(actor).to_ask
    if actor is not town.bo:
        assert kinds(town.karen, about=sent.id, what="Mine henvendelser (liste)") == ["list"]


def test_a_look_says_of_which_kind_it_is(town, lived):
    with acting(town.karen, reading=True):
        open_record(town.karen, lived.id, "Planen")
        open_record(town.karen, lived.id, "Planen", kind=LookKind.PRINT)
        list_records(town.karen, [lived.id], "Mandag (liste)")
    with acting(town.karen):
        open_record(town.karen, lived.id, "Planen")
        log_refused(lived.id, "GET /")
    with as_(lived.citizen):
        found = models.Look.objects.filter(scope_id=lived.id).exclude(kind="").order_by("id")
        assert list(found.values_list("kind", flat=True))[-5:] == [
            "read", "print", "list", "change", "refused",
        ]  # fmt: skip


def test_a_request_that_may_act_reads_behind_the_gate_outside_its_acts(town, lived):
    @action
    def wishes_seen(*, actor) -> int:
        require_staff(actor)
        record(actor, "looks.names_set")
        return plan.Wish.objects.count()

    with acting(town.karen, only_in_acts=True):
        assert plan.Wish.objects.count() == 0
        assert wishes_seen(actor=town.karen) == 1
        assert plan.Wish.objects.count() == 0, "a form that is shown again is a page that reads"
        open_record(town.karen, lived.id, "Planen")
        assert plan.Wish.objects.count() == 1


def test_a_refused_act_leaves_the_request_reading(town, lived):
    @action
    def fails(*, actor) -> None:
        require_staff(actor)
        raise ValueError(plan.Wish.objects.count())

    with acting(town.karen, only_in_acts=True):
        with pytest.raises(ValueError, match="1"):
            fails(actor=town.karen)
        with connection.cursor() as cursor:
            cursor.execute("select access_acts(), access_actor()")
            assert cursor.fetchone() == (False, town.karen.person_id)
