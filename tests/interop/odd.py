"""Answers as calendar programs send them, and answers that nobody must believe; from one seed."""

import base64
import quopri
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

UTC_FORM = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Facts:
    """An invitation that was sent, and what is true of it."""

    uid: str
    address: str
    sequence: int
    starts_at: datetime
    now: datetime

    @property
    def stamp(self) -> datetime:
        return self.now - timedelta(minutes=1)


@dataclass(frozen=True)
class Reply:
    """What a program writes; each odd one changes something."""

    uid: str
    attendee: str
    sequence: str
    stamp: str
    partstat: str = "ACCEPTED"
    method: str = "REPLY"
    told_method: str = "REPLY"
    dtstart: str = ""
    dtend: str = ""
    more: str = ""
    parameters: str = ""
    second: str = ""
    zones: str = ""

    def calendar(self) -> str:
        lines = [
            "BEGIN:VCALENDAR", "PRODID:-//Program//DA", "VERSION:2.0", f"METHOD:{self.method}",
            self.zones, "BEGIN:VEVENT", f"UID:{self.uid}", f"SEQUENCE:{self.sequence}",
            f"DTSTAMP:{self.stamp}", self.dtstart, self.dtend, "SUMMARY:Accepteret: Møde",
            "ORGANIZER:mailto:landfast@localhost",
            f"ATTENDEE;PARTSTAT={self.partstat}{self.parameters}:{self.attendee}"
            * bool(self.attendee),
            self.more, "END:VEVENT", self.second, "END:VCALENDAR", "",
        ]  # fmt: skip
        return "\r\n".join(line for line in lines if line) + "\r\n"


def true_reply(facts: Facts, dice: random.Random) -> Reply:
    """Yes, no or perhaps, as one of the common programs writes it."""
    return Reply(
        facts.uid, dice.choice(["mailto:", "MAILTO:", "Mailto:"]) + facts.address,
        str(facts.sequence), facts.stamp.strftime(UTC_FORM),
        dice.choice(["ACCEPTED", "DECLINED", "TENTATIVE"]),
        dtstart=f"DTSTART:{facts.starts_at.strftime(UTC_FORM)}",
        more=dice.choice(["", "COMMENT:Jeg er på ferie", "COMMENT;LANGUAGE=da:Er\\, ak\\, syg"]),
        parameters=dice.choice(["", ";CN=Grete", ';CN="Hansen, G";RSVP=FALSE', ";X-GUESTS=0"]),
    )  # fmt: skip


def counter(facts: Facts, dice: random.Random) -> Reply:
    """Another time, in a zone that is known."""
    starts = facts.starts_at + timedelta(days=dice.randint(1, 9))
    written = starts.strftime("%Y%m%dT%H%M%S")
    ends = (starts + timedelta(hours=1)).strftime("%Y%m%dT%H%M%S")
    return replace(
        true_reply(facts, dice), method="COUNTER", told_method="COUNTER", partstat="TENTATIVE",
        dtstart=f"DTSTART;TZID=Europe/Copenhagen:{written}",
        dtend=f"DTEND;TZID=Europe/Copenhagen:{ends}",
    )  # fmt: skip


def envelope(reply: Reply, dice: random.Random, sender: str) -> bytes:
    """The mail around it: alone, beside a text, in base64 or quoted."""
    calendar = reply.calendar().encode()
    how = dice.choice(["7bit", "base64", "quoted-printable"])
    body = {
        "7bit": lambda: calendar,
        "base64": lambda: base64.encodebytes(calendar),
        "quoted-printable": lambda: quopri.encodestring(calendar),
    }[how]()
    kind = f"Content-Type: text/calendar; charset=utf-8; method={reply.told_method}"
    part = f"{kind}\r\nContent-Transfer-Encoding: {how}\r\n\r\n".encode() + body
    head = f"From: {sender}\r\nTo: landfast@localhost\r\nSubject: Svar\r\nMIME-Version: 1.0\r\n"
    if dice.random() < 0.4:
        return head.encode() + part
    return (
        head.encode() + b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/plain\r\n\r\nJa tak\r\n--b\r\n" + part + b"\r\n--b--\r\n"
    )


def _wrong_uid(facts: Facts, true: Reply, dice: random.Random) -> Reply:
    uid = dice.choice(
        ["", "x", facts.uid[:-1], facts.uid + "0", facts.uid[::-1], f"{dice.getrandbits(128):032x}",
         "' or 1=1 --", "%", "*", facts.uid.partition("@")[0][:16], "æ" * 4000]
    )  # fmt: skip
    return replace(true, uid=uid)


def _old_sequence(facts: Facts, true: Reply, dice: random.Random) -> Reply:
    wrong = [str(facts.sequence - 1), "0", "-3", "", "to", "1.5", "99", "9" * 40]
    chosen = dice.choice([one for one in wrong if one != str(facts.sequence)])
    return replace(true, sequence=chosen)


def _other_attendee(facts: Facts, true: Reply, dice: random.Random) -> Reply:
    other = dice.choice(["anden@eksempel.dk", facts.address + ".dk", "x" + facts.address, " ", "@"])
    return replace(true, attendee=f"mailto:{other}")


def _many(facts: Facts, true: Reply, dice: random.Random) -> Reply:
    again = replace(true, uid=dice.choice([facts.uid, "anden"])).calendar()
    event = again[again.index("BEGIN:VEVENT") : again.index("END:VCALENDAR")]
    second = f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{facts.address}"
    return dice.choice(
        [replace(true, second=event), replace(true, more=second), replace(true, attendee="")]
    )


