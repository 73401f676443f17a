"""A promise as a card or a line, an own step: a plan has many, and each was a template."""

from collections.abc import Sequence

from django import template
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from landfast.web.parts.shapes import OwnStep, Promise, Reader
from landfast.web.plan.present import StepGroup
from landfast.web.plan.words import step_word
from landfast.web.templatetags.acts import act_button, choices_form
from landfast.web.templatetags.landfast import chip, escaped, person_small, when

register = template.Library()
register.filter("step_word", step_word)

FEW_NAMES = 3


@register.simple_tag(takes_context=True)
def promise_card(context: Context, promise: Promise) -> SafeString:
    """What, for which wish, who with a face, by when in words, state, one next act."""
    return SafeString(
        f'<article class="lf-promise lf-promise-{promise.state.kind}">'
        f'<div class="lf-promise-head">{chip(promise.state)}</div>'
        f'<h3 class="lf-promise-what">{_what(promise)}</h3>'
        f"{_about(gettext('For ønsket'), promise.wish)}{_about(gettext('Løser'), promise.problem)}"
        f'<div class="lf-promise-foot">{person_small(promise.who)}{_due(promise)}</div>'
        f"{_hers(promise)}{_asks(context, promise)}{_act(context, promise)}</article>"
    )


@register.simple_tag(takes_context=True)
def promise_cards(context: Context, promises: Sequence[Promise]) -> SafeString:
    """Cards side by side."""
    cards = "".join(promise_card(context, one) for one in promises)
    return SafeString(f'<div class="lf-grid">{cards}</div>')


@register.simple_tag
def promise_lines(promises: Sequence[Promise]) -> SafeString:
    """Finished promises, folded, a line each: how it ended, what it was, who made it."""
    if not promises:
        return SafeString("")
    shown = ngettext(
        "Vis %(number)s afsluttet aftale", "Vis %(number)s afsluttede aftaler", len(promises)
    ) % {"number": len(promises)}
    lines = "".join(
        f"<li>{chip(one.state)} <span>{_what(one)}"
        f' <span class="lf-quiet">{escaped(one.who.name)}</span></span>{_hers(one)}</li>'
        for one in promises
    )
    return SafeString(
        f'<details class="lf-more"><summary>{escaped(shown)}</summary>'
        f'<ul class="lf-promise-lines no-max-width">{lines}</ul></details>'
    )


@register.simple_tag(takes_context=True)
def own_step(context: Context, step: OwnStep) -> SafeString:
    """A citizen's own step: never a promise. How it goes, and what else she could say of it."""
    ask = escaped(gettext("Sig, hvordan det går"))
    beside = gettext("Skrevet sammen med %(name)s.") % {"name": step.helped_by}
    mark = f'<p class="lf-quiet">{escaped(beside)}</p>' if step.helped_by else ""
    return SafeString(
        f'<div class="lf-step"><p><strong>{escaped(step.text)}</strong>'
        f'<span class="lf-quiet"> · {escaped(step.word)}</span></p>{mark}'
        f'<details class="lf-more"><summary>{ask}<span class="sr-only">: {escaped(step.named)}'
        f"</span></summary>{choices_form(context, step.choices)}</details></div>"
    )


@register.simple_tag
def steps_read(groups: Sequence[StepGroup]) -> SafeString:
    """Steps, to read: no date, no count."""
    return SafeString("".join(_steps(group) for group in groups))


def _steps(group: StepGroup) -> str:
    steps = "".join(
        f'<li>{escaped(step.row.text)} <span class="lf-quiet">'
        f"· {escaped(step_word(step.row.state))}</span></li>"
        for step in group.steps
    )
    label = f'<p class="lf-label">{escaped(group.heading)}</p>'
    return f'<div class="lf-band lf-own-steps">{label}<ul>{steps}</ul></div>'


@register.simple_tag
def named_readers(readers: tuple[Reader, ...]) -> SafeString:
    """Those who can read it, each with the role, as one says a row of names; many are a list."""
    *others, last = names = [
        f"<strong>{escaped(one.name)}</strong>" + (f" ({escaped(one.role)})" if one.role else "")
        for one in readers
    ]
    if len(names) > FEW_NAMES:
        return SafeString(f"</span><ul><li>{'</li><li>'.join(names)}</li></ul><span>")
    return SafeString(f" {gettext('og')} ".join([", ".join(others), last] if others else [last]))


def _what(promise: Promise) -> str:
    what = escaped(promise.what)
    return f'<a href="{escaped(promise.url)}">{what}</a>' if promise.url else what


def _about(label: str, words: str) -> str:
    if not words:
        return ""
    said = f'<span class="lf-label">{escaped(label)}</span> {escaped(words)}'
    return f'<p class="lf-promise-wish">{said}</p>'


def _due(promise: Promise) -> str:
    if not promise.due:
        return ""
    said = gettext("Gælder senest til") if promise.is_until else gettext("Senest")
    label = f'<span class="lf-label">{escaped(said)}</span>'
    return f'<p class="lf-promise-due">{label} {when(promise.due)}</p>'


def _hers(promise: Promise) -> str:
    return f'<p class="lf-promise-hers">{escaped(promise.hers)}</p>' if promise.hers else ""


def _asks(context: Context, promise: Promise) -> str:
    if promise.asks is None:
        return ""
    aloud = escaped(gettext("Hvordan gik det: %(what)s") % {"what": promise.what})
    return (
        f'<div class="lf-promise-asks" role="group" aria-label="{aloud}">'
        f'<p class="lf-label">{escaped(gettext("Hvordan gik det?"))}</p>'
        f"{choices_form(context, promise.asks)}</div>"
    )


def _act(context: Context, promise: Promise) -> str:
    if promise.act is None:
        return ""
    return f'<div class="lf-promise-act">{act_button(context, promise.act)}</div>'
