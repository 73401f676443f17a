"""The pages on which somebody who rings meanwhile is named, while that one is away."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from landfast.course.rules.words import Outcome
from landfast.kernel.clock import today
from tests.course.test_rung_meanwhile import is_away
from tests.factories.referrals import assessed, citizen_of, decided


@pytest.fixture
def waits(town):
    course_id = decided(town, Outcome.WAITING)
    is_away(town.karen)
    return course_id


def text(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_her_own_page_says_who_rings_and_has_a_number_that_is_answered(town, waits, signed_in):
    seen = text(signed_in(citizen_of(town, waits)).get(reverse("my_course")))
    assert "Karen Koordinator er væk." in seen
    assert "Dorte Daglig ringer til dig imens." in seen
    assert "Ring til Dorte Daglig" in seen
    assert "Ring til Karen" not in seen


def test_who_is_away_is_on_the_list_with_the_why_and_cannot_be_chosen(town, signed_in):
    # given that Karen is away, and Jytte is to be on the waiting list
    course_id = assessed(town)
    is_away(town.karen)
    mads, url = signed_in(town.mads), reverse("propose_decision", args=[course_id, "waiting"])
    # then she is on the list, greyed out
    page = text(mads.get(url))
    [option] = re.findall(rf'<option value="{town.karen.person_id}"([^>]*)>([^<]*)<', page)
    assert "disabled" in option[0]
    assert "Er væk lige nu" in option[1]
    assert "disabled" not in page.partition(f'value="{town.nina.person_id}"')[2].partition(">")[0]
    # and who sends her all the same is told, and has what was typed
    typed = {
        "reason": "Der er ikke plads endnu.", "calls_meanwhile": str(town.karen.person_id),
        "expected_on": str(today() + timedelta(days=30)),
    }  # fmt: skip
    sent = mads.post(url, typed)
    assert sent.status_code == 422
    assert "Vælg en anden til at ringe. Personen er væk lige nu." in sent.content.decode()
    assert "Der er ikke plads endnu." in sent.content.decode()
    typed["calls_meanwhile"] = str(town.nina.person_id)
    assert mads.post(url, typed).status_code == 302


def test_the_answer_that_intake_reads_says_the_same_as_hers(town, waits, signed_in):
    page = text(signed_in(town.mads).get(reverse("assess", args=[waits])))
    assert "Dorte Daglig ringer til dig imens." in page
    assert "Karen Koordinator ringer til dig imens." not in page


def test_the_course_page_the_waiting_list_and_the_overview_say_the_same(town, waits, signed_in):
    dorte = signed_in(town.dorte)
    course = text(dorte.get(reverse("course", args=[waits])))
    assert "Karen Koordinator er væk. <strong>Dorte Daglig</strong> ringer til" in course
    assert "Dorte Daglig i stedet for Karen Koordinator" in text(dorte.get("/henvendelser/"))
    assert "Dorte Daglig ringer imens · Karen Koordinator er væk" in text(
        dorte.get(reverse("overview"))
    )
