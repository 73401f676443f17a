"""Little files, made as phones and offices make them."""

import struct
from io import BytesIO

import pikepdf
from PIL import ExifTags, Image, PngImagePlugin

from landfast.files.rules import Upload

SECRET = "Nørregade 7, Roskilde"
"""What the camera, the office or the recorder wrote into the file, and nobody is to learn."""
SECRETS = (SECRET.encode(), SECRET.encode("utf-16-be"), SECRET.encode("utf-16-le"))


def photo(
    size: tuple[int, int] = (60, 40), *, turned: int = 1, form: str = "JPEG", colour: str = "red"
) -> bytes:
    """A photo with a place, a time and a camera in its head; the left half is `colour`."""
    picture = Image.new("RGB", size, "white")
    picture.paste(Image.new("RGB", (size[0] // 2, size[1]), colour))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    exif[ExifTags.Base.Make] = SECRET.encode("ascii", "replace").decode()
    exif[ExifTags.Base.ImageDescription] = "N?rregade 7"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: (55.0, 38.0, 30.0),
            ExifTags.GPS.GPSLongitudeRef: "E", ExifTags.GPS.GPSLongitude: (12.0, 5.0, 10.0),
        }
    )  # fmt: skip
    out = BytesIO()
    more: dict = {"comment": SECRET.encode()} if form == "JPEG" else {}
    if form == "PNG":
        more["pnginfo"] = PngImagePlugin.PngInfo()
        more["pnginfo"].add_itxt("XML:com.adobe.xmp", f"<x>{SECRET}</x>")
    picture.save(out, form, exif=exif, **more)
    return out.getvalue()


def paper(pages: int = 1, *, password: str = "") -> bytes:
    """A PDF with an author, a script, a file inside, a link, and a photo with a place in it."""
    pdf = pikepdf.Pdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(200, 200))
        page.obj.Metadata = pdf.make_stream(f"<x>{SECRET}</x>".encode())
        inside = pikepdf.Stream(pdf, photo())
        inside.Type, inside.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        inside.Width, inside.Height, inside.BitsPerComponent = 60, 40, 8
        inside.ColorSpace, inside.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Photo=inside))
        page.obj.Contents = pdf.make_stream(b"q 100 0 0 100 50 50 cm /Photo Do Q")
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 10, 10],
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=f"https://example.org/{SECRET}"),
        )  # fmt: skip
        page.obj.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(link)]))
    pdf.docinfo["/Author"] = SECRET
    pdf.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=f"app.alert('{SECRET}')"
    )  # fmt: skip
    pdf.attachments["hemmeligt.txt"] = SECRET.encode()
    out = BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(owner=password, user=password) if password else
             False, compress_streams=False)  # fmt: skip
    return out.getvalue()


def filled_in(words: str) -> bytes:
    """A PDF with a field that was filled in by a program that did not draw it."""
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="svar",
            V=words, Rect=[20, 20, 180, 40], DA="/Helv 12 Tf 0 g", P=page.obj, F=4,
        )
    )  # fmt: skip
    page.obj.Annots = pikepdf.Array([field])
    pdf.Root.AcroForm = pikepdf.Dictionary(
        Fields=pikepdf.Array([field]), DA="/Helv 12 Tf 0 g", NeedAppearances=True,
        DR=pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=pdf.make_indirect(font))),
    )  # fmt: skip
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def wave() -> bytes:
    """A second of silence, with a name beside it."""
    form = struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)
    pieces = [(b"fmt ", form), (b"LIST", b"INFO" + SECRET.encode()), (b"data", b"\x80" * 8000)]
    body = b"WAVE" + b"".join(
        name + struct.pack("<I", len(said)) + said + b"\0" * (len(said) % 2)
        for name, said in pieces
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def mp3(frames: int = 8) -> bytes:
    """Frames of silence, with names before and after."""
    said = b"TIT2" + SECRET.encode()
    size = bytes(len(said) >> shift & 0x7F for shift in (21, 14, 7, 0))
    frame = b"\xff\xfb\x90\x64" + bytes(413)  # 128 kbit/s at 44.1 kHz: 417 bytes
    return b"ID3\x04\0\0" + size + said + frame * frames + b"TAG" + SECRET.encode() + bytes(100)


def box(name: bytes, said: bytes = b"") -> bytes:
    """A box of an MP4 file."""
    return struct.pack(">I", 8 + len(said)) + name + said


def m4a(track: bytes = b"soun", form: bytes = b"mp4a") -> bytes:
    """A recording with the place where it was made."""
    dates = b"\x11" * 8
    stsd = box(b"stsd", bytes(7) + b"\1" + box(form, bytes(28)))
    minf = box(b"minf", box(b"stbl", stsd))
    hdlr = box(b"hdlr", bytes(8) + track + bytes(13))
    media = box(b"mdia", box(b"mdhd", bytes(4) + dates + bytes(12)) + hdlr + minf)
    place = box(b"udta", box(b"\xa9xyz", SECRET.encode()))
    moov = box(
        b"moov", box(b"mvhd", bytes(4) + dates + bytes(88)) + box(b"trak", media) + place
    )  # fmt: skip
    return box(b"ftyp", b"M4A \0\0\0\0") + moov + box(b"mdat", b"\x21" * 64) + box(
        b"uuid", SECRET.encode()
    )  # fmt: skip


def page(flag: int, number: int, said: bytes) -> bytes:
    """A page of an Ogg file that ends what it holds; nobody here reads its sum."""
    sizes = bytes([255] * (len(said) // 255) + [len(said) % 255])
    head = struct.pack("<4sBBqIII", b"OggS", 0, flag, 0, 7, number, 0)
    return head + bytes([len(sizes)]) + sizes + said


def ogg(sound: bytes = b"\x08" * 300) -> bytes:
    """A message that was spoken into a phone, with the place where it was said."""
    said = f"PLACE={SECRET}".encode()
    names = struct.pack("<8sIII", b"OpusTags", 0, 1, len(said)) + said
    head = struct.pack("<8sBBHIHB", b"OpusHead", 1, 1, 312, 48000, 0, 0)
    return page(2, 0, head) + page(0, 1, names) + (page(4, 2, sound) if sound else b"")


def sent(name: str, data: bytes) -> Upload:
    """As it comes from the browser."""
    return Upload(name, len(data), data)


def tone() -> bytes:
    """A second that can be heard."""
    form = struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16)
    said = b"".join(struct.pack("<h", 8000 if n // 10 % 2 else -8000) for n in range(8000))
    body = b"WAVEfmt " + struct.pack("<I", 16) + form + b"data" + struct.pack("<I", 16000) + said
    return b"RIFF" + struct.pack("<I", len(body)) + body
