"""The Monday page in sentences: each says why, and what the rule is (product, principle 6)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landfast.insight.calling import Why
from landfast.insight.monday import Call, Meets, Monday, Waiting
from landfast.insight.monday_facts import Due
from landfast.insight.waiting import Waits
from landfast.kernel.clock import date_in_denmark
from landfast.kernel.ids import PersonId
from landfast.meetings.rules import Attends
from landfast.plan.queries import Watched
from landfast.plan.queries.said import LastWord
from landfast.plan.queries.said import Said as Words
from landfast.plan.rules.words import Act as Done
from landfast.web.insight.touch_present import others, touches
from landfast.web.pages import to
from landfast.web.parts.shapes import Act, Link, Person
from landfast.web.plan.present import Voice, agreement_url
from landfast.web.plan.words import ACTS

_WHY: dict[Why, tuple[object, object]] = {
    Why.BROKEN: (
        gettext_lazy("Aftalen blev ikke holdt: %(what)s"),
        gettext_lazy(
            "Aftalen er meldt ikke holdt, og I har ikke talt om den endnu. Spørg borgeren, før du "
            "tager den op. Hurtig handling betyder mest for tilliden."
        ),
    ),
    Why.LATE: (
        gettext_lazy("Fristen er gået, og vi har ikke hørt, hvordan det gik: %(what)s"),
        gettext_lazy("Fristen er gået, og ingen har fortalt, om aftalen er holdt."),
    ),
    Why.TODAY: (
        gettext_lazy("Skal være gjort i dag: %(what)s"),
        gettext_lazy("Fristen er i dag, og ingen har fortalt, hvordan det gik."),
    ),
    Why.UNANSWERED: (
        gettext_lazy("Forslaget har ikke fået svar: %(what)s"),
        gettext_lazy("Den, der er spurgt, har ikke svaret i mere end tre hverdage."),
    ),
    Why.SILENT: (
        gettext_lazy("Stille om aftalen: %(what)s"),
        gettext_lazy("Der er sagt ja til aftalen, men ingen har rørt den i mere end ti hverdage."),
    ),
    Why.QUIET: (
        gettext_lazy("Der er ikke sket noget i forløbet længe."),
        gettext_lazy("Ingen har skrevet eller aftalt noget i mere end femten hverdage."),
    ),
}
_WAITS: dict[Waits, tuple[object, object]] = {
    Waits.ANSWER: (gettext_lazy("Du er spurgt: %(what)s"), gettext_lazy("Svar på forslaget")),
    Waits.INSTEAD: (
        gettext_lazy("Du sagde nej til et møde. Hvem kommer i stedet?"),
        gettext_lazy("Vælg en kollega"),
    ),
    Waits.TELL: (gettext_lazy("Din aftale: %(what)s"), gettext_lazy("Fortæl, hvordan det gik")),
    Waits.CONFIRM: (
        gettext_lazy("Andre ord eller en anden dato: %(what)s"),
        gettext_lazy("Svar på ændringen"),
    ),
    Waits.NEW_AGREEMENT: (
        gettext_lazy("I har talt om det, der ikke blev holdt: %(what)s"),
        gettext_lazy("Foreslå en ny aftale"),
    ),
    Waits.NOBODY: (
        gettext_lazy("Ingen har sagt ja endnu: %(what)s"),
        gettext_lazy("Spørg en bestemt person"),
    ),
    Waits.FOLLOW_UP: (
        gettext_lazy("Du følger op: %(what)s"),
        gettext_lazy("Følg op på aftalen"),
    ),
    Waits.MINUTES: (
        gettext_lazy("Mødet er holdt, og referatet mangler."),
        gettext_lazy("Skriv referatet"),
    ),
    Waits.WRITE: (
        gettext_lazy("Mødet er holdt, og du skriver referat."),
        gettext_lazy("Skriv referatet"),
    ),
    Waits.REFLECT: (
        gettext_lazy("Mødet er holdt, og du reflekterede."),
        gettext_lazy("Skriv din refleksion"),
    ),
    Waits.SHOW: (
        gettext_lazy("Referatet er et udkast. Læs det, og vis det til borgeren først."),
        gettext_lazy("Læs referatet"),
    ),
    Waits.SEND: (
        gettext_lazy("Borgeren har set referatet. Send det til dem, der var med."),
        gettext_lazy("Send referatet"),
    ),
    Waits.BEGIN: (
        gettext_lazy("Forløbet er nyt. Ring, og sig velkommen."),
        gettext_lazy("Begynd sammen"),
    ),
}
_COMES = {
    Attends.NOT_TODAY: gettext_lazy("Borgeren kan ikke komme."),
    Attends.BY_PHONE: gettext_lazy("Borgeren er med på telefon."),
    Attends.OWN_WORD: gettext_lazy("Borgeren kommer ikke selv, men har sendt sit ord."),
    Attends.REPRESENTED: gettext_lazy("Borgeren kommer ikke selv. En anden taler for borgeren."),
    Attends.POINTS: gettext_lazy("Borgeren kommer ikke selv. Tag kun det, I har aftalt."),
}
TOLD = frozenset({Done.KEEP, Done.KEEP_PARTLY, Done.BREAK})
"""How it went, as its maker tells it."""
CITIZEN_FIRST = frozenset({Why.BROKEN, Why.QUIET})


@dataclass(frozen=True)
class Said:
    """What was last said or happened."""

    sentence: str
    words: str
    at: datetime | None


@dataclass(frozen=True)
class CallLine:
    """One citizen to call about: what, whom to ring, and what was said last."""

    name: str
    about: str
    """The agreement itself, where everything can be done about it; the course where it is quiet."""
    sentence: str
    call: Person
    last: Said | None
    for_holder: bool


@dataclass(frozen=True)
class FirstCall:
    """The first one whole: why, whom else to ring, and what can be done at once."""

    line: CallLine
    url: str
    rule: str
    also: Person | None
    more: int
    done: Act | None
    touches: tuple[Act, ...]
    """What one touch does about a promise that was not kept (D3)."""
    others: tuple[Link, ...]
    """The way to somebody or something else than the buttons say."""


def first_call(seen: Monday, me: PersonId) -> FirstCall | None:
    """The one to call first."""
    call = next(iter(seen.calls), None)
    if call is None:
        return None
    return FirstCall(
        _line(call, me), to("plan", call.course.course_id), str(_WHY[call.reason.why][1]),
        _whom(call)[1], call.more, _done(call.reason.agreement),
        touches(call, seen.offers, seen.today), others(call),
    )  # fmt: skip


def next_calls(seen: Monday, me: PersonId) -> list[CallLine]:
    """The others to call, a line each."""
    return [_line(call, me) for call in seen.calls[1:]]


def _line(call: Call, me: PersonId) -> CallLine:
    row, course = call.reason.agreement, call.course
    sentence = str(_WHY[call.reason.why][0])
    return CallLine(
        course.name, agreement_url(row) if row else to("course", course.course_id),
        sentence % {"what": call.said.text} if call.said else sentence,
        _whom(call)[0], _said(call, me), call.for_holder,
    )  # fmt: skip


def _whom(call: Call) -> tuple[Person, Person | None]:
    """Whom to ring, and whom instead: of what was not kept the citizen is asked first."""
    citizen = Person(call.course.name, _("Borgeren"), call.course.phone)
    maker = _maker(call.said)
    if call.reason.why not in CITIZEN_FIRST and maker:
        return maker, citizen
    return citizen, maker


def _maker(said: Words | None) -> Person | None:
    if said is None or said.maker is None:
        return None
    return Person(said.maker.name, said.maker.profession, said.maker.phone)


def _done(row: Watched | None) -> Act | None:
    if row is None:
        return None
    return Act(_("Skriv, at I har talt om det"), to("note_talk", row.course_id, row.id))


def _said(call: Call, me: PersonId) -> Said | None:
    if call.said and call.said.last:
        last = call.said.last
        return Said(_last_word(call.said, last, Voice(me, call.course.called)), last.note, last.at)
    if call.met and call.met.starts_at:
        return Said(_("Sidste møde"), "", call.met.starts_at)
    return None


def _last_word(said: Words, last: LastWord, voice: Voice) -> str:
    """Who did it; how it went is the maker's word, also where another wrote it down."""
    who = voice.subject(last.actor)
    maker = said.maker
    if maker is None or maker.id == last.actor.id or last.act not in TOLD:
        return f"{who} {ACTS[last.act]}"
    told = f"{voice.subject(maker)} {ACTS[last.act]}"
    return _("%(told)s. %(who)s skrev det ned.") % {"told": told, "who": who}


