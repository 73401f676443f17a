"""What is far too long is answered with a page in Danish, whichever part of the server meets it.

Through the server as it is run: `landfast serve`, asked by a socket.
"""

import re
import socket

import pytest

from tests.browser.conftest import server, site_of  # noqa: F401 - the product's own server

pytestmark = pytest.mark.browser
FORM = "Content-Type: application/x-www-form-urlencoded"
COME = (FORM, "Cookie: csrftoken=" + "a" * 32)
"""As a browser sends that has seen the page of the form."""


@pytest.fixture(scope="module")
def asked(server, database_template, django_db_blocker):  # noqa: F811
    """Sends a whole request before it reads, as browsers do; status and page come back."""
    with django_db_blocker.unblock():
        server.begins_anew(database_template)

    def ask(line: str, *headers: str, body: bytes = b"") -> tuple[int, str]:
        head = "\r\n".join([f"{line} HTTP/1.1", "Host: localhost", *headers])
        if body:
            head += f"\r\nContent-Length: {len(body)}"
        with socket.create_connection((server.host, server.port), timeout=60) as way:
            way.sendall(f"{head}\r\nConnection: close\r\n\r\n".encode() + body)
            told = b"".join(iter(lambda: way.recv(65_536), b""))
        start, _, page = told.partition(b"\r\n\r\n")
        assert b"Content-Security-Policy" in start
        return int(start.split()[1]), page.decode()

    return ask


MANY = "&".join(f"{number}=" for number in range(700))


@pytest.mark.parametrize(
    ("line", "headers", "body", "status"),
    [
        ("GET /" + "a" * 5_000, (), b"", 414),
        ("GET /" + "a" * 900_000, (), b"", 414),
        ("GET /", ("Cookie: a=" + "b" * 20_000,), b"", 431),
        ("GET /", tuple(f"X-{number}: a" for number in range(300)), b"", 431),
        ("GET /", ("Odd",), b"", 400),
        (f"GET /log-ind/?{MANY}", (), b"", 413),
        ("POST /log-ind/", COME, b"username=" + b"a" * 20_000_000, 413),
        ("POST /log-ind/", COME, MANY.encode(), 413),
        ("POST /log-ind/", (FORM,), b"username=" + b"a" * 20_000_000, 403),
    ],
)
def test_it_is_answered_with_a_page(asked, line, headers, body, status):
    answered, page = asked(line, *headers, body=body)
    assert answered == status
    assert 'lang="da"' in page
    assert re.search(r"<h1>(Det er for langt|Det fylder for meget|Det kan )", page)
    assert "Gå til forsiden" in page


def test_a_long_address_that_can_be_read_leads_to_the_door_and_the_door_can_be_read(asked):
    way = "GET /forloeb/?q=" + "%C3%A6" * 600
    status, _page = asked(way)
    assert status in (302, 404)
