"""What the pages of this room show, as finished data."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.access import queries as access
from landfast.access.roles import CourseRole
from landfast.journeys.hold_meeting import AtTheTable
from landfast.journeys.prepare_meeting import Preparation
from landfast.kernel.clock import date_in_denmark, today
from landfast.kernel.text import da
from landfast.meetings.queries import GuestRow, MeetingRow, MeetingView, MinutesRow
from landfast.meetings.rules import (
    Attends,
    Ended,
    MeetingState,
    MinutesState,
    Part,
    Reflects,
    Reply,
    Stage,
    TurnKind,
)
from landfast.meetings.rules.formats import Form
from landfast.meetings.rules.preparing import may_move_to, stages
from landfast.meetings.rules.who import Departs, Departure
from landfast.paper.words import quoted
from landfast.plan.queries import AgreementRow
from landfast.plan.rules.words import AgreementState
from landfast.web.meetings.ahead import next_act
from landfast.web.parts.shapes import (
    Act,
    NextStep,
    Person,
    Promise,
    Reader,
    Readers,
    State,
    StateKind,
    Station,
)
from landfast.web.role_words import role_in_words
from landfast.web.spoken import day, named

ATTENDS = {
    Attends.IN_PERSON: gettext_lazy("kommer selv"),
    Attends.BY_PHONE: gettext_lazy("er med på telefon"),
    Attends.OWN_WORD: gettext_lazy("er her ikke; ordet læses op"),
    Attends.REPRESENTED: gettext_lazy("lader en anden tale"),
    Attends.NOT_TODAY: gettext_lazy("kan ikke i dag"),
    Attends.POINTS: gettext_lazy("er her ikke; kun de aftalte punkter tages"),
}


def attends(how: Attends | None, starts_at: datetime | None) -> str:
    """How she takes part, after her name; who cannot come, cannot on the day it is about.

    None, for who may not know, is nothing: the page leaves the line out.
    """
    if how is None:
        return ""
    if how is Attends.NOT_TODAY and starts_at and not is_today(starts_at):
        return _("kan ikke %(day)s") % {"day": day(starts_at)}
    return str(ATTENDS[how])


def attends_meeting(meeting: MeetingView) -> str:
    """The same of one meeting; nothing where it is held without her."""
    is_hers = meeting.form.is_with_citizen
    return attends(meeting.attends, meeting.starts_at) if is_hers else ""


def is_today(starts_at: datetime | None) -> bool:
    """Is the meeting on this day, as the clock in Denmark has it?"""
    return bool(starts_at and date_in_denmark(starts_at) == today())


REPLIES: dict[Reply, tuple[StateKind, object]] = {
    Reply.ASKED: ("waiting", gettext_lazy("Venter på svar")),
    Reply.COMES: ("kept", gettext_lazy("Kommer")),
    Reply.BY_PHONE: ("kept", gettext_lazy("På telefon")),
    Reply.WRITES: ("open", gettext_lazy("Har skrevet")),
    Reply.DECLINED: ("ended", gettext_lazy("Kan ikke")),
    Reply.MAYBE: ("waiting", gettext_lazy("Måske")),
}
MEETINGS: dict[MeetingState, tuple[StateKind, object]] = {
    MeetingState.PREPARING: ("waiting", gettext_lazy("Forberedes")),
    MeetingState.CALLED: ("open", gettext_lazy("Indkaldt")),
    MeetingState.RUNNING: ("due", gettext_lazy("I gang")),
    MeetingState.HELD: ("kept", gettext_lazy("Holdt")),
    MeetingState.CANCELLED: ("ended", gettext_lazy("Aflyst")),
}
MINUTES: dict[MinutesState, tuple[StateKind, object]] = {
    MinutesState.DRAFT: ("waiting", gettext_lazy("Kladde")),
    MinutesState.SHOWN: ("waiting", gettext_lazy("Borgeren ser det først")),
    MinutesState.SEEN: ("open", gettext_lazy("Set af borgeren")),
    MinutesState.PUBLISHED: ("kept", gettext_lazy("Sendt ud")),
    MinutesState.RECALLED: ("ended", gettext_lazy("Trukket tilbage")),
    MinutesState.SUPERSEDED: ("ended", gettext_lazy("Erstattet af en ny udgave")),
}
HER_MINUTES: dict[MinutesState, tuple[StateKind, object]] = {
    MinutesState.DRAFT: ("waiting", gettext_lazy("Referatet skrives")),
    MinutesState.SHOWN: ("waiting", gettext_lazy("Referatet er til dig først")),
    MinutesState.SEEN: ("open", gettext_lazy("Referatet er set af dig")),
}
AGREEMENTS: dict[AgreementState, tuple[StateKind, str]] = {
    AgreementState.NOTED: ("open", da("Noteret udefra")),
    AgreementState.PROPOSED: ("waiting", da("Venter på et ja")),
    AgreementState.ACCEPTED: ("open", da("Aftalt")),
    AgreementState.STARTED: ("open", da("I gang")),
    AgreementState.KEPT: ("kept", da("Holdt")),
    AgreementState.PARTLY: ("kept", da("Holdt delvist")),
    AgreementState.BROKEN: ("broken", da("Aftalen blev ikke holdt")),
    AgreementState.REPLACED: ("ended", da("Erstattet af en ny")),
    AgreementState.DECLINED: ("ended", da("Ikke sagt ja til")),
    AgreementState.LAPSED: ("ended", da("Ikke længere ønsket")),
}
ENDED = {
    Ended.ITSELF: gettext_lazy("Lukket af sig selv"),
    Ended.WITH_COURSE: gettext_lazy("Sluttede med forløbet"),
}
PARTS = {
    Part.FACILITATOR: gettext_lazy("Spørger"),
    Part.REFLECTOR: gettext_lazy("Reflekterer"),
    Part.LEADER: gettext_lazy("Leder mødet"),
    Part.MINUTE_TAKER: gettext_lazy("Skriver referat"),
    Part.GIVER: gettext_lazy("Giver opgaven videre"),
    Part.TAKER: gettext_lazy("Tager over"),
}
STAGES = {
    Stage.FRAME: gettext_lazy("Ramme"),
    Stage.FOLLOW_UP: gettext_lazy("Siden sidst"),
    Stage.THEMES: gettext_lazy("Temaer"),
    Stage.CLOSING: gettext_lazy("Afslutning"),
}


def state(pair: tuple[StateKind, object]) -> State:
    """A state as word and shape."""
    return State(pair[0], str(pair[1]))


def promise(row: AgreementRow) -> Promise:
    """An agreement as the card everywhere; an open proposal says whose yes it waits for."""
    kind, word = AGREEMENTS[row.state]
    shown = State(kind, _(word))
    if row.is_refused:
        shown = State("due", _("En leder har sagt nej"))
    elif row.state is AgreementState.PROPOSED and row.maker:
        shown = State(kind, _("Venter på ja fra %(name)s") % {"name": row.maker.name})
    nobody = Person(_("Ingen endnu"), is_nobody=True)
    who = Person(row.maker.name, row.maker.profession) if row.maker else nobody
    problem = "" if row.wish else row.practical_problem
    return Promise(row.text, who, shown, row.wish, row.due_on, problem=problem)


def told(row: AgreementRow) -> Promise:
    """A card at "Siden sidst": what was told here just now says whose words it is."""
    card = promise(row)
    if row.told_at is None or row.maker is None:
        return card
    word = _("%(state)s – sagt af %(name)s") % {"state": card.state.word, "name": row.maker.name}
    return replace(card, state=State(card.state.kind, word))


def told_then(row: MinutesRow) -> list[tuple[str, str, State, str]]:
    """What minutes say under "Siden sidst": who, what, how it went, and why."""
    return [
        (one["who"], one["what"], _state_of(AgreementState(one["state"])), one["because"])
        for one in row.content.get("since_last", [])
    ]


def _state_of(of: AgreementState) -> State:
    kind, word = AGREEMENTS[of]
    return State(kind, _(word))


def taken_off(seen: Preparation, guest_id: UUID, silent: frozenset[UUID]) -> str:
    """Who is off the list, and whether they hear it: who was called does, where we can write.

    Never one of the `silent`, whom she has said are not to be told.
    """
    found = next((one for one in seen.meeting.guests if one.id == guest_id), None)
    name = found.name if found else ""
    if (
        found is None
        or seen.meeting.state is not MeetingState.CALLED
        or (found.person_id or found.relation_id) in silent
    ):
        said = _("%(name)s er taget af listen. Vi skriver ikke til %(name)s om det.")
    elif found.reply is Reply.DECLINED:
        said = _("%(name)s er taget af listen og havde sagt nej.")
    elif guest_id in seen.untold:
        said = _("%(name)s er taget af listen. Vi kan ikke skrive til %(name)s. Husk at sige det.")
    else:
        said = _("%(name)s er taget af listen og får det at vide. Vi skriver ikke hvorfor.")
    return said % {"name": name}


def readers(rows: Iterable[access.Reader], *, is_citizen: bool = False) -> Readers:
    """Who can read what is written here; she need not be told that she can."""
    found = [
        Reader(row.name or _("dig"), role_in_words(row.role, to_citizen=is_citizen))
        if row.role is not CourseRole.CITIZEN
        else Reader(_("borgeren"))
        for row in rows
        if not (is_citizen and row.role is CourseRole.CITIZEN)
    ]
    return Readers(tuple(dict.fromkeys(found)))


def table_readers(called: str) -> Readers:
    """The notes of the turns: hers and the leader's, deleted when the minutes are out."""
    return Readers((Reader(called), Reader(_("koordinatoren"))))


