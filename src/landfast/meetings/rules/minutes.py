"""Minutes (referat): made from the log, seen first by the citizen, then sent out (product C6)."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from landfast.kernel.business_days import add_business_days
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.meetings.rules.words import MeetingState, MinutesState, TurnKind
from landfast.people.rules import as_seen

SAID_MAX = 60_000
"""Room for all that she says at one meeting, note by note: what she said is never cut short."""
GIVEN_WITHIN = timedelta(days=14)
CANNOT_READ = da("En af dem kan ikke længere læse med. Se listen igen, og send så.")
PATIENCE = 2
"""Business days the citizen has for looking first, before it may go out without her look."""

CURRENT = frozenset(
    {MinutesState.DRAFT, MinutesState.SHOWN, MinutesState.SEEN, MinutesState.PUBLISHED}
)
STANDS = CURRENT | {MinutesState.RECALLED}
"""What a list says of a meeting's minutes: recalled ones were written, and are not missing."""
EDITABLE = frozenset({MinutesState.DRAFT, MinutesState.SHOWN, MinutesState.SEEN})
OTHERS_KINDS = frozenset({TurnKind.INPUT, TurnKind.REFLECTION})
CITIZEN_KINDS = frozenset({TurnKind.INPUT, TurnKind.CITIZEN_RESPONSE, TurnKind.CORRECTION})


def text_of(citizen_said: str, themes: Iterable[Mapping[str, str]]) -> str:
    """All that can be put right in a draft, as a page shows it and gives it back."""
    parts = [theme.get(part, "") for theme in themes for part in ("said", "solution")]
    return as_seen(citizen_said, *parts)


def is_same_text(before: Iterable[str], after: Iterable[str]) -> bool:
    """Does it say what it said? A browser sends every line break back as two characters."""
    return as_seen(*before).splitlines() == as_seen(*after).splitlines()


@dataclass(frozen=True)
class Line:
    """One turn with the speaker's name; the citizen's has none."""

    theme: UUID
    kind: TurnKind
    text: str
    speaker: str = ""


@dataclass(frozen=True)
class ThemeText:
    """What the minutes say on one theme."""

    theme: UUID
    words: str
    citizen: str
    said: str
    solution: str
    parked: str
    ended: str = ""
    """What became of it (`ThemeEnd`), where the table said so."""


def who_said(speaker: str, kind: TurnKind, leader: str) -> str:
    """A reflection without a name is the leader's; other words without one are the citizen's."""
    return speaker or (leader if kind is TurnKind.REFLECTION else "")


def compose(
    themes: Iterable[tuple[UUID, str]], lines: list[Line], ended: Mapping[UUID, str] | None = None
) -> list[ThemeText]:
    """The log as minutes: per theme what the citizen said, the others in short, the solution.

    `ended` says what became of a theme that the notes do not tell (`ThemeEnd`).
    """
    became = ended or {}
    return [
        _theme_text(
            theme, words, [line for line in lines if line.theme == theme], became.get(theme, "")
        )
        for theme, words in themes
    ]


def her_words(before: str, texts: Iterable[ThemeText]) -> str:
    """What she said, gathered, each under the theme that it was about (C6).

    `before` is what she wrote or said to the meeting; it stands first and under no theme.
    """
    said = [f"{_headed(text.words)}\n{text.citizen}" for text in texts if text.citizen]
    return "\n\n".join(part for part in (before, *said) if part)


def _headed(words: str) -> str:
    return words if words.endswith((".", "?", "!", ":")) else f"{words}:"


def _theme_text(theme: UUID, words: str, lines: list[Line], ended: str) -> ThemeText:
    mine = _hers(lines)
    others = [
        f"{x.speaker}: {x.text}" for x in lines if x.speaker and x.text and x.kind in OTHERS_KINDS
    ]
    solution = [x.text for x in lines if x.kind is TurnKind.SOLUTION]
    parked = [x.text for x in lines if x.kind is TurnKind.PARKED]
    joined = ["\n".join(part) for part in (mine, others, solution, parked)]
    return ThemeText(theme, words, joined[0], joined[1], joined[2], joined[3], ended)


AFTER = "Efter {name}: {text}"
"""An answer stands after whom it was given: a yes alone is a yes to nothing."""


def _hers(lines: Iterable[Line]) -> list[str]:
    """What she said; an answer with the name of who spoke last before it."""
    found, last = [], ""
    for line in lines:
        if line.speaker:
            last = line.speaker if line.kind in OTHERS_KINDS and line.text else last
        elif line.kind in CITIZEN_KINDS:
            is_answer = last and line.kind is not TurnKind.INPUT
            found.append(AFTER.format(name=last, text=line.text) if is_answer else line.text)
    return found


def check_make(state: MeetingState, has_current: bool) -> None:
    """Minutes are made once the meeting was held, in one current version."""
    if state is not MeetingState.HELD:
        raise NotNow("not_held", da("Referatet laves, når mødet er holdt."))
    if not may_make(state, has_current):
        raise NotNow("already_made", da("Der er allerede et referat. Åbn siden igen."))


