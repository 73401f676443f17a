"""What somebody reads on a page: the words of <main>, a full stop after each block."""

import re
from html.parser import HTMLParser

from landfast.kernel.danish import MONTHS, WEEKDAYS

BLOCKS = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "label", "legend", "button", "a", "div", "option"}
    | {"summary", "section", "article", "dt", "dd", "td", "th"}
)
SILENT = frozenset({"script", "style", "svg", "option", "textarea"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside = False
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.inside = self.inside or tag == "main"
        self.silent += tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "main"
        self.silent -= tag in SILENT
        if self.inside and tag in BLOCKS and self.words and self.words[-1] not in ".!?:":
            self.words.append(".")

    def handle_data(self, data: str) -> None:
        said = " ".join(data.split())
        if self.inside and not self.silent and said:
            self.words.append(said)


def visible_text(html: str, *names: str) -> str:
    """The text of the page without the names of months, days, people and places."""
    reader = _Reader()
    reader.feed(html)
    text = re.sub(r"\s+([.,!?:])", r"\1", " ".join(reader.words))
    left_out = "|".join(re.escape(name) for name in (*MONTHS, *WEEKDAYS, *names))
    return re.sub(rf"\b(?:{left_out})\b", "", text, flags=re.IGNORECASE)
