"""Who dealt with the matter, whom she said yes to, who was told, and who came after whom."""

from collections.abc import Iterable
from dataclasses import replace

from landfast.redthread.rules import facts as f
from landfast.redthread.telling.told import Told

UNMET = frozenset({"no_show", "contact_lost"})
"""Events at which she was not there, whoever is named."""
GIVEN = "given"
NO_LONGER = frozenset({"refused", "withdrawn", "expired"})
TOLD_OF = frozenset({"info_shared", "attach"})


def contacts(told: Told) -> list[f.Contact]:
    """Every event is somebody's dealing with the matter; none is hers when she was not there."""
    meets = "citizen" in told.roles and told.type not in UNMET
    away = told.named("absent")
    return [f.Contact(told.source, told.roles - away, frozenset(told.sectors), meets)]


def words(told: Told) -> list[f.Word]:
    """Her yes and no."""
    return [
        f.Word(
            told.source, row["to"], row["status"] == GIVEN, row["status"] in NO_LONGER,
            row.get("from"),
        )
        for row in told.data.get("consents") or ()
        if row["status"] == GIVEN or row["status"] in NO_LONGER
    ]  # fmt: skip


def shared(told: Told, before: Iterable[f.Contact]) -> list[f.Shared]:
    """Somebody was told or came in; a ground that is written as none is told of too."""
    says_none = "legal_basis" in told.data and not told.data["legal_basis"]
    if told.type not in TOLD_OF and not says_none:
        return []
    to = frozenset({told.text("to")} - {""}) or _receivers(told, before)
    on_ground = bool(told.data.get("legal_basis"))
    return [f.Shared(told.source, to, told.roles, on_ground, says_none)] if to else []


def _receivers(told: Told, before: Iterable[f.Contact]) -> frozenset[str]:
    """Who is named after the one who tells; whoever comes in is somebody not seen before."""
    others = [role for role in told.involved if role not in f.NOT_COUNTED]
    if told.type == "attach":
        known = {role for contact in before for role in contact.roles}
        return frozenset(others) - known
    return frozenset(others[1:])


def changes(told: Told) -> list[f.Change]:
    """A new contact person, unit or home. Somebody who is away for a while is no change."""
    if told.type not in {"contact_change", "housing_change"} or told.data.get("absent_from"):
        return []
    joint, read = told.flag("joint_handover"), told.flag("plan_read")
    is_person = told.type == "contact_change"
    came, left = told.text("to") or None, told.text("from") or None
    if is_person and came is None:
        return []
    return [f.Change(told.source, left, came, True if read else joint, is_person)]


def expected(told: Told, before: dict[str, f.Expected]) -> dict[str, f.Expected]:
    """What each expects of a role; who says something anew has changed their mind."""
    found = {}
    for role, by in (told.data.get("role_expectations") or {}).items():
        said = dict(before[role].by) if role in before else {}
        said |= {who: frozenset(what or ()) for who, what in (by or {}).items()}
        found[role] = f.Expected(told.source, role, said)
    return found


def closest_after(closest: f.Closest, told: Told) -> f.Closest:
    """How it is for the people closest to her; a word said later stands."""
    objected, exhausted = told.flag("relative_objected"), told.flag("relative_exhausted")
    if objected is not None:
        closest = replace(closest, objected=told.source if objected else None)
    if exhausted is not None:
        closest = replace(closest, exhausted=told.source if exhausted else None)
    times = told.number("relative_initiated_contacts")
    return closest if times is None else replace(closest, called=told.source, times=times)
