"""The citizen's people as shapes of the parts."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.roles import CourseRole
from landfast.consent.rules.proxy import ProxyKind
from landfast.course.queries.own import OwnCourse
from landfast.journeys.see_my_people import MyPeople
from landfast.journeys.see_own_course import MyCard
from landfast.journeys.who_reads import ReaderToHer
from landfast.kernel.text import da
from landfast.network.queries import MemberRow, RelationRow
from landfast.network.rules import SPHERE_NAMES
from landfast.web.directory.views import line_text
from landfast.web.languages import language
from landfast.web.mine.around import stands_in
from landfast.web.mine.card_present import picture
from landfast.web.mine.present import beside_lines, coordinator_line
from landfast.web.parts.shapes import Link, Person, Reader, Readers, Sphere
from landfast.web.proxy.present import HER_KINDS
from landfast.web.role_words import ROLE_WORDS


def holder_lines(course: OwnCourse, *, lasts: bool = False) -> list[Person]:
    """Coordinator on top, then who covers, then the second: once where they are the same.

    Last whom to ring where all of them are away.
    """
    first = coordinator_line(course.held, lasts=lasts)
    beside = beside_lines(course.held, lasts=lasts)
    return [*([first] if first else []), *beside, *stands_in(course)]


def spheres(seen: MyPeople) -> list[Sphere]:
    """The spheres with somebody she has named; who works with her stands above."""
    found = [
        Sphere(
            _(SPHERE_NAMES[row.sphere]),
            tuple(_person(one, seen) for one in row.people if isinstance(one, RelationRow)),
        )
        for row in seen.spheres
    ]
    return [one for one in found if one.people]


def _person(one: RelationRow, seen: MyPeople) -> Person:
    url = reverse("change_my_person", args=[seen.course.id, one.id])
    untold = _("Får ikke noget at vide") if one.is_untold else ""
    reads = [_(PROXY_WORDS[row.kind]) for row in seen.reading if row.place == one.id]
    return Person(
        one.name, " · ".join(filter(None, [one.is_to_me, *reads, untold])), one.phone, url=url
    )


def reading_for_me(seen: MyPeople) -> list[Person]:
    """Who reads for her, of whom she knows no place on the map: a guardian, an aunt by the link."""
    named = {one.id for row in seen.spheres for one in row.people if isinstance(one, RelationRow)}
    return [
        Person(row.name, _(HER_KINDS[row.kind])) for row in seen.reading if row.place not in named
    ]


def initial(relation: RelationRow | None) -> dict[str, Any]:
    """The form's first values for somebody who is on the map."""
    if relation is None:
        return {}
    return {
        "name": relation.name, "is_to_me": relation.is_to_me, "sphere": relation.sphere.value,
        "closeness": relation.closeness.value, "phone": relation.phone,
        "kind": relation.kind.value, "tie": relation.tie or "", "only_mine": relation.only_mine,
    }  # fmt: skip


def place(member: MemberRow | None) -> dict[str, Any]:
    """Where a helper stands now."""
    if member is None:
        return {}
    return {"sphere": member.sphere.value, "closeness": member.closeness.value}


HIDDEN = frozenset({CourseRole.CITIZEN})
PROXY_WORDS: dict[ProxyKind, str] = {
    ProxyKind.CHOSEN: da("læser for dig, fordi du har sagt ja"),
    ProxyKind.GUARDIAN: da("din værge"),
}


def readers(rows: list[ReaderToHer], change: Link | None = None) -> Readers:
    """Who can read what is written here, each once, the citizen herself left out."""
    found: dict[str, Reader] = {}
    for row in rows:
        if row.role not in HIDDEN and row.name:
            words = PROXY_WORDS[row.proxy] if row.proxy else ROLE_WORDS[row.role]
            found.setdefault(row.name, Reader(row.name, _(words)))
    return Readers(tuple(found.values()), change)


def card(seen: MyCard, *, lasts: bool = False) -> dict[str, Any]:
    """The card: coordinator on top, the second, the team, my own people with a number."""
    helpers = [
        {"person": Person(row.name, row.helps_with, row.phone), "when": row.call_when}
        for row in seen.card.helpers
    ]
    own = [Person(row.name, row.is_to_me, row.phone) for row in seen.relations if row.phone]
    return {
        "course": seen.course,
        "holders": holder_lines(seen.course, lasts=lasts),
        "helpers": helpers,
        "own": own,
        "interpreter": language(seen.language),
        "answers": seen.card.answers,
        "lines": [line_text(line) for line in seen.card.lines],
        "picture": picture(seen.code, _("Kode til at scanne")) if seen.code else "",
    }
