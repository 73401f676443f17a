"""A promise of somebody outside: asked by a signed link, answered without a login (lessons 18).

A GP, a landlord, an aunt. Who holds the link is believed, for one promise and until a day; nobody
of the house answers for them.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from landfast.course.rules.her_word import check_her_word
from landfast.kernel.addresses import can_be_an_address
from landfast.kernel.refusals import NotNow, Wrong
from landfast.kernel.text import da
from landfast.plan.rules import answering
from landfast.plan.rules.answering import Report
from landfast.plan.rules.promise import NOTE_MAX, TEXT_MAX
from landfast.plan.rules.words import Act, AgreementState

LINK = "promise"
LINK_LASTS = timedelta(days=14)
"""How long an unanswered question stands open (D)."""
AFTER_DUE = timedelta(days=14)
"""How long after the date the one outside can still tell how it went (D)."""
LONGEST = timedelta(days=366 * 3 + 30)
"""No signature is believed longer than a promise can be made for."""
ASK_FIRST = da("Spørg borgeren først. Sæt kryds, når borgeren har sagt ja til at spørge.")
NAME_MAX = 120
RELATION_MAX = 40


class Reply(StrEnum):
    """What somebody outside can say to a promise."""

    YES = "yes"
    NO = "no"
    OTHER = "other"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


ACT_OF_REPLY: dict[Reply, Act] = {
    Reply.YES: Act.ACCEPT,
    Reply.NO: Act.DECLINE,
    Reply.OTHER: Act.OFFER,
    Reply.DONE: Act.KEEP,
    Reply.PARTLY: Act.KEEP_PARTLY,
    Reply.NOT_DONE: Act.BREAK,
}
REPORT_OF_REPLY: dict[Reply, Report] = {
    Reply.DONE: Report.KEPT, Reply.PARTLY: Report.PARTLY, Reply.NOT_DONE: Report.NOT_KEPT,
}  # fmt: skip


@dataclass(frozen=True)
class Whom:
    """Somebody outside: what the team calls them, what they are to the citizen, an address."""

    name: str
    relation: str = ""
    address: str = ""


def link_ends(now: datetime, due: datetime | None) -> datetime:
    """A link is open for two weeks; one that was said yes to, until two weeks after the date."""
    return max(now + LINK_LASTS, due + AFTER_DUE) if due else now + LINK_LASTS


def names_citizen(words: str, *names: str) -> bool:
    """Does a text say what the citizen is named or called, or a part of it, to an outsider?"""
    said = {word.casefold().removesuffix("s") for word in re.findall(r"\w+", words)}
    return bool(said & {part.casefold().removesuffix("s") for part in " ".join(names).split()})


def may_ask_outside(state: AgreementState, *, has_maker: bool) -> bool:
    """For buttons; the gate is `check_may_ask_outside`."""
    return state is AgreementState.PROPOSED and not has_maker


def check_may_ask_outside(state: AgreementState, *, has_maker: bool) -> None:
    """Only a proposal that nobody else is asked about goes outside."""
    if not may_ask_outside(state, has_maker=has_maker):
        raise NotNow(
            "already_asked",
            da("Der er allerede spurgt nogen om aftalen. Lav et nyt forslag til en uden for."),
        )


def check_whom(whom: Whom) -> None:
    """Somebody has a name; an address, if there is one, can be one."""
    if not whom.name.strip() or len(whom.name) > NAME_MAX:
        raise Wrong("no_name", da("Skriv, hvem du spørger. Et navn er nok."), "name")
    if len(whom.relation) > RELATION_MAX:
        raise Wrong("too_long", da("Skriv det kortere, for eksempel: egen læge."), "relation")
    if whom.address and not can_be_an_address(whom.address):
        raise Wrong("no_address", da("Skriv en mailadresse, fx navn@eksempel.dk."), "address")


def check_shown_with_a_yes(*, is_citizen: bool, citizen_said_so: bool) -> None:
    """What is promised leaves the team only on the citizen's own word (product, principle 4)."""
    check_her_word(is_citizen=is_citizen, citizen_said_so=citizen_said_so, words=ASK_FIRST)


def check_link_opens(*, opens: bool) -> None:
    """A link that was closed, renewed or is too old opens nothing."""
    if not opens:
        raise NotNow(
            "link_is_closed",
            da("Linket virker ikke længere. Ring til den, der sendte det, og få et nyt."),
        )


def check_not_offered(offered: bool) -> None:
    """Who has proposed other words waits for the answer to them."""
    if offered:
        raise NotNow("your_words_wait", da("Du har foreslået noget andet. Vi vender tilbage."))


def check_note(reply: Reply, note: str) -> None:
    """A no and what was not done have their reason; a line with a yes is free."""
    if reply is Reply.NO and not note.strip():
        raise Wrong("missing", da("Skriv kort hvorfor, så vi kan finde en anden vej."), "note")
    if report := REPORT_OF_REPLY.get(reply):
        try:
            answering.check_because(report, note)
        except Wrong as refusal:
            raise Wrong(refusal.code, refusal.words, "note") from refusal
    if len(note) > NOTE_MAX:
        raise Wrong("too_long", da("Teksten er for lang. Gør den kortere, og send igen."), "note")


def check_other_words(text: str) -> None:
    """Another wording says something, and fits."""
    if not text.strip() or len(text) > TEXT_MAX:
        raise Wrong("missing", da("Skriv, hvad du kan love, med højst 500 tegn."), "text")
