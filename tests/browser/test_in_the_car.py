"""Moment 6: in the car after a home visit, in a basement without a net; saved once, and copied."""

import pytest
from playwright.sync_api import expect

from landfast.plan import queries
from tests.browser.conftest import Site
from tests.browser.test_plan import looks
from tests.factories.plan import accepted, with_team
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser
DONE = "Følger med i banken"
NOT_DONE = "Henter posten"


@pytest.fixture(scope="module")
def town(site):
    built = build_town()
    site.account(built.bo, "bo")
    return built


@pytest.fixture(scope="module")
def lived(site, town):
    course = with_team(town, town.bo)
    for words in (DONE, NOT_DONE):
        accepted(town, course, town.bo, text=words)
    return course


def told(town, lived):
    with as_(town.bo):
        rows = {row.text: row for row in queries.plan_of(lived.id).agreements}
        return {
            words: [change.act.value for change in queries.history(row.id)][2:]
            for words, row in rows.items()
        }


def test_done_is_one_touch_and_the_words_for_her_record_lie_ready(site: Site, town, lived):
    bo = site.signed_in("bo").goes_to("/mine-aftaler/")
    bo.touches += 1
    card = bo.looks_at(".lf-mine", DONE)
    card.get_by_role("button", name="Aftalen er holdt").click()
    bo.sees("Kopiér til min journal")
    copied = bo.page.get_by_label("Dato, min del og et link").input_value()
    assert bo.touches <= 3
    assert DONE in copied
    assert "Jytte" not in copied
    looks(bo, "own-record")
    assert told(town, lived)[DONE] == ["keep"]


def test_what_is_told_in_a_basement_is_sent_once_when_there_is_a_net(site: Site, town, lived):
    # given the page, opened upstairs, and no net
    bo = site.signed_in("bo").goes_to("/mine-aftaler/")
    bo.page.context.set_offline(True)
    # when she tells it, and touches once more since nothing seemed to happen
    bo.opens("Ikke holdt, fordi").writes("Hvad kom i vejen?", "Døren var låst")
    bo.touches_button("Gem: ikke holdt")
    waits = bo.page.locator("[data-once-state]")
    expect(waits).to_contain_text("Gemt på telefonen")
    expect(waits).to_be_in_viewport()
    bo.touches_button("Gem: ikke holdt")
    expect(waits).to_contain_text("(1)")
    # then it is saved once, by itself, when she is back in the street
    bo.page.context.set_offline(False)
    bo.sees("Kopiér til min journal")
    assert told(town, lived)[NOT_DONE] == ["break"]
    assert bo.page.evaluate("localStorage.getItem('landfast.once')") is None
