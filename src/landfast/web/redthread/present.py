"""Findings in words: what, on which facts, what is not known, and what could be done."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from textwrap import shorten
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.journeys.see_findings import MyFindings
from landfast.kernel.clock import today
from landfast.kernel.text import listed
from landfast.plan.queries.said import Said
from landfast.redthread.queries import Standing
from landfast.redthread.queries.over import Over
from landfast.redthread.rules.settling import USUAL
from landfast.redthread.rules.words import ACT_NAMES, LIFE, SEVERITY_NAMES
from landfast.redthread.rules.words import Act as Begins
from landfast.web import spoken
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Finding, Link

_FACTS = {
    "observation": gettext_lazy("Det, der skete %(day)s"),
    "agreement": gettext_lazy("Aftalen fra %(day)s"),
    "meeting": gettext_lazy("Mødet %(day)s"),
    "wish": gettext_lazy("Ønsket fra %(day)s"),
    "phase": gettext_lazy("Fasen siden %(day)s"),
    "holder": gettext_lazy("Koordinator siden %(day)s"),
    "member": gettext_lazy("Teamet"),
    "seat": gettext_lazy("Borgerens svar %(day)s"),
    "signal": gettext_lazy("Tegnet %(day)s"),
    "situation": gettext_lazy("Indlæggelsen %(day)s"),
    "step": gettext_lazy("Det, en af de nærmeste vil gøre, fra %(day)s"),
    "decision": gettext_lazy("Spørgsmålet til en leder %(day)s"),
}
_PLACES = {
    "observation": "observations", "wish": "plan", "step": "plan", "decision": "plan",
    "signal": "signals",
    "member": "network", "seat": "network",
    "agreement": "agreement", "meeting": "meetings",
}  # fmt: skip
_BEGINS = {
    Begins.APPOINT: "hand_over", Begins.COVER: "hand_over", Begins.MEET: "meetings",
    Begins.INVITE: "network", Begins.ASK_CONSENT: "network", Begins.WRITE_DATE: "meetings",
    Begins.AGREE: "propose_agreement", Begins.COMPLETE: "plan", Begins.ASK_LEADER: "plan",
    Begins.FOLLOW_UP: "plan", Begins.CALL: "course", Begins.LOOK: "observations",
}  # fmt: skip
ABOUT_IT = frozenset({Begins.FOLLOW_UP, Begins.COMPLETE, Begins.ASK_LEADER})
"""What is done on the agreement's own page, where a finding is about one."""
Words = Mapping[UUID, Said]
"""What the agreements among the facts say, as far as the reader may read them."""
TEXT_MAX = 80
OPENS_ONE = frozenset({"agreement"})
HERS = OPENS_ONE | {"signal"}


def active(rows: Iterable[Standing]) -> list[Standing]:
    """What is neither put off nor put away."""
    return [row for row in rows if not row.rests]


def lines(rows: Iterable[Standing], said: Words, *, may_settle: bool) -> list[Finding]:
    """For professionals, in the order they were given."""
    return [line(row, said, may_settle=may_settle) for row in rows]


def line(row: Standing, words: Words, *, may_settle: bool, whose: str = "") -> Finding:
    """One finding: a sentence, its facts as links, a button that begins the act."""
    said = sentence(row)
    where = (row.course_id, row.id)
    return Finding(
        f"{whose}: {said}" if whose else said,
        tuple(_fact(row, fact, words) for fact in row.facts),
        " ".join(map(_, (row.rule.name + ".", row.rule.suggests, row.rule.unknown))),
        _act(row) if may_settle else None,
        Act(_("Udskyd en uge"), to("snooze_finding", *where), "post", _in_a_week())
        if may_settle else None,
        Act(_("Læg det væk"), to("dismiss_finding", *where)) if may_settle else None,
        weight=_(SEVERITY_NAMES[row.severity]), contest=row.contest, danger=row.code == LIFE,
    )  # fmt: skip


def sentence(row: Standing) -> str:
    """What was found, in the reader's language."""
    words = {
        name: listed([_(word) for word in said], _(" og ")) for name, said in row.values.items()
    }
    return _(row.says).format(**words)


