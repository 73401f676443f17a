"""Who is employed, by whom, and who says the second yes."""

from collections.abc import Iterable
from datetime import date, timedelta

from landfast.kernel.refusals import NotNow, Wrong, refused_by
from landfast.kernel.text import da
from landfast.people.rules.professions import employed_as

FARTHEST_AHEAD = timedelta(days=366)
FARTHEST_BACK = timedelta(days=60 * 366)
"""Nobody has been employed for longer; a day before is a slip of the pen (D)."""


def check_employment(role: str, starts_on: date, ends_on: date | None, today: date) -> None:
    """Somebody is employed in a known role for a period that has not ended already."""
    if role not in employed_as():
        raise Wrong("unknown_role", da("Vælg en rolle på listen."), "role")
    if starts_on > today + FARTHEST_AHEAD:
        raise Wrong("starts_too_late", da("Vælg en dag inden for et år."), "starts_on")
    if starts_on < today - FARTHEST_BACK:
        raise Wrong(
            "starts_too_early", da("Dagen er for længe siden. Se årstallet efter."), "starts_on"
        )
    if ends_on is not None and ends_on < max(starts_on, today):
        raise Wrong("ends_too_early", da("Ansættelsen slutter, før den begynder."), "ends_on")


def check_employs_another(admin: object, person: object) -> None:
    """Nobody gives themselves a role: with some of them one can see who has a course (F2)."""
    if admin == person:
        raise NotNow(
            "own_employment", da("Du kan ikke ændre din egen ansættelse. Bed en kollega om det.")
        )


def check_employed_once(name: str, phone: str, there: Iterable[tuple[str, str]]) -> None:
    """The same form sent from two windows employs one. A namesake has a number of their own.

    `there`: name and direct number of those in the same unit and role.
    """
    for known, number in there:
        same = _bare(known) == _bare(name)
        if same and (_bare(number) == _bare(phone) or not (number and phone)):
            raise Wrong(
                "employed_already",
                da(
                    "{name} er allerede ansat her i den rolle. Er det en anden med samme navn, "
                    "så skriv det direkte nummer."
                ),
                "name",
                name=known,
            )


def _bare(words: str) -> str:
    """As one compares by eye: without gaps, small letters."""
    return "".join(words.casefold().split())


def check_may_agree(second: object, asked_by: object, person: object) -> None:
    """Four eyes: who asked for an employment, and whose it is, never say the yes (decisions/0025).

    Alone an administrator could employ somebody who does not exist, and come in as them.
    """
    if second == asked_by:
        raise NotNow(
            "own_asking", da("Du har selv bedt om ansættelsen. Derfor skal en anden sige ja.")
        )
    check_employs_another(second, person)


def may_agree(second: object, asked_by: object, person: object) -> bool:
    """For the button: does the gate let it through?"""
    return refused_by(lambda: check_may_agree(second, asked_by, person)) is None


def check_keeps_another(admin: object, person: object) -> None:
    """Nobody opens or resets their own login from the staff's page: a colleague does it (F5)."""
    if admin == person:
        raise NotNow(
            "own_login", da("Dit eget login retter du under »Min adgang«. Eller bed en kollega.")
        )


def check_still_employed(ends_on: date | None, today: date) -> None:
    """Who has stopped gets no login from here."""
    if ends_on is not None and ends_on < today:
        raise NotNow("not_employed", da("Medarbejderen er stoppet. Ansæt først igen."))


def last_day_of(wanted: date | None, starts_on: date, today: date, *, at_once: bool) -> date:
    """The day that is wanted, or for no access from this second on yesterday (product F2).

    An employment ends with a whole day: with today it would reach until midnight.
    """
    if at_once and starts_on >= today:
        raise Wrong(
            "begins_today", da("Ansættelsen er først begyndt i dag. Luk loginnet i stedet."),
            "at_once",
        )  # fmt: skip
    if at_once:
        return today - timedelta(days=1)
    if wanted is None:
        raise Wrong("no_last_day", da("Vælg den sidste dag, eller luk adgangen nu."), "last_day")
    if wanted < max(today, starts_on):
        raise Wrong("ends_too_early", da("Vælg en dag, der ikke er gået."), "last_day")
    return wanted


def check_can_end(*, holds_courses: bool) -> None:
    """A coordinator with courses hands them over before the last day (principle 2)."""
    if holds_courses:
        raise NotNow(
            "holds_courses",
            da("Personen er koordinator i forløb. Bed daglig leder overdrage dem først."),
            "last_day",
        )


REASON_MAX = 300


def check_can_ask_way_back(*, is_ours: bool, has_come_in: bool, reason: str) -> None:
    """Who has lost the password or the telephone is let in by two people, with a reason (F5)."""
    if not reason.strip():
        raise Wrong("no_reason", da("Skriv, hvad der er sket, og hvordan du ved det."), "reason")
    if len(reason) > REASON_MAX:
        raise Wrong("reason_too_long", da("Skriv det kortere: højst 300 tegn."), "reason")
    if not is_ours:
        raise NotNow(
            "works_elsewhere",
            da("Medarbejderen er også ansat et andet sted. Derfor kan loginnet ikke gives her."),
        )
    if not has_come_in:
        raise NotNow(
            "not_come_in_yet", da("Medarbejderen har ikke været inde. Giv en ny startadgangskode.")
        )


def check_may_give_way_back(second: object, asked_by: object, person: object) -> None:
    """Four eyes: nobody lets a person in whom they asked for, nor themselves (decisions/0025)."""
    if second in {asked_by, person}:
        raise NotNow("own_asking", da("En anden skal sige ja. Du har selv bedt om det."))


def may_give_way_back(second: object, asked_by: object, person: object) -> bool:
    """For the button: does the gate let it through?"""
    return refused_by(lambda: check_may_give_way_back(second, asked_by, person)) is None
