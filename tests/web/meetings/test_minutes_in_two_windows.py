"""The minutes in two windows: the second save is refused, shows both texts, and loses nothing."""

from html import unescape

import pytest
from django.urls import reverse

from landfast.meetings import actions, queries
from landfast.meetings.rules import MinutesState
from tests.factories.meetings import held_meeting
from tests.factories.town import as_
from tests.web.meetings.frames import typed


def text(answer):
    return unescape(answer.content.decode()).replace("\xa0", " ")


def minutes_of(met, *, to_her):
    with as_(met.karen):
        minutes = actions.make_minutes(actor=met.karen, meeting_id=met.id)
        if to_her:
            actions.show_minutes(actor=met.karen, minutes_id=minutes)
    return minutes


def test_who_puts_the_draft_right_from_an_older_page_loses_nobodys_words(town, signed_in):
    met = held_meeting(town)
    minutes_of(met, to_her=False)
    karen, keys = signed_in(town.karen), [met.course_id, met.id]
    page, edit = reverse("minutes", args=keys), reverse("edit_minutes", args=keys)
    first = typed(karen.get(page), citizen_said="Hver lørdag")
    second = typed(karen.get(page), citizen_said="Hver anden lørdag")
    assert karen.post(edit, first).status_code == 302
    refused = karen.post(edit, second)
    assert refused.status_code == 422
    assert "En anden har rettet det imens." in text(refused)
    assert "Hver anden lørdag" in text(refused), "what was typed is kept"
    assert "Hver lørdag" in text(refused).partition("Det står der nu")[2]
    with as_(met.karen):
        assert queries.newest(met.id).citizen_said == "Hver lørdag"
    assert karen.post(edit, typed(refused, citizen_said="Hver anden lørdag")).status_code == 302


def test_her_own_note_in_another_window_is_not_written_over(town, signed_in):
    met = held_meeting(town)
    minutes_of(met, to_her=True)
    me, page = signed_in(met.lived.citizen), reverse("my_minutes", args=[met.course_id, met.id])
    older = me.get(page)
    assert me.post(page, typed(older, note="Hver lørdag")).status_code == 302
    for words in ("", "Jeg var træt"):
        refused = me.post(page, typed(older, note=words))
        assert "Ordene er ændret imens. Intet er væk." in text(refused)
        assert "Hver lørdag" in text(refused).partition("Det står der nu")[2]
    with as_(met.lived.citizen):
        assert queries.newest(met.id).citizen_note == "Hver lørdag"
    assert me.post(page, typed(refused, note="Hver lørdag. Jeg var træt")).status_code == 302
    with as_(met.lived.citizen):
        assert queries.newest(met.id).citizen_note == "Hver lørdag. Jeg var træt"


@pytest.mark.parametrize("by", ["herself", "beside"])
def test_what_was_put_right_meanwhile_is_not_seen_by_who_read_the_older_words(town, signed_in, by):
    met = held_meeting(town)
    minutes, keys = minutes_of(met, to_her=True), [met.course_id, met.id]
    reader = signed_in(met.lived.citizen if by == "herself" else town.karen)
    page = reverse("my_minutes" if by == "herself" else "minutes", args=keys)
    send = page if by == "herself" else reverse("seen_beside", args=keys)
    older = reader.get(page)
    with as_(met.karen):
        actions.edit_minutes(
            actor=met.karen, minutes_id=minutes, citizen_said="Hver lørdag", themes={}
        )
    refused = reader.post(send, typed(older, note="Det er fint"))
    assert refused.status_code == 422
    assert "En anden har rettet det imens." in text(refused)
    assert "Hver lørdag" in text(refused), "she reads what stands now"
    assert "Det er fint</textarea>" in text(refused), "what was typed is kept"
    with as_(met.karen):
        assert queries.newest(met.id).state is MinutesState.SHOWN
    assert reader.post(send, typed(refused, note="Det er fint")).status_code == 302
    with as_(met.karen):
        assert queries.newest(met.id).state is MinutesState.SEEN
