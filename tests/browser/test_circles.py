"""Standing meetings in the browser: coordinator, citizen, the table, a leader, a board (C1, G3)."""

from datetime import timedelta

import pytest

from landfast.circles.rules.kinds import Kind
from landfast.kernel.clock import now, today
from tests.browser.conftest import DESK, PHONE, Site
from tests.factories.circles import ASKED, CASE, WHY, circle
from tests.factories.courses import started_course
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def test_a_case_without_a_name_from_the_coordinator_to_the_citizen_and_back(site: Site):
    # given a case forum that meets today, and Jytte, who has a login and heard of it yesterday
    town = build_town()
    lived = started_course(town)
    forum = circle(town)
    sitting = forum.plans(now() + timedelta(seconds=2))
    for name, actor in (("karen", town.karen), ("jytte", lived.citizen), ("anna", town.anna)):
        site.account(actor, name)
    # when Karen raises it with Jytte's name in it, she is told what to change
    karen = site.signed_in("karen", DESK).goes_to(f"/forloeb/{lived.id}/")
    karen.follows("Tag det op i et fast møde uden navn").follows("Tag det op i Samarbejdsforum")
    karen.writes("Fortæl om sagen, uden navn", "Jytte mister sin bolig").finds_no_barrier()
    karen.writes("Hvad vil du have hjælp til?", ASKED).writes("Hvorfor her?", WHY)
    karen.ticks("Jeg har sagt det til borgeren")
    karen.writes("Hvilken dag fik borgeren", (today() - timedelta(days=1)).isoformat())
    karen.touches_button("Sæt sagen på listen").sees("kan pege på borgeren").finds_no_barrier()
    karen.writes("Fortæl om sagen, uden navn", CASE).touches_button("Sæt sagen på listen")
    karen.sees("Sagen er på listen, uden navn").sees("Kommer på").finds_no_barrier()
    # then Jytte reads it first thing, without JavaScript, and sends a sentence
    jytte = site.signed_in("jytte", PHONE, javascript=False)
    jytte.sees("De ved ikke, at det er dig").follows("Læs det, og sig noget til dem")
    jytte.sees("De bestemmer ikke noget")
    jytte.writes("Skriv en sætning til dem", "Jeg vil beholde min bolig.")
    jytte.touches_button("Send til dem").sees("Det bliver læst højt")
    # and the table reads the case and her words, not her name, and gives advice
    anna = site.signed_in("anna", DESK).follows("Faste møder").finds_no_barrier()
    anna.follows("Samarbejdsforum").finds_no_barrier().follows("Åbn mødet")
    anna.sees("Jeg vil beholde min bolig.").does_not_see("Jytte").finds_no_barrier()
    anna.follows("Skriv resumeet").finds_no_barrier()
    anna.touches_button("Gem resumeet").sees("Vi kunne ikke gemme det endnu")
    anna.writes("Det foreslår vi", "Søg om en pause i lejen.")
    anna.touches_button("Gem resumeet").sees("Søg om en pause i lejen.").does_not_see("Jytte")
    # and Karen tells her, and Jytte reads it
    karen.goes_to("/faste-moeder/").follows("Fortæl borgeren det").finds_no_barrier()
    karen.writes("Det får borgeren at vide", "De foreslår en pause i lejen.")
    karen.ticks("Borgeren læser det her, på sin egen side")
    karen.writes("Hvilken dag ser du på", (today() + timedelta(days=14)).isoformat())
    karen.touches_button("Gem, at borgeren ved det").sees("Borgeren har fået besked")
    jytte = site.signed_in("jytte", PHONE).sees("De har talt om dit forløb").finds_no_barrier()
    jytte.follows("Læs det").sees("De foreslår en pause i lejen.").finds_no_barrier()
    anna.goes_to(f"/faste-moeder/moede/{sitting}/").does_not_see("Jytte")


def test_units_agree_without_a_citizen_and_a_board_ends_with_its_figures(site: Site):
    # given a board that meets in a moment, led by Lars
    town = build_town()
    started_course(town)
    board = circle(town, Kind.BOARD)
    board.plans(now() + timedelta(seconds=2))
    site.account(town.lars, "lars")
    site.account(town.anna, "anna2")
    # when Lars writes what the ward is to do, nobody is bound
    lars = site.signed_in("lars", DESK).follows("Faste møder").follows("Samarbejdsforum")
    lars.follows("Åbn mødet").sees("Under 5").finds_no_barrier().follows("Skriv en aftale")
    lars.finds_no_barrier().writes("Hvad er aftalen?", "Ringer, når Jytte Jensen udskrives")
    lars.picks("Hvilken enhed ejer den?", "Afsnit P3, Region Fjord")
    lars.writes("Hvornår skal det være gjort?", (today() + timedelta(days=7)).isoformat())
    lars.touches_button("Skriv aftalen").sees("Se på det her, før du sender").finds_no_barrier()
    lars.writes("Hvad er aftalen?", "Ringer samme dag, når nogen udskrives")
    lars.touches_button("Skriv aftalen").sees("Venter på et ja")
    # then the ward says yes on a phone, and it is carried over until it is done
    anna = site.signed_in("anna2", PHONE).goes_to("/faste-moeder/").finds_no_barrier()
    anna.follows("Ringer samme dag").ticks("Ja, det gør vi").finds_no_barrier()
    anna.touches_button("Gem svaret").sees("Hvordan gik det?")
    lars.goes_to("/faste-moeder/").follows("Samarbejdsforum").follows("Åbn mødet")
    lars.touches_button("Mødet er slut").sees("Mødet er holdt").finds_no_barrier()
    lars.follows("Vælg en dag til det næste møde").sees("på arbejde").finds_no_barrier()
    lars.touches_button("Gem tiden").sees("Siden sidst").sees("Ringer samme dag")
    # and who sits there says on the phone that she comes; Lars sees it
    anna.goes_to("/invitationer/").follows("Samarbejdsforum").sees("Kommer du?").finds_no_barrier()
    anna.touches_button("Jeg kommer").sees("Dit svar er gemt")
    lars.goes_to(lars.page.url).sees("Hvem kommer").sees("Kommer").finds_no_barrier()
