"""Right after a meeting: what is asked on Monday, and the date that was agreed."""

from django.urls import reverse

from landfast.meetings import actions
from tests.factories.meetings import held_meeting, prepared_meeting
from tests.factories.town import as_


def text(response):
    return " ".join(response.content.decode().split())


def test_a_draft_asks_to_be_shown_and_not_to_be_written(town, signed_in):
    met = held_meeting(town)
    karen = signed_in(met.karen)
    assert "Skriv referatet" in text(karen.get(reverse("monday")))
    with as_(met.karen):
        actions.make_minutes(actor=met.karen, meeting_id=met.id)
    seen = text(karen.get(reverse("monday")))
    assert "Referatet er et udkast" in seen
    assert "Skriv referatet" not in seen


def test_the_agreed_date_stands_until_the_next_meeting_is_prepared(town, signed_in):
    met = held_meeting(town)
    karen, page = signed_in(met.karen), reverse("meetings", args=[met.course_id])
    assert "Næste møde er aftalt" in text(karen.get(page))
    karen.post(page, {"format_code": "M-01"})
    assert "Næste møde er aftalt" not in text(karen.get(page))


def test_who_can_read_stands_once_where_a_meeting_is_prepared(town, signed_in):
    met = prepared_meeting(town)
    seen = text(signed_in(met.karen).get(reverse("prepare_meeting", args=[met.course_id, met.id])))
    assert seen.count('lf-readers"') == 1
    assert "Det, der skrives her, kan læses af" in seen
