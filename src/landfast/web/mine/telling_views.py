"""Not to be told: one touch on somebody's page of my map, and one touch back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from landfast.journeys.see_my_people import OnePerson
from landfast.network.actions import telling
from landfast.network.rules import Kind
from landfast.web.doors import actor_of
from landfast.web.forms import thank
from landfast.web.pages import to


@require_POST
def helper(request: HttpRequest, course_id: UUID, member_id: UUID) -> HttpResponse:
    """One who works with me hears nothing, and reads nothing."""
    untold = wants_it(request)
    telling.set_helper_untold(
        actor=actor_of(request), course_id=course_id, member_id=member_id, untold=untold
    )
    return thank(request, said(untold=untold), "my_people")


@require_POST
def relation(request: HttpRequest, course_id: UUID, relation_id: UUID) -> HttpResponse:
    """One of my own is asked to nothing."""
    untold = wants_it(request)
    telling.set_relation_untold(
        actor=actor_of(request), course_id=course_id, relation_id=relation_id, untold=untold
    )
    return thank(request, said(untold=untold), "my_people")


def wants_it(request: HttpRequest) -> bool:
    """Silence, unless the button said that they may be told again."""
    return request.POST.get("besked") != "ja"


def said(*, untold: bool) -> str:
    """What has come of it."""
    if untold:
        return _("Personen får ikke noget at vide fra os.")
    return _("Personen må få noget at vide igen.")


def around(seen: OnePerson) -> dict[str, Any]:
    """The buttons on the page of somebody; nobody new has one, and no dog and no place."""
    member, relation = seen.member, seen.relation
    one = member or (relation if relation and relation.kind is Kind.PERSON else None)
    if one is None:
        return {"telling": None}
    address = "set_helper_untold" if member else "set_relation_untold"
    return {"telling": {
        "url": to(address, seen.course.id, one.id), "is_untold": one.is_untold,
        "name": one.name, "works_here": member is not None, "reads_for_me": seen.reads_for_me,
        "others_read": to("proxies", seen.course.id) if seen.others_read else "",
        "let_in": "" if member or one.is_untold else to("let_in", seen.course.id, one.id),
    }}  # fmt: skip
