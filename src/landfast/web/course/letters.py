"""The answer of intake as a page says it: our sentences in her language, theirs as written."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from landfast.course.rules.intake import Paragraph
from landfast.web.spoken import day


def paragraphs(letter: Iterable[Paragraph]) -> list[str]:
    """Line by line."""
    return [_said(one) if one.is_ours else one.text for one in letter]


def _said(one: Paragraph) -> str:
    values = {k: day(v) if isinstance(v, date) else v for k, v in one.values.items()}
    return _(one.text).format(**values)
