"""The reflector's own words on the page of the minutes (Åben Dialog, S001 §3.3.3)."""

import pytest
from django.urls import reverse

from landfast.kernel.refusals import NotNow
from landfast.meetings import actions, queries
from tests.factories.town import as_
from tests.meetings.test_reflecting import HEARD, met, write

__all__ = ["met"]


def test_it_goes_out_with_the_minutes_and_stands_as_it_went_out(met, signed_in):
    page = reverse("minutes", args=[met.course_id, met.id])
    anna, bo = signed_in(met.anna), signed_in(met.bo)
    asked = reverse("invitations")
    assert f"{page}#reflection" in anna.get(asked).content.decode()
    assert page not in bo.get(asked).content.decode()
    assert "Skriv din refleksion" in anna.get(page).content.decode()
    assert "Skriv din refleksion" not in bo.get(page).content.decode()
    sent_to = reverse("write_reflection", args=[met.course_id, met.id])
    assert anna.post(sent_to, {"text": ""}).status_code == 422
    assert anna.post(sent_to, {"text": HEARD}).status_code == 302
    assert page not in anna.get(asked).content.decode()
    with as_(met.karen):
        minutes = queries.newest(met.id).id
        actions.show_minutes(actor=met.karen, minutes_id=minutes)
        actions.note_seen_beside(actor=met.karen, minutes_id=minutes)
        actions.publish_minutes(
            actor=met.karen, minutes_id=minutes,
            recipients=[met.guests["bo"], met.guests["anna"]],
        )  # fmt: skip
    seen = bo.get(page).content.decode()
    assert "Skrevet af Anna Afsnit" in seen
    assert HEARD in seen
    assert "Skriv din refleksion" not in anna.get(page).content.decode()
    with pytest.raises(NotNow):
        write(met, met.anna, "For sent")
