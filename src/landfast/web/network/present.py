"""The network as shapes of the parts, for professionals."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.roles import COURSE_ROLES, CourseRole
from landfast.journeys.see_network import Network
from landfast.kernel.clock import today
from landfast.network.queries import MemberRow, RelationRow
from landfast.network.queries.drawing import Thing, on_map
from landfast.network.rules import CLOSENESS_NAMES, SEAT_ANSWERS, SPHERE_NAMES, TIE_NAMES, Said
from landfast.paper.words import quoted
from landfast.people.queries import EmploymentRow
from landfast.people.rules import decides_authority_matters, role_name
from landfast.programmes.rules import NEED_NAMES, NeedArea
from landfast.web.mine.map_present import helpers, rings, undo_means
from landfast.web.mine.seat_words import roles_beside, why
from landfast.web.parts.shapes import Cell, Person, Reader, Readers, Sphere, Table
from landfast.web.spoken import day, named


def network(seen: Network) -> dict[str, Any]:
    """Everything on the page: the citizen in the middle, then the spheres."""
    placed = on_map(one for row in seen.spheres for one in row.people)
    return {
        "course_id": seen.course_id,
        "citizen": seen.citizen,
        "holders": holders(seen),
        "rings": rings(placed, lambda thing: _change_url(seen, thing)),
        "draws": seen.may_edit,
        "may_undo": seen.way_back is not None,
        "undo_means": undo_means(seen.way_back, to_her=False),
        "helpers": helpers(placed),
        "spheres": spheres(seen),
        "former": [
            Person(
                row.name,
                _("%(role)s, til %(day)s") % {"role": named(row.role_name), "day": row.until},
            )
            for row in seen.former
        ],
        "readers": readers(seen),
        "may_edit": seen.may_edit,
        "seats": seats(seen),
        "good_beside": beside(seen),
    }


def _change_url(seen: Network, thing: Thing) -> str:
    page = "change_member" if thing.is_member else "change_relation"
    return reverse(page, args=[seen.course_id, thing.id])


def seats(seen: Network) -> Table | None:
    """Empty seats with the citizen's answer: on her own page, or written down beside her."""
    if not seen.table.empty:
        return None
    rows = tuple(
        (
            Cell(_(NEED_NAMES[row.need])),
            Cell(", ".join(named(role_name(role)) for role in row.roles)),
            Cell(_("Borgerens ønske") if row.by_wish else _("Henvendelsen")),
            Cell(_answer(row.said)),
            *_beside_her(seen, row.need),
        )
        for row in seen.table.empty
    )
    heads = (
        _("Område"), _("Det kunne være"), _("Kommer fra"), _("Borgeren siger"), *_head(seen),
    )  # fmt: skip
    return Table(_("Tomme pladser"), heads, rows, hide_caption=True)


def beside(seen: Network) -> Table | None:
    """Who else is good to have, why, and the citizen's answer, to read."""
    if not seen.table.beside:
        return None
    rows = tuple(
        (
            Cell(_(NEED_NAMES[row.who.need])),
            Cell(roles_beside(row.who, to_her=False)),
            Cell(why(row.who)),
            Cell(_answer(row.said)),
            *_beside_her(seen, row.who.need, "?ved=siden"),
        )
        for row in seen.table.beside
    )
    heads = (_("Område"), _("Det kunne være"), _("Hvorfor"), _("Borgeren siger"), *_head(seen))
    return Table(_("Andre, der kunne være med"), heads, rows, hide_caption=True)


def _head(seen: Network) -> tuple[str, ...]:
    return (_("Ved siden af borgeren"),) if seen.may_edit else ()


def _beside_her(seen: Network, need: NeedArea, asked: str = "") -> tuple[Cell, ...]:
    """The way to write down what she says of a seat."""
    if not seen.may_edit:
        return ()
    url = reverse("answer_seat_beside", args=[seen.course_id, need.value]) + asked
    return (Cell(_("Skriv svaret: %(area)s") % {"area": _(NEED_NAMES[need])}, url),)


def _answer(said: Said | None) -> str:
    if said is None:
        return _("Ikke svaret endnu")
    word = _(SEAT_ANSWERS[said.answer])
    return _("%(answer)s (skrevet for borgeren)") % {"answer": word} if said.by_another else word


def holders(seen: Network) -> list[Person]:
    """Coordinator or cover, deputy, second."""
    held, found = seen.held, []
    if held.holder:
        role = _("Vakant, dækkes") if held.is_cover else _("Koordinator")
        one = held.holder
        found.append(Person(one.name, role, one.phone, is_coordinator=True))
    for holder, role in ((held.deputy, _("Dækker lige nu")), (held.beside, _("Makker"))):
        if holder:
            found.append(Person(holder.name, role, holder.phone))
    return found


def spheres(seen: Network) -> list[Sphere]:
    """Every sphere, the empty ones too: an empty ring asks a question."""
    return [
        Sphere(_(SPHERE_NAMES[row.sphere]), tuple(_person(seen, one) for one in row.people))
        for row in seen.spheres
    ]


def _person(seen: Network, one: MemberRow | RelationRow) -> Person:
    near = _(CLOSENESS_NAMES[one.closeness])
    if isinstance(one, RelationRow):
        untold = _("skal ikke have noget at vide") if one.is_untold else ""
        said = [near, quoted(one.is_to_me), _(TIE_NAMES[one.tie]) if one.tie else "", untold]
        url = reverse("change_relation", args=[seen.course_id, one.id]) if seen.may_edit else ""
    else:
        said = [
            near,
            named(one.role_name),
            quoted(one.helps_with),
            "" if one.may_read else _("læser ikke med"),
            _("skal ikke have noget at vide") if one.is_untold and not one.may_read else "",
            _last_day(one.leaves_on) if one.leaves_on else "",
            _("borgeren vil hellere vente med en ny") if one.waits else "",
        ]
        url = reverse("change_member", args=[seen.course_id, one.id]) if seen.may_edit else ""
    return Person(one.name, " · ".join(filter(None, said)), one.phone, url=url)


def readers(seen: Network) -> Readers:
    """Who can read what is written here, the citizen too."""
    found: dict[str, Reader] = {seen.citizen.called: Reader(seen.citizen.called, _("borgeren"))}
    for row in seen.readers:
        if row.role is not CourseRole.CITIZEN and row.name:
            found.setdefault(row.name, Reader(row.name, _(COURSE_ROLES[row.role].name)))
    return Readers(tuple(found.values()))


def found_person(row: EmploymentRow) -> Person:
    """An employee in the list of those who fit the words."""
    return Person(
        row.person.name, f"{row.title or named(row.role_name)} · {row.unit}", row.person.phone
    )


def first_values(picked: EmploymentRow, sphere: str) -> dict[str, Any]:
    """What a new member's form begins with."""
    return {
        "sphere": sphere,
        "closeness": "near",
        "decides_authority": decides_authority_matters(picked.role),
    }


def _last_day(leaves_on: date) -> str:
    said = _("skulle stoppe %(day)s") if leaves_on < today() else _("stopper %(day)s")
    return said % {"day": day(leaves_on)}
