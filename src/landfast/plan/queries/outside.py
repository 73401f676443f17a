"""Reads around a promise of somebody outside: by the team, and by whoever holds the link."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from landfast.access.links import parts_of, signed
from landfast.kernel.clock import now
from landfast.plan import models
from landfast.plan.rules import outside
from landfast.plan.rules.words import AgreementState


@dataclass(frozen=True)
class Link:
    """What a link or a code opens: the question, and which of its links. None opens nothing."""

    ask_id: UUID | None
    serial: int

    @property
    def token(self) -> str:
        """As it stands in an address."""
        return signed(outside.LINK, str(self.ask_id), str(self.serial))


def link_of(token: str) -> Link:
    """The link of a token; one that nobody here has signed opens nothing."""
    parts = parts_of(outside.LINK, token, within=outside.LONGEST)
    if parts is None:
        return Link(None, 0)
    ask, serial = parts
    return Link(UUID(ask), int(serial))


@dataclass(frozen=True)
class Asked:
    """All that a link shows: the promise's own words, and who asks. No citizen, no course."""

    agreement_id: UUID
    text: str
    state: AgreementState
    version: int
    offered: bool
    due_on: date | None
    mandate: str
    report: str
    name: str
    asker: str
    profession: str
    phone: str
    ends_at: datetime


def asked(link: Link) -> Asked | None:
    """What the link opens, and that it was opened; None when it opens nothing."""
    if link.ask_id is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("select * from plan_outside_open(%s, %s)", [link.ask_id, link.serial])
        found = cursor.fetchone()
    if found is None:
        return None
    key, text, state, *rest = found
    return Asked(key, text, AgreementState(state), *rest)


@dataclass(frozen=True)
class OutsideRow:
    """How the question to somebody outside stands, for the team."""

    address: str
    asked_by: str
    ends_at: datetime
    closed_at: datetime | None
    opened_at: datetime | None
    opened_times: int
    mail_state: str
    code_until: datetime | None
    code_meeting: UUID | None

    def is_open(self, moment: datetime) -> bool:
        """Does the link open anything?"""
        return self.closed_at is None and self.ends_at > moment


def outside_of(agreement_id: UUID) -> OutsideRow | None:
    """The question to somebody outside about an agreement, if there is one."""
    rows = models.OutsideAsk.objects.filter(agreement_id=agreement_id).select_related("asked_by")
    row = rows.order_by("id").first()
    if row is None:
        return None
    return OutsideRow(
        row.address, row.asked_by.name, row.ends_at, row.revoked_at, row.opened_at,
        row.opened_times, row.mail_state, row.code_until if row.code_place else None,
        row.code_meeting,
    )  # fmt: skip


@dataclass(frozen=True)
class Mail:
    """A mail that waits for somebody outside."""

    link: Link
    address: str
    tries: int


def next_mail() -> Mail | None:
    """The next mail that may leave, held while it does. For the clock's jobs: others find none."""
    with connection.cursor() as cursor:
        cursor.execute("select * from plan_outside_mail(%s)", [now()])
        found = cursor.fetchone()
    return Mail(Link(found[0], found[1]), found[2], found[3]) if found else None
