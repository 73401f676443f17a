"""A field that is said to be optional can be left empty, whatever else is answered."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse

from landfast.kernel.clock import today
from landfast.meetings.rules import Stage
from landfast.web.labels import is_optional
from landfast.web.organisation.forms import HoursForm
from tests.factories.meetings import running_meeting
from tests.factories.plan import accepted
from tests.web.test_every_form import PAGES, Page

FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
CONTROL = re.compile(
    r"<(?P<tag>input|textarea|select)\b(?P<attrs>[^>]*)>(?P<inside>(?:(?!</select>).)*?</select>)?",
    re.DOTALL,
)
BUTTON = re.compile(r'<button\b([^>]*)type="submit"([^>]*)>')
GROUP = '<div class="form-group'
MOST = 12


def closing(town):
    met = running_meeting(town, Stage.CLOSING)
    return Page(town.karen, reverse("hold_meeting", args=[met.course_id, met.id]))


def follow_up(town):
    met = running_meeting(town, Stage.FOLLOW_UP)
    accepted(town, met.lived, town.bo)
    return Page(town.karen, reverse("hold_meeting", args=[met.course_id, met.id]))


def afterwards(town):
    met = running_meeting(town, code="M-02")
    return Page(town.karen, reverse("hold_meeting", args=[met.course_id, met.id]))


ALL = {**PAGES, "closing": closing, "follow_up": follow_up, "afterwards": afterwards}


def attr(text, name):
    found = re.search(rf'\b{name}="([^"]*)"', text)
    return unescape(found.group(1)) if found else ""


@dataclass
class Form:
    """A form of a page: what stands in it, what it may be given, and its buttons."""

    url: str
    given: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)


def forms_of(html, url):
    for head, body in FORM.findall(html):
        if 'method="post"' not in head or "lf-optional" not in body:
            continue
        form = Form(attr(head, "action") or url)
        for part in re.split(f"(?={re.escape(GROUP)})", body):
            is_optional = part.startswith(GROUP) and "lf-optional" in part
            for control in CONTROL.finditer(part):
                fill(form, control, is_optional)
        for before, after in BUTTON.findall(body):
            attrs = before + after
            if ' form="' not in f" {attrs}":
                form.buttons.append(
                    (
                        attr(attrs, "formaction") or form.url,
                        attr(attrs, "name"),
                        attr(attrs, "value"),
                    )
                )
        yield form


def fill(form, control, is_optional):
    """Something that fits in what is needed; nothing in what is said to be optional."""
    attrs, name = control["attrs"], attr(control["attrs"], "name")
    kind = attr(attrs, "type")
    if not name or name == "csrfmiddlewaretoken":
        return
    if kind == "hidden":
        form.given[name] = [attr(attrs, "value")]
    elif is_optional:
        form.given.setdefault(name, [])
    elif control["tag"] == "select" or kind in ("radio", "checkbox"):
        options = re.findall(r"<option\b([^>]*)>", control["inside"] or "")
        is_list = control["tag"] == "select"
        values = (
            [attr(one, "value") for one in options] if is_list else [attr(attrs, "value") or "on"]
        )
        form.choices.setdefault(name, []).extend(filter(None, values))
    else:
        form.given[name] = [plausible(attrs, kind)]


def plausible(attrs, kind):
    day = today() + timedelta(days=21)
    if kind == "date":
        return day.isoformat()
    if kind == "datetime-local":
        return f"{day.isoformat()}T10:00"
    return {"time": "10:00", "number": "45"}.get(kind, "Ringer til udlejer")


def sendings(form):
    """Each choice once with each button, the other choices at their first; nothing twice."""
    first = {name: values[:1] for name, values in form.choices.items()}
    picked = [first, {}] if first else [{}]
    picked += [
        {**first, name: [one]} for name, values in form.choices.items() for one in values[1:]
    ]
    for url, name, value in form.buttons:
        for choice in picked[:MOST]:
            yield url, {**form.given, **choice, **({name: [value]} if name else {})}


def wrongly_asked(html):
    """The optional fields that a page says are missing."""
    return [
        re.sub(r"<[^>]+>", " ", part)[:120]
        for part in re.split(f"(?={re.escape(GROUP)})", html)
        if part.startswith(f"{GROUP} form-error") and "lf-optional" in part
    ]


@pytest.mark.parametrize("name", ALL)
def test_what_is_said_to_be_optional_can_be_left_empty(town, signed_in, name):
    page = ALL[name](town)
    client = signed_in(page.who)
    html = client.get(page.url).content.decode()
    for form in forms_of(html, page.url):
        for url, sent in sendings(form):
            answer = client.post(url, sent)
            if answer.status_code == 422:
                assert not wrongly_asked(answer.content.decode()), (url, sent)


def test_working_hours_are_never_said_to_be_optional():
    assert not [one for one in HoursForm() if is_optional(one.field)]
    form = HoursForm({"opens_0": "08:00"})
    assert form.errors


def test_the_test_sees_a_field_that_is_wrongly_called_optional():
    html = (f'<form method="post" action="/x/">{GROUP} form-error"><label>Hvorfor? '
            '<span class="lf-optional">(frivilligt)</span></label>'
            '<input type="text" name="a"></div>'
            f'{GROUP}"><label>Dag</label><input type="date" name="b"></div>'
            '<button type="submit" name="go" value="1">Send</button></form>')  # fmt: skip
    (form,) = forms_of(html, "/")
    assert form.given["a"] == []
    assert form.given["b"] != []
    assert [url for url, _sent in sendings(form)] == ["/x/"]
    assert len(wrongly_asked(html)) == 1
