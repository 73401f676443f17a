"""`python -m bench`: BENCH=name for one page, or consents, schedule, storyline, paint.

SCALE=small|big|N says how many courses; JSON to stdout.
"""

import json
import os
import platform
import sys
from datetime import UTC, datetime
from typing import Any

SCALES = {"": [1_000, 100_000], "small": [1_000, 100_000], "big": [1_000, 100_000, 1_000_000]}
SMALL = 1_000


def scales(wanted: str) -> list[int]:
    """The numbers of courses to measure at."""
    if wanted in SCALES:
        return SCALES[wanted]
    if not wanted.isdigit() or int(wanted) < 1:
        raise SystemExit("bench: SCALE is small, big or a number of courses")
    return [int(wanted)] if int(wanted) <= SMALL else [SMALL, int(wanted)]


def main() -> None:
    """Measure what was asked for, and print."""
    if os.environ.get("BENCH") == "schedule":
        from bench.schedule import measure

        measure.main()
        return
    if os.environ.get("BENCH") == "storyline":
        from bench.storyline import measure as line

        line.main()
        return
    _start()
    if os.environ.get("BENCH") == "paint":
        from bench import paint

        paint.main()
    elif os.environ.get("BENCH") == "night":
        from bench import night

        night.main()
    else:
        measure_pages()


def _start() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    from landfast.kernel import postgres

    postgres.ensure_running()
    import django

    django.setup()


def measure_pages() -> None:
    """Build what is missing, open the pages."""
    from bench import actors, pages, report

    wanted = os.environ.get("BENCH", "")
    if wanted not in {*actors.GROUPS, *actors.ASKED}:
        names = [
            *filter(None, actors.GROUPS),
            *actors.ASKED,
            "schedule",
            "storyline",
            "paint",
            "night",
        ]
        raise SystemExit(f"bench: BENCH is one of {', '.join(names)}")
    effort = pages.TINY if os.environ.get("BENCH_TINY") else pages.Effort()
    chosen = actors.GROUPS.get(wanted, (wanted,))
    load = os.getloadavg()[0]
    found: dict[str, Any] = {
        "date": datetime.now(UTC).isoformat(timespec="minutes"),
        "machine": {
            "cores": os.cpu_count(), "python": platform.python_version(),
            "load_before": round(load, 2), "durable": os.environ.get("LANDFAST_PG_FSYNC", "on"),
        },
        **pages.measured(scales(os.environ.get("SCALE", "")), chosen, effort),
    }  # fmt: skip
    found["targets"] = report.targets(found)
    json.dump(found, sys.stdout, indent=2)
    print()
    report.summary(found)


if __name__ == "__main__":
    main()
