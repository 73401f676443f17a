"""One way from data to PDF. People's words travel as JSON, so that nothing in them is markup."""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import typst

from landfast.kernel.clock import now


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The design system's typeface, as the build lays it beside us; never the machine's own."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(files(__package__) / "fonts")])


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """A tagged PDF with language and title, the same on every machine (WCAG, PDF/UA-1)."""
    folder = files(__package__) / "templates"
    return bytes(
        typst.compile(
            str(folder / template),
            root=str(folder),
            font_paths=_fonts(),
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=int(now().timestamp()),
        )
    )
