"""A case file is replayed: told as observations, and done in Landfast where the guards hold."""

from landfast.journeys.replay_case.naming import invented_citizen, invented_name
from landfast.journeys.replay_case.report import How, Report, Taken
from landfast.journeys.replay_case.story import AlreadyLoaded, replay

__all__ = [
    "AlreadyLoaded",
    "How",
    "Report",
    "Taken",
    "invented_citizen",
    "invented_name",
    "replay",
]
