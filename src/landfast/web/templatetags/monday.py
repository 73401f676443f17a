"""Cards of the Monday page: it has a dozen of each, and each was a template of its own."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from landfast.web.insight.monday_present import CallLine, MeetingLine, Said, WaitingLine
from landfast.web.parts.shapes import Act
from landfast.web.templatetags.landfast import escaped, linked, person_line, when

register = template.Library()


@register.simple_tag
def next_call(line: CallLine) -> SafeString:
    """A citizen to call after the first: what about, whom to ring, what was said last."""
    return SafeString(
        f'<article class="lf-card lf-call-line lf-call-next">'
        f'<p class="lf-card-over">{escaped(line.name)}{for_holder(line)}</p>'
        f'<h2 class="lf-card-heading">{linked(line.sentence, line.about)}</h2>'
        f"{person_line(line.call)}{said_last(line.last)}</article>"
    )


@register.simple_tag
def for_holder(line: CallLine) -> SafeString:
    """Why somebody else's course stands here."""
    if not line.for_holder:
        return SafeString("")
    return SafeString(f" · {escaped(gettext('du er makker, koordinatoren er væk'))}")


@register.simple_tag
def said_last(last: Said | None, label: str = "") -> SafeString:
    """What was last said or happened, when, and in which words."""
    if last is None:
        return SafeString("")
    before = f'<span class="lf-label">{escaped(label)}</span> ' if label else ""
    at = f" {when(last.at, 1)}" if last.at else ""
    words = f" – »{escaped(last.words)}«" if last.words else ""
    said = f"{before}{escaped(last.sentence)}{at}{words}"
    return SafeString(f'<p class="lf-last-said">{said}</p>')


@register.simple_tag
def meeting_card(line: MeetingLine) -> SafeString:
    """A meeting today or tomorrow."""
    place = f" · {escaped(line.place)}" if line.place else ""
    return _card(f"{when(line.when, 1)}{place}", line.sentence, line.act, line.sentence)


@register.simple_tag
def waiting_card(line: WaitingLine) -> SafeString:
    """One thing that only I can do."""
    at = f" · {when(line.when, 1)}" if line.when else ""
    return _card(f"{escaped(line.name)}{at}", line.sentence, line.act, line.name)


def _card(over: str, sentence: str, act: Act, aloud: str) -> SafeString:
    return SafeString(
        f'<article class="lf-card"><p class="lf-card-over">{over}</p>'
        f'<h3 class="lf-card-heading">{escaped(sentence)}</h3>'
        f'<a class="button button-secondary" href="{escaped(act.url)}">{escaped(act.label)}'
        f'<span class="sr-only">: {escaped(aloud)}</span></a></article>'
    )
