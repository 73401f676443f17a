"""What the intake list shows."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landfast.course.queries.calls import CallRow
from landfast.course.queries.intake import CourseRow, Inbox, ReferralRow
from landfast.course.rules.callback import area_name
from landfast.course.rules.referral import HURRY_NAMES, URGENCY_NAMES
from landfast.course.rules.told import ANSWERS
from landfast.course.rules.words import Outcome, Urgency
from landfast.kernel.business_days import business_days_between
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.danish import phone as danish_phone
from landfast.paper.words import in_place
from landfast.web.parts.shapes import (
    Act,
    Cell,
    Clock,
    Empty,
    NextStep,
    Person,
    State,
    Table,
)


def clock_to(deadline: Any, what: str = "") -> Clock:
    """Business days left."""
    return Clock(business_days_between(today(), deadline), deadline, what)


def urgency_chip(urgency: Urgency) -> State:
    """How much it hurries, as a word."""
    return State("due" if urgency is not Urgency.CAN_WAIT else "open", _(URGENCY_NAMES[urgency]))


def _to_be_rung(row: ReferralRow) -> State:
    """When to ring; the day after, that it should have been done."""
    if row.is_to_be_rung and date_in_denmark(row.received_at) < today():
        return State("broken", _("Skulle være ringet op"))
    return urgency_chip(row.urgency)


def _hurry(row: CourseRow) -> State:
    """How much it hurries; while nobody has reached her, that she is to be rung."""
    if row.rings:
        return urgency_chip(row.urgency)
    return State("open", _(HURRY_NAMES[row.urgency]))


def inbox(found: Inbox) -> dict[str, Any]:
    """The intake list: the one next thing, then each group with its clock."""
    return {
        "step": _step(found),
        "calls": [call(row) for row in found.calls],
        "doubtful": [call(row) for row in found.doubtful],
        "doubtful_count": found.doubtful_count,
        "new": _new(found.new),
        "assessing": _assessing(found.assessing),
        "waits": _waits(found.waits_for_yes),
        "waiting": _waiting(found.waiting),
        "to_tell": _to_tell(found.to_tell),
        "declined": _declined(found.declined),
        "empty": _empty(found),
    }


def _empty(found: Inbox) -> Empty | None:
    if found.new or found.calls or found.assessing or found.waiting or found.waits_for_yes:
        return None
    sentence = _("Der er ingen henvendelser lige nu. Nye kommer her af sig selv.")
    return Empty(sentence, mark="arc")


def _step(found: Inbox) -> NextStep | None:
    """Who is to be rung today comes first, then what is past its day; then the usual order."""
    rings = [*(_to_ring_today(row.name, reverse("referral", args=[row.id])) for row in found.new
               if row.is_to_be_rung),
             *(_to_ring_today(row.name, reverse("assess", args=[row.course_id]))
               for row in found.assessing if row.rings)]  # fmt: skip
    if rings:
        return rings[0]
    usual = [
        *map(_to_take, found.new), *map(_to_ring, found.calls),
        *(_to_see(row) for row in found.assessing if row.proposed), *map(_to_say, found.to_tell),
    ]  # fmt: skip
    dated = [
        *(_to_assess(row) for row in found.assessing if not (row.proposed or row.decided)),
        *(_to_offer(row) for row in found.waiting if row.expected_on and not row.proposed),
    ]
    late = [step for step in (*usual, *dated) if step.when is not None and step.when < today()]
    return min(late, key=lambda step: step.when or today(), default=next(iter(usual), None))


def _to_ring_today(name: str, url: str) -> NextStep:
    return NextStep(
        _("Ring til {name} i dag.").format(name=name), Act(_("Åbn, og ring"), url),
        _("Skriv bagefter, at du har ringet."),
    )  # fmt: skip


def _to_take(row: ReferralRow) -> NextStep:
    return NextStep(
        _("Tag henvendelsen om {name}.").format(name=row.name),
        Act(_("Læs henvendelsen"), reverse("referral", args=[row.id])),
        _(URGENCY_NAMES[row.urgency]) + ".",
        row.answer_by,
    )


def _to_ring(row: CallRow) -> NextStep:
    return NextStep(
        _("Ring til {who}.").format(who=row.name or _("den, der har skrevet")),
        Act(_("Se nummeret"), reverse("called", args=[row.id])),
    )


def _to_see(row: CourseRow) -> NextStep:
    return NextStep(
        _("Se på forslaget om {name}.").format(name=row.name),
        Act(_("Se forslaget"), reverse("assess", args=[row.course_id])),
        _("Et andet par øjne skal bekræfte det."),
        row.decide_by,
    )


def _to_say(row: CourseRow) -> NextStep:
    return NextStep(
        _("Fortæl {name} svaret.").format(name=row.name),
        Act(_("Se svaret"), reverse("assess", args=[row.course_id])),
        _("Borgeren hører det først. Så kan den, der henviste, læse det."),
    )


def _to_assess(row: CourseRow) -> NextStep:
    return NextStep(
        _("Gør vurderingen af {name} færdig.").format(name=row.name),
        Act(_("Åbn vurderingen"), reverse("assess", args=[row.course_id])),
        _("Den skulle være afgjort."), row.decide_by,
    )  # fmt: skip


def _to_offer(row: CourseRow) -> NextStep:
    return NextStep(
        _("Ring til {name}. Dagen, hvor der skulle være plads, er gået.").format(name=row.name),
        Act(_("Se på det igen"), reverse("assess", args=[row.course_id])),
        when=row.expected_on,
    )  # fmt: skip


def call(row: CallRow) -> dict[str, Any]:
    """A number to ring back."""
    who = _("En borger") if row.about_self else _("En, der kender en borger")
    tries = (
        ngettext("Prøvet {n} gang", "Prøvet {n} gange", row.tries).format(n=row.tries)
        if row.tries
        else ""
    )
    role = " · ".join(
        filter(None, (_(area_name(row.area, about_self=row.about_self)), row.code, tries))
    )
    return {
        "person": Person(row.name or who, role, row.phone),
        "left_at": row.left_at,
        "url": reverse("called", args=[row.id]),
    }


def _who(row: ReferralRow) -> str:
    """The name; and that it is not spoken of before others, where it is kept apart."""
    return _("%(name)s, holdt adskilt") % {"name": row.name} if row.apart else row.name


def _new(rows: list[ReferralRow]) -> Table:
    columns = (_("Hvem"), _("Haster"), _("Fra"), _("Kom"), _("Tages senest"))
    return Table(
        _("Nye henvendelser"), columns,
        tuple(
            (
                Cell(_who(row), reverse("referral", args=[row.id])),
                Cell(state=_to_be_rung(row)),
                Cell(_("Borgeren selv") if row.by_citizen else row.referred_by),
                Cell(when=row.received_at),
                Cell(clock=clock_to(row.answer_by)),
            )
            for row in rows
        ),
        hide_caption=True,
    )  # fmt: skip


def _waits(rows: list[ReferralRow]) -> Table:
    columns = (_("Hvem"), _("Haster"), _("Hvem spørger"), _("Slettes"))
    return Table(
        _("Venter på borgerens ja"), columns,
        tuple(
            (
                Cell(_who(row), reverse("referral", args=[row.id])),
                Cell(state=urgency_chip(row.urgency)),
                Cell(row.who_asks),
                Cell(when=row.expires_on),
            )
            for row in rows
        ),
        hide_caption=True,
    )  # fmt: skip


def where(row: CourseRow) -> State:
    """What the course waits for."""
    if row.proposed:
        return State("due", _("Venter på et andet par øjne"))
    if row.decided is Outcome.OFFERED:
        return State("due", _("Tilbudt – vælg koordinator"))
    return State("open", _("Vurderes"))


def _assessing(rows: list[CourseRow]) -> Table:
    columns = (_("Hvem"), _("Haster"), _("Hvor langt"), _("Afgøres senest"))
    return Table(
        _("Under visitation"), columns,
        tuple(
            (
                Cell(row.name, reverse("assess", args=[row.course_id])),
                Cell(state=_hurry(row)),
                Cell(state=where(row)),
                Cell(clock=clock_to(row.decide_by)) if not row.decided else Cell(_("Afgjort")),
            )
            for row in rows
        ),
        hide_caption=True,
    )  # fmt: skip


def _waiting(rows: list[CourseRow]) -> Table:
    columns = (
        _("Nr."),
        _("Hvem"),
        _("Haster"),
        _("Venter siden"),
        _("Plads ventes"),
        _("Ringer imens"),
    )
    return Table(
        _("Venteliste"), columns,
        tuple(
            (
                Cell(str(row.position), is_number=True),
                Cell(row.name, reverse("assess", args=[row.course_id])),
                Cell(state=_hurry(row)),
                Cell(when=row.since),
                Cell(when=row.expected_on) if row.expected_on else Cell(_("Tilbudt")),
                Cell(_rings(row)),
            )
            for row in rows
        ),
        hide_caption=True,
    )  # fmt: skip


def _rings(row: CourseRow) -> str:
    """Who rings her while she waits, and in whose place."""
    if row.calls_in_place_of:
        return in_place(row.calls_in_place_of, [row.calls_meanwhile])
    return row.calls_meanwhile or "–"


def _to_tell(rows: list[CourseRow]) -> Table:
    columns = (_("Hvem"), _("Svaret"), _("Afgjort"), _("Telefon"))
    return Table(
        _("Skal høre svaret"), columns,
        tuple(
            (
                Cell(row.name, reverse("assess", args=[row.course_id])),
                Cell(_(ANSWERS[row.decided]) if row.decided else ""),
                Cell(when=row.decided_at),
                Cell(danish_phone(row.phone) if row.phone else "–"),
            )
            for row in rows
        ),
        hide_caption=True,
    )  # fmt: skip


def _declined(rows: list[CourseRow]) -> Table | None:
    if not rows:
        return None
    columns = (_("Hvem"), _("Svaret"))
    cells = tuple(
        (Cell(row.name, reverse("assess", args=[row.course_id])), Cell(when=row.since))
        for row in rows
    )
    return Table(_("Sagt nej til de seneste tre måneder"), columns, cells, hide_caption=True)
