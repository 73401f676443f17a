"""The words of a mail: that there is news, never what or about whom (standards §5)."""

from dataclasses import dataclass
from datetime import datetime

from landfast.kernel import danish
from landfast.kernel.clock import DENMARK
from landfast.paper import short


@dataclass(frozen=True)
class Letter:
    """A mail as it is read: one subject, one short text."""

    subject: str
    body: str


def news(link: str) -> Letter:
    """There is news. Danish first; English for who reads that better."""
    return Letter(
        "Der er nyt til dig i Landfast",
        f"""Hej

Der er nyt til dig i Landfast.
Log ind, så kan du læse det: {link}

Du får højst én mail om dagen. Du kan ændre det under »Besked til dig«.
Du kan ikke svare på denne mail.

There is something new for you in Landfast. Sign in to read it.
""",
    )


def urgent(link: str) -> Letter:
    """Something is urgent today, and the SMS that should have said so did not arrive."""
    return Letter(
        "Der er noget i Landfast, du skal se i dag",
        f"""Hej

Der er noget i Landfast, du skal se i dag.
Log ind, så kan du læse det: {link}

Vi prøvede først med en sms. Du kan ikke svare på denne mail.

There is something in Landfast that you should see today. Sign in to read it.
""",
    )


LOG_IN = "Log ind i Landfast"


def by_post(purpose: str, link: str) -> Letter:
    """To her Digital Post: a few lines, with a link beside them. A neutral one has neither."""
    if not link:
        return neutral(purpose)
    says = short.on_screen(purpose)
    return Letter(
        news(link).subject if purpose == short.NEWS else says.rstrip("."),
        f"""Hej

{says}
Log ind i Landfast, så kan du læse mere: {link}

Du hører højst fra os én gang om dagen. Du kan ændre det under »Besked til dig«.
Du kan ikke svare på denne besked.
""",
    )


def neutral(purpose: str) -> Letter:
    """For who has asked that nobody can see where it is from: no name of ours, and no link."""
    return Letter(
        short.NEUTRAL_SUBJECT,
        f"""Hej

{short.text(purpose, "", is_neutral=True)}
Log ind, hvor du plejer, så kan du læse mere.
Du kan ikke svare på denne mail.
""",
    )


def for_record(link: str) -> Letter:
    """To the mailbox of a unit's record: there is something new, and each reads their own part."""
    return Letter(
        "Der er nyt til jeres journal",
        f"""Hej

Der er nyt fra Landfast til jeres journal.
Den, det vedrører, logger ind og læser det under »Til min journal«: {link}

I får højst én mail om dagen. Jeres administrator kan ændre adressen.
I kan ikke svare på denne mail.

There is something new from Landfast for your record. Sign in to read it.
""",
    )


def account(link: str) -> Letter:
    """Somebody was let into the account again: was it you?"""
    return Letter(
        "Dit login til Landfast er åbnet igen",
        f"""Hej

To på din arbejdsplads har givet dig en ny startadgangskode til Landfast.
Log ind og vælg din egen: {link}

Har du ikke bedt om det? Så ring til din leder med det samme.
Du kan ikke svare på denne mail.

Two people at work gave you a new start password. If you did not ask for it, call your manager.
""",
    )


def reset(link: str) -> Letter:
    """A new password, for who has forgotten the old one."""
    return Letter(
        "Vælg en ny adgangskode til Landfast",
        f"""Hej

Nogen har bedt om en ny adgangskode til dit login i Landfast. Er det dig?
Så vælg den her: {link}

Linket virker i en halv time og kun én gang.
Er det ikke dig, skal du ikke gøre noget. Din adgangskode er, som den var.
Du kan ikke svare på denne mail.

Somebody asked for a new password for your login. If it was you, open the link within half an hour.
""",
    )


def changed(link: str) -> Letter:
    """The password was chosen anew by a link: was it you?"""
    return Letter(
        "Din adgangskode til Landfast er skiftet",
        f"""Hej

Din adgangskode til Landfast er lige blevet skiftet. Du er logget ud alle steder.
Log ind med den nye: {link}

Er det ikke dig, der har gjort det? Så ring til din kontakt eller din leder med det samme.
Du kan ikke svare på denne mail.

Your password was just changed. If it was not you, call your contact or your manager at once.
""",
    )


def outside(link: str) -> Letter:
    """Somebody outside is asked for something: by whom and what, the link shows."""
    return Letter(
        "Du er spurgt om noget",
        f"""Hej

Nogen, der kender dig, spørger, om du vil gøre noget bestemt.
Læs det, og svar, uden at logge ind: {link}

Linket er kun til dig. Send det ikke videre. Det lukker af sig selv.
Du kan ikke svare på denne mail.

Somebody asks whether you will do something. Open the link to read and answer.
""",
    )


def confirm(link: str) -> Letter:
    """Is this your address?"""
    return Letter(
        "Er det din mailadresse?",
        f"""Hej

Nogen har skrevet din mailadresse i Landfast. Er det dig?
Så sig ja her: {link}

Linket gælder i tre dage. Er det ikke dig, skal du ikke gøre noget.

Somebody wrote your address in Landfast. If it was you, open the link.
""",
    )


_OPENINGS = {
    "ask": ("Du er inviteret til et møde", "Du er inviteret til et møde:"),
    "change": ("Mødet er ændret", "Et møde, du er inviteret til, er ændret. Nu er det:"),
    "cancel": ("Mødet er aflyst", "Et møde, du var inviteret til, er aflyst:"),
    "off": ("Du skal ikke med til et møde", "Du er ikke længere inviteret til et møde:"),
    "keep": ("Mødet bliver, hvor det var", "Mødet kunne ikke flyttes. Det er stadig:"),
    "remind": ("Husk et møde", "Du er inviteret til et møde:"),
    "pulse": ("Hvordan var mødet?", "Du var med til et møde:"),
}
_ANSWERS = """Se stedet, og svar her. Du behøver ikke at logge ind: {link}
Linket er dit. Send det ikke videre.
Du kan også svare i din kalender. Skriv ikke tilbage på mailen: ingen læser det.

You are invited to a meeting. Open the link to see where, and to answer.
"""
_HOW = """Hvordan var det for dig? Tre spørgsmål med ansigter: {link}
Du behøver ikke svare, og du skal ikke logge ind. Ingen ser, hvad netop du svarede.
Linket er dit. Send det ikke videre.

You were at a meeting. Open the link to say how it was. You need not answer.
"""
_CANCELLED = "The meeting is cancelled.\n"
_OFF = """Du skal ikke gøre noget.

You are no longer invited to a meeting. You need not do anything.
"""
_CLOSINGS = {"cancel": _CANCELLED, "off": _OFF, "pulse": _HOW}


def invitation(which: str, starts_at: datetime, minutes_long: int, link: str) -> Letter:
    """An invitation, its change or its end, and what is asked after it: when, and nothing of whom
    or what it is about.
    """
    subject, opening = _OPENINGS[which]
    here = starts_at.astimezone(DENMARK)
    when = f"{danish.day(here)} {danish.clock(here)}"
    closing = _CLOSINGS.get(which, _ANSWERS).format(link=link)
    return Letter(subject, f"Hej\n\n{opening}\n{when}, {minutes_long} minutter.\n\n{closing}")
