"""Filters and tags of the templates: dates in words, numbers, icons and form controls."""

from datetime import date, datetime
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from landfast.kernel import clock, danish
from landfast.web import spoken

register = template.Library()

NATIVE = {
    "date": (forms.DateInput, "date", "%Y-%m-%d"),
    "datetime": (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    "time": (forms.TimeInput, "time", "%H:%M"),
}
GROUPS = frozenset({"radioselect", "checkboxselectmultiple"})


def in_denmark(value: date) -> date:
    """An instant as the time it is in Denmark; a date as it is."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(clock.DENMARK)
    return value


@register.filter
def near(value: date | None) -> str:
    """A date as one says it: "i morgen kl. 10", "for tre dage siden"."""
    return spoken.near(in_denmark(value), clock.today()) if value else ""


@register.filter
def day(value: date | None) -> str:
    """The full date: "torsdag 26. november 2026"."""
    return spoken.day(in_denmark(value)) if value else ""


@register.filter
def short_day(value: date | None) -> str:
    """The date where room is scarce: "26. nov. 2026"."""
    return spoken.short_day(in_denmark(value)) if value else ""


@register.filter
def at_clock(value: datetime | None) -> str:
    """The time of day beside near words: "kl. 14.30"; nothing when those say it already."""
    shown = in_denmark(value) if value else None
    if not isinstance(shown, datetime) or danish.says_clock(shown, clock.today()):
        return ""
    return spoken.clock(shown)


@register.filter
def iso(value: date | None) -> str:
    """The date for machines, as `<time datetime>` wants it."""
    return in_denmark(value).isoformat() if value else ""


@register.filter
def genitive(name: str) -> str:
    """Whose: "Karens", but "Jens'"."""
    return spoken.genitive(str(name))


@register.filter
def phone(value: str) -> str:
    """A telephone number in pairs: "12 34 56 78"."""
    return danish.phone(str(value))


@register.filter
def dial(value: str) -> str:
    """A telephone number as a `tel:` link wants it: no spaces."""
    return "".join(sign for sign in str(value) if sign.isdigit() or sign == "+")


@register.filter
def initials(value: str) -> str:
    """The letters that stand in for a photo."""
    return danish.initials(str(value))


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """An icon of the sprite. It says nothing to a screen reader: the word beside it does."""
    return format_html(
        '<svg class="icon-svg {}" focusable="false" aria-hidden="true">'
        '<use href="{}#{}"></use></svg>',
        css,
        static("built/icons.svg"),
        name,
    )


@register.filter
def is_group(field: BoundField) -> bool:
    """Whether the field is several controls that share a legend."""
    return field.widget_type in GROUPS


@register.filter
def anchor(field: BoundField) -> str:
    """The id to jump to: the control, or the first control of a group."""
    return f"{field.auto_id}_0" if is_group(field) else field.id_for_label or field.auto_id


@register.filter
def described_by(field: BoundField) -> str:
    """The ids of the hint and the error, as `aria-describedby` wants them."""
    parts = [("helptext", field.help_text), ("error", field.errors)]
    return " ".join(f"{field.auto_id}_{name}" for name, shown in parts if shown)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The control of a field with the classes of the design system and its descriptions."""
    kind = field.widget_type
    css = {"select": "form-select", "checkbox": "form-checkbox"}.get(kind, "form-input")
    if kind in {"clearablefile", "file"}:
        css = ""
    own = field.field.widget.attrs.get("class", "")
    attrs: dict[str, Any] = {"class": f"{css} {own}".strip()}
    if described := described_by(field):
        attrs["aria-describedby"] = described
    if field.errors:
        attrs["aria-invalid"] = "true"
    if kind == "textarea" and field.field.widget.attrs.get("rows") == "10":
        attrs["rows"] = "5"  # Django's own default leaves no room for the rest on a phone
    if kind not in NATIVE:
        return field.as_widget(attrs=attrs)
    widget, native, form = NATIVE[kind]
    plain = widget(attrs=field.field.widget.attrs, format=form)
    plain.input_type = native
    return field.as_widget(widget=plain, attrs=attrs)
