"""What a page sends along of what it showed."""

import html
import re


def seen_in(page: str) -> str:
    """The mark of the frame that a page sends along."""
    found = re.search(r'name="seen" value="([^"]*)"', page)
    assert found
    return html.unescape(found[1])


def typed(page, **words):
    """Every field of the page's form, as a browser sends it, with these words."""
    hidden = re.findall(r'name="(seen|read)" value="([^"]*)"', page.content.decode())
    return {**{name: html.unescape(value) for name, value in hidden}, **words}
