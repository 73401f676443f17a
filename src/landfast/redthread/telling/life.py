"""What happened in her life: stays in hospital, income, absences, signs, contact lost."""

from datetime import date

from landfast.redthread.rules import facts as f
from landfast.redthread.telling.told import Told

KINDS = frozenset(
    {"neighbour_complaint", "relative_concern", "possible_psychosis", "homelessness",
     "eviction_notice", "loss_of_carer", "child_contact_decline", "emergency_contact"}
)  # fmt: skip
NEGLECT = frozenset({"self_neglect", "home_neglect"})
SUICIDE = frozenset({"suicide", "suicidal", "suicidal_thoughts", "suicide_risk"})
USED = frozenset({"new", "rising", "relapse", ""})
RESCUES = frozenset({"police", "ambulance", "emergency_mobile"})
LOSSES = frozenset({"stopped", "reduced", "warned", "threatened", "warning"})
NO_HOME = frozenset({"none", "homeless", "no_home", "street", "lost", "temporary", "hostel"})
BROUGHT = frozenset({"admission", "admission_refused", "signal"})
SICK_WEEKS = 8


def stays(told: Told, kind: str, needs: frozenset[str]) -> list[f.Stay]:
    """An admission or a discharge."""
    if told.type != kind:
        return []
    skips = told.data.get("ignore_time") or told.at is None
    return [
        f.Stay(
            told.source, bool(told.data.get("acute")), told.flag("muni_informed"),
            told.flag("consent_asked"), told.number("los_days"), told.flag("meeting_held"),
            bool(told.data.get("agreement")), needs,
            bool(told.data.get("between_offers")) or _has_no_home(told),
            None if skips or told.at is None else told.at.hour, told.number("n"),
        )
    ]  # fmt: skip


def _has_no_home(told: Told) -> bool:
    return told.text("housing") in NO_HOME


def informed(told: Told) -> list[f.Source]:
    """Coordinator or municipality heard of it."""
    if told.flag("muni_informed"):
        return [told.source]
    heard = {"coordinator"} & told.roles or {
        role for role in told.roles if f.sector_of(role).startswith("muni_")
    }
    return [told.source] if told.type in {"info_shared", "meeting", "consent"} and heard else []


def child_talks(told: Told) -> list[f.Source]:
    """A conversation for the children was offered."""
    return [told.source] if told.flag("child_conversation_offered") else []


def benefits(told: Told) -> list[f.Benefit]:
    """Income stopped, lowered, threatened; or given again."""
    change = told.text("change")
    warned = told.text("benefit_warning_for")
    if not warned and (told.type != "benefit_change" or not change):
        return []
    about = told.text("no_show_date") or warned
    return [
        f.Benefit(
            told.source, bool(warned) or change in LOSSES, told.text("reason") == "no_show",
            date.fromisoformat(about[:10]) if about else told.day,
        )
    ]  # fmt: skip


def absences(told: Told) -> list[f.Absent]:
    """Times she did not come, told by number or one by one."""
    rows = told.data.get("no_shows") or ()
    if rows:
        return [
            f.Absent(
                told.source, row["with"], int(row.get("count") or 1), row.get("window_days"),
                row.get("consecutive") is not False,
            )
            for row in rows
        ]  # fmt: skip
    if told.type != "no_show":
        return []
    whom = told.text("with")
    roles = [whom] if whom else sorted(set(told.involved) - f.OWN)
    return [f.Absent(told.source, role, 1, None, in_a_row=False) for role in roles]


def lost(told: Told) -> list[f.Lost]:
    """Contact that was to be kept so often, or that was lost."""
    found = []
    roles = told.roles - f.OWN
    interval, days = told.number("contact_interval_days"), told.number("days_without_contact")
    if interval:
        found.append(f.Lost(told.source, roles, interval, is_interval=True))
    if told.type == "contact_lost" or days is not None:
        found.append(f.Lost(told.source, roles, days))
    return found


def signs(told: Told) -> list[f.Sign]:
    """What somebody saw, each kind once for an event."""
    kinds = sorted(_named(told) | _by_type(told) | _by_field(told))
    return [f.Sign(told.source, kind, told.roles, _follow_up(told, kind)) for kind in kinds]


def _named(told: Told) -> set[str]:
    """Kinds that the event names, as its kind or among its signals."""
    said = {told.text("kind"), *told.named("signals")}
    found = {kind for kind in said if kind in KINDS or kind == "medication_stop"}
    found |= {"self_neglect"} if said & NEGLECT else set()
    found |= {"suicide"} if said & SUICIDE else set()
    weeks = told.number("weeks")
    if "long_sick_leave" in said and (weeks is None or weeks >= SICK_WEEKS):
        found.add("long_sick_leave")
    return found


def _by_type(told: Told) -> set[str]:
    found = set()
    if told.type == "education_dropout":
        found.add("dropout")
    if told.type == "medication_stop":
        found.add("medication_stop")
    if told.type == "substance_use" and told.text("level") in USED:
        found.add("substance")
    has_plan = told.data.get("plan") or told.flag("turned_home_without_plan") is False
    if told.type == "admission_refused" and not has_plan:
        found.add("turned_away")
    if told.type == "screening" and told.text("result").startswith("positive"):
        found.add("positive_screening")
    return found


def _by_field(told: Told) -> set[str]:
    there = told.involved if told.type in BROUGHT else ()
    rescued = RESCUES & {told.text("brought_by"), *there}
    seen = {
        "self_neglect": told.data.get("home_neglect"),
        "eviction_notice": told.data.get("eviction_warning") or told.data.get("eviction"),
        "homelessness": _has_no_home(told),
        "emergency_contact": told.data.get("police_contact") or rescued,
        "turned_away": told.data.get("turned_home_without_plan"),
        "relative_concern": told.text("reported_by") in f.CLOSEST,
        "loss_of_carer": told.data.get("relative_exhausted"),
    }
    return {kind for kind, there in seen.items() if there}


def _follow_up(told: Told, kind: str) -> bool | None:
    if kind == "dropout":
        return told.flag("followup_within_14d")
    if kind == "positive_screening":
        referred = told.data.get("referral")
        is_referred = bool(referred) and referred not in {"declined", "refused", "none"}
        said = referred is not None or told.data.get("plan") is not None
        return (is_referred or bool(told.data.get("plan"))) if said else None
    return None