@dataclass(frozen=True)
class MeetingLine:
    """A meeting today or tomorrow."""

    sentence: str
    when: datetime | None
    place: str
    act: Act


def meeting_lines(seen: Monday) -> list[MeetingLine]:
    """Meetings today and tomorrow, the first one first; today's leads into the room."""
    return [_meeting(one, seen.today) for one in seen.meets]


def _with(one: Meets) -> str:
    """Whom the meeting is with; and how she comes, when it is not as usual."""
    said = _("Møde med %(name)s") % {"name": one.course.name}
    comes = _COMES.get(one.meeting.comes) if one.meeting.comes else None
    return f"{said}. {comes}" if comes else said


def _meeting(one: Meets, today: date) -> MeetingLine:
    starts = one.meeting.starts_at
    is_today = starts is not None and date_in_denmark(starts) <= today
    label, name = (
        (_("Gå til mødet"), "hold_meeting") if is_today else (_("Se mødet"), "prepare_meeting")
    )
    return MeetingLine(
        _with(one), starts, one.meeting.place,
        Act(label, to(name, one.course.course_id, one.meeting.id)),
    )  # fmt: skip


@dataclass(frozen=True)
class WaitingLine:
    """Something that only I can do."""

    sentence: str
    name: str
    when: date | None
    act: Act
    seen: Act | None = None
    """Puts it away, where nothing more than knowing it may be asked."""


