"""What every answer carries, and what no request gets through: headers, cookies, sizes, hosts."""

import os
import subprocess
import sys
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from landfast.people import actions as people
from tests.config.test_production import PRODUCTION
from tests.factories.courses import started_course
from tests.factories.town import as_

SAID = {
    "Content-Security-Policy": "default-src 'self'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ASK = """
from landfast.config import settings as s
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,
      s.SECURE_HSTS_SECONDS >= 31536000, s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_SSL_REDIRECT,
      s.DEBUG, s.DEMO)
"""


@pytest.mark.parametrize("url", ["/log-ind/", "/findes-ikke/", "/", "/forloeb/1/"])
def test_every_answer_carries_the_headers(db, url):
    answer = Client().get(url)
    for name, value in SAID.items():
        assert value in answer.headers[name], (url, name)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    for part in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert "http:" not in policy.replace("http://localhost", "")


def test_cookies_are_closed_to_scripts_and_other_sites(town):
    word = "en meget lang hemmelighed"
    with as_(town.karen):
        people.open_account(person_id=town.karen.person_id, username="karen", password=word)
    client = Client()
    client.get("/log-ind/")
    client.post("/log-ind/", {"username": "karen", "password": word})
    for name in ("sessionid", "csrftoken"):
        cookie = client.cookies[name]
        assert (cookie["path"], cookie["domain"]) == ("/", "")
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_production_is_tls_only_with_cookies_of_this_host():
    ran = subprocess.run(
        [sys.executable, "-c", ASK], env={**os.environ, **PRODUCTION}, capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.split() == [
        "__Host-session", "__Host-csrf", "True", "True", "True", "True", "True", "False", "False",
    ]  # fmt: skip


def test_a_form_that_is_too_large_is_refused_kindly(town, signed_in):
    answer = signed_in(town.bo).post(reverse("refer"), {"seen": "æ" * 300_000})
    assert answer.status_code == 413
    assert "<h1>Det fylder for meget" in answer.content.decode()
    many = {f"felt{number}": "x" for number in range(600)}
    assert signed_in(town.mads).post(reverse("refer"), many).status_code == 413


def test_no_form_takes_a_file_unless_it_says_so(town, signed_in):
    file = SimpleUploadedFile("cv.html", b"<script>", "text/html")
    answer = signed_in(town.bo).post(reverse("refer"), {"seen": file})
    assert answer.status_code == 400
    add = reverse("add_paper", args=[uuid4()])
    file.seek(0)
    stranger = Client(enforce_csrf_checks=True)
    stranger.get("/log-ind/")
    assert stranger.post(add, {"file": file}).status_code == 403  # let past: nobody reads it


def test_a_form_takes_one_file_and_one_that_has_an_end(town, signed_in, monkeypatch):
    lived = started_course(town)
    client, add = signed_in(lived.citizen), reverse("add_paper", args=[lived.id])
    two = [SimpleUploadedFile(name, b"x", "image/jpeg") for name in ("a.jpg", "b.jpg")]
    assert client.post(add, {"file": two}).status_code == 413
    one = SimpleUploadedFile("a.jpg", b"x", "image/jpeg")
    assert client.post(add, {"file": one}).status_code == 422
    monkeypatch.setattr("landfast.web.uploads.LONGEST_REQUEST", 100)
    one.seek(0)
    assert client.post(add, {"file": one}).status_code == 413


def test_a_request_for_another_host_is_refused(db):
    assert Client().get("/log-ind/", headers={"host": "ond.example"}).status_code == 400


def test_a_form_from_another_site_is_refused(town):
    client = Client(enforce_csrf_checks=True)
    client.get("/log-ind/")
    assert client.post("/log-ind/", {"username": "a", "password": "b"}).status_code == 403
    token = client.cookies["csrftoken"].value
    told = {"username": "a", "password": "b", "csrfmiddlewaretoken": token}
    assert (
        client.post("/log-ind/", told, headers={"origin": "https://ond.example"}).status_code == 403
    )
    assert client.post("/log-ind/", told).status_code == 422


@pytest.mark.parametrize(
    "onward", ["https://ond.example/", "//ond.example", "/\\ond.example", "javascript:alert(1)"]
)
def test_the_way_on_after_the_door_leads_to_no_other_site(db, onward):
    page = Client().get("/log-ind/", {"naeste": onward}).content.decode()
    assert f'value="{onward}"' not in page
