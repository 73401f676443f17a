"""How an employee comes in the first time, and again when a password is lost."""

import re
from datetime import datetime, timedelta
from string import ascii_lowercase

from landfast.kernel.refusals import NotNow, Wrong, refused_by
from landfast.kernel.text import da


def check_may_start(*, is_ours: bool, has_come_in: bool, has_second_step: bool) -> None:
    """A password alone never makes an administrator somebody else (F5, decisions/0012).

    Somebody who works in another house as well is that house's to let in. Who has come in before
    is given a new start password only while a second step stays that is theirs alone.
    """
    if not is_ours:
        raise NotNow(
            "works_elsewhere",
            da("Medarbejderen er også ansat et andet sted. Derfor kan loginnet ikke gives her."),
        )
    if has_come_in and not has_second_step:
        raise NotNow(
            "no_second_step",
            da(
                "Medarbejderen har været logget ind og har hverken adgangsnøgle eller app. Så "
                "kunne en anden komme ind i stedet. Tryk på, at adgangskoden er mistet."
            ),
        )


def may_start(*, is_ours: bool, has_come_in: bool, has_second_step: bool) -> bool:
    """For the button: does the gate let it through?"""
    return (
        refused_by(
            lambda: check_may_start(
                is_ours=is_ours, has_come_in=has_come_in, has_second_step=has_second_step
            )
        )
        is None
    )


def check_may_invite(*, is_ours: bool, has_come_in: bool) -> None:
    """Only who has never come in is invited to a provider's login; others connect it themselves."""
    check_may_start(is_ours=is_ours, has_come_in=False, has_second_step=False)
    if has_come_in:
        raise NotNow(
            "has_come_in",
            da("Medarbejderen har et login, og forbinder selv det andet under »Min adgang«."),
        )


WAY_BACK_FOR = timedelta(days=3)
"""How long a second person has to let somebody in again."""
START_FOR = timedelta(days=7)
"""How long a start password can be used, as an invitation (D)."""
USERNAME = re.compile(r"[a-z0-9][a-z0-9._@-]{2,149}")


def check_username(username: str) -> None:
    """A login name is one word that can be read over the telephone."""
    if not USERNAME.fullmatch(username):
        raise Wrong(
            "bad_username",
            da("Brug mindst tre små bogstaver eller tal, og ingen mellemrum. Fx signe.holm."),
            "username",
        )


def username_for(name: str) -> str:
    """A login name to suggest: first and last name with a full stop between."""
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    words = ["".join(c for c in word if c in ascii_lowercase) for word in plain.split()]
    known = [word for word in words if word]
    return ".".join(dict.fromkeys([*known[:1], *known[-1:]]))


def start_is_over(start_until: datetime | None, at: datetime) -> bool:
    """A start password that nobody has changed in time opens nothing any more (F5)."""
    return start_until is not None and start_until <= at
