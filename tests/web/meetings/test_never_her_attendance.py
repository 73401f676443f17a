"""How she takes part in a meeting is nobody's who decides about her income (moment 10, F2)."""

import pytest
from django.db import connection
from django.urls import reverse

from landfast.access.looks.looking import open_record
from landfast.meetings import actions, models, queries
from landfast.meetings.actions import Guest
from landfast.meetings.rules import Attends, Reply
from tests.factories.meetings import prepared_meeting, running_meeting
from tests.factories.plan import join
from tests.factories.town import as_


def seen(who, met):
    """How she comes, as the database tells it; and as the room's own read does."""
    with as_(who), connection.cursor() as cursor:
        open_record(who, met.course_id, "Mødet")
        cursor.execute("select attends, represented_by from meetings_coming")
        told = cursor.fetchall()
        view = queries.meeting(met.id, met.course_id)
        listed = [row.attends for row in queries.meetings_of(met.course_id)]
    assert [view.attends] == listed
    assert view.attends == (told[0][0] if told else None)
    return told


@pytest.fixture
def yrsa(town):
    return town.hire("Yrsa Ydelse", town.social, "benefits_officer")


@pytest.fixture
def met(town, yrsa):
    """A called meeting with Yrsa in the team and not at the table; Jytte lets Birthe speak."""
    met = prepared_meeting(town, call=True)
    join(town, met.lived, yrsa)
    cannot_come(met)
    return met


def cannot_come(met):
    with as_(met.lived.citizen):
        actions.attend_otherwise(
            actor=met.lived.citizen, meeting_id=met.id, attends=Attends.REPRESENTED,
            represented_by="Birthe Jensen", own_word="Jeg kan ikke komme",
        )  # fmt: skip


def asked(met, who):
    with as_(met.lived.citizen):
        return actions.add_participant(
            actor=met.lived.citizen, meeting_id=met.id,
            guest=Guest("Hun kender reglerne", who.person_id, role="benefits_officer"),
        )  # fmt: skip


def test_a_benefits_officer_of_the_team_who_is_not_at_the_table_never_reads_it(met, yrsa):
    for who in (met.lived.citizen, met.karen, met.bo):
        assert seen(who, met) == [("represented", "Birthe Jensen")], who.name
    assert seen(yrsa, met) == []
    with as_(yrsa):
        open_record(yrsa, met.course_id, "Mødet")
        row = models.Meeting.objects.get(id=met.id)
        assert (row.attends, row.represented_by) == (None, "")
        assert queries.meeting(met.id).own_word == ""


def test_no_page_tells_it_to_her(met, yrsa, signed_in):
    page = reverse("prepare_meeting", args=[met.course_id, met.id])
    for who, told in ((met.bo, True), (yrsa, False)):
        client = signed_in(who)
        for where in (page, reverse("hold_meeting", args=[met.course_id, met.id])):
            said = client.get(where, follow=True).content.decode()
            assert ("lader en anden tale" in said) is told, (who.name, where)
            assert ("Birthe Jensen" in said or "Jeg kan ikke komme" in said) <= told


def test_who_is_asked_to_the_same_table_sees_it_until_she_says_no(met, yrsa):
    seat = asked(met, yrsa)
    assert seen(yrsa, met) == [("represented", "Birthe Jensen")]
    with as_(yrsa):
        actions.answer_invitation(
            actor=yrsa, participant_id=seat, reply=Reply.DECLINED, reason="Syg"
        )
    assert seen(yrsa, met) == []


def test_who_did_not_come_to_it_reads_nothing_afterwards(town, yrsa):
    met = prepared_meeting(town)
    join(town, met.lived, yrsa)
    seat = asked(met, yrsa)
    with as_(met.lived.citizen):
        actions.call_meeting(actor=met.lived.citizen, meeting_id=met.id)
    cannot_come(met)
    for there, reads in (({seat}, True), (set(), False)):
        with as_(met.karen):
            if there:
                actions.start_meeting(actor=met.karen, meeting_id=met.id, present=there)
            else:
                actions.note_present(actor=met.karen, meeting_id=met.id, present=there)
                models.Meeting.objects.filter(id=met.id).update(
                    state="held", held_at="2026-11-20T10:00Z", no_next=True
                )
        assert bool(seen(yrsa, met)) is reads


def test_the_turns_go_on_for_a_reader_who_does_not_know_how_she_comes(town, yrsa):
    met = running_meeting(town)
    join(town, met.lived, yrsa)
    with as_(yrsa):
        open_record(yrsa, met.course_id, "Mødet")
        assert queries.room(met.id, met.course_id).next.theme
