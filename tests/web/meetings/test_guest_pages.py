"""Asking somebody outside the team to one meeting, and what they see of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from landfast.kernel.clock import now
from landfast.meetings import actions, queries
from landfast.meetings.rules.framing import frame_of
from landfast.web.spoken import day
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.parts import guest_of
from tests.factories.town import as_
from tests.meetings.test_guests_write import met_with, nobody_ends


@pytest.fixture
def met(town):
    return prepared_meeting(town)


def at(met, *rest):
    where = f"/forloeb/{met.course_id}/moeder/{met.id}"
    return "/".join([where, *map(str, rest), ""])


def call(met):
    with as_(met.lived.citizen):
        actions.call_meeting(actor=met.lived.citizen, meeting_id=met.id)


def test_karen_finds_a_guest_is_told_what_they_read_and_says_why(town, met, signed_in):
    karen = signed_in(town.karen)
    assert "Spørg en uden for teamet" in karen.get(at(met, "forbered")).content.decode()
    page = karen.get(at(met, "gaest"), {"q": "Solveig"}).content.decode()
    assert "Vælg Solveig Sagsbehandler" in page
    assert "Bo Bostøtte" not in karen.get(at(met, "gaest"), {"q": "Bo"}).content.decode()
    asking = at(met, "gaest", town.solveig.person_id)
    page = karen.get(asking).content.decode()
    assert "Når mødet er indkaldt, kan Solveig Sagsbehandler læse emnerne" in page
    page = karen.post(asking, {"why": "Kender til boliger"}, follow=True).content.decode()
    assert "Gæst: ser kun dette møde." in page


def test_the_guest_sees_it_in_the_list_and_reads_that_meeting(
    town, met, signed_in, django_assert_max_num_queries
):
    guest_of(met, town.solveig)
    solveig = signed_in(town.solveig)
    assert "Jytte Jensen" not in solveig.get("/invitationer/").content.decode()
    call(met)
    page = solveig.get("/invitationer/").content.decode()
    assert "Møder, du er gæst til" in page
    assert f"/gaest/{met.course_id}/{met.id}/" in page
    with django_assert_max_num_queries(21):  # eight of the page's own; session, actor, log, frame
        page = solveig.get(f"/gaest/{met.course_id}/{met.id}/").content.decode()
    for words in ("Møde med Jytte Jensen", "Kender til boliger", "Hvem ringer jeg til?", "Karen"):
        assert words in page
    assert "Bo Bostøtte" not in page
    assert solveig.get(f"/forloeb/{met.course_id}/moeder/").status_code in {403, 404}
    assert solveig.get(at(met, "forbered")).status_code in {403, 404}


def test_a_guest_reads_no_time_that_waits_for_her_yes(town, met, signed_in):
    guest_of(met, town.solveig)
    call(met)
    solveig = signed_in(town.solveig)
    with as_(town.karen):
        moved = frame(place="Et andet hus", starts_at=now() + timedelta(days=12), minutes_long=35)
        actions.set_frame(actor=town.karen, meeting_id=met.id, frame=moved)
    page = solveig.get(f"/gaest/{met.course_id}/{met.id}/").content.decode()
    assert "Mødet får en ny tid" in page
    assert "Et andet hus" not in page
    listed = solveig.get("/invitationer/").content.decode()
    assert "Et andet hus" not in listed
    assert day(moved.starts_at) not in page + listed
    assert "35 minutter" not in page + listed
    assert "60 minutter" in page
    with as_(met.lived.citizen):
        actions.agree_frame(actor=met.lived.citizen, meeting_id=met.id)
    page = solveig.get(f"/gaest/{met.course_id}/{met.id}/").content.decode()
    assert "Et andet hus" in page
    assert day(moved.starts_at) in solveig.get("/invitationer/").content.decode()


def test_a_guest_keeps_the_time_that_was_never_moved(town, met, signed_in):
    # given a guest who was told when and where, and a break that is added
    guest_of(met, town.solveig)
    call(met)
    solveig = signed_in(town.solveig)
    pages = (f"/gaest/{met.course_id}/{met.id}/", "/invitationer/")
    with as_(town.karen):
        stands = queries.meeting(met.id)
        kept = replace(frame_of(stands), breaks="Hvert kvarter")
        actions.set_frame(actor=town.karen, meeting_id=met.id, frame=kept)
    # then the guest reads the same time and place, and nothing of a new one
    for url in pages:
        page = solveig.get(url).content.decode()
        assert "Mødet får" not in page, url
        assert day(stands.starts_at) in page, url
        assert stands.place in page, url
    # and of a new place only that it will be another
    with as_(town.karen):
        moved = replace(kept, place="Et andet hus")
        actions.set_frame(actor=town.karen, meeting_id=met.id, frame=moved)
    for url in pages:
        page = solveig.get(url).content.decode()
        assert "Mødet får et nyt sted." in page, url
        assert "Et andet hus" not in page, url
        assert day(stands.starts_at) in page, url


def test_who_is_no_guest_finds_nothing(town, met, signed_in):
    guest_of(met, town.solveig)
    call(met)
    vibeke = signed_in(town.vibeke)
    assert vibeke.get(f"/gaest/{met.course_id}/{met.id}/").status_code == 404
    assert vibeke.get(at(met, "gaest")).status_code == 404


def test_readers_of_the_meeting_are_told_of_the_guest(town, met, signed_in):
    guest_of(met, town.solveig)
    call(met)
    page = signed_in(town.karen).get(at(met, "forbered")).content.decode()
    assert "Solveig Sagsbehandler</strong> (gæst på et møde)" in page


def test_the_guest_who_takes_minutes_writes_on_her_own_page(town, signed_in):
    met = met_with(town, "minute_taker")
    solveig, here = signed_in(town.solveig), f"/gaest/{met.course_id}/{met.id}/"
    assert f'href="{here}"' in solveig.get("/invitationer/").content.decode()
    assert "Skriv referatet" in solveig.get(here).content.decode()
    refused = solveig.post(f"{here}referat/", {"citizen_said": "x" * 8001})
    assert refused.status_code == 422
    assert "x" * 8001 in refused.content.decode()
    page = solveig.post(f"{here}referat/", {"citizen_said": "Jeg vil sove"}, follow=True)
    assert "Jeg vil sove" in page.content.decode()
    page = solveig.post(f"{here}vis/", follow=True).content.decode()
    assert "Borgeren ser det først." in page
    assert solveig.post(f"/forloeb/{met.course_id}/moeder/{met.id}/referat/skriv/").status_code in {
        403, 404,
    }  # fmt: skip


def test_the_guest_makes_the_draft_when_nobody_ended_the_meeting(town, signed_in):
    with nobody_ends(town) as met:
        solveig, here = signed_in(town.solveig), f"/gaest/{met.course_id}/{met.id}/"
        assert f'href="{here}"' in solveig.get("/invitationer/").content.decode()
        assert "Lav udkastet" in solveig.get(here).content.decode()
        page = solveig.post(f"{here}udkast/", follow=True).content.decode()
    assert "Læs udkastet igennem" in page
    assert "Vis det til borgeren" in page


def test_the_guest_who_reflected_writes_it_on_her_own_page(town, signed_in):
    met = met_with(town, "reflector")
    solveig, here = signed_in(town.solveig), f"/gaest/{met.course_id}/{met.id}/"
    assert "Skriv, hvad du hørte." in solveig.post(f"{here}refleksion/", {}).content.decode()
    page = solveig.post(f"{here}refleksion/", {"text": "Det var stille"}, follow=True)
    assert "Det var stille" in page.content.decode()
    assert solveig.post(f"{here}vis/").status_code == 404
