"""The red thread's job: courses in which something happened, at once; all others once a day.

A course is claimed with its findings in one transaction a batch: a process that is killed loses
nothing, two share the work, and what is left is still due.
"""

import logging
import time

from landfast.redthread.actions import check_due

log = logging.getLogger("landfast.redthread")
BATCH = 50
TELL_EVERY = 1000


def look() -> int:
    """Look at every course that is due; how many. Progress is logged, without a name."""
    began, done, told = time.monotonic(), 0, 0
    while (looked := check_due(most=BATCH)) > 0:
        done += looked
        if done - told >= TELL_EVERY:
            told = done
            log.info("red thread: %s courses looked at, %.0f s", done, time.monotonic() - began)
    if told:
        log.info("red thread: done, %s courses in %.0f s", done, time.monotonic() - began)
    return done
