"""Files on a telephone: a letter for oneself and for the team, a word spoken in, a signed paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, Site
from tests.factories.files import paper, photo, tone
from tests.factories.meetings import prepared_meeting
from tests.factories.town import build_town

pytestmark = pytest.mark.browser


def given(name: str, data: bytes, mime: str) -> dict:
    return {"name": name, "mimeType": mime, "buffer": data}


PICKED = "input[type=file]"


def test_jytte_keeps_a_letter_shows_it_speaks_her_word_and_sees_what_she_signed(site: Site):
    # given Jytte with her coordinator, and a meeting that has been called
    town = build_town()
    met = prepared_meeting(town, call=True)
    site.account(met.lived.citizen, "jytte-filer")
    site.account(town.karen, "karen-filer")
    jytte = site.signed_in("jytte-filer")
    # when she goes to her papers and picks the wrong thing, it is said, and her words are kept
    jytte.goes_to("/mit/").opens("Mere").follows("Mine papirer").sees("Her er ikke noget endnu")
    jytte.finds_no_barrier().follows("Læg et papir ind").finds_no_barrier()
    jytte.page.set_input_files(PICKED, [given("brev.jpg", b"<html>", "image/jpeg")])
    jytte.writes("Hvad er det?", "Brev fra udlejer").ticks("Kun mig")
    jytte.touches_button("Læg ind").sees("Den slags fil kan vi ikke tage imod")
    jytte.finds_no_barrier()
    expect(jytte.page.locator("#id_title")).to_have_value("Brev fra udlejer")
    jytte.page.set_input_files(PICKED, [given("brev.jpg", photo((900, 700)), "image/jpeg")])
    jytte.touches_button("Læg ind").sees("Det er lagt ind").sees("Brev fra udlejer")
    jytte.finds_no_barrier()
    # then her team does not see it, until she shows it
    karen = site.signed_in("karen-filer", DESK)
    papers = f"/forloeb/{met.course_id}/papirer/"
    karen.goes_to(papers).sees("Borgeren har ikke vist noget endnu").finds_no_barrier()
    jytte.touches_button("Lad mit team læse det").sees("Dit team kan læse det nu")
    karen.goes_to(papers).sees("Brev fra udlejer").finds_no_barrier().follows("Brev fra udlejer")
    karen.page.wait_for_url(re.compile("/filer/"))
    seen = karen.page.locator("img")
    expect(seen).to_have_js_property("naturalWidth", 900)  # it is drawn, whatever may not run
    # when she speaks in what she wants to say
    jytte.goes_to(f"/forloeb/{met.course_id}/moeder/{met.id}/i-dag/").finds_no_barrier()
    jytte.page.set_input_files(PICKED, [given("optagelse.wav", tone(), "audio/wav")])
    jytte.touches_button("Læs mit ord op").sees("Det, du har talt ind").finds_no_barrier()
    # then Karen hears it where she prepares the meeting
    karen.goes_to(f"/forloeb/{met.course_id}/moeder/{met.id}/forbered/").sees("eget ord til mødet")
    karen.finds_no_barrier()
    player = karen.page.locator("audio")
    player.evaluate("(sound) => { sound.preload = 'auto'; sound.load(); }")
    expect(player).to_have_js_property("readyState", 4)
    expect(player).to_have_js_property("duration", 1)
    # when Karen writes down a yes on paper, with the paper
    give = f"/forloeb/{met.course_id}/deling/ny/enhed/{town.social}/"
    karen.goes_to(give).ticks("Bolig").writes("Hvad skal de bruge det til?", "Finde en bolig")
    karen.ticks("Sagt på papir").writes("Hvor og hvornår", "Skrevet under på Torvet i dag")
    karen.page.set_input_files(PICKED, [given("samtykke.pdf", paper(), "application/pdf")])
    karen.finds_no_barrier().touches_button("Ja, del det").sees("Kvittering").finds_no_barrier()
    # then Jytte opens what she signed from her receipt
    receipt = karen.page.url
    jytte.goes_to(receipt).sees("Skrevet under på Torvet i dag").finds_no_barrier()
    link = jytte.page.get_by_role("link", name="Se det underskrevne papir")
    got = jytte.page.request.get(str(link.get_attribute("href")))
    assert got.body().startswith(b"%PDF-")
    # when she takes her letter away, nobody reads it any more
    jytte.goes_to(papers).page.get_by_text("Tag det væk").first.click()
    jytte.touches_button("Ja, tag det væk").sees("Ingen kan læse det").finds_no_barrier()
    karen.goes_to(papers).sees("Borgeren har ikke vist noget endnu")
