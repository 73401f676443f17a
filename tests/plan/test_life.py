"""Any history of an agreement: it never counts before its maker said yes, never has two makers,
and its history tells all of it."""

from itertools import pairwise

import hypothesis
import pytest
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from landfast.kernel.refusals import Refusal
from landfast.plan import actions, queries
from landfast.plan.actions import Report
from landfast.plan.rules import life
from landfast.plan.rules.words import Act, AgreementState
from tests.factories.plan import complete, in_days, proposed, with_team
from tests.factories.town import as_
from tests.proving import EACH, drawn, in_parts

ACTORS = st.sampled_from(["karen", "bo", "anna", "citizen", "peter"])
VERBS = st.sampled_from(
    ["accept", "offer", "confirm", "decline", "start", "keep", "break", "talk", "lapse"]
)


def lives(town, lived, asked):
    """A machine that lets anybody try anything with one agreement at a time."""

    class Life(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.all = transaction.atomic()  # undone afterwards: no history slows the next one
            self.all.__enter__()
            self.id = proposed(town, lived, asked)
            self.makers_yes = False
            self.offered_by_maker = False
            self.done = 1
            self.row = self._row()

        def teardown(self):
            transaction.set_rollback(True)
            self.all.__exit__(None, None, None)

        def _actor(self, name):
            return lived.citizen if name == "citizen" else getattr(town, name)

        def _do(self, verb, actor):
            about = {"actor": actor, "agreement_id": self.id}
            if verb == "offer":
                terms = complete(town.karen, text=f"Ord fra {actor.name}", due_on=in_days(7))
                return actions.change_proposal(**about, terms=terms)
            told = {"keep": Report.KEPT, "break": Report.NOT_KEPT}
            if verb in told:
                return actions.report_agreement(**about, report=told[verb], because="Derfor")
            verbs = {
                "accept": lambda: actions.accept_agreement(**about),
                "confirm": lambda: actions.confirm_offer(**about),
                "decline": lambda: actions.decline_agreement(**about, reason="Nej"),
                "start": lambda: actions.start_agreement(**about),
                "talk": lambda: actions.note_talk(**about, citizen_said_yes=True),
                "lapse": lambda: actions.lapse_agreement(**about, citizen_said_so=True),
            }
            return verbs[verb]()

        @rule(name=ACTORS, verb=VERBS)
        def somebody_tries(self, name, verb):
            actor = self._actor(name)
            before = self.row
            try:
                with as_(actor):
                    self._do(verb, actor)
            except Refusal:
                assert self._row() == before, "a refusal changed something"
                return
            self.done += 1
            after = self.row = self._row()
            assert not (verb == "accept" and self.offered_by_maker), "a yes to one's own offer"
            if verb == "offer":
                maker = after.maker.id if after.maker else None
                self.offered_by_maker = maker == actor.person_id
            if verb in {"accept", "offer"}:
                self.makers_yes = after.maker is not None and actor.person_id == after.maker.id
            if before.maker is not None:
                assert after.maker == before.maker, "another maker"

        @rule(verb=st.sampled_from(["accept", "offer", "start", "keep", "break"]))
        def the_support_worker_tries(self, verb):
            self.somebody_tries("bo", verb)

        def _row(self):
            """The agreement as it is read now; `row` is what was read after the last try."""
            with as_(lived.citizen):
                return queries.agreement(self.id, lived.id)

        @invariant()
        def it_counts_only_on_the_makers_own_yes(self):
            row = self.row
            if row.counts or row.accepted_at:
                assert self.makers_yes
                assert row.maker is not None
                assert row.due_on and row.follow_up_by and row.follow_up_on  # noqa: PT018

        @invariant()
        def its_history_tells_all_of_it(self):
            with as_(lived.citizen):
                changes = queries.history(self.id)
            assert len(changes) == self.done
            assert changes[0].act is Act.PROPOSE
            for earlier, later in pairwise(changes):
                assert later.before == earlier.after
                assert life.check_step(later.before, later.act) == later.after
            assert changes[-1].after == self.row.state

    return Life


ASKED = pytest.mark.parametrize("asked", ["bo", None], ids=["one asked", "the whole team asked"])


@ASKED
def test_any_history_of_an_agreement(town, asked):
    live(town, asked, histories=12, acts=10)


@in_parts(500)
@ASKED
def test_five_hundred_histories_of_an_agreement(town, asked, seed, record_property):
    live(town, asked, histories=EACH, acts=25, drawn_by=seed)
    record_property("histories", EACH)


def live(town, asked, *, histories, acts, drawn_by=0):
    """Run random histories; each step is compared with the rules (see `lives`)."""
    lived = with_team(town, town.bo, town.anna)
    maker = getattr(town, asked) if asked else None
    machine = hypothesis.seed(drawn_by)(lives(town, lived, maker))
    run_state_machine_as_test(machine, settings=drawn(histories, stateful_step_count=acts))


def test_every_state_can_be_reached_and_the_end_is_left_by_a_taking_back_or_a_new_beginning():
    reached = set(life.BEGINS)
    while more := {s.after for s in life.LIFE if s.before in reached} - reached:
        reached |= more
    assert reached == set(AgreementState)
    leaving = [
        step for step in life.LIFE if step.before in life.OVER and step.after is not step.before
    ]
    assert [(step.before, step.act) for step in leaving] == [
        (AgreementState.KEPT, Act.TAKE_BACK), (AgreementState.LAPSED, Act.OFFER_AGAIN),
    ]  # fmt: skip
    counted = {step for step in life.LIFE if step.after in life.COUNTS}
    assert {s.act for s in counted if s.before not in life.COUNTS} == {Act.ACCEPT}
