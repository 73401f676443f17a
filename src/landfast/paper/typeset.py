"""One way from data to PDF. People's words travel as JSON, so that nothing in them is markup."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import typst

from landfast.kernel.clock import now

Standard = Literal["ua-1", "a-2b"]
"""For readers of every kind, or for an archive; typst makes no file that is both yet."""


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The design system's typeface, as the build lays it beside us; never the machine's own."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(files(__package__) / "fonts")])


def typeset(template: str, data: Mapping[str, Any], standard: Standard = "ua-1") -> bytes:
    """A tagged PDF with language and title, the same on every machine (WCAG, PDF/UA-1)."""
    folder = files(__package__) / "templates"
    return bytes(
        typst.compile(
            str(folder / template),
            root=str(folder),
            font_paths=_fonts(),
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=[standard],
            timestamp=int(now().timestamp()),
        )
    )
