"""The background work without its pauses: `python -m tests.kills.work`.

Each round does every chore, so that a kill at a random moment meets sealing, mail and the rules of
retention on their way.
"""

import threading

from landfast.jobs.start import django_ready, keep_database

PAUSE = 0.3


def main() -> None:
    """Until it is killed."""
    django_ready("jobs")
    keep_database(0.5)
    from landfast.jobs.clock import chores, run_due

    while True:
        run_due({}, chores())
        threading.Event().wait(PAUSE)


if __name__ == "__main__":
    main()
