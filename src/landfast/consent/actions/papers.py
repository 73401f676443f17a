"""The paper that she has signed, photographed or scanned."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.files import actions as files
from landfast.files.rules import TITLE_MAX, Kind, Upload


def put(actor: Actor, course_id: UUID, paper: Upload | None, title: str) -> UUID | None:
    """The paper is put there with the yes that it proves, or neither is."""
    if paper is None:
        return None
    return files.add(
        actor=actor, course_id=course_id, kind=Kind.EVIDENCE, upload=paper,
        title=title.strip()[:TITLE_MAX],
    )  # fmt: skip
