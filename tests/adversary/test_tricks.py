"""Sessions from before, answers shown again, forged headers, crooked paths, errors that talk."""

import logging
from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from landfast.people import actions as people
from tests.adversary.world import HERS, told
from tests.factories.town import as_
from tests.web.conftest import enter

WORD = "en meget lang hemmelighed"


@pytest.fixture
def door(town):
    """Somebody with a name and a password, in front of the door."""
    with as_(town.karen):
        people.open_account(person_id=town.karen.person_id, username="karen", password=WORD)
    client = Client()
    client.get("/log-ind/")
    return client


def come_in(client):
    return client.post("/log-ind/", {"username": "karen", "password": WORD})


def test_a_session_from_before_the_door_is_not_the_one_behind_it(door):
    door.post(reverse("passkey_question"))  # makes a session for a stranger
    before = door.cookies["sessionid"].value
    come_in(door)
    assert door.cookies["sessionid"].value != before
    planted = Client()
    planted.cookies["sessionid"] = before
    assert planted.get("/").headers["Location"].startswith("/log-ind/")


def test_leaving_clears_what_the_browser_kept(door):
    come_in(door)
    old = door.cookies["sessionid"].value
    assert door.post(reverse("sign_out")).headers["Clear-Site-Data"] == '"cache"'
    door.cookies["sessionid"] = old
    assert door.get("/").headers["Location"].startswith("/log-ind/")


@pytest.mark.parametrize("made_up", ["", "x", "0" * 32, "../../etc/passwd", "æ" * 50, "a" * 5000])
def test_a_made_up_session_is_a_stranger(db, made_up):
    client = Client()
    client.cookies["sessionid"] = made_up
    assert client.get("/mandag/").headers["Location"].startswith("/log-ind/")


def test_an_answer_of_a_provider_without_a_question_opens_nothing(town):
    client = Client()
    for query in ({}, {"code": "x", "state": "y"}, {"error": "x"}, {"iss": "https://ond.example"}):
        assert client.get(reverse("provider_answer"), query).status_code == 403
    assert client.get("/").headers["Location"].startswith("/log-ind/")


FORGED = (
    {"HX-Request": "true"},
    {"HX-Request": "true", "HX-Boosted": "true"},
    {"HX-Request": "true", "HX-History-Restore-Request": "true"},
    {"HX-Request": "true", "HX-Target": "../../settings", "HX-Trigger": "<script>"},
    {"HX-Request": "1\x00", "HX-Current-URL": "https://ond.example/"},
    {"X-HTTP-Method-Override": "DELETE"},
    {"X-Original-URL": "/", "X-Rewrite-URL": "/"},
    {"X-Forwarded-Host": "ond.example", "Forwarded": "host=ond.example"},
    {"X-Forwarded-For": "127.0.0.1", "X-Real-IP": "127.0.0.1"},
    {"Range": "bytes=0-1", "Accept-Language": "x" * 500, "Accept": "\x00"},
)


def test_forged_headers_open_nothing(world):
    outside = [world.outsiders[who] for who in ("stranger", "citizen", "peter")]
    for name, client in product(("course", "network", "my_record", "show_cpr"), outside):
        url = reverse(name, args=[world.lived.id])
        plain = client.get(url).status_code
        for headers in FORGED:
            answer = client.get(url, headers=headers)
            assert answer.status_code == plain, (url, headers)
            assert told(answer, HERS) == []
            assert "ond.example" not in str(answer.headers)


CROOKED = (
    "/static/../settings.py", "/static/%2e%2e/%2e%2e/settings.py", "/static/", "/static/built/",
    "//ond.example/", "/%00", "/.git/config", "/.env", "/admin/", "/forloeb/%00/", "/forloeb/../",
    "/forloeb/' or 1=1--/", "/mit/%ff%fe/", "/henvis/;x=1", "/besked/adresse/" + "a" * 400 + "/",
    "/organisation/..%2f..%2f", "/oidc/%2e%2e/svar/",
    "/moedeformer/%00/ret/", "/workshop/%00/", "/kommer/%00/",
)  # fmt: skip


def test_paths_and_headers_open_nothing(town):
    inside = enter(town.peter)
    for client in (Client(), inside):
        for path in CROOKED:
            answer = client.get(path)
            assert answer.status_code in {301, 302, 400, 404, 405, 409}, path
            assert "ond.example" not in answer.headers.get("Location", "").removeprefix("/log-ind/")
        for method in ("TRACE", "CONNECT", "PUT", "DELETE", "PATCH", "PROPFIND"):
            answer = client.generic(method, "/mandag/", headers={"x-secret": "et ord"})
            assert answer.status_code in {302, 403, 405}, method
            assert b"et ord" not in answer.content


def test_a_log_line_is_one_line(db, caplog):
    caplog.set_level(logging.DEBUG)
    Client().get("/findes-ikke%0d%0a2026-01-01 ERROR opdigtet")
    lines = [
        record.getMessage() for record in caplog.records if "findes-ikke" in record.getMessage()
    ]
    assert lines
    assert not any("\n" in line or "\r" in line for line in lines)


def test_an_error_of_ours_tells_nothing(town, monkeypatch):
    def broken(*_):
        raise RuntimeError("select hemmelighed from course_citizen")

    monkeypatch.setattr("landfast.web.course.views.my_citizens", broken)
    client = enter(town.karen)
    client.raise_request_exception = False
    answer = client.get(reverse("my_citizens"))
    assert answer.status_code == 500
    said = answer.content.decode()
    assert "<h1" in said
    for word in ("hemmelighed", "RuntimeError", "Traceback", "course_citizen", "views.py"):
        assert word not in said


def test_a_draft_may_hold_what_the_database_takes_nowhere(town):
    client = enter(town.bo)
    told = {"kladde": "/henvis/\x00", "seen": "Ord\x00", "x\x00": "\x00"}
    assert client.post(reverse("keep_draft"), told).status_code == 204
    assert "Ord</textarea>" in client.get("/henvis/").content.decode()
    assert client.post(reverse("forget_draft"), {"kladde": "\x00"}).status_code == 302
