"""The whole log in words."""

from collections.abc import Iterable
from itertools import groupby

from django.utils.translation import gettext

from landfast.insight.relay import Did, Passed
from landfast.insight.relay_log import RelaySeen
from landfast.paper import words
from landfast.paper.relay.acts import said
from landfast.paper.relay.shapes import Line, Month, Told
from landfast.paper.relay.stretches import stretch
from landfast.programmes.rules import NeedArea


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
        tuple(stretch(leg, to_citizen=to_citizen) for leg in log.legs),
        tuple(_passed(one) for one in log.passed), tuple(_months(acts, to_citizen=to_citizen)),
    )  # fmt: skip


def _lede(to_citizen: bool) -> str:
    if to_citizen:
        return gettext(
            "Her ser du, hvem der har hjulpet dig hvornår. Det er lavet af det, de har gjort her."
            " Ingen har skrevet det bagefter."
        )
    return gettext(
        "Stafetloggen viser, hvem der har haft forløbet hvornår, og hvem der gjorde hvad."
        " Den laver sig selv af det, I gør i Landfast. Ingen skriver i den. Hvem der kom til et"
        " møde, og hvorfor nogen var væk, står ikke i den."
    )


def _passed(one: Passed) -> str:
    return gettext("%(day)s: »%(what)s« gik fra %(giver)s til %(taker)s.") % {
        "day": words.day(one.at), "what": one.what, "giver": one.giver, "taker": one.taker,
    }  # fmt: skip


def _months(acts: Iterable[Did], *, to_citizen: bool) -> Iterable[Month]:
    for title, those in groupby(acts, key=lambda one: words.month(one.on)):
        lines = (
            Line(
                one.on, said(one, to_citizen=to_citizen),
                tuple(words.area_name(area, to_citizen=to_citizen) for area in one.areas),
            )
            for one in those
        )  # fmt: skip
        yield Month(title, tuple(lines))
