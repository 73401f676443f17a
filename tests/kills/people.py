"""People in front of it who write and read, and note what was answered.

A write counts as acknowledged when its whole answer has come; a read counts from the first
of its content that has come, whole or not: what somebody has seen has been looked at.
"""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException, IncompleteRead
from urllib.parse import urlencode

TOKEN = "a" * 32
WRITTEN = {302, 303}
AGREEMENT = re.compile(r"/aftale/([0-9a-f-]{36})/")
OFFER = re.compile(r"/overdragelse/([0-9a-f-]{36})/")


@dataclass(frozen=True)
class Read:
    """Somebody has seen something of a citizen: whose, when asked, when it came."""

    person: str
    course: str
    asked: datetime
    came: datetime


@dataclass(frozen=True)
class Answer:
    """What came back; `whole` when all of it did."""

    status: int
    where: str
    body: str
    whole: bool

    @property
    def is_broken_down(self) -> bool:
        """Something died on the way; 400 is Django's word for a session that was not saved."""
        return self.status >= 500 or self.status == 400


@dataclass
class Noted:
    """Everything that was answered, by everybody."""

    wishes: list[str] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    """Offers of a course that somebody has said yes to."""
    reads: list[Read] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """Answers that nobody should get: a refusal of what is allowed."""

    @property
    def writes(self) -> int:
        """How many were acknowledged."""
        return sum(map(len, (self.wishes, self.proposals, self.accepted, self.taken)))


@dataclass
class Person:
    """Somebody who is signed in."""

    name: str
    person: str
    session: str
    port: int
    noted: Noted

    def asks(self, method: str, path: str, fields: dict[str, str] | None = None) -> Answer | None:
        """One request on a connection of its own; None when nobody answered."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        headers = {
            "Cookie": f"sessionid={self.session}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN,
            "Content-Type": "application/x-www-form-urlencoded", "Connection": "close",
        }  # fmt: skip
        try:
            connection.request(method, path, urlencode(fields or {}), headers)
            answer = connection.getresponse()
            where = answer.headers.get("Location") or ""
            try:
                return Answer(answer.status, where, answer.read().decode(), True)
            except IncompleteRead as partly:
                return Answer(answer.status, where, partly.partial.decode("utf-8", "ignore"), False)
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()

    def reads(self, path: str, seen: dict[str, str]) -> Answer | None:
        """Open a page; of whom it says something (`seen`: a name, by course) is noted."""
        asked = datetime.now(UTC)
        answer = self.asks("GET", path)
        if answer and answer.status == 200:
            came = datetime.now(UTC)
            self.noted.reads += [
                Read(self.person, course, asked, came)
                for course, name in seen.items() if name in answer.body
            ]  # fmt: skip
        elif answer and not answer.is_broken_down:
            self.noted.broken.append(f"{self.name} {path}: {answer.status} {answer.where}")
        return answer

    def writes(self, path: str, fields: dict[str, str]) -> str | None:
        """Send a form; where it leads on to when it was taken."""
        answer = self.asks("POST", path, fields)
        if answer is None or not answer.whole or answer.is_broken_down:
            return None
        if answer.status not in WRITTEN or "/log-ind/" in answer.where:
            self.noted.broken.append(f"{self.name} {path}: {answer.status} {answer.where}")
            return None
        return answer.where


Turn = Callable[[], None]


@dataclass
class Crowd:
    """Each does the same again and again, until told to stop."""

    turns: list[Turn]

    def __post_init__(self) -> None:
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._go, args=[turn], daemon=True) for turn in self.turns
        ]

    def begin(self) -> None:
        """All at once."""
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Each ends the turn that it is in."""
        self._stop.set()
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive(), "somebody waits for an answer that never comes"

    def _go(self, turn: Turn) -> None:
        while not self._stop.is_set():
            turn()
            self._stop.wait(0.01)
