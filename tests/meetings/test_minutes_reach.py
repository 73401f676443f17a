"""Any history of minutes: they reach nobody who was not confirmed (product C6, lessons 23).

Anybody tries anything with one meeting's minutes: out to some, corrected, recalled, covered for
all but some. After each step everybody looks, and what the news is told to is compared as well.
"""

import hypothesis
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from landfast.access.models import Event
from landfast.journeys.prepare_meeting import whole
from landfast.kernel.refusals import Refusal
from landfast.meetings import actions, models, queries
from landfast.meetings.rules import MinutesState
from landfast.meetings.rules.minutes import may_read
from landfast.meetings.rules.passages import Cover
from tests.factories.meetings import held_meeting
from tests.factories.network import in_the_team
from tests.factories.town import as_
from tests.meetings.test_minutes import drafted
from tests.proving import EACH, drawn, in_parts

TABLE = ("bo", "anna", "sister")
PEOPLE = ("karen", "citizen", "bo", "anna", "peter", "solveig", "dorte")
WHO = st.sampled_from((*PEOPLE, "karen", "karen", "karen"))
SOME = st.sets(st.sampled_from(TABLE))
VERBS = st.sampled_from(["show", "see", "beside", "edit", "correct", "recall"])
SECRET = "Min søster drikker"
NEWS = ("minutes.published", "minutes.redacted", "minutes.shown_again")


def reaches(town, met):
    """A machine over the minutes of a meeting that was held."""
    people = {name: getattr(town, name, met.lived.citizen) for name in PEOPLE}

    class Reach(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.all = transaction.atomic()  # undone afterwards: no history slows the next one
            self.all.__enter__()
            drafted(met)
            self.confirmed, self.covered_for = set(), None
            self.out = False
            with as_(met.karen):
                self._write()

        def teardown(self):
            transaction.set_rollback(True)
            self.all.__exit__(None, None, None)

        def _write(self):
            themes = {str(one.id): {} for one in models.Theme.objects.filter(meeting_id=met.id)}
            actions.edit_minutes(
                actor=met.karen, minutes_id=self._newest().id, citizen_said=SECRET, themes=themes
            )

        def _newest(self):
            with as_(met.karen):
                return models.Minutes.objects.order_by("-version").first()

        def _tries(self, name, act, **more):
            """Somebody tries; whether it was done."""
            before = self._newest()
            try:
                with as_(people[name]):
                    act(actor=people[name], minutes_id=before.id, **more)
            except Refusal:
                after = self._newest()
                assert (after.id, after.state) == (before.id, before.state)
                return False
            return True

        @rule(name=WHO, verb=VERBS)
        def somebody_tries(self, name, verb):
            said = {"citizen_said": SECRET, "themes": {}}
            act, more = {
                "show": (actions.show_minutes, {}),
                "see": (actions.see_minutes, {"note": "Ja"}),
                "beside": (actions.note_seen_beside, {}),
                "edit": (actions.edit_minutes, said),
                "correct": (actions.correct_minutes, {"reason": "En fejl"}),
                "recall": (actions.recall_minutes, {"reason": "Til den forkerte"}),
            }[verb]
            if self._tries(name, act, **more) and verb in {"correct", "recall"}:
                assert name == "karen"
                self.out = False

        @rule(name=WHO, names=SOME)
        def somebody_sends_it_out(self, name, names):
            to = [met.guests[one] for one in names]
            if self._tries(name, actions.publish_minutes, recipients=to):
                assert name == "karen"
                assert names, "sent to nobody"
                self.confirmed, self.out = names, True

        @rule(names=SOME)
        def it_goes_all_the_way_out(self, names):
            if self._newest().state in {MinutesState.PUBLISHED, MinutesState.RECALLED}:
                self.somebody_tries("karen", "correct")
            self.somebody_tries("karen", "show")
            self.somebody_tries("citizen", "see")
            self.somebody_sends_it_out("karen", names)

        @rule(name=WHO, names=SOME)
        def somebody_covers_it(self, name, names):
            readers = [people[one].person_id for one in names if one in people]
            if self._tries(
                name, actions.redact_minutes, line="s-0", kind=Cover.COVERED, readers=readers,
                reason="Det er ikke hendes eget",
            ):  # fmt: skip
                assert name == "karen"
                self.covered_for = names

        @rule()
        def karen_shows_it_again(self):
            with as_(met.karen):
                rows = models.Passage.objects.filter(meeting_id=met.id, lifted_at=None)
                for row in rows if self.out else ():
                    actions.show_again(actor=met.karen, passage_id=row.id, reason="Hun siger ja")
                    self.covered_for = None

        @invariant()
        def it_is_read_by_those_confirmed_and_by_nobody_else(self):
            for name in set(PEOPLE) - {"karen", "citizen"}:
                found = self._seen_by(name)
                assert bool(found) == (self.out and name in self.confirmed), name
                if found and self.covered_for is not None:
                    told = any(SECRET in f"{row.citizen_said} {row.content}" for row in found)
                    assert told == (name in self.covered_for), name

        def _seen_by(self, name):
            """What is read by somebody who is let in; nobody else is shown a row."""
            with as_(people[name]):
                try:
                    whole(people[name], met.course_id, "Referat")
                except Refusal:
                    assert not models.Minutes.objects.exists()
                    return []
                return [row for row in queries.minutes_of(met.id) if self._is_read(name, row)]

        def _is_read(self, name, row):
            return may_read(row.state, is_citizen=name == "citizen")

        @invariant()
        def she_reads_what_was_shown_and_no_draft(self):
            newest = self._newest()
            shown = newest.version in {row.version for row in self._seen_by("citizen")}
            assert shown == (newest.state != MinutesState.DRAFT)

        @invariant()
        def the_news_goes_to_those_confirmed(self):
            with as_(met.karen):
                told = Event.objects.filter(kind__in=NEWS, scope=met.course_id).order_by("-id")
                newest = told.first()
                table = models.Participant.objects.filter(
                    id__in=[met.guests[one] for one in self.confirmed]
                )
                keys = {str(one.person_id or one.relation_id) for one in table}
            assert newest is None or set(newest.facts["to"]) == keys

    return Reach


def live(town, *, histories, acts, drawn_by=0):
    """Random histories of one meeting's minutes, each from its draft."""
    met = held_meeting(town)
    in_the_team(met.lived, town.solveig, by=town.karen, role="case_worker")
    machine = hypothesis.seed(drawn_by)(reaches(town, met))
    run_state_machine_as_test(machine, settings=drawn(histories, stateful_step_count=acts))


def test_any_history_of_minutes_reaches_those_confirmed(town):
    live(town, histories=4, acts=10)


@in_parts(300)
def test_three_hundred_histories_of_minutes(town, seed, record_property):
    live(town, histories=EACH, acts=25, drawn_by=seed)
    record_property("histories", EACH)