def reply_state(reply: Reply, *, by_duty: bool) -> State:
    """What somebody answered; or that she comes because she has to."""
    if by_duty:
        return State("kept", _("Kommer (mødepligt)"))
    return state(REPLIES[reply])


def role_of(guest: GuestRow, *, is_citizen: bool = False) -> str:
    """What somebody at the table is; who somebody close is to her are her own words."""
    is_hers = guest.relation_id is not None and not is_citizen
    return quoted(guest.role_name) if is_hers else named(guest.role_name)


def guest_rows(
    guests: list[GuestRow], *, is_citizen: bool = False
) -> list[tuple[GuestRow, Person, State]]:
    """People at the table with their answer."""
    return [
        (
            guest,
            Person(guest.name, role_of(guest, is_citizen=is_citizen), guest.phone),
            reply_state(guest.reply, by_duty=guest.by_duty),
        )
        for guest in guests
    ]


def part_choices(form: Form) -> list[tuple[str, str]]:
    """What somebody can do at a table of this format; nothing where nobody is chosen."""
    chosen = [(one.part.value, str(PARTS[one.part])) for one in form.chosen_parts]
    return [("", _("Ingen særlig rolle")), *chosen] if chosen else []


def parts(meeting: MeetingView) -> list[tuple[str, str]]:
    """Who asks and who reflects, as the table hears it at the start; or who has which part."""
    if not meeting.reflects:
        held = [(one.part, one.name) for one in meeting.guests if one.part]
        return [(str(PARTS[Part(part)]), name) for part, name in held]
    there = [guest for guest in meeting.guests if guest.person_id != meeting.leader_id]
    asks = [one.name for one in there if one.part == Part.FACILITATOR] or [meeting.leader]
    listens = [one.name for one in there if one.part == Part.REFLECTOR]
    if meeting.reflects == Reflects.PROFESSIONALS:
        listens = [meeting.leader, *(one.name for one in there if one.is_professional)]
    return [(_("Spørger"), ", ".join(asks)), (_("Reflekterer"), ", ".join(listens))]


