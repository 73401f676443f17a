"""When a login is good enough, and how long it lasts."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from landfast.kernel.refusals import NotAllowed, NotNow
from landfast.kernel.text import da
from landfast.people.rules import PersonKind


class Way(StrEnum):
    """How somebody came in (login)."""

    PASSWORD = "password"  # noqa: S105 (a way, not a secret)
    TWO_STEPS = "two steps"
    PASSKEY = "passkey"
    PROVIDER = "provider"
    DEMO = "demo"


ALGORITHMS = frozenset({"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384"})
"""Signatures a provider may use; none that a shared secret or nothing at all can make."""


@dataclass(frozen=True)
class Realm:
    """One provider for one kind of people, as the organisation has set it (standards §login)."""

    name: str
    kind: PersonKind
    label: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    scopes: tuple[str, ...] = ("openid",)
    algorithms: tuple[str, ...] = ("RS256", "PS256", "ES256")
    extra: Mapping[str, str] = field(default_factory=dict)
    step_up_extra: Mapping[str, str] = field(default_factory=dict)
    level_claim: str = "acr"
    levels: tuple[str, ...] = ()
    step_up_levels: tuple[str, ...] = ()
    identity_claim: str = ""
    identities: tuple[str, ...] = ()
    privilege_claim: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    userinfo: bool = False
    secret_in_body: bool = False
    private_key: str = field(default="", repr=False)
    """A key of our own, as PEM: then no secret is shared (`private_key_jwt`)."""
    private_key_algorithm: str = ""
    assertion_audience: str = ""
    """To whom our proof is addressed; empty: the provider's token endpoint."""
    logout_typed: bool = True
    """A logout message must say that it is one (`typ: logout+jwt`); some brokers' do not."""
    origins: tuple[str, ...] = ()


def check_level(realm: Realm, claims: Mapping[str, Any], *, step_up: bool = False) -> str:
    """A login below the level that is asked for opens nothing (NSIS Betydelig; F5)."""
    level = str(claims.get(realm.level_claim) or "")
    wanted = realm.step_up_levels if step_up and realm.step_up_levels else realm.levels
    if wanted and level not in wanted:
        raise NotAllowed(
            "level_too_low",
            da(
                "Dit login er ikke sikkert nok til det her. Prøv igen, og vælg en sikrere måde, "
                "for eksempel MitID-appen."
            ),
        )
    return level


def proves(realm: Realm, level: str) -> bool:
    """Is a login of this level enough for an act that asks again? Only where no more is set."""
    return not realm.step_up_levels or level in realm.step_up_levels


def check_identity(realm: Realm, claims: Mapping[str, Any]) -> None:
    """A private identity is no employee's, and the other way round (standards, login)."""
    if realm.identities and str(claims.get(realm.identity_claim) or "") not in realm.identities:
        raise NotAllowed(
            "wrong_identity",
            da(
                "Det login passer ikke her. Gå tilbage, og vælg det andet: "
                "privat for borgere, arbejde for medarbejdere."
            ),
        )


def privileges(claim: Any) -> set[str]:
    """What a provider says somebody may: names, or the brokers' JSON with a list `p`."""
    found: set[str] = set()
    for one in claim if isinstance(claim, list) else [claim]:
        told = _unfolded(one)
        named = told.get("p") if isinstance(told, dict) else [told]
        found |= {name for name in named if isinstance(name, str)} if named else set()
    return found


def _unfolded(one: Any) -> Any:
    if not isinstance(one, str) or not one.startswith("{"):
        return one
    try:
        return json.loads(one)
    except ValueError:
        return None


def check_roles(
    realm: Realm, claims: Mapping[str, Any], employed_as: Iterable[str]
) -> frozenset[str]:
    """Roles the provider gives that Landfast knows; none, or one too few, opens nothing (F5).

    Unknown privileges are ignored. Reach in the database follows the employment, so a post that
    the provider should give and does not is never left open: an administrator ends it first.
    """
    if not realm.roles:
        return frozenset()
    told = privileges(claims.get(realm.privilege_claim))
    given = {role for name, role in realm.roles.items() if name in told}
    ruled = set(employed_as) & set(realm.roles.values())
    if not given or not given & ruled or ruled - given:
        raise NotAllowed(
            "no_role",
            da(
                "Du er logget ind hos din arbejdsplads, men har ikke fået adgang til Landfast "
                "der. Bed din administrator om det."
            ),
        )
    return frozenset(given & ruled)


def may_add_steps(*, has_account: bool) -> bool:
    """For the button: a passkey and an app stand beside a password; a provider has its own (F5)."""
    return has_account


def check_may_add_steps(*, has_account: bool) -> None:
    """Without an account here they would open nothing, and be said to be ready."""
    if not may_add_steps(has_account=has_account):
        raise NotNow(
            "no_account", da("Du logger ind et andet sted fra. Der vælger du, hvordan du gør det.")
        )


def check_another_way_in(*, logins: int, has_account: bool) -> None:
    """Nobody takes away the only way they come in by: it could not be put back from here."""
    if logins <= 1 and not has_account:
        raise NotNow("only_way_in", da("Det er din eneste vej ind. Forbind et andet login først."))


@dataclass(frozen=True)
class Limits:
    """How long a session lasts: without use, and at all."""

    idle: timedelta
    absolute: timedelta


def is_over(started: datetime, seen: datetime, at: datetime, limits: Limits) -> bool:
    """A session ends by itself when nobody uses it, and in any case after a working day (D)."""
    return at - seen >= limits.idle or at - started >= limits.absolute


def needs_second_step(way: Way, kind: PersonKind, *, enforced: bool) -> bool:
    """Staff come in by a password alone only to choose their second step (F5)."""
    return enforced and way is Way.PASSWORD and kind is PersonKind.STAFF


def needs_new_password(way: Way, start_until: datetime | None) -> bool:
    """Who came in by a start password chooses their own before anything else (F5)."""
    return start_until is not None and way in {Way.PASSWORD, Way.TWO_STEPS}


STEP = 30
"""Seconds that a one-time code stands (RFC 6238)."""
CODES = 10
"""Recovery codes given at a time (D)."""
INVITED_FOR = timedelta(days=7)
RESET_LASTS = timedelta(minutes=30)
"""How long the link of a forgotten password is good, and once (D)."""
RESETS_A_DAY = 3
"""So many mails for one person: nobody fills another's mailbox, nor ends link after link (D)."""


def accepted_step(now: int, last: int, fits: Mapping[int, bool]) -> int | None:
    """The step of a code that fits: one before to one after now, never one used or older.

    RFC 6238 §5.2: a verifier must not accept the same code twice.
    """
    steps = (s for s in (now, now - 1, now + 1) if s > last and fits.get(s))
    return next(steps, None)


def device_of(agent: str) -> str:
    """A browser and a machine in words one knows; nothing that tells one machine from the next."""
    browsers = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
    machines = (
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
        ("Mac OS", "Mac"), ("Linux", "Linux"),
    )  # fmt: skip
    found = [next((word for sign, word in names if sign in agent), "") for names in
             (browsers, machines)]  # fmt: skip
    return " · ".join(word for word in found if word)
