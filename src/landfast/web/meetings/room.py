"""The meeting room as a page: where the table is, and every form in it.

All that can be sent from the room is one form with a button for each address: whichever is
pressed, the words in the other fields come along and are kept (`drafts.keep_beside`), with
script and without.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from landfast.journeys import hold_meeting as journey
from landfast.journeys.ask_at_table import without_login
from landfast.kernel.clock import now
from landfast.meetings.queries import ThemeRow, acting
from landfast.meetings.rules import MeetingState, Stage, TurnKind, typed_as
from landfast.meetings.rules.preparing import may_start, missing_at_end
from landfast.meetings.rules.proposing import Asked, stands_already
from landfast.meetings.rules.turns import (
    THE_LEADER,
    Expected,
    Said,
    may_say,
    silent_themes,
    speaks_on,
    to_reflect,
)
from landfast.web import drafts
from landfast.web.doors import actor_of
from landfast.web.forms import show
from landfast.web.meetings import at_hand, forms, present, present_room, whose_words
from landfast.web.meetings.door import door
from landfast.web.meetings.easing import for_leader
from landfast.web.meetings.heard_form import HeardForm
from landfast.web.pages import page, to
from landfast.web.parts.shapes import CodeSaid

SENT_TO = {
    "say_form": "say", "proposal_form": "propose_at_meeting", "end_form": "end_meeting",
    "theme_form": "add_theme_now", "heard_form": "write_afterwards",
}  # fmt: skip
"""Which page each form is sent to: what is typed in it is kept under that address."""
BEGIN = {
    "say_form": "say-", "proposal_form": "proposal-", "end_form": "end-", "theme_form": "theme-",
    "heard_form": "heard-",
}  # fmt: skip
"""How the names of each form's fields begin."""
TOLD = "told_"
OUTSIDE = "udenfor:"
"""How the choice of somebody without a login begins."""
WISH_MAX = 80
"""So much of a wish as a line can hold."""
STEP = "skridt:"
"""How the choice of her, or of somebody close to her, begins: it is their own step."""


def show_room(
    request: HttpRequest, table: journey.AtTheTable, code: CodeSaid | None = None, /,
    **wrong: django_forms.Form,
) -> HttpResponse:  # fmt: skip
    """The room as it stands now, with what could not be written at its place."""
    room, meeting = table.room, table.room.meeting
    theme = next((one for one in meeting.themes if one.id == room.next.theme), None)
    context: dict[str, Any] = {
        "table": table, "room": room, "meeting": meeting, "called": table.whose.called,
        "may_start": table.may_lead and may_start(meeting.state, meeting.attends),
        "door": door(meeting),
        "stations": present.stations(meeting.stage, meeting.reflects),
        "parts": present.parts(meeting),
        "is_calm": is_calm(table) and "skriv" not in request.GET,
        "reflect_now": _reflect_now(table), "hand_waits": room.table.hand_waits,
        "heard_form": heard_form(table),
        "silent": present_room.silent(table), "beside": held_beside(table),
        "expected": room.next.expected.value,
        "turn": present_room.turn(table), "theme": theme, "stage": meeting.stage.value,
        "log": present.log(table, room.next.theme),
        "guests": present.guest_rows(meeting.guests), "attends": present.attends_meeting(meeting),
        "heeded": for_leader(
            table.heeded if table.may_lead else None,
            table.whose.called, meeting.course_id, meeting.id,
        ),
        "speaks_on": theme and speaks_on(room.table, theme.id),
        "may_close": theme and may_say(room.table, Said(theme.id, TurnKind.CLOSED)),
        "follow_up": follow_up(table, wrong.get("told_form")),
        "proposals": present_room.proposed(table, actor_of(request).person_id), "code": code,
        "readers": present.table_readers(table.whose.called),
        "say_form": say_form(table), "proposal_form": proposal_form(table),
        "end_form": end_form(table),
        "theme_form": theme_form(),
        **at_hand.acts(actor_of(request), table),
        **at_hand.notes(table),
        **wrong,
    }  # fmt: skip
    drafts.keep_all(request, _addresses(table, context))
    context |= whose_words.box(table, context["say_form"])
    return page(request, "meetings/room.html", context, status=422 if wrong else 200)


