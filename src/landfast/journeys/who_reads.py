"""Who can read what she writes, as she knows them: at the point of writing (lessons 11)."""

from dataclasses import dataclass
from uuid import UUID

from landfast.access.queries import readers
from landfast.access.roles import CourseRole
from landfast.consent.proxies import proxies
from landfast.consent.rules.proxy import ProxyKind


@dataclass(frozen=True)
class ReaderToHer:
    """Somebody who can read it, and the ground of who reads for her."""

    name: str
    role: CourseRole
    proxy: ProxyKind | None = None


def who_reads(course_id: UUID) -> list[ReaderToHer]:
    """Who can read the whole course now.

    Who reads for her is a private person, and has no name among the readers: her own words for
    them are with the paper that let them in. It is asked for only when there is somebody.
    """
    found = readers(course_id)
    hers = any(row.role is CourseRole.PROXY for row in found)
    known = {row.person_id: row for row in proxies(course_id) if row.runs} if hers else {}
    return [
        ReaderToHer(known[row.person].name, row.role, known[row.person].kind)
        if row.person in known and row.role is CourseRole.PROXY
        else ReaderToHer(row.name, row.role)
        for row in found
    ]
