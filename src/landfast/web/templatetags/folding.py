"""The rest of a group of a page, behind its number."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from landfast.web.parts.shapes import Fold

register = template.Library()


@register.simple_tag
def fold(rest: Fold | None) -> SafeString:
    """Opens in place, and without JavaScript on a fresh page; nothing where all is shown.

    It has an id, so that the focus stays on it when the group has come anew.
    """
    if rest is None:
        return SafeString("")
    return format_html(
        '<p class="lf-fold"><a class="lf-quiet-link" id="{1}-fold" href="{0}#{1}" hx-get="{0}"'
        ' hx-select="#{1}" hx-target="#{1}" hx-swap="outerHTML">{2}</a></p>',
        rest.url, rest.at, rest.label,
    )  # fmt: skip
