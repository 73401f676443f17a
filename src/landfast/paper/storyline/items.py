"""One line of the list: when, what, who was there, who was missing."""

from dataclasses import dataclass

from django.utils.translation import gettext

from landfast.course.rules.observation import KINDS
from landfast.insight.storyline import Event, Flag, Kind, Line, Thread
from landfast.kernel.text import listed
from landfast.paper import words
from landfast.paper.storyline.words import ENDS


@dataclass(frozen=True)
class Item:
    """A line as it is read; `key` says what it is about."""

    number: int
    key: str
    kind: Kind
    when: str
    title: str
    words: str = ""
    present: str = ""
    missing: str = ""


def item(row: Line, *, to_citizen: bool) -> Item:
    """One line in words."""
    what = row.what
    if isinstance(what, Thread):
        return _promise(row.number, what)
    if isinstance(what, Flag):
        return _finding(row.number, what, to_citizen=to_citizen)
    return _event(row.number, what)


def _finding(number: int, one: Flag, *, to_citizen: bool) -> Item:
    said = gettext(one.to_citizen) if to_citizen else _said(one)
    lines = [_about(one, to_citizen=to_citizen)]
    if one.until:
        lines.append(gettext("Det var sådan til %(day)s.") % {"day": words.day(one.until)})
    return Item(number, one.key, one.kind, words.day(one.on), said, " ".join(filter(None, lines)))


def _about(flag: Flag, *, to_citizen: bool) -> str:
    """Which promise it is, or to her which part of life: her sentences name none."""
    needs = flag.values.get("need", []) if to_citizen else []
    named = [f"»{said}«" for said in flag.about] or [gettext(word) for word in needs]
    if not named:
        return ""
    return gettext("Det handler om %(what)s.") % {"what": listed(named, gettext(" og "))}


def _said(flag: Flag) -> str:
    return gettext(flag.says).format(
        **{
            name: listed([gettext(word) for word in said], gettext(" og "))
            for name, said in flag.values.items()
        }
    )


def _promise(number: int, one: Thread) -> Item:
    how = gettext(ENDS[one.end])
    ended = f"{how}, {words.day(one.until)}" if one.until else how
    due = gettext("senest %(day)s") % {"day": words.day(one.due_on)} if one.due_on else ""
    return Item(
        number, one.key, one.kind, words.day(one.since),
        gettext("Aftale: %(what)s") % {"what": one.what},
        ". ".join(said[0].upper() + said[1:] for said in (one.who, due, ended) if said),
    )  # fmt: skip


def _event(number: int, one: Event) -> Item:
    when = words.known(one.on, one.precision)
    if one.kind is Kind.PERSON:
        said = gettext("%(who)s kom med") if one.code == "joined" else gettext("%(who)s gik ud")
        title = said % {"who": ", ".join(one.present)}
        return Item(number, one.key, one.kind, when, title, one.words)
    return Item(
        number, one.key, one.kind, when, _title(one), "" if one.code == "held" else one.words,
        ", ".join(map(gettext, one.present)), ", ".join(map(gettext, one.missing)),
    )  # fmt: skip


def _title(one: Event) -> str:
    if one.code == "held":
        return gettext("Møde: %(format)s") % {"format": gettext(one.words)}
    return gettext(KINDS.get(one.code, one.code))
