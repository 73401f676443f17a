"""Real little files: what is kept of them, what is not, and what is refused with which words."""

from io import BytesIO
from zlib import crc32

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from landfast.files import rules
from landfast.files.cleaning import clean
from landfast.files.rules import Kind, Upload
from landfast.kernel.refusals import Wrong
from tests.factories.files import SECRETS, box, filled_in, m4a, mp3, ogg, paper, photo, sent, wave


def bare(data: bytes) -> bool:
    """Does nothing of what the maker wrote stand in it?"""
    return not any(secret in data for secret in SECRETS)


def test_the_little_files_really_say_where_they_were_made():
    for data in (photo(), photo(form="PNG"), paper(), wave(), mp3(), m4a(), ogg()):
        assert not bare(data)
    assert Image.open(BytesIO(photo())).getexif().get_ifd(0x8825)


@settings(max_examples=40)
@given(
    form=st.sampled_from(["JPEG", "PNG", "WEBP"]), turned=st.integers(1, 8),
    wide=st.integers(2, 300), high=st.integers(2, 300),
)  # fmt: skip
def test_no_picture_keeps_what_its_camera_wrote(form, turned, wide, high):
    """A property: whatever form, turn and size, no EXIF, no place, no remark; and it is upright."""
    kept = clean(Kind.PAPER, sent("", photo((wide, high), turned=turned, form=form)))
    picture = Image.open(BytesIO(kept.data))
    assert dict(picture.getexif()) == {}
    assert not {"exif", "xmp", "comment", "icc_profile", "XML:com.adobe.xmp"} & set(picture.info)
    assert b"Exif" not in kept.data
    assert bare(kept.data)
    assert picture.size == ((high, wide) if turned > 4 else (wide, high))


def test_a_picture_stands_as_it_was_seen():
    kept = clean(Kind.PAPER, sent("foto.jpg", photo((60, 40), turned=6)))  # held on its side
    picture = Image.open(BytesIO(kept.data)).convert("RGB")
    assert picture.size == (40, 60)
    assert picture.getpixel((20, 5))[1] < 60  # the red half is on top now
    assert picture.getpixel((20, 55))[1] > 200


def test_what_hides_behind_a_picture_is_gone():
    kept = clean(Kind.PAPER, sent("foto.jpg", photo() + b"<script>alert(1)</script>PK\x03\x04"))
    assert b"script" not in kept.data
    assert b"PK" not in kept.data[-40:]


def test_a_large_picture_is_made_smaller():
    kept = clean(Kind.PAPER, sent("foto.jpg", photo((4000, 3000))))
    assert Image.open(BytesIO(kept.data)).size == (2400, 1800)


def test_a_paper_keeps_its_pages_and_nothing_else():
    kept = clean(Kind.EVIDENCE, sent("samtykke.pdf", paper(2)))
    with pikepdf.open(BytesIO(kept.data)) as pdf:
        assert len(pdf.pages) == 2
        assert len(pdf.attachments) == 0
        assert set(pdf.Root.keys()) <= {"/Type", "/Pages"}
        assert dict(pdf.docinfo) == {}
        for page in pdf.pages:
            assert set(page.obj.keys()) <= {
                "/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"
            }  # fmt: skip
            seen = page.obj.Resources.XObject.Photo
            assert bare(seen.read_raw_bytes())
            assert Image.open(BytesIO(seen.read_raw_bytes())).size == (60, 40)
            assert not Image.open(BytesIO(seen.read_raw_bytes())).getexif()
        unpacked = BytesIO()
        pdf.save(unpacked, compress_streams=False, stream_decode_level=(
            pikepdf.StreamDecodeLevel.specialized))  # fmt: skip
    assert bare(unpacked.getvalue())
    assert b"JavaScript" not in unpacked.getvalue()


def test_what_was_filled_in_on_a_paper_stands_on_it_and_the_field_is_gone():
    kept = clean(Kind.EVIDENCE, sent("ja.pdf", filled_in("Ja tak")))
    with pikepdf.open(BytesIO(kept.data)) as pdf:
        assert "/AcroForm" not in pdf.Root
        page = pdf.pages[0].obj
        assert "/Annots" not in page
        drawn = [form.read_bytes() for form in page.Resources.XObject.values()]
    assert any(b"Ja tak" in one for one in drawn)


def test_a_sound_keeps_its_sound_and_nothing_else():
    assert clean(Kind.WORD, sent("ord.wav", wave())).data.endswith(b"\x80" * 8000)
    kept = clean(Kind.WORD, sent("ord.mp3", mp3()))
    assert (kept.mime, len(kept.data)) == ("audio/mpeg", 8 * 417)
    told = m4a()
    kept = clean(Kind.WORD, sent("ord.m4a", told))
    assert len(kept.data) == len(told)  # all places in it still fit
    assert box(b"mdat", b"\x21" * 64) in kept.data
    assert b"\x11" * 8 not in kept.data  # when it was recorded
    spoken = clean(Kind.WORD, sent("PTT-20261129.opus", ogg()))
    assert (spoken.mime, len(spoken.data)) == ("audio/ogg", len(ogg()))
    assert spoken.data.endswith(b"\x08" * 300)
    sounds = ("a.wav", wave()), ("a.mp3", mp3()), ("a.m4a", told), ("a.3gp", told), ("", ogg())
    for name, data in sounds:
        assert bare(clean(Kind.WORD, sent(name, data)).data)


