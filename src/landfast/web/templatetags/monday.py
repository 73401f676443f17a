"""Cards of the Monday page: it has a dozen of each, and each was a template of its own."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from landfast.web.insight.monday_present import (
    CallLine,
    FirstCall,
    MeetingLine,
    Said,
    WaitingLine,
)
from landfast.web.insight.touch_present import SentCard
from landfast.web.parts.shapes import Link, Person
from landfast.web.templatetags.acts import act_button
from landfast.web.templatetags.landfast import dial, escaped, linked, person_line, when

register = template.Library()


@register.simple_tag(takes_context=True)
def first_call(context: Context, first: FirstCall) -> SafeString:
    """The first to call: what was said last, whom to ring, what to do, and why."""
    line = first.line
    why, name = escaped(gettext("Hvorfor ser jeg det her?")), escaped(line.name)
    return SafeString(
        f'<article class="lf-card lf-call-line"><p class="lf-card-over">'
        f'<a href="{escaped(first.url)}">{name}</a>{_for_holder(line)}</p>'
        f'<h2 class="lf-card-heading">{escaped(line.sentence)}</h2>'
        f"{_said_last(line.last, gettext('Sidst'))}"
        f'<div class="lf-call-who">{person_line(line.call)}{_instead(first.also)}</div>'
        f'<div class="lf-actions">{_acts(context, first)}</div>{_more(first)}'
        f'<details class="lf-why"><summary>{why}<span class="sr-only"> {name}</span></summary>'
        f"<p>{escaped(first.rule)}</p></details></article>"
    )


def _instead(also: Person | None) -> str:
    if also is None or not also.phone:
        return ""
    said = escaped(gettext("Ring i stedet til %(name)s") % {"name": also.name})
    return f'<p><a class="lf-quiet-link" href="tel:{dial(also.phone)}">{said}</a></p>'


def _acts(context: Context, first: FirstCall) -> str:
    """What one touch does, here; then what leads on."""
    name = first.line.name
    whose = f'<span class="sr-only">: {escaped(name)}</span>'
    touches = "".join(act_button(context, act, "", name) for act in first.touches)
    done = () if first.done is None else (Link(first.done.label, first.done.url),)
    return touches + "".join(
        f'<a class="lf-quiet-link" href="{escaped(way.url)}">{escaped(way.label)}{whose}</a>'
        for way in (*first.others, *done)
    )


def _more(first: FirstCall) -> str:
    if not first.more:
        return ""
    said = ngettext(
        "Der er %(number)s ting mere om %(name)s.", "Der er %(number)s ting mere om %(name)s.",
        first.more,
    ) % {"number": first.more, "name": first.line.name}  # fmt: skip
    return f'<p class="lf-quiet">{escaped(said)}</p>'


@register.simple_tag(takes_context=True)
def sent_card(context: Context, sent: SentCard) -> SafeString:
    """What one touch has just sent to whom: it stands where the touched card stood."""
    undo = act_button(context, sent.undo, "", sent.sentence)
    return SafeString(
        f'<article class="lf-card lf-call-line" id="sent" role="status">'
        f'<p class="lf-card-over">{escaped(sent.name)}</p>'
        f'<h2 class="lf-card-heading">{escaped(sent.sentence)}</h2>'
        f"<p>{linked(sent.about, sent.url)}</p>"
        f'<div class="lf-actions">{undo}</div></article>'
    )


@register.simple_tag
def next_call(line: CallLine) -> SafeString:
    """A citizen to call after the first: what about, whom to ring, what was said last."""
    return SafeString(
        f'<article class="lf-card lf-call-line lf-call-next">'
        f'<p class="lf-card-over">{escaped(line.name)}{_for_holder(line)}</p>'
        f'<h2 class="lf-card-heading">{linked(line.sentence, line.about)}</h2>'
        f"{person_line(line.call)}{_said_last(line.last)}</article>"
    )


def _for_holder(line: CallLine) -> str:
    """Why somebody else's course stands here."""
    if not line.for_holder:
        return ""
    return f" · {escaped(gettext('du er makker, koordinatoren er væk'))}"


def _said_last(last: Said | None, label: str = "") -> str:
    """What was last said or happened, when, and in which words."""
    if last is None:
        return ""
    before = f'<span class="lf-label">{escaped(label)}</span> ' if label else ""
    at = f" {when(last.at, 1)}" if last.at else ""
    words = f" – »{escaped(last.words)}«" if last.words else ""
    said = f"{before}{escaped(last.sentence)}{at}{words}"
    return f'<p class="lf-last-said">{said}</p>'


@register.simple_tag(takes_context=True)
def meeting_card(context: Context, line: MeetingLine) -> SafeString:
    """A meeting today or tomorrow."""
    place = f" · {escaped(line.place)}" if line.place else ""
    act = act_button(context, line.act, "", line.sentence)
    return _card(f"{when(line.when, 1)}{place}", line.sentence, act)


@register.simple_tag(takes_context=True)
def waiting_card(context: Context, line: WaitingLine) -> SafeString:
    """One thing that only I can do."""
    at = f" · {when(line.when, 1)}" if line.when else ""
    seen = act_button(context, line.seen, "quiet", line.name) if line.seen else ""
    act = act_button(context, line.act, "", line.name)
    return _card(f"{escaped(line.name)}{at}", line.sentence, act, seen)


def _card(over: str, sentence: str, act: str, beside: str = "") -> SafeString:
    return SafeString(
        f'<article class="lf-card"><p class="lf-card-over">{over}</p>'
        f'<h3 class="lf-card-heading">{escaped(sentence)}</h3>'
        f"{_in_a_row(act, beside)}</article>"
    )


def _in_a_row(link: str, beside: str) -> str:
    return f'<div class="lf-actions">{link}{beside}</div>' if beside else link
