"""Somebody who may read or answer for the citizen: within limits, for a while, ended at once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction

from landfast.access.actor import Actor
from landfast.access.looks.looking import check_still_open, open_record, remembering
from landfast.access.looks.told import looks
from landfast.access.queries import events, readers
from landfast.access.session import acting
from landfast.consent import actions, models
from landfast.consent.proxies import proxies, proxying
from landfast.consent.rules import How
from landfast.consent.rules.proxy import Limit, ProxyKind, reaches
from landfast.journeys import read_for as journey
from landfast.kernel import clock
from landfast.kernel.refusals import NotAllowed, NotFound
from landfast.login.models import Identity
from landfast.meetings.models import Meeting, Minutes, Participant
from landfast.meetings.rules import Attends
from landfast.people.rules import PersonKind
from landfast.plan.models import Agreement, OwnStep, Wish
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting
from tests.factories.parts import proxy_of
from tests.factories.parts import proxying as said
from tests.factories.plan import proposed, wished
from tests.factories.town import as_
from tests.refusing import refused

FOR_A_MONTH = timedelta(days=30)


def see(table):
    return table.objects.exists()


def test_limits_say_what_is_opened_and_how_far():
    assert {t.value: level.value for t, level in reaches(list(Limit)).items()} == {
        "plan": "read", "meetings": "write",
    }  # fmt: skip
    assert reaches([]) == {}


def test_she_reads_the_plan_and_nothing_else(town):
    lived = started_course(town)
    wished(lived)
    proposed(town, lived, town.karen)
    sister = proxy_of(lived, [Limit.READ_PLAN])
    with as_(sister):
        assert see(Wish)
        assert see(Agreement)
        assert not see(Meeting)
        assert not see(models.Share)
        with pytest.raises(NotFound):
            open_record(sister, lived.id, "Forløbet")


def test_she_reads_meetings_and_not_the_people_at_the_table(town):
    met = prepared_meeting(town, call=True)
    wished(met.lived)
    sister = proxy_of(met.lived, [Limit.READ_MEETINGS])
    with as_(sister):
        assert see(Meeting)
        assert not see(Participant)
        assert not see(Minutes)
        assert not see(Wish)
        assert not see(OwnStep)


def test_without_a_look_there_is_nothing_to_read(town):
    lived = started_course(town)
    wished(lived)
    sister = proxy_of(lived)
    with acting(sister, reading=True):
        assert not see(Wish)
        journey.read_for(sister, lived.id)
        assert see(Wish)
    with as_(lived.citizen):
        [look] = [row for row in looks(lived.id) if row.role == "proxy"]
        assert look.what == "Det, du må læse for borgeren"


def test_it_ends_the_second_she_takes_it_back(town):
    lived = started_course(town)
    wished(lived)
    sister = proxy_of(lived)
    with as_(lived.citizen):
        [row] = proxies(lived.id)
        actions.end_proxy(actor=lived.citizen, course_id=lived.id, proxy_id=row.id)
        with refused("nothing_to_stop"):
            actions.end_proxy(actor=lived.citizen, course_id=lived.id, proxy_id=row.id)
    with as_(sister):
        assert not see(Wish)
        assert proxying(sister) == []
        with pytest.raises(NotFound):
            journey.read_for(sister, lived.id)


def test_who_reads_for_her_stops_it_themselves_and_nothing_else(town):
    lived, other = started_course(town), started_course(town, by=town.mads)
    wished(lived)
    sister, friend = proxy_of(lived), proxy_of(lived)
    stranger = proxy_of(other)
    with as_(stranger), pytest.raises(NotFound):
        actions.step_back(actor=stranger, course_id=lived.id)
    with as_(sister):
        actions.step_back(actor=sister, course_id=lived.id)
        assert not see(Wish)
        assert proxying(sister) == []
        with pytest.raises(NotFound):
            journey.read_for(sister, lived.id)
    with as_(friend):
        assert [row.name for row in proxying(friend)] == ["Birthe Jensen"], "theirs goes on"
        assert see(Wish)
    with as_(lived.citizen):
        assert [row.runs for row in proxies(lived.id)] == [True, False]
        [told] = events(lived.id, ["consent.proxy_stepped_back"], 5)
        assert told.facts["person"] == str(sister.person_id)


def test_a_guardian_is_appointed_and_does_not_stop_by_a_touch(town):
    lived = started_course(town)
    with as_(town.karen):
        paper = replace(
            said(), kind=ProxyKind.GUARDIAN, how=How.ON_PAPER, evidence="Papiret er set"
        )
        row = actions.name_proxy(actor=town.karen, course_id=lived.id, said=paper)
        [guardian] = [one.person_id for one in proxies(lived.id) if one.id == row]
    gert = Actor(guardian, PersonKind.CITIZEN)
    with as_(gert):
        with refused("guardian_stays"):
            actions.step_back(actor=gert, course_id=lived.id)
        assert proxying(gert)
        with connection.cursor() as cursor:
            cursor.execute("select consent_step_back(%s)", [lived.id])
            assert cursor.fetchone() == (None,), "nor by the application's own SQL"


def test_a_page_that_is_being_made_does_not_leave(town):
    lived = started_course(town)
    sister = proxy_of(lived)
    with remembering(), as_(sister):
        journey.read_for(sister, lived.id)
        check_still_open(own=True)
        with as_(lived.citizen):
            [row] = proxies(lived.id)
            actions.end_proxy(actor=lived.citizen, course_id=lived.id, proxy_id=row.id)
        with pytest.raises(NotFound):
            check_still_open(own=True)


def test_it_ends_with_its_day_and_with_the_course(town):
    lived = started_course(town)
    wished(lived)
    sister = proxy_of(lived)
    with clock.at(clock.now() + timedelta(days=32)), as_(sister):
        assert not see(Wish)
        assert proxying(sister) == []


def test_she_answers_for_her_when_the_limits_say_so(town):
    met = prepared_meeting(town, call=True)
    reads, answers = proxy_of(met.lived, [Limit.READ_MEETINGS]), proxy_of(met.lived)
    with as_(reads), refused("not_within_limits"):
        journey.answer_for(
            actor=reads, course_id=met.course_id, meeting_id=met.id, attends=Attends.BY_PHONE,
            own_word="",
        )  # fmt: skip
    with as_(answers):
        journey.answer_for(
            actor=answers, course_id=met.course_id, meeting_id=met.id,
            attends=Attends.REPRESENTED, own_word="Jeg vil sove",
        )  # fmt: skip
    with as_(met.karen):
        meeting = Meeting.objects.get(id=met.id)
        assert (meeting.attends, meeting.represented_by) == ("represented", "Birthe Jensen")
        assert meeting.own_word == "Jeg vil sove"


def test_a_proxy_never_says_yes_for_her_nor_names_another(town):
    lived = started_course(town)
    sister = proxy_of(lived)
    with as_(sister):
        with pytest.raises(NotAllowed):
            actions.name_proxy(actor=sister, course_id=lived.id, said=said("Kurt"))
        with pytest.raises(NotAllowed):
            actions.withdraw(actor=sister, course_id=lived.id, recipient=town.bo.person_id)


def test_she_writes_nothing_with_the_applications_own_sql(town):
    met = prepared_meeting(town, call=True)
    wish = wished(met.lived)
    sister = proxy_of(met.lived)
    with as_(sister), connection.cursor() as cursor:
        for change in (
            f"update plan_wish set words = 'x' where id = '{wish}'",
            f"update meetings_meeting set place = 'x' where id = '{met.id}'",
            "update consent_proxy set confirmed_at = now()",
        ):
            cursor.execute(change)
            assert cursor.rowcount == 0, change
    with as_(sister), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select consent_private_person(%s)", [met.course_id])
        assert cursor.fetchone() == (None,)


def test_karen_writes_down_how_it_was_said_and_the_citizen_confirms(town):
    lived = started_course(town)
    spoken = said()
    with as_(town.karen):
        with refused("how_she_said_it"):
            actions.name_proxy(actor=town.karen, course_id=lived.id, said=spoken)
        beside = type(spoken)(
            spoken.name, spoken.limits, spoken.reason, spoken.until, how=How.ORALLY,
            evidence="Hos Jytte i dag",
        )  # fmt: skip
        row = actions.name_proxy(actor=town.karen, course_id=lived.id, said=beside)
        assert [one.is_confirmed for one in proxies(lived.id)] == [False]
    with as_(lived.citizen):
        actions.confirm_proxy(actor=lived.citizen, course_id=lived.id, proxy_id=row)
        assert [one.is_confirmed for one in proxies(lived.id)] == [True]


def test_a_guardian_is_noted_from_the_paper(town):
    lived = started_course(town)
    spoken = said()
    with as_(town.karen):
        for how, wrong in ((How.ORALLY, "guardian_on_paper"), (How.ON_PAPER, "no_evidence")):
            with refused(wrong):
                actions.name_proxy(
                    actor=town.karen, course_id=lived.id,
                    said=type(spoken)(
                        spoken.name, spoken.limits, spoken.reason, spoken.until,
                        kind=ProxyKind.GUARDIAN, how=how,
                    ),
                )  # fmt: skip


def test_only_whoever_holds_the_threads_names_one(town):
    lived = started_course(town)
    with as_(town.lars), pytest.raises(NotAllowed):
        actions.name_proxy(actor=town.lars, course_id=lived.id, said=said())


def test_who_can_read_says_that_somebody_reads_for_her(town):
    lived = started_course(town)
    proxy_of(lived)
    with as_(town.karen):
        assert "En nærtstående eller en værge" in {row.name for row in readers(lived.id)}


def test_the_code_is_for_one_who_has_not_come_in(town):
    lived = started_course(town)
    sister = proxy_of(lived)
    with as_(lived.citizen):
        [row] = proxies(lived.id)
        named, code = journey.invite_proxy(actor=lived.citizen, course_id=lived.id, proxy_id=row.id)
        assert (named.name, len(code)) == ("Birthe Jensen", 19)
    with as_(sister):
        Identity.objects.create(
            person_id=sister.person_id, realm="borger", issuer="i", subject="s",
            created_at=clock.now(),
        )  # fmt: skip
    with as_(lived.citizen), refused("has_come_in"):
        journey.invite_proxy(actor=lived.citizen, course_id=lived.id, proxy_id=row.id)
