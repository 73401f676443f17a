"""Filters and tags of the templates: dates in words, numbers, icons and form controls."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache, lru_cache
from html import escape
from time import strptime
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from landfast.course.rules.facts import Line
from landfast.kernel import clock, danish
from landfast.meetings.queries import MeetingView
from landfast.paper import words
from landfast.web import labels, spoken
from landfast.web.parts.shapes import Person, State

register = template.Library()

NATIVE = {
    "date": (forms.DateInput, "date", "%Y-%m-%d"),
    "datetime": (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    "time": (forms.TimeInput, "time", "%H:%M"),
}
FEW = 512
ARC = mark_safe(
    '<svg class="lf-arc" viewBox="0 0 88 50" focusable="false">'
    '<path d="M2 48h10a32 32 0 0 1 64 0h10"/></svg>'
)
GROUPS = frozenset({"radioselect", "checkboxselectmultiple"})
_TO_ESCAPE = re.compile("[&<>\"']").search


@register.filter
def near(value: date | None) -> str:
    """A date as one says it: "i morgen kl. 10", "for tre dage siden"."""
    return spoken.near(value, clock.today()) if value else ""


@register.filter
def day(value: date | None) -> str:
    """The full date: "torsdag 26. november 2026"."""
    return spoken.day(value) if value else ""


@register.filter
def as_known(value: date, precision: str) -> str:
    """The date as exactly as somebody knew it: no day is made up."""
    return spoken.as_known(value, precision)


@register.filter
def short_day(value: date | None) -> str:
    """The date where room is scarce: "26. nov. 2026"."""
    return spoken.short_day(value) if value else ""


@register.filter
def at_clock(value: datetime | None) -> str:
    """The time of day beside near words: "kl. 14.30"; nothing when those say it already."""
    shown = clock.in_denmark(value) if value else None
    if not isinstance(shown, datetime) or danish.says_clock(shown, clock.today()):
        return ""
    return spoken.clock(shown)


@register.filter
def day_at(value: datetime | None) -> str:
    """The full date and the time of day, where no near words stand beside it."""
    shown = clock.in_denmark(value) if value else None
    if not isinstance(shown, datetime):
        return ""
    return f"{spoken.day(shown)} {spoken.clock(shown)}"


@register.filter
def hour(value: time) -> str:
    """The time of day without a word before it: "9", "9.30"."""
    return spoken.hour(value)


@register.filter
def iso(value: date | None) -> str:
    """The date for machines, as `<time datetime>` wants it."""
    return clock.in_denmark(value).isoformat() if value else ""


@register.filter
def genitive(name: str) -> str:
    """Whose: "Karens", but "Jens'"."""
    return spoken.genitive(str(name))


@register.filter
def named(text: str) -> str:
    """A name out of the data, or a stored reason of the program's own: translated when it is."""
    return spoken.named(str(text))


@register.filter
def page_named(what: str) -> str:
    """A page as the look log calls it, in the reader's language."""
    return spoken.page_named(what)


@register.filter
def said(line: Line) -> str:
    """What was told outside Landfast, in the reader's language."""
    return line.said(gettext)


@register.filter
def quoted(said: str) -> str:
    """Her words, or words to her, where another reads them."""
    return words.quoted(said)


@register.filter
def times(meeting: MeetingView) -> str:
    """When a meeting was called for, began and ended, as on paper."""
    return words.times(meeting)


@register.filter
def became(theme: Mapping[str, str], citizen_said: str) -> str:
    """What became of a theme of the minutes, as on paper."""
    return words.became(theme, citizen_said)


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
@cache
def icon(name: str, css: str = "") -> SafeString:
    """An icon of the sprite. It says nothing to a screen reader: the word beside it does."""
    return format_html(
        '<svg class="icon-svg {}" focusable="false" aria-hidden="true">'
        '<use href="{}#{}"></use></svg>',
        css,
        static("built/icons.svg"),
        name,
    )


# Chips, faces and dates stand dozens of times on a page and are few: each is made once.


@register.simple_tag
@lru_cache(FEW)
def chip(state: State) -> SafeString:
    """A state as word, shape and colour."""
    kind = state.kind
    return format_html(
        '<span class="lf-chip lf-chip-{}">{}{}</span>', kind, icon(f"state-{kind}"), state.word
    )


@register.simple_tag
def face(person: Person) -> SafeString:
    """A face: photo or initials, a question mark for nobody; the coordinator's under the arc."""
    letters = "?" if person.is_nobody else danish.initials(person.name)
    return _face(letters, person.photo_url, person.is_coordinator)


@lru_cache(FEW)
def _face(letters: str, photo: str, is_coordinator: bool) -> SafeString:
    inside = format_html('<span class="lf-initials">{}</span>', letters)
    if photo:
        inside = format_html('<img src="{}" alt="" loading="lazy" width="64" height="64">', photo)
    css, arc = (" lf-face-arc", ARC) if is_coordinator else ("", "")
    return format_html('<span class="lf-face{}" aria-hidden="true">{}{}</span>', css, inside, arc)


