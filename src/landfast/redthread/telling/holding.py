"""Who coordinates, as it is told: appointed, gone, covered, claimed, wanted or not."""

from dataclasses import replace

from landfast.people.rules import decides_authority_matters
from landfast.redthread.rules.facts import Held
from landfast.redthread.telling.told import Told

ROLE = "coordinator"
NO = frozenset({"refused", "withdrawn"})


def after(held: Held, told: Told) -> Held:
    """How the coordination stands after an event."""
    held = _claimed(_wanted(held, told), told)
    if _is_leaving(told):
        return replace(held, gone=told.source, since=held.since or told.source)
    if _is_coming(told):
        return _appointed(held, told)
    return _authority(held, told)


def _is_about(told: Told) -> bool:
    return ROLE in {told.text("role"), told.text("from"), told.text("absent_from")}


def _is_leaving(told: Told) -> bool:
    """Somebody left or is away, and nobody is named instead."""
    if told.data.get("deputy") or told.data.get("to"):
        return False
    return _is_about(told) and (told.type == "contact_change" or bool(told.data.get("absent_from")))


def _is_coming(told: Told) -> bool:
    comes = told.type in {"contact_change", "attach"} and (
        _is_about(told) or ROLE in {told.text("to"), *told.involved}
    )
    return comes or ROLE in told.roles or (told.text("deputy") != "" and _is_about(told))


def _appointed(held: Held, told: Told) -> Held:
    """There is one; somebody new answers what several believed before."""
    is_new = not held.is_held or told.type in {"contact_change", "attach"}
    claims = told.data.get("coordinator_claims")
    now = replace(held, since=told.source if is_new else held.since, gone=None, declined=None)
    if is_new and told.text("role") == ROLE and told.text("to"):
        now = replace(now, who=told.text("to"))
    if is_new and claims is None:
        now = replace(now, claims=(), claimed=None)
    if is_new and told.type == "contact_change":
        now = replace(now, authority=None)
    return _authority(now, told)


def _claimed(held: Held, told: Told) -> Held:
    claims = told.data.get("coordinator_claims")
    if claims is None:
        return held
    return replace(held, claims=tuple(claims), claimed=told.source if claims else None)


def _authority(held: Held, told: Told) -> Held:
    said = told.flag("coordinator_authority")
    said = told.flag("authority") if said is None else said
    if said is None and told.text("role") == ROLE and told.text("to") not in {"", ROLE}:
        said = decides_authority_matters(told.text("to"))
    return held if said is None else replace(held, authority=told.source if said else None)


def _wanted(held: Held, told: Told) -> Held:
    for row in told.data.get("consents") or ():
        if row["to"] == ROLE:
            held = replace(held, declined=told.source if row["status"] in NO else None)
    return held
