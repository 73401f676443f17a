"""Papers (PDF): the pages are carried over to a new file; what a document can do stays behind."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from landfast.files import rules
from landfast.kernel.refusals import Wrong
from landfast.kernel.text import da

OF_A_PAGE = ("/AA", "/Annots", "/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/B",
             "/PresSteps", "/Dur", "/Trans", "/ID", "/SeparationInfo", "/VP")  # fmt: skip
OF_ANYTHING = ("/Metadata", "/PieceInfo", "/LastModified", "/OpenAction", "/AA", "/OPI", "/Ref",
               "/JS", "/JavaScript", "/EF", "/AF")  # fmt: skip
PICTURE = "/DCTDecode"


def clean_paper(data: bytes) -> bytes:
    """The pages as they are seen, in a new file: no author, no script, no file inside, no links.

    What was filled in stays: it is drawn on the page before the fields go.
    """
    try:
        with pikepdf.open(BytesIO(data)) as sent:
            rules.check_pages(len(sent.pages))
            if not len(sent.pages):
                raise rules.damaged()
            return _carried_over(sent)
    except pikepdf.PasswordError as locked:
        raise Wrong(
            "paper_locked", da("PDF'en er låst med en adgangskode. Gem den uden, og prøv igen."),
            rules.FIELD,
        ) from locked  # fmt: skip
    except (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, OverflowError,
            RuntimeError) as broken:  # fmt: skip
        raise rules.damaged() from broken


def _carried_over(sent: pikepdf.Pdf) -> bytes:
    if "/AcroForm" in sent.Root:
        sent.generate_appearance_streams()  # what was filled in, drawn; some programs only write it
    sent.flatten_annotations("screen")
    for page in sent.pages:
        for key in OF_A_PAGE:
            if key in page.obj:
                del page.obj[key]
    bare = pikepdf.Pdf.new()
    bare.pages.extend(sent.pages)
    for thing in bare.objects:
        _strip(thing)
    out = BytesIO()
    bare.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _strip(thing: Any) -> None:
    """Of one object: what it says besides, and what is written in a photo's own head."""
    if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        return
    for key in OF_ANYTHING:
        if key in thing:
            del thing[key]
    if isinstance(thing, pikepdf.Stream) and thing.get("/Filter") in (
        pikepdf.Name(PICTURE), pikepdf.Array([pikepdf.Name(PICTURE)])
    ):  # fmt: skip
        bare = b"".join(_without_heads(thing.read_raw_bytes()))
        thing.write(bare, filter=pikepdf.Name(PICTURE))


APP0, APP14, COMMENT, SCAN = 0xE0, 0xEE, 0xFE, 0xDA
ALONE = frozenset({0x01, *range(0xD0, 0xD9)})


def _without_heads(photo: bytes) -> Iterator[bytes]:
    """A photo without what its camera wrote (APP1-APP13, APP15, comments); its points untouched.

    The segments of a JPEG (ITU-T T.81, annex B). What says how the colours are meant stays.
    """
    if photo[:2] != b"\xff\xd8":
        raise ValueError("no photo")
    yield photo[:2]
    at = 2
    while at + 4 <= len(photo) and photo[at] == 0xFF:
        mark = photo[at + 1]
        if mark in ALONE or mark == 0xFF:
            at += 1 if mark == 0xFF else 2
            continue
        if mark == SCAN:
            yield photo[at:]
            return
        end = at + 2 + int.from_bytes(photo[at + 2 : at + 4], "big")
        if not (APP0 < mark < APP14 or mark in (0xEF, COMMENT)):
            yield photo[at:end]
        at = end
    raise ValueError("the photo ends before its points")
