"""Citizens who have used everything that is theirs: each page of theirs has something on it."""

from datetime import timedelta

from landfast.access.rules import Topic
from landfast.consent import actions as consent
from landfast.consent.actions import Outside, Yes
from landfast.course.actions.coordinator import name_second
from landfast.course.actions.correcting import ask_correction
from landfast.directory.actions.offers import add_offer
from landfast.directory.rules.offers import Offer, WayIn
from landfast.journeys.hand_over import accept_course, offer_course
from landfast.kernel.clock import today
from landfast.meetings import actions as meetings
from landfast.network.actions.own import write_note, write_unwell
from landfast.network.rules.unwell import PARTS, SeenBy
from tests.factories.circles import circle, raised
from tests.factories.courses import Lived
from tests.factories.lived import lived_course
from tests.factories.meetings import held_meeting
from tests.factories.parts import proxy_of
from tests.factories.plan import wished
from tests.factories.town import Town, as_

FLEX = Offer(
    "Flexteamet", "Vi hjælper med post og hverdag. Vi besøger dig også på afdelingen.",
    frozenset({"daily_living"}), WayIn.RING, while_admitted=True, wait_weeks=6,
)  # fmt: skip
HERS = {
    "reception": "Tal lavt.\nRing til min søster.", "signs": "Jeg sover ikke.",
    "helps": "En tur med Balder.",
}  # fmt: skip


def whole_course(town: Town) -> Lived:
    """Jytte, some weeks in: shared, named somebody, noted, corrected, discussed without a name."""
    lived = lived_course(town)
    proxy_of(lived)
    me = {"actor": lived.citizen, "course_id": lived.id}
    wish = wished(lived, "Jeg vil bo tæt på havnen")
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)
    with as_(lived.citizen):
        consent.share(
            to=Outside(unit=town.social),
            yes=Yes([Topic.HOUSING], "Finde en bolig", today() + timedelta(days=90)), **me,
        )  # fmt: skip
        write_unwell(words=dict.fromkeys(PARTS, "") | HERS, seen_by=SeenBy.TEAM, **me)
        write_note(text="Jeg er bange for svaret.", **me)
        ask_correction(about=f"plan_wish-{wish}", words="Jeg sagde åen.", **me)
    raised(circle(town), lived)
    with as_(town.dorte):
        add_offer(actor=town.dorte, unit_id=town.coordination, offer=FLEX)
    new_coordinator_ahead(town, lived)
    return lived


def new_coordinator_ahead(town: Town, lived: Lived) -> None:
    """Mads takes over in three weeks, and she has been told."""
    with as_(town.karen):
        offer = offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id,
            reason="Karen skal på barsel", begins_on=today() + timedelta(days=21),
        )  # fmt: skip
    with as_(town.mads):
        accept_course(actor=town.mads, handover_id=offer)


def told_course(town: Town) -> Lived:
    """Hers after a meeting: the minutes lie there for her to read first."""
    met = held_meeting(town)
    with as_(met.karen):
        minutes = meetings.make_minutes(actor=met.karen, meeting_id=met.id)
        meetings.show_minutes(actor=met.karen, minutes_id=minutes)
    return met.lived
