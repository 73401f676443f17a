"""Kopiér til min journal: a promise as plain text, for whoever keeps a record of their own (D8).

Date, my part, and a link. No name of the citizen: whose it is, the record it goes into knows.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext

from landfast.kernel.clock import today
from landfast.paper.words import STATES, day
from landfast.plan.queries import AgreementRow
from landfast.plan.queries.outside import Asked


def of_outside(row: Asked, link: str) -> str:
    """What somebody outside copies: what they said, to whom, and the way back."""
    who = ", ".join(part for part in (row.asker, row.profession, row.phone) if part)
    return _lines(
        _dated(today(), gettext("aftale, spurgt af %(who)s") % {"who": who}),
        row.text,
        _due(row.due_on),
        gettext("Lige nu: %(state)s") % {"state": gettext(STATES[row.state])},
        row.report,
        link,
    )


def of_agreement(row: AgreementRow, link: str) -> str:
    """What its maker copies: the promise, how it went, and the way back."""
    return _lines(
        _dated(today(), gettext("min aftale")),
        row.text,
        _due(row.due_on),
        gettext("Lige nu: %(state)s") % {"state": gettext(STATES[row.state])},
        row.report,
        link,
    )


def of_minutes(held: datetime | None, mine: Iterable[AgreementRow], link: str) -> str:
    """What somebody who was there copies of the minutes: the day, my part, and the way back."""
    return _lines(
        _dated(held or today(), gettext("møde i netværket, min del")),
        *(f"- {row.text} {_due(row.due_on)}".rstrip() for row in mine),
        link,
    )


def _dated(when: date | datetime, words: str) -> str:
    return f"{day(when)}: {words}"


def _due(due: date | None) -> str:
    return gettext("Senest %(day)s") % {"day": day(due)} if due else ""


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
