"""Moment 2: at the kitchen table a meeting of seven finds its time, and a late no finds another."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from landfast.directory import places
from landfast.jobs import planning as job
from landfast.meetings import actions, models
from landfast.meetings.rules import Reply
from tests.browser.conftest import DESK, Site
from tests.factories.meetings import prepared_meeting
from tests.factories.town import Town, as_, build_town

pytestmark = pytest.mark.browser


def seven_at_the_table(town: Town):
    """Jytte and Karen, Bo and Anna, her sister, and two more from two other houses."""
    met = prepared_meeting(town)
    with as_(town.dorte):
        places.add_room(
            actor=town.dorte, unit_id=town.coordination, name="Stuen", place="Rådhuset", seats=8,
            way=15,
        )  # fmt: skip
    for person, role in ((town.solveig, "case_worker"), (town.peter, "psychiatrist")):
        with as_(met.lived.citizen):
            actions.ask_guest(
                actor=met.lived.citizen, meeting_id=met.id,
                guest=actions.Guest("Kender mig", person.person_id, role=role),
            )  # fmt: skip
    with as_(met.karen):
        models.Meeting.objects.filter(id=met.id).update(starts_at=None, place="")
    return met


def test_a_time_for_seven_is_found_by_touches_and_a_late_no_finds_another(site: Site):
    # given a meeting without a time, at Jytte's table, on one phone
    town = build_town()
    met = seven_at_the_table(town)
    site.account(met.karen, "karen-tid")
    page = reverse("prepare_meeting", args=[met.course_id, met.id])
    karen = site.signed_in("karen-tid").goes_to(page)
    before = karen.touches
    # when they ask for a time, then there are three, and the rooms are there with them
    karen.follows("Find en tid").sees("De her tider passer bedst").sees("Stuen, Rådhuset")
    expect(karen.page.get_by_role("button", name="Vælg den her tid")).to_have_count(3)
    karen.finds_no_barrier().keeps_a_picture("phone-find-time")
    # and four touches later the invitations are out
    karen.touches_button("Vælg den her tid").sees("Mødet er")
    karen.touches_button("Notér borgerens ja").sees("Alt er klar")
    karen.touches_button("Indkald mødet").sees("Mødet er indkaldt")
    assert karen.touches - before == 4
    # when Anna cannot after all
    with as_(town.anna):
        row = models.Participant.objects.get(meeting=met.id, person=town.anna.person_id)
        actions.answer_invitation(
            actor=town.anna, participant_id=row.id, reply=Reply.DECLINED, reason="Kursus"
        )
    # then two touches and no word find another time
    site.account(met.lived.citizen, "jytte-tid")
    jytte = site.signed_in("jytte-tid", DESK).goes_to(page)
    jytte.follows("Find en ny tid").sees("Anna Afsnit kan ikke på den tid").sees("Du vælger")
    jytte.finds_no_barrier().keeps_a_picture("desk-find-time")
    jytte.touches_button("Vælg den her tid").sees("Mødet er")


def test_a_leader_plans_a_quarter_follows_the_bar_and_takes_it(site: Site, settings):
    # given meetings that wait for a time
    settings.LANDFAST_PLAN_SECONDS = 5
    town = build_town()
    met = seven_at_the_table(town)
    site.account(town.dorte, "dorte-plan")
    dorte = site.signed_in("dorte-plan", DESK).goes_to(reverse("overview"))
    # when Dorte asks for a plan, then a bar shows how far it is
    dorte.follows("Møder i mine enheder").sees("Planlæg mange møder på en gang").finds_no_barrier()
    dorte.touches_button("Lav en plan").sees("møder har en tid indtil nu").finds_no_barrier()
    # and when the planner is done, the page says so by itself
    job.plan_waiting()
    dorte.sees("Klar til at tage").sees("Jytte").finds_no_barrier()
    dorte.touches_button("Tag planen").sees("har fået en tid")
    with as_(met.karen):
        assert models.Meeting.objects.get(id=met.id).starts_at
