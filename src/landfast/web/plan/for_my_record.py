"""Til min journal: my part of minutes and agreements as plain text, one beside the other (D8)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landfast.journeys.fill_own_record import ForMyRecord, see_for_my_record
from landfast.paper.own_record import of_agreement, of_minutes
from landfast.web.doors import actor_of
from landfast.web.pages import page


@dataclass(frozen=True)
class Copy:
    """One text to copy: whose it is (that stands on the screen only), what, when."""

    key: str
    citizen: str
    what: str
    at: datetime
    text: str
    url: str


@require_GET
def for_my_record(request: HttpRequest) -> HttpResponse:
    """What is new for my own record in the last month, the newest first."""
    seen = see_for_my_record(actor=actor_of(request))
    copies = [*_minutes(request, seen), *_promises(request, seen)]
    copies.sort(key=lambda one: one.at, reverse=True)
    return page(request, "plan/for_my_record.html", {"copies": copies})


def _minutes(request: HttpRequest, seen: ForMyRecord) -> list[Copy]:
    found = []
    for row in seen.minutes:
        url = reverse("minutes", args=[row.course_id, row.meeting_id])
        mine = [one for one in seen.promises if one.id in row.agreements]
        text = of_minutes(row.held_at, mine, request.build_absolute_uri(url))
        found.append(
            Copy(f"m{row.meeting_id}", _name(seen, row.course_id), _("Referat af et møde"),
                 row.sent_at, text, url)
        )  # fmt: skip
    return found


def _promises(request: HttpRequest, seen: ForMyRecord) -> list[Copy]:
    found = []
    for row in seen.promises:
        url = reverse("agreement", args=[row.course_id, row.id])
        found.append(
            Copy(f"a{row.id}", _name(seen, row.course_id), row.text,
                 row.reported_at or row.accepted_at or row.proposed_at,
                 of_agreement(row, request.build_absolute_uri(url)), url)
        )  # fmt: skip
    return found


def _name(seen: ForMyRecord, course_id: UUID) -> str:
    return seen.courses[course_id].name
