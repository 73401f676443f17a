"""Pages: little energy today, and what the next meeting offers for it."""

from datetime import timedelta

from django.urls import reverse

from landfast.kernel.clock import now
from landfast.meetings import actions, queries
from tests.factories.meetings import frame, prepared_meeting
from tests.factories.town import as_


def text(response):
    assert response.status_code == 200
    return response.content.decode()


def soon(town):
    """A meeting tomorrow at the same hour."""
    met = prepared_meeting(town, call=True)
    with as_(met.lived.citizen):
        wants = frame(starts_at=now() + timedelta(days=1), breaks="")
        actions.set_frame(actor=met.lived.citizen, meeting_id=met.id, frame=wants)
    return met


def test_she_makes_tomorrows_meeting_lighter_from_her_first_page(town, signed_in):
    met = soon(town)
    me, ease = signed_in(met.lived.citizen), reverse("ease_meeting", args=[met.course_id, met.id])
    say = reverse("say_my_energy", args=[met.course_id])
    assert "Mødet kan blive lettere" not in text(me.get("/mit/"))
    me.post(say, {"energy": "1"})
    page = text(me.get("/mit/"))
    assert "Energi i dag: Næsten ingen" in page
    for words in ("Gør mødet kortere: 30 minutter", "Hold en pause midt i", "bare lytte"):
        assert words in page
    half = {"ease": "shorter", "minutes": "30"}
    assert me.post(ease, half).status_code == 302
    assert "Gør mødet kortere" not in text(me.get("/mit/"))
    assert me.post(ease, half).status_code == 409
    for wrong in ({"ease": "none", "minutes": "0"}, {"ease": "shorter"}):
        assert me.post(ease, wrong).status_code == 422
    me.post(say, {"energy": "5"})
    assert "Mødet kan blive lettere" not in text(me.get("/mit/"))
    assert me.post(ease, {"ease": "break", "minutes": "0"}).status_code == 409


def test_who_leads_is_offered_it_and_notes_her_yes(town, signed_in):
    met = soon(town)
    signed_in(met.lived.citizen).post(
        reverse("say_my_energy", args=[met.course_id]), {"energy": "2"}
    )
    karen = signed_in(met.karen)
    for page in ("prepare_meeting", "hold_meeting"):
        shown = text(karen.get(reverse(page, args=[met.course_id, met.id])))
        assert "Jytte sagde i dag: lidt energi" in shown
        assert "Borgeren siger ja: en pause midt i" in shown
    ease = reverse("ease_meeting", args=[met.course_id, met.id])
    assert karen.post(ease, {"ease": "break", "minutes": "0"}).status_code == 302
    with as_(met.karen):
        assert queries.meeting(met.id).breaks == "En pause midt i mødet"


def test_the_others_do_not_read_her_energy(town, signed_in):
    met = soon(town)
    signed_in(met.lived.citizen).post(
        reverse("say_my_energy", args=[met.course_id]), {"energy": "2"}
    )
    page = reverse("prepare_meeting", args=[met.course_id, met.id])
    assert "energi" not in text(signed_in(met.bo).get(page))
