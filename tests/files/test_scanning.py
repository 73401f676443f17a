"""A scanner that speaks clamd's own protocol looks at each file, and none is let in without it."""

import socketserver
import struct
import threading

import pytest

from landfast.files import rules
from landfast.files.cleaning import clean
from landfast.files.scanning import check_harmless
from landfast.kernel.refusals import NotNow, Wrong

HARMFUL = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
LIMIT = 1_000_000


class Clamd(socketserver.StreamRequestHandler):
    """Reads INSTREAM as clamd does: a command, pieces with their length, an empty one."""

    def handle(self):
        assert self.rfile.read(10) == b"zINSTREAM\0"
        data = b""
        while size := struct.unpack("!I", self.rfile.read(4))[0]:
            data += self.rfile.read(size)
        self.server.seen.append(len(data))
        found = b"Eicar-Test-Signature FOUND" if HARMFUL in data else b"OK"
        too_long = b"INSTREAM size limit exceeded. ERROR\0"
        self.wfile.write(too_long if len(data) > LIMIT else b"stream: " + found + b"\0")


@pytest.fixture(params=["tcp", "unix"])
def scanner(request, settings, tmp_path):
    kind = {"tcp": socketserver.ThreadingTCPServer, "unix": socketserver.ThreadingUnixStreamServer}
    path = str(tmp_path / "clamd")
    server = kind[request.param](("127.0.0.1", 0) if request.param == "tcp" else path, Clamd)
    server.seen = []
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    where = f"tcp://127.0.0.1:{server.server_address[1]}" if request.param == "tcp" else ""
    settings.LANDFAST_SCANNER = where or f"unix:{path}"
    yield server
    server.shutdown()
    server.server_close()


def test_a_file_is_shown_whole_and_a_harmful_one_is_refused_at_the_field(scanner, caplog):
    check_harmless(b"x" * 200_000)
    assert scanner.seen == [200_000]
    with pytest.raises(Wrong) as refusal:
        check_harmless(b"x" * 100_000 + HARMFUL)
    assert refusal.value.field == rules.FIELD
    assert caplog.records[-1].facts["event"] == "file.harmful"


def test_what_the_scanner_cannot_say_is_not_let_in(scanner):
    with pytest.raises(NotNow):
        check_harmless(b"x" * (LIMIT + 1))


def test_a_scanner_that_is_away_lets_nothing_in(settings, tmp_path):
    settings.LANDFAST_SCANNER = f"unix:{tmp_path}/nobody"
    with pytest.raises(NotNow):
        check_harmless(b"x")


def test_a_file_is_shown_to_it_before_it_is_read(scanner):
    with pytest.raises(Wrong) as refusal:
        clean(rules.Kind.PAPER, rules.Upload("a.pdf", 40, b"%PDF-1.7 " + HARMFUL))
    assert refusal.value.code == "harmful_file"
