"""Days and hours that a test may count on, whatever the time is when it runs."""

from datetime import datetime, timedelta

from landfast.kernel.business_days import is_holiday
from landfast.kernel.clock import DENMARK


def past_noon() -> datetime:
    """Noon of yesterday: what is lived then has begun, also for who asks the real clock."""
    yesterday = datetime.now(DENMARK) - timedelta(days=1)
    return yesterday.replace(hour=12, minute=0, second=0, microsecond=0)


def coming_monday() -> datetime:
    """Noon of the first Monday after today that begins a fortnight without a holiday: what is
    called for the week after it has not been yet, whenever the test runs.
    """
    day = datetime.now(DENMARK).replace(hour=12, minute=0, second=0, microsecond=0)
    monday = day + timedelta(days=7 - day.weekday())
    while any(is_holiday((monday + timedelta(days=n)).date()) for n in range(14)):
        monday += timedelta(days=7)
    return monday