def waiting_line(one: Waiting) -> WaitingLine:
    """What waits for me in an agreement or after a meeting."""
    due = one.due
    sentence, act = _WAITS[due.what]
    words = str(sentence) % {"what": one.said.text} if one.said else str(sentence)
    act_there = Act(str(act), _where(one))
    return WaitingLine(words, one.course.name, _day_of(due), act_there, _or_none(one))


def _day_of(due: Due) -> date | None:
    """The day that the sentence is about: of a talk the day of the talk, not the day promised."""
    if due.agreement is None:
        return due.meeting.starts_at if due.meeting else None
    has_talked = due.what is Waits.NEW_AGREEMENT
    return due.agreement.talked_on if has_talked else due.agreement.due_on


def _or_none(one: Waiting) -> Act | None:
    """The other word that takes the line away: nothing new comes in the place of what was not."""
    row = one.due.agreement
    if row is None or one.due.what is not Waits.NEW_AGREEMENT:
        return None
    return Act(_("Der skal ikke være en ny"), to("lapse_agreement", row.course_id, row.id))


def _where(one: Waiting) -> str:
    due, course = one.due, one.course.course_id
    if due.what is Waits.BEGIN:
        return to("course", course)
    if due.what is Waits.INSTEAD:
        return to("invitations")
    if due.meeting:
        place = "#reflection" if due.what is Waits.REFLECT else ""
        return to("minutes", course, due.meeting.id) + place
    row = due.agreement
    assert row is not None  # noqa: S101 - what waits is an agreement or a meeting
    if due.what is Waits.NEW_AGREEMENT:
        return to("propose_agreement", row.course_id) + f"?i_stedet={row.id}"
    if due.what is Waits.TELL:
        return to("report_agreement", row.course_id, row.id)
    return agreement_url(row)
