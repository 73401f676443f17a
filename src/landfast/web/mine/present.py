"""What the citizen's pages show, from what the journeys answer. Few words, plain ones."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from landfast.course.queries.own import OwnCourse
from landfast.course.rules.ending import may_reopen, reopens_until
from landfast.course.rules.holding import Holder, Holders
from landfast.course.rules.words import FOR_GOOD
from landfast.course.rules.words import State as CourseState
from landfast.journeys.see_own_course import MyCourse
from landfast.kernel.clock import DENMARK, date_in_denmark, now, today
from landfast.kernel.danish import phone as danish_phone
from landfast.kernel.danish import says_clock
from landfast.kernel.text import da
from landfast.meetings.queries import MeetingRow
from landfast.meetings.queries.agreed import agreed_on, called_off
from landfast.meetings.rules import Attends, MeetingState, MinutesState
from landfast.meetings.rules.ahead import waits_for_her_yes
from landfast.meetings.rules.formats import Citizen
from landfast.plan.queries import AgreementRow, Plan, StepRow
from landfast.plan.rules.words import AgreementState as A
from landfast.plan.rules.words import StepState
from landfast.web.meetings.fallen_present import (
    AheadLine,
    fallen_line,
    off_step,
    step_to_fallen,
)
from landfast.web.mine.let_in import cannot_answer, to_allow
from landfast.web.mistakes.present import told_her
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Choices, NextStep, Person, Promise, State, StateKind
from landfast.web.plan.present import hers_said
from landfast.web.spoken import clock, day
from landfast.web.templatetags.landfast import dial

AGREED: dict[A, tuple[StateKind, str]] = {
    A.NOTED: ("open", da("Skrevet ned")),
    A.PROPOSED: ("waiting", da("Venter på et ja")),
    A.ACCEPTED: ("open", da("Aftalt")),
    A.STARTED: ("open", da("I gang")),
    A.KEPT: ("kept", da("Holdt")),
    A.PARTLY: ("due", da("Holdt noget af det")),
    A.BROKEN: ("broken", da("Aftalen blev ikke holdt")),
    A.REPLACED: ("ended", da("Der er en ny aftale")),
    A.DECLINED: ("ended", da("Der blev sagt nej")),
    A.LAPSED: ("ended", da("Gælder ikke mere")),
}


def coordinator_line(held: Holders, *, lasts: bool = False) -> Person | None:
    """The one with the arc; when the place is vacant, who covers and until when.

    Who is away has no number to ring: the one who covers has (moment 8). What she keeps without a
    net `lasts` longer than that, and has both.
    """
    one = held.holder
    if one is None:
        return None
    if held.deputy and held.deputy.until and not held.is_cover:
        said = {"name": held.deputy.name, "day": day(held.deputy.until)}
        role = _("Din koordinator. %(name)s dækker til og med %(day)s.") % said
        number = one.phone if lasts else ""
        return Person(one.name, role, number, face_of(one), is_coordinator=True)
    role = _("Din koordinator")
    if held.is_cover:
        role = _("Dækker, til du får en ny koordinator")
        if one.until:
            role = _("Dækker for din koordinator til og med %(day)s") % {"day": day(one.until)}
    number = one.phone if lasts or not one.is_away else ""
    return Person(
        one.name, _and_away(one, role), number, face_of(one), is_coordinator=True
    )  # fmt: skip


def _and_away(one: Holder, role: str) -> str:
    return _("%(role)s. Er væk lige nu.") % {"role": role.rstrip(".")} if one.is_away else role


def whom_to_ask(course: OwnCourse) -> str:
    """Who answers her now, inside a sentence: her coordinator, or the unit with its number."""
    if course.held.holder:
        return _("din koordinator")
    return ", ".join(filter(None, [course.unit, danish_phone(course.unit_phone)]))


def mended(seen: MyCourse) -> list[tuple[datetime, list[str], bool]]:
    """Mistakes that were put right: when, in her words, and whether it was undone again."""
    ask = whom_to_ask(seen.course)
    return [(row.at, told_her(row, seen.units, ask), row.is_undone) for row in seen.mistakes]


def face_of(holder: Holder) -> str:
    """The address of her picture, if she has put one there."""
    return to("face", holder.person_id) if holder.has_face else ""


def beside_lines(held: Holders, *, lasts: bool = False) -> list[Person]:
    """The deputy while there is one, and the second whom the citizen has met."""
    found = []
    if held.deputy:
        covers = _("Dækker for din koordinator")
        role = covers if held.deputy.is_away else _("Dækker for din koordinator lige nu")
        found.append(_line(held.deputy, role, lasts=lasts))
    if held.beside:
        role = _("Din anden kontakt")
        if not held.beside.is_away:
            role = _("Din anden kontakt. Kender dig og kan hjælpe.")
        found.append(_line(held.beside, role, lasts=lasts))
    return found


def _line(holder: Holder, role: str, *, lasts: bool) -> Person:
    number = holder.phone if lasts or not holder.is_away else ""
    return Person(holder.name, _and_away(holder, role), number, face_of(holder))


def promise(row: AgreementRow, *, under_wish: bool = False, asks: Choices | None = None) -> Promise:
    """An agreement as the citizen reads it: what, who, by when, how it stands, and to her."""
    kind, word = AGREED[row.state]
    if row.is_overdue(today()):
        kind, word = "broken", da("Dagen er gået")
    elif row.is_refused:
        kind, word = "due", da("En leder har sagt nej")
    elif row.asks_leader:
        kind, word = "waiting", da("En leder er spurgt")
    if row.maker:
        who = Person(row.maker.name, row.maker.profession, row.maker.phone)
    elif row.maker_role:
        who = Person(_("Ikke fundet endnu"), is_nobody=True)
    else:
        who = Person(_("Ingen endnu"), _("Vi finder en, der kan"), is_nobody=True)
    due = row.due_on if row.is_open else None
    return Promise(
        row.text, who, State(kind, _(word)), "" if under_wish else row.wish, due,
        url=to("agreement", row.course_id, row.id), asks=asks,
        hers=hers_said(row, "", to_citizen=True),
    )  # fmt: skip


def next_meeting(meetings: list[MeetingRow]) -> MeetingRow | None:
    """The meeting that runs now, else the next one called, else the one that is made ready.

    One that is held without her is no meeting of hers to come to.
    """
    coming = [
        row
        for row in meetings
        if row.citizen is not Citizen.ABSENT
        and (
            row.state in {MeetingState.RUNNING, MeetingState.PREPARING}
            or (row.state is MeetingState.CALLED and row.starts_at and row.starts_at >= now())
        )
    ]
    return min(coming, key=_soonest, default=None)


def _soonest(row: MeetingRow) -> tuple[bool, bool, datetime]:
    is_ready = row.state is not MeetingState.PREPARING
    return not is_ready, row.starts_at is None, row.starts_at or now()


def day_of(row: MeetingRow) -> datetime | None:
    """When it is; a day that went by while the meeting was made ready is no day any more."""
    is_ready = row.state is not MeetingState.PREPARING
    return row.starts_at if row.starts_at and (is_ready or row.starts_at >= now()) else None


def shown_minutes(meetings: list[MeetingRow]) -> MeetingRow | None:
    """A meeting whose minutes wait for the citizen to read them first."""
    waiting = (row for row in meetings if row.minutes_state is MinutesState.SHOWN)
    return next(waiting, None)


def next_step(seen: MyCourse) -> NextStep | None:
    """The one thing that comes next on the citizen's first page; nothing, when it has just ended.

    Who has moved away can come back too, but is not asked to: her record is what she may need now.
    """
    course = seen.course
    if seen.closing and seen.closing.moves_to:
        act = Act(_("Læs alt om mig"), reverse("my_record", args=[course.id]))
        return NextStep(
            _("Tag dine papirer med, hvis du vil."), act, _("Flytter du tilbage, så ring.")
        )
    if not course.runs or course.state is CourseState.PAUSED:
        return _step_at_rest(seen)
    if minutes := shown_minutes(seen.meetings):
        act = Act(_("Læs referatet"), minutes_url(minutes))
        return NextStep(_("Referatet fra mødet er klar. Du læser det først."), act)
    if meeting := next_meeting(seen.meetings):
        return step_to_meeting(meeting)
    if agreed := agreed_on(seen.meetings, now()):
        act = Act(_("Gør mødet klar"), to("meetings", course.id), "post")
        why = _("Du bestemmer, hvad det handler om. Det kan også vente.")
        return NextStep(_("Dit næste møde er aftalt."), act, why, agreed)
    return _step_at_ease(seen)


def _step_at_ease(seen: MyCourse) -> NextStep:
    """Nothing lies ahead: what fell away, who may read, what was called off, a wish, or nothing."""
    course = seen.course
    if seen.fallen:
        return step_to_fallen(fallen(seen)[0])
    if seen.asks_to_allow:
        why = _("Du vælger én ad gangen. Ingen læser, før du siger ja.")
        return NextStep(_("Hvem må læse om dig igen?"), to_allow(), why)
    if gone := called_off(seen.meetings, now()):
        return off_step(gone)
    if not seen.plan.wishes:
        act = Act(_("Skriv et ønske"), reverse("talk", args=[course.id]))
        why = _("Det er dine ønsker, vi går efter. I kan også gøre det sammen.")
        return NextStep(_("Fortæl, hvad du ønsker dig."), act, why)
    return NextStep(
        _("Der er ikke noget, du skal lige nu."),
        Act(_("Se din plan"), reverse("my_plan")),
        _("Er der noget, så ring til din koordinator."),
    )


def fallen(seen: MyCourse) -> list[AheadLine]:
    """The meetings that fell away with her stop, the nearest first: hers to hold or let be."""
    one = seen.course.held.acts
    return [fallen_line(row, one.name if one else "") for row in seen.fallen]


def stepping(seen: MyCourse) -> dict[str, Any]:
    """The step, and what fell away: the nearest may be the step, its no beside it, others below."""
    step, rows = next_step(seen), fallen(seen)
    shown = {
        "step": step, "door": None if step else _door(seen.course),
        "cannot_answer": cannot_answer(seen, step),
    }  # fmt: skip
    if rows and step and rows[0].acts[0] == step.act:
        let_go, rows = rows[0].acts[1], rows[1:]
    else:
        let_go = None
    return {
        **shown, "let_go": let_go, "fallen": rows,
        "fallen_called": any(one.is_called for one in rows),
    }  # fmt: skip


def changing(seen: MyCourse) -> dict[str, Any]:
    """Who comes and who stops: a new coordinator, one who is announced, a helper of hers."""
    ahead = seen.announced if seen.announced and seen.announced.lies_ahead else None
    was_told = bool(seen.announced and seen.announced.was_told)
    since, again = seen.new_holder and seen.new_holder.since, seen.course.begun_again_at
    return {
        "begun_again": bool(since and again and since >= again),  # what was agreed ended
        "new_holder": seen.new_holder, "new_why": seen.new_why,
        "coming": ahead, "was_told": was_told,
        "leaving": seen.leaving, "asked_over": seen.asked_over,
    }  # fmt: skip


def step_to_meeting(meeting: MeetingRow) -> NextStep:
    """The meeting as the next step: come, or help to make it ready."""
    act = Act(_("Se mødet"), meeting_url(meeting))
    if meeting.state is MeetingState.RUNNING:
        return NextStep(_("Dit møde er i gang."), act, meeting.place)
    if meeting.state is MeetingState.PREPARING:
        why, act = _to_make_ready(meeting)
        return NextStep(_("Vi gør dit næste møde klar."), act, why, day_of(meeting))
    if meeting.attends is Attends.NOT_TODAY:
        why = _("Din koordinator finder en ny dag sammen med dig.")
        return NextStep(_("Du har sagt, at du ikke kan den dag."), act, why)
    agreed = meeting.is_frame_agreed
    if waits_for_her_yes(meeting.citizen, meeting.starts_at, now(), agreed=agreed):
        why = ", ".join(filter(None, [_clock(meeting), meeting.place]))
        return NextStep(_("Dit møde er ændret. Passer det dig?"), act, why, meeting.starts_at)
    why = ", ".join(filter(None, [_clock(meeting), meeting.place]))
    return NextStep(_("Du har et møde."), act, why, meeting.starts_at)


def _to_make_ready(meeting: MeetingRow) -> tuple[str, Act]:
    """What the meeting waits for, in the order of its own page."""
    url = meeting_url(meeting)
    if meeting.agenda_before and not meeting.themes:
        act = Act(_("Skriv et tema"), _part_url(meeting, "themes"))
        return _("Hvad skal det handle om? Du bestemmer."), act
    if not meeting.guests:
        act = Act(_("Vælg en person"), _part_url(meeting, "guests"))
        return _("Hvem skal med? Du bestemmer."), act
    if day_of(meeting) is None:
        act = Act(_("Vælg en tid"), _part_url(meeting, "time"))
        return _("Hvornår passer det dig?"), act
    if not meeting.is_frame_agreed:
        return _("Passer tid og sted dig?"), Act(_("Se tid og sted"), url)
    return _("Alt er klar. Nu kan de andre blive indkaldt."), Act(_("Se mødet"), url)


def _clock(meeting: MeetingRow) -> str:
    starts = meeting.starts_at.astimezone(DENMARK) if meeting.starts_at else None
    return clock(starts).capitalize() if starts and not says_clock(starts, today()) else ""


def _step_in_a_pause(course: OwnCourse) -> NextStep:
    act = Act(_("Tag forløbet op igen"), reverse("resume_my_course", args=[course.id]), "post")
    why = _("Du kan begynde igen, når du vil.")
    if course.review_on:
        again = _("Vi taler sammen igen %(day)s.") % {"day": day(course.review_on)}
        why = f"{why} {again}"
    return NextStep(_("Du holder pause."), act, why)


def _step_at_rest(seen: MyCourse) -> NextStep | None:
    """Who has just said stop is not asked to begin: the open door is a quiet line (`_door`)."""
    course = seen.course
    if course.state is CourseState.PAUSED:
        return _step_in_a_pause(course)
    if course.is_over and any(not one.is_over for one in seen.others):
        return NextStep(_("Du har et nyt forløb."), Act(_("Se det nye"), reverse("my_course")))
    if may_come_back(course) and seen.how_ended not in FOR_GOOD:
        return None
    if course.unit_phone:
        act = Act(_("Ring til os"), f"tel:{dial(course.unit_phone)}")
        return NextStep(_("Ring, hvis du vil vide mere."), act, danish_phone(course.unit_phone))
    return NextStep(_("Se, hvem der kan læse om dig."), Act(_("Se mit valg"), reverse("my_say")))


def _door(course: OwnCourse) -> dict[str, Any]:
    """The way back: until which day, and the act."""
    act = Act(_("Begynd igen"), reverse("reopen_my_course", args=[course.id]), "post")
    return {"until": reopens_until(date_in_denmark(course.since)), "act": act}


def may_come_back(course: OwnCourse) -> bool:
    """Is the way back still short? The button's predicate is the gate's (domain A3)."""
    ended = course.state in {CourseState.CLOSED, CourseState.STOPPED}
    return ended and may_reopen(date_in_denmark(course.since), today())


def meeting_url(row: MeetingRow) -> str:
    """Where the citizen sees one meeting, and makes it ready."""
    return reverse("prepare_meeting", args=[row.course_id, row.id])


def _part_url(row: MeetingRow, part: str) -> str:
    """Where she changes one thing of a meeting."""
    return reverse(f"my_meeting_{part}", args=[row.course_id, row.id])


def today_url(row: MeetingRow | None) -> str:
    """Where she says that she cannot come, or comes in another way: nobody asks why."""
    if row is None or row.state is MeetingState.PREPARING:
        return ""
    return reverse("attend_otherwise", args=[row.course_id, row.id])


def offered_today(row: MeetingRow | None) -> str:
    """The same beside the next step, until she has said that she cannot that day, or is there."""
    said = row is not None and row.attends is Attends.NOT_TODAY
    runs = row is not None and row.state is MeetingState.RUNNING
    return "" if said or runs else today_url(row)


def minutes_url(row: MeetingRow) -> str:
    """Where she reads the minutes, first of all."""
    return reverse("my_minutes", args=[row.course_id, row.id])


def own_steps(plan: Plan) -> list[StepRow]:
    """The citizen's own steps that she would like to take or has tried; no date, no count (0.3)."""
    return [step for step in _steps(plan) if not step.whose]


def steps_of_others(plan: Plan) -> dict[str, list[StepRow]]:
    """What those close to her would like to do, under their own names."""
    found: dict[str, list[StepRow]] = {}
    for step in _steps(plan):
        if step.whose:
            found.setdefault(step.whose, []).append(step)
    return found


def _steps(plan: Plan) -> list[StepRow]:
    everything = [*(step for wish in plan.living for step in wish.steps), *plan.steps]
    return [step for step in everything if step.state in {StepState.WANT, StepState.TRIED}]
