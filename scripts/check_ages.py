"""Are the locks younger than docs/dependencies.md promises? Ends with 1, and a sentence, when not.

`requirements/renewed` is written by scripts/lock.sh --upgrade: the day all were taken anew.
Not part of `make check`: what was sound when it was released must still build later.
"""

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROMISED = timedelta(days=90)


def renewed() -> date:
    """The day on which the locks were taken anew."""
    return date.fromisoformat((ROOT / "requirements" / "renewed").read_text("utf-8").strip())


def problem(last: date, today: date) -> str:
    """What is wrong, or nothing."""
    if last > today:
        return f"requirements/renewed says {last}, which has not come yet."
    if today - last > PROMISED:
        return (
            f"The locks are of {last}: older than {PROMISED.days} days. scripts/lock.sh --upgrade"
        )
    return ""


def main() -> int:
    found = problem(renewed(), datetime.now(UTC).date())
    print(found or f"The locks are of {renewed()}, as promised.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
