"""Who may see, who has looked, how I am: in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.access.looks.oversight import NameQuestion
from landfast.access.looks.told import LookRow
from landfast.access.queries import Reader
from landfast.access.roles import NAMED_TO_HER, CourseRole
from landfast.access.rules import BY_CARD, Named, Topic, shows_name
from landfast.consent.queries import ConsentRow, ShareRow
from landfast.consent.rules import ConsentState, may_withdraw
from landfast.course.queries.profiles import ProfileRow
from landfast.course.rules.states import may_move
from landfast.journeys.see_own_course import TOLD_FOR, MySay
from landfast.journeys.stop_course import Ends
from landfast.kernel.clock import date_in_denmark, now
from landfast.kernel.text import listed
from landfast.network.queries import MemberRow
from landfast.web.meetings.fallen_present import ahead_line
from landfast.web.mine.people_present import HIDDEN, readers
from landfast.web.parts.shapes import Act, Link
from landfast.web.proxy.present import line as proxy_line
from landfast.web.proxy.present import name_again
from landfast.web.role_words import ROLE_WORDS
from landfast.web.sharing.present import line, names, signed
from landfast.web.spoken import day, page_named


@dataclass(frozen=True)
class Allowed:
    """Somebody who can read, and the one touch that ends it."""

    name: str
    what: str
    act: Act | None
    also: Act | None = None
    paper: Link | None = None


AGREEMENTS_SHOWN = 3
ONE_WORK = timedelta(hours=1)
"""Looks of one person no further apart than this are one piece of work (D)."""


@dataclass(frozen=True)
class Looked:
    """What somebody looked at in one piece of work, in plain words."""

    at: datetime
    who: str
    pages: tuple[str, ...]
    since: datetime
    answer: str = ""
    ask: Act | None = None

    @property
    def what(self) -> str:
        """The pages, the last one first."""
        return "«, »".join(self.pages)


def statement_now(profile: ProfileRow) -> dict[str, Any]:
    """What I have said already."""
    return {
        "statement": profile.statement,
        "strengths": profile.strengths,
        "worked": profile.worked,
        "largest_meeting": profile.largest_meeting,
        "children": profile.children or None,
        "language": profile.language,
    }


def say(seen: MySay) -> dict[str, Any]:
    """Everything on the page."""
    course = seen.course
    return {
        "course": course,
        "profile": seen.profile,
        "readers": _readers(seen),
        "again": again(seen),
        "has_waiting": any(row.person_id in seen.waiting for row in seen.before[0]),
        "closed": _closed(seen),
        "shared": [line(course.id, row, is_citizen=True) for row in seen.shares if row.runs],
        "proxies": [proxy_line(course.id, row, to_her=True) for row in seen.proxies if row.runs],
        "frame": sorted({row.name for row in seen.readers if row.topic is Topic.FRAME}),
        "answers": [_fresh(one) for one in seen.questions.values() if _is_fresh(one)],
        "looks": works((row.who, _looked(row, seen)) for row in seen.looks),
        "copies": [row.at for row in seen.copies],
        "may_stop": may_move("stop", course.state),
        "may_pause": may_move("pause", course.state),
        "may_resume": may_move("resume", course.state),
    }


def _readers(seen: MySay) -> list[Allowed]:
    """Who reads my course as my team does; those I have said yes to with a way to end it."""
    held: dict[str, Allowed] = {}
    for row in seen.readers:
        by_consent = row.role is CourseRole.PROFESSIONAL
        if not by_consent and row.role not in HIDDEN and row.topic is Topic.WHOLE:
            held.setdefault(row.name, _held(seen.course.id, row))
    given = [row for row in seen.consents if row.stands and may_withdraw(row.state)]
    return [*held.values(), *(_given(seen.course.id, row) for row in given)]


def _held(course_id: UUID, row: Reader) -> Allowed:
    """Who reads by what they are to the course; who held it before reads for a while, or less."""
    what = _(ROLE_WORDS[row.role])
    if row.role is not CourseRole.FORMER_COORDINATOR or row.person is None or row.until is None:
        return Allowed(row.name, what, None)
    last = date_in_denmark(row.until) - timedelta(days=1)  # it ends as the day after begins
    until = _("Kan læse til og med %(day)s.") % {"day": day(last)}
    url = reverse("close_for_former", args=[course_id, row.person])
    return Allowed(row.name, f"{what}. {until}", _close_for(row.name, url))


def _given(course_id: UUID, row: ConsentRow) -> Allowed:
    url = reverse("withdraw_consent", args=[course_id, row.recipient_id])
    return Allowed(
        row.recipient, row.purpose, _close_for(row.recipient, url), paper=signed(row.paper)
    )


def _close_for(name: str, url: str) -> Act:
    return Act(_("Luk for %(name)s") % {"name": name}, url, "post")


def _no_more(course_id: UUID, no: ConsentRow | None) -> Act | None:
    """ "Spørg mig ikke igen", while somebody may still ask."""
    if no is None or not no.may_say_the_last_word:
        return None
    url = reverse("ask_no_more", args=[course_id, no.recipient_id])
    return Act(_("Spørg mig ikke igen om %(name)s") % {"name": no.recipient}, url, "post")


def _said_no(no: ConsentRow) -> str:
    """A no, and whether it is the last word: then nobody asks again."""
    if no.may_say_the_last_word:
        return _("du har sagt nej")
    return _("du har sagt nej, og ingen spørger igen")


def _closed(seen: MySay) -> list[Allowed]:
    """People around me who cannot read, with one touch to let them."""
    if seen.course.is_over:
        return []
    said_no = {
        row.recipient_id: row
        for row in seen.consents
        if row.stands and row.state is ConsentState.REFUSED
    }
    course_id, around = seen.course.id, {row.person_id for row in seen.members}
    asked_again, _shares = seen.before
    others = [
        Allowed(row.recipient, _said_no(row), None, _no_more(course_id, row))
        for key, row in said_no.items()
        if key not in around
    ]
    return others + [
        Allowed(
            row.name,
            _said_no(said_no[row.person_id]) if row.person_id in said_no else row.helps_with,
            _open_for(course_id, row),
            _no_more(course_id, said_no.get(row.person_id)),
        )
        for row in seen.members
        if not row.may_read and row not in asked_again
    ]


def ends(seen: Ends) -> dict[str, Any]:
    """What ends with the course, by name and by day: a few promises open, the rest folded.

    What nobody has said yes to is no promise: it falls away, and is only counted.
    """
    read = [row for row in seen.readers if row.role is not CourseRole.LEAD]  # keeps the frame
    who = [*(row.name for row in readers(read).people), *(row.recipient for row in seen.shared)]
    promised = [row for row in seen.agreements if row.counts]
    said = [(row.text, row.maker.name if row.maker else "") for row in promised]
    rows = [ahead_line(row) for row in seen.meetings]
    return {
        "meetings": rows, "agreed": seen.agreed,
        "somebody_is_untold": any(row.untold for row in rows),
        "is_said": any(row.is_called and row.untold for row in seen.meetings),
        "agreements": said[:AGREEMENTS_SHOWN], "more": said[AGREEMENTS_SHOWN:],
        "unanswered": len(seen.agreements) - len(promised),
        "readers": listed(list(dict.fromkeys(who)), _(" og ")) if who else "",
    }  # fmt: skip


def again(seen: MySay) -> list[Allowed]:
    """Who read before she stopped, each with a touch that lets them in, and one for no."""
    team, shared = seen.before
    course_id = seen.course.id
    return [
        *(
            Allowed(row.name, row.helps_with, *_yes_or_no(course_id, row))
            for row in team
        ),
        *(Allowed(row.recipient, names(row.topics), _share_again(course_id, row))
          for row in shared),
        *(Allowed(row.name, _("Læste for dig"), name_again(course_id, row))
          for row in seen.read_for_her),
    ]  # fmt: skip


def _open_for(course_id: UUID, row: MemberRow) -> Act:
    url = reverse("allow_consent", args=[course_id, row.person_id])
    words = _("Luk op for %(name)s") % {"name": row.name}
    return Act(words, url, "post", (("purpose", row.helps_with),))


def _yes_or_no(course_id: UUID, row: MemberRow) -> tuple[Act, Act]:
    url = reverse("not_let_in", args=[course_id, row.person_id])
    no = Act(_("Nej, ikke %(name)s") % {"name": row.name}, url, "post")
    return _open_for(course_id, row), no


def _share_again(course_id: UUID, row: ShareRow) -> Act:
    url = reverse("share_again", args=[course_id, row.id])
    return Act(_("Del igen med %(name)s") % {"name": row.recipient}, url, "post")


def works(looks: Iterable[tuple[str, Looked]]) -> list[Looked]:
    """Looks by piece of work, newest first: who writes for an hour has looked once.

    Beside each look stands whose it is, which the page may not show.
    """
    found: list[Looked] = []
    open_now: dict[tuple[str, str], int] = {}
    for whose, one in looks:
        place = open_now.get((whose, one.who), -1)
        if place >= 0 and found[place].since - one.at <= ONE_WORK:
            found[place] = _one_work(found[place], one)
        else:
            open_now[whose, one.who] = len(found)
            found.append(one)
    return found


def _one_work(later: Looked, one: Looked) -> Looked:
    pages = tuple(dict.fromkeys((*later.pages, *one.pages)))
    answer = later.answer or one.answer
    return replace(
        later, pages=pages, since=one.since, answer=answer, ask=None if answer else later.ask
    )


def _looked(row: LookRow, seen: MySay) -> Looked:
    named = seen.named.get(row.organisation, Named.NETWORK) if row.organisation else Named.NETWORK
    asked = next((seen.questions[one] for one in row.ids if one in seen.questions), None)
    by_name = shows_name(named, in_network=row.role in NAMED_TO_HER)
    known = "" if by_name or asked else _given_name(seen, row)
    who = row.who if by_name else known or row.unit or _("En medarbejder")
    role = CourseRole(row.role) if row.role in set(CourseRole) else None
    if role is CourseRole.PROXY:
        who = _("En, der læser for dig,")
    elif row.role == BY_CARD:
        who = _("En, der havde dit kort,")
    elif role and not by_name:
        who = f"{who} ({_(ROLE_WORDS[role])})"
    can_ask = not by_name and not known and row.organisation and not asked
    return Looked(
        row.at, who, (_page(row.what),), row.at,
        "" if asked and _is_fresh(asked) else _answer(asked),
        Act(
            _("Bed om navn"), reverse("ask_look_name", args=[seen.course.id, row.ids[0]]), "post"
        ) if can_ask else None,
    )  # fmt: skip


def _page(what: str) -> str:
    """The page as she can know it: Mandag is the name of a page that she never meets."""
    return _("Ugens opgaver (liste)") if what == "Mandag (liste)" else page_named(what)


def _given_name(seen: MySay, row: LookRow) -> str:
    """The name that she was given when she asked about another look of the same person."""
    given = (one.name for one in seen.questions.values() if one.looker == row.person)
    return next(filter(None, given), "")


def _is_fresh(asked: NameQuestion) -> bool:
    """Did the answer come in the last month? Then it stands by itself, above what was looked at."""
    return asked.answered_at is not None and asked.answered_at > now() - TOLD_FOR


def _fresh(asked: NameQuestion) -> str:
    """Her question with the answer, however long ago the look was."""
    about = _("Du bad om navnet på den, der så siden »%(what)s« %(day)s.") % {
        "what": _page(asked.what), "day": day(asked.looked_at),
    }  # fmt: skip
    return f"{about} {_answer(asked)}"


def _answer(asked: NameQuestion | None) -> str:
    """What came of her question for the name."""
    if asked is None:
        return ""
    if asked.answered_at is None:
        return _("Du har bedt om navnet. Du får svar her.")
    said = _("Det var %(name)s.") % {"name": asked.name} if asked.name else ""
    return " ".join(filter(None, (said, asked.words)))
