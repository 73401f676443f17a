"""The pages that speak Arabic say all of it, in each state they can be in (docs/languages.md)."""

import re
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parents[2] / "src" / "landfast"
TEMPLATES = SOURCE / "web" / "templates"
PAGES = ("mine/my_course.html", "mine/my_card.html", "mine/my_meetings.html")
INCLUDES = re.compile(r'{% (?:include|extends) "([^"]+)"')
KEYWORDS = {"_": None, "gettext": None, "da": None, "gettext_lazy": None, "ngettext": (1, 2)}
WORDS = (
    "web/mine/present.py", "web/mine/meetings_present.py", "web/mine/promises_present.py",
    "web/mine/greeting.py", "web/mine/let_in.py", "web/mine/energy.py",
    "web/mine/card_present.py", "web/meetings/fallen_present.py", "web/templatetags/ringing.py",
)  # fmt: skip
"""What only her pages say. What other modules say to her beside others stands in `TOLD`."""
TOLD = {
    "web/mistakes/present.py": ("told_her", "_whence_read"),
    "web/sharing/present.py": ("line", "when"),
    "web/keeping/present.py": ("told",),
    "web/circles/present.py": ("her_line",),
    "web/directory/views.py": ("line_text", "days_in_words"),
}
FOR_STAFF = frozenset(
    {
        "Nødadgang.", "Nødadgang", "Du har et forløb åbent til %(emergency_until)s.", "Gå til det",
        "Du kan læse til %(emergency_until)s, men ikke skrive. Hver side skrives ned.",
        "Luk nødadgangen", "Landfast",
    }
)  # fmt: skip
"""In the frame of all pages, and never on hers; and the name of the product."""


def templates() -> list[str]:
    """The pages and all that they include or stand on."""
    found: list[str] = []
    ahead = list(PAGES)
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.append(name)
            ahead += INCLUDES.findall((TEMPLATES / name).read_text("utf-8"))
    return found


def said(path: Path, method: Any = "python", only: tuple[str, ...] = ()) -> set[str]:
    """The texts of a file, or of some of its functions."""
    with path.open("rb") as file:
        source: IO[bytes] = file
        if only:
            source = BytesIO(b"".join(_function(path.read_text("utf-8"), one) for one in only))
        found = list(extract(method, source, keywords=KEYWORDS))
    return {one if isinstance(one, str) else one[0] for _, one, _, _ in found}


def _function(source: str, name: str) -> bytes:
    found = re.search(rf"^def {name}\(.*?(?=^def |^class |^@|\Z)", source, re.DOTALL | re.MULTILINE)
    assert found, name
    return found.group().encode()


@pytest.fixture(scope="module")
def arabic() -> set[str]:
    with (SOURCE / "locale" / "ar" / "LC_MESSAGES" / "django.po").open("rb") as file:
        found = [one for one in read_po(file, locale="ar") if one.id and one.string]
    return {one.id if isinstance(one.id, str) else one.id[0] for one in found}


def test_the_templates_of_the_three_pages_are_said_whole(arabic, monkeypatch):
    monkeypatch.syspath_prepend(SOURCE.parents[1] / "scripts")
    from extract_templates import extract as of_template

    names = templates()
    assert "parts/next_step.html" in names, "the includes are followed"
    missing = {
        (name, one)
        for name in names
        for one in said(TEMPLATES / name, of_template) - arabic - FOR_STAFF
    }
    assert missing == set()


def test_what_the_pages_are_told_by_code_is_said_whole(arabic):
    missing = {(name, one) for name in WORDS for one in said(SOURCE / name) - arabic}
    missing |= {
        (name, one)
        for name, only in TOLD.items()
        for one in said(SOURCE / name, only=only) - arabic
    }
    assert missing == set()