@register.simple_tag
def when(value: date | None, brief: object = "") -> SafeString:
    """A date in near words with the full date beside it; brief: the full date in print only."""
    if not value:
        return SafeString("")
    return _when(clock.in_denmark(value), clock.today(), get_language(), bool(brief))


@lru_cache(FEW)
def _when(value: date, today: date, language: str, brief: bool) -> SafeString:
    del language  # the words are the language's: it belongs to the key
    return format_html(
        '<time class="lf-when" datetime="{}"><span class="lf-near">{}</span>'
        ' <span class="lf-day{}">{}</span></time>',
        value.isoformat(), spoken.near(value, today), " sr-only" if brief else "",
        spoken.day(value),
    )  # fmt: skip


@register.simple_tag
def linked(text: str, url: str = "") -> SafeString:
    """A text; a link when there is an address."""
    return SafeString(f'<a href="{escaped(url)}">{escaped(text)}</a>' if url else escaped(text))


@register.simple_tag
def person_small(person: Person) -> SafeString:
    """A person inside something else: face, name, role."""
    return SafeString(
        f'<div class="lf-person lf-person-small">{face(person)}<p class="lf-person-who">'
        f'<span class="lf-person-name">{escaped(person.name)}</span>{_role(person)}</p></div>'
    )


@register.simple_tag
def person_line(person: Person, size: str = "") -> SafeString:
    """A person in one line: face, name, role, direct number as a button."""
    css = " lf-person-coordinator" if person.is_coordinator else ""
    css += " lf-person-big" if size == "big" else ""
    return SafeString(
        f'<div class="lf-person{css}">{face(person)}<p class="lf-person-who">'
        f'<span class="lf-person-name">{linked(person.name, person.url)}</span>{_role(person)}</p>'
        f"{_call(person) if person.phone else ''}</div>"
    )


def _role(person: Person) -> str:
    role = escaped(person.role)
    return f'<span class="lf-person-role">{role}</span>' if role else ""


def _call(person: Person) -> str:
    label = gettext("Ring til %(name)s:") % {"name": person.name}
    return (
        f'<a class="button button-secondary lf-call" href="tel:{dial(person.phone)}">'
        f'{icon("phone")}<span class="sr-only">{escaped(label)} </span>'
        f"{escaped(phone(person.phone))}</a>"
    )


def escaped(text: str) -> str:
    """As `conditional_escape`, for finished texts: a page asks it hundreds of times.

    Most have nothing to escape, and are looked through once instead of five times.
    """
    if isinstance(text, SafeString):
        return text
    said = str(text)
    return escape(said) if _TO_ESCAPE(said) else said


@register.filter
def is_group(field: BoundField) -> bool:
    """Whether the field is several controls that share a legend."""
    return field.widget_type in GROUPS


@register.filter
def in_places(field: BoundField) -> list[tuple[str, list[Any]]]:
    """Controls that share a legend, by the group that the choices name; "" where there is none."""
    controls = iter(field.subwidgets)
    found: list[tuple[str, list[Any]]] = []
    for value, label in field.field.choices:  # type: ignore[attr-defined]
        inside = isinstance(label, list | tuple)
        if inside or not found or found[-1][0]:
            found.append((str(value) if inside else "", []))
        found[-1][1].extend(next(controls) for _ in (label if inside else (value,)))
    return found


@register.filter
def some_chosen(controls: list[Any]) -> bool:
    """Is one of them ticked? Then their group stands open."""
    return any(one.data["selected"] for one in controls)


@register.filter
def is_optional(field: BoundField) -> bool:
    """Whether the label may say that it is free to answer."""
    return labels.is_optional(field.field)


@register.filter
def anchor(field: BoundField) -> str:
    """The id to jump to: the control, or the first control of a group."""
    return f"{field.auto_id}_0" if is_group(field) else field.id_for_label or field.auto_id


@register.filter
def is_lost_file(field: BoundField) -> bool:
    """A file came with a form that was not saved: a browser does not send it a second time."""
    return field.widget_type == "file" and bool(field.data) and not field.errors


@register.filter
def described_by(field: BoundField) -> str:
    """The ids of the hint and the error, as `aria-describedby` wants them."""
    parts = [
        ("helptext", field.help_text), ("error", field.errors), ("again", is_lost_file(field)),
    ]  # fmt: skip
    return " ".join(f"{field.auto_id}_{name}" for name, shown in parts if shown)


def _fits(value: Any, form: str) -> bool:
    """Can the browser's own control show it? Of other words it would show nothing."""
    if not isinstance(value, str) or not value:
        return True
    try:
        strptime(value, form)
    except ValueError:
        return False
    return True


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
    attrs["maxlength"] = False  # a browser cuts a paste in silence; the form says it instead
    if kind not in NATIVE:
        return field.as_widget(attrs=attrs)
    widget, native, form = NATIVE[kind]
    plain = widget(attrs=field.field.widget.attrs, format=form)
    plain.input_type = native if _fits(field.value(), form) else "text"
    return field.as_widget(widget=plain, attrs=attrs)
