"""The code on her card: hers to put there, opened by whoever holds the card, and told to her."""

from datetime import timedelta

import pytest
from django.test import Client

from landfast.access.links import key_of, short, signed
from landfast.access.looks.told import looks
from landfast.access.queries import events
from landfast.course import models
from landfast.course.actions import card
from landfast.course.rules.card import LINK
from landfast.journeys.stop_course import stop_course
from landfast.kernel.clock import at, now
from landfast.kernel.refusals import NotAllowed
from landfast.messages.rules import NEWS
from tests.factories.courses import started_course
from tests.factories.town import as_


@pytest.fixture
def lived(town):
    return started_course(town)


@pytest.fixture
def me(lived, signed_in):
    return signed_in(lived.citizen)


def coded(lived, me) -> str:
    """The address on her card."""
    me.post(f"/mit/{lived.id}/kort/kode/")
    with as_(lived.citizen):
        return "/k/" + short(LINK, models.Profile.objects.get(course_id=lived.id).card_code) + "/"


def body(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def test_whoever_holds_the_card_sees_whom_to_ring_and_nothing_of_her(lived, me):
    assert "<svg" not in body(me.get("/mit/kort/")).split("lf-wallet-code")[-1][:5]
    address, nurse = coded(lived, me), Client()
    assert "lf-code" in body(me.get("/mit/kort/"))
    shut = body(nurse.get(address))
    assert "Karen Koordinator" not in shut
    opened = body(nurse.post(address))
    assert "Karen Koordinator" in opened
    assert "Jytte" not in opened
    assert opened.count('href="tel:') >= 1


def test_only_the_touch_is_logged_and_told_and_she_hears_of_it_once_an_hour(lived, me):
    address = coded(lived, me)

    def told() -> list[str]:
        with as_(lived.citizen):
            return [row.kind for row in events(lived.id, ["card.opened"])]

    Client().get(address)
    assert told() == []
    Client().post(address)
    Client().post(address)
    assert told() == ["card.opened"]
    with at(now() + timedelta(minutes=61)):
        Client().post(address)
        assert len(told()) == 2
    assert NEWS["card.opened"].citizen
    assert NEWS["card.opened"].holders
    page = body(me.get("/mit/valg/"))
    assert "En, der havde dit kort," in page
    assert "så siden »Koden på dit kort«" in page
    with as_(lived.citizen):
        assert sum(row.times for row in looks(lived.id)) == 3


def test_a_code_taken_back_or_renewed_or_of_an_ended_course_opens_nothing(lived, me):
    first = coded(lived, me)
    second = coded(lived, me)
    assert "Koden virker ikke" in body(Client().post(first), 404)
    body(Client().post(second))
    me.post(f"/mit/{lived.id}/kort/kode/luk/")
    assert "Koden virker ikke" in body(Client().post(second), 404)
    third = coded(lived, me)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    body(Client().post(third), 404)


def test_a_forged_code_opens_nothing_and_guessing_is_stopped(lived, me):
    address = coded(lived, me)
    guesser = Client()
    for forged in ("x", address[3:-3] + "AA", signed(LINK, "x")):
        assert guesser.post(f"/k/{forged}/").status_code in {404, 429}
    assert key_of("other", address[3:-1]) is None
    for _ in range(60):
        last = guesser.post("/k/x/").status_code
    assert last == 429


def test_nobody_else_puts_a_code_on_her_card(town, lived, signed_in):
    with as_(town.karen), pytest.raises(NotAllowed):
        card.make_code(actor=town.karen, course_id=lived.id)
    assert signed_in(town.bo).post(f"/mit/{lived.id}/kort/kode/").status_code in {403, 404}


def test_the_card_on_paper_has_the_code(lived, me):
    plain = me.get("/mit/kort.pdf")
    assert plain["Content-Type"] == "application/pdf"
    coded(lived, me)
    with_code = me.get("/mit/kort.pdf").content
    assert with_code.startswith(b"%PDF")
    assert len(with_code) > len(plain.content)
