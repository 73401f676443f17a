"""What is over in a leader's units, by name: the way back for who asks for it."""

from landfast.access.actor import Actor
from landfast.course.queries.ended import Ended, ended_in_units
from landfast.course.queries.oversight import AT_MOST
from landfast.insight.overview import overseen


def ended_courses(actor: Actor) -> list[Ended]:
    """The courses of the units that the actor leads that are over, the latest first."""
    return ended_in_units(actor, overseen(actor), AT_MOST, "Sluttede forløb (liste)")
