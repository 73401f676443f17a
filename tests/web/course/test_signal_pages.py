"""A sign in two touches; numbers for danger now on the same screen; she reads the same."""

from datetime import timedelta

from django.urls import reverse

from landfast.access.rules import Topic
from landfast.consent.actions import Outside, Yes, share
from landfast.kernel.clock import today
from tests.factories.courses import assessed_course
from tests.factories.meetings import prepared_meeting
from tests.factories.parts import visits
from tests.factories.plan import with_team
from tests.factories.signs import grounded
from tests.factories.town import as_


def test_a_sign_is_recorded_and_she_reads_it(town, signed_in):
    course = with_team(town, town.bo)
    bo, page = signed_in(town.bo), reverse("record_signal", args=[course.id])
    without = bo.get(page).content.decode()
    assert "Her samles der ikke tegn" in without
    assert "tel:112" in without
    assert "Gem tegnet" not in without
    told = {"kind": "suicide", "seen_on": today().isoformat(), "words": "Sagt i går",
            "only_her": "on"}  # fmt: skip
    assert bo.post(page, told).status_code == 422
    read = reverse("signals", args=[course.id])
    assert "Her samles der ikke tegn" in bo.get(read).content.decode()
    grounded(town)
    assert "Der er ikke skrevet nogen" in bo.get(read).content.decode()
    shown = bo.get(page).content.decode()
    for words in ("tel:112", "tel:70201201", "Gem tegnet", "Henvis en borger"):
        assert words in shown
    for never in ("Klage", "Udeblev"):
        assert never not in shown
    lacks = bo.post(page, told | {"kind": ""})
    assert (lacks.status_code, "Sagt i går" in lacks.content.decode()) == (422, True)
    typed = bo.post(page, told | {"seen_on": "i tirsdags"}).content.decode()
    assert '<input type="text" name="seen_on" value="i tirsdags"' in typed, "what was typed stays"
    kept = bo.post(page, told | {"kind": ""}).content.decode()
    assert f'<input type="date" name="seen_on" value="{today().isoformat()}"' in kept
    others = bo.post(page, {**told, "only_her": ""})
    assert (others.status_code, "Sagt i går" in others.content.decode()) == (422, True)
    assert "Handler ordene kun om borgeren?" in others.content.decode()
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


def test_who_reads_by_topic_a_guest_and_intake_write_one_from_their_own_page(town, signed_in):
    met = prepared_meeting(town)
    jytte, course, guest = met.lived.citizen, met.lived.id, town.hire("Gitte Gæst", town.social,
                                                                    "case_worker")  # fmt: skip
    with as_(jytte):
        yes = Yes([Topic.HOUSING], "Finde en bolig", today() + timedelta(days=30))
        share(actor=jytte, course_id=course, to=Outside(person=town.solveig.person_id), yes=yes)
    visits(met, guest)
    waits = assessed_course(town, "Bent Berg").id
    desks = (
        (town.solveig, course, reverse("shared", args=[course]), "eviction_notice"),
        (guest, course, reverse("visit_meeting", args=[course, met.id]), "suicide"),
        (town.nina, waits, reverse("assess", args=[waits]), "relative_concern"),
    )  # fmt: skip
    clients = {actor.person_id: signed_in(actor) for actor, *_rest in desks}
    for actor, about, own, _kind in desks:
        page = reverse("record_signal", args=[about])
        assert page not in clients[actor.person_id].get(own).content.decode()
    grounded(town)
    for actor, about, own, kind in desks:
        client, page = clients[actor.person_id], reverse("record_signal", args=[about])
        assert page in client.get(own).content.decode()
        shown = client.get(page).content.decode()
        assert "tel:112" in shown
        assert ("benefit" in shown) == (actor is not town.solveig), "only what is shared"
        told = {"kind": kind, "seen_on": today().isoformat(), "words": ""}
        assert client.post(page, told).headers["Location"] == own
    assert clients[town.solveig.person_id].post(
        reverse("record_signal", args=[course]), told | {"kind": "benefit"}
    ).status_code == 422  # fmt: skip
    hers = signed_in(jytte).get(reverse("signals", args=[course])).content.decode()
    for words in ("må læse om emnet", "gæst på mødet ", "Gitte Gæst"):
        assert words in hers
