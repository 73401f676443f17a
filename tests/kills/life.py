"""What people do all day in this house.

Jytte writes wishes, Karen proposes, Bo says yes, Anna and Vibeke read; Nina and Mads hand Bent's
course to each other, again and again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from queue import Empty, Queue

from landfast.access.actions import To, grant
from landfast.access.actor import Actor
from landfast.access.roles import CourseRole
from landfast.kernel.clock import today
from landfast.kernel.ids import CourseId
from tests.factories.courses import started_course
from tests.factories.plan import with_team
from tests.factories.shipped import load_shipped
from tests.factories.town import as_, build_town
from tests.kills.people import AGREEMENT, OFFER, Noted, Person, Turn
from tests.web.conftest import enter

JYTTE, BENT = "Jytte Jensen", "Bent Berg"


@dataclass
class Town:
    """Who lives there: an actor and the session they came in with, by first name."""

    jytte: CourseId
    bent: CourseId
    people: dict[str, tuple[Actor, str]]


def build() -> Town:
    """Two courses with their teams, and everybody signed in."""
    town = build_town()
    load_shipped()
    jytte = with_team(town, town.bo, town.anna, town.vibeke, name=JYTTE)
    bent = started_course(town, BENT, by=town.nina)
    with as_(town.nina):
        to = To(CourseRole.PROFESSIONAL, "Han har valgt det", person=town.solveig.person_id)
        grant(town.nina, bent.id, [to])
    who = {
        "jytte": jytte.citizen, "bent": bent.citizen,
        **{n: town.staff[n] for n in ("karen", "bo", "anna", "vibeke", "nina", "mads", "solveig")},
    }  # fmt: skip
    return Town(
        jytte.id, bent.id,
        {name: (one, enter(one).cookies["sessionid"].value) for name, one in who.items()},
    )  # fmt: skip


class Day:
    """Everybody's turns. Their numbers go on after each kill, so that all words are told apart."""

    def __init__(self, town: Town, port: int) -> None:
        self.noted = Noted()
        self.town = town
        self.who = {
            name: Person(name, str(actor.person_id), session, port, self.noted)
            for name, (actor, session) in town.people.items()
        }
        self.jytte = f"/forloeb/{town.jytte}"
        self.bent = f"/forloeb/{town.bent}"
        self._proposed: Queue[str] = Queue()
        self._numbers = {name: _numbers() for name in ("wish", "proposal")}

    def turns(self) -> list[Turn]:
        """One a thread, and nobody in two of them: a look is found by who looked, and when."""
        return [
            self.jytte_wishes, self.karen_proposes, self.bo_says_yes, self.hand_on,
            self.read("anna", f"{self.jytte}/plan/", self.town.jytte, JYTTE),
            self.read("vibeke", f"{self.jytte}/", self.town.jytte, JYTTE),
            self.read("solveig", f"{self.bent}/", self.town.bent, BENT),
        ]  # fmt: skip

    def jytte_wishes(self) -> None:
        words = f"Ønske nummer {next(self._numbers['wish'])}."
        path = f"/mit/{self.town.jytte}/oensker/nyt/"
        if self.who["jytte"].writes(path, {"words": words, "area": "housing"}):
            self.noted.wishes.append(words)

    def karen_proposes(self) -> None:
        words = f"Løfte nummer {next(self._numbers['proposal'])}."
        where = self.who["karen"].writes(
            f"{self.jytte}/aftale/ny/",
            {
                "text": words, "practical_problem": "Hun har intet sted at sove",
                "maker": str(self.town.people["bo"][0].person_id),
                "due_on": f"{today() + timedelta(days=14)}",
                "follow_up_by": str(self.town.people["karen"][0].person_id),
                "follow_up_on": f"{today() + timedelta(days=15)}",
                "kind": "support", "mandate": "clear",
            },
        )  # fmt: skip
        if where:
            self.noted.proposals.append(words)
            self._proposed.put(AGREEMENT.search(where)[1])  # type: ignore[index]

    def bo_says_yes(self) -> None:
        """To what is proposed; a yes that was cut off is not said again."""
        try:
            agreement = self._proposed.get(timeout=0.2)
        except Empty:
            return
        path = f"{self.jytte}/aftale/{agreement}/"
        self.who["bo"].reads(path, {str(self.town.jytte): JYTTE})
        if self.who["bo"].writes(f"{path}ja/", {"version": "1"}):
            self.noted.accepted.append(agreement)

    def hand_on(self) -> None:
        """Whoever holds Bent's course asks the other, who says yes."""
        for giver, taker in (("nina", "mads"), ("mads", "nina")):
            page = self.who[taker].asks("GET", "/mine-borgere/")
            offer = OFFER.search(page.body) if page else None
            if offer is None:
                self._offer(giver, taker)
                continue
            answered = f"/overdragelse/{offer[1]}/"
            if self.who[taker].writes(answered, {"svar": "ja"}):
                self.noted.taken.append(offer[1])

    def _offer(self, giver: str, taker: str) -> None:
        """Asked by whoever holds it; anybody else is refused, and that is as it should be."""
        holder = self.who[giver].asks("GET", f"{self.bent}/overdrag/")
        if holder and holder.status == 200:
            self.who[giver].asks(
                "POST", f"{self.bent}/overdrag/",
                {"person": self.who[taker].person, "reason": "Ferie", "overlap_days": "0"},
            )  # fmt: skip

    def read(self, name: str, path: str, course: CourseId, whose: str) -> Turn:
        """Open one page."""
        return lambda: _ignored(self.who[name].reads(path, {str(course): whose}))


def _ignored(_answer: object) -> None:
    """What was read has been noted."""


def _numbers() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number
