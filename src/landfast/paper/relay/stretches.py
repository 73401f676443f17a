"""One who had the threads, in words: from whom, what was open, what came next."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext

from landfast.insight.relay import Leg, Open
from landfast.kernel.clock import date_in_denmark
from landfast.paper import words
from landfast.paper.relay.acts import said
from landfast.paper.relay.shapes import Stretch

NEXT_MAX = 60
"""Days after which what came next is no longer told as an answer to the hand-over."""


def stretch(leg: Leg, *, to_citizen: bool) -> Stretch:
    """How long, in which role, what was handed over."""
    held = leg.held
    since, until = words.day(held.since), words.day(held.until)
    role = gettext("Dækkede, til der kom en ny") if held.is_cover else gettext("Koordinator")
    when = (
        gettext("%(role)s fra %(since)s til %(until)s.") if until
        else gettext("%(role)s siden %(since)s.")
    ) % {"role": role, "since": since, "until": until}  # fmt: skip
    facts = [when, *_from(leg), *(_beside(one.name, one.is_second, one.since, one.until)
                                  for one in leg.beside)]  # fmt: skip
    if leg.is_first:
        return Stretch(held.name, tuple(facts), "", (), "")
    title = gettext("Det var ikke færdigt, da %(name)s tog over") % {"name": held.name}
    return Stretch(
        held.name, tuple(facts), title, tuple(_open(one) for one in leg.still_open),
        _next(leg, to_citizen=to_citizen),
    )  # fmt: skip


def _from(leg: Leg) -> Iterable[str]:
    if leg.given:
        yield gettext("Fik trådene af %(name)s.") % {"name": leg.given.giver}
        if leg.given.overlap_until:
            yield gettext("%(name)s kunne læse med til %(day)s.") % {
                "name": leg.given.giver, "day": words.day(leg.given.overlap_until),
            }  # fmt: skip
    if leg.held.reason:
        yield gettext("Grunden: %(reason)s") % {"reason": gettext(leg.held.reason)}


def _beside(name: str, is_second: bool, since: date, until: date | None) -> str:
    days = {"name": name, "since": words.day(since), "until": words.day(until)}
    if is_second and until is None:
        return gettext("Makker fra %(since)s: %(name)s.") % days
    if is_second:
        return gettext("Makker fra %(since)s til %(until)s: %(name)s.") % days
    return gettext("%(name)s trådte til fra %(since)s til %(until)s.") % days


def _open(one: Open) -> str:
    who = one.who or gettext("ingen endnu")
    state = gettext(words.STATES[one.state])
    if one.due_on is None:
        return f"{one.what} ({who}, {state})"
    due = gettext("senest %(day)s") % {"day": words.day(one.due_on)}
    return f"{one.what} ({who}, {due}, {state})"


def _next(leg: Leg, *, to_citizen: bool) -> str:
    if leg.next is None:
        return gettext("Der er ikke sket mere endnu.")
    days = (leg.next.on - date_in_denmark(leg.held.since)).days
    if days > NEXT_MAX:
        return gettext("Der gik mere end to måneder, før der skete noget.")
    after = (
        gettext("samme dag") if days == 0
        else gettext("dagen efter") if days == 1
        else gettext("%(days)s dage efter") % {"days": days}
    )  # fmt: skip
    told = said(leg.next, to_citizen=to_citizen)
    return gettext("Det næste, der skete (%(after)s): %(said)s") % {"after": after, "said": told}
