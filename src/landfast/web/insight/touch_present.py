"""What one touch asks about a promise that was not kept, and what it has just asked.

The button itself says whom and which day; what it said stands in its form, and is what is sent.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from landfast.insight.calling import NOT_KEPT
from landfast.insight.monday import Call, Monday
from landfast.insight.monday_sent import Sent
from landfast.plan.queries import Watched
from landfast.plan.queries.offers import Named, Offers
from landfast.plan.rules.deadlines import new_date
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Link
from landfast.web.plan.present import agreement_url
from landfast.web.spoken import day


def touches(call: Call, offers: Offers, today: date) -> tuple[Act, ...]:
    """One button each for another day, for somebody else, and for the leader."""
    row = call.reason.agreement
    if row is None or call.reason.why not in NOT_KEPT:
        return ()
    when = new_date(today)
    found = [_about_day(row, offers.maker, when)]
    if (offers.backup or offers.maker) and offers.backup != offers.maker:
        found.append(_instead(row, offers.backup, when))
    if offers.leader:
        label = _("Spørg lederen, %(name)s") % {"name": offers.leader.name}
        found.append(_act(label, "to_leader", row, offers.leader.choice.person))
    return tuple(found)


def others(call: Call) -> tuple[Link, ...]:
    """The way to another day, another person, another leader."""
    row = call.reason.agreement
    if row is None or call.reason.why not in NOT_KEPT:
        return ()
    anew = to("propose_agreement", row.course_id) + f"?i_stedet={row.id}"
    return (
        Link(_("Vælg en anden dag eller person"), anew),
        Link(_("Vælg en anden leder"), to("find_decider", row.course_id, row.id)),
    )


def _about_day(row: Watched, whom: Named | None, when: date) -> Act:
    label = _("Spørg hele teamet, om %(day)s passer")
    if whom:
        label = _("Spørg %(name)s, om %(day)s passer")
    said = label % {"name": whom.name if whom else "", "day": day(when)}
    return _act(said, "new_date", row, whom.id if whom else None, when)


def _instead(row: Watched, whom: Named | None, when: date) -> Act:
    label = _("Spørg %(name)s i stedet") % {"name": whom.name} if whom else _("Spørg hele teamet")
    return _act(label, "new_owner", row, whom.id if whom else None, when)


def _act(label: str, page: str, row: Watched, whom: UUID | None, when: date | None = None) -> Act:
    said = [("whom", str(whom) if whom else ""), ("day", when.isoformat() if when else "")]
    return Act(label, to(page, row.course_id, row.id), "post", fields=tuple(said))


@dataclass(frozen=True)
class SentCard:
    """What was sent to whom, in the place of the card that was touched."""

    name: str
    sentence: str
    about: str
    url: str
    undo: Act


def sent_card(seen: Monday) -> SentCard | None:
    """What was just asked, while nobody has answered."""
    one = seen.sent
    if one is None:
        return None
    return SentCard(
        one.course.name, _sentence(one), one.row.text, agreement_url(one.row), _undo(one)
    )


def _sentence(one: Sent) -> str:
    if one.decision:
        return _("%(name)s er spurgt, hvem der kan løse det.") % {"name": one.decision.decider}
    when = day(one.row.due_on) if one.row.due_on else ""
    if one.row.maker is None:
        return _("Hele teamet er spurgt om %(day)s.") % {"day": when}
    return _("%(name)s er spurgt om %(day)s.") % {"name": one.row.maker.name, "day": when}


def _undo(one: Sent) -> Act:
    here = [one.course.course_id, one.row.id]
    url = to("withdraw_agreement", *here)
    if one.decision:
        url = to("withdraw_decision", *here, one.decision.id)
    return Act(_("Fortryd"), url, "post", fields=(("next", to("monday")),))
