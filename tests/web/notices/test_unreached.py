"""What did not arrive is shown to who can act, as the bare fact, and can be tried again."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from landfast.course.actions import coordinator
from landfast.kernel.clock import now
from landfast.messages import models, queries
from landfast.messages.rules import DeliveryState, Failure, Purpose
from tests.factories.courses import started_course
from tests.factories.town import as_


def failed(actor, state=DeliveryState.DEAD, hours=3, purpose=Purpose.NEWS):
    """A message to somebody that was given up, or arrived."""
    with as_(actor):
        models.Delivery.objects.create(
            person_id=actor.person_id, state=state, purpose=purpose, next_try_at=now(), tries=5,
            created_at=now(),
            ended_at=now() - timedelta(hours=hours),
            failure=Failure.REFUSED_ADDRESS if state is DeliveryState.DEAD else "",
        )  # fmt: skip


def states(actor):
    with as_(actor):
        return [row.state for row in queries.deliveries(actor)]


@pytest.fixture
def lived(town):
    return started_course(town)


def courses_seen_by(actor):
    with as_(actor):
        with connection.cursor() as cursor:
            cursor.execute("select course_id from notices_unreached_courses()")
            return [key for (key,) in cursor.fetchall()]


def test_who_holds_her_course_is_told_to_ring_instead(town, lived, signed_in):
    karen = signed_in(town.karen)
    assert "kom ikke frem" not in karen.get(reverse("monday")).content.decode()
    failed(lived.citizen)
    with as_(town.karen):
        coordinator.name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    for actor in (town.karen, town.mads):
        assert courses_seen_by(actor) == [lived.id]
    for actor in (town.bo, town.dorte, town.lars, town.nina, lived.citizen, None):
        assert courses_seen_by(actor) == []
    for name, at in (("monday", []), ("course", [lived.id])):
        page = karen.get(reverse(name, args=at)).content.decode()
        assert "En besked om nyt kom ikke frem" in page, name
        assert "Ring til" in page
        assert "Adressen findes ikke" not in page, "why is hers"
        assert "Prøv beskeden til Jytte igen" in page
    with as_(town.karen):
        assert not models.Delivery.objects.filter(person_id=lived.citizen.person_id).exists()


def touch(page, name):
    """The form of one button: where it goes and what it sends."""
    form = re.search(rf'action="([^"]*)">((?:<input[^>]*>)*)<button[^>]*>{name}', page)
    return form[1], dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form[2]))


@pytest.mark.parametrize("name", ["monday", "course"])
def test_that_it_was_said_is_one_touch_and_another_takes_it_back(town, lived, signed_in, name):
    """Rung instead: the line goes, and where it was a mistake it stands again as it was."""
    failed(lived.citizen)
    karen, here = signed_in(town.karen), reverse(name, args=[lived.id] if name == "course" else [])
    url, sent = touch(karen.get(here).content.decode(), "Sagt")
    assert sent["until"]
    after = karen.post(url, sent)
    assert (after.status_code, after["Location"].split("?")[0]) == (303, here)
    page = karen.get(after["Location"]).content.decode()
    assert "Det er noteret, at det er sagt." in page
    assert "kom ikke frem" not in page
    assert states(lived.citizen) == [DeliveryState.TOLD]
    lead = signed_in(town.dorte)
    assert lead.post(url, sent).status_code == 403
    back, kept = touch(page, "Fortryd")
    assert lead.post(back, kept).status_code == 403
    assert karen.post(back, kept).status_code == 303
    page = karen.get(after["Location"]).content.decode()
    assert "Det venter igen på at blive sagt." in page
    assert "Det er noteret" not in page, "an address that is kept says nothing"
    assert "En besked om nyt kom ikke frem" in page
    assert states(lived.citizen) == [DeliveryState.DEAD]
    assert karen.post(back, kept).status_code == 409


@pytest.mark.parametrize("until", ["", "i går", "2026-11-30", "2026-11-30T10:00"])
def test_a_page_without_its_moment_notes_nothing(town, lived, signed_in, until):
    failed(lived.citizen)
    url = reverse("note_said", args=[lived.id, lived.citizen.person_id])
    answer = signed_in(town.karen).post(url, {"until": until})
    assert answer.status_code == 409
    assert "Siden er for gammel" in answer.content.decode()
    assert states(lived.citizen) == [DeliveryState.DEAD]


@pytest.mark.parametrize("kept", ["x", "x.y", "", "01a22c15-fe9d-774b-b67a-ba3c5ee48411"])
def test_an_address_that_says_nothing_shows_the_page_as_ever(town, lived, signed_in, kept):
    karen = signed_in(town.karen)
    for name, at in (("monday", []), ("course", [lived.id])):
        page = karen.get(reverse(name, args=at), {"sagt": kept})
        assert page.status_code == 200
        assert "Det er noteret" not in page.content.decode()


def test_it_is_tried_again_by_who_holds_the_course(town, lived, signed_in):
    failed(lived.citizen)
    failed(lived.citizen)
    again = reverse("retry_course_mail", args=[lived.id])
    assert signed_in(town.bo).post(again).status_code == 404
    assert signed_in(town.dorte).post(again).status_code == 403
    with as_(town.dorte), connection.cursor() as cursor:
        cursor.execute("select notices_retry_course(%s)", [lived.id])
        assert cursor.fetchone() == (False,)
    karen = signed_in(town.karen)
    assert karen.post(again).status_code == 302
    assert states(lived.citizen) == [DeliveryState.WAITING] * 2
    assert courses_seen_by(town.karen) == []
    assert karen.post(again).status_code == 409


def test_what_has_arrived_since_is_no_failure(town, lived):
    failed(lived.citizen)
    failed(town.bo)
    leader = town.hire("Sanne Social", town.social, "leader")
    for actor in (lived.citizen, town.bo):
        failed(actor, DeliveryState.SENT, hours=1)
    assert courses_seen_by(town.karen) == []
    with as_(leader):
        assert queries.unreached(leader) == []


def test_an_administrator_sees_staff_and_tries_again(town, lived, signed_in):
    failed(town.bo)
    failed(lived.citizen)
    sia, tove = (
        town.hire(name, unit, "org_admin")
        for name, unit in (("Sia Social", town.social), ("Tove Top", town.coordination))
    )
    hers, others = signed_in(sia), signed_in(tove)
    page = hers.get(reverse("notices")).content.decode()
    assert "Bo Bostøtte" in page
    assert "Adressen findes ikke" in page
    assert "Prøv beskeden til Bo Bostøtte igen" in page
    assert "Bo Bostøtte" not in others.get(reverse("notices")).content.decode()
    again = reverse("retry_staff_mail", args=[town.bo.person_id])
    assert others.post(again).status_code == 409
    assert hers.post(again).status_code == 302
    assert states(town.bo) == [DeliveryState.WAITING]
    citizens = reverse("retry_staff_mail", args=[lived.citizen.person_id])
    assert hers.post(citizens).status_code == 409
    assert states(lived.citizen) == [DeliveryState.DEAD]


def test_an_address_that_no_mail_reaches_is_not_told_to_be_asked(town, signed_in):
    bo = signed_in(town.bo)
    mine = {"way": "mail", "address": "bo@exampel.dk", "quiet_from": "20:00"}
    mine["quiet_until"] = "08:00"
    assert bo.post(reverse("notices"), mine).status_code == 302
    asked, lost = "Åbn den, og sig ja", "Mailen til bo@exampel.dk kom ikke frem"
    page = bo.get(reverse("notices")).content.decode()
    assert asked in page
    assert lost not in page
    failed(town.bo, purpose=Purpose.CONFIRM)
    page = bo.get(reverse("notices")).content.decode()
    assert asked not in page
    assert lost in page
