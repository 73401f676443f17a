"""`make bench BENCH=storyline`: 20, 200 and 2,000 events; the last line is one JSON object.

Processor time of the picture and its list as the page has them; and what Chromium takes from the
bytes to the first paint, which is what the reader waits for.
"""

import json
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.storyline.town import TODAY, story

SIZES = (20, 200, 2_000)
ROUNDS = 15
TARGETS = {"made_ms": 150.0, "svg_kib": 256.0, "paint_ms": 300.0}


def main() -> None:
    """Measure every size at the whole and at its last year, and print."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django

    django.setup()
    found: dict[str, Any] = {"bench": "storyline", "load_before": round(os.getloadavg()[0], 2)}
    drawings = {}
    for events in SIZES:
        for asked in ("", f"{TODAY:%Y}"):
            name = f"{events}_{asked or 'whole'}"
            found[name], drawings[name] = _measured(events, asked)
    for name, took in _painted(drawings).items():
        found[name]["paint_ms"] = took
    found["targets"] = TARGETS
    print(json.dumps(found))


def _measured(events: int, asked: str) -> tuple[dict[str, Any], str]:
    from landfast.paper.storyline import Asks, sheet

    lived = story(events)

    def make() -> Any:
        return sheet("Forløbet", lived, Asks(asked), TODAY)

    shown = make()
    drawing = str(shown.drawing(lambda numbers: f"#l-{numbers[0]}"))
    return {
        "lines": len(shown.told.items), "marks": len(shown.picture.marks),
        "svg_kib": round(len(drawing.encode()) / 1024, 1),
        "placed_ms": _cpu(make), "drawn_ms": _cpu(shown.drawing),
        "made_ms": _cpu(lambda: make().drawing()),
    }, drawing  # fmt: skip


def _cpu(act: Callable[[], Any]) -> float:
    taken = []
    for _ in range(ROUNDS):
        began = time.process_time()
        act()
        taken.append(time.process_time() - began)
    return round(statistics.median(taken) * 1000, 2)


def _painted(drawings: dict[str, str]) -> dict[str, float]:
    """From the bytes to the first contentful paint, median of five, in a browser without a head."""
    from playwright.sync_api import sync_playwright

    browser_at = os.environ.get("LANDFAST_CHROMIUM", "/usr/bin/chromium")
    asks = """() => new Promise(done => new PerformanceObserver(list => {
      const found = list.getEntriesByName("first-contentful-paint");
      if (found.length) done(found[0].startTime);
    }).observe({type: "paint", buffered: true}))"""
    found = {}
    with TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=browser_at, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for name, drawing in drawings.items():
            at = Path(folder) / f"{name}.html"
            at.write_text(f"<!doctype html><meta charset=utf-8><title>x</title>{drawing}", "utf-8")
            taken = []
            for _ in range(5):
                page.goto(at.as_uri())
                taken.append(page.evaluate(asks))
            found[name] = round(statistics.median(taken), 1)
        browser.close()
    return found


if __name__ == "__main__":
    main()
