"""The minutes on paper (referat, product C6)."""

from datetime import date

from landfast.journeys.publish_minutes import MinutesPage
from landfast.kernel import danish
from landfast.meetings.queries import MinutesRow
from landfast.meetings.rules import Attends, MinutesState
from landfast.paper.typeset import typeset
from landfast.paper.words import moment, promise


def render(page: MinutesPage, row: MinutesRow, today: date) -> bytes:
    """The version that the page shows, as a tagged PDF."""
    meeting, called = page.meeting, page.whose.called
    draft = "" if row.state is MinutesState.PUBLISHED else " (ikke sendt ud)"
    return typeset(
        "minutes.typ",
        {
            "title": f"Referat af møde {moment(meeting.starts_at)}",
            "footer": f"Referat, udskrevet {danish.short_day(today)}",
            "citizen": page.whose.name,
            "called": called,
            "when": moment(meeting.starts_at),
            "place": meeting.place,
            "present": ", ".join(_present(page)),
            "version": f"{row.version}{draft}",
            "citizen_said": row.citizen_said,
            "citizen_note": row.citizen_note,
            "themes": row.content["themes"],
            "agreements": [promise(one) for one in page.agreements],
            "closing": row.content.get("closing", ""),
            "next": moment(meeting.next_on) or meeting.no_next_reason,
        },
    )


def _present(page: MinutesPage) -> list[str]:
    """Who was there; the citizen only when she was, in person or by telephone."""
    was_there = page.meeting.attends in {Attends.IN_PERSON, Attends.BY_PHONE}
    her = [page.whose.called] if was_there else []
    return [*her, page.meeting.leader, *(one.name for one in page.present)]
