"""A house that may ask about signs, and a sign that somebody saw; by the real actions."""

from uuid import UUID

from landfast.access.actor import Actor
from landfast.journeys.keep_rules import record_ground
from landfast.journeys.record_signal import record_signal
from landfast.kernel.clock import today
from tests.factories.files import paper, sent
from tests.factories.town import Town, as_


def grounded(town: Town) -> Actor:
    """The municipality's administrator records a ground and an assessment."""
    arne = town.hire("Arne Admin", town.coordination, "org_admin")
    with as_(arne):
        record_ground(
            actor=arne, organisation_id=town.municipality, ground="Serviceloven § 12",
            document="Sag 24/117", assessed_by="Ledergruppen og DPO", assessed_on=today(),
            paper=sent("analyse.pdf", paper()),
        )  # fmt: skip
    return arne


def saw(actor: Actor, course: UUID, kind: str = "medication_stop", words: str = "") -> UUID:
    """Somebody of the team saw something today."""
    with as_(actor):
        return record_signal(
            actor=actor, course_id=course, kind=kind, seen_on=today(), words=words,
            only_her=True,
        )  # fmt: skip