def held_beside(table: journey.AtTheTable) -> list[present_room.SideBySide]:
    """What came late and waits for who leads."""
    if not table.may_lead:
        return []
    running = table.room.meeting.state is MeetingState.RUNNING
    held = acting.held_acts(table.room.meeting.id)
    return present_room.side_by_side(table, held, is_running=running)


def _addresses(
    table: journey.AtTheTable, context: dict[str, Any]
) -> dict[str, django_forms.BaseForm]:
    """Every form by the address it is sent to."""
    ids = (table.room.meeting.course_id, table.room.meeting.id)
    here = {to(act, *ids): context[name] for name, act in SENT_TO.items()}
    return {**here, **told_addresses(ids, context["follow_up"])}


def told_addresses(
    ids: tuple[UUID, UUID], shown: list[tuple[journey.Tells, Any, forms.ToldForm | None]]
) -> dict[str, django_forms.BaseForm]:
    """The forms of "Siden sidst" by the address that each is sent to."""
    return {to("tell_at_meeting", *ids, one.row.id): form for one, _c, form in shown if form}


def keep_the_rest(request: HttpRequest, course_id: UUID, meeting_id: UUID) -> None:
    """What was typed in the fields of the room that are not sent now."""
    found = {to(act, course_id, meeting_id): BEGIN[name] for name, act in SENT_TO.items()}
    told = {name.rpartition("-")[0] for name in request.POST if name.startswith(TOLD)}
    for begin in told:
        if agreement := as_id(begin.removeprefix(TOLD)):
            found[to("tell_at_meeting", course_id, meeting_id, agreement)] = f"{begin}-"
    drafts.keep_beside(request, found)


def as_id(text: str) -> UUID | None:
    """An id out of a form, or nothing."""
    try:
        return UUID(text)
    except ValueError:
        return None


def is_calm(table: journey.AtTheTable) -> bool:
    """People talk without a screen; what was said is written down afterwards (M-02, D)."""
    meeting = table.room.meeting
    return meeting.off_screen and not meeting.themes and not table.room.log


def _reflect_now(table: journey.AtTheTable) -> tuple[UUID, str] | None:
    """Who may begin to reflect midway, with the name (S000 §2.2)."""
    now = table.room.next
    if now.theme is None or now.expected is Expected.REFLECTION:
        return None
    waits = [*to_reflect(table.room.table, now.theme), *table.room.table.reflectors]
    first = next(iter(waits), None)
    said = Said(now.theme, TurnKind.REFLECTION, first)
    may = first and may_say(table.room.table, said)
    return (first, whose_words.name_of(table, str(first))) if first and may else None


def follow_up(
    table: journey.AtTheTable, wrong: django_forms.Form | None = None
) -> list[tuple[journey.Tells, Any, forms.ToldForm | None]]:
    """Each agreement with its card, and a form where its maker is here to tell."""
    shown = []
    for one in table.follow_up:
        fresh = told_form(one.row.id, initial={"version": one.row.version})
        form = wrong if wrong and wrong.prefix == fresh.prefix else fresh
        shown.append((one, present.told(one.row), form if one.may_tell else None))
    return shown  # type: ignore[return-value]


def told_form(agreement_id: UUID, data: Any = None, **more: Any) -> forms.ToldForm:
    """How one agreement went."""
    return forms.ToldForm(data, prefix=f"{TOLD}{agreement_id}", **more)


def say_form(table: journey.AtTheTable, data: Any = None) -> forms.SayForm:
    """What was said, and by whom of those who may be given the word now."""
    return forms.SayForm(data, seats=_seats(table), prefix="say")


def theme_form(data: Any = None) -> forms.NewThemeForm:
    """A theme that came up."""
    return forms.NewThemeForm(data, prefix="theme")


