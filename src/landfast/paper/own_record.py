"""Kopiér til min journal: a promise as plain text, for whoever keeps a record of their own (D8).

Date, my part, and a link. No name of the citizen: whose it is, the record it goes into knows.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.utils.translation import gettext

from landfast.journeys.see_minutes import MinutesPage
from landfast.kernel.clock import today
from landfast.meetings.queries import MinutesRow
from landfast.paper.words import STATES, day, moment
from landfast.plan.queries import AgreementRow
from landfast.plan.queries.deciding import DecisionRow
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


def of_decision(row: DecisionRow) -> str:
    """What a leader copies before answering: afterwards the question cannot be read here."""
    return _lines(
        _dated(today(), gettext("spørgsmål til afgørelse fra %(who)s") % {"who": row.asked_by}),
        row.question,
        row.reason,
        *(words for _shown, words in row.shown),
    )


def of_minutes(held: datetime | None, mine: Iterable[AgreementRow], link: str) -> str:
    """What somebody who was there copies of the minutes: the day, my part, and the way back."""
    return _lines(
        _dated(held or today(), gettext("møde i netværket, min del")),
        _promises(mine),
        link,
    )


def of_whole_minutes(page: MinutesPage, row: MinutesRow) -> str:
    """What the citizen copies of her own minutes: all of it, in the order of the page."""
    themes = [_theme(one) for one in row.content.get("themes", [])]
    parts = (
        _dated(page.meeting.starts_at or today(), gettext("referat af mit møde")),
        _titled(gettext("Det sagde jeg"), row.citizen_said),
        _titled(gettext("Min bemærkning"), row.citizen_note),
        *themes,
        _titled(gettext("Det, vi har aftalt"), _promises(page.agreed)),
        _titled(gettext("Forslag, der venter på et ja"), _promises(page.waiting)),
        _titled(gettext("Forslag, der ikke fik et ja"), _promises(page.never_agreed)),
        _titled(gettext("Til sidst"), row.content.get("closing", "")),
        _titled(gettext("Næste møde"), moment(page.meeting.next_on)),
    )
    return "\n\n".join(part for part in parts if part)


def _promises(rows: Iterable[AgreementRow]) -> str:
    return "\n".join(f"- {row.text} {_due(row.due_on)}".rstrip() for row in rows)


def _theme(theme: Mapping[str, str]) -> str:
    said = [theme.get(part, "") for part in ("said", "solution", "parked")]
    return _titled(theme.get("words", ""), _lines(*said))


def _titled(title: str, words: str) -> str:
    return f"{title}\n{words}" if words else ""


def _dated(when: date | datetime, words: str) -> str:
    return f"{day(when)}: {words}"


def _due(due: date | None) -> str:
    return gettext("Senest %(day)s") % {"day": day(due)} if due else ""


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
