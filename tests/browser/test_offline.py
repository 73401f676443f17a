"""Ward, Tuesday 02:10, and no net: her card on her own phone, and nothing left when she goes.

Moment 1 of the acceptance, with the phone in her hand; the look-up without it is `test_lookup.py`.
"""

import re

import pytest
from playwright.sync_api import expect

from landfast.access.links import short
from landfast.course.actions.card import make_code
from landfast.course.queries.profiles import profile
from landfast.course.rules.card import LINK
from landfast.network.actions.own import write_unwell
from landfast.network.rules.unwell import PARTS, SeenBy
from tests.browser.conftest import Site, Someone
from tests.factories.lived import lived_course
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser

LEFT = """(async () => {
  const bases = await indexedDB.databases();
  const rows = base => new Promise((yes) => { const asked = indexedDB.open(base.name);
    asked.onsuccess = () => { const names = [...asked.result.objectStoreNames];
      if (!names.length) return yes(0);
      const counts = asked.result.transaction(names).objectStore(names[0]).count();
      counts.onsuccess = () => { asked.result.close(); yes(counts.result); } } });
  const counts = await Promise.all(bases.map(rows));
  return { rows: counts.reduce((a, b) => a + b, 0), caches: (await caches.keys()).length,
    local: localStorage.length, session: sessionStorage.length,
    workers: (await navigator.serviceWorker.getRegistrations()).length } })()"""
NOTHING = {"rows": 0, "caches": 0, "local": 0, "session": 0, "workers": 0}
KEPT = {"rows": 1, "caches": 1, "local": 0, "session": 0, "workers": 1}


@pytest.fixture(scope="module")
def lived(site: Site):
    found = lived_course(build_town())
    site.account(found.citizen, "jytte-uden-net")
    with as_(found.citizen):
        write_unwell(
            actor=found.citizen, course_id=found.id, words=dict.fromkeys(PARTS, "Tal lavt"),
            seen_by=SeenBy.ME,
        )  # fmt: skip
    return found


def left(someone: Someone) -> dict[str, int]:
    """What lies in the browser."""
    return dict(someone.page.evaluate(LEFT))


def comes_to_lie(someone: Someone, wanted: dict[str, int]) -> None:
    """What is kept and thrown away beside the page is so after a while."""
    for _ in range(100):
        if left(someone) == wanted:
            return
        someone.page.wait_for_timeout(200)
    assert left(someone) == wanted


def test_without_a_net_she_shows_her_card_and_signed_out_nothing_is_left(site: Site, lived):
    # given Jytte, who says that it is her own phone
    jytte = site.signed_in("jytte-uden-net").opens("Mere").follows("Uden net").finds_no_barrier()
    assert left(jytte)["rows"] == 0, "nothing is kept before she says so"
    jytte.touches_button("Ja, gem det på min telefon")
    expect(jytte.page.get_by_text("Det ligger på telefonen nu")).to_be_visible()
    jytte.finds_no_barrier()
    jytte.goes_to("/mit/kort/").touches_button("Sæt en kode på kortet").sees("Luk koden")
    jytte.finds_no_barrier()
    comes_to_lie(jytte, KEPT)
    # when the net is gone, Landfast opens all the same
    jytte.page.context.set_offline(True)
    jytte.page.goto("/mit/")
    card = jytte.page.locator(".lf-wallet")
    expect(card).to_contain_text("Karen Koordinator")
    expect(jytte.page.locator("[data-kept-seen]")).to_have_text(re.compile(r"\d"))
    jytte.does_not_see("Lige nu tager").finds_no_barrier()
    # then her card, her next meeting, her plan and her page for bad days are there
    for entry, words in (
        ("Mit næste møde", "Hjemme hos Jytte"),
        ("Min plan", "eget sted at bo"),
        ("Når jeg får det dårligt", "Tal lavt"),
    ):
        jytte.opens(entry)
        expect(jytte.page.get_by_text(words).first).to_be_visible()
    jytte.finds_no_barrier()
    # and when she signs out, with a net again, nothing is left for whoever has the phone next
    jytte.page.context.set_offline(False)
    jytte.goes_to("/mit/").touches_button("Log ud").sees("Log ind")
    comes_to_lie(jytte, NOTHING)
    jytte.goes_to("/uden-net/").sees("Der ligger ikke noget")


THROWN = """(async () => {
  const bases = await indexedDB.databases();
  await Promise.all(bases.map(one => new Promise((yes) => {
    const asked = indexedDB.deleteDatabase(one.name); asked.onsuccess = asked.onblocked = yes; })));
  await Promise.all((await caches.keys()).map(name => caches.delete(name)));
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map(one => one.unregister())); })()"""
LOST = "Kortet ligger ikke længere på telefonen"


def test_when_the_browser_threw_it_away_she_is_told_and_keeps_it_again(site: Site, lived):
    jytte = site.signed_in("jytte-uden-net").goes_to("/mit/uden-net/")
    jytte.touches_button("Ja, gem det på min telefon")
    expect(jytte.page.get_by_text("Det ligger på telefonen nu")).to_be_visible()
    jytte.goes_to("/mit/")
    expect(jytte.page.get_by_text(LOST)).to_be_hidden()
    # when the browser needs room, it throws away what pages keep, and tells nobody
    jytte.page.evaluate(THROWN)
    jytte.goes_to("/mit/").sees(LOST).finds_no_barrier()
    # then two touches lay it there again
    jytte.follows("Gem kortet igen").touches_button("Ja, gem det på min telefon")
    expect(jytte.page.get_by_text("Det ligger på telefonen nu")).to_be_visible()
    jytte.goes_to("/mit/")
    expect(jytte.page.get_by_text(LOST)).to_be_hidden()
    # and what she takes away herself is not missed
    jytte.goes_to("/mit/uden-net/").touches_button("Tag det væk igen")
    jytte.page.wait_for_timeout(300)
    jytte.goes_to("/mit/")
    expect(jytte.page.get_by_text(LOST)).to_be_hidden()


def test_a_nurse_scans_the_card_and_a_lost_phone_is_closed_from_elsewhere(site: Site, lived):
    # given a card with a code, and a nurse who holds it
    with as_(lived.citizen):
        make_code(actor=lived.citizen, course_id=lived.id)
        code = profile(lived.id).card_code
    assert code
    nurse = site.visitor().goes_to(f"/k/{short(LINK, code)}/").finds_no_barrier()
    nurse.does_not_see("Karen Koordinator").touches_button("Vis, hvem jeg skal ringe til")
    nurse.sees("Karen Koordinator").does_not_see("Jytte").finds_no_barrier()
    assert nurse.touches == 1
    # and Jytte with her own phone
    jytte = site.signed_in("jytte-uden-net").goes_to("/mit/uden-net/")
    jytte.touches_button("Ja, gem det på min telefon")
    expect(jytte.page.get_by_text("Det ligger på telefonen nu")).to_be_visible()
    # given that the session has run out, the card is still one touch from the door
    jytte.page.context.clear_cookies()
    jytte.goes_to("/log-ind/").follows("Se mit kort på telefonen").sees("Karen Koordinator")
    # when she ends it from another place, it is gone the next time the phone meets the net
    other = site.signed_in("jytte-uden-net").goes_to("/min-adgang/sessioner/")
    other.touches_button("Afslut alle andre")
    jytte.goes_to("/log-ind/")
    expect(jytte.page.locator("[data-kept-door]")).to_be_hidden()
    jytte.goes_to("/uden-net/").sees("Der ligger ikke noget")
    expect(jytte.page.get_by_text("Du er uden net")).to_be_visible()
    comes_to_lie(jytte, NOTHING)
