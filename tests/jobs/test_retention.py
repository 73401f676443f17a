"""What may be deleted by rule is; what must be held is; the log says how much."""

from datetime import timedelta

from django.db import connection

from landfast.access import actions as access
from landfast.access import models as access_models
from landfast.access.looks.looking import open_record
from landfast.course import models
from landfast.course.actions import callback
from landfast.files import actions as files
from landfast.files.fetching import fetch
from landfast.files.models import File
from landfast.files.rules import Kind
from landfast.jobs.retention import HELD, RULES, keep_the_rules
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock
from landfast.kernel.holding import Keep
from landfast.web.session_store import SessionStore
from tests.factories.courses import started_course
from tests.factories.files import photo, sent
from tests.factories.referrals import referred, taken, unasked
from tests.factories.town import as_


def kept_after(days: int) -> dict[str, int]:
    """The report of a run so many days from now, of what met anything."""
    with clock.at(clock.now() + timedelta(days=days)), as_(None):
        return {does: count for does, count in keep_the_rules().items() if count}


def test_every_rule_acts_or_says_why_not():
    assert {rule.keep for rule in RULES} | set(HELD) == set(Keep)


def test_a_look_is_kept_for_five_years_and_its_month_is_then_deleted(town):
    lived = started_course(town)
    with as_(town.karen):
        open_record(town.karen, lived.id, "Forløb")
    assert kept_after(5 * 365) == {}
    assert kept_after(5 * 366 + 31)["months of looks older than five years deleted"] == 1
    with as_(lived.citizen):
        assert not access_models.Look.objects.exists()


def test_a_failed_sign_in_is_forgotten_after_a_day(db):
    with as_(None), connection.cursor() as cursor:
        cursor.execute("select access_sign_in_failed('a', 'b', access_now())")
    assert kept_after(0) == {}
    assert kept_after(2) == {"failed sign-ins forgotten": 1}


def test_a_draft_is_forgotten_after_thirty_days(town):
    with as_(town.karen):
        access.save_draft(actor=town.karen, key="k", fields={"text": "Hun ringer"})
    assert kept_after(29) == {}
    assert kept_after(31) == {"drafts forgotten": 1}


def test_what_was_in_a_removed_file_is_erased_after_thirty_days(town):
    lived = started_course(town)
    with as_(lived.citizen):
        file_id, kept = (
            files.add(
                actor=lived.citizen, course_id=lived.id, kind=Kind.PAPER, title="Brev",
                upload=sent("", photo()),
            )
            for _ in range(2)
        )  # fmt: skip
        files.remove(actor=lived.citizen, file_id=file_id)
    assert kept_after(29) == {}
    assert kept_after(31) == {"contents of removed files erased": 1}
    assert kept_after(31) == {}
    with as_(lived.citizen):
        fetch(lived.citizen, kept)
        rows = {row.id: row.erased_at is not None for row in File.objects.order_by("id")}
        assert rows == {file_id: True, kept: False}


def test_a_session_that_has_ended_is_forgotten(db):
    one = SessionStore()
    one.set_expiry(86_400)
    one.save()
    assert kept_after(0) == {}
    assert kept_after(2) == {"sessions past their end forgotten": 1}


def test_a_number_to_ring_is_forgotten_after_fourteen_days(town):
    with as_(None):
        callback.leave(
            unit_id=town.coordination,
            phone="20304050",
            area="housing",
            about_self=False,
            source="s",
        )
    assert kept_after(13) == {}
    assert "numbers to ring forgotten" in kept_after(15)


def test_a_referral_without_a_yes_is_emptied_after_thirty_days(town):
    unasked(town)
    assert kept_after(29) == {}
    assert kept_after(31) == {"referrals without a yes emptied": 1}


def answered(town, course_id):
    with as_(town.bo):
        models.Referral.objects.update(state="answered", answered_at=clock.now())
    del course_id


def test_an_answered_referral_is_emptied_after_a_year_but_its_needs_stay_while_the_course_runs(
    town,
):
    course = taken(town)
    answered(town, course)
    assert kept_after(364) == {}
    assert kept_after(366) == {"referrals answered a year ago emptied": 1}
    assert kept_after(366) == {}
    with as_(town.bo):
        row = models.Referral.objects.get()
    assert (row.citizen_name, row.seen, row.citizen_phone) == ("", "", "")
    assert row.needs == ["housing", "economy"]


def test_a_referral_that_is_open_is_never_emptied(town):
    referred(town)
    assert kept_after(3 * 365) == {}


def test_a_course_past_its_years_is_not_deleted_here(town):
    lived = started_course(town)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    kept_after(5 * 366 + 1)
    with as_(lived.citizen):
        assert models.Course.objects.filter(scope_id=lived.id).exists()


def test_a_rule_that_fails_stops_no_other(town, caplog, monkeypatch):
    unasked(town)
    first = RULES[0]

    def breaks() -> int:
        raise RuntimeError("no such function")

    monkeypatch.setattr(
        "landfast.jobs.retention.RULES",
        (type(first)(first.keep, first.does, breaks), *RULES[1:]),
    )
    assert kept_after(31) == {"referrals without a yes emptied": 1}
    assert "drafts forgotten failed" in caplog.text