DEPARTS = {
    Departs.SOMEBODY_MISSING: da("{about} mangler"),
    Departs.NOBODY_FOR_PART: da("Ingen er valgt: {about}"),
    Departs.SHORT_NOTICE: da("Mødeformen har {days} hverdages varsel"),
    Departs.TOO_LATE: da("Mødeformen holdes senest om {days} hverdage"),
}


def departures(found: Iterable[Departure]) -> list[str]:
    """What departs from the format, each in a sentence."""
    return [_(DEPARTS[one.how]).format(about=named(one.about), days=one.days) for one in found]


def stations(stage: Stage, reflects: str = "") -> list[tuple[Station, str]]:
    """Where the meeting is, and the steps that one may take from here."""
    order = list(stages(reflects))
    here = order.index(stage)
    return [
        (
            Station(str(STAGES[one]), "done" if i < here else "now" if i == here else "later"),
            one.value if may_move_to(stage, one, reflects) else "",
        )
        for i, one in enumerate(order)
    ]


KINDS = {
    TurnKind.INPUT: gettext_lazy("sagde"),
    TurnKind.CITIZEN_RESPONSE: gettext_lazy("svarede"),
    TurnKind.CORRECTION: gettext_lazy("rettede"),
    TurnKind.NO_ANSWER: gettext_lazy("fik ordet – intet svar i dag"),
    TurnKind.PASS: gettext_lazy("sagde pas"),
    TurnKind.REFLECTION: gettext_lazy("reflekterede"),
    TurnKind.SOLUTION: gettext_lazy("I blev enige om"),
    TurnKind.PARKED: gettext_lazy("Gemt til senere"),
    TurnKind.GIVEN: gettext_lazy("fik ordet"),
}