def _repeats(_facts: Facts, true: Reply, dice: random.Random) -> Reply:
    return replace(true, more=dice.choice(["RECURRENCE-ID:20260101T100000Z", "RRULE:FREQ=DAILY"]))


def _other_method(facts: Facts, true: Reply, dice: random.Random) -> Reply:
    method = dice.choice(
        ["REQUEST", "CANCEL", "PUBLISH", "ADD", "REFRESH", "DECLINECOUNTER", "HEJ", ""]
    )
    return replace(true, method=method, told_method=dice.choice([method or "REPLY", "REPLY"]))


def _disagrees(_facts: Facts, true: Reply, _dice: random.Random) -> Reply:
    return replace(true, told_method="REQUEST")


def _delegated(_facts: Facts, true: Reply, dice: random.Random) -> Reply:
    if dice.random() < 0.5:
        return replace(true, partstat="DELEGATED")
    return replace(true, parameters=';DELEGATED-TO="mailto:en@eksempel.dk"')


def _odd_word(_facts: Facts, true: Reply, dice: random.Random) -> Reply:
    said = dice.choice(["NEEDS-ACTION", "COMPLETED", "JA", "", "X-MAYBE"])
    return replace(true, method="REPLY", told_method="REPLY", partstat=said)


def _odd_stamp(facts: Facts, true: Reply, dice: random.Random) -> Reply:
    later = (facts.now + timedelta(days=400)).strftime(UTC_FORM)
    return replace(true, stamp=dice.choice(["", "i går", "20261332T250000Z", "20260101", later]))


def _broken_zone(facts: Facts, _true: Reply, dice: random.Random) -> Reply:
    zone = dice.choice(
        ["Nowhere/At_All", "", "W. Fjord Standard Time", "../../etc/passwd", "(GMT+99:00)"]
    )
    written = (facts.starts_at + timedelta(days=2)).strftime("%Y%m%dT%H%M%S")
    named = f";TZID={zone}" if zone else ""
    block = f"BEGIN:VTIMEZONE\r\nTZID:{zone}\r\nEND:VTIMEZONE" if dice.random() < 0.3 else ""
    return replace(
        counter(facts, dice), dtstart=f"DTSTART{named}:{written}", zones=block,
        dtend=f"DTEND{named}:{written}",
    )  # fmt: skip


def _odd_time(facts: Facts, _true: Reply, dice: random.Random) -> Reply:
    past = (facts.now - timedelta(days=3)).strftime(UTC_FORM)
    start, end = dice.choice(
        [
            ("DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:20270102"), ("", ""),
            (f"DTSTART:{past}", "DURATION:PT1H"), ("DTSTART:20270101T100000Z", "DURATION:P9D"),
            ("DTSTART:20270101T100000Z", "DTEND:20270101T090000Z"),
            ("DTSTART:20270101T100000Z", "DTEND:20270101T100000Z"), ("DTSTART:i morgen", ""),
        ]
    )  # fmt: skip
    return replace(counter(facts, dice), dtstart=start, dtend=end)


CHANGED: dict[str, Callable[[Facts, Reply, random.Random], Reply]] = {
    "wrong uid": _wrong_uid, "old sequence": _old_sequence, "other attendee": _other_attendee,
    "many": _many, "repeats": _repeats, "other method": _other_method, "disagrees": _disagrees,
    "delegated": _delegated, "odd word": _odd_word, "odd stamp": _odd_stamp,
    "broken zone": _broken_zone, "odd time": _odd_time,
}  # fmt: skip


def _forwarded(facts: Facts, dice: random.Random) -> bytes:
    inner = envelope(true_reply(facts, dice), dice, facts.address)
    return (
        b"From: en@eksempel.dk\r\nSubject: VS: Svar\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="f"\r\n\r\n--f\r\n'
        b"Content-Type: text/plain\r\n\r\nSe her\r\n--f\r\nContent-Type: message/rfc822\r\n\r\n"
        + inner
        + b"\r\n--f--\r\n"
    )


def _html_only(facts: Facts, dice: random.Random) -> bytes:
    said = true_reply(facts, dice).calendar()
    return f"From: {facts.address}\r\nContent-Type: text/html\r\n\r\n<p>Ja</p><pre>{said}".encode()


def _garbled(facts: Facts, dice: random.Random) -> bytes:
    """Cut in two before its end, so that no calendar in it is whole."""
    whole = true_reply(facts, dice).calendar()
    head = f"From: {facts.address}\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n"
    cut = whole[: dice.randint(0, whole.index("END:VEVENT"))].encode("utf-8")
    noise = bytes(dice.getrandbits(8) for _ in range(dice.randint(0, 40)))
    return head.encode() + cut + noise


WHOLE: dict[str, Callable[[Facts, random.Random], bytes]] = {
    "forwarded": _forwarded, "html only": _html_only, "garbled": _garbled,
}  # fmt: skip


def odd_mails(facts: Facts, seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """`count` mails of which none may change anything, all kinds in turn."""
    dice = random.Random(seed)
    kinds = [*CHANGED, *WHOLE]
    for number in range(count):
        kind = kinds[number % len(kinds)]
        if kind in WHOLE:
            yield kind, WHOLE[kind](facts, dice)
            continue
        true = true_reply(facts, dice) if dice.random() < 0.8 else counter(facts, dice)
        yield kind, envelope(CHANGED[kind](facts, true, dice), dice, facts.address)


def facts_of(uid: str, address: str, sequence: int, starts_at: datetime, now: datetime) -> Facts:
    """The same, from an invitation that was sent."""
    return Facts(uid, address, sequence, starts_at.astimezone(UTC), now.astimezone(UTC))
