"""What the officer turns: a hold, a step back, a receipt, the years. Each says why."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from landfast.keeping import actions, queries
from landfast.keeping.rules import KIND_NAMES, HoldKind, KeepState, Rule
from landfast.web.doors import actor_of
from landfast.web.forms import form_page, thank
from landfast.web.keeping.forms import HoldForm, ReceiptForm, UntilForm, WhyForm, YearsForm
from landfast.web.pages import to
from landfast.web.parts.shapes import Link

a_form = require_http_methods(["GET", "HEAD", "POST"])


def _back(case_id: UUID) -> Link:
    return Link(_("Gå tilbage"), to("kept_case", case_id))


@a_form
def hold(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Må ikke slettes endnu: a complaint, an insight, a case in court, a supervision."""
    actor, form = actor_of(request), HoldForm(request.POST or None)
    queries.case(actor, case_id)
    return form_page(
        request, form,
        lambda: actions.hold(
            actor=actor, case_id=case_id, kind=HoldKind(form.cleaned_data["kind"]),
            why=form.cleaned_data["why"], until=form.cleaned_data["until"],
        ),
        then=lambda _none: thank(request, _("Det slettes ikke endnu."), "kept_case", case_id),
        heading=_("Må ikke slettes endnu"), submit=_("Gem"), cancel=_back(case_id),
        lede=_("Så længe det gælder, bliver forløbet hverken blokeret eller slettet."),
    )  # fmt: skip


@require_POST
def lift(request: HttpRequest, case_id: UUID, hold_id: UUID) -> HttpResponse:
    """It no longer holds."""
    actions.lift(actor=actor_of(request), hold_id=hold_id)
    return thank(request, _("Det er ophævet. Fristen begynder forfra."), "kept_case", case_id)


@a_form
def back(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """One state back; what is blocked comes back till a day."""
    actor = actor_of(request)
    is_blocked = queries.case(actor, case_id).state is KeepState.BLOCKED
    form = (UntilForm if is_blocked else WhyForm)(request.POST or None)
    lede = (
        _("Dem, der kunne se forløbet før, kan se det igen. Det blokeres igen den dag, du vælger.")
        if is_blocked else _("Så bliver det ikke slettet på dagen. Det er stadig blokeret.")
    )  # fmt: skip
    return form_page(
        request, form,
        lambda: actions.take_back(
            actor=actor, case_id=case_id, why=form.cleaned_data["why"],
            until=form.cleaned_data.get("until"),
        ),
        then=lambda _none: thank(request, _("Det er taget tilbage."), "kept_case", case_id),
        heading=_("Tag tilbage"), lede=lede, submit=_("Tag tilbage"), cancel=_back(case_id),
    )  # fmt: skip


@a_form
def postpone(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """A closed course is blocked later."""
    actor, form = actor_of(request), UntilForm(request.POST or None)
    queries.case(actor, case_id)
    return form_page(
        request, form,
        lambda: actions.postpone(
            actor=actor, case_id=case_id, why=form.cleaned_data["why"],
            until=form.cleaned_data["until"],
        ),
        then=lambda _none: thank(request, _("Blokeringen er udsat."), "kept_case", case_id),
        heading=_("Udsæt blokeringen"), submit=_("Udsæt"), cancel=_back(case_id),
    )  # fmt: skip


@a_form
def receipt(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The first pair of eyes: the number that the archive answered with."""
    actor, form = actor_of(request), ReceiptForm(request.POST or None)
    queries.case(actor, case_id)
    return form_page(
        request, form,
        lambda: actions.note_delivery(
            actor=actor, case_id=case_id, receipt=form.cleaned_data["receipt"]
        ),
        then=lambda _none: thank(
            request, _("Nummeret er skrevet. En anden skal bekræfte det."), "kept_case", case_id
        ),
        heading=_("Arkivets kvittering"), submit=_("Gem"), cancel=_back(case_id),
    )  # fmt: skip


@a_form
def confirm(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The second pair of eyes: the same number, read on their own."""
    actor, form = actor_of(request), ReceiptForm(request.POST or None)
    queries.case(actor, case_id)
    return form_page(
        request, form,
        lambda: actions.confirm_delivery(
            actor=actor, case_id=case_id, receipt=form.cleaned_data["receipt"]
        ),
        then=lambda _none: thank(
            request, _("Det er afleveret. Borgeren får besked om dagen."), "kept_case", case_id
        ),
        heading=_("Bekræft kvitteringen"), submit=_("Bekræft"), cancel=_back(case_id),
        lede=_("Læs nummeret på arkivets kvittering, og skriv det her."),
    )  # fmt: skip


@a_form
def years(request: HttpRequest, organisation_id: UUID, kind: str) -> HttpResponse:
    """The organisation's own years for one kind of record."""
    actor = actor_of(request)
    row = queries.years_of(actor, organisation_id, kind)
    form = YearsForm(request.POST or None, initial={
        "years": row.rule.years, "delivers": "yes" if row.rule.delivers else "no",
        "wait_days": row.rule.wait_days, "source": _(row.rule.source),
    })  # fmt: skip
    return form_page(
        request, form,
        lambda: actions.set_years(
            actor=actor, organisation_id=organisation_id, kind=row.kind,
            rule=Rule(**{name: form.cleaned_data[name]
                         for name in ("years", "delivers", "source", "wait_days")}),
        ),
        then=lambda _none: thank(request, _("Reglen er gemt."), "keeping_years"),
        heading=f"{row.organisation}: {_(KIND_NAMES[row.kind])}", submit=_("Gem reglen"),
        cancel=Link(_("Gå tilbage"), to("keeping_years")),
    )  # fmt: skip
