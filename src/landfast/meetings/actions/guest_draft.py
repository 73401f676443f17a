"""A guest who takes the minutes makes the draft of a meeting that nobody ended (A12)."""

import json
from dataclasses import asdict
from uuid import UUID

from django.db import connection

from landfast.access.action import action
from landfast.access.actions import record
from landfast.access.actor import Actor
from landfast.access.queries import require
from landfast.access.rules import Permission
from landfast.kernel.refusals import NotNow
from landfast.kernel.text import da
from landfast.meetings.queries.taking import log_for_guest
from landfast.meetings.rules import minutes as rules


@action
def make_draft_as_guest(*, actor: Actor, course_id: UUID, meeting_id: UUID) -> UUID:
    """The draft out of the log, as who leads would have made it; she puts it right and shows it.

    Of agreements since last it says what was told aloud in her hearing; no more of the plan.
    """
    require(actor, Permission.MEETING_VISIT, course=course_id)
    log = log_for_guest(meeting_id)
    if log is None:
        raise _made_already()
    texts = rules.compose(log.themes, log.lines, log.ended)
    content = {
        "themes": [{**asdict(text), "theme": str(text.theme)} for text in texts],
        "agreements": [], "own_steps": [], "since_last": log.since_last,
        "closing": log.closing,
    }  # fmt: skip
    said = rules.her_words(log.own_word, texts)
    with connection.cursor() as cursor:
        cursor.execute(
            "select meetings_guest_makes_draft(%s, %s, %s)",
            [meeting_id, said, json.dumps(content)],
        )
        (made,) = cursor.fetchone()
    if made is None:  # somebody made it meanwhile
        raise _made_already()
    record(actor, "minutes.made", course=course_id, minutes=made)
    found: UUID = made
    return found


def _made_already() -> NotNow:
    return NotNow("already_made", da("Der er allerede et referat. Åbn siden igen."))
