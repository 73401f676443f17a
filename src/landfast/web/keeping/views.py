"""What is kept: numbers, courses by name, one course, the years."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from landfast.access.queries import units_where
from landfast.access.rules import Permission
from landfast.keeping import queries
from landfast.keeping.rules import AHEAD, BACK, KeepState
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from landfast.web.doors import actor_of
from landfast.web.keeping import present
from landfast.web.pages import page

THERE = (KeepState.CLOSED, KeepState.BLOCKED, KeepState.DELIVERED)


@require_GET
def keeping(request: HttpRequest) -> HttpResponse:
    """Bevaring: numbers for leaders and keepers; names of what is near for keepers only."""
    actor = actor_of(request)
    queries.require_numbers(actor)
    context = {"numbers": present.numbers(queries.counted(today() + AHEAD)), "keeps": False}
    if units_where(actor, Permission.RECORDS_KEEP):
        rows = queries.kept(actor, "Bevaring (liste)", *THERE)
        soon = today() + AHEAD
        waits = [one for one in rows if one[0].state in BACK]
        alone = queries.to_tell(actor) if waits else frozenset()
        near = [one for one in rows if one not in waits and (one[0].due_on or soon) <= soon]
        context |= {
            "keeps": True, "tells": present.cases([one for one in waits if one[0].id in alone]),
            "must_tell": bool(alone), "waits": present.cases(waits), "near": present.cases(near),
            "is_full": len(rows) == queries.MOST,
        }  # fmt: skip
    return page(request, "keeping/keeping.html", context)


@require_GET
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One course: where it stands, what holds it, what was done."""
    actor = actor_of(request)
    seen = queries.kept(actor, "Bevaring", *THERE, only=case_id)
    if not seen:
        raise NotFound
    [(row, name)] = seen
    must_tell = row.id in queries.to_tell(actor)
    context = {
        "row": row, "name": name, "next": present.comes_next(row),
        "acts": present.acts(row, must_tell=must_tell),
        "held": present.held(row, queries.holds(row.id).get(row.id, [])),
        "history": present.history(queries.changes(row.id)),
        "state": present.state(row), "kind": present.kind(row),
    }  # fmt: skip
    return page(request, "keeping/case.html", context)


@require_GET
def years(request: HttpRequest) -> HttpResponse:
    """The rules in force at the officer's organisations."""
    rows = queries.years(actor_of(request))
    return page(request, "keeping/years.html", {"table": present.years(rows)})
