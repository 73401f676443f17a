"""A sign in two touches; numbers for danger now on the same screen; she reads the same."""

from django.urls import reverse

from landfast.kernel.clock import today
from tests.factories.plan import with_team
from tests.factories.signs import grounded


def test_a_sign_is_recorded_and_she_reads_it(town, signed_in):
    course = with_team(town, town.bo)
    bo, page = signed_in(town.bo), reverse("record_signal", args=[course.id])
    without = bo.get(page).content.decode()
    assert "Her samles der ikke tegn" in without
    assert "tel:112" in without
    assert "Gem tegnet" not in without
    told = {"kind": "suicide", "seen_on": today().isoformat(), "words": "Sagt i går"}
    assert bo.post(page, told).status_code == 422
    grounded(town)
    shown = bo.get(page).content.decode()
    for words in ("tel:112", "tel:70201201", "Gem tegnet", "Henvis en borger"):
        assert words in shown
    for never in ("Klage", "Udeblev"):
        assert never not in shown
    lacks = bo.post(page, told | {"kind": ""})
    assert (lacks.status_code, "Sagt i går" in lacks.content.decode()) == (422, True)
    assert bo.post(page, told).status_code == 302
    again = bo.get(reverse("signals", args=[course.id])).content.decode()
    for words in ("Taler om ikke at ville leve", "Sagt i går", "tel:112"):
        assert words in again
    hers = signed_in(course.citizen)
    read = hers.get(reverse("signals", args=[course.id])).content.decode()
    for words in ("Det, vi har lagt mærke til", "Sagt i går", "Bo Bostøtte"):
        assert words in read
    assert "Skriv et tegn" not in read
    assert "Gem tegnet" not in hers.get(page).content.decode()
    assert signed_in(town.solveig).get(page).status_code == 404
