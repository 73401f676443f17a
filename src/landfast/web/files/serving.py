"""A file leaves the house: to be looked at or heard here, and to be kept by nobody on the way."""

import re

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from landfast.files.fetching import Fetched
from landfast.files.queries import DocumentRow, FaceRow, type_of
from landfast.files.rules import Kind
from landfast.kernel.clock import date_in_denmark

NAMES = {Kind.EVIDENCE: "underskrevet", Kind.PAPER: "papir", Kind.WORD: "eget-ord"}
"""What a file is called on the way out: never what somebody called it (ASVS 5.0, 5.4.1)."""
RUNS_NOTHING = (
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; "
    "frame-ancestors 'none'; sandbox"
)
PIECE = re.compile(r"bytes=(\d{1,12})-(\d{0,12})")
PARTIAL, NO_SUCH_PIECE = 206, 416


def answer(request: HttpRequest, got: Fetched) -> HttpResponse:
    """The file with the headers that keep it what it is; a piece of it when one is asked for."""
    made = _piece(request.headers.get("Range", ""), got.data)
    made.headers["Content-Type"] = got.row.mime
    shown = content_disposition_header("hent" in request.GET, _name(got))
    made.headers["Content-Disposition"] = shown or "attachment"
    made.headers["Content-Security-Policy"] = RUNS_NOTHING
    made.headers["Cache-Control"] = "private, no-store"
    made.headers["Accept-Ranges"] = "bytes"
    return made


def _name(got: Fetched) -> str:
    row = got.row
    day = date_in_denmark(row.added_at)
    return f"{NAMES[row.kind]}-{day}.{type_of(row.mime).endings[0]}"


def _piece(wanted: str, data: bytes) -> HttpResponse:
    """Telephones ask for a sound piece by piece (RFC 9110 §14)."""
    found = PIECE.fullmatch(wanted)
    if not found:
        return HttpResponse(data)
    first = int(found[1])
    last = min(int(found[2] or len(data)), len(data) - 1)
    if first > last:
        return HttpResponse(status=NO_SUCH_PIECE, headers={"Content-Range": f"bytes */{len(data)}"})
    return HttpResponse(
        data[first : last + 1], status=PARTIAL,
        headers={"Content-Range": f"bytes {first}-{last}/{len(data)}"},
    )  # fmt: skip


def picture(row: FaceRow) -> HttpResponse:
    """A face: no citizen's record, and nothing runs in it either."""
    return HttpResponse(
        row.data, content_type=row.mime,
        headers={
            "Content-Disposition": "inline", "Content-Security-Policy": RUNS_NOTHING,
            "Cache-Control": "private, no-store",
        },
    )  # fmt: skip


def document(row: DocumentRow) -> HttpResponse:
    """A paper of an organisation's own: taken home by who keeps it, and run by nobody."""
    name = f"konsekvensanalyse-{date_in_denmark(row.added_at)}.{type_of(row.mime).endings[0]}"
    return HttpResponse(
        row.data, content_type=row.mime,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name)
            or "attachment",
            "Content-Security-Policy": RUNS_NOTHING, "Cache-Control": "private, no-store",
        },
    )  # fmt: skip
