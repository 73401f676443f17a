"""What is kept of a file that was sent: its picture, its pages or its sound, and nothing else."""

from dataclasses import dataclass

from landfast.files import rules
from landfast.files.cleaning.papers import clean_paper
from landfast.files.cleaning.pictures import clean_picture
from landfast.files.cleaning.sounds import clean_sound
from landfast.files.scanning import check_harmless


@dataclass(frozen=True)
class Clean:
    """A file that was read to its end and written anew."""

    mime: str
    data: bytes


def clean(kind: rules.Kind, upload: rules.Upload) -> Clean:
    """Read it as what it is, and write it anew without what it says besides. Raises Wrong."""
    found = rules.check_upload(kind, upload)
    check_harmless(upload.data)
    match found.family:
        case rules.Family.PICTURE:
            return Clean(*clean_picture(upload.data))
        case rules.Family.PAPER:
            return Clean(found.mime, clean_paper(upload.data))
        case rules.Family.SOUND:
            return Clean(found.mime, clean_sound(found.mime, upload.data))


def clean_face(upload: rules.Upload) -> Clean:
    """A small picture of somebody. Raises Wrong."""
    rules.check_face(upload)
    check_harmless(upload.data)
    return Clean(*clean_picture(upload.data, rules.FACE_SIDE))
