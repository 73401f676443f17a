"""The frame as a page shows it."""

import html
import re


def seen_in(page: str) -> str:
    """The mark of the frame that a page sends along."""
    found = re.search(r'name="seen" value="([^"]*)"', page)
    assert found
    return html.unescape(found[1])
