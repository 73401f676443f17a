"""Tables of the room, by what they are about."""

from landfast.plan.models.agreements import Agreement, AgreementChange
from landfast.plan.models.asking import DecisionAsk, OutsideAsk
from landfast.plan.models.costs import Cost
from landfast.plan.models.elsewhere import Demand, OtherPlan
from landfast.plan.models.tasks import Task
from landfast.plan.models.wishes import OwnStep, Wish, WishRating

__all__ = [
    "Agreement",
    "AgreementChange",
    "Cost",
    "DecisionAsk",
    "Demand",
    "OtherPlan",
    "OutsideAsk",
    "OwnStep",
    "Task",
    "Wish",
    "WishRating",
]
