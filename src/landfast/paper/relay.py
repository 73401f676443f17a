"""The relay log in words, the same on the page and on paper (stafetlog, product D6).

To the citizen it speaks of "du" and says what it means for her; to the team it is a log.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext

from landfast.insight.relay import Did, Kind, Leg, Open, Passed
from landfast.insight.relay_log import RelaySeen
from landfast.kernel.clock import DENMARK
from landfast.kernel.text import da
from landfast.paper import words
from landfast.paper.typeset import typeset
from landfast.plan.rules.words import Act
from landfast.programmes.rules import NeedArea

ACTS: dict[Act, str] = {
    Act.PROPOSE: da("%(who)s foreslog »%(what)s«."),
    Act.NOTE: da("%(who)s skrev ned, hvad der er fortalt udefra: »%(what)s«."),
    Act.ACCEPT: da("%(who)s sagde ja til »%(what)s«."),
    Act.OFFER: da("%(who)s foreslog andre ord eller en anden dato for »%(what)s«."),
    Act.DECLINE: da("%(who)s sagde nej til »%(what)s«."),
    Act.START: da("%(who)s gik i gang med »%(what)s«."),
    Act.KEEP: da("%(who)s fortalte, at det er gjort: »%(what)s«."),
    Act.KEEP_PARTLY: da("%(who)s fortalte, at noget af det er gjort: »%(what)s«."),
    Act.BREAK: da("%(who)s fortalte, at det ikke blev til noget: »%(what)s«."),
    Act.TAKE_BACK: da("%(who)s sagde, at det ikke passede: »%(what)s«."),
    Act.TALK: da("%(who)s talte om »%(what)s«."),
    Act.REPLACE: da("%(who)s sagde ja til noget nyt i stedet for »%(what)s«."),
    Act.LAPSE: da("%(who)s fortalte, at der ikke er brug for det mere: »%(what)s«."),
    Act.GRANT: da("%(who)s skrev lederens ja ind: »%(what)s«."),
    Act.NAME: da("%(who)s spurgte en fra enheden om »%(what)s«."),
    Act.TAKE_OVER: da("%(who)s tog over: »%(what)s«."),
}
KINDS: dict[Kind, str] = {
    Kind.MEETING: da("Der blev holdt møde (%(what)s). %(who)s ledte det."),
    Kind.MINUTES: da("%(who)s sendte referatet ud."),
    Kind.JOINED: da("%(who)s kom med: %(what)s."),
    Kind.LEFT: da("%(who)s er ikke med mere."),
}
NEXT_MAX = 60
"""Days after which what came next is no longer told as an answer to the hand-over."""


@dataclass(frozen=True)
class Line:
    """One act as it is read, with the parts of life it belongs to."""

    on: date
    sentence: str
    areas: tuple[str, ...]


@dataclass(frozen=True)
class Month:
    """The acts of a month, the newest first."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Stretch:
    """One who had the threads, as it is read."""

    name: str
    facts: tuple[str, ...]
    open_title: str
    open: tuple[str, ...]
    next: str


@dataclass(frozen=True)
class Told:
    """The whole log in words."""

    title: str
    lede: str
    stretches: tuple[Stretch, ...]
    passed: tuple[str, ...]
    months: tuple[Month, ...]


def tell(seen: RelaySeen, *, to_citizen: bool, area: NeedArea | None = None) -> Told:
    """The log in words, of one part of life when that is asked for."""
    log, name = seen.relay, seen.whose.name
    acts = [one for one in log.acts if area is None or area in one.areas]
    title = (
        gettext("Hvem har haft trådene")
        if to_citizen
        else gettext("Stafetlog for %(name)s") % {"name": name}
    )
    return Told(
        title, _lede(to_citizen),
        tuple(_stretch(leg, to_citizen=to_citizen) for leg in log.legs),
        tuple(_passed(one) for one in log.passed), tuple(_months(acts, to_citizen=to_citizen)),
    )  # fmt: skip


def _lede(to_citizen: bool) -> str:
    if to_citizen:
        return gettext(
            "Her ser du, hvem der har hjulpet dig hvornår. Det er lavet af det, de har gjort her."
            " Ingen har skrevet det bagefter."
        )
    return gettext(
        "Den laver sig selv af det, I gør i Landfast. Ingen skriver i den. Hvem der kom til et"
        " møde, og hvorfor nogen var væk, står ikke i den."
    )


def _stretch(leg: Leg, *, to_citizen: bool) -> Stretch:
    held = leg.held
    since, until = words.day(held.since), words.day(held.until)
    role = gettext("Dækkede, til der kom en ny") if held.is_cover else gettext("Koordinator")
    when = (
        gettext("%(role)s fra %(since)s til %(until)s.") if until
        else gettext("%(role)s fra %(since)s og nu.")
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
    days = (leg.next.on - leg.held.since.astimezone(DENMARK).date()).days
    if days > NEXT_MAX:
        return gettext("Der gik mere end to måneder, før der skete noget.")
    after = (
        gettext("samme dag") if days == 0
        else gettext("dagen efter") if days == 1
        else gettext("%(days)s dage efter") % {"days": days}
    )  # fmt: skip
    said = _said(leg.next, to_citizen=to_citizen)
    return gettext("Det næste, der skete (%(after)s): %(said)s") % {"after": after, "said": said}


def _passed(one: Passed) -> str:
    return gettext("%(day)s: »%(what)s« gik fra %(giver)s til %(taker)s.") % {
        "day": words.day(one.at), "what": one.what, "giver": one.giver, "taker": one.taker,
    }  # fmt: skip


def _months(acts: Iterable[Did], *, to_citizen: bool) -> Iterable[Month]:
    for title, those in groupby(acts, key=lambda one: words.month(one.on)):
        lines = (
            Line(
                one.on, _said(one, to_citizen=to_citizen),
                tuple(words.area_name(area, to_citizen=to_citizen) for area in one.areas),
            )
            for one in those
        )  # fmt: skip
        yield Month(title, tuple(lines))


def _said(one: Did, *, to_citizen: bool) -> str:
    who = gettext("Du") if one.by_citizen and to_citizen else one.who
    sentence = ACTS[one.act] if one.act else KINDS[one.kind]
    return gettext(sentence) % {"who": who, "what": one.what}


def render(told: Told, today: date) -> bytes:
    """The log as tagged PDF: the same words as the page."""
    footer = gettext("%(title)s, udskrevet %(day)s") % {
        "title": told.title, "day": words.day(today),
    }  # fmt: skip
    return typeset(
        "relay.typ",
        {
            **words.frame(told.title, footer),
            "lede": told.lede,
            "say": {
                "held": gettext("Hvem har haft trådene"),
                "nothing": gettext("Alt var færdigt."),
                "passed": gettext("Aftaler, der har skiftet hænder"),
                "did": gettext("Hvem gjorde hvad"), "none": gettext("Intet endnu."),
            },
            "stretches": [
                {"name": one.name, "facts": list(one.facts), "open_title": one.open_title,
                 "open": list(one.open), "next": one.next}
                for one in told.stretches
            ],
            "passed": list(told.passed),
            "months": [
                {"title": one.title,
                 "lines": [
                     {"on": words.day(line.on), "said": line.sentence,
                      "about": ", ".join(line.areas)}
                     for line in one.lines
                 ]}
                for one in told.months
            ],
        },
    )  # fmt: skip
