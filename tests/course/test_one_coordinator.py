"""For any sequence of acts a course from OPSTART to AFSLUTNING has exactly one coordinator."""

import threading
from datetime import timedelta

import hypothesis
from django.db import connection, connections, transaction
from hypothesis import given
from hypothesis import strategies as st

from landfast.access import models as access_models
from landfast.access.roles import CourseRole
from landfast.course import models
from landfast.course.actions import handover
from landfast.course.actions.coordinator import name_second
from landfast.course.rules.ending import ClosingFacts, MovingFacts, PauseGround
from landfast.course.rules.states import NEEDS_COORDINATOR, OVER, machine
from landfast.course.rules.words import State
from landfast.journeys import close_course as closing
from landfast.journeys.cover_absence import cover_absence
from landfast.journeys.hand_over import accept_course, offer_course, refuse_course
from landfast.journeys.lose_coordinator import Loss, lose_coordinator
from landfast.journeys.move_away import move_away
from landfast.journeys.note_death import note_death
from landfast.journeys.pause_course import pause_course
from landfast.journeys.reopen_course import reopen_course
from landfast.journeys.resume_course import activate_course, go_on, resume_course
from landfast.journeys.start_course import start_course
from landfast.journeys.stop_course import stop_course
from landfast.kernel.clock import today
from landfast.kernel.refusals import NotNow, Refusal
from tests.factories.courses import assessed_course, started_course
from tests.factories.town import as_
from tests.own import settled
from tests.proving import EACH, drawn, in_parts

WHO = ("karen", "mads", "nina", "dorte", "lars", "citizen", "bo")
ACTS = (
    "start", "activate", "pause", "resume", "wind_up", "go_on", "close", "stop", "reopen",
    "offer", "accept", "refuse", "withdraw", "lose", "cover", "move_away", "death",
)  # fmt: skip
FACTS = ClosingFacts("a", "", "b", "c", 0, None, talk_declined=True)
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.sampled_from(WHO), st.sampled_from(WHO[:3])),
    min_size=1, max_size=25,
)  # fmt: skip


def do(act, actor, other, lived):
    """One act by somebody, whether they may or not."""
    course = {"actor": actor, "course_id": lived.id}
    offers = models.Handover.objects.order_by("-created_at", "-id")
    offer = offers.values_list("id", flat=True).first()
    verbs = {
        "start": lambda: start_course(
            said_yes=True, **course, person_id=other.person_id, reason="r"
        ),
        "activate": lambda: activate_course(**course),
        "pause": lambda: pause_course(
            **course, ground=PauseGround.ASKED, review_on=today() + timedelta(days=7)
        ),
        "resume": lambda: resume_course(**course),
        "wind_up": lambda: closing.begin_closing(**course, reason="r"),
        "go_on": lambda: go_on(**course),
        "close": lambda: closing.close_course(**course, facts=FACTS),
        "stop": lambda: stop_course(**course),
        "reopen": lambda: reopen_course(**course),
        "offer": lambda: offer_course(**course, taker=other.person_id, reason="r"),
        "accept": lambda: accept_course(actor=actor, handover_id=offer or lived.id),
        "refuse": lambda: refuse_course(actor=actor, handover_id=offer or lived.id, answer="r"),
        "withdraw": lambda: handover.withdraw(actor=actor, handover_id=offer or lived.id),
        "lose": lambda: lose_coordinator(actor=actor, person_id=other.person_id, loss=Loss.LEAVE),
        "cover": lambda: cover_absence(actor=actor, person_id=other.person_id, until=today()),
        "move_away": lambda: move_away(**course, facts=MovingFacts("Havneby")),
        "death": lambda: note_death(**course, died_on=today()),
    }
    verbs[act]()


def held(lived):
    with as_(lived.citizen):
        state = State(models.Course.objects.get(scope_id=lived.id).state)
        rows = models.Coordinatorship.objects.filter(course_id=lived.id, ended_at=None)
        return state, list(rows.values_list("person_id", flat=True))


def whole_readers(lived):
    """Who reaches the whole course in person now, the citizen aside."""
    with as_(lived.citizen), connection.cursor() as cursor:
        cursor.execute(
            "select person_id, role from access_grant where scope_id = %s and topic = 'whole'"
            " and level = 'write' and person_id is not null and role <> 'citizen'"
            " and starts_at <= access_now() and (ends_at is null or ends_at > access_now())",
            [lived.id],
        )
        return cursor.fetchall()


