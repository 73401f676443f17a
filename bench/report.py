"""What was to be reached, and whether it was."""

from collections.abc import Iterator
from typing import Any

from bench.data import say

Row = tuple[str, str, str, tuple[float, float, float], float]

QUERIES, GROWTH, ON_PAGE, TO_SQL, TO_EMPTY = 8, 1.25, 1.15, 4.0, 2.5
ON_QUERIES = {"plan": 1.3, "list": 1.6}


def targets(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Each target with the figure and a plain yes or no."""
    asked = [*_pages(found["scales"]), *_growth(found["growth"])]
    return [
        {"what": what, "page": page, "courses": courses, "value": value, "at_most": most,
         "best_rounds": best, "processor": processor, "reached": value <= most}
        for what, page, courses, (value, best, processor), most in asked
    ]  # fmt: skip


def _pages(scales: dict[str, Any]) -> Iterator[Row]:
    for scale, pages in scales.items():
        for page, figures in pages.items():
            if figures.get("missing"):
                continue
            ratios = figures["ratios"]
            count = figures["queries"]["page"]
            yield "queries of the page", page, scale, (count, count, count), QUERIES
            most = ON_QUERIES[figures["kind"]]
            yield "row-level security on queries", page, scale, _both(ratios, "rls_queries"), most
            yield "row-level security on the page", page, scale, _both(ratios, "rls_page"), ON_PAGE
            yield "the policies on the page", page, scale, _both(ratios, "policy_page"), ON_PAGE
            yield "the look log on the page", page, scale, _both(ratios, "log_page"), ON_PAGE
            yield "page to bare SQL", page, scale, _both(ratios, "page_to_sql"), TO_SQL
            yield "page to an empty page", page, scale, _both(ratios, "page_to_empty"), TO_EMPTY


def _growth(growth: dict[str, Any]) -> Iterator[Row]:
    for scale, pages in growth.items():
        for page, figures in pages.items():
            yield "growth", page, scale, _both(figures, "ratio"), GROWTH


def _both(figures: dict[str, float], name: str) -> tuple[float, float, float]:
    return figures[name], figures[f"{name}_best"], figures[f"{name}_cpu"]


def summary(found: dict[str, Any]) -> None:
    """For people, on stderr."""
    for scale, pages in found["scales"].items():
        for page, figures in pages.items():
            if figures.get("missing"):
                say(f"{page:9} {scale:>8}  (no such page yet)")
                continue
            for clients, times in figures["clients"].items():
                say(
                    f"{page:9} {scale:>8}  {clients:>2} clients  {times['per_second']:7.1f}/s"
                    f"  p50 {times['p50_ms']:7.1f} ms  p95 {times['p95_ms']:7.1f} ms"
                )
    for row in found["targets"]:
        mark = "reached" if row["reached"] else "MISSED "
        say(
            f"{mark}  {row['page']:9} {row['courses']:>12}  {row['what']:31}"
            f" {row['value']:6.2f}  best rounds {row['best_rounds']:6.2f}"
            f"  processor {row['processor']:6.2f}"
            f"  (at most {row['at_most']})"
        )
