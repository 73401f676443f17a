"""What is fetched from an address that somebody typed, and what never is."""

import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import trustme

from landfast.kernel import fetching
from landfast.kernel.fetching import Asked, Limits, NotFetched, check_address, fetch, is_public

HOUSE = Limits(inside=("localhost",))


class Answers(BaseHTTPRequestHandler):
    """A calendar, and doors that lead elsewhere."""

    def do_GET(self):
        led = {"/flyttet": "/kalender", "/ud": "https://127.0.0.1/", "/rundt": "/rundt",
               "/nabo": f"https://127.0.0.1:{self.server.server_port}/kalender"}  # fmt: skip
        status = 302 if self.path in led else {"/laast": 401, "/vaek": 404}.get(self.path, 200)
        said = b"x" * 5_000 if self.path == "/stor" else self.headers["Host"].encode()
        self.send_response(status)
        if self.path in led:
            self.send_header("Location", led[self.path])
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    authority = trustme.CA()
    trusted = tmp_path_factory.mktemp("ca") / "ca.pem"
    authority.cert_pem.write_to_path(trusted)
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    made.socket = context.wrap_socket(made.socket, server_side=True)
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(trusted))
        yield f"https://localhost:{made.server_port}"
    made.shutdown()
    made.server_close()
    thread.join()


def why(address, limits=HOUSE, **more):
    with pytest.raises(NotFetched) as told:
        fetch(Asked(address, **more), limits)
    return told.value.code


@pytest.mark.parametrize(
    "address",
    ["http://a.dk/", "https:///x", "ftp://a.dk", "https://du:kode@a.dk/", "file:///etc/passwd",
     "https://a.dk:0/", "https://a.dk:99999999/", "https://[::1", ""],
)  # fmt: skip
def test_only_an_encrypted_address_without_a_login_is_asked(address):
    with pytest.raises(NotFetched) as told:
        check_address(address)
    assert told.value.code == "address"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True), ("2a00:1450:400f::1", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("192.168.1.1", False), ("172.16.0.9", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False),  # noqa: S104
        ("fe80::1", False), ("fd00::1", False), ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
    ],
)  # fmt: skip
def test_the_house_and_its_neighbours_are_not_outside(address, public):
    assert is_public(address) is public


def test_a_calendar_is_fetched_over_tls_under_its_name(server):
    assert fetch(Asked(f"{server}/kalender"), HOUSE).decode() == server.removeprefix("https://")
    assert fetch(Asked(f"{server}/flyttet"), HOUSE).decode() == server.removeprefix("https://")


def test_a_name_that_points_inside_is_not_asked(server):
    assert why(f"{server}/kalender", Limits()) == "inside"
    assert why(f"{server}/nabo") == "inside"
    assert why(f"{server}/ud") == "inside"


def test_each_address_of_a_name_must_be_outside(monkeypatch):
    both = [(0, 0, 0, "", ("8.8.8.8", 443)), (0, 0, 0, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(fetching.socket, "getaddrinfo", lambda *_, **__: both)
    assert why("https://kalender.example/") == "inside"


@pytest.mark.parametrize(
    ("path", "code"),
    [("/laast", "not_let_in"), ("/vaek", "no_answer"), ("/rundt", "elsewhere")],
)
def test_what_does_not_come_says_why(server, path, code):
    assert why(server + path) == code


def test_a_password_goes_to_nobody_but_whom_it_was_given_for(server):
    assert why(f"{server}/ud", headers={"Authorization": "Basic x"}) == "elsewhere"


def test_not_more_is_taken_than_was_allowed(server):
    assert why(f"{server}/stor", Limits(bytes=4_999, inside=("localhost",))) == "too_large"
    assert len(fetch(Asked(f"{server}/stor"), Limits(bytes=5_000, inside=("localhost",)))) == 5_000


def test_it_ends_when_the_time_is_up(server):
    assert why(f"{server}/kalender", Limits(seconds=-1, inside=("localhost",))) == "too_slow"


def test_a_certificate_that_nobody_vouches_for_is_not_believed(server, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    assert why(f"{server}/kalender") == "no_answer"
