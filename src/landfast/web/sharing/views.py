"""Sharing by topic: give, understand and take back; and what a reader outside the team sees."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from landfast.access.rules import LookKind, Situation
from landfast.consent import actions
from landfast.consent.queries import share, standing_no
from landfast.consent.rules import TELLABLE, How, may_ask
from landfast.journeys import share_topics as journey
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotFound
from landfast.paper.receipt import render as render_receipt
from landfast.web import drafts
from landfast.web.doors import actor_of, require_step_up
from landfast.web.files.present import line as file_line
from landfast.web.forms import did, form_page, status_of
from landfast.web.mine.own_views import said
from landfast.web.pages import page, pdf
from landfast.web.parts.shapes import Link
from landfast.web.sharing import present
from landfast.web.sharing.forms import (
    FRESH_TEXT,
    BesideForm,
    NoForm,
    ShareForm,
    SinceForm,
    WordsForm,
)
from landfast.web.uploads import takes_file


@require_GET
def sharing(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What is shared outside the team, and what has been."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id)
    return page(request, "sharing/sharing.html", present.sharing(seen, actor))


@require_GET
def find(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Whom to share with: an employee or a place, by name or from the list of places."""
    actor, words = actor_of(request), request.GET.get("q", "")[:100]
    seen = journey.find_outside(actor, course_id, words)
    context = {
        "mine": actor.is_citizen, "course": seen.course,
        "q": words, "houses": seen.houses, "found": seen.found,
    }  # fmt: skip
    return page(request, "sharing/find.html", context)


@takes_file
@require_step_up("sharing", keeps=True)
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest, course_id: UUID, kind: str, who: UUID) -> HttpResponse:
    """The yes: what about, what for, how long; beside the citizen also how she said it."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id, "Del med en anden")
    to, name = journey.outside(kind, who)
    no = standing_no(course_id, to.key)
    offered, said = (present.coming(seen), present.kept_back(seen)), _one_topic(request.POST)
    form = (
        ShareForm(*offered, said)
        if actor.is_citizen
        else BesideForm(*offered, no, said, request.FILES or None)
    )
    if request.method == "POST":
        saved, share_id = did(
            form,
            lambda: actions.share(actor=actor, course_id=course_id, to=to, yes=form.yes()),
        )
        if saved:
            drafts.forget(request)
            messages.success(request, _("Det er delt. Her er kvitteringen."))
            return redirect("share_receipt", course_id, share_id)
    context = {
        "form": form, "course": seen.course,
        "mine": actor.is_citizen, "name": name, "kind": kind, "who": who, "no": no,
        "heading": _("Del med %(name)s") % {"name": name}, "submit": _("Ja, del det"),
        "lede": present.law(actor, no),
        "may_say_no": may_ask(no) if not actor.is_citizen else not no,
        "by_law": reverse("read_by_law", args=[course_id, who])
        if seen.may_by_law and kind == "person" else "",
        "cancel": Link(_("Gå tilbage"), reverse("find_outside", args=[course_id])),
    }  # fmt: skip
    drafts.keep(request, form)
    return page(request, "sharing/give.html", context, status=status_of(form))


def _one_topic(given: QueryDict) -> QueryDict | None:
    """A press on one topic is a yes to that one, whatever else was ticked."""
    if "only" not in given:
        return given or None
    said = given.copy()
    said.setlist("topics", given.getlist("only"))
    return said


@require_http_methods(["GET", "HEAD", "POST"])
def say_no(request: HttpRequest, course_id: UUID, kind: str, who: UUID) -> HttpResponse:
    """The no, in two touches: nobody asks why."""
    actor = actor_of(request)
    journey.see_sharing(actor, course_id, "Del med en anden")
    to, name = journey.outside(kind, who)
    no = None if actor.is_citizen else standing_no(course_id, to.key)
    form = NoForm(no, request.POST if request.method == "POST" else None)  # nothing ticked is a no
    how = How.SELF if actor.is_citizen else How.ORALLY
    return form_page(
        request, form,
        lambda: actions.refuse_share(
            actor=actor, course_id=course_id, to=to, how=how, **form.cleaned_data
        ),
        then=lambda _id: _done(request, course_id, _("Det er skrevet ned. Ingen får noget at se.")),
        template="form_page.html" if actor.is_citizen else "form_page_work.html",
        heading=_("Nej til %(name)s") % {"name": name}, submit=_("Skriv nej"),
        lede=_("Et nej er helt i orden. Det ændrer ikke på hjælpen."),
        cancel=Link(_("Gå tilbage"), reverse("share_with", args=[course_id, kind, who])),
    )  # fmt: skip


@require_GET
def receipt(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """The receipt of one share."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id, "Kvittering")
    context = {
        "course": seen.course, "share_id": share_id,
        "receipt": present.receipt(seen, share(course_id, share_id), actor),
    }  # fmt: skip
    return page(request, "sharing/receipt.html", context)


