"""Hard words of a page, explained under it by one touch."""

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from landfast.web.chrome import HERS
from landfast.web.terms import terms_in

register = template.Library()


@register.simple_block_tag(takes_context=True)
def explained(context: Context, content: str) -> SafeString:
    """The page, and on the citizen's side what its hard words mean; folded, in the browser's own
    way: by keyboard, by voice and without JavaScript.
    """
    page = SafeString(content)
    found = terms_in(page) if context.get("base") == HERS else []
    if not found:
        return page
    lines = format_html_join("", "<dt>{}</dt><dd>{}</dd>", ((one.word, one.means) for one in found))
    return page + format_html(
        '<details class="lf-more lf-words lf-no-print"><summary>{}</summary><dl>{}</dl></details>',
        gettext("Svære ord på siden"), lines,
    )  # fmt: skip
