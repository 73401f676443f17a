"""One question, one answer: who drips, or goes on, holds nobody up."""

import socket
import threading
from contextlib import contextmanager, suppress

import pytest

from landfast.interop import https
from landfast.interop.https import Answer, NoAnswer, ask
from tests.messages.gateway import certificate

HEAD = b"HTTP/1.1 202 Accepted\r\n"
DRIPS = [b"."] * 60
IN_ITS_HEAD = [HEAD + b"X-Long: ", *DRIPS, b"\r\nContent-Length: 0\r\n\r\n"]
IN_ITS_BODY = [HEAD + b"Content-Length: 60\r\n\r\n", *DRIPS]


@contextmanager
def saying(context, pieces):
    """A peer that says this, piece by piece, to the first who asks; its address."""
    gone = threading.Event()

    def drip():
        with suppress(OSError), context.wrap_socket(server.accept()[0], server_side=True) as line:
            line.recv(65_536)
            for piece in pieces:
                line.sendall(piece)
                gone.wait(0.02)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip)
        thread.start()
        yield f"https://localhost:{server.getsockname()[1]}/"
        gone.set()
        thread.join()


@pytest.fixture
def peer(monkeypatch, tmp_path):
    context, roots = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    return context


@pytest.mark.parametrize("pieces", [IN_ITS_HEAD, IN_ITS_BODY], ids=["head", "body"])
def test_a_peer_that_drips_is_left(peer, monkeypatch, pieces):
    monkeypatch.setattr(https, "READ", 0.3)
    with saying(peer, pieces) as address, pytest.raises(NoAnswer):
        ask("GET", address, headers={}, most=100)


def test_a_body_is_read_where_somebody_wants_it_and_no_more_than_that(peer):
    with saying(peer, IN_ITS_BODY) as address:
        assert ask("GET", address, headers={}, most=10) == Answer(202, b"." * 10)
    with saying(peer, IN_ITS_BODY) as address:
        assert ask("GET", address, headers={}) == Answer(202, b"")
