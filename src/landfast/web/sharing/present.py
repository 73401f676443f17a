"""What is shared, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.template.defaultfilters import capfirst
from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.actor import Actor
from landfast.access.rules import TOPIC_NAMES, Situation, Topic, When
from landfast.consent.law_grants import ByLawRow
from landfast.consent.queries import ShareRow
from landfast.consent.rules import (
    HOW_NAMES,
    KEPT_BACK,
    LEGAL_BASES,
    LEGAL_TEXT,
    ConsentState,
    How,
    StandingNo,
    TopicWord,
    may_ask,
)
from landfast.journeys.share_topics import Shared, Sharing
from landfast.kernel.clock import date_in_denmark
from landfast.kernel.text import da
from landfast.meetings.queries.around import Timed
from landfast.meetings.rules import MeetingState
from landfast.paper.words import day, moment
from landfast.web.parts.shapes import Act, Link

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
    when: str
    until: date
    receipt: str
    acts: tuple[Act, ...]
    asks: str = ""
    """What she is asked about it: that somebody wrote down her yes for her."""


def names(topics: tuple[Topic, ...]) -> str:
    """Topics in the citizen's order, as a phrase."""
    return ", ".join(_(name) for topic, name in TOPIC_NAMES.items() if topic in topics)


def line(
    course_id: UUID, row: ShareRow, *, is_citizen: bool, meetings: Sequence[Timed] = ()
) -> Line:
    """A share with the touches that fit whoever looks."""
    acts, asks = [], ""
    if row.runs and is_citizen and row.confirmed_at is None:
        asks = _("%(name)s har skrevet, at du sagde ja. Passer det?") % {"name": row.recorded_by}
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
        row.recipient, names(row.topics), row.purpose, _state(row),
        when(row.when, meetings), row.until,
        reverse("share_receipt", args=[course_id, row.id]), tuple(acts), asks,
    )  # fmt: skip


def _state(row: ShareRow) -> str:
    waits = row.state is ConsentState.GIVEN and not row.is_so
    return _("De kan ikke læse lige nu") if waits else _(STATE_WORDS[row.state])


def when(said: When, meetings: Sequence[Timed]) -> str:
    """The situation in words; nothing when it is always."""
    if said.situation is Situation.ADMITTED:
        return _("kun ved indlæggelse")
    if said.situation is Situation.UNREACHABLE:
        return _("kun hvis ingen har haft kontakt i %(days)s dage") % {"days": said.days}
    if said.situation is Situation.MEETING:
        at = next((one.starts_at for one in meetings if one.id == said.about), None)
        return _("kun på mødet %(when)s") % {"when": moment(at)} if at else _("kun på et møde")
    return ""


def kept_back(seen: Sharing) -> frozenset[Topic]:
    """What cannot be shared now."""
    return frozenset(topic for topic, word in seen.words.items() if word in KEPT_BACK)


def said(seen: Sharing, word: TopicWord) -> str:
    """The topics of which she has said this."""
    return names(tuple(topic for topic, one in seen.words.items() if one is word))


def coming(seen: Sharing) -> list[tuple[UUID, str]]:
    """Meetings that a share can hang on: those that are called, and one that runs."""
    return [
        (one.id, _("Kun på mødet %(when)s") % {"when": moment(one.starts_at)})
        for one in seen.meetings
        if one.state in {MeetingState.CALLED, MeetingState.RUNNING} and one.starts_at
    ]


SO_WORDS: dict[Situation, tuple[str, str]] = {
    Situation.ADMITTED: (da("Indlagt siden"), da("Er udskrevet")),
    Situation.UNREACHABLE: (da("Ingen har haft kontakt siden"), da("Der er kontakt igen")),
}


def _so(course_id: UUID, seen: Sharing) -> list[dict[str, Any]]:
    """What is so now with a touch that ends it, and what can be said to be so."""
    found: list[dict[str, Any]] = []
    for kind, (words, ends) in SO_WORDS.items():
        over = Act(_(ends), reverse("say_so_no_more", args=[course_id, kind.value]), "post")
        since = seen.so.get(kind)
        found.append({"kind": kind.value, "words": _(words), "since": since, "over": over})
    return found


def so_form(kind: Situation, actor: Actor) -> dict[str, str]:
    """Heading and lede of the form that says that it is so."""
    if kind is Situation.ADMITTED:
        heading = _("Jeg er indlagt") if actor.is_citizen else _("Borgeren er indlagt")
    else:
        heading = _("Ingen kan få kontakt")
    return {
        "heading": heading,
        "lede": _("Det åbner for dem, der kun må læse, når det er sådan."),
    }


def _act(label: str, name: str, course_id: UUID, row: ShareRow) -> Act:
    return Act(label, reverse(name, args=[course_id, row.id]), "post")


def sharing(seen: Sharing, actor: Actor) -> dict[str, Any]:
    """The list: what runs, and what has been."""
    mine = actor.is_citizen
    course_id = seen.course.course_id

    def shown(row: ShareRow) -> Line:
        return line(course_id, row, is_citizen=mine, meetings=seen.meetings)

    return {
        "mine": mine,
        "course": seen.course,
        "fresh": seen.fresh,
        "by_law": [_by_law(course_id, row, seen) for row in seen.by_law],
        "by_herself": said(seen, TopicWord.MYSELF),
        "closed": said(seen, TopicWord.CLOSED),
        "so": _so(course_id, seen),
        "hangs": not SO_WORDS.keys().isdisjoint(seen.so)
        or any(row.runs and row.when.situation in SO_WORDS for row in seen.shares),
        "running": [shown(row) for row in seen.shares if row.runs],
        "refused": [(shown(row), _asked(row)) for row in seen.shares if row.no],
        "former": [shown(row) for row in seen.shares if not row.runs and not row.no],
    }


