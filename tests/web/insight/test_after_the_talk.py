"""A promise that was not kept and was talked about stays on Mandag until it is said what comes."""

import pytest
from django.urls import reverse

from landfast.insight.monday import Waiting, monday
from landfast.insight.waiting import Waits
from landfast.kernel.clock import today
from landfast.plan import actions
from landfast.web.insight.monday_present import waiting_line
from tests.factories.plan import accepted, in_days, not_kept, proposed, with_team
from tests.factories.town import as_

NONE_NEW = "Der skal ikke være en ny"


@pytest.fixture
def lived(town):
    return with_team(town, town.bo, town.anna)


def waits(actor):
    with as_(actor):
        return [one.due.what for one in monday(actor).waits if isinstance(one, Waiting)]


def page_of(browser):
    return browser.get(reverse("monday")).content.decode()


def test_it_is_shown_however_much_else_waits_and_goes_with_either_word(town, lived, browse):
    broken = not_kept(town, lived, town.bo)
    with as_(town.karen):
        actions.note_talk(actor=town.karen, agreement_id=broken, citizen_said_yes=True)
    for _ in range(5):
        proposed(town, lived, town.karen)
    assert waits(town.karen)[0] is Waits.NEW_AGREEMENT
    page = page_of(browse(town.karen))
    assert "I har talt om det, der ikke blev holdt" in page
    assert NONE_NEW in page
    url = reverse("lapse_agreement", args=[lived.id, broken])
    assert url in page
    with as_(town.karen):
        actions.lapse_agreement(actor=town.karen, agreement_id=broken, citizen_said_so=True)
    assert Waits.NEW_AGREEMENT not in waits(town.karen)
    assert NONE_NEW not in page_of(browse(town.karen))


def test_a_talk_is_dated_by_the_day_of_the_talk(town, lived):
    broken = not_kept(town, lived, town.bo, due_on=in_days(4))
    with as_(town.karen):
        actions.note_talk(actor=town.karen, agreement_id=broken, citizen_said_yes=True)
        [line] = [waiting_line(one) for one in monday(town.karen).waits if isinstance(one, Waiting)]
    assert "I har talt om det" in line.sentence
    assert line.when == today()


def test_what_another_wrote_down_for_its_maker_is_the_makers_word(town, lived, browse):
    agreement = accepted(town, lived, town.bo)
    with as_(town.karen):
        actions.report_agreement(
            actor=town.karen, agreement_id=agreement, report=actions.Report.NOT_KEPT, because="Syg"
        )
    page = page_of(browse(town.karen))
    assert f"{town.bo.name} fortalte, at aftalen ikke blev holdt. Du skrev det ned." in page
