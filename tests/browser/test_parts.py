"""Three who are let in to a part of a course: who reads for her, a guest, a leader who decides."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from landfast.access.actor import Actor
from landfast.consent.models import Proxy
from landfast.kernel.ids import PersonId
from landfast.meetings import actions as meetings
from landfast.people.rules import PersonKind
from tests.browser.conftest import Site
from tests.factories.courses import started_course
from tests.factories.meetings import prepared_meeting
from tests.factories.network import in_the_team, named_by_citizen
from tests.factories.parts import proxy_of
from tests.factories.plan import proposed, wished
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


def test_jytte_lets_her_aunt_in_who_sees_just_that_and_then_nothing(site: Site):
    # given Jytte, who has her aunt on her map, and a meeting that the aunt is not to read about
    lived = prepared_meeting(build_town(), call=True).lived
    wished(lived, "Jeg vil have et sted at bo")
    named_by_citizen(lived, "Moster Inga")
    site.account(lived.citizen, "jytte-fuldmagt")
    jytte = site.signed_in("jytte-fuldmagt")
    # when she lets her in, from the aunt's own place among her people
    jytte.goes_to("/mit/folk/").follows("Moster Inga").sees("Besked om mig").finds_no_barrier()
    jytte.follows("Lad Moster Inga læse noget").sees("Hvad må de?").finds_no_barrier()
    jytte.ticks("Læse min plan").writes("Hvorfor?", "Hun hjælper mig med breve")
    jytte.touches_button("Ja, det må de").sees("Det er skrevet ned og gælder nu")
    jytte.sees("Stop for Moster Inga").finds_no_barrier()
    jytte.touches_button("Lav en kode til Moster").sees("Send et link").finds_no_barrier()
    link = jytte.page.get_by_role("link", name="/kom-ind/").get_attribute("href") or ""
    # then the link opens a door that says nothing of Jytte
    inga = site.visitor()
    inga.goes_to(urlsplit(link).path).sees("Du er inviteret").finds_no_barrier()
    # and the aunt, once she has come in, reads that and no more
    with as_(lived.citizen):
        person = Proxy.objects.get(course_id=lived.id).person_id
    site.account(Actor(PersonId(person), PersonKind.CITIZEN), "inga")
    inga = site.signed_in("inga")
    inga.sees("De har valgt dig").finds_no_barrier().follows("Jytte Jensen")
    inga.sees("Jeg vil have et sted at bo").sees("en pause").finds_no_barrier()
    expect(inga.page.get_by_role("heading", name="Møder")).to_have_count(0)
    # and Jytte sees that she looked, and stops it in one touch
    jytte.goes_to("/mit/valg/").sees("En, der læser for dig,").finds_no_barrier()
    jytte.touches_button("Stop for Moster Inga").sees("De kan ikke læse mere")
    inga.goes_to("/laeser-for/").sees("Du læser ikke for nogen lige nu")


def test_jytte_says_who_is_not_to_be_told_and_who_is_no_more_on_her_map(site: Site):
    # given Jytte with a helper, and an aunt who reads for her from her place on the map
    town = build_town()
    lived = started_course(town)
    in_the_team(lived, town.bo, by=town.karen)
    proxy_of(lived, place=named_by_citizen(lived, "Moster Inga"))
    site.account(lived.citizen, "jytte-fortael")
    jytte = site.signed_in("jytte-fortael")
    # when she opens the helper, the page says what the mark ends before she touches it
    jytte.goes_to("/mit/folk/").follows("Bo Bostøtte").sees("Læser hele afdelingen med?")
    jytte.finds_no_barrier().touches_button("Fortæl ikke Bo")
    jytte.sees("Personen får ikke noget at vide fra os.").finds_no_barrier()
    jytte.follows("Bo Bostøtte").sees("Bo Bostøtte får ikke noget at vide").finds_no_barrier()
    jytte.touches_button("må godt få noget at vide").sees("må få noget at vide igen")
    # then the aunt's says that she reads now, and that it stops with the mark, or off the map
    jytte.follows("Moster Inga").sees("Moster Inga læser for dig nu. Det stopper også.")
    jytte.sees("stopper Moster Inga også med at læse for dig").finds_no_barrier()
    jytte.touches_button("Tag Moster Inga af mit kort").sees("Personen er taget af dit kort.")
    jytte.goes_to(f"/forloeb/{lived.id}/fuldmagt/")
    expect(jytte.page.get_by_role("button", name="Stop for Moster Inga")).to_have_count(0)


def test_karen_asks_gitte_to_one_meeting(site: Site):
    # given a meeting that is prepared, and Gitte who is not in the team
    town = build_town()
    met = prepared_meeting(town)
    guest = town.hire("Gitte Gæst", town.social, "case_worker")
    site.account(town.karen, "karen-gaest")
    site.account(guest, "gitte-gaest")
    karen = site.signed_in("karen-gaest")
    # when Karen asks her
    karen.goes_to(f"/forloeb/{met.course_id}/moeder/{met.id}/gaest/").sees("ser kun det ene møde")
    karen.writes("Søg en medarbejder", "Gitte").touches_button("Søg")
    karen.finds_no_barrier().follows("Vælg Gitte").sees("Når mødet er indkaldt").finds_no_barrier()
    karen.writes("Hvorfor?", "Kender til boliger").touches_button("Sæt på listen")
    karen.sees("Gæst: ser kun dette møde").finds_no_barrier()
    with as_(met.lived.citizen):
        meetings.call_meeting(actor=met.lived.citizen, meeting_id=met.id)
    # then Gitte finds it under her invitations, and reads that meeting
    gitte = site.signed_in("gitte-gaest")
    gitte.goes_to("/invitationer/").sees("Møder, du er gæst til").finds_no_barrier()
    gitte.follows("Se mødet").sees("Du er gæst").sees("Kender til boliger").finds_no_barrier()


def test_karen_asks_a_leader_to_decide(site: Site):
    # given a proposal that is more than Karen may promise
    town = build_town()
    lived = started_course(town)
    agreement = proposed(town, lived, None)
    leader = town.hire("Birgit Bevilger", town.social, "leader")
    site.account(town.karen, "karen-leder")
    site.account(leader, "birgit-leder")
    karen = site.signed_in("karen-leder")
    # when she asks Birgit
    karen.goes_to(f"/forloeb/{lived.id}/aftale/{agreement}/").follows("Spørg en leder")
    karen.writes("Søg en medarbejder", "Birgit").touches_button("Søg").sees("Vælg Birgit")
    karen.finds_no_barrier().follows("Vælg Birgit").sees("Adgangen slutter").finds_no_barrier()
    karen.writes("Hvad skal afgøres?", "Må der bruges fem timer?")
    karen.writes("Hvorfor?", "Over vores ramme")
    karen.writes("Hvad gælder, mens vi venter?", "Karen ringer hver dag")
    karen.touches_button("Se, hvad lederen ser").touches_button("Send spørgsmålet")
    karen.sees("Birgit Bevilger: Venter på svar").finds_no_barrier()
    # then Birgit sees exactly that, and answers
    birgit = site.signed_in("birgit-leder")
    birgit.goes_to("/til-afgoerelse/").sees("Må der bruges fem timer?").finds_no_barrier()
    birgit.follows("Må der bruges fem timer?").sees("Over vores ramme").finds_no_barrier()
    birgit.chooses("Nej").writes("Hvorfor?", "Rammen er brugt")
    birgit.ticks("Kommunens afgørelse")
    birgit.touches_button("Send svaret")
    birgit.sees("Ingen spørger dig om noget lige nu").finds_no_barrier()
    # and the agreement shows it
    karen.goes_to(f"/forloeb/{lived.id}/aftale/{agreement}/").sees("Birgit Bevilger: Nej")
    karen.sees("Rammen er brugt").finds_no_barrier()
