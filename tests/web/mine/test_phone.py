"""What lies on her own telephone, and leaving at a touch; the rest is in tests/browser."""

import json
import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from landfast.access.links import signed
from landfast.course.rules.card import COPY
from landfast.journeys.stop_course import stop_course
from landfast.kernel import clock, danish
from landfast.login.actions import sittings
from landfast.meetings.queries import next_meeting
from landfast.web.doors import SESSION_SITTING
from landfast.web.mine.kept_here import MARK
from tests.factories.courses import started_course
from tests.factories.lived import lived_course
from tests.factories.town import as_

COPY_URL, HOLDS = "/mit/uden-net/kopi/", "/uden-net/gaelder/"


@pytest.fixture
def lived(town):
    return lived_course(town)


@pytest.fixture
def me(lived, signed_in):
    return signed_in(lived.citizen)


def holds(proof: str) -> bool:
    answer = Client().get(HOLDS, headers={"X-Copy-Proof": proof})
    assert answer.status_code in {204, 410}
    assert answer.content == b""
    return answer.status_code == 204


def test_the_copy_has_the_four_things_and_nothing_to_press(me):
    answer = me.get(COPY_URL)
    page = answer.content.decode()
    for words in ("Karen Koordinator", "Hjemme hos Jytte", "eget sted at bo", "Når jeg får det",
                  "Det er dit forløb hos Koordinatorteamet."):  # fmt: skip
        assert words in page
    for never in ("<form", "<script", "csrf", "Lige nu", "<img", "i morgen"):
        assert never not in page
    assert "no-store" in answer["Cache-Control"]
    assert holds(answer["X-Copy-Proof"])


def test_the_copy_says_the_hour_also_when_it_is_taken_the_day_before(lived, signed_in):
    with as_(lived.citizen):
        coming = next_meeting(lived.id).starts_at.astimezone(clock.DENMARK)
    with clock.at(coming - timedelta(hours=20)):
        page = signed_in(lived.citizen).get(COPY_URL).content.decode()
    assert f"{danish.day(coming).capitalize()} {danish.clock(coming)}" in page


def test_a_phone_that_has_had_it_is_told_when_the_browser_threw_it_away(town, lived, me, signed_in):
    lost = "Kortet ligger ikke længere på telefonen"
    assert lost not in me.get("/mit/").content.decode(), "it was never here"
    me.get(COPY_URL)
    page = me.get("/mit/").content.decode()
    assert lost in page
    assert re.search(r"data-copy-lost hidden", page), "the script looks first whether it lies there"
    assert str(lived.citizen.person_id) not in me.cookies[MARK].value
    other = signed_in(started_course(town, "Jens Hansen").citizen)
    other.cookies[MARK] = me.cookies[MARK].value
    assert lost not in other.get("/mit/").content.decode(), "it is told to nobody else"
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    assert lost not in me.get("/mit/").content.decode(), "then it is gone as it was to be"


def test_it_is_one_look_of_hers_and_few_queries(me, django_assert_max_num_queries):
    me.get(COPY_URL)
    with django_assert_max_num_queries(34):
        me.get(COPY_URL)


def test_it_falls_when_its_session_is_ended_from_elsewhere(lived, me):
    proof = me.get(COPY_URL)["X-Copy-Proof"]
    with as_(lived.citizen):
        sittings.end_others(actor=lived.citizen, but=UUID(int=0))
    assert not holds(proof)


def test_it_falls_when_the_course_ends_with_and_without_a_login(lived, me):
    proof = me.get(COPY_URL)["X-Copy-Proof"]
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
    assert me.get(COPY_URL).status_code == 410
    assert not holds(proof)


def test_a_proof_that_is_forged_or_of_two_things_that_do_not_belong_together_holds_nothing(
    town, lived, me, signed_in
):
    other = started_course(town, "Jens Hansen")
    sitting = me.session[SESSION_SITTING]
    assert holds(signed(COPY, sitting, str(lived.id)))
    assert not holds(signed(COPY, sitting, str(other.id)))
    assert not holds(signed("other", sitting, str(lived.id)))
    assert not holds("")


def test_nothing_is_kept_for_an_employee(town, signed_in):
    karen = signed_in(town.karen)
    assert karen.get(COPY_URL).status_code == 410
    assert "data-copy" not in karen.get("/min-adgang/sessioner/").content.decode()


def test_the_shell_the_worker_and_the_manifest_are_about_nobody(me):
    shell = Client().get("/uden-net/").content.decode()
    assert "data-kept" in shell
    assert "data-whose" not in shell
    worker = Client().get("/worker.js")
    assert worker["Content-Type"].startswith("text/javascript")
    said = json.loads(re.match(r"self\.SHELL=(.*);\n", worker.content.decode()).group(1))
    assert said["page"] == "/uden-net/"
    assert all(re.search(r"\.[0-9a-f]{12}\.", name) for name in said["files"])
    shown = json.loads(Client().get("/app.webmanifest").content)
    assert {icon["purpose"] for icon in shown["icons"]} == {"any", "maskable"}


def test_the_way_out_is_on_every_page_when_she_wants_it_and_on_none_else(me):
    pages = ("/mit/", "/mit/kort/", "/besked/", "/min-adgang/sessioner/")
    assert not any("data-vanishes" in me.get(one).content.decode() for one in pages)
    me.post("/mit/hurtigt-vaek/", {"on": "1"})
    for one in pages:
        page = me.get(one).content.decode()
        assert f'data-vanishes="{settings.LANDFAST_EXIT_URL}"' in page
        assert "<title>Side</title>" in page
    gone = me.post("/ud/")
    assert gone["Refresh"] == f"0; url={settings.LANDFAST_EXIT_URL}"
    assert gone.content == b""
    assert me.get("/mit/").status_code == 302
    assert Client().post("/ud/").status_code == 200


def test_she_takes_the_way_out_away_again(me):
    for on, there in (("1", True), ("0", False)):
        me.post("/mit/hurtigt-vaek/", {"on": on})
        assert ("data-vanishes" in me.get("/mit/").content.decode()) is there