def _in_a_week() -> tuple[tuple[str, str], ...]:
    return (("until", (today() + USUAL).isoformat()),)


def _fact(row: Standing, fact: dict[str, str], words: Words) -> Link:
    kind, _colon, key = fact["id"].partition(":")
    day = date.fromisoformat(fact["day"])
    near = spoken.short_day(day) if abs(day - today()) < timedelta(days=3650) else ""
    label = str(_FACTS[kind]) % {"day": near}
    said = words.get(UUID(key)) if kind == "agreement" else None
    if said:
        # several were made on one day: its own words tell which
        label = _("Aftalen »%(text)s« fra %(day)s") % {"text": _short(said), "day": near}
    return Link(label.strip(), _place(row.course_id, kind, key))


def _short(said: Said) -> str:
    return shorten(said.text, TEXT_MAX, placeholder=" …")


def _place(course_id: UUID, kind: str, key: str) -> str:
    name = _PLACES.get(kind, "course")
    return to(name, course_id, UUID(key)) if name in OPENS_ONE else to(name, course_id)


def _act(row: Standing) -> Act:
    """The button begins something; it does nothing by itself (principle 6)."""
    begins = row.rule.act
    kind, _colon, key = row.object.partition(":")
    if begins in ABOUT_IT and kind == "agreement":
        return Act(_(ACT_NAMES[begins]), to("agreement", row.course_id, UUID(key)))
    return Act(_(ACT_NAMES[begins]), to(_BEGINS[begins], row.course_id))


def mine(seen: MyFindings) -> dict[str, list[Finding]]:
    """For the citizen: what is looked at, what came of her words, and what is put aside."""
    resting = [row for row in seen.rows if row.rests]
    return {
        "findings": _together(active(seen.rows), seen.said),
        "answered": [_kind_line(row, seen.said) for row in resting if row.contest]
        + [_over_line(row) for row in seen.over],
        "aside": [_kind_line(row, seen.said) for row in resting if not row.contest],
    }


def _together(rows: Iterable[Standing], words: Words) -> list[Finding]:
    """The same sentence once, with what it is about below; what she has answered stands alone."""
    lines: dict[str, list[Finding]] = {}
    for row in rows:
        one = _kind_line(row, words)
        alone = one.contest or not (one.facts or one.about)
        lines.setdefault(str(row.id) if alone else one.sentence, []).append(one)
    return [same[0] if len(same) == 1 else _one_of(same) for same in lines.values()]


def _one_of(same: list[Finding]) -> Finding:
    return Finding(same[0].sentence, each=tuple(same), is_mine=True)


def _kind_line(row: Standing, words: Words) -> Finding:
    """Kind words, the same facts, and a way to say that it is not so."""
    needs = [_(word) for word in row.values.get("need", [])]
    return Finding(
        _(row.rule.to_citizen),
        tuple(_fact(row, fact, words) for fact in row.facts if _is_hers(fact)),
        about=listed(needs, _(" og ")),
        act=Act(_("Det passer ikke"), to("contest_finding", row.course_id, row.id)),
        contest=row.contest, is_mine=True, answer=_answer(row) if row.rests else "",
    )  # fmt: skip


def _over_line(row: Over) -> Finding:
    """Her word of what is over; nothing more is to be done."""
    ended = _("Det er ikke sådan mere. Det sluttede %(day)s.") % {"day": spoken.day(row.until)}
    answer = f"{_put_away(row.because)} {ended}" if row.because else ended
    return Finding(_(row.rule.to_citizen), contest=row.contest, is_mine=True, answer=answer)


def _answer(row: Standing) -> str:
    """What her team has said: put away with a reason, or a day when they look again."""
    if row.snoozed_until and not row.because:
        return _("Dit team ser på det igen %(day)s.") % {"day": spoken.day(row.snoozed_until)}
    return _put_away(row.because)


def _put_away(because: str) -> str:
    return _("Dit team har lagt det væk, fordi: »%(reason)s«") % {"reason": because}


def _is_hers(fact: dict[str, str]) -> bool:
    """Facts that have a page of hers."""
    return fact["id"].partition(":")[0] in HERS