@require_GET
def receipt_pdf(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """The same on paper."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id, "Kvittering (print)", LookKind.PRINT)
    said = present.receipt(seen, share(course_id, share_id), actor)
    # a paper is read by others too: it says whose it is
    facts = [(_("Navn"), seen.course.name), *said.facts]
    return pdf(render_receipt(said.lede, facts, said.law, today()), "kvittering.pdf")


@require_POST
def stop(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """Take it back in one touch."""
    actions.stop_share(actor=actor_of(request), course_id=course_id, share_id=share_id)
    return _done(request, course_id, _("Det er stoppet. De kan ikke læse mere."))


@require_step_up("sharing")
@require_POST
def renew(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """The same again, in one touch."""
    actions.renew_share(actor=actor_of(request), course_id=course_id, share_id=share_id)
    return _done(request, course_id, _("Det er forlænget et år."))


@require_step_up("sharing")
@require_POST
def again(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """What ended when I stopped is shared again, in one touch."""
    actions.share_again(actor=actor_of(request), course_id=course_id, share_id=share_id)
    return _done(request, course_id, _("Nu er det delt igen."))


@require_step_up("sharing")
@require_POST
def confirm(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """What was written down for me is what I said."""
    actions.confirm_share(actor=actor_of(request), course_id=course_id, share_id=share_id)
    return _done(request, course_id, _("Tak. Så står det fast."))


@require_http_methods(["GET", "HEAD", "POST"])
def topics(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What may be known, what I tell myself, and what is not to be shared."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id, "Hvad der må deles")
    form = WordsForm(seen.words, request.POST or None)
    return form_page(
        request, form,
        lambda: journey.say_of_topics(actor, course_id, form.changed_words()),
        then=lambda _none: _done(request, course_id, _("Det er gemt, og det gælder nu.")),
        template="form_page.html" if actor.is_citizen else "form_page_work.html",
        heading=_("Hvad må deles?") if actor.is_citizen else _("Hvad må deles om borgeren?"),
        lede=_("Det gælder for alle uden for teamet. Det virker med det samme."),
        submit=_("Gem det"), cancel=Link(_("Gå tilbage"), reverse("sharing", args=[course_id])),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def fresh_start(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Draw a line: what is older stays behind for those who come after."""
    actor = actor_of(request)
    seen = journey.see_sharing(actor, course_id, "Frisk start")
    form = SinceForm(request.POST or None, initial={"since": today()})
    return form_page(
        request, form,
        lambda: actions.start_fresh(actor=actor, course_id=course_id, **form.cleaned_data),
        then=lambda _none: _done(request, course_id, _("Det er gjort. Du kan lave det om igen.")),
        template="sharing/fresh.html", course=seen.course, since=seen.fresh,
        heading=_("Frisk start"), submit=_("Begynd på en frisk"), lede=_(FRESH_TEXT),
        cancel=Link(_("Gå tilbage"), reverse("sharing", args=[course_id])),
    )  # fmt: skip


@require_POST
def lift_fresh_start(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """Undo it."""
    actions.lift_fresh_start(actor=actor_of(request), course_id=course_id)
    return _done(request, course_id, _("Nu kan nye i dit team også læse det gamle."))


@require_http_methods(["GET", "HEAD", "POST"])
def say_so(request: HttpRequest, course_id: UUID, kind: str) -> HttpResponse:
    """She is admitted, or nobody can reach her: since when?"""
    actor, situation = actor_of(request), _told(kind)
    journey.see_sharing(actor, course_id)
    form = SinceForm(request.POST or None, initial={"since": today()})
    return form_page(
        request, form,
        lambda: actions.say_so(
            actor=actor, course_id=course_id, kind=situation, **form.cleaned_data
        ),
        then=lambda _none: _done(request, course_id, _("Det er skrevet ned.")),
        template="form_page.html" if actor.is_citizen else "form_page_work.html",
        submit=_("Skriv det ned"), **present.so_form(situation, actor),
        cancel=Link(_("Gå tilbage"), reverse("sharing", args=[course_id])),
    )  # fmt: skip


@require_POST
def say_so_no_more(request: HttpRequest, course_id: UUID, kind: str) -> HttpResponse:
    """It is over."""
    actions.say_so_no_more(actor=actor_of(request), course_id=course_id, kind=_told(kind))
    return _done(request, course_id, _("Det er skrevet ned. De kan ikke læse mere."))


def _told(kind: str) -> Situation:
    found = {one.value: one for one in TELLABLE}.get(kind)
    if found is None:
        raise NotFound
    return found


@require_POST
def last_word(request: HttpRequest, course_id: UUID, share_id: UUID) -> HttpResponse:
    """Do not ask me again."""
    actions.say_the_last_word(actor=actor_of(request), course_id=course_id, share_id=share_id)
    return _done(request, course_id, _("Tak. Ingen spørger dig om det igen."))


@require_GET
def shared_list(request: HttpRequest) -> HttpResponse:
    """What citizens have shared with me, or with my unit."""
    seen = journey.see_shared_list(actor_of(request))
    return page(request, "sharing/shared_list.html", {"rows": map(present.shared_line, seen)})


@require_GET
def shared(request: HttpRequest, course_id: UUID) -> HttpResponse:
    """What one citizen has shared: wishes and agreements about those topics."""
    actor = actor_of(request)
    seen = journey.see_shared(actor, course_id)
    context = {
        **present.shared_line(seen), "wishes": seen.wishes, "agreements": seen.agreements,
        "by_herself": present.names(seen.by_herself), "minutes": seen.minutes,
        "happened": seen.happened, "parts": said(seen.unwell),
        "beside": seen.unwell.helped_by if seen.unwell else "",
        "papers": [(file_line(row, mine=False), row.added_at) for row in seen.papers],
        "course_id": course_id, "may_tell": seen.may_tell,
    }  # fmt: skip
    made = page(request, "sharing/shared.html", context)
    journey.check_still_shared(actor, seen)
    return made


def _done(request: HttpRequest, course_id: UUID, sentence: str) -> HttpResponseRedirect:
    messages.success(request, sentence)
    return redirect("sharing", course_id)
