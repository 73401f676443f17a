"""All pages that a citizen can open: from link to link, then every other address of the URL map."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from uuid import uuid4

from django.test import Client
from django.urls import Resolver404, resolve

from tests.house.test_urls import addresses

BEGINS = (
    "/", "/mit/", "/mit/moeder/", "/mit/folk/", "/mit/plan/", "/mit/valg/", "/mit/kort/",
    "/besked/", "/min-adgang/", "/log-ind/", "/ring-mig-op/",
)  # fmt: skip
FIRST = ("/mit/", "/mit/moeder/")
LINK = re.compile(r'(href|action)="(/[^"#]*)[^"]*"')
Get = Callable[[str], tuple[str, bytes]]
PART = re.compile(r"<(?:\w+:)?(\w+)>")
ENDS = {"log-ud/", "sprog/", "kladde/"}
"""What ends the visit or only changes how it is seen."""


@dataclass
class Walk:
    """What was read: the pages by the name of their address, papers apart."""

    pages: dict[str, str] = field(default_factory=dict)
    papers: dict[str, bytes] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    linked: set[str] = field(default_factory=set)
    known: dict[str, str] = field(default_factory=dict)
    """A key of each kind that stood in an address on her pages."""
    asked: set[tuple[Get, str]] = field(default_factory=set)
    """What was tried, and by whom: what is no page of hers is not asked for by each link to it."""

    def hers(self) -> dict[str, str]:
        """Those that stand on her side of the house, or that a link led her to."""
        return {
            name: html for name, html in self.pages.items()
            if name in self.linked or 'class="ground-citizen"' in html
        }  # fmt: skip

    def goes(self, get: Get) -> "Walk":
        """Follow every link to a page not read yet. Another citizen begins at her own first pages,
        which say other things.
        """
        waiting = list(BEGINS) if not self.pages else self._begins_anew(get)
        while waiting:
            before = len(self.pages)
            waiting.extend(self._reads(waiting.pop(0), get))
            self.linked.update([*self.pages][before:])
        return self

    def _begins_anew(self, get: Get) -> list[str]:
        found = []
        for path in FIRST:
            name = f"{self._matched(path)} ({len(self.pages)})"
            self.pages[name], self.paths[name] = get(path)[1].decode(), path
            self.linked.add(name)
            found.extend(self._links(self.pages[name]))
        return found

    def tries_the_rest(self, get: Get) -> "Walk":
        """Open what no link led to: it is refused, or a page of hers too."""
        for path in self._other_addresses():
            for more in self._reads(path, get):
                self._reads(more, get)
        return self

    def _reads(self, path: str, get: Get) -> list[str]:
        name = self._matched(path)
        if not name or name in self.paths or path[1:] in ENDS or (get, path) in self.asked:
            return []
        self.asked.add((get, path))
        kind, content = get(path)
        if kind == "application/pdf":
            self.papers[name], self.paths[name] = content, path
        if kind != "text/html":
            return []
        self.pages[name], self.paths[name] = content.decode(), path
        return [*self._links(self.pages[name])]

    def _links(self, html: str) -> Iterator[str]:
        """Where the page leads; where its forms are sent tells keys only."""
        for kind, link in LINK.findall(html):
            if kind == "href":
                yield unescape(link)
            else:
                self._matched(unescape(link))

    def _matched(self, path: str) -> str:
        """The name of an address; the keys in it are remembered."""
        try:
            match = resolve(path.partition("?")[0])
        except Resolver404:
            return ""
        self.known.update({key: str(value) for key, value in match.kwargs.items()})
        return str(match.url_name)

    def _other_addresses(self) -> Iterator[str]:
        for form, pattern in addresses():
            if pattern.name not in self.paths and form not in ENDS:
                yield "/" + PART.sub(lambda m: self.known.get(m[1]) or str(uuid4()), form)


def reading(client: Client) -> Get:
    """A page as the client is given it: what it is and its content; nothing when it is refused."""

    def get(path: str) -> tuple[str, bytes]:
        answer = client.get(path)
        kind = answer.headers.get("Content-Type", "").partition(";")[0]
        if answer.status_code != 200 or kind not in ("text/html", "application/pdf"):
            return "", b""
        return kind, b"".join(answer) if answer.streaming else answer.content

    return get