def may_make(state: MeetingState, has_current: bool) -> bool:
    """The same rule for a button."""
    return state is MeetingState.HELD and not has_current


def check_edit(state: MinutesState) -> None:
    """Written text changes freely until it is out; then only by a correction with a reason."""
    if state not in EDITABLE:
        raise NotNow("already_out", da("Referatet er sendt ud. Ret det med en grund i stedet."))


def check_show(state: MinutesState) -> None:
    """A draft is shown to the citizen before anybody else (domain A, product C6)."""
    if state is not MinutesState.DRAFT:
        raise NotNow("already_shown", da("Borgeren har allerede fået referatet at se."))


def check_see(state: MinutesState) -> None:
    """The citizen sees and corrects what was shown, also again before it is out."""
    if state not in {MinutesState.SHOWN, MinutesState.SEEN}:
        raise NotNow("not_to_see", da("Referatet er ikke klar til dig, eller det er sendt ud."))


def check_see_beside(state: MinutesState, *, wrote_herself: bool) -> None:
    """Who sits beside her writes nothing over what she has written herself meanwhile (C6)."""
    if state is MinutesState.SEEN and wrote_herself:
        raise NotNow(
            "she_wrote_herself",
            da("Borgeren har selv set referatet og skrevet til det. Læs det, før du går videre."),
        )


def said_beside(stands: str, said: str) -> str:
    """Her words after they were read together: what stood stays, and what she said comes below."""
    return "\n".join(filter(None, [stands, said.strip()]))


def may_read(state: MinutesState, *, is_citizen: bool) -> bool:
    """A draft is its writer's until it is shown to her; she then sees it before anybody else."""
    return not (is_citizen and state is MinutesState.DRAFT)


def may_see(state: MinutesState) -> bool:
    """The same rule for a button."""
    return state in {MinutesState.SHOWN, MinutesState.SEEN}


def free_from(shown_on: date) -> date:
    """The first day on which minutes may go out without the citizen's look."""
    return add_business_days(shown_on, PATIENCE)


def check_publish(
    state: MinutesState, shown_on: date | None, today: date, note: str, recipients: int
) -> None:
    """Out when she has seen it; or offered two business days ago, with a note. Never silently."""
    if state is MinutesState.PUBLISHED:
        raise NotNow("already_out", da("Referatet er allerede sendt ud."))
    if state not in {MinutesState.SEEN, MinutesState.SHOWN} or shown_on is None:
        raise NotNow("citizen_first", da("Vis referatet til borgeren, før det sendes ud."))
    if state is MinutesState.SHOWN:
        _check_waited(shown_on, today, note)
    if not recipients:
        raise Wrong("nobody", da("Vælg mindst én, der skal have referatet."), "recipients")


def may_get(person: UUID | None, readers: Collection[UUID | None]) -> bool:
    """Her own people always can; an employee while the course, or this meeting, is open to them."""
    return person is None or person in readers


def check_can_read(*, all_can: bool) -> None:
    """Minutes go out to nobody whom the citizen has closed the course for (C6, principle 4)."""
    if not all_can:
        raise Wrong("cannot_read", CANNOT_READ, "recipients")


def _check_waited(shown_on: date, today: date, note: str) -> None:
    if today < free_from(shown_on):
        raise NotNow(
            "wait_for_her",
            da("Borgeren har to hverdage til at se det. Vent, eller se det sammen."),
        )
    if not note.strip():
        raise Wrong("how_offered", da("Skriv, hvordan borgeren har fået det tilbudt."), "note")


def is_still_given(published_at: datetime, moment: datetime) -> bool:
    """For a fortnight paper is asked for; later it is a matter of asking for a copy (D)."""
    return moment - published_at < GIVEN_WITHIN


def check_gives(state: MinutesState, *, is_to_have: bool) -> None:
    """Minutes are given on paper when they are out, to who is to have them (C6)."""
    if state is not MinutesState.PUBLISHED or not is_to_have:
        raise NotNow("not_to_give", da("Referatet er rettet eller trukket tilbage. Se det igen."))


def check_recall(state: MinutesState, reason: str) -> None:
    """What is out can be recalled, with a reason (lessons 23)."""
    if state is not MinutesState.PUBLISHED:
        raise NotNow("not_out", da("Referatet er ikke sendt ud."))
    _check_reason(reason)


def check_correct(state: MinutesState, reason: str) -> None:
    """What was out is corrected in a new version with a reason; the old is superseded."""
    if state not in {MinutesState.PUBLISHED, MinutesState.RECALLED}:
        raise NotNow("not_out", da("Referatet er ikke sendt ud. Ret det direkte i stedet."))
    _check_reason(reason)


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise Wrong("no_reason", da("Skriv hvorfor."), "reason")
