"""What the referral pages show."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.actor import Actor
from landfast.course.queries.referrals import Desk, MyReferrals, Receipt
from landfast.course.rules.referral import STATE_NAMES
from landfast.course.rules.told import ANSWERS
from landfast.course.rules.words import ReferralState
from landfast.programmes.rules import NEED_NAMES, NeedArea
from landfast.web.parts.shapes import (
    Act,
    Card,
    Cell,
    Link,
    NextStep,
    Reader,
    Readers,
    State,
    StateKind,
    Table,
)
from landfast.web.spoken import named

KINDS: dict[ReferralState, StateKind] = {
    ReferralState.WAITS_FOR_YES: "waiting",
    ReferralState.NEW: "open",
    ReferralState.TAKEN: "open",
    ReferralState.ANSWERED: "kept",
    ReferralState.WITHDRAWN: "ended",
    ReferralState.EXPIRED: "ended",
}


def state_chip(receipt: Receipt) -> State:
    """A referral's state as a word and a shape; the answer only when she has heard it."""
    if receipt.heard:
        return State(KINDS[receipt.state], _(ANSWERS[receipt.heard.outcome]))
    return State(KINDS[receipt.state], _(STATE_NAMES[receipt.state]))


def need_names(codes: list[str]) -> list[str]:
    """Need areas in words."""
    return [_(NEED_NAMES[NeedArea(code)]) for code in codes if code in NEED_NAMES]


def askers(actor: Actor, desk: Desk) -> list[tuple[str, str]]:
    """Who can ask the citizen: I myself first."""
    own = (str(actor.person_id), _("Jeg spørger selv"))
    seen = {str(row.person.id): row for row in desk.askers}
    return [own, *((pk, f"{row.person.name}, {named(row.role_name)}") for pk, row in seen.items())]


def readers(desk: Desk) -> Readers:
    """Who can read what an employee writes in a referral."""
    takers = [Reader(unit.name, _("tager imod henvendelser")) for unit in desk.units]
    return Readers((*takers, Reader(_("borgeren selv"), _("når der er et forløb"))))


def self_readers(desk: Desk) -> Readers:
    """Who can read what the citizen writes."""
    return Readers(tuple(Reader(unit.name, _("dem, der ringer til dig")) for unit in desk.units))


def what_now(receipt: Receipt) -> list[str]:
    """What happens after a referral, in the order it happens."""
    if receipt.state is ReferralState.WAITS_FOR_YES:
        who = receipt.who_asks or _("En kollega")
        return [
            _("{name} spørger borgeren.").format(name=who),
            _("Siger borgeren ja, går henvendelsen videre."),
            _("Siger borgeren nej, sletter vi den."),
        ]
    if receipt.heard:
        answer = _(ANSWERS[receipt.heard.outcome])
        return [
            _("Svaret er: {answer}.").format(answer=answer[0].lower() + answer[1:]),
            _("Borgeren har hørt det. Spørg borgeren, hvis du vil vide mere."),
        ]
    return [
        _("Vi læser den og ringer til borgeren."),
        _("Vi ser på, om et forløb er det rette."),
        _("Borgeren får svar. Du kan se her, når det er afgjort."),
    ]


def mine(found: MyReferrals) -> dict[str, Any]:
    """My referrals, and the ones where I am to ask."""
    rows = tuple(_row(one) for one in found.sent)
    columns = (_("Hvem"), _("Kvittering"), _("Sendt"), _("Hvordan det går"))
    return {
        "to_ask": [
            Card(
                one.citizen_name,
                _("Spørg, om vi må ringe. {name} har skrevet til os.").format(name=one.referred_by),
                url=reverse("ask_citizen", args=[one.id]),
            )
            for one in found.to_ask
        ],
        "step": _step(found),
        "table": Table(_("Det, du har sendt"), columns, rows) if rows else None,
    }


def _step(found: MyReferrals) -> NextStep | None:
    if not found.to_ask:
        return None
    first = found.to_ask[0]
    return NextStep(
        _("Spørg {name}, om vi må ringe.").format(name=first.citizen_name),
        Act(_("Skriv svaret"), reverse("ask_citizen", args=[first.id])),
        _("Uden et ja sletter vi henvendelsen."),
        first.expires_on,
    )


def _row(one: Receipt) -> tuple[Cell, ...]:
    return (
        Cell(one.citizen_name or _("Tømt"), reverse("referral_receipt", args=[one.id])),
        Cell(one.code),
        Cell(when=one.received_at),
        Cell(state=state_chip(one)),
    )


def way_back() -> Link:
    """Leave the form."""
    return Link(_("Se det, du har sendt"), reverse("my_referrals"))