def bomb(side: int = 10_000) -> bytes:
    """A few bytes that unfold to a hundred million points, or more."""
    small = bytearray(photo((8, 8), form="PNG"))
    small[16:24] = side.to_bytes(4, "big") * 2
    small[29:33] = crc32(small[12:29]).to_bytes(4, "big")
    return bytes(small)


REFUSED = {
    "empty": (Kind.PAPER, Upload("a.jpg", 0, b""), "file_empty"),
    "too large": (Kind.PAPER, Upload("a.jpg", 26_000_000, b""), "file_too_large"),
    "too large a picture": (
        Kind.PAPER, sent("a.jpg", photo() + bytes(15_000_000)), "file_too_large",
    ),
    "a program": (Kind.PAPER, sent("a.jpg", b"MZ\x90\0" + bytes(99)), "file_not_taken"),
    "a page": (Kind.PAPER, sent("a.jpg", b"<html><script>"), "file_not_taken"),
    "a drawing with script": (Kind.PAPER, sent("a.svg", b"<svg onload=x>"), "file_not_taken"),
    "sound as paper": (Kind.PAPER, sent("a.mp3", mp3()), "file_not_taken"),
    "picture as word": (Kind.WORD, sent("a.jpg", photo()), "file_not_taken"),
    "a name that lies": (Kind.PAPER, sent("brev.pdf", photo()), "file_name_lies"),
    "a program by name": (Kind.PAPER, sent("brev.exe", paper()), "file_name_lies"),
    "half a photo": (Kind.PAPER, sent("a.jpg", photo((200, 200))[:700]), "file_damaged"),
    "a head alone": (Kind.PAPER, sent("a.png", b"\x89PNG\r\n\x1a\n"), "file_damaged"),
    "a bomb": (Kind.PAPER, sent("a.png", bomb()), "picture_too_large"),
    "a larger bomb": (Kind.PAPER, sent("a.png", bomb(60_000)), "picture_too_large"),
    "no paper": (Kind.PAPER, sent("a.pdf", b"%PDF-1.7 and no more"), "file_damaged"),
    "locked": (Kind.PAPER, sent("a.pdf", paper(password="hemmelig")), "paper_locked"),
    "a book": (Kind.PAPER, sent("a.pdf", paper(61)), "too_many_pages"),
    "a film": (Kind.WORD, sent("a.m4a", m4a(b"vide")), "file_damaged"),
    "what browsers cannot play": (Kind.WORD, sent("a.3gp", m4a(form=b"samr")), "sound_too_old"),
    "an old telephone": (Kind.WORD, sent("a.amr", b"#!AMR\n" + bytes(99)), "sound_too_old"),
    "an old sound as paper": (Kind.PAPER, sent("a.amr", b"#!AMR\n"), "file_not_taken"),
    "music": (Kind.WORD, sent("a.ogg", ogg().replace(b"OpusHead", b"\1vorbis\0")), "file_damaged"),
    "two sounds": (Kind.WORD, sent("a.ogg", ogg() + ogg()), "file_damaged"),
    "names of a sound": (Kind.WORD, sent("a.ogg", ogg(b"")), "file_damaged"),
    "half a message": (Kind.WORD, sent("a.ogg", ogg()[:-9]), "file_damaged"),
    "half a sound": (Kind.WORD, sent("a.m4a", m4a()[:100]), "file_damaged"),
    "names alone": (Kind.WORD, sent("a.mp3", mp3(0)), "file_damaged"),
    "no sound": (Kind.WORD, sent("a.wav", b"RIFF\0\0\0\0WAVE"), "file_damaged"),
}  # fmt: skip


@pytest.mark.parametrize("why", REFUSED)
def test_what_cannot_be_taken_is_refused_in_a_sentence_at_the_field(why):
    kind, upload, code = REFUSED[why]
    with pytest.raises(Wrong) as refused:
        clean(kind, upload)
    assert (refused.value.code, refused.value.field) == (code, "file")
    assert refused.value.sentence.endswith(".")


@settings(max_examples=60)
@given(data=st.data(), make=st.sampled_from([photo, paper, wave, mp3, m4a, ogg]))
def test_broken_bytes_are_refused_and_break_nothing(data, make):
    """A property: whatever bytes are changed, it is taken and cleaned, or refused in a sentence."""
    broken = bytearray(make())
    for _ in range(data.draw(st.integers(1, 12))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    kind = Kind.WORD if make in (wave, mp3, m4a, ogg) else Kind.PAPER
    try:
        kept = clean(kind, sent("", bytes(broken)))
    except Wrong:
        return
    assert rules.sniff(kept.data)
