"""A scanner of the house's own looks at a file before it is read (ASVS 5.4.3): clamd, by INSTREAM.

Nothing that was sent is kept as it was sent (decision 19), so this is a second lock. Where it is
set it is a real one: a scanner that does not answer lets nothing in.
"""

import logging
import socket
import struct
from urllib.parse import urlsplit

from django.conf import settings

from landfast.files.rules import FIELD
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da

log = logging.getLogger("landfast.security")
SECONDS = 20
PIECE = 64 * 1024
CLEAN, FOUND = "stream: OK", "FOUND"


def check_harmless(data: bytes) -> None:
    """Raises Wrong when the scanner knows the file as harmful, NotNow when it cannot say."""
    if not settings.LANDFAST_SCANNER:
        return
    said = _ask(settings.LANDFAST_SCANNER, data)
    if said.endswith(FOUND):
        log.warning("a harmful file", extra={"facts": {"event": "file.harmful", "said": said}})
        raise Wrong(
            "harmful_file",
            da("Filen kan være skadelig. Tag et nyt billede, og send det i stedet."), FIELD,
        )  # fmt: skip
    if said != CLEAN:
        log.error("the scanner does not answer", extra={"facts": {"event": "file.not_scanned"}})
        raise NotNow(
            "not_scanned",
            da("Filen kan ikke tjekkes lige nu. Vent lidt, og send den igen."), FIELD,
        )  # fmt: skip


def _ask(address: str, data: bytes) -> str:
    """What the scanner says of the data; empty when it says nothing that can be used."""
    try:
        with _connected(address) as line:
            line.sendall(b"zINSTREAM\0")
            for at in range(0, len(data), PIECE):
                piece = data[at : at + PIECE]
                line.sendall(struct.pack("!I", len(piece)) + piece)
            line.sendall(struct.pack("!I", 0))
            return _answer(line)
    except OSError:
        return ""


def _connected(address: str) -> socket.socket:
    parts = urlsplit(address)
    if parts.scheme == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(SECONDS)
        try:
            line.connect(parts.path)
        except OSError:
            line.close()
            raise
        return line
    return socket.create_connection((parts.hostname or "", parts.port or 3310), SECONDS)


def _answer(line: socket.socket) -> str:
    told = b""
    while not told.endswith(b"\0") and len(told) < PIECE:
        more = line.recv(PIECE)
        if not more:
            break
        told += more
    return told.rstrip(b"\0").decode("utf-8", "replace").strip()
