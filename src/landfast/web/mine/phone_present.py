"""The copy on her telephone: words and numbers, no forms, no faces, and nothing of "now"."""

from dataclasses import replace
from typing import Any

from landfast.journeys.keep_copy import MyCopy
from landfast.journeys.see_own_course import MyPlan
from landfast.web.mine import meetings_present, people_present, plan_present, present
from landfast.web.mine.own_views import said
from landfast.web.parts.shapes import Person


def copy(seen: MyCopy) -> dict[str, Any]:
    """Her card, the next meeting, the plan and the page for bad days."""
    card = people_present.card(seen.card, lasts=True)
    plan = plan_present.plan(MyPlan(seen.card.course, seen.plan, seen.me))
    meeting = present.next_meeting(seen.meetings)
    return {
        **card,
        "holders": [_without_face(one) for one in card["holders"]],
        "meetings": [meetings_present.meeting_card(meeting)] if meeting else [],
        "wishes": plan["wishes"], "practical": plan["practical"], "steps": plan["steps"],
        "parts": said(seen.unwell), "beside": "",
    }  # fmt: skip


def _without_face(person: Person) -> Person:
    """A picture is fetched, and here there is no net."""
    return replace(person, photo_url="")
