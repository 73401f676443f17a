"""What the web server answers by itself, before any page is asked: a page, and no bare line.

An address or a header that is too long never reaches Django: nobody is known, no row is read, and
the language is Danish. What was still on its way is let run past, since a browser that is cut off
while it sends shows no answer at all.
"""

import socket
import time
from contextlib import suppress
from functools import cache
from http import HTTPStatus
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from gunicorn.http.errors import LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.workers.gthread import ThreadWorker

TOO_LONG = {
    LimitRequestLine: HTTPStatus.REQUEST_URI_TOO_LONG,
    LimitRequestHeaders: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
}
RUNS_PAST, SECONDS, PIECE = 5_000_000, 5, 65_536
HEADERS = (
    "Content-Type: text/html; charset=utf-8",
    "Content-Security-Policy: default-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: same-origin",
    "Cache-Control: no-store",
    "Connection: close",
)


class Worker(ThreadWorker):
    """The server's own worker, with a page of ours for what it cannot read."""

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Say so in Danish. The log names the kind of fault, never what was sent."""
        if not isinstance(exc, ParseException):
            super().handle_error(req, client, addr, exc)
            return
        status = TOO_LONG.get(type(exc), HTTPStatus.BAD_REQUEST)
        self.log.warning(
            "Refused a request from %s: %s", addr[0] if addr else "", type(exc).__name__
        )
        with suppress(OSError):
            client.sendall(answer(status))
            client.shutdown(socket.SHUT_WR)
            _let_run_past(client)


@cache
def answer(status: HTTPStatus) -> bytes:
    """The whole answer: head and page."""
    with translation.override("da"):
        page = render_to_string("refusal.html", {"status": int(status), "base": "base_work.html"})
    body = page.encode()
    head = [f"HTTP/1.1 {status} {status.phrase}", *HEADERS, f"Content-Length: {len(body)}"]
    return "\r\n".join([*head, "", ""]).encode() + body


def _let_run_past(client: socket.socket) -> None:
    left, until = RUNS_PAST, time.monotonic() + SECONDS
    while left > 0 and (patience := until - time.monotonic()) > 0:
        client.settimeout(patience)
        piece = client.recv(PIECE)
        if not piece:
            return
        left -= len(piece)
