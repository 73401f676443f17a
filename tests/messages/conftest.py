"""A real mail server on loopback, and a database in which the jobs work as themselves."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from django.db import connection

from landfast.access.session import acting
from landfast.jobs import outbox
from landfast.kernel import clock, postgres
from landfast.meetings import actions
from landfast.meetings.actions import inviting
from tests.factories.meetings import Met, frame, prepared_meeting
from tests.factories.town import Town, as_
from tests.messages.invited import AUNT, MONDAY, wants_mail
from tests.own import KEPT, put_away, settled, take_up

AsJobs = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def as_jobs(own_database: str) -> AsJobs:
    """Inside it the connection is that of the background jobs."""

    @contextmanager
    def switched() -> Iterator[None]:
        before = dict(connection.settings_dict)
        reconnect(postgres.django_database("jobs"))
        try:
            yield
        finally:
            reconnect(before)

    return switched


def reconnect(parts: dict[str, Any]) -> None:
    """From now on the connection is this login's."""
    put_away(connection)
    connection.settings_dict.update(USER=parts["USER"], PASSWORD=parts["PASSWORD"])
    take_up(connection)


@pytest.fixture
def lived_town(own_database: str) -> Any:
    """The town of tests in a database with real commits."""
    return settled()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@dataclass
class MailServer:
    """A server that keeps what it takes, and refuses whom it is told to refuse."""

    authority: trustme.CA
    mails: list[Message] = field(default_factory=list)
    refuses: set[str] = field(default_factory=set)
    puts_off: set[str] = field(default_factory=set)
    port: int = 0

    async def handle_RCPT(  # noqa: N802 (the library's name)
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        """Take or refuse an address."""
        if address in self.refuses:
            return "550 no such mailbox"
        if address in self.puts_off:
            return "450 try again in a while"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        """Keep the mail."""
        self.mails.append(message_from_bytes(envelope.content))
        return "250 kept"


class Encrypted(Controller):
    """Demands STARTTLS before anything else."""

    context: ssl.SSLContext

    def factory(self) -> SMTP:
        """The protocol, with its certificate."""
        return SMTP(self.handler, tls_context=self.context, require_starttls=True)


@pytest.fixture
def mail_server(
    settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> Iterator[MailServer]:
    """An SMTP server with a certificate that this process trusts."""
    server = MailServer(trustme.CA())
    server.port = free_port()
    controller = Encrypted(server, hostname="127.0.0.1", port=server.port)
    controller.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.authority.issue_cert("localhost").configure_cert(controller.context)
    roots = tmp_path / "roots.pem"
    server.authority.cert_pem.write_to_path(roots)
    monkeypatch.setenv("SSL_CERT_FILE", str(roots))
    controller.start()
    settings.LANDFAST_MAIL_URL = f"smtp://localhost:{server.port}"
    yield server
    controller.stop()


@pytest.fixture
def at_work(as_jobs):
    """The jobs work, and the database believes their clock."""

    @contextmanager
    def working() -> Iterator[None]:
        with as_jobs(), acting(None):
            yield

    return working


@pytest.fixture
def met(lived_town, at_work, mail_server):
    """Jytte has called a meeting on Monday week; Bo wants mail, and so does her sister."""

    def called() -> tuple[Met, list[Message]]:
        with clock.at(MONDAY):
            met = called_on_monday(lived_town)
            with at_work():
                outbox.empty()
        return met, mail_server.mails

    met, mail_server.mails = KEPT.stood("called on Monday", called)
    return met


def called_on_monday(town: Town) -> Met:
    """The meeting, before anybody is written to."""
    met = prepared_meeting(town)
    wants_mail(town.bo, "bo@eksempel.dk")
    with as_(met.lived.citizen):
        actions.set_frame(
            actor=met.lived.citizen, meeting_id=met.id,
            frame=frame(starts_at=MONDAY + timedelta(days=7)),
        )  # fmt: skip
        inviting.set_address(
            actor=met.lived.citizen, meeting_id=met.id, participant_id=met.guests["sister"],
            address=AUNT,
        )  # fmt: skip
        actions.call_meeting(actor=met.lived.citizen, meeting_id=met.id)
    return met
