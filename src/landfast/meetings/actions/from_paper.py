"""What stood on the paper form comes into the draft of the minutes, and who typed it (point 13)."""

from collections.abc import Mapping
from uuid import UUID

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.rules import Permission
from landfast.kernel.clock import now
from landfast.meetings.actions.locking import locked_minutes
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules import minutes as rules


@action
def note_from_paper(*, actor: Actor, minutes_id: UUID, others: Mapping[UUID, str]) -> None:
    """What the others said, theme by theme: on paper it has no turns. Who typed it stands there."""
    row = locked_minutes(actor, minutes_id, Permission.MEETING_LEAD)
    rules.check_edit(MinutesState(row.state))
    said = {str(theme): words.strip() for theme, words in others.items() if words.strip()}
    row.content["themes"] = [
        {**theme, "said": said.get(theme["theme"], theme["said"])}
        for theme in row.content["themes"]
    ]
    row.content["from_paper"] = {"by": actor.name, "on": now().isoformat()}
    row.save(update_fields=["content"])
    record(actor, "minutes.typed_from_paper", row, version=row.version)
