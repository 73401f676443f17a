"""What is shared, in plain words."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.actor import Actor
from landfast.access.rules import TOPIC_NAMES, Topic
from landfast.consent.queries import ShareRow
from landfast.consent.rules import HOW_NAMES, LEGAL_TEXT, ConsentState, may_ask
from landfast.journeys.share_topics import Shared, Sharing
from landfast.kernel.clock import DENMARK
from landfast.kernel.text import da
from landfast.web.parts.shapes import Act

STATE_WORDS: dict[ConsentState, str] = {
    ConsentState.GIVEN: da("De kan læse nu"),
    ConsentState.REFUSED: da("Nej"),
    ConsentState.WITHDRAWN: da("Stoppet"),
    ConsentState.ENDED: da("Sluttede med forløbet"),
    ConsentState.EXPIRED: da("Udløbet"),
    ConsentState.REPLACED: da("Forlænget"),
}


@dataclass(frozen=True)
class Line:
    """One share: who, what about, until when, and what can be done with it."""

    who: str
    topics: str
    purpose: str
    state: str
    until: date
    receipt: str
    acts: tuple[Act, ...]


def ground(actor: Actor) -> str:
    """The side of the house the page stands on."""
    return "base_citizen.html" if actor.is_citizen else "base_work.html"


def names(topics: tuple[Topic, ...]) -> str:
    """Topics in the citizen's order, as a phrase."""
    return ", ".join(_(name) for topic, name in TOPIC_NAMES.items() if topic in topics)


def line(course_id: UUID, row: ShareRow, *, is_citizen: bool) -> Line:
    """A share with the touches that fit whoever looks."""
    acts = []
    if row.runs and is_citizen and row.confirmed_at is None:
        acts.append(_act(_("Ja, det passer"), "confirm_share", course_id, row))
    if row.may_renew and is_citizen:
        acts.append(_act(_("Forlæng et år"), "renew_share", course_id, row))
    if row.may_say_the_last_word and is_citizen:
        acts.append(_act(_("Spørg mig ikke igen"), "say_the_last_word", course_id, row))
    if row.runs:
        acts.append(
            _act(_("Stop for %(name)s") % {"name": row.recipient}, "stop_share", course_id, row)
        )
    return Line(
        row.recipient, names(row.topics), row.purpose, _(STATE_WORDS[row.state]), row.until,
        reverse("share_receipt", args=[course_id, row.id]), tuple(acts),
    )  # fmt: skip


def _act(label: str, name: str, course_id: UUID, row: ShareRow) -> Act:
    return Act(label, reverse(name, args=[course_id, row.id]), "post")


def sharing(seen: Sharing, actor: Actor) -> dict[str, Any]:
    """The list: what runs, and what has been."""
    mine = actor.is_citizen
    course_id = seen.course.course_id
    return {
        "base": ground(actor),
        "mine": mine,
        "course": seen.course,
        "running": [line(course_id, row, is_citizen=mine) for row in seen.shares if row.runs],
        "refused": [
            (line(course_id, row, is_citizen=mine), _asked(row)) for row in seen.shares if row.no
        ],
        "former": [
            line(course_id, row, is_citizen=mine)
            for row in seen.shares
            if not row.runs and not row.no
        ],
    }


def _asked(row: ShareRow) -> str:
    """Whether anybody may ask about this no again."""
    if may_ask(row.no):
        return _("Der kan spørges én gang til, hvis noget er ændret.")
    return _("Der spørges ikke igen.")


def law(actor: Actor) -> str:
    """What the law says, to read oneself or to be read aloud."""
    said = " ".join(legal())
    return said if actor.is_citizen else _("Læs op for borgeren: %(law)s") % {"law": said}


@dataclass(frozen=True)
class Receipt:
    """All that was said, so that it can be kept."""

    line: Line
    said_at: datetime
    how: str
    evidence: str
    waived_because: str
    changed: str
    recorded_by: str
    confirmed_at: datetime | None
    ended_at: datetime | None


def receipt(seen: Sharing, row: ShareRow, actor: Actor) -> dict[str, Any]:
    """The receipt (kvittering) of one share."""
    shown = line(seen.course.course_id, row, is_citizen=actor.is_citizen)
    return {
        "base": ground(actor),
        "course": seen.course,
        "legal": legal(row.topics) if row.topics else [],
        "is_no": row.state is ConsentState.REFUSED,
        "receipt": Receipt(
            shown, row.said_at, _(HOW_NAMES[row.how]), row.evidence, row.waived_because,
            row.changed, row.recorded_by, row.confirmed_at, row.ended_at,
        ),
    }  # fmt: skip


def legal(topics: tuple[Topic, ...] = ()) -> list[str]:
    """What the law says, for these topics; for none yet: all of it."""
    health = not topics or Topic.HEALTH in topics
    return [_(LEGAL_TEXT[None]), *([_(LEGAL_TEXT[Topic.HEALTH])] if health else [])]


def shared_line(one: Shared) -> dict[str, Any]:
    """A course that somebody outside the team may read some of."""
    until = one.grant.until.astimezone(DENMARK).date() - timedelta(days=1)
    return {
        "name": one.course.name, "topics": names(one.grant.topics), "purpose": one.grant.purpose,
        "until": until, "url": reverse("shared", args=[one.course.course_id]),
        "coordinator": one.course.coordinator, "phone": one.course.phone,
    }  # fmt: skip
