"""Units: the tree, one unit, and one form an act. Each act is a journey; the database knows who."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from landfast.directory import actions as directory_actions
from landfast.directory import queries as directory
from landfast.journeys import run_organisation as run
from landfast.journeys.give_way_back import see_lost
from landfast.kernel.ids import UnitId
from landfast.people.rules import as_seen
from landfast.web.doors import actor_of
from landfast.web.organisation.asking import Ask, a_form, asked
from landfast.web.organisation.forms import ProfileForm, UnitForm
from landfast.web.pages import page


@require_GET
def organisation(request: HttpRequest) -> HttpResponse:
    """All units that I keep, as a tree."""
    actor = actor_of(request)
    seen = run.see_organisation(actor)
    rows = [(depth, one, len(seen.staff.get(one.id, []))) for depth, one in seen.units]
    waiting = sum(one.waits for staff in seen.staff.values() for one in staff)
    waiting += len(see_lost(actor))
    return page(request, "organisation/organisation.html", {"rows": rows, "waiting": waiting})


@require_GET
def unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """One unit and who works there."""
    found, staff = run.see_unit(actor_of(request), UnitId(unit_id))
    return page(request, "organisation/unit.html", {"unit": found, "staff": staff})


@a_form
def add_unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """A new unit under this one."""
    actor, form = actor_of(request), UnitForm(request.POST or None)
    above, _staff = run.see_unit(actor, UnitId(unit_id))
    ask = Ask(
        _("Ny enhed under %(name)s") % {"name": above.name}, _("Opret enheden"),
        _("Enheden er oprettet."), reverse("organisation"),
    )  # fmt: skip
    return asked(request, form, ask, lambda: run.add_unit(
        actor=actor, under=above.id, name=form.cleaned_data["name"],
        phone=form.cleaned_data["phone"],
    ))  # fmt: skip


@a_form
def change_unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """Another name or number."""
    actor = actor_of(request)
    known, _staff = run.see_unit(actor, UnitId(unit_id))
    stands = {"name": known.name, "phone": known.phone, "seen": as_seen(known.name, known.phone)}
    form = UnitForm(request.POST or None, initial=stands)
    ask = Ask(
        _("Ret %(name)s") % {"name": known.name}, _("Gem enheden"), _("Det er gemt."),
        reverse("kept_unit", args=[unit_id]),
    )  # fmt: skip
    return asked(
        request, form, ask,
        lambda: run.change_unit(actor=actor, unit_id=known.id, **form.cleaned_data),
    )  # fmt: skip


@a_form
def describe_unit(request: HttpRequest, unit_id: UUID) -> HttpResponse:
    """What the unit does, its law, what it can and cannot decide: its public face."""
    actor = actor_of(request)
    known, _staff = run.see_unit(actor, UnitId(unit_id))
    said = directory.profile(unit_id)
    names = ("does", "law", "can_decide", "cannot_decide", "for_relatives")
    words = [getattr(said, name) if said else "" for name in names]
    stands = dict(zip(names, words, strict=True)) | {"seen": as_seen(*words)}
    form = ProfileForm(request.POST or None, initial=stands)
    ask = Ask(
        _("Om %(name)s") % {"name": known.name}, _("Gem teksten"), _("Det er gemt."),
        reverse("kept_unit", args=[unit_id]), _("Borgere og alle medarbejdere kan læse det."),
    )  # fmt: skip
    return asked(request, form, ask, lambda: directory_actions.describe_unit(
        actor=actor, unit_id=known.id, **form.cleaned_data
    ))  # fmt: skip
