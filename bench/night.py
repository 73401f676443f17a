"""`BENCH=night`: the red thread looks at every course that runs, once, as the job does each night.

Two nights: in the first everything is found anew, in the second nothing has changed but the day.
A run that is killed begins where it was, so the second half of a night is measured as any other.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

NIGHT = 600
COURSES = 100_000
FRESH = (
    "insert into redthread_check (course_id) select id from course_course on conflict do nothing;"
    " update redthread_check set woken_at = null, checked_on = null;"
    " delete from redthread_finding; analyze redthread_check;"
)


def main() -> None:
    """Measure a night at each scale, and print."""
    from bench.__main__ import scales

    found = {
        "date": datetime.now(UTC).isoformat(timespec="minutes"), "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
        "scales": {str(one): nights(one) for one in scales(os.environ.get("SCALE", ""))},
    }  # fmt: skip
    json.dump(found, sys.stdout, indent=2)
    print()


def nights(courses: int) -> dict[str, Any]:
    """The first night and the next."""
    from bench import data
    from bench.pages import pointed_to
    from landfast.kernel import clock, postgres

    name = data.database(courses)
    with postgres.admin_connect(name) as admin:
        admin.execute(FRESH)
    data.say(f"{courses} courses: two nights")
    with pointed_to(name), as_jobs():
        first = _night()
        with clock.at(clock.now() + timedelta(days=1)):
            second = _night()
    with postgres.admin_connect(name) as admin:
        row = admin.execute(
            "select count(*), (select count(*) from redthread_check where failed_at is not null)"
            " from redthread_finding where closed_at is null"
        ).fetchone()
    return {"first": first, "second": second, "findings": row[0], "failed": row[1]}


def _night() -> dict[str, Any]:
    from landfast.jobs.redthread import look

    began, used = time.monotonic(), time.process_time()
    looked = look()
    took, used = time.monotonic() - began, time.process_time() - used
    return {
        "courses": looked, "seconds": round(took, 1), "python_seconds": round(used, 1),
        "ms_a_course": round(1000 * took / max(looked, 1), 2),
        "minutes_at_100000": round(took / max(looked, 1) * COURSES / 60, 1),
        "within_ten_minutes": took / max(looked, 1) * COURSES <= NIGHT,
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }  # fmt: skip


@contextmanager
def as_jobs() -> Iterator[None]:
    """Django's connection is that of the background jobs."""
    from django.db import connection

    from landfast.kernel import postgres

    parts, before = postgres.django_database("jobs"), dict(connection.settings_dict)
    connection.settings_dict.update(USER=parts["USER"], PASSWORD=parts["PASSWORD"])
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(USER=before["USER"], PASSWORD=before["PASSWORD"])
