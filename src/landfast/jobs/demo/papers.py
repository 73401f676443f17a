"""Papers that a citizen has put there: a letter that her team may read, and one for her alone."""

from importlib.resources import as_file
from importlib.resources import files as inside
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from landfast.access.rules import Topic
from landfast.files import actions as files
from landfast.files.rules import Kind, Readers, Upload
from landfast.jobs.demo.life import Life

SIZE = (900, 1200)
INK, SHEET = "#1f2a30", "#fdfcf8"
LETTER = (
    "Strandby Boligforening", "", "Kære Jeanette", "",
    "Du står nu på venteliste til en bolig", "med to rum. Du er nummer 14.", "",
    "Vi skriver igen til foråret.", "", "Venlig hilsen", "Udlejningen",
)  # fmt: skip
NOTE = ("Det vil jeg huske at sige:", "", "1. Jeg sover bedst med lys.", "2. Ring før I kommer.")


def papers(life: Life) -> None:
    """One about housing for the team, one for nobody but her."""
    life.do(
        life.citizen, files.add, course_id=life.course, kind=Kind.PAPER, upload=_drawn(LETTER),
        title="Brev fra boligforeningen", readers=Readers.TEAM, topic=Topic.HOUSING,
    )  # fmt: skip
    life.do(
        life.citizen, files.add, course_id=life.course, kind=Kind.PAPER, upload=_drawn(NOTE),
        title="Min huskeseddel", readers=Readers.OWN,
    )  # fmt: skip


def _drawn(lines: tuple[str, ...]) -> Upload:
    """A sheet as one photographs it."""
    sheet = Image.new("RGB", SIZE, SHEET)
    with as_file(inside("landfast.paper") / "fonts" / "IBMPlexSans-Regular.ttf") as font:
        ImageDraw.Draw(sheet).multiline_text(
            (90, 120), "\n".join(lines), fill=INK, font=ImageFont.truetype(font, 38), spacing=22
        )
    out = BytesIO()
    sheet.save(out, "JPEG")
    return Upload("papir.jpg", len(out.getvalue()), out.getvalue())
