"""`BENCH=night`: the red thread looks at every course that runs, once, as the job does each night.

Two nights: in the first everything is found anew, in the second nothing has changed but the day.
A run that is killed begins where it was, so the second half of a night is measured as any other.
Whether a night is within its ten minutes is told by the processor's time, which a busy machine
lengthens less than the clock's.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
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

    began, ours, theirs = time.monotonic(), time.process_time(), _database_seconds()
    looked = look()
    took, ours = time.monotonic() - began, time.process_time() - ours
    theirs = _database_seconds() - theirs
    each = (ours + theirs) / max(looked, 1)
    return {
        "courses": looked, "seconds": round(took, 1), "python_seconds": round(ours, 1),
        "database_seconds": round(theirs, 1), "cpu_ms_a_course": round(1000 * each, 2),
        "cpu_minutes_at_100000": round(each * COURSES / 60, 1),
        "within_ten_minutes": each * COURSES <= NIGHT,
        "memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }  # fmt: skip


def _database_seconds() -> float:
    """The processor's time of this connection's own process of the database."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select pg_backend_pid()")
        (pid,) = cursor.fetchone()
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


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
