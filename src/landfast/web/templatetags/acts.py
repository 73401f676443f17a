"""What can be done, as buttons: a page has a dozen, and each was a template of its own."""

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from landfast.web.parts.shapes import Act, Choices
from landfast.web.templatetags.landfast import escaped

register = template.Library()

PLAIN = "button button-secondary"
LOOKS = {
    "quiet": "lf-quiet-link",
    "bridge": "button button-primary lf-bridge",
    "primary": "button button-primary",
}


@register.simple_tag(takes_context=True)
def act_button(context: Context, act: Act, look: str = "", aloud: str = "") -> SafeString:
    """One act: a link for "get", a form of its own for "post"; `aloud`: what it is about."""
    css, label = LOOKS.get(look, PLAIN), escaped(act.label)
    if aloud:
        label += f'<span class="sr-only">: {escaped(aloud)}</span>'
    if act.method != "post":
        return SafeString(f'<a href="{escaped(act.url)}" class="{css}">{label}</a>')
    fields = _hidden(act.fields)
    return SafeString(
        f'<form class="lf-act" method="post" action="{escaped(act.url)}">{token(context)}{fields}'
        f'<button type="submit" class="{css}">{label}</button></form>'
    )


@register.simple_tag(takes_context=True)
def choices_form(context: Context, choices: Choices) -> SafeString:
    """Several answers in one form, a button each."""
    beside = ""
    if choices.first:
        url, label = escaped(choices.first.url), escaped(choices.first.label)
        beside = f'<a class="{PLAIN}" href="{url}">{label}</a>'
    if choices.beside:
        url, label = escaped(choices.beside.url), escaped(choices.beside.label)
        beside += f'<button class="{PLAIN}" type="submit" formaction="{url}">{label}</button>'
    answers = "".join(
        f'<button class="{PLAIN}" type="submit" name="{escaped(choices.name)}"'
        f' value="{escaped(value)}">{escaped(label)}</button>'
        for value, label in choices.values
    )
    return SafeString(
        f'<form class="lf-actions" method="post" action="{escaped(choices.url)}">{token(context)}'
        f"{_hidden(choices.fields)}{beside}{answers}</form>"
    )


def _hidden(fields: tuple[tuple[str, str], ...]) -> str:
    return "".join(
        f'<input type="hidden" name="{escaped(name)}" value="{escaped(value)}">'
        for name, value in fields
    )


def token(context: Context) -> str:
    """What `{% csrf_token %}` writes."""
    token = escaped(context["csrf_token"])
    return f'<input type="hidden" name="csrfmiddlewaretoken" value="{token}">'
