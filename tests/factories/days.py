"""Days and hours that a test may count on, whatever the time is when it runs."""

from datetime import datetime, timedelta

from landfast.kernel.clock import DENMARK


def past_noon() -> datetime:
    """Noon of yesterday: what is lived then has begun, also for who asks the real clock."""
    yesterday = datetime.now(DENMARK) - timedelta(days=1)
    return yesterday.replace(hour=12, minute=0, second=0, microsecond=0)
