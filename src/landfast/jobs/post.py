"""Mail leaves here: over SMTP with an encrypted line that is demanded, or as files to look at.

Content-free by construction: what is sent comes from `paper.notices`, which knows nothing of
any course. Errors become codes, since a server's own words may hold an address.
"""

import smtplib
import ssl
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.filebased import EmailBackend as Files
from django.core.mail.backends.smtp import EmailBackend as Smtp
from django.urls import reverse

from landfast.access.links import signed
from landfast.kernel import postgres
from landfast.login.actions import resets
from landfast.messages.rules import ADDRESS_LINK, Failure, Message, Purpose
from landfast.paper import notices

TIMEOUT = 10
FOR_GOOD_FROM = 500
"""Reply codes of a mail server from here say that trying again is in vain."""


def send(message: Message) -> Failure | None:
    """Send one message; what went wrong, or None when the server has taken it."""
    sender = settings.LANDFAST_MAIL_NEUTRAL_FROM if message.is_neutral else ""
    return send_letter(_letter(message), message.address, sender=sender)


@dataclass(frozen=True)
class CalendarFile:
    """What a calendar program reads beside the text (iMIP, RFC 6047)."""

    method: str
    content: str


def answers_go_to() -> str:
    """The address that calendar programs answer to."""
    return settings.LANDFAST_MAIL_REPLY or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def send_letter(
    letter: notices.Letter, address: str, calendar: CalendarFile | None = None, *, sender: str = ""
) -> Failure | None:
    """Send a text to one address, with a calendar file or without."""
    mail = EmailMultiAlternatives(
        letter.subject, letter.body, sender or settings.DEFAULT_FROM_EMAIL, [address]
    )
    mail.extra_headers = {"Auto-Submitted": "auto-generated"}
    if calendar:
        mail.reply_to = [answers_go_to()]
        mail.attach_alternative(calendar.content, f"text/calendar; method={calendar.method}")
    try:
        with _carrier() as carrier:
            carrier.send_messages([mail])
    except smtplib.SMTPRecipientsRefused as refused:
        return _why(refused)
    except ValueError:  # no mail can bear the address
        return Failure.REFUSED_ADDRESS
    except (ssl.SSLError, smtplib.SMTPNotSupportedError):
        return Failure.NO_SECURE_LINE
    except smtplib.SMTPException:
        return Failure.OTHER
    except OSError:
        return Failure.NO_SERVER
    return None


def _why(refused: smtplib.SMTPRecipientsRefused) -> Failure:
    """»Not now« (4xx: greylisting) is asked again; 5xx is for good (RFC 5321 §4.2.1)."""
    codes = [code for code, _said in refused.recipients.values()]
    return Failure.OTHER if all(code < FOR_GOOD_FROM for code in codes) else Failure.REFUSED_ADDRESS


def _letter(message: Message) -> notices.Letter:
    purpose, person_id = message.purpose, message.person_id
    if purpose is Purpose.CONFIRM:
        token = signed(ADDRESS_LINK, str(person_id), message.address)
        return notices.confirm(link_to(reverse("confirm_address", args=[token])))
    if purpose is Purpose.RESET:
        token = resets.make(person_id)
        return notices.reset(link_to(reverse("new_password", args=[token])))
    if message.is_neutral:
        return notices.neutral(purpose)
    return _OPEN[purpose](link_to("/"))


_OPEN = {
    Purpose.ACCOUNT: notices.account, Purpose.CHANGED: notices.changed,
    Purpose.URGENT: notices.urgent, Purpose.NEWS: notices.news,
}  # fmt: skip


def link_to(path: str) -> str:
    """A page of ours as a mail names it."""
    return settings.LANDFAST_PUBLIC_URL + path


def _carrier() -> BaseEmailBackend:
    """The way out that the operator has set. An open line is never one of them."""
    if not settings.LANDFAST_MAIL_URL:
        return Files(file_path=str(mail_folder()))
    url = urlsplit(settings.LANDFAST_MAIL_URL)
    if url.scheme not in {"smtp", "smtps"} or not url.hostname:
        raise SystemExit("LANDFAST_MAIL_URL skal ligne smtp://navn:kode@server:587.")
    whole = url.scheme == "smtps"
    return Smtp(
        host=url.hostname, port=url.port or (465 if whole else 587),
        username=unquote(url.username or ""), password=unquote(url.password or ""),
        use_tls=not whole, use_ssl=whole, timeout=TIMEOUT,
    )  # fmt: skip


def mail_folder() -> Path:
    """Where mails are laid as files when there is no server: for trying out."""
    folder = postgres.home() / "mail"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