def end_form(table: journey.AtTheTable, data: Any = None) -> forms.EndForm:
    """The closing round; in Åben Dialog also who is responsible for what."""
    spoken = table.room.meeting.speaks_responsibility
    return forms.EndForm(data, speaks_responsibility=spoken, prefix="end")


def tells_all_that_is_missing(form: forms.EndForm, table: journey.AtTheTable) -> bool:
    """The silent theme, the responsibility and the next date are told in one round."""
    meeting = table.room.meeting
    form.full_clean()
    if meeting.stage is not Stage.CLOSING:
        return False  # the act says so
    missing = missing_at_end(
        form.onward(), now(), speaks_responsibility=meeting.speaks_responsibility,
        needs_next_date=meeting.form.needs_next_date, silent=len(silent_themes(table.room.table)),
    )  # fmt: skip
    for one in missing:
        if one.field not in form.errors:
            show(form, one)
    return bool(form.errors)


def heard_form(table: journey.AtTheTable, data: Any = None) -> HeardForm:
    """One field for each who spoke or reflected."""
    names = _names(table)
    return HeardForm(
        data,
        speakers=[(seat.id, names[seat.id]) for seat in table.room.table.seats],
        reflectors=[(one, names[one]) for one in table.room.table.reflectors],
        prefix="heard",
    )


def proposal_form(table: journey.AtTheTable, data: Any = None) -> forms.ProposalForm:
    """A proposal with those who can make a promise."""
    makers = [(str(row.person_id), row.name) for row in table.team]
    outside = [
        (f"{OUTSIDE}{one.id}", _("%(name)s – svarer med en kode") % {"name": one.name})
        for one in without_login(table.room.meeting)
    ]
    return forms.ProposalForm(
        data, makers=makers, without_login=outside, own=_own(table),
        wishes=[(str(wish), Truncator(words).chars(WISH_MAX)) for wish, words in table.wishes],
        initial={"wish": _wish_of(table)},
        is_twice=_is_twice(table, data or {}), prefix="proposal",
    )  # fmt: skip


def _wish_of(table: journey.AtTheTable) -> str:
    """The theme's wish is proposed, to be seen and changed."""
    theme = theme_of(table)
    return str(theme.wish_id) if theme and theme.wish_id else forms.ProposalForm.NO_WISH


def theme_of(table: journey.AtTheTable) -> ThemeRow | None:
    """What a proposal is about: the theme that the table is at, else the last one."""
    themes = table.room.meeting.themes
    now = [one for one in themes if one.id == table.room.next.theme]
    return next(iter([*now, *themes[::-1]]), None)


def _own(table: journey.AtTheTable) -> list[tuple[str, str]]:
    """Those whose doing is no promise: she, where she is at the table, and who is close to her."""
    meeting = table.room.meeting
    hers = [(STEP, table.whose.called)] if table.room.table.with_citizen else []
    near = [one for one in without_login(meeting) if one.relation_id]
    return [*hers, *((f"{STEP}{one.relation_id}", one.name) for one in near)]


def _is_twice(table: journey.AtTheTable, data: Mapping[str, str]) -> bool:
    """Only then it is asked whether the same is to stand there once more."""
    new = Asked(data.get("proposal-text", ""), as_id(data.get("proposal-maker", "")))
    return stands_already(new, journey.standing(table.proposals))


def _names(table: journey.AtTheTable) -> dict[UUID, str]:
    meeting = table.room.meeting
    return {THE_LEADER: meeting.leader, **{guest.id: guest.name for guest in meeting.guests}}


def _seats(table: journey.AtTheTable) -> list[tuple[str, str]]:
    """Those whose words can be typed now, the next one first; she last, who may always speak."""
    now, names = table.room.next, _names(table)
    if now.expected not in {Expected.SPEAKER, Expected.REFLECTION}:
        return []
    may = typed_as.offered(table.room.table)
    order = dict.fromkeys([now.seat, *now.waiting, *(one.id for one in table.room.table.seats)])
    found = [(str(one), names[one]) for one in order if one and str(one) in may]
    return [*found, (typed_as.HERS, table.whose.called)] if typed_as.HERS in may else found
