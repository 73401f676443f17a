"""Ring mig op: the public page. No login, no script, no third party (issue 2 §3.1, §6)."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from landfast.course.actions import callback
from landfast.course.rules.callback import KEPT_DAYS
from landfast.course.rules.referral import ALPHABET
from landfast.kernel.refusals import NotFound
from landfast.people import queries as people
from landfast.web.course.callback_forms import CallbackForm, CallMeForm
from landfast.web.course.strangers import signs_of, stamp
from landfast.web.doors import public
from landfast.web.forms import form_page
from landfast.web.pages import page
from landfast.web.source import source_of

CODE = re.compile(rf"[{ALPHABET}]{{3}}-[{ALPHABET}]{{4}}")
ABOUT = {"mig": CallMeForm, "en-anden": CallbackForm}


@public
@csrf_exempt  # a stranger has no rights that another site could borrow
@require_http_methods(["GET", "HEAD", "POST"])
def call_me_back(request: HttpRequest) -> HttpResponse:
    """About me, or about somebody I know: then only my own number and an area."""
    about = request.GET.get("om", "")
    if about not in ABOUT:
        return page(request, "referral/callback_choice.html")
    units = people.units(coordinating=True)
    if not units:
        return page(request, "referral/callback_closed.html")
    form = ABOUT[about](request.POST or None, units=units, initial={"stamp": stamp()})
    return form_page(
        request, form, lambda: _leave(request, form, about_self=about == "mig"),
        then=lambda code: redirect("callback_receipt", code),
        template="referral/callback.html", about_self=about == "mig", days=KEPT_DAYS,
    )  # fmt: skip


def _leave(request: HttpRequest, form: CallbackForm, *, about_self: bool) -> str:
    data = form.cleaned_data
    return callback.leave(
        unit_id=form.unit_id(), phone=data["phone"], area=data["area"], about_self=about_self,
        name=data.get("name", ""), source=source_of(request),
        signs=signs_of(request, trap=data["kommentar"], stamped=data["stamp"]),
    )  # fmt: skip


@public
@require_GET
def callback_receipt(request: HttpRequest, code: str) -> HttpResponse:
    """The receipt. The page asks the database nothing: a code tells nobody who wrote."""
    if not CODE.fullmatch(code):
        raise NotFound
    return page(request, "referral/callback_receipt.html", {"code": code, "days": KEPT_DAYS})
