"""Languages that an interpreter is asked for in, in the reader's words."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from landfast.course.rules.languages import LANGUAGES, Language


def languages() -> list[tuple[str, str]]:
    """To choose from; none is the usual."""
    return [("", _("Ingen tolk")), *((one.value, language(one)) for one in LANGUAGES)]


def language(code: str) -> str:
    """One by its code, or nothing. Django's own Danish for one of them begins small."""
    return capfirst(_(LANGUAGES[Language(code)])) if code else ""