def live(town, steps):
    """Play a history, and look after each act."""
    lived = assessed_course(town)
    for act, who, other in steps:
        actor = lived.citizen if who == "citizen" else getattr(town, who)
        before = held(lived)[0]
        try:
            with as_(actor), transaction.atomic():
                do(act, actor, getattr(town, other), lived)
        except Refusal:
            pass
        state, holders = held(lived)
        assert len(holders) == (1 if state in NEEDS_COORDINATOR else 0), (act, who, state)
        assert state is before or state in machine()[before] or state in OVER or act == "reopen"
        team = whole_readers(lived)
        if state not in NEEDS_COORDINATOR:
            assert team == []
        holding = {CourseRole.COORDINATOR.value, CourseRole.COVER.value}
        assert [person for person, role in team if role in holding] == holders


def played(town, steps):
    with transaction.atomic():
        live(town, steps)
        transaction.set_rollback(True)


def keep_one(town, *, histories, drawn_by=0):
    """Random acts by anybody, drawn from a seed."""

    @hypothesis.seed(drawn_by)
    @drawn(histories)
    @given(steps=STEPS)
    def each(steps):
        played(town, steps)

    each()


def test_any_sequence_of_acts_keeps_exactly_one_coordinator(town):
    keep_one(town, histories=25)


@in_parts(1000)
def test_a_thousand_histories_keep_exactly_one_coordinator(town, seed, record_property):
    keep_one(town, histories=EACH, drawn_by=seed)
    record_property("histories", EACH)


def test_a_paused_course_cannot_be_started_again_beside_its_coordinator(town):
    played(town, [("start", "dorte", "karen"), ("pause", "citizen", "karen"),
                  ("start", "dorte", "mads"), ("resume", "karen", "karen")])  # fmt: skip


def at_once(*verbs):
    """Run verbs in threads of their own, with connections of their own; what each met."""
    gate, met = threading.Barrier(len(verbs)), {}

    def run(n, verb):
        try:
            gate.wait(5)
            verb()
            met[n] = None
        except Refusal as refusal:
            met[n] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(verbs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return [met.get(n, "never came back") for n in range(len(verbs))]


def acting_as(actor, verb):
    def run():
        with as_(actor):
            verb()

    return run


def test_two_appoint_in_the_same_second_and_the_other_is_told(own_database):
    town = settled()
    lived = assessed_course(town)

    def appoint(actor, person):
        return acting_as(actor, lambda: start_course(said_yes=True,
            actor=actor, course_id=lived.id, person_id=person.person_id, reason="Kender hende"
        ))  # fmt: skip

    met = at_once(appoint(town.dorte, town.mads), appoint(town.karen, town.karen))
    assert sorted(type(m).__name__ for m in met) in (
        ["NoneType", "NotNow"], ["NoneType", "NotFound"],
    )  # fmt: skip
    assert len(held(lived)[1]) == 1


def test_two_cover_in_the_same_second_and_the_other_is_told(own_database):
    town = settled()
    lived = started_course(town)
    with as_(town.karen):
        name_second(actor=town.karen, course_id=lived.id, person_id=town.mads.person_id)

    def cover(actor):
        away = town.karen.person_id
        return acting_as(actor, lambda: cover_absence(actor=actor, person_id=away, until=today()))

    met = at_once(cover(town.mads), cover(town.dorte))
    assert sorted(getattr(one, "code", "") for one in met) == ["", "covered_already"]
    with as_(town.dorte):
        assert models.Deputyship.objects.filter(course_id=lived.id).count() == 1


def test_an_acceptance_and_a_withdrawal_in_the_same_second(own_database):
    town = settled()
    lived = started_course(town)
    with as_(town.karen):
        offer = offer_course(
            actor=town.karen, course_id=lived.id, taker=town.mads.person_id, reason="Flytter"
        )
    met = at_once(
        acting_as(town.mads, lambda: accept_course(actor=town.mads, handover_id=offer)),
        acting_as(town.karen, lambda: handover.withdraw(actor=town.karen, handover_id=offer)),
    )
    assert sum(m is None for m in met) == 1
    assert isinstance(next(m for m in met if m is not None), Refusal)
    [holder] = held(lived)[1]
    assert holder == (town.mads if met[0] is None else town.karen).person_id


def test_two_stop_and_close_in_the_same_second(own_database):
    town = settled()
    lived = started_course(town)
    met = at_once(
        acting_as(
            lived.citizen, lambda: stop_course(actor=lived.citizen, course_id=lived.id)
        ),
        acting_as(
            town.karen, lambda: note_death(actor=town.karen, course_id=lived.id, died_on=today())
        ),
    )  # fmt: skip
    assert sum(m is None for m in met) == 1
    state, holders = held(lived)
    assert state in OVER
    assert holders == []
    assert any(isinstance(m, NotNow | Refusal) for m in met)


def test_no_grant_outlives_the_course(town):
    lived = started_course(town)
    with as_(lived.citizen):
        stop_course(actor=lived.citizen, course_id=lived.id)
        open_grants = access_models.Grant.objects.filter(scope_id=lived.id, ends_at=None)
        assert {row.role for row in open_grants} == {"citizen", "lead"}
