"""Moment 3: a practice between two patients, without a login and without a script; and a code."""

import pytest

from landfast.plan.actions.outside import say_code
from tests.browser.conftest import Site
from tests.browser.test_plan import looks
from tests.factories.parts import asked_outside
from tests.factories.plan import in_days, with_team
from tests.factories.town import as_, build_town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def town(site):
    built = build_town()
    site.account(built.karen, "karen")
    return built


@pytest.fixture(scope="module")
def lived(site, town):
    return with_team(town, town.bo)


def test_a_practice_answers_in_three_touches_and_has_it_for_its_record(site: Site, town, lived):
    # given a mail with a link, opened between two patients, by a browser without script
    agreement, link = asked_outside(town, lived, "Lægehuset Torvet")
    practice = site.visitor(javascript=False).goes_to(f"/svar/{link.token}/")
    practice.sees("Karen Koordinator spørger dig")
    # when they say yes
    practice.touches_button("Ja, det gør jeg")
    # then it is agreed, and the words for their own record lie ready
    practice.sees("Det er gjort")
    copied = practice.page.get_by_label("Kopiér teksten").input_value()
    assert practice.touches <= 3
    assert "Ringer til boligforeningen" in copied
    assert "/svar/" in copied
    # and the team reads it as theirs
    karen = site.signed_in("karen").goes_to(f"/forloeb/{lived.id}/aftale/{agreement}/")
    karen.sees("Lægehuset Torvet er spurgt uden for Landfast").sees("sagde ja")
    looks(karen, "outside-team")


def test_an_aunt_proposes_another_day_and_tells_how_it_went(site: Site, town, lived):
    agreement, link = asked_outside(town, lived, "Inge")
    aunt = site.visitor().goes_to(f"/svar/{link.token}/")
    looks(aunt, "outside-asked")
    aunt.opens("Ja, men med andre ord")
    form = aunt.page.locator("details", has_text="Ja, men med andre ord")
    form.get_by_label("Det kan jeg love").fill("Kommer om torsdagen")
    form.get_by_label("Senest").fill(in_days(9).isoformat())
    aunt.touches_button("Send mit forslag").sees("Dine ord er sendt")
    karen = site.signed_in("karen").goes_to(f"/forloeb/{lived.id}/aftale/{agreement}/")
    karen.touches_button("Sig ja til de nye ord").sees("Nu gælder aftalen")
    aunt.goes_to(f"/svar/{link.token}/").sees("Kommer om torsdagen")
    aunt.opens("Det blev ikke gjort").writes("Hvad kom i vejen?", "Toget kørte ikke")
    aunt.touches_button("Send: ikke gjort").sees("Toget kørte ikke")
    looks(aunt, "outside-told")


def test_a_code_from_the_table_is_written_on_ones_own_phone(site: Site, town, lived):
    agreement, _link = asked_outside(town, lived, "Udlejeren")
    with as_(town.karen):
        code = say_code(actor=town.karen, agreement_id=agreement)
    phone = site.visitor(javascript=False).goes_to("/svar/")
    phone.writes("Koden", code.lower()).touches_button("Vis, hvad jeg er spurgt om")
    phone.sees("Karen Koordinator spørger dig").touches_button("Ja, det gør jeg")
    phone.sees("Det er gjort")
    site.visitor().goes_to("/svar/").finds_no_barrier()
