"""Whatever happens in a circle: nobody outside reads a case, and she is told before it is heard."""

from contextlib import suppress
from datetime import timedelta

from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from landfast.access.looks.looking import open_record
from landfast.access.models import Event
from landfast.circles import models
from landfast.circles.actions import hers, standing
from landfast.circles.queries import cases
from landfast.circles.queries import standing as reads
from landfast.circles.rules.cases import CaseState, Ground, Told
from landfast.journeys import raise_case as journey
from landfast.kernel import clock
from landfast.kernel.clock import now, today
from landfast.kernel.refusals import Refusal
from tests.factories.circles import circle, raised
from tests.factories.courses import started_course
from tests.factories.network import in_the_team
from tests.factories.town import as_
from tests.proving import drawn

COMES_AND_GOES = ("anna", "solveig", "vibeke")
STEPS = st.one_of(
    st.tuples(st.sampled_from(("seat", "leave")), st.sampled_from(COMES_AND_GOES)),
    st.tuples(st.just("raise"), st.tuples(
        st.sampled_from((None, *Told)), st.none() | st.integers(-3, 2), st.sampled_from(Ground)
    )),
    st.tuples(st.sampled_from(("no", "word", "sum")), st.integers(0, 3)),
    st.tuples(st.just("meet"), st.integers(0, 2)),
)  # fmt: skip


class World:
    """A circle, a citizen with her team, and what they do."""

    def __init__(self, town):
        self.town, self.lived, self.round = town, started_course(town), circle(town)
        in_the_team(self.lived, town.bo, by=town.karen, role="home_support")
        self.seated = {"lars", "karen", "solveig", "anna"}
        self.days = 0

    def does(self, what, how):
        """One step; what is refused changes nothing."""
        with suppress(Refusal), clock.at(now() + timedelta(days=self.days)), transaction.atomic():
            getattr(self, f"does_{what}")(how)

    def does_seat(self, name):
        units = {"anna": self.town.ward, "solveig": self.town.social, "vibeke": self.town.social}
        with as_(self.town.lars):
            standing.seat(
                actor=self.town.lars, circle_id=self.round.id, unit_id=units[name],
                person_id=getattr(self.town, name).person_id,
            )  # fmt: skip
        self.seated.add(name)

    def does_leave(self, name):
        who = getattr(self.town, name)
        with as_(who):
            for row in reads.seats(self.round.id):
                if row.person_id == who.person_id:
                    standing.unseat(actor=who, circle_id=self.round.id, seat_id=row.id)
                    self.seated.discard(name)

    def does_raise(self, said):
        told, days, ground = said
        raised(
            self.round, self.lived, told=told, ground=ground, ground_words="Serviceloven",
            told_on=None if days is None else today() + timedelta(days=days),
        )  # fmt: skip

    def does_no(self, number):
        with as_(self.lived.citizen):
            hers.refuse(
                actor=self.lived.citizen, course_id=self.lived.id, case_id=self.cases()[number]
            )

    def does_word(self, number):
        with as_(self.lived.citizen):
            journey.say_for_her(
                actor=self.lived.citizen, case_id=self.cases()[number], text="Jeg vil blive her."
            )

    def does_meet(self, days):
        self.round.plans(now() + timedelta(minutes=1))
        self.days += days

    def does_sum(self, number):
        karen = self.town.karen
        with as_(karen):
            sitting = reads.next_sitting(self.round.id)
            if sitting:
                journey.sum_up(
                    actor=karen, sitting_id=sitting.id, case_id=self.cases()[number],
                    said={"advice": "Søg om en pause."},
                )  # fmt: skip

    def cases(self):
        with as_(self.town.karen):
            found = sorted(models.Case.objects.values_list("id", flat=True), key=str)
        return (found * 4 + [self.lived.id] * 4)[:4]

    def seen_by(self, who):
        with as_(who):
            return set(models.Case.objects.values_list("id", flat=True))


def test_nobody_outside_reads_and_she_is_always_told(town):
    world = World(town)

    @drawn(8)
    @given(st.lists(STEPS, min_size=2, max_size=9))
    def holds(steps):
        with transaction.atomic():
            world.seated, world.days = {"lars", "karen", "solveig", "anna"}, 0
            for what, how in steps:
                world.does(what, how)
            check_readers(world)
            check_told(world)
            transaction.set_rollback(True)

    holds()


def check_readers(world):
    all_there = world.seen_by(world.town.karen)
    for name in ("lars", "anna", "solveig", "vibeke", "peter", "dorte"):
        seen = world.seen_by(getattr(world.town, name))
        assert seen == (all_there if name in world.seated else set()), name
    assert world.seen_by(world.town.bo) == all_there
    assert world.seen_by(world.lived.citizen) == all_there


def check_told(world):
    with as_(world.lived.citizen):
        open_record(world.lived.citizen, world.lived.id, "Forløb")
        rows = cases.about(world.lived.id)
        told = Event.objects.filter(kind="circle.case_told").count()
    assert told == len(rows)
    for row in rows:
        assert row.told_on <= row.raised_at.astimezone(clock.DENMARK).date()
        if row.state is CaseState.HANDLED:
            assert row.sitting_at.astimezone(clock.DENMARK).date() > row.told_on
