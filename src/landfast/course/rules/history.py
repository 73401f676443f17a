"""Events in plain words. What is not here is mechanism and is not shown as history."""

from landfast.kernel.text import da

PLAIN: dict[str, str] = {
    "course.opened": da("Forløbet blev oprettet"),
    "course.moved.assessment": da("Kom under visitation"),
    "course.moved.waiting": da("Kom på venteliste"),
    "course.moved.declined": da("Blev ikke tilbudt et forløb"),
    "course.moved.start": da("Opstarten begyndte"),
    "course.moved.active": da("Netværksmøderne begyndte"),
    "course.moved.paused": da("Forløbet kom på pause"),
    "course.moved.closing": da("Afslutningen begyndte"),
    "course.moved.closed": da("Forløbet blev afsluttet"),
    "course.moved.reopened": da("Forløbet blev åbnet igen"),
    "course.moved.stopped": da("Borgeren stoppede forløbet"),
    "course.went_on": da("Forløbet gik videre"),
    "coordinator.appointed": da("Fik en koordinator"),
    "coordinator.lost": da("Stod uden koordinator. Daglig leder dækker"),
    "coordinator.held_meanwhile": da("Begyndte igen. Daglig leder dækker imens"),
    "handover.offered": da("En ny koordinator blev spurgt"),
    "handover.promised": da("En ny koordinator sagde ja til en bestemt dag"),
    "handover.called_off": da("Skiftet af koordinator blev ikke til noget"),
    "handover.accepted": da("Fik en ny koordinator"),
    "handover.overlap_ended": da("Den tidligere koordinator kan ikke læse mere"),
    "handover.refused": da("Den nye koordinator sagde nej"),
    "handover.withdrawn": da("Spørgsmålet til en ny koordinator blev trukket tilbage"),
    "second.named": da("Fik en makker"),
    "deputy.named": da("En anden dækker for koordinatoren"),
    "correction.asked": da("Borgeren bad om at få noget rettet"),
    "mistake.joined": da("Ført sammen med borgerens andet forløb"),
    "mistake.left": da("Noget blev flyttet. Det var skrevet på forkert borger"),
    "mistake.came": da("Noget kom hertil. Det stod på en forkert borger"),
    "mistake.undone": da("En rettelse blev lavet om igen"),
    "profile.written": da("Borgerens egne ord blev skrevet"),
    "statutory_role.noted": da("En lovbestemt rolle blev skrevet ned"),
    "statutory_role.ended": da("En lovbestemt rolle hørte op"),
}


def plain_kind(kind: str) -> str:
    """An event as a sentence without its actor (the history page, product A5)."""
    return PLAIN.get(kind, kind)
