"""The rest of a group of a page, behind its number."""

from django import template
from django.utils.safestring import SafeString

from landfast.web.parts.shapes import Fold
from landfast.web.templatetags.landfast import escaped

register = template.Library()


@register.simple_tag
def fold(rest: Fold | None) -> SafeString:
    """Opens in place, and without JavaScript on a fresh page; nothing where all is shown.

    It has an id, so that the focus stays on it when the group has come anew.
    """
    if rest is None:
        return SafeString("")
    at, url = escaped(rest.at), escaped(rest.url)
    return SafeString(
        f'<p class="lf-fold"><a class="lf-quiet-link" id="{at}-fold" href="{url}#{at}"'
        f' hx-get="{url}" hx-select="#{at}" hx-target="#{at}" hx-swap="outerHTML">'
        f"{escaped(rest.label)}</a></p>"
    )
