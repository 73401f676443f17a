"""How much a slow line carries: the first visit, and every later page of hers (issue 5 §1).

Seconds are measured in `bench/` (BENCH=paint); bytes are the same on every machine.
"""

import gzip
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

from tests.factories.lived import lived_course

TEMPLATES = settings.TEMPLATES[0]["DIRS"][0]
FIRST, LATER = 250_000, 30_000
PAGES = [
    "", "folk/", "moeder/", "plan/", "valg/", "kort/", "netvaerk/", "naar-det-er-svaert/", "noter/"
]  # fmt: skip
LOADED = re.compile(r'<(?:link|script|use)[^>]*(?:href|src)="/static/([^"#]+)')
FONTS = re.compile(r"fonts/[\w-]+Latin1[\w.]*woff2")


def carried(me, path: str) -> bytes:
    response = me.get(path, headers={"Accept-Encoding": "gzip"})
    assert response.status_code == 200, path
    assert response["Content-Encoding"] == "gzip", path
    return bytes(response.content)


def served(name: str) -> bytes:
    plain = Path(staticfiles_storage.path(name))
    packed = plain.with_name(plain.name + ".gz")
    return (packed if packed.exists() else plain).read_bytes()


def test_each_page_of_hers_is_light_and_so_is_the_first_visit(town, signed_in):
    me = signed_in(lived_course(town).citizen)
    pages = {path: carried(me, f"/mit/{path}") for path in PAGES}
    assert {path: len(sent) for path, sent in pages.items() if len(sent) > LATER} == {}
    loaded = {
        name for sent in pages.values() for name in LOADED.findall(gzip.decompress(sent).decode())
    }
    [style] = [name for name in loaded if name.endswith(".css")]
    loaded |= {f"built/{font}" for font in FONTS.findall(gzip.decompress(served(style)).decode())}
    assert len(loaded) >= 6
    assert max(map(len, pages.values())) + sum(len(served(name)) for name in loaded) <= FIRST


def test_a_page_that_asks_for_parts_of_itself_has_the_script_for_it():
    """Her pages do without, unless they say so (base_citizen.html)."""
    without = [
        path.name
        for path in TEMPLATES.rglob("*.html")
        if " hx-get=" in (text := path.read_text("utf-8")) or " hx-post=" in text
        if text.startswith(("{% extends base %}", '{% extends "base_citizen.html" %}'))
        if "{% block smooth %}" not in text
    ]
    assert without == []
