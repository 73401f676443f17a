"""Any history of a promise from outside: it never counts before the one outside said yes."""

import hypothesis
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from landfast.kernel.refusals import Refusal
from landfast.plan import actions, queries
from landfast.plan.actions import Report, outside
from landfast.plan.actions.outside import Said
from landfast.plan.queries.outside import asked
from landfast.plan.rules import life
from landfast.plan.rules.outside import ACT_OF_REPLY, Reply, Whom
from tests.factories.plan import complete, in_days, proposed, with_team
from tests.factories.town import as_
from tests.proving import drawn

ACTORS = st.sampled_from(["karen", "bo", "citizen"])
VERBS = st.sampled_from(["accept", "confirm", "offer", "keep", "talk", "lapse"])


def lives(town, lived):
    """A machine in which the house and the one outside try anything, with old links and new."""

    class Life(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.all = transaction.atomic()
            self.all.__enter__()
            self.id = proposed(town, lived, None)
            whom = Whom("Inge")
            with as_(town.karen):
                ask = outside.ask_outside(
                    actor=town.karen, agreement_id=self.id, whom=whom, citizen_said_so=True
                )
            self.links = [ask]
            self.open = True
            self.her_yes = False
            self.offered = False

        def teardown(self):
            transaction.set_rollback(True)
            self.all.__exit__(None, None, None)

        def _row(self):
            with as_(lived.citizen):
                return queries.agreement(self.id, lived.id)

        @rule(
            reply=st.sampled_from(Reply), which=st.sampled_from([-1, -1, -1, 0]), late=st.booleans()
        )
        def the_one_outside_answers(self, reply, which, late):
            link, before = self.links[which], self._row()
            seen = before.version - 1 if late else before.version
            said = Said(reply, seen, "Derfor", "Andre ord", in_days(9))
            try:
                with as_(None):
                    outside.answer_outside(link=link, said=said, source=f"place {before.version}")
            except Refusal:
                assert self._row() == before
                return
            assert self.open
            assert link == self.links[-1]
            assert not late
            after = self._row()
            assert after.state == life.check_step(before.state, ACT_OF_REPLY[reply])
            self.her_yes = self.her_yes or reply in {Reply.YES, Reply.OTHER}
            self.offered = reply is Reply.OTHER

        @rule(name=ACTORS, verb=VERBS)
        def somebody_of_the_house_tries(self, name, verb):
            actor = lived.citizen if name == "citizen" else getattr(town, name)
            about, before = {"actor": actor, "agreement_id": self.id}, self._row()
            acts = {
                "accept": lambda: actions.accept_agreement(**about),
                "confirm": lambda: actions.confirm_offer(**about),
                "offer": lambda: actions.change_proposal(**about, terms=complete(town.karen)),
                "keep": lambda: actions.report_agreement(**about, report=Report.KEPT),
                "talk": lambda: actions.note_talk(**about, citizen_said_yes=True),
                "lapse": lambda: actions.lapse_agreement(**about, citizen_said_so=True),
            }
            try:
                with as_(actor):
                    acts[verb]()
            except Refusal:
                assert self._row() == before
                return
            assert verb != "accept"
            if verb == "confirm":
                assert self.offered
            if verb == "offer":
                self.her_yes = self.offered = False

        @rule(how=st.sampled_from(["renew", "close", "code"]))
        def the_way_in_is_changed(self, how):
            about = {"actor": town.karen, "agreement_id": self.id}
            try:
                with as_(town.karen):
                    if how == "renew":
                        self.links.append(outside.renew_link(**about))
                    elif how == "close":
                        outside.close_link(**about)
                    else:
                        code = outside.say_code(**about)
            except Refusal:
                return
            self.open = how != "close"
            if how == "code":
                with as_(None):
                    assert outside.use_code(code=code, source=code) == self.links[-1]

        @invariant()
        def it_counts_only_on_the_yes_from_outside(self):
            row = self._row()
            assert row.maker is not None
            assert row.maker.name == "Inge"
            if row.counts or row.accepted_at:
                assert self.her_yes
                assert row.due_on and row.follow_up_by and row.follow_up_on  # noqa: PT018

        @invariant()
        def an_old_link_opens_nothing(self):
            with as_(None):
                assert all(asked(link) is None for link in self.links[:-1])
                assert (asked(self.links[-1]) is not None) is self.open

    return Life


def test_any_history_of_a_promise_from_outside(town):
    machine = hypothesis.seed(0)(lives(town, with_team(town, town.bo)))
    run_state_machine_as_test(machine, settings=drawn(8, stateful_step_count=12))
