"""Whom a citizen can ring, at the foot of her pages: nobody's number is promised in vain."""

from typing import cast

from django import template
from django.template import Context
from django.utils.translation import gettext

from landfast.course.queries.own import OwnCourse
from landfast.kernel.danish import phone
from landfast.web.pages import to
from landfast.web.parts.shapes import Link
from landfast.web.templatetags.landfast import dial

register = template.Library()


@register.simple_tag(takes_context=True)
def whom_to_ring(context: Context) -> Link:
    """Of the page's course, where it knows one; else what the page's frame found (`ring`)."""
    course = cast("OwnCourse", context.get("course"))
    known = ring_of(course) if getattr(course, "held", None) else None
    return known or cast("Link", context["ring"])


def ring_of(course: OwnCourse) -> Link | None:
    """Her coordinator, or the unit; None where nobody of the course can be rung."""
    if course.held.holder:
        return Link(gettext("Ring til min koordinator"), to("my_course") + "#coordinator")
    if not course.unit_phone:
        return None
    said = {"unit": course.unit, "phone": phone(course.unit_phone)}
    return Link(gettext("Ring til %(unit)s: %(phone)s") % said, f"tel:{dial(course.unit_phone)}")


def who_can_i_ring() -> Link:
    """Where the page cannot know it: her first page says whom, in whatever state she is."""
    return Link(gettext("Hvem kan jeg ringe til?"), to("my_course") + "#coordinator")
