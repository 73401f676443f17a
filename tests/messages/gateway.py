"""Peers on loopback that take messages over TLS: each with checks and a memory of its own."""

import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import trustme

TOKEN = "et-hemmeligt-ord"


@dataclass
class Gateway:
    """Takes an SMS, and refuses what a gateway refuses."""

    taken: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: int = 0
    unknown: set[str] = field(default_factory=set)
    busy: bool = False
    broken: bool = False
    slow: float = 0.0

    def answer(self, headers: Any, body: bytes) -> int:
        """As a strict gateway does it."""
        self.asked += 1
        time.sleep(self.slow)
        if headers["Authorization"] != f"Bearer {TOKEN}":
            return 401
        if self.busy or self.broken:
            return 429 if self.busy else 500
        said = json.loads(body)
        if set(said) != {"id", "from", "to", "text"} or len(said["from"]) > 11:
            return 400
        if not said["to"].startswith("+") or said["to"] in self.unknown:
            return 422
        if said["id"] in self.taken:
            return 409
        self.taken[said["id"]] = said
        return 202

    @property
    def texts(self) -> list[str]:
        """What was taken, word for word."""
        return [said["text"] for said in self.taken.values()]


@contextmanager
def serving(peer: Any, context: ssl.SSLContext, where: str = "/send") -> Iterator[str]:
    """Serve a peer by TLS; its address. `answer` takes what is posted, `tells` what is asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            status = peer.answer(self.headers, body)
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_GET(self) -> None:
            answer = peer.tells(self.path)
            if answer is None:  # it hangs up without a word
                return
            status, body = answer
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"https://localhost:{server.server_port}{where}"
    finally:
        server.shutdown()
        server.server_close()


def certificate(
    folder: Path, name: str = "localhost", *, client: Path | None = None
) -> tuple[ssl.SSLContext, Path]:
    """A server's side of TLS, and the roots that trust it; with `client` it asks who comes."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    roots = folder / "gateway-roots.pem"
    authority.cert_pem.write_to_path(roots)
    if client:
        authority.configure_trust(context)
        context.verify_mode = ssl.CERT_REQUIRED
        authority.issue_cert("landfast").private_key_and_cert_chain_pem.write_to_path(client)
    return context, roots
