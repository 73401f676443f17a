"""Pictures: drawn anew from their points, so that nothing else of the file comes along."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from landfast.files import rules

FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 85
TRANSPARENT = frozenset({"RGBA", "LA", "PA"})


def clean_picture(data: bytes, longest: int = rules.LONGEST_SIDE) -> tuple[str, bytes]:
    """Type and bytes of the picture as it is seen: upright, not too large, points only.

    Where and when and with what it was taken stays behind (EXIF, GPS, XMP, colour profile), and so
    does whatever else hides in the file: what is written is made of the points.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of oddities in the file; a bomb is met by size below
            with Image.open(BytesIO(data), formats=FORMATS) as opened:
                rules.check_points(*opened.size)
                return _drawn_anew(opened, longest)
    except Image.DecompressionBombError as bomb:
        raise rules.too_many_points() from bomb
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError) as broken:
        raise rules.damaged() from broken


def _drawn_anew(opened: Image.Image, longest: int) -> tuple[str, bytes]:
    is_png = opened.format == "PNG" or _is_clear(opened)
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((longest, longest))
    points = upright.convert("RGBA" if _is_clear(upright) else "RGB")
    bare = Image.new(points.mode, points.size)
    bare.paste(points)
    out = BytesIO()
    if is_png:
        bare.save(out, "PNG", optimize=True)
        return "image/png", out.getvalue()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    return "image/jpeg", out.getvalue()


def _is_clear(picture: Image.Image) -> bool:
    """Can one look through it?"""
    return picture.mode in TRANSPARENT or "transparency" in picture.info
