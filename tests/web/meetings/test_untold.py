"""Whom Landfast cannot tell of a meeting is named where it is prepared, with how to tell them."""

import pytest
from django.urls import reverse

from landfast.meetings import actions
from landfast.meetings.queries import meeting
from tests.factories.meetings import prepared_meeting
from tests.factories.town import as_

ALL_TOLD = "De inviterede får besked og kan svare"
NOT_TOLD = "får ingen besked herfra"


def page_of(signed_in, person, met):
    """The page where it is prepared, as this person sees it."""
    url = reverse("prepare_meeting", args=[met.course_id, met.id])
    return signed_in(person).get(url).content.decode()


@pytest.mark.parametrize("call", [False, True])
def test_a_relative_without_an_address_is_named_with_a_call_and_paper(town, signed_in, call):
    met = prepared_meeting(town, call=call)
    for person, how in (
        (met.lived.citizen, "bed din koordinator om det"),
        (town.karen, "Ring, eller giv indkaldelsen på papir"),
    ):
        client = signed_in(person)
        page = client.get(reverse("prepare_meeting", args=[met.course_id, met.id])).content.decode()
        assert ALL_TOLD not in page
        assert how in page
        if not call:
            assert "Alt er klar. Vi kan ikke sende besked til 1 af dem." in page
        if person == met.lived.citizen:  # how stands on her screen for who comes
            there = reverse("my_meeting_guests", args=[met.course_id, met.id])
            page = client.get(there).content.decode()
        [card] = [one for one in page.split("<article") if "Der er ingen mailadresse" in one]
        assert how in card
        assert reverse("invitation_pdf", args=[met.course_id, met.id]) in card
        assert reverse("invites", args=[met.course_id, met.id]) in card
        assert "Bo Bostøtte" not in card
        assert "Venter på svar" not in card  # nobody can answer what was never sent


def test_who_is_taken_off_is_named_and_she_is_told_who_sees_it(town, signed_in):
    for person, team_sees in ((0, True), (1, False)):
        met = prepared_meeting(town)
        me = signed_in((met.lived.citizen, town.karen)[person])
        with as_(met.lived.citizen):
            guest = meeting(met.id).guests[0]
        url = reverse("remove_guest", args=[met.course_id, met.id, guest.id])
        page = me.post(url, follow=True).content.decode()
        said = f"{guest.name} er taget af listen. Vi skriver ikke til {guest.name} om det."
        assert said in page
        assert ("Dit team kan se det her." in page) is team_sees


def test_with_an_address_everybody_is_told(town, signed_in):
    met = prepared_meeting(town)
    with as_(met.lived.citizen):
        actions.set_address(
            actor=met.lived.citizen, meeting_id=met.id, participant_id=met.guests["sister"],
            address="tante@eksempel.dk",
        )  # fmt: skip
    page = page_of(signed_in, met.lived.citizen, met)
    assert ALL_TOLD in page
    assert NOT_TOLD not in page
