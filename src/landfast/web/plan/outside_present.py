"""The question to somebody outside, as the agreement's page shows it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from landfast.access.roles import may_in_course
from landfast.access.rules import Permission
from landfast.journeys.see_plan import AgreementSeen
from landfast.kernel.clock import now
from landfast.plan.queries.outside import OutsideRow
from landfast.plan.rules import life
from landfast.plan.rules.outside import may_ask_outside
from landfast.plan.rules.words import AgreementState


@dataclass(frozen=True)
class OutsideShown:
    """The question to somebody outside, as the agreement's page shows it."""

    row: OutsideRow
    is_open: bool
    may: bool
    may_code: bool
    mail: str


def shown(seen: AgreementSeen) -> dict[str, Any]:
    """What the agreement's page is given about somebody outside."""
    row = seen.agreement
    may = may_in_course(seen.roles, Permission.AGREEMENT_PROPOSE)
    can = may_ask_outside(row.state, has_maker=row.maker is not None)
    held = seen.outside
    waits = row.state is AgreementState.PROPOSED
    return {
        "may_ask_outside": may and can,
        "outside": held
        and OutsideShown(
            held, held.is_open(now()), may and row.state in life.OPEN, may and waits,
            _mail(held.mail_state),
        ),
    }  # fmt: skip


def _mail(state: str) -> str:
    words = {
        "waiting": _("Mailen er på vej."),
        "sent": _("Mailen er sendt."),
        "dead": _("Mailen kom ikke frem. Se adressen efter, og lav et nyt link."),
    }
    return words.get(state, "")
