"""The goal and agreement sheet on paper (mål- og aftaleskema, S004 §5.3)."""

from datetime import date

from landfast.journeys.publish_minutes import PlanSheet
from landfast.kernel import danish
from landfast.paper.typeset import typeset
from landfast.paper.words import STANDINGS, moment, promise


def render(sheet: PlanSheet, today: date) -> bytes:
    """All wishes with their agreements and own steps, as a tagged PDF."""
    return typeset(
        "plan_sheet.typ",
        {
            "title": f"Mål og aftaler for {sheet.whose.name}",
            "footer": f"Mål- og aftaleskema, udskrevet {danish.short_day(today)}",
            "citizen": sheet.whose.name,
            "next": moment(sheet.next_meeting.starts_at) if sheet.next_meeting else "",
            "wishes": [
                {
                    "words": wish.words,
                    "standing": STANDINGS[wish.standing],
                    "steps": [step.text for step in wish.steps],
                    "agreements": [promise(row) for row in wish.agreements],
                }
                for wish in sheet.plan.living
            ],
            "practical": [promise(row) for row in sheet.plan.practical],
        },
    )