def _by_law(course_id: UUID, row: ByLawRow, seen: Sharing) -> dict[str, Any]:
    """One who reads because the law lets them, with a way to end it for whoever gave it."""
    ground = LEGAL_BASES[row.basis]
    stop = Act(
        _("Stop for %(name)s") % {"name": row.who},
        reverse("end_by_law", args=[course_id, row.id]), "post",
    )  # fmt: skip
    return {
        "who": row.who, "topics": names(row.topics), "basis": _(ground.name), "law": _(ground.law),
        "reason": row.reason, "until": row.until, "given_by": row.given_by,
        "act": stop if seen.may_by_law else None,
    }  # fmt: skip


def _asked(row: ShareRow) -> str:
    """Whether anybody may ask about this no again."""
    if may_ask(row.no):
        return _("Der kan spørges én gang til, hvis noget er ændret.")
    return _("Der spørges ikke igen.")


def law(actor: Actor, no: StandingNo | None) -> str:
    """What the law says, to read oneself or to be read aloud; or that nobody asks any more."""
    if not actor.is_citizen and not may_ask(no):
        return _(
            "Borgeren har sagt nej og skal ikke spørges igen. Spørg ikke. Kommer borgeren selv "
            "med et ja på papir, så skriv det her."
        )
    said = " ".join(legal())
    return said if actor.is_citizen else _("Læs op for borgeren: %(law)s") % {"law": said}


@dataclass(frozen=True)
class Receipt:
    """All that was said, so that it can be kept: on the page and on paper."""

    lede: str
    facts: list[tuple[str, str]]
    law: list[str]
    paper: Link | None
    acts: tuple[Act, ...]


def receipt(seen: Sharing, row: ShareRow, actor: Actor) -> Receipt:
    """The receipt (kvittering) of one share, or of a no."""
    mine = actor.is_citizen
    shown = line(seen.course.course_id, row, is_citizen=mine, meetings=seen.meetings)
    if row.state is ConsentState.REFUSED:
        facts = [(_("Sagt den"), day(row.said_at))]
    else:
        facts = _reach(shown, row)
    facts += [*_said(row, mine=mine), *_recorded(row, mine=mine)]
    law = legal(row.topics) if row.topics else []
    return Receipt(
        _told(row, "" if mine else seen.course.name),
        [(label, words) for label, words in facts if words],
        law,
        signed(row.paper),
        shown.acts,
    )


def _told(row: ShareRow, name: str) -> str:
    """What was said, to herself or by her name to others."""
    parts = {"name": name, "who": row.recipient}
    if row.state is ConsentState.REFUSED:
        if name:
            return _("%(name)s har sagt nej til at dele med %(who)s.") % parts
        return _("Du har sagt nej til at dele med %(who)s.") % parts
    if name:
        return _("%(name)s har delt med %(who)s.") % parts
    return _("Du har delt med %(who)s.") % parts


def signed(paper: UUID | None) -> Link | None:
    """The paper she signed, to look at."""
    return Link(_("Se det underskrevne papir"), reverse("file", args=[paper])) if paper else None


def _reach(shown: Line, row: ShareRow) -> list[tuple[str, str]]:
    ended = f", {moment(row.ended_at)}" if row.ended_at else ""
    return [
        (_("Må læse om"), shown.topics),
        (_("Hvornår"), capfirst(shown.when)),
        (_("Bruges til"), row.purpose),
        (_("Fra og til"), f"{day(row.said_at)} – {day(row.until)}"),
        (_("Lige nu"), shown.state + ended),
    ]


def _said(row: ShareRow, *, mine: bool) -> list[tuple[str, str]]:
    by_her = mine and row.how is How.SELF
    how = _("Sagt af dig selv her") if by_her else _(HOW_NAMES[row.how])
    return [
        (_("Sagt hvordan"), f"{how}: {row.evidence}" if row.evidence else how),
        (_("Spurgt igen, fordi"), row.changed),
        (_("Fraveget skriftlighed, fordi"), row.waived_because),
    ]


def _recorded(row: ShareRow, *, mine: bool) -> list[tuple[str, str]]:
    """Who wrote it, and whether she has confirmed what was written on her behalf."""
    written = (_("Skrevet af"), row.recorded_by)
    if row.confirmed_at:
        return [written]
    if mine:
        return [written, (_("På dine vegne"), _("Du har ikke selv bekræftet det endnu."))]
    return [written, (_("På borgerens vegne"), _("Borgeren har ikke selv bekræftet det endnu."))]


def legal(topics: tuple[Topic, ...] = ()) -> list[str]:
    """What the law says, for these topics; for none yet: all of it."""
    health = not topics or Topic.HEALTH in topics
    return [_(LEGAL_TEXT[None]), *([_(LEGAL_TEXT[Topic.HEALTH])] if health else [])]


def shared_line(one: Shared) -> dict[str, Any]:
    """A course that somebody outside the team may read some of."""
    until = date_in_denmark(one.grant.until) - timedelta(days=1)
    return {
        "name": one.course.name, "topics": names(one.grant.topics), "purpose": one.grant.purpose,
        "until": until, "url": reverse("shared", args=[one.course.course_id]),
        "coordinator": one.course.coordinator, "phone": one.course.phone,
        "about_income": bool({Topic.ECONOMY, Topic.WORK} & set(one.grant.topics)),
    }  # fmt: skip
