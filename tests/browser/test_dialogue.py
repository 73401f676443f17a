"""Åben Dialog, a network talk, and "Siden sidst", lived in the browser."""

import pytest
from django.urls import reverse

from landfast.meetings.rules import Stage
from tests.browser.conftest import DESK, Site
from tests.browser.test_meetings import enters
from tests.factories.meetings import prepared_meeting, running_meeting
from tests.factories.plan import accepted
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def room_of(met) -> str:
    return reverse("hold_meeting", args=[met.course_id, met.id])


def test_an_open_dialogue_is_prepared_held_without_a_screen_and_written_afterwards(site: Site):
    # given a meeting of Åben Dialog where Anna is to reflect
    town = build_town()
    met = prepared_meeting(town, "M-02", call=True)
    site.account(town.karen, "karen-dialog")
    page = reverse("prepare_meeting", args=[met.course_id, met.id])
    karen = enters(site, "karen-dialog", page, DESK)
    karen.sees("Borgeren siger ved starten, hvad I skal tale om").finds_no_barrier()
    # when it begins, the frame says who asks and who reflects
    karen.follows("Åbn mødet").begins_with_all()
    karen.sees("Anna Afsnit").sees("Reflekterer").finds_no_barrier()
    # then the screen is put away
    karen.touches_button("Begynd samtalen").sees("Læg skærmen væk, og tal sammen")
    karen.finds_no_barrier()
    # and afterwards one form takes what was said
    karen.opens("Skriv bagefter, hvad der blev sagt").finds_no_barrier()
    karen.writes("Hvad ville borgeren tale om?", "Mine nætter")
    karen.writes("Det sagde borgeren", "Jeg sover kun to timer")
    karen.writes("Det hørte Anna Afsnit", "Jeg hørte, at det er hårdt")
    karen.writes("Det svarede borgeren på refleksionen", "Ja, og jeg er bange")
    karen.touches_button("Gem det, der blev sagt").sees("Alle temaer er talt igennem")
    # and nobody leaves before the responsibility has been spoken
    karen.touches_button("Gå til afslutningen").sees("Hvem har ansvaret for hvad?")
    karen.ticks("Der er ikke aftalt et nyt møde").writes("Hvad har I så aftalt?", "Vi ringes")
    karen.touches_button("Slut mødet, og lav referatet").sees("Tal ansvaret igennem")
    karen.writes("Hvem har ansvaret for hvad?", "Bo ringer til boligforeningen")
    karen.touches_button("Slut mødet, og lav referatet").sees("Jeg hørte, at det er hårdt")
    karen.sees("Bo ringer til boligforeningen").finds_no_barrier()


def test_in_a_network_talk_both_reflect_while_the_citizen_listens(site: Site):
    # given a network talk that begins with her own words
    town = build_town()
    met = running_meeting(town, code="M-03")
    site.account(town.karen, "karen-samtale")
    karen = enters(site, "karen-samtale", room_of(met)).sees("Hvad vil Jytte tale om?")
    karen.finds_no_barrier().writes("Hvad skal det handle om?", "Mine nætter")
    karen.touches_button("Skriv temaet ned")
    karen.writes("Hvad blev der sagt?", "Jeg ligger vågen")
    karen.touches_button("Gem, og giv ordet videre")
    # when they reflect midway, before her sister has been asked
    karen.sees("Hvad tænker du om det, du har hørt?").finds_no_barrier()
    karen.writes("Hvad blev der sagt?", "Jeg hørte, at nætterne er lange")
    karen.touches_button("refleksion").sees("Jytte, som lytter imens")
    karen.finds_no_barrier()
    for said in ("Jeg hørte Anna", "Jeg hørte Karen"):
        karen.writes("Hvad blev der sagt?", said).touches_button("Gem refleksionen").sees(said)
    # then she answers
    karen.sees("Hvad tænkte du, mens du lyttede?").finds_no_barrier()


def test_since_last_is_told_by_its_maker_and_corrected_by_her(site: Site):
    # given a promise of Bo's, and Bo at the table
    town = build_town()
    met = running_meeting(town, Stage.FOLLOW_UP)
    accepted(town, met.lived, town.bo)
    for actor, name in ((town.karen, "karen-sidst"), (town.bo, "bo-sidst")):
        site.account(actor, name)
    karen = enters(site, "karen-sidst", room_of(met), DESK)
    karen.sees("Hvordan gik det, der var aftalt?").finds_no_barrier()
    # when he tells that it was kept, and Karen writes it down
    karen.touches_button("Bo Bostøtte siger: holdt").sees("sagt af Bo Bostøtte").finds_no_barrier()
    # then he sees it under his agreements, and can say that it was not so
    bo = enters(site, "bo-sidst", reverse("my_agreements")).sees("Skrevet ned for dig")
    bo.finds_no_barrier().touches_button("Det passer ikke")
    bo.sees("Fortæl nu selv, hvordan det gik").finds_no_barrier()


def test_a_stop_in_the_middle_of_a_meeting_ends_it_gently(site: Site):
    # given a meeting that runs
    town = build_town()
    met = running_meeting(town)
    for actor, name in ((town.karen, "karen-stop"), (met.lived.citizen, "jytte-stop")):
        site.account(actor, name)
    enters(site, "karen-stop", room_of(met), DESK).sees("Hvad vil du sige om »")
    # when Jytte stops
    jytte = enters(site, "jytte-stop", reverse("stop_my_course", args=[met.course_id]))
    jytte.touches_button("Ja, stop mit forløb")
    # then the meeting is over the same moment
    jytte.goes_to(reverse("meetings", args=[met.course_id])).sees("Sluttede med forløbet")
    jytte.finds_no_barrier()
