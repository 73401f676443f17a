"""The room's tables: circles and who sits in them, their meetings, what is raised and agreed."""

from landfast.circles.models.cases import Case, Origin
from landfast.circles.models.inviting import Invite
from landfast.circles.models.points import Agreement, Theme
from landfast.circles.models.standing import Circle, Seat, Sitting

__all__ = ("Agreement", "Case", "Circle", "Invite", "Origin", "Seat", "Sitting", "Theme")
