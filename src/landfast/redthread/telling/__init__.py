"""From what was told, event by event, to a course as the rules see it (CourseSnapshot)."""

from landfast.redthread.telling.reading import Reading
from landfast.redthread.telling.told import Told

__all__ = ["Reading", "Told"]