HERS = {TurnKind.PASS: gettext_lazy("gav ordet videre")}
"""What she does under words of her own: to pass is an answer to a question, and nobody asked."""
NOTED = {
    TurnKind.NO_ANSWER: gettext_lazy("Skrevet ned: intet svar i dag."),
    TurnKind.PASS: gettext_lazy("Ordet er givet videre."),
    TurnKind.REFLECTION: gettext_lazy("Refleksionen er skrevet ned."),
    TurnKind.SOLUTION: gettext_lazy("Løsningen er skrevet ned. Gå videre, når I er klar."),
    TurnKind.PARKED: gettext_lazy("Det er gemt til senere."),
    TurnKind.CLOSED: gettext_lazy("I er gået videre fra temaet."),
}


def noted(kind: TurnKind) -> str:
    """What the room says when a turn has been written."""
    return str(NOTED.get(kind, gettext_lazy("Det, der blev sagt, er skrevet ned.")))


def _how(kind: TurnKind, *, is_hers: bool) -> str:
    return str({**KINDS, **(HERS if is_hers else {})}[kind])


def log(table: AtTheTable, theme: UUID | None) -> list[tuple[str, str, str, UUID]]:
    """What was said on this theme: who, how, what, and the line's id."""
    together, silent = {TurnKind.SOLUTION, TurnKind.PARKED}, {TurnKind.CLOSED, TurnKind.GIVEN}
    return [
        (
            "" if line.kind in together else line.speaker or table.whose.called,
            _how(line.kind, is_hers=not line.speaker), line.text, entry.id,
        )
        for entry in table.room.log
        if (line := entry.line).theme == theme and line.kind not in silent
    ]  # fmt: skip


def rows(
    meetings: list[MeetingRow], course_id: UUID, *, may_lead: bool, is_citizen: bool
) -> list[dict[str, object]]:
    """A list of meetings, each with its one next act."""
    words = {**MINUTES, **HER_MINUTES} if is_citizen else MINUTES
    return [
        {"row": row, "state": list_state(row), "act": next_act(row, course_id, may_lead),
         "minutes": state(words[row.minutes_state]) if row.minutes_state else None}
        for row in meetings
    ]  # fmt: skip


def list_state(row: MeetingRow) -> State:
    """Held, or how it ended when nobody took the closing round."""
    if row.ended:
        return State("ended", str(ENDED[Ended(row.ended)]))
    return state(MEETINGS[row.state])


def step_to_call(
    course_id: UUID, meeting_id: UUID, *, themes: int, time: datetime | None, guests: int,
    agreed: bool, agenda_before: bool, is_citizen: bool, can_reflect: bool = True,
    untold: int = 0, seen: tuple[tuple[str, str], ...],
) -> NextStep:  # fmt: skip
    """The one thing that stands between her and the meeting."""

    def where(part: str) -> str:
        """Her screen for it; who writes beside her has it on the same page."""
        url = reverse(f"my_meeting_{part}", args=[course_id, meeting_id])
        return url if is_citizen else {"themes": "#temaer", "guests": "#deltagere"}[part]

    if agenda_before and not themes:
        act = Act(_("Skriv et tema"), where("themes"))
        return NextStep(_("Skriv, hvad mødet skal handle om"), act)
    if not guests:
        act = Act(_("Vælg en person"), where("guests"))
        return NextStep(_("Vælg, hvem der skal med"), act)
    if not can_reflect:
        act = Act(_("Vælg en person"), where("guests"))
        return NextStep(_("Vælg en fagperson, der lytter og reflekterer"), act)
    if time is None:
        url = reverse("find_time", args=[course_id, meeting_id])
        return NextStep(_("Vælg tid og sted"), Act(_("Find en tid"), url))
    if not agreed:
        label = _("Sig ja til rammen") if is_citizen else _("Notér borgerens ja")
        url = reverse("agree_frame", args=[course_id, meeting_id])
        return NextStep(_("Er rammen, som den skal være?"), Act(label, url, "post", seen))
    url = reverse("call_meeting", args=[course_id, meeting_id])
    said = _("Alt er klar. De inviterede får besked og kan svare.")
    if untold:
        said = _(
            "Alt er klar. Vi kan ikke sende besked til %(number)d af dem. Se hvem på listen."
        ) % {"number": untold}
    return NextStep(
        said,
        Act(_("Indkald mødet"), url, "post"), "", time,
    )  # fmt: skip
