"""How people log in, for the system's administrator: what each realm is set to, does it work?"""

from landfast.access.actor import Actor
from landfast.access.queries import require_anywhere
from landfast.access.rules import Permission
from landfast.kernel.refusals import NotFound
from landfast.login import realms
from landfast.login.provider_check import Finding, check
from landfast.login.rules import Realm


def require_runs_system(actor: Actor) -> None:
    """The gate of the system's own pages."""
    require_anywhere(actor, Permission.SYSTEM_RUN)


def see_realms(actor: Actor) -> list[Realm]:
    """All realms, as they are set."""
    require_runs_system(actor)
    return list(realms.realms().values())


def see_realm(actor: Actor, name: str) -> Realm:
    """One realm."""
    require_runs_system(actor)
    known = realms.realm(name)
    if known is None:
        raise NotFound
    return known


def try_realm(actor: Actor, name: str) -> list[Finding]:
    """Ask the provider now, without anybody logging in."""
    return check(see_realm(actor, name))
