"""Into my own record (D8): my part across citizens, her own copy, and the unit's mailbox."""

import re

import pytest
from django.urls import reverse

from tests.factories.meetings import held_meeting
from tests.factories.plan import accepted, proposed
from tests.meetings.test_minutes import published


@pytest.fixture
def met(town):
    met = held_meeting(town)
    published(met, "bo")
    return met


def text(answer, status=200):
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def test_my_part_of_minutes_and_agreements_and_nobody_elses(
    town, met, signed_in, django_assert_max_num_queries
):
    accepted(town, met.lived, met.bo)
    proposed(town, met.lived, met.bo, text="Ikke svaret endnu")
    accepted(town, met.lived, met.anna, text="Annas egen")
    bo = signed_in(met.bo)
    with django_assert_max_num_queries(21):
        page = text(bo.get(reverse("for_my_record")))
    assert "Referat af et møde" in page
    assert "min aftale" in page
    assert "Ringer til boligforeningen" in page
    assert "Ikke svaret endnu" not in page
    assert "Annas egen" not in page
    copies = re.findall(r"<textarea[^>]*>([^<]*)</textarea>", page)
    assert len(copies) == 2
    assert all("Jytte" not in one for one in copies)
    assert "arbejdspladsens" in page


def test_who_has_nothing_reads_so_and_a_citizen_has_no_such_page(town, met, signed_in):
    assert "ikke noget nyt til din journal" in text(
        signed_in(town.vibeke).get(reverse("for_my_record"))
    )
    assert signed_in(met.lived.citizen).get(reverse("for_my_record")).status_code in {403, 404}


def test_her_minutes_have_a_text_to_copy_and_say_whose_they_are(met, signed_in):
    page = text(
        signed_in(met.lived.citizen).get(reverse("my_minutes", args=[met.course_id, met.id]))
    )
    [copy] = re.findall(r'id="copied-text"[^>]*>([^<]*)</textarea>', page)
    assert "referat af mit møde" in copy
    assert "Jeg sagde tre timer" in copy
    assert "fælles for dig og dit team" in page


def test_who_keeps_the_unit_sets_its_mailbox_in_the_browser(town, signed_in):
    keeper = signed_in(town.hire("Olga Organisator", town.social, "org_admin"))
    where = reverse("record_box", args=[town.social])
    assert where in text(keeper.get(reverse("kept_unit", args=[town.social])))
    wrong = text(keeper.post(where, {"address": "journal", "seen": ""}), 422)
    assert "Skriv en mailadresse" in wrong
    assert 'value="journal"' in wrong
    assert keeper.post(where, {"address": "journal@eksempel.dk"}).status_code == 302
    assert 'value="journal@eksempel.dk"' in text(keeper.get(where))
    assert signed_in(town.bo).get(where).status_code in {403, 404}
