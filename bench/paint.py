"""`BENCH=paint`: bytes and first paint of each page of hers, on an old phone and a slow line.

Headless Chromium with 400 kbit/s, 400 ms a round trip and a processor four times slower; the first
visit with an empty cache, the later ones with what it left. Static files are as they are served.
"""

import json
import os
import shutil
import sys
from datetime import UTC, datetime
from typing import Any

from bench.data import database, say
from bench.serving import serving

COURSES = 1_000
PAGES = (
    "my_course", "my_people", "my_meetings", "my_plan", "my_say", "my_card", "my_map", "my_unwell",
    "my_notes", "my_offline",
)  # fmt: skip
LINE = {
    "offline": False, "latency": 400, "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}  # fmt: skip
SLOWER = 4
ROUNDS = 3
"""The least of them is told: what others do on the machine only adds."""
FIRST_BYTES, FIRST_PAINT, LATER_BYTES, LATER_PAINT = 250_000, 4.0, 30_000, 1.5
PAINTED = """new Promise((told) => new PerformanceObserver((list) =>
  list.getEntriesByName("first-contentful-paint").forEach((one) => told(one.startTime))
).observe({ type: "paint", buffered: true }))"""


def main() -> None:
    """Measure, print JSON, and say what was reached."""
    from bench import actors, pages

    filled = database(COURSES)
    with pages.pointed_to(filled), serving(filled) as port:
        [opener] = actors.openers(filled, "my_plan", 1)
        rows = measured(f"http://127.0.0.1:{port}", opener.visit.session)
    found = {
        "date": datetime.now(UTC).isoformat(timespec="minutes"),
        "line": {**LINE, "processor": f"1/{SLOWER}"},
        "load": round(os.getloadavg()[0], 2),
        "pages": rows,
    }
    json.dump(found, sys.stdout, indent=2)
    print()
    for row in rows:
        mark = "reached" if row["reached"] else "MISSED "
        visit = "first visit" if row["first"] else "later page "
        say(f"{mark}  {visit}  {row['page']:12} {row['bytes']:7} bytes  {row['painted']:.2f} s")


def measured(url: str, session: str) -> list[dict[str, Any]]:
    """Every page as the first visit, in an empty browser; then every page as a later one."""
    from django.urls import reverse
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("LANDFAST_CHROMIUM") or shutil.which("chromium")
    addresses = {name: reverse(name) for name in PAGES}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        rounds = [_round(browser, url, session, addresses) for _ in range(ROUNDS)]
        browser.close()
    return [min(rows, key=lambda row: row["painted"]) for rows in zip(*rounds, strict=True)]


def _round(browser: Any, url: str, session: str, addresses: dict[str, str]) -> list[dict[str, Any]]:
    rows = []
    for name, address in addresses.items():
        visitor = Visitor(browser, url, session)
        rows.append(visitor.opens(name, address, first=True))
        visitor.page.context.close()
    visitor = Visitor(browser, url, session)
    visitor.opens("my_course", addresses["my_course"], first=True)
    return rows + [visitor.opens(name, place, first=False) for name, place in addresses.items()]


class Visitor:
    """A phone with a slow line; it counts what comes over it."""

    def __init__(self, browser: Any, url: str, session: str) -> None:
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, base_url=url, locale="da-DK"
        )
        context.add_cookies([{"name": "sessionid", "value": session, "url": url}])
        self.page, self.bytes = context.new_page(), 0
        devtools = context.new_cdp_session(self.page)
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", LINE)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        devtools.on("Network.loadingFinished", self._came)

    def _came(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])

    def opens(self, name: str, address: str, *, first: bool) -> dict[str, Any]:
        """One page: what it weighed and when something stood there."""
        self.bytes = 0
        self.page.goto(address, wait_until="networkidle")
        painted = round(self.page.evaluate(PAINTED) / 1000, 2)
        weight, seconds = (FIRST_BYTES, FIRST_PAINT) if first else (LATER_BYTES, LATER_PAINT)
        return {
            "page": name, "first": first, "bytes": self.bytes, "painted": painted,
            "reached": self.bytes <= weight and 0 < painted <= seconds,
        }  # fmt: skip
